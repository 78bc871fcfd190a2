"""Names of municipalities in a question, as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from rapidfuzz.distance import OSA

from knowledge.language.lexicon import rows
from knowledge.language.words import Token, fold, tokenise

SHORTEST_MISSPELT = 6
"""Letters from which a name with one wrong letter is still taken for the name."""

_BEFORE = frozenset(
    word
    for words in ("i in at of from for hos av till inom fran vid", "does har")
    for word in words.split()
)
_OWNED = frozenset(
    word
    for words in (
        "policy policyn strategi strategin strategy handlingsplan plan program riktlinjer",
        "dokument document documents internationella international vanorter vanortsavtal twin",
    )
    for word in words.split()
)
_AFTER = frozenset(("kommun", "kommuns", "kommunens", "municipality", "municipal"))


class Mention(NamedTuple):
    """A municipality named in a text and the start positions of the words that name it."""

    name: str
    starts: tuple[int, ...]


@lru_cache(maxsize=1)
def swedish_municipalities() -> tuple[str, ...]:
    """The names of Sweden's 290 municipalities."""
    text = files("knowledge").joinpath("lexicon", "municipalities.tsv").read_text("utf-8")
    return tuple(row["name"] for row in rows(text))


def find_municipalities(text: str, known: Iterable[str]) -> list[Mention]:
    """The municipalities a text names, in order.

    Those ``known`` (with documents) are found in any case, without diacritics, in the genitive
    and with one letter wrong; all others only where the text plainly means the place, because
    many are common words too ("Vara", "Mark").
    """
    tokens = tokenise(text)
    pieces = [
        Token(part[0], token.start + part.start(), token.start + part.end())
        for token in tokens
        for part in re.finditer(r"[^-‑]+", token.text)
    ]
    mentions: list[Mention] = []
    used: set[int] = set()
    for mention in _loosely(pieces, _by_first_letter(tuple(known))):
        mentions.append(mention)
        used.update(mention.starts)
    others = set(swedish_municipalities()) - set(known)
    mentions += [Mention(n, (t.start,)) for t, n in _plainly(tokens, others) if t.start not in used]
    return sorted(mentions, key=lambda mention: mention.starts)


@lru_cache(maxsize=8)
def _by_first_letter(names: tuple[str, ...]) -> dict[str, list[tuple[str, list[str]]]]:
    """Names with their folded words, under their first letter, which nobody gets wrong."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for name in names:
        words = [word for part in re.split(r"[-\s]", name) if (word := fold(part))]
        if words:
            found.setdefault(words[0][0], []).append((name, words))
    return found


def _loosely(
    pieces: Sequence[Token], names: Mapping[str, Iterable[tuple[str, list[str]]]]
) -> Iterator[Mention]:
    """Where a name's words stand in a row, or its words written together."""
    written = [fold(piece.text) for piece in pieces]
    for index, piece in enumerate(pieces):
        for name, words in names.get(written[index][:1], ()):
            row = written[index : index + len(words)]
            if len(row) == len(words) and _are(row, words):
                yield Mention(name, tuple(p.start for p in pieces[index : index + len(words)]))
            elif len(words) > 1 and _is(written[index], "".join(words), last=True):
                yield Mention(name, (piece.start,))


def _are(row: Sequence[str], words: Sequence[str]) -> bool:
    last = len(words) - 1
    return all(_is(row[i], word, last=i == last) for i, word in enumerate(words))


def _is(word: str, name: str, *, last: bool) -> bool:
    if word == name or (last and word == f"{name}s"):
        return True
    bare = word.removesuffix("s") if last else word
    return (
        len(name) >= SHORTEST_MISSPELT
        and word[:1] == name[0]
        and (OSA.distance(bare, name) == 1 or OSA.distance(word, name) == 1)
    )


def _plainly(tokens: Sequence[Token], names: set[str]) -> list[tuple[Token, str]]:
    """Capitalised names after a preposition, before "kommun", or owning a document."""
    found = []
    for index, token in enumerate(tokens):
        name, length = _name_at(tokens[index : index + 2], names)
        before = fold(tokens[index - 1].text) if index else ""
        after = tokens[index + length].text if index + length < len(tokens) else ""
        part_of_name = after[:1].isupper() or (index > 1 and tokens[index - 1].text[:1].isupper())
        owns = name is not None and token.text != name and fold(after) in _OWNED
        if name and (owns or fold(after) in _AFTER or (before in _BEFORE and not part_of_name)):
            found.append((token, name))
    return found


def _name_at(tokens: Sequence[Token], names: set[str]) -> tuple[str | None, int]:
    """The name that the first token, or the first two, are, and how many words it has."""
    for length in range(len(tokens), 0, -1):
        written = " ".join(token.text for token in tokens[:length])
        for name in (written, written.removesuffix("s")):
            if name in names:
                return name, length
    return None, 1
