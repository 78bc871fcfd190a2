"""Whose duty a sentence lays down: the actor as subject, agent or heading."""

from __future__ import annotations

import re
from typing import NamedTuple

from indexer.extraction.wording import PRONOUNS, ROLE_WORD
from knowledge.language.actors import ActorMention, Actors
from knowledge.model import Span

_WITHIN = re.compile(
    r"\b(?:för|av|med|till|i|på|från|hos|inom|genom|vid|om|mot|utifrån|enligt|via|of|for|with|in|"
    r"from|to|on)\s",
    re.I,
)
_JOINED = re.compile(
    r"(?:\s*,\s*|\s*/\s*|\s+)(?:(?:och|samt|eller|and|or)\s+)?(?:(?:respektive|samtliga|övriga|"
    r"alla|kommunala|deras|dess|the|its|de)\s+)*",
    re.I,
)
_DETERMINERS = re.compile(
    r"^\s*(?:(?:den|det|de|alla|samtliga|respektive|varje|berörda?|ansvarig|kommunens|kommunala|"
    r"the|each|all|every|\w+s)\s+){0,3}$",
    re.I,
)
_RELATIVE = re.compile(r",?\s+(?:som|vilka|vars|who|which|that)\s.*$|\s*,.*$", re.I | re.S)
_MARKS = ' \n*_"”“'
_ACTING_KINDS = frozenset({"political", "administration", "company", "role"})
_HEADING_FILL = re.compile(
    r"\b(?:och|samt|and|the|de|kommunens|kommunala|roll|roller|ansvar|uppgift|uppgifter|uppdrag|"
    r"beslutar|ansvarar|ska|"
    r"role|responsibility|responsibilities|tasks|duties|of)\b|[\s,/:&–-]+",
    re.I,
)


class Performer(NamedTuple):
    """Who has a duty: the document's words and the lexicon's ids for them."""

    words: str
    actors: tuple[str, ...]


class SubjectFinder:
    """Finds performers with the lexicon's actors and the municipality's own name."""

    def __init__(self, actors: Actors, municipality: str) -> None:
        self._actors = actors
        self._place = (
            re.compile(rf"{re.escape(municipality)}(?:s kommun)?$") if municipality else None
        )

    def named(self, words: str) -> Performer | None:
        """The performer that ``words`` name as a whole ("Nämnder och bolag"), if they do.

        A heading such as "Barn och unga" tells whom the text is about, not who acts.
        """
        mentions = self._actors.find(words)
        rest = words
        for mention in reversed(mentions):
            after = re.match(r"s\b", rest[mention.span.end :])
            rest = rest[: mention.span.start] + rest[mention.span.end + (1 if after else 0) :]
        if not mentions or _HEADING_FILL.sub("", rest) or not all(map(self._acts, mentions)):
            return None
        shown = words[mentions[0].span.start : mentions[-1].span.end]
        if mentions[-1].span.end < len(words) and not shown.isupper():
            shown = shown.removesuffix("s")
        return Performer(shown, _ids(mentions))

    def _acts(self, mention: ActorMention) -> bool:
        actor = self._actors[mention.actor]
        return actor.kind in _ACTING_KINDS or bool(ROLE_WORD.search(actor.sv))

    def before_verb(self, words: str) -> Performer | None:
        """The performer whose words stand before the verb, if they are its subject."""
        subject = _RELATIVE.sub("", words).strip(_MARKS)
        listed = words.strip(_MARKS) if self._is_list(words) else subject
        head = _WITHIN.split(listed)[0].strip(" ,")
        if not head or re.match(r"(?:för|i|inom|vid|genom|på|med|som|in|at|by)\s", listed, re.I):
            return None
        mentions = [m for m in self._actors.find(head) if not _is_genitive(head, m)]
        if mentions and mentions[-1].span.end >= len(head) - 1:
            return Performer(listed.rstrip(" ,"), _ids(mentions))
        if self._place and self._place.search(head):
            return Performer(listed, _ids(self._actors.find("kommunen")))
        role = ROLE_WORD.search(head) or PRONOUNS.match(head)
        return Performer(listed, ()) if role and len(head.split()) <= 5 else None

    def after_verb(self, words: str) -> tuple[Performer, Span] | None:
        """The performer straight after the verb ("ska nämnderna ...") and where it stands."""
        mentions = self._actors.find(words)
        if not mentions or not _DETERMINERS.match(words[: mentions[0].span.start]):
            return None
        first = mentions[0]
        if (
            _is_genitive(words, first)
            and len(mentions) > 1
            and _adjacent(words, first, mentions[1])
        ):
            mentions = mentions[1:]
        elif _is_genitive(words, first):
            return None
        group = [mentions[0]]
        for mention in mentions[1:]:
            if not _JOINED.fullmatch(words[group[-1].span.end : mention.span.start]):
                break
            group.append(mention)
        span = Span(start=len(words) - len(words.lstrip()), end=group[-1].span.end)
        return Performer(span.of(words), _ids(group)), span

    def agent(self, words: str) -> Performer | None:
        """The performer that begins ``words`` (what follows "av", "hos" or "by")."""
        found = self.after_verb(words)
        return found[0] if found else None

    def _is_list(self, words: str) -> bool:
        """Whether commas in the subject divide actors ("nämnder, styrelser och bolag")."""
        pieces = re.split(r"\s*,\s*|\s+(?:och|samt|and)\s+", words.strip())
        return len(pieces) > 1 and all(self._actors.find(piece) for piece in pieces)


def _is_genitive(text: str, mention: ActorMention) -> bool:
    """Whether a mention only modifies what follows ("kommunens skolor", "KS:s ansvar")."""
    following = text[mention.span.end : mention.span.end + 2]
    surface = mention.span.of(text)
    more = text[mention.span.end :].strip()
    return following in (":s", "'s", "’s") or (
        (surface.endswith("s") and not surface.endswith(("fullmäktiges", "ss")) and _is_noun(more))
        or (surface.endswith("fullmäktiges") and bool(more))
    )


def _is_noun(rest: str) -> bool:
    return bool(rest) and not re.match(r"(?:och|samt|eller|and|or|,)(?:\s|$)", rest)


def _adjacent(text: str, left: ActorMention, right: ActorMention) -> bool:
    return not text[left.span.end : right.span.start].strip()


def _ids(mentions: list[ActorMention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.actor for mention in mentions))
