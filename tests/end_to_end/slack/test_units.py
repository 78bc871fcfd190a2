"""What a unit's editors may do with what others have logged, and where that ends."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pytest

from bot.domain.activities.activity import Activity, ChangeKind, Content, Status
from bot.domain.activities.dates import day
from bot.services.activities.ports import Doing
from bot.storage.database import Database, open_database
from tests.end_to_end.slack.reading_in import read_in, written
from tests.end_to_end.slack.town import Town, actions, elements
from tests.fakes.slack import Person, View

DEEDS = {"change_activity", "add_effect", "withdraw_activity", "activity_history"}
"""What those may do who may do all."""

YEARS = count(1901)
"""One for each scenario, since one process and its database serve all of them."""


@dataclass(frozen=True)
class Skara:
    """The town with two units in Skara, each with an editor; ``logger`` logs for both."""

    town: Town
    folder: Path
    year: int
    school_editor: Person
    theatre_editor: Person
    logger: Person

    def register(self, school: str, theatre: str) -> None:
        """A coordinator hands in the register with these editors."""
        rows = [
            "id;namn;slag;tillhör;redaktörer",
            f"gym;Katedralskolan;skola;;{school}",
            f"teater;Teatern;bolag;;{theatre}",
        ]
        path = written(self.folder, "enheter.csv", *rows)
        told = read_in(self.town, "units", "import", "--yes", path, "--municipality", "Skara")
        assert "Skara har nu 2 enheter" in told

    @property
    def _database(self) -> closing[Database]:
        return closing(open_database(self.town.bot.environment["DATABASE_URL"]))

    def logged(self, unit: str, *, draft: bool = False) -> Activity:
        """What ``logger`` has logged for a unit."""
        content = Content(
            kind="international_network",
            title=f"Möte {unit}",
            dates=day(date(self.year, 3, 1)),
            unit=unit,
        )
        status = Status.DRAFT if draft else Status.LOGGED
        kind = ChangeKind.SAVED_AS_DRAFT if draft else ChangeKind.LOGGED
        doing = Doing(kind=kind, by=self.logger.id, at=datetime(self.year, 3, 2, tzinfo=UTC))
        with self._database as database:
            key = f"{self.logger.id}:{unit}"
            return database.activities.add(key, "Skara", content, status, doing)

    def kept(self, activity: Activity) -> Activity:
        """The same as it is by now."""
        with self._database as database:
            found = database.activities.find(activity.id)
        assert found
        return found

    def opened(self, person: Person, activity: Activity) -> View:
        """An activity, out of the list of the year."""
        told = self.town.whispered(person.commands("/aktiviteter", f"Skara {self.year}"))
        [opening] = [each for each in elements(told) if each["value"] == str(activity.id)]
        person.presses(told, opening["action_id"])
        return self.town.opened(person, "activity_view")

    def deeds(self, person: Person, activity: Activity) -> set[str]:
        """What a person is offered to do with it."""
        view = self.opened(person, activity)
        person.closes(view)
        return set(actions(view))

    def form(self, person: Person, activity: Activity) -> View:
        """The form to change one."""
        person.presses(self.opened(person, activity), "change_activity")
        return self.town.opened(person, "activity_form")

    def retitles(self, person: Person, form: View, title: str) -> None:
        """Submits a form with another title."""
        person.submits(form, {"activity_title": {"activity_title": title}})
        self.town.quiet()
        if person.view:
            person.closes(all_views=True)


@pytest.fixture
def skara(town: Town, tmp_path: Path) -> Skara:
    eva, bo = town.person("Eva Ek"), town.person("Bo Berg")
    place = Skara(town, tmp_path, next(YEARS), eva, bo, town.person("Ola Ost"))
    place.register(eva.id, f"{bo.id}, U0NOBODY")
    return place


def test_an_editor_changes_what_another_logged_for_the_unit_and_both_stand_in_the_history(
    skara: Skara,
) -> None:
    activity, eva = skara.logged("gym"), skara.school_editor
    skara.retitles(eva, skara.form(eva, activity), "Evas titel")
    now = skara.kept(activity)
    assert (now.content.title, now.logged_by, now.changed_by) == (
        "Evas titel",
        skara.logger.id,
        eva.id,
    )
    view = skara.opened(skara.logger, activity)
    skara.logger.presses(view, "activity_history")
    history = skara.town.opened(skara.logger, "history_view")
    assert "Möte gym → Evas titel" in history.shown
    blocks = str(history.blocks)
    assert blocks.index(eva.id) < blocks.index(skara.logger.id)


def test_an_editor_withdraws_what_another_logged_for_the_unit(skara: Skara) -> None:
    activity, eva = skara.logged("gym"), skara.school_editor
    view = skara.opened(eva, activity)
    eva.presses(view, "withdraw_activity")
    skara.town.wait(lambda: "tillbakadragen" in view.shown)
    assert skara.kept(activity).status is Status.WITHDRAWN


def test_who_may_change_anothers_activity(skara: Skara) -> None:
    activity, town = skara.logged("gym"), skara.town
    for person in (skara.logger, skara.school_editor, town.kim, town.lena):
        assert skara.deeds(person, activity) == DEEDS
    for person in (skara.theatre_editor, town.person("Mia Medlem")):
        assert skara.deeds(person, activity) == set()


def test_a_draft_is_listed_for_who_wrote_it_and_not_for_another_units_editor(
    skara: Skara,
) -> None:
    draft, asked = skara.logged("gym", draft=True), f"Skara {skara.year} utkast"
    for person, may in ((skara.logger, True), (skara.theatre_editor, False)):
        told = skara.town.whispered(person.commands("/aktiviteter", asked))
        assert (draft.content.title in told.shown) is may


def test_who_is_editor_no_longer_when_the_form_is_sent_changes_nothing(skara: Skara) -> None:
    activity, eva = skara.logged("gym"), skara.school_editor
    form = skara.form(eva, activity)
    skara.register("", skara.theatre_editor.id)
    skara.retitles(eva, form, "Evas titel")
    assert skara.kept(activity) == activity


def test_a_coordinator_moves_an_activity_to_another_unit_and_its_editor_takes_over(
    skara: Skara,
) -> None:
    activity, lena = skara.logged("gym"), skara.town.lena
    form = skara.form(lena, activity)
    form.state["activity_unit:Skara"]["activity_unit:Skara"] = {
        "type": "static_select",
        "selected_option": {
            "text": {"type": "plain_text", "text": "Teatern", "emoji": False},
            "value": "teater",
        },
    }
    skara.retitles(lena, form, "Lenas titel")
    assert skara.kept(activity).content.unit == "teater"
    assert skara.deeds(skara.theatre_editor, activity) == DEEDS
    assert skara.deeds(skara.school_editor, activity) == set()
