"""Corrections and withdrawals of what was logged: by whom, over which version, and on record."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.domain.activities.activity import Activity, ChangeKind, Status
from bot.domain.activities.rights import Role
from bot.services.activities.ports import Doing, Query
from bot.services.errors import ActivityGone, ActivityWithdrawn, ChangedMeanwhile, NotYourActivity
from tests.unit.bot.services.activities.logged import (
    AUTHOR,
    COORDINATOR,
    EDITOR,
    MEMBER,
    Desk,
    content,
    kinds,
    logged,
    make_desk,
    refusals,
)

Change = Callable[[Desk, Activity, str], object]


@pytest.fixture
def desk() -> Desk:
    return make_desk()


def test_a_change_of_nothing_makes_no_version(desk: Desk) -> None:
    activity = logged(desk, effects="Vänner")
    draft = logged(desk, "k2", draft=True)
    assert desk.log.correct(activity.id, 1, activity.content, EDITOR) == activity
    assert desk.log.add_effect(activity.id, 1, "Vänner", EDITOR) == activity
    assert desk.log.correct(draft.id, 1, draft.content, AUTHOR, draft=True) == draft
    assert len(desk.log.history(activity.id, AUTHOR)) == 1
    corrected = desk.log.correct(activity.id, 1, content(), AUTHOR)
    assert desk.log.correct(activity.id, 2, content(), AUTHOR) == corrected


def test_a_change_of_nothing_in_what_another_has_changed_is_told(desk: Desk) -> None:
    activity = logged(desk)
    desk.log.correct(activity.id, 1, content(title="Besök"), EDITOR)
    with pytest.raises(ChangedMeanwhile):
        desk.log.correct(activity.id, 1, activity.content, AUTHOR)


def test_a_correction_keeps_who_when_and_what_before(desk: Desk) -> None:
    activity = logged(desk)
    desk.clock.go_on(hours=1)
    corrected = desk.log.correct(activity.id, 1, content(title="Besök"), EDITOR)
    assert (corrected.status, corrected.version) == (Status.CORRECTED, 2)
    assert (corrected.logged_by, corrected.changed_by) == (AUTHOR, EDITOR)
    first, second = desk.log.history(activity.id, AUTHOR)
    assert first.before is None
    assert (second.kind, second.by, second.at) == (ChangeKind.CORRECTED, EDITOR, desk.clock())
    assert (second.before, second.reason) == (activity.content, None)


def test_the_second_of_two_editors_is_told_and_nothing_is_overwritten(desk: Desk) -> None:
    activity = logged(desk)
    first = desk.log.correct(activity.id, 1, content(title="Först"), AUTHOR)
    attempts: list[Callable[[], object]] = [
        lambda: desk.log.correct(activity.id, 1, content(title="Sedan"), EDITOR),
        lambda: desk.log.add_effect(activity.id, 1, "Effekt", EDITOR),
        lambda: desk.log.withdraw(activity.id, 1, EDITOR, None),
    ]
    for attempt in attempts:
        with pytest.raises(ChangedMeanwhile) as told:
            attempt()
        assert told.value.current == first
    assert desk.log.find(activity.id, EDITOR) == first
    assert len(kinds(desk, activity)) == 2


def test_what_changes_while_it_is_being_changed_is_not_overwritten(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    activity = logged(desk)
    book = desk.database.activities
    found = book.find

    def find_then_change(identity: int) -> Activity | None:
        now = found(identity)
        monkeypatch.setattr(book, "find", found)
        changed = activity.model_copy(update={"content": content(title="Mellan")})
        doing = Doing(kind=ChangeKind.CORRECTED, by=EDITOR, at=desk.clock())
        assert book.save(1, changed, doing, activity.content)
        return now

    monkeypatch.setattr(book, "find", find_then_change)
    with pytest.raises(ChangedMeanwhile) as told:
        desk.log.add_effect(activity.id, 1, "Effekt", AUTHOR)
    assert told.value.current.content.title == "Mellan"
    assert desk.log.find(activity.id, AUTHOR).content.effects == ""


def test_a_version_that_is_not_there_yet_is_not_saved_over(desk: Desk) -> None:
    activity = logged(desk)
    with pytest.raises(ChangedMeanwhile):
        desk.log.correct(activity.id, 2, content(title="Framtid"), AUTHOR)
    assert desk.log.find(activity.id, AUTHOR) == activity


def test_an_effect_is_added_and_the_rest_stays(desk: Desk) -> None:
    activity = logged(desk, countries=("LT",))
    told = desk.log.add_effect(activity.id, 1, "De spelar ihop.", AUTHOR)
    assert told.content == content(countries=("LT",), effects="De spelar ihop.")
    assert told.status is Status.CORRECTED
    assert kinds(desk, activity) == [ChangeKind.LOGGED, ChangeKind.EFFECT_ADDED]


def test_an_effect_that_is_too_long_changes_nothing(desk: Desk) -> None:
    activity = logged(desk)
    with pytest.raises(ValueError, match="effects"):
        desk.log.add_effect(activity.id, 1, "x" * 3_001, AUTHOR)
    assert desk.log.find(activity.id, AUTHOR) == activity


def test_a_draft_with_an_effect_stays_a_draft(desk: Desk) -> None:
    draft = logged(desk, draft=True)
    assert desk.log.add_effect(draft.id, 1, "Effekt", AUTHOR).status is Status.DRAFT


def test_a_draft_is_logged_by_being_corrected_unless_it_stays_one(desk: Desk) -> None:
    draft = logged(desk, draft=True)
    kept = desk.log.correct(draft.id, 1, content(title="Utkast 2"), AUTHOR, draft=True)
    assert kept.status is Status.DRAFT
    assert desk.log.correct(draft.id, 2, content(), AUTHOR).status is Status.LOGGED
    assert kinds(desk, draft) == [
        ChangeKind.SAVED_AS_DRAFT,
        ChangeKind.SAVED_AS_DRAFT,
        ChangeKind.LOGGED,
    ]


def test_a_logged_activity_does_not_become_a_draft_again(desk: Desk) -> None:
    activity = logged(desk)
    other = content(title="Besök")
    corrected = desk.log.correct(activity.id, 1, other, AUTHOR, draft=True)
    assert corrected.status is Status.CORRECTED


def test_what_is_withdrawn_stays_with_its_history_and_cannot_be_changed(desk: Desk) -> None:
    activity = logged(desk)
    withdrawn = desk.log.withdraw(activity.id, 1, AUTHOR, "Blev inte av")
    assert withdrawn
    assert (withdrawn.status, withdrawn.content) == (Status.WITHDRAWN, activity.content)
    assert not withdrawn.status.counts
    last = desk.log.history(activity.id, AUTHOR)[-1]
    assert (last.kind, last.before, last.reason) == (ChangeKind.WITHDRAWN, None, "Blev inte av")
    attempts: list[Callable[[], object]] = [
        lambda: desk.log.correct(activity.id, 2, content(), COORDINATOR),
        lambda: desk.log.add_effect(activity.id, 2, "Effekt", COORDINATOR),
        lambda: desk.log.withdraw(activity.id, 2, COORDINATOR, None),
    ]
    for attempt in attempts:
        with pytest.raises(ActivityWithdrawn):
            attempt()
    assert desk.log.find(activity.id, MEMBER) == withdrawn


def test_a_draft_that_is_withdrawn_is_removed_since_it_was_never_for_everybodys_eyes(
    desk: Desk,
) -> None:
    draft = logged(desk, draft=True, cities=("Radviliškis",))
    with pytest.raises(ChangedMeanwhile):
        desk.log.withdraw(draft.id, 2, AUTHOR, None)
    assert desk.log.withdraw(draft.id, 1, AUTHOR, None) is None
    for person in (AUTHOR, MEMBER, COORDINATOR):
        with pytest.raises(ActivityGone):
            desk.log.find(draft.id, person)
    everything = Query(statuses=frozenset(Status))
    assert list(desk.database.activities.every(everything)) == []
    assert desk.database.activities.history(draft.id) == []


CHANGES: dict[str, Change] = {
    "change": lambda desk, it, who: desk.log.correct(it.id, it.version, it.content, who),
    "withdraw": lambda desk, it, who: desk.log.withdraw(it.id, it.version, who, None),
    "read_history": lambda desk, it, who: desk.log.history(it.id, who),
}


@pytest.mark.parametrize("deed", CHANGES)
def test_other_members_may_read_but_not_change_and_the_attempt_is_on_record(
    desk: Desk, deed: str
) -> None:
    activity = logged(desk)
    assert desk.log.find(activity.id, MEMBER) == activity
    with pytest.raises(NotYourActivity):
        CHANGES[deed](desk, activity, MEMBER)
    assert refusals(desk) == [(MEMBER, deed)]
    assert desk.log.find(activity.id, MEMBER) == activity


@pytest.mark.parametrize("deed", CHANGES)
@pytest.mark.parametrize("person", [AUTHOR, EDITOR, COORDINATOR])
def test_author_unit_editor_and_coordinator_may(desk: Desk, deed: str, person: str) -> None:
    CHANGES[deed](desk, logged(desk), person)
    assert refusals(desk) == []


def test_an_editor_of_another_unit_may_not(desk: Desk) -> None:
    with pytest.raises(NotYourActivity):
        CHANGES["change"](desk, logged(desk, unit="kultur"), EDITOR)


def test_somebody_can_be_several_things_to_an_activity(desk: Desk) -> None:
    desk.directory.coordinators.add(AUTHOR)
    assert desk.log.roles(logged(desk), AUTHOR) == {Role.MEMBER, Role.AUTHOR, Role.COORDINATOR}
    assert desk.log.roles(logged(desk), MEMBER) == {Role.MEMBER}
