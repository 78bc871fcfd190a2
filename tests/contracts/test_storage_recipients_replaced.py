"""Somebody else in a recipient's place, on every database."""

from __future__ import annotations

import pytest

from bot.domain.reminders.broadcast import EventKind
from bot.domain.reminders.dispatch import DispatchState
from bot.domain.reminders.occurrence import RecipientState
from tests.contracts.recipients import changed
from tests.contracts.reminders import answer, event, first, planned, recipient, standing, states
from tests.contracts.storages import Storage

WAITING = DispatchState.WAITING
DROPPED = DispatchState.DROPPED


def test_somebody_else_takes_a_recipients_place(storage: Storage) -> None:
    made = planned(storage, ["U1"])
    before = standing(storage, made, "U1")
    after = changed(before, RecipientState.REPLACED)
    instead = recipient("U2", occurrence=made.id, state=RecipientState.WAITING)
    told = event(EventKind.REPLACED, person="U1")

    assert storage.occurrences.replace(
        before, after, None, instead, told, [first("U2", occurrence=made.id)]
    )

    assert standing(storage, made, "U1") == after
    assert standing(storage, made, "U2") == instead
    assert states(storage, made) == {"U1": DROPPED, "U2": WAITING}
    assert storage.broadcasts.record(made.broadcast)[-1].kind is EventKind.REPLACED


def test_who_is_a_recipient_already_is_changed_and_gets_what_asks_for_all(
    storage: Storage,
) -> None:
    made = planned(storage, ["U1", "U2"])
    before, there = standing(storage, made, "U1"), standing(storage, made, "U2")
    after = changed(before, RecipientState.REPLACED)
    instead = there.model_copy(update={"also": ("un", "kultur")})
    anew = first("U2", occurrence=made.id, number=1)

    assert storage.occurrences.replace(before, after, there, instead, event(), [anew])

    assert standing(storage, made, "U1") == after
    assert standing(storage, made, "U2") == instead
    told = [(each.person, each.state) for each in storage.outbox.of_occurrence(made.id)]
    assert told == [("U1", DROPPED), ("U2", DROPPED), ("U2", WAITING)]


def test_who_is_a_recipient_already_and_stays_so_keeps_their_messages(storage: Storage) -> None:
    made = planned(storage, ["U1", "U2"])
    before, there = standing(storage, made, "U1"), standing(storage, made, "U2")
    after = changed(before, RecipientState.REPLACED)

    assert storage.occurrences.replace(before, after, there, there, event())

    assert standing(storage, made, "U2") == there
    assert states(storage, made) == {"U1": DROPPED, "U2": WAITING}


@pytest.mark.parametrize("is_there", [True, False])
def test_nobody_takes_a_place_who_has_changed_meanwhile(storage: Storage, is_there: bool) -> None:
    made = planned(storage, ["U1", "U2"] if is_there else ["U1"])
    before = standing(storage, made, "U1")
    there = standing(storage, made, "U2") if is_there else recipient("U2", occurrence=made.id)
    if is_there:
        assert answer(storage, made, "U2")
    now, record = storage.occurrences.recipients(made.id), storage.broadcasts.record(made.broadcast)
    new = first("U2", occurrence=made.id, number=1)

    assert not storage.occurrences.replace(
        before, changed(before, RecipientState.REPLACED), there, there, event(), [new]
    )
    if is_there:
        assert not storage.occurrences.replace(
            before, changed(before, RecipientState.REPLACED), None, there, event(), [new]
        )

    assert storage.occurrences.recipients(made.id) == now
    assert storage.broadcasts.record(made.broadcast) == record
    assert all(each.number == 0 for each in storage.outbox.of_occurrence(made.id))
