from __future__ import annotations

from contextlib import closing

from sqlalchemy import event

from bot.domain.activities.activity import ChangeKind
from bot.domain.activities.units import Unit, UnitKind
from bot.domain.people import Preferences
from bot.domain.questions import ChannelSettings, Feedback, Verdict
from bot.services.ports import Denial, EditedUnit, ErasedRecords, PersonRecords
from bot.storage.connections import Connections, read_address
from bot.storage.database import open_database
from bot.storage.people import SqlPersonBook
from tests.contracts.activities import added, changed, doing, meeting
from tests.contracts.storages import NOON, Storage, later, make_hand_over, make_question

PERSON, OTHER = "U1", "U2"


def fill(storage: Storage) -> None:
    """Two people who have done the same things."""
    for person in (PERSON, OTHER):
        for number in (2, 1):
            question = make_question(f"{person}-{number}", asker=person, asked_at=later(number))
            assert storage.questions.add(question)
        storage.settings.prefer(person, Preferences(municipality="Skövde"))
        storage.settings.set_channel(f"C-{person}", ChannelSettings(), person, NOON)
        storage.denials.add(Denial(person=person, action="report", reason="no", at=NOON))
    for person, about in ((PERSON, "U1-1"), (PERSON, "U2-1"), (OTHER, "U1-1")):
        feedback = Feedback(question=about, person=person, verdict=Verdict.UP, given_at=NOON)
        storage.feedback.give(feedback)
    asked = make_hand_over("asked", "U1-1")
    elsewhere = make_hand_over("elsewhere", "U2-1", handed_over_at=later(1))
    answered = make_hand_over("answered", "U2-2", handed_over_at=later(2))
    for each in (asked, elsewhere, answered.model_copy(update={"asker": OTHER})):
        assert storage.hand_overs.open(each)
    assert storage.hand_overs.answer("answered", "Kommunstyrelsen.", PERSON, later(3))
    unit = Unit(
        id="skola",
        municipality="Skara",
        name="Skolan",
        kind=UnitKind.SCHOOL,
        editors=frozenset({PERSON, OTHER}),
    )
    storage.units.replace("Skara", [unit])


def test_all_that_is_kept_of_a_person_is_found_oldest_first(storage: Storage) -> None:
    fill(storage)
    kept = storage.people.of(PERSON)
    assert [each.id for each in kept.questions] == ["U1-1", "U1-2"]
    assert kept.questions[0].answer == make_question("x").answer
    assert [each.question for each in kept.feedback] == ["U1-1", "U2-1"]
    assert [each.id for each in kept.hand_overs] == ["asked", "elsewhere", "answered"]
    assert kept.preferences == Preferences(municipality="Skövde")
    assert kept.channels == ("C-U1",)
    assert kept.units == (EditedUnit(municipality="Skara", unit="skola"),)
    assert [each.action for each in kept.denials] == ["report"]


def test_of_a_person_that_nobody_knows_nothing_is_kept(storage: Storage) -> None:
    fill(storage)
    assert storage.people.of("U9") == PersonRecords()


def test_what_is_kept_of_a_person_is_read_as_it_was_in_one_moment(address: str) -> None:
    with (
        closing(open_database(address)) as database,
        closing(Connections(read_address(address))) as connections,
    ):
        made = added(database.activities, meeting(), PERSON)
        before = database.people.of(PERSON)

        def save_between(_: object, __: object, statement: str, *___: object) -> None:
            if "FROM activity " in statement.replace("\n", " "):
                correcting = doing(PERSON, 1, ChangeKind.CORRECTED)
                now = changed(made, title="changed")
                saved = database.activities.save(1, now, correcting, made.content)
                assert saved is not None

        event.listen(connections.engine, "after_cursor_execute", save_between)
        assert SqlPersonBook(connections).of(PERSON) == before
        assert len(database.people.of(PERSON).changes) == 2


def test_what_is_kept_of_a_person_can_be_written_down(storage: Storage) -> None:
    fill(storage)
    kept = storage.people.of(PERSON)
    assert PersonRecords.model_validate_json(kept.model_dump_json()) == kept


def test_an_erased_person_is_gone_but_for_answers_and_settings_under_the_pseudonym(
    storage: Storage,
) -> None:
    fill(storage)
    erased = storage.people.erase(PERSON, "raderad-1")
    assert erased == ErasedRecords(
        feedback=2, hand_overs=2, questions=2, preferences=1, denials=1, renamed=2
    )
    left = storage.people.of(PERSON)
    assert left == PersonRecords(units=left.units)
    renamed = storage.people.of("raderad-1")
    assert [each.id for each in renamed.hand_overs] == ["answered"]
    assert renamed.hand_overs[0].answer == "Kommunstyrelsen."
    assert renamed.channels == ("C-U1",)


def test_others_keep_what_is_theirs(storage: Storage) -> None:
    fill(storage)
    before = storage.people.of(OTHER)
    storage.people.erase(PERSON, "raderad-1")
    after = storage.people.of(OTHER)
    assert after.questions == before.questions
    assert after.feedback == ()  # on a question that is gone
    assert [each.answered_by for each in after.hand_overs] == ["raderad-1"]
    assert (after.preferences, after.channels) == (before.preferences, before.channels)
    assert (after.units, after.denials) == (before.units, before.denials)


def test_erasing_twice_changes_nothing_more(storage: Storage) -> None:
    fill(storage)
    storage.people.erase(PERSON, "raderad-1")
    again = storage.people.erase(PERSON, "raderad-2")
    assert set(again.model_dump().values()) == {0}
    assert storage.people.of("raderad-2") == PersonRecords()
