"""Which parts a report has: what the demands that are due ask for, each once, with the sentences
that ask for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from bot.services.reports.demand import Demand, Occasion, Want
from bot.services.reports.dueness import seldom
from bot.services.reports.stated_years import Years
from knowledge.model import Citation, Value


class Subject(StrEnum):
    """What a part is about; KINDS is the work of some kinds, activity by activity."""

    WHOLE = "whole"
    KINDS = "kinds"
    UNITS = "units"
    SHARE = "share"
    PARTICIPANTS = "participants"
    EFFECTS = "effects"
    EVALUATION = "evaluation"


class Timing(Value):
    """What may make the demand of a sentence one of other years: ``seldom`` as ``dueness.seldom``
    tells it, and the ``years`` that it is stated for.
    """

    citation: Citation
    seldom: Occasion | None
    years: Years | None


class Responsible(Value):
    """Who is to report, by the sentence of ``citation``; the rest as in ``Demand``."""

    citation: Citation
    actor: str
    actors: tuple[str, ...]


class Section(Value):
    """A part to be made, of the activities of ``kinds`` (() for all). ``responsible`` are those
    who are to report, as far as they are known; ``recipients`` the documents' own words for whom
    it is given to, or which report it stands in; ``timings`` those of its sentences that may be
    due in other years only.
    """

    subject: Subject
    kinds: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    responsible: tuple[Responsible, ...] = ()
    recipients: tuple[str, ...] = ()
    timings: tuple[Timing, ...] = ()


_SUBJECTS = {
    Want.FUNDING_SHARE: Subject.SHARE,
    Want.PARTICIPANTS: Subject.PARTICIPANTS,
    Want.NETWORK_PARTICIPANTS: Subject.PARTICIPANTS,
    Want.EFFECTS: Subject.EFFECTS,
    Want.EVALUATION: Subject.EVALUATION,
    Want.COMPILATION: Subject.WHOLE,
    Want.BY_UNIT: Subject.UNITS,
}

_ALWAYS = (Subject.UNITS, Subject.WHOLE, Subject.SHARE)


def outline(demands: Sequence[Demand]) -> tuple[Section, ...]:
    """The parts in the order of the demands. What every reader looks for follows, where nobody
    demands it: each unit, the whole and the money; without any demand, the effects too.
    """
    found: dict[tuple[Subject, tuple[str, ...]], Section] = {}
    for each in (section for demand in demands for section in _asked_for(demand)):
        key = (each.subject, each.kinds)
        found[key] = _joined(found[key], each) if key in found else each
    for subject in (*_ALWAYS, *(() if demands else (Subject.EFFECTS,))):
        found.setdefault((subject, ()), Section(subject=subject))
    return tuple(found.values())


def _asked_for(demand: Demand) -> Iterator[Section]:
    recipients = (_inside_a_sentence(demand.recipient),) if demand.recipient else ()
    responsible = _responsible(demand)
    own = _own_subject(demand)
    if own is not None:
        yield Section(
            subject=own,
            kinds=demand.kinds,
            citations=(demand.citation,),
            responsible=responsible,
            recipients=recipients,
            timings=_timings(demand, demand.citation),
        )
    for each in demand.wanted:
        is_same_sentence = each.citation == demand.citation
        yield Section(
            subject=_SUBJECTS[each.want],
            kinds=each.kinds,
            citations=(each.citation,),
            responsible=responsible if is_same_sentence else (),
            recipients=recipients if is_same_sentence else (),
            timings=_timings(demand, each.citation),
        )


def _responsible(demand: Demand) -> tuple[Responsible, ...]:
    """Not those whom the lexicon does not know: pronouns, and whoever does something."""
    if not demand.actors:
        return ()
    return (Responsible(citation=demand.citation, actor=demand.actor, actors=demand.actors),)


def _inside_a_sentence(recipient: str) -> str:
    """Words that may have begun a sentence, as they stand inside one: "i årsredovisningen"."""
    preposition, *rest = recipient.split(maxsplit=1)
    return " ".join((preposition.lower() if preposition.istitle() else preposition, *rest))


def _timings(demand: Demand, citation: Citation) -> tuple[Timing, ...]:
    waits_for = seldom(demand)
    if waits_for is None and demand.years is None:
        return ()
    return (Timing(citation=citation, seldom=waits_for, years=demand.years),)


def _own_subject(demand: Demand) -> Subject | None:
    """What the sentence asks for by itself; nothing, where evaluating is all that it speaks of."""
    if demand.each_unit:
        return Subject.UNITS
    if demand.kinds:
        return Subject.KINDS
    wants = {each.want for each in demand.wanted if each.citation == demand.citation}
    return None if wants == {Want.EVALUATION} else Subject.WHOLE


def _joined(first: Section, second: Section) -> Section:
    return first.model_copy(
        update={
            "citations": tuple(dict.fromkeys((*first.citations, *second.citations))),
            "responsible": tuple(dict.fromkeys((*first.responsible, *second.responsible))),
            "recipients": tuple(dict.fromkeys((*first.recipients, *second.recipients))),
            "timings": tuple(dict.fromkeys((*first.timings, *second.timings))),
        }
    )
