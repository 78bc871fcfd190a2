"""Fitted weights: how features of evidence add up to a probability.

Logistic regressions, fitted on the tuning half of the evaluation set by
``python -m tests.evaluation.fit`` and kept in ``weights.json``; the other half only measures.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from importlib.resources import files

from knowledge.model import Value


class Weights(Value):
    """A logistic regression over named features."""

    names: tuple[str, ...]
    weights: tuple[float, ...]
    intercept: float

    def probability(self, features: Sequence[float]) -> float:
        """Between 0 and 1, for features in the order of ``names``."""
        total = self.intercept + sum(w * f for w, f in zip(self.weights, features, strict=True))
        return 1 / (1 + math.exp(-total))


def _load() -> dict[str, Weights]:
    raw = json.loads(files("knowledge").joinpath("weights.json").read_text("utf-8"))
    return {name: Weights.model_validate(value) for name, value in raw.items()}


_FITTED = _load()
EVIDENCE = _FITTED["evidence"]
ANSWERABLE = _FITTED["answerable"]
