"""Options of an activity as the fields of its content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date
from itertools import chain

from bot.channels.terminal.session import Session
from bot.channels.terminal.usage import WrongUsage
from bot.domain.activities.activity import Content, Funding
from bot.domain.activities.money import Currency
from bot.services.activities.fundings import currency_of, funding_in
from bot.services.activities.rows import RUNNING, RowReader
from bot.services.activities.sheets import BadCell, Row
from knowledge.model import Citation


class Options:
    """What was given on the command line: texts by column, None for what was not given."""

    def __init__(
        self,
        texts: Mapping[str, str | None],
        funding: Sequence[str] | None,
        goals: Sequence[str] | None,
    ) -> None:
        self._texts = {column: text for column, text in texts.items() if text is not None}
        self._funding = funding
        self._goals = goals

    def fields(
        self,
        session: Session,
        reader: RowReader,
        goals: Sequence[Citation],
        before: Content | None = None,
    ) -> dict[str, object]:
        """The fields of a content that were given; ``goals`` are those of the municipality, by
        number from 1, and ``before`` tells what goes with a half of dates or participants.

        Raises WrongUsage with all that cannot be read.
        """
        whole = _completed(self._texts, before)
        row = Row(0, _with_euros(whole), _option_names(whole))
        told = reader.fields(row)
        if self._funding is not None:
            told["funding"] = tuple(_fundings(self._funding, row))
        if self._goals is not None:
            told["goals"] = tuple(_chosen(self._goals, goals, row))
        refuse(session, row, {each: whole[each] for each in whole.keys() - self._texts.keys()})
        return told


def refuse(session: Session, row: Row, stored: Mapping[str, str] | None = None) -> None:
    """Raises WrongUsage if anything is wrong with the row; ``stored`` are cells that nobody gave,
    by column, which is told where two cells do not go together.
    """
    if row.problems:
        wrong = [
            f"{each.column}: {session.say(each.reason, **each.details)}" for each in row.problems
        ]
        reasons = {each.reason for each in row.problems}
        raise WrongUsage("; ".join([*wrong, *_not_given(session, reasons, stored or {})]))


_OF_TWO = {
    "reason-cell-last-before-first": ("first", "last"),
    "reason-cell-too-many-young": ("participants", "young"),
}
"""What is wrong with two columns together."""


def _not_given(session: Session, reasons: Set[str], stored: Mapping[str, str]) -> Iterator[str]:
    for column in chain.from_iterable(_OF_TWO[each] for each in _OF_TWO.keys() & reasons):
        if column in stored:
            yield session.say("usage-stored-value", option=f"--{column}", value=stored[column])


def _option_names(texts: Mapping[str, str]) -> Mapping[str, str]:
    names = {column: f"--{_OPTIONS.get(column, column)}" for column in texts}
    return {**names, "cost_eur": "--cost", "funding": "--funding", "goals": "--goal"}


_OPTIONS = {"cities": "towns", "countries": "country", "partners": "partner"}
"""Options that are called otherwise than their columns."""


def _with_euros(texts: Mapping[str, str]) -> dict[str, str]:
    """The cost in the column of its currency."""
    told = dict(texts)
    if currency_of(told.get("cost", "")) is Currency.EUR:
        told["cost_eur"] = told.pop("cost")
    return told


def _completed(texts: Mapping[str, str], before: Content | None) -> Mapping[str, str]:
    """With the other half of dates and participants, where only one is given."""
    if before is None:
        return texts
    whole = dict(texts)
    dates, people = before.dates, before.participants
    if "last" in texts:
        whole.setdefault("first", dates.first.isoformat())
    elif "first" in texts and dates.last != dates.first:
        whole["last"] = _written(dates.last)
    if "young" in texts and people is not None:
        whole.setdefault("participants", str(people.total))
    elif "participants" in texts and people is not None and people.young is not None:
        whole["young"] = str(people.young)
    return whole


def _written(last: date | None) -> str:
    return last.isoformat() if last else next(iter(RUNNING))


def _fundings(texts: Sequence[str], row: Row) -> list[Funding]:
    """What each text tells; a blank one is for none."""
    told = []
    for text in filter(str.strip, texts):
        try:
            told.append(funding_in(text))
        except BadCell as error:
            row.refuse("funding", error.reason, **error.details)
    return told


def _chosen(texts: Sequence[str], goals: Sequence[Citation], row: Row) -> list[Citation]:
    """The goals of these numbers; 0, or a blank, is for none."""
    numbered = {str(number): goal for number, goal in enumerate(goals, 1)}
    given = dict.fromkeys(each.strip() for each in texts)
    for text in given:
        if text not in {"", "0", *numbered}:
            row.refuse("goals", "reason-option-goal", value=text)
    return [numbered[each] for each in given if each in numbered]
