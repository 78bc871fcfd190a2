"""A made corpus of any size: the shipped documents in variants of other municipalities."""

from __future__ import annotations

import random
import re
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from knowledge.language.municipalities import swedish_municipalities

SHORTEST_PARAGRAPH = 120
"""Characters from which a text between empty lines counts as running text, not as a heading."""

SWAPPED_WORDS = 0.05
"""The share of words that another word of the same document replaces."""

SEED = 2013

_NAMES = {
    "enkoping": "Enköping",
    "orebro": "Örebro",
    "skara": "Skara",
    "skovde": "Skövde",
    "upplands-bro": "Upplands-Bro",
}


class Original(NamedTuple):
    """A shipped document: its file name without the municipality, the municipality, its text."""

    title: str
    municipality: str
    text: str


def shipped_documents() -> list[Original]:
    """The five documents, in the order of their file names."""
    folder = files("knowledge").joinpath("documents")
    originals = []
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        prefix = next((prefix for prefix in _NAMES if file.name.startswith(prefix)), None)
        if prefix is not None:
            title = file.name.removeprefix(f"{prefix}-")
            originals.append(Original(title, _NAMES[prefix], file.read_text("utf-8")))
    return originals


def write_corpus(folder: Path, variants: int) -> int:
    """Write ``variants`` of each shipped document into ``folder``; gives the number of files.

    A variant bears the name of another municipality, its paragraphs stand in another order and
    some of its words are others; headings, lists and cover stay. The same call writes the same.
    """
    folder.mkdir(parents=True)
    chance = random.Random(SEED)  # noqa: S311 - a made corpus is no secret
    names = list(swedish_municipalities())
    chance.shuffle(names)
    originals = shipped_documents()
    for variant in range(variants):
        for place, original in enumerate(originals):
            name = names[(variant * len(originals) + place) % len(names)]
            path = folder / f"{variant:04}-{place}-{original.title}"
            path.write_text(_variant(original, name, chance), "utf-8")
    return variants * len(originals)


def _variant(original: Original, name: str, chance: random.Random) -> str:
    blocks = re.split(r"(\n\s*\n)", original.text.replace(original.municipality, name))
    running = [place for place, block in enumerate(blocks) if _is_running_text(block)]
    vocabulary = [word for place in running for word in blocks[place].split() if word.isalpha()]
    shuffled = chance.sample(running, len(running))
    texts = [_with_swapped_words(blocks[place], vocabulary, chance) for place in shuffled]
    for place, text in zip(running, texts, strict=True):
        blocks[place] = text
    return "".join(blocks)


def _is_running_text(block: str) -> bool:
    return len(block) >= SHORTEST_PARAGRAPH and "\n" not in block.strip()


def _with_swapped_words(text: str, vocabulary: list[str], chance: random.Random) -> str:
    return " ".join(
        chance.choice(vocabulary) if word.islower() and chance.random() < SWAPPED_WORDS else word
        for word in text.split(" ")
    )
