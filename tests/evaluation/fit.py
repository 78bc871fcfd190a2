"""Fits the weights of evidence and answerability: ``python -m tests.evaluation.fit [--write]``.

On the tuning half only. A passage answers if it holds a gold quote; a municipality's documents
answer if they hold a gold place. Prints the cross-validated area under the curve of both, and
with ``--write`` puts the weights into ``knowledge/weights.json``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from bot.services.scoring import Case
from knowledge.answerability import AnswerFeatures
from knowledge.answering import Answerer
from knowledge.evidence import Evidence, EvidenceFeatures
from knowledge.findings import Finding
from knowledge.opening import open_answerer
from knowledge.settings import KnowledgeSettings

TUNING = Path(__file__).with_name("tuning.jsonl")
WEIGHTS = Path(__file__).parents[2] / "knowledge" / "weights.json"


class Samples(NamedTuple):
    """Feature rows, what they should be judged as, and the question each belongs to."""

    rows: list[Sequence[float]]
    labels: list[bool]
    groups: list[int]

    def add(self, row: Sequence[float], label: bool, group: int) -> None:
        self.rows.append(row)
        self.labels.append(label)
        self.groups.append(group)


def gather(answerer: Answerer, questions: Sequence[Case]) -> tuple[Samples, Samples]:
    """Samples of passages, and of municipalities' documents."""
    passages, documents = Samples([], [], []), Samples([], [], [])
    for group, question in enumerate(questions):
        _, findings = answerer.examine(question.question, question.municipality)
        for finding in findings:
            _add(passages, documents, question, finding, group, alone=len(findings) == 1)
    return passages, documents


def _add(
    passages: Samples,
    documents: Samples,
    question: Case,
    finding: Finding,
    group: int,
    *,
    alone: bool,
) -> None:
    """Gold lists every municipality that answers only where the question is put to one."""
    holds = any(place.municipality == finding.municipality for place in question.gold)
    if question.gold:
        for evidence in finding.evidence:
            passages.add(evidence.features, _is_gold(evidence, question), group)
    if finding.verdict.features and (holds or alone or not question.gold):
        documents.add(finding.verdict.features, holds, group)


def _is_gold(evidence: Evidence, question: Case) -> bool:
    read = evidence.read
    return any(
        place.municipality == read.document.municipality and place.quote[:40] in read.text
        for place in question.gold
    )


def fit(samples: Samples, names: Sequence[str], *, balanced: bool) -> dict[str, object]:
    """The weights, as ``knowledge.weights.Weights`` reads them."""
    model = LogisticRegression(max_iter=5000, class_weight="balanced" if balanced else None)
    rows, labels = np.array(samples.rows), np.array(samples.labels)
    guessed = cross_val_predict(
        model, rows, labels, groups=samples.groups, cv=GroupKFold(10), method="predict_proba"
    )[:, 1]
    area = roc_auc_score(labels, guessed)
    sys.stdout.write(f"{len(labels)} samples, area under the curve {area:.4f}\n")
    model.fit(rows, labels)
    return {
        "names": list(names),
        "weights": [round(float(weight), 3) for weight in model.coef_[0]],
        "intercept": round(float(model.intercept_[0]), 3),
    }


def main() -> None:
    """Fit evidence first: answerability looks at evidence in the order that gives."""
    questions = [Case.model_validate_json(line) for line in TUNING.read_text("utf-8").splitlines()]
    answerer = open_answerer(KnowledgeSettings())
    passages, documents = gather(answerer, questions)
    fitted = {
        "evidence": fit(passages, EvidenceFeatures._fields, balanced=False),
        "answerable": fit(documents, AnswerFeatures._fields, balanced=True),
    }
    if "--write" in sys.argv:
        WEIGHTS.write_text(json.dumps(fitted, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
