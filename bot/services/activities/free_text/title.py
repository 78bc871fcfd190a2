"""A title out of what is left when that which has a field of its own is taken away."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.activities.activity import LONGEST_TITLE
from bot.services.activities.free_text.found import TAKEN, without
from knowledge.model import Span

_SENTENCE = re.compile(rf"(?<=[.!?])\s+(?=[^\W\d_a-zåäö]|{TAKEN})|\n")
_CONTEXT = 40
"""Characters around a place that tell whether it ends its part of the sentence."""

_ENDS = re.compile(
    rf"(?:[\s+&/(]|{TAKEN}|\b(?:och|o|samt|and|varav|därav|of which|of whom)\b)*"
    r"(?:$|[,.;:!?)\n]|[–-]\s)"
)
_BEGINS = re.compile(
    rf"(?:^|[,.;:!?(\n+&/]|{TAKEN}|[–-]|\b(?:och|o|samt|and|med|m|with|varav|of whom))\s*$"
)
"""What must stand before a number of people that can be left out."""

_LEADS = (
    r"varav|därav|of which|of whom|(?<!hälsade )(?<!hälsat )på|om|för|kostade|kostar|kostnad|costs?"
    r"|med|m|och|samt|and|with|for|at|till|from|sedan|i|on|under|den|total|totalt|egen|bidrag|grant|of|stöd|från"
    r"|(?:vi|jag)\s+(?:fick|får)|finansier\w+|funded|financed|by|av|genom|via"
)
_TOGETHER = re.compile(r"\s*(?:och|o|samt|and|\+|&|/|,)?\s*", re.IGNORECASE)
_LEADING = rf"(?<![\w-])(?:(?:{_LEADS})(?::\s*|\s+|(?={TAKEN}))){{1,5}}"
_AT_AN_END = rf"(?={TAKEN}[\s{TAKEN}]*(?:$|[,.;:!?)]))"
_LABELLED = re.compile(rf"\s*[^\W\d_][\w ]{{1,25}}:\s*{TAKEN}+\s*")
"""A line that has nothing but a field and its name."""

_VERB = re.compile(
    r"\s+(?:var|är|ska|skall|hade|har|kom|kommer|fick|får|tog|tar|blev|blir|gick|går|höll|håller"
    r"|deltog|deltar|reste|was|were|will|had|has|we|i|[^\W\d_]+(?:ade|[dtgskrnl][dt]e))\b"
)
_COSTS = (
    r"resan?|resor|flyg|tåg|hotell|logi|boende|lunch|middag|fika|mat|biljetter|travel|flights?|hotel"
    r"|accommodation|dinner|tickets|food"
)
"""What an amount is for, where nothing else is told of it."""

_LEFT_BEHIND = (
    (re.compile(rf",\s*{TAKEN}[\s{TAKEN}]*,(?={_VERB.pattern})"), ""),
    (re.compile(rf"(?<=,)\s*(?:{_COSTS})\s+(?:(?:för|for)\s+)?{_AT_AN_END}", re.IGNORECASE), ""),
    (re.compile(rf"[(\[](?:{TAKEN}|[\s,;+/&]|\b(?:och|varav|samt|and|of which)\b)*[)\]]"), TAKEN),
    (re.compile(rf"{TAKEN}\s*(?:och|samt|and|o|\+|&|/|varav|därav)\s*(?={TAKEN}|$)"), TAKEN),
    (re.compile(_LEADING + _AT_AN_END, re.IGNORECASE), ""),
    (re.compile(rf"\s*{TAKEN}+\s*"), " "),
    (re.compile(r"\s+([,;:.!?)])"), r"\1"),
    (re.compile(r"[,;:]+(?:\s*[,;:])+"), ","),
    (re.compile(r"[,;:]+(?=[.!?])"), ""),
    (re.compile(r"\s{2,}"), " "),
)
"""What emptied places leave behind, and what stands instead."""

_BEFORE = re.compile(r"^(?:[\s,;:.–•*&/-]|\+\s)+")
_BEHIND = re.compile(r"(?:[\s,;:–-]|\s[+&/])+$")
_LABEL = re.compile(r"^(?:vad|aktivitet|titel|rubrik|what|activity|title)\s*:\s*", re.IGNORECASE)


def make_title(text: str, always: Sequence[Span], ends: Sequence[Span], own: Sequence[Span]) -> str:
    """The text without these places, cleanly punctuated, at most ``LONGEST_TITLE`` characters.

    Those of ``ends`` and ``own`` stay where the sentence goes on after them, and those of ``own``
    also where it leads to them ("besök av 5 elever"). Of sentences too long together, the first;
    of one that is too long, its beginning. "" where nothing is left.
    """
    always = [span for span in always if not _leads_to_verb(text, span)]
    rest = without(text, [*always, *_free(text, always, ends, own)])
    parts = _SENTENCE.split(rest)
    told = [part for part in parts if not _LABELLED.fullmatch(part)]
    sentences = [cleaned for part in told or parts if (cleaned := _cleaned(part))]
    if not sentences:
        return ""
    stopped = [each if each[-1] in "!?…" else f"{each}." for each in sentences]
    whole = " ".join([*stopped[:-1], sentences[-1]])
    return whole if len(whole) <= LONGEST_TITLE else _shortened(sentences[0])


def _leads_to_verb(text: str, span: Span) -> bool:
    """Whether the sentence begins there and cannot do without ("Igår åkte vi till Bari")."""
    begins = not text[: span.start].strip() or text[: span.start].rstrip()[-1] in ".!?"
    return begins and bool(_VERB.match(text, span.end))


def _free(
    text: str, always: Sequence[Span], ends: Sequence[Span], own: Sequence[Span]
) -> list[Span]:
    """Those that can be taken away without breaking the sentence. Last to first: one that ends
    with others that can be taken away can itself.
    """
    free: list[Span] = []
    rest = without(text, always)
    groups = [*([span] for span in ends), *_joined(text, own)]
    for group in sorted(groups, key=lambda each: -each[0].start):
        before = rest[max(0, group[0].start - _CONTEXT) : group[0].start]
        begins = group[0] in ends or _BEGINS.search(before)
        if begins and _ENDS.match(rest[group[-1].end : group[-1].end + _CONTEXT]):
            free.extend(group)
            rest = without(rest, group)
    return free


def _joined(text: str, spans: Sequence[Span]) -> list[list[Span]]:
    """Those that stand together ("2 ledare + 2 unga") in one group."""
    groups: list[list[Span]] = []
    for span in sorted(spans, key=lambda each: each.start):
        if groups and _TOGETHER.fullmatch(text, groups[-1][-1].end, span.start):
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _cleaned(part: str) -> str:
    for pattern, instead in _LEFT_BEHIND:
        part = pattern.sub(instead, part)
    part = _LABEL.sub("", _BEHIND.sub("", _BEFORE.sub("", part)))
    part = part.removesuffix(".")
    if not re.search(r"\w", part):
        return ""
    return part if part[1:2].isupper() else part[:1].upper() + part[1:]


def _shortened(sentence: str) -> str:
    if len(sentence) <= LONGEST_TITLE:
        return sentence
    return sentence[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"
