"""What is kept of each person, in all the tables."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Connection, Select, delete, or_, select, update

from bot.domain.hand_overs import HandOver
from bot.domain.people import Preferences
from bot.domain.questions import Feedback, LoggedQuestion
from bot.services.ports import Denial, EditedUnit, ErasedRecords, PersonRecords
from bot.storage import tables
from bot.storage.activity_rows import activity_of, all_activities, change_of
from bot.storage.agreement_rows import agreement_of, agreements_of
from bot.storage.agreement_rows import change_of as agreement_change_of
from bot.storage.agreement_rows import changes_of as agreement_changes_of
from bot.storage.calendar import (
    acknowledgements_by,
    acknowledgements_of,
    decisions_by,
    decisions_of,
    feeds_by,
)
from bot.storage.calendar_tables import calendar_feed, duty_decision, duty_drift_seen
from bot.storage.connections import Connections
from bot.storage.contact_rows import change_of as contact_change_of
from bot.storage.contact_rows import changes_of, contact_of, contacts_of
from bot.storage.reminder_people import broadcasts_of, dispatches_of, events_of, recipients_of
from bot.storage.rows import fields_of

_activities = tables.activity.c
_changes = tables.activity_change.c
_questions = tables.question.c
_feedback = tables.feedback.c
_hand_overs = tables.hand_over.c
_preferences = tables.preference.c
_channels = tables.channel_setting.c
_editors = tables.unit_editor.c
_denials = tables.denial.c

_RENAMED = (
    *(_hand_overs.answered_by, _channels.set_by),
    *(each.c.by for each in (duty_decision, duty_drift_seen, calendar_feed)),
)
"""The columns of people who did something that stays."""


class SqlPersonBook:
    """``ports.PersonBook``."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def of(self, person: str) -> PersonRecords:
        """All that is kept of a person, of one state of the database."""
        with self._connections.snapshot() as connection:
            return PersonRecords(
                activities=tuple(map(activity_of, connection.execute(_activities_of(person)))),
                changes=tuple(map(change_of, connection.execute(_changes_of(person)))),
                questions=tuple(
                    LoggedQuestion.model_validate(fields_of(row))
                    for row in connection.execute(_questions_of(person))
                ),
                feedback=tuple(
                    Feedback.model_validate(dict(row._mapping))
                    for row in connection.execute(_feedback_of(person))
                ),
                hand_overs=tuple(
                    HandOver.model_validate(fields_of(row))
                    for row in connection.execute(_hand_overs_of(person))
                ),
                preferences=_preferences_of(connection, person),
                channels=tuple(connection.execute(_channels_of(person)).scalars()),
                units=tuple(
                    EditedUnit.model_validate(dict(row._mapping))
                    for row in connection.execute(_units_of(person))
                ),
                denials=tuple(
                    Denial.model_validate(dict(row._mapping))
                    for row in connection.execute(_denials_of(person))
                ),
                contacts=tuple(map(contact_of, connection.execute(contacts_of(person)))),
                contact_changes=tuple(
                    map(contact_change_of, connection.execute(changes_of(person)))
                ),
                agreements=tuple(map(agreement_of, connection.execute(agreements_of(person)))),
                agreement_changes=tuple(
                    map(agreement_change_of, connection.execute(agreement_changes_of(person)))
                ),
                decisions=tuple(decisions_of(connection.execute(decisions_by(person)))),
                drifts_seen=tuple(
                    acknowledgements_of(connection.execute(acknowledgements_by(person)))
                ),
                calendar_feeds=tuple(connection.execute(feeds_by(person)).scalars()),
                broadcasts=tuple(broadcasts_of(connection, person)),
                broadcast_events=tuple(events_of(connection, person)),
                recipients=tuple(recipients_of(connection, person)),
                dispatches=tuple(dispatches_of(connection, person)),
            )

    def erase(self, person: str, pseudonym: str) -> ErasedRecords:
        """Remove what is kept of a person besides activities and contacts; what has to stay, stays
        under the pseudonym.
        """
        with self._connections.writing() as connection:

            def removed(column: Column[Any]) -> int:
                theirs = delete(column.table).where(column == person)
                return connection.execute(theirs).rowcount

            def renamed(column: Column[Any]) -> int:
                theirs = update(column.table).where(column == person)
                return connection.execute(theirs.values({column: pseudonym})).rowcount

            return ErasedRecords(
                feedback=removed(_feedback.person),
                hand_overs=removed(_hand_overs.asker),
                questions=removed(_questions.asker),
                preferences=removed(_preferences.person),
                denials=removed(_denials.person),
                renamed=sum(map(renamed, _RENAMED)),
            )


def _activities_of(person: str) -> Select[Any]:
    theirs = all_activities().where(_activities.logged_by == person)
    return theirs.order_by(_activities.id)


def _changes_of(person: str) -> Select[Any]:
    theirs = select(tables.activity_change).where(_changes.by == person)
    return theirs.order_by(_changes.at, _changes.activity, _changes.version)


def _questions_of(person: str) -> Select[Any]:
    theirs = select(tables.question).where(_questions.asker == person)
    return theirs.order_by(_questions.asked_at, _questions.id)


def _feedback_of(person: str) -> Select[Any]:
    theirs = select(tables.feedback).where(_feedback.person == person)
    return theirs.order_by(_feedback.given_at, _feedback.question)


def _hand_overs_of(person: str) -> Select[Any]:
    theirs = or_(_hand_overs.asker == person, _hand_overs.answered_by == person)
    chosen = select(tables.hand_over).where(theirs)
    return chosen.order_by(_hand_overs.handed_over_at, _hand_overs.id)


def _preferences_of(connection: Connection, person: str) -> Preferences:
    chosen = [_preferences[name] for name in Preferences.model_fields]
    row = connection.execute(select(*chosen).where(_preferences.person == person)).first()
    return Preferences.model_validate(dict(row._mapping)) if row else Preferences()


def _channels_of(person: str) -> Select[Any]:
    theirs = select(_channels.channel).where(_channels.set_by == person)
    return theirs.order_by(_channels.channel)


def _units_of(person: str) -> Select[Any]:
    theirs = select(_editors.municipality, _editors.unit).where(_editors.person == person)
    return theirs.order_by(_editors.municipality, _editors.unit)


def _denials_of(person: str) -> Select[Any]:
    told = select(*[_denials[name] for name in Denial.model_fields])
    return told.where(_denials.person == person).order_by(_denials.at, _denials.id)
