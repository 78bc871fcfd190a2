"""Questions in the coordinator's hands."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, select, update
from sqlalchemy.exc import IntegrityError

from bot.domain.hand_overs import HandOver
from bot.services.errors import QuestionGone
from bot.storage import tables
from bot.storage.connections import Connections
from bot.storage.rows import changes_one, fields_of, insert_new, row_of

_hand_overs = tables.hand_over.c


class SqlHandOverBook:
    """``ports.HandOverBook``."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def open(self, hand_over: HandOver) -> bool:
        """Hand a question over. False if it is handed over already. Raises QuestionGone."""
        row = {**hand_over.model_dump(exclude={"venue"}), **row_of(hand_over.venue)}
        try:
            with self._connections.writing() as connection:
                return insert_new(connection, tables.hand_over, row)
        except IntegrityError as error:
            raise QuestionGone(f"no question {hand_over.question}") from error

    def find(self, identity: str) -> HandOver | None:
        """One hand-over by id."""
        return next(iter(self._list(_where(_hand_overs.id == identity))), None)

    def of_question(self, question: str) -> HandOver | None:
        """The hand-over of a question."""
        return next(iter(self._list(_where(_hand_overs.question == question))), None)

    def withdraw(self, identity: str) -> None:
        """Take one back whose card was not posted; nothing if it was."""
        unposted = delete(tables.hand_over).where(
            _hand_overs.id == identity, _hand_overs.card.is_(None)
        )
        with self._connections.writing() as connection:
            connection.execute(unposted)

    def posted(self, identity: str, card: str) -> None:
        """Its card stands in the coordinators' channel."""
        self._change({"card": card}, _hand_overs.id == identity)

    def answer(self, identity: str, text: str, by: str, at: datetime) -> bool:
        """Answer it. False, and nothing changed, if somebody has answered already."""
        answer = {"answer": text, "answered_by": by, "answered_at": at}
        return self._change(answer, _hand_overs.id == identity, _hand_overs.answered_at.is_(None))

    def delivered(self, identity: str, message: str) -> None:
        """The asker has the answer, in that message."""
        self._change({"delivered": message}, _hand_overs.id == identity)

    def undelivered(self, since: datetime) -> list[HandOver]:
        """Those answered since then whose answer has not reached the asker, oldest first."""
        waiting = _where(_hand_overs.answered_at >= since).where(_hand_overs.delivered.is_(None))
        return self._list(waiting.order_by(_hand_overs.answered_at, _hand_overs.id))

    def remind(self, identity: str, reminders: int) -> bool:
        """Count a reminder. False if somebody else counted it or it was answered meanwhile."""
        return self._change(
            {"reminders": reminders + 1},
            _hand_overs.id == identity,
            _hand_overs.reminders == reminders,
            _hand_overs.answered_at.is_(None),
        )

    def all_open(self) -> list[HandOver]:
        """Those that nobody has answered, oldest first."""
        unanswered = _where(_hand_overs.answered_at.is_(None))
        return self._list(unanswered.order_by(_hand_overs.handed_over_at, _hand_overs.id))

    def _change(self, values: dict[str, object], *conditions: ColumnElement[bool]) -> bool:
        """Change one hand-over; whether the conditions held."""
        statement = update(tables.hand_over).where(*conditions).values(values)
        with self._connections.writing() as connection:
            return changes_one(connection, statement)

    def _list(self, statement: Select[Any]) -> list[HandOver]:
        with self._connections.reading() as connection:
            return [
                HandOver.model_validate(fields_of(row)) for row in connection.execute(statement)
            ]


def _where(condition: ColumnElement[bool]) -> Select[Any]:
    return select(tables.hand_over).where(condition)
