from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable

import pytest

from bot.domain.activities.activity import ChangeKind
from bot.domain.people import Preferences
from bot.services.activities.persons import PersonExport, Persons
from bot.services.errors import OnlyCoordinators
from tests.unit.bot.services.activities.logged import (
    AUTHOR,
    COORDINATOR,
    EDITOR,
    MEMBER,
    Desk,
    content,
    logged,
    make_desk,
    refusals,
)
from tests.unit.bot.services.asked import logged as asked


@pytest.fixture
def desk() -> Desk:
    """AUTHOR has logged two activities, changed another's and asked a question."""
    desk = make_desk()
    first = logged(desk)
    desk.log.correct(first.id, 1, content(title="Rättad"), EDITOR)
    logged(desk, "k2", draft=True)
    theirs = desk.log.log("k3", "Skara", content(), EDITOR)
    desk.directory.coordinators.add(AUTHOR)
    desk.log.withdraw(theirs.id, 1, AUTHOR, "Dubblett")
    desk.directory.coordinators.remove(AUTHOR)
    desk.database.questions.add(asked("Vem beslutar?", asker=AUTHOR))
    desk.database.settings.prefer(AUTHOR, Preferences(language="en"))
    return desk


@pytest.fixture
def persons(desk: Desk) -> Persons:
    return Persons(desk.database, desk.rights, desk.clock)


def everything(desk: Desk) -> str:
    """All that the database can tell, as text."""
    book = desk.database.activities
    told = [book.find(each) for each in (1, 2, 3)]
    changes = [change for each in (1, 2, 3) for change in book.history(each)]
    return repr((told, changes, desk.database.units.units("Skara")))


def test_an_export_holds_what_a_person_logged_changed_asked_and_chose(
    desk: Desk, persons: Persons
) -> None:
    export = persons.export_person(AUTHOR, COORDINATOR)
    assert (export.person, export.made_at) == (AUTHOR, desk.clock())
    assert [each.id for each in export.records.activities] == [1, 2]
    assert [(each.activity, each.kind) for each in export.records.changes] == [
        (1, ChangeKind.LOGGED),
        (2, ChangeKind.SAVED_AS_DRAFT),
        (3, ChangeKind.WITHDRAWN),
    ]
    assert [each.text for each in export.records.questions] == ["Vem beslutar?"]
    assert export.records.preferences == Preferences(language="en")


def test_an_export_is_written_and_read_as_json(persons: Persons) -> None:
    export = persons.export_person(AUTHOR, COORDINATOR)
    written = export.model_dump_json()
    assert json.loads(written)["person"] == AUTHOR
    assert PersonExport.model_validate_json(written) == export


def test_an_erased_person_is_named_nowhere_and_what_was_done_stays(
    desk: Desk, persons: Persons
) -> None:
    before = desk.database.activities.find(1)
    erasure = persons.erase_person(AUTHOR, COORDINATOR)
    assert erasure.activities == 3
    assert (erasure.records.questions, erasure.records.preferences) == (1, 1)
    assert AUTHOR not in re.findall(r"'(\w+)'", everything(desk))
    after = desk.database.activities.find(1)
    assert before
    assert after
    assert after.content == before.content
    assert re.fullmatch(r"raderad-[0-9a-f]{8}", after.logged_by)
    export = persons.export_person(AUTHOR, COORDINATOR)
    assert export.is_empty


def test_the_history_says_that_somebody_was_erased_and_by_whom(
    desk: Desk, persons: Persons
) -> None:
    persons.erase_person(AUTHOR, COORDINATOR)
    for identity in (1, 2, 3):
        last = desk.database.activities.history(identity)[-1]
        assert (last.kind, last.by) == (ChangeKind.PERSON_ERASED, COORDINATOR)
    current = desk.database.activities.find(1)
    assert current
    assert current.version == len(desk.database.activities.history(1)) == 3


def test_a_pseudonym_is_another_one_each_time(desk: Desk, persons: Persons) -> None:
    persons.erase_person(AUTHOR, COORDINATOR)
    persons.erase_person(EDITOR, COORDINATOR)
    found = set(re.findall(r"raderad-[0-9a-f]{8}", everything(desk)))
    assert len(found) == 2


def test_erasing_an_editor_takes_the_unit_from_them(desk: Desk, persons: Persons) -> None:
    assert persons.export_person(EDITOR, COORDINATOR).records.units
    persons.erase_person(EDITOR, COORDINATOR)
    assert all(not each.editors for each in desk.database.units.units("Skara"))


def test_erasing_twice_finds_nothing_more(desk: Desk, persons: Persons) -> None:
    persons.erase_person(AUTHOR, COORDINATOR)
    before = everything(desk)
    again = persons.erase_person(AUTHOR, COORDINATOR)
    assert again.activities == 0
    assert set(again.records.model_dump().values()) == {0}
    assert everything(desk) == before


def test_a_coordinator_can_erase_themselves(desk: Desk, persons: Persons) -> None:
    logged_by = desk.log.log("k4", "Skara", content(), COORDINATOR)
    persons.erase_person(COORDINATOR, COORDINATOR)
    assert all(each.by != COORDINATOR for each in desk.database.activities.history(logged_by.id))


def test_the_log_of_an_erasure_does_not_name_the_person(
    persons: Persons, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        persons.erase_person(AUTHOR, COORDINATOR)
    assert "a person was erased" in caplog.text
    assert AUTHOR not in re.split(r"\W+", caplog.text)


def test_all_of_a_municipality_are_exported_with_their_history_but_no_drafts(
    desk: Desk, persons: Persons
) -> None:
    records = list(persons.export_all("Skara", COORDINATOR))
    assert [(each.activity.id, len(each.history)) for each in records] == [(1, 2), (3, 2)]
    assert list(persons.export_all("Skövde", COORDINATOR)) == []
    assert list(persons.export_all(None, COORDINATOR)) == records


@pytest.mark.parametrize("person", [AUTHOR, EDITOR, MEMBER])
def test_only_coordinators_may_and_attempts_are_on_record(
    desk: Desk, persons: Persons, person: str
) -> None:
    attempts: dict[str, Callable[[], object]] = {
        "export_person": lambda: persons.export_person(person, person),
        "erase_person": lambda: persons.erase_person(person, person),
        "export_all": lambda: persons.export_all(None, person),
    }
    for deed, attempt in attempts.items():
        with pytest.raises(OnlyCoordinators):
            attempt()
        assert refusals(desk)[-1] == (person, deed)
    assert desk.database.questions.last_of(AUTHOR, 1)
