"""The proposals of a document: its duties, measures and review rule, as far as they tell a time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from bot.domain.reminders.proposals import Identity, Proposal, StatedYears
from bot.services.calendar.intervals import spaced, spacing_in
from bot.services.calendar.when import Told, told_in
from bot.services.calendar.when_words import other_phrases
from bot.services.reports.demand import Occasion
from bot.services.reports.occasion_words import occasions_in
from bot.services.reports.stated_years import years_in
from knowledge.citations import cite
from knowledge.language.actors import load_actors
from knowledge.language.expressions import times
from knowledge.model import ActionItem, Document, Duty, FactName, Place

_NO_TIME = re.compile(r"^(?:tills|till\s+dess|until)\b", re.I)
"""How long something holds, not when something is done."""

_NOT = re.compile(
    r"\b(?:ska|skall|bör|måste|behöver|krävs|får|shall|must|should|needs?|does|do|is|are)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:inte|ej|aldrig|not|never)\b(?!\s+(?:bara|endast|enbart|only|minst))",
    re.I,
)
_RECURRING = re.compile(
    r"\b(?:årlig\w*|varje|vart|varje\s+år|per\s+år|om\s+året|annual\w*|yearly|every|each)\b", re.I
)


class _Telling(NamedTuple):
    """Who does what, in a document's words; ``words`` are those that may say when."""

    place: Place
    what: str
    who: str
    actors: tuple[str, ...]
    when: str


def proposals_of(documents: Sequence[Document]) -> tuple[Proposal, ...]:
    """The proposals of a municipality's documents, in the order of their places."""
    return tuple(each for document in documents for each in _of_document(document))


def _of_document(document: Document) -> Iterator[Proposal]:
    tellings = [*_of_duties(document), *_of_actions(document), *_of_facts(document)]
    seen: Counter[Identity] = Counter()
    for telling in sorted(tellings, key=lambda each: each.place.span.start):
        years = _years(document, telling)
        for each in told_in(telling.when, years):
            told = spaced(each, _spacing(document, telling), document, years)
            first = Identity(
                document=document.id,
                path=document.sections[telling.place.section].path,
                quote=on_one_line(document.quote(telling.place)),
            )
            identity = first.model_copy(update={"ordinal": seen[first]})
            seen[first] += 1
            yield _proposal(document, telling, told, years, identity)


def on_one_line(text: str) -> str:
    """A text with single spaces: how its lines break is the file's, not the document's."""
    return " ".join(text.split())


def _proposal(
    document: Document,
    telling: _Telling,
    told: Told,
    years: StatedYears | None,
    identity: Identity,
) -> Proposal:
    section, span = document.sections[telling.place.section], telling.place.span
    page = next((each.page for each in document.passages if each.span.holds(span)), None)
    return Proposal(
        identity=identity,
        municipality=document.municipality,
        what=on_one_line(telling.what),
        who=on_one_line(telling.who),
        actors=telling.actors,
        when=on_one_line(telling.when),
        citation=cite(document, section, span, page),
        basis=told.basis,
        schedule=told.schedule,
        years=years,
        interval=told.interval,
    )


def _of_duties(document: Document) -> Iterator[_Telling]:
    """What the same actor is to do at the same time by one sentence is one."""
    for place, same in groupby(document.duties, key=lambda duty: duty.place):
        duties, sentence = list(same), document.quote(place)
        told = [(duty, _when(duty, _words(duty, duties, sentence))) for duty in duties]
        for (actor, when), group in groupby(told, key=lambda each: (each[0].actor, each[1])):
            if when:
                own = [duty for duty, _ in group]
                what = "; ".join(duty.action for duty in own)
                yield _Telling(place, what, actor or "", own[0].actors, when)


def _words(duty: Duty, duties: Sequence[Duty], sentence: str) -> str:
    """The words of a duty, with the sentence's beginning, which may say when for all of them."""
    starts = [start for each in duties if (start := sentence.find(each.action)) >= 0]
    return f"{sentence[: min(starts, default=0)]} {duty.action}"


def _when(duty: Duty, words: str) -> str:
    """The words that say when; "" where there are none."""
    if _NOT.search(words):
        return ""
    told = [duty.time] if duty.time else []
    told += (span.of(words) for span in times(words) if duty.time)
    told += other_phrases(words)
    if duty.recipient and occasions_in(duty.recipient):
        told.append(duty.recipient)
    return _together([each for each in told if not _NO_TIME.match(each)], words)


def _together(told: Sequence[str], words: str) -> str:
    """What is told, as one stretch of the words where it stands side by side there."""
    distinct = _distinct(told)
    stretch = " ".join(distinct)
    return stretch if stretch in words else "; ".join(distinct)


def _distinct(told: Sequence[str]) -> list[str]:
    """Those of which no other one has all the words, each once."""
    once = list(dict.fromkeys(told))
    return [each for each in once if not any(each in other for other in once if other != each)]


def _of_actions(document: Document) -> Iterator[_Telling]:
    for action in document.actions:
        if action.time and _tells(action):
            responsible = action.responsible or ""
            mentions = load_actors().find(responsible)
            actors = tuple(dict.fromkeys(mention.actor for mention in mentions))
            yield _Telling(action.place, action.measure, responsible, actors, action.time)


def _tells(action: ActionItem) -> bool:
    time = action.time or ""
    return bool(time.strip("- –") and not _NO_TIME.match(time))


def _of_facts(document: Document) -> Iterator[_Telling]:
    """How often the document itself is to be tried ("1 gång per mandatperiod")."""
    owner = document.fact(FactName.OWNER)
    for fact in document.facts:
        if fact.name is FactName.REVIEW_RULE and fact.value and fact.place and times(fact.value):
            place = _line_of(document, fact.place)
            label = document.quote(place).partition(fact.value)[0].strip(" :\t\n")
            who = (owner.value if owner else None) or ""
            actors = tuple(mention.actor for mention in load_actors().find(who))
            yield _Telling(place, label or fact.value, who, actors, fact.value)


def _line_of(document: Document, place: Place) -> Place:
    """The whole line of a fact, with its label, where the document keeps the two together."""
    for passage in document.passages:
        for unit in passage.units:
            if unit.holds(place.span):
                return place.model_copy(update={"span": unit})
    return place


def _years(document: Document, telling: _Telling) -> StatedYears | None:
    """What something is stated for; failing that the headings, the nearest first."""
    recurs = bool(_RECURRING.search(telling.when))
    headings = (document.title, *document.sections[telling.place.section].path)
    found = next(
        filter(None, (years_in(e, recurs=recurs) for e in (telling.when, *reversed(headings)))),
        None,
    )
    return StatedYears(first=found.first, last=found.last) if found else None


def _spacing(document: Document, telling: _Telling) -> Occasion | None:
    """Every how many years; None for what is yearly, or tells it not. The sentence may name one of
    the years beside those words.
    """
    every = spacing_in(telling.when)
    whole = spacing_in(document.quote(telling.place)) if every else None
    return whole if whole and every and whole.every == every.every else every


def sentences_of(document: Document) -> Iterator[tuple[Place, int | None]]:
    """What may be cited of a document, with its page: sentences, items, lines, whole measures."""
    measures = {action.place.span for action in document.actions}
    for action in document.actions:
        yield action.place, None
    for passage in document.passages:
        if not any(passage.span.holds(span) for span in measures):
            for unit in passage.units:
                place = Place(document=document.id, section=passage.section, span=unit)
                yield place, passage.page
