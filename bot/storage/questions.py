"""The questions asked, their answers, and what people think of these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, select, update
from sqlalchemy.exc import IntegrityError

from bot.domain.questions import Feedback, LoggedQuestion, Venue
from bot.services.errors import QuestionGone
from bot.storage import tables
from bot.storage.connections import Connections
from bot.storage.rows import changes_one, fields_of, insert_new, put, row_of

_MOST_AT_ONCE = 10_000
"""Values in one statement: SQLite takes 32,766 (https://sqlite.org/limits.html)."""

_questions = tables.question.c


class SqlQuestionLog:
    """``ports.QuestionLog``."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, question: LoggedQuestion) -> bool:
        """Log a question. False, and nothing changed, if one of its key is there already."""
        with self._connections.writing() as connection:
            return insert_new(connection, tables.question, _row(question))

    def find(self, identity: str) -> LoggedQuestion | None:
        """One question by id."""
        return self._one(_all().where(_questions.id == identity))

    def of_delivery(self, key: str) -> LoggedQuestion | None:
        """The question that came with a delivery."""
        return self._one(_all().where(_questions.key == key))

    def told(self, identity: str, message: str) -> None:
        """Its answer was told in that message."""
        self._set(identity, message=message)

    def share(self, identity: str, mark: str) -> bool:
        """Mark it as shared by ``mark``. False if it was shared already."""
        unshared = update(tables.question).where(
            _questions.id == identity, _questions.shared.is_(None)
        )
        with self._connections.writing() as connection:
            return changes_one(connection, unshared.values(shared=mark))

    def unshare(self, identity: str) -> None:
        """It was not shared after all."""
        self._set(identity, shared=None)

    def last_in(self, venue: Venue, asker: str) -> LoggedQuestion | None:
        """The question asked last in a venue that ``asker`` can have seen the answer of."""
        here = _all().where(
            _questions.channel == venue.channel,
            _questions.thread == venue.thread,
            _questions.is_private == venue.is_private,
        )
        if venue.is_private or venue.thread is None:
            here = here.where(_questions.asker == asker)
        return self._one(_latest_first(here).limit(1))

    def last_of(self, asker: str, most: int) -> list[LoggedQuestion]:
        """A person's questions, latest first."""
        return self._list(_latest_first(_all().where(_questions.asker == asker)).limit(most))

    def since(self, start: datetime) -> list[LoggedQuestion]:
        """All questions asked from ``start`` on, oldest first."""
        later = _all().where(_questions.asked_at >= start)
        return self._list(later.order_by(_questions.asked_at, _questions.id))

    def count_before(self, before: datetime) -> int:
        """How many ``forget`` would remove."""
        old = select(func.count()).select_from(tables.question).where(_questions.asked_at < before)
        with self._connections.reading() as connection:
            return connection.execute(old).scalar_one()

    def forget(self, before: datetime) -> int:
        """Remove questions asked before that, with their feedback and hand-overs; how many."""
        old = delete(tables.question).where(_questions.asked_at < before)
        with self._connections.writing() as connection:
            return connection.execute(old).rowcount

    def _set(self, identity: str, **values: str | None) -> None:
        with self._connections.writing() as connection:
            connection.execute(
                update(tables.question).where(_questions.id == identity).values(values)
            )

    def _one(self, statement: Select[Any]) -> LoggedQuestion | None:
        return next(iter(self._list(statement)), None)

    def _list(self, statement: Select[Any]) -> list[LoggedQuestion]:
        with self._connections.reading() as connection:
            return [_question(row) for row in connection.execute(statement)]


class SqlFeedbackLog:
    """``ports.FeedbackLog``."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def give(self, feedback: Feedback) -> None:
        """Set a person's word on a question, unless a later one is there. Raises QuestionGone."""
        try:
            with self._connections.writing() as connection:
                put(connection, tables.feedback, feedback.model_dump(), dated_by="given_at")
        except IntegrityError as error:
            raise QuestionGone(f"no question {feedback.question}") from error

    def on(self, questions: Sequence[str]) -> list[Feedback]:
        """The feedback on these questions, oldest first."""
        with self._connections.reading() as connection:
            found = [
                Feedback.model_validate(dict(row._mapping))
                for start in range(0, len(questions), _MOST_AT_ONCE)
                for row in _feedback_on(connection, questions[start : start + _MOST_AT_ONCE])
            ]
        return sorted(found, key=lambda each: (each.given_at, each.question, each.person))


def _all() -> Select[Any]:
    return select(tables.question)


def _latest_first(statement: Select[Any]) -> Select[Any]:
    return statement.order_by(_questions.asked_at.desc(), _questions.id.desc())


def _row(question: LoggedQuestion) -> dict[str, object]:
    row = question.model_dump(exclude={"venue", "answer"})
    answer = question.answer.model_dump(mode="json")
    return {**row, **row_of(question.venue), "answer": answer}


def _question(row: Row[Any]) -> LoggedQuestion:
    return LoggedQuestion.model_validate(fields_of(row))


def _feedback_on(connection: Connection, questions: Sequence[str]) -> Iterable[Row[Any]]:
    table = tables.feedback
    return connection.execute(select(table).where(table.c.question.in_(questions)))
