"""Logging what was done, changing it, taking it back and finding it again.

One module, for the forms that every scenario fills in.
"""

from __future__ import annotations

from contextlib import closing
from typing import Any

import pytest

from bot.domain.activities.activity import ChangeKind
from bot.domain.activities.units import Unit, UnitKind
from bot.services.activities.ports import Doing
from bot.storage.database import open_database
from tests.end_to_end.slack.town import Town, actions, element
from tests.fakes.slack import Message, Person, View
from tests.fakes.slack.faults import api_error

UNIT = "activity_unit:Skövde"


@pytest.fixture
def skovde(town: Town) -> Town:
    """The town with units in Skövde."""
    units = [
        Unit(id="ks", municipality="Skövde", name="Kommunstyrelsen", kind=UnitKind.COMMITTEE),
        Unit(id="gym", municipality="Skövde", name="Västerhöjd", kind=UnitKind.SCHOOL),
    ]
    with closing(open_database(town.bot.environment["DATABASE_URL"])) as database:
        database.units.replace("Skövde", units)
    return town


def told_in(year: int) -> str:
    """What somebody types: of a year of its own, so that nothing else is like it."""
    return f"Studiebesök från Radviliskis 3-5 maj {year}, 12 elever, EU-projekt, 45 000 kr Erasmus+"


def typed(**texts: str) -> dict[str, dict[str, Any]]:
    return {f"activity_{field}": {f"activity_{field}": text} for field, text in texts.items()}


def form(town: Town, person: Person, text: str) -> View:
    """The form, opened by the command, with municipality and unit chosen."""
    done = person.commands("/logga", text)
    assert done.failed is None
    view = town.opened(person, "activity_form")
    person.chooses(view, "activity_municipality", "Skövde")
    town.wait(lambda: UNIT in view.state)
    person.chooses(view, "activity_kind", "eu_project")
    town.quiet()
    view.state[UNIT][UNIT] = {
        "type": "static_select",
        "selected_option": {
            "text": {"type": "plain_text", "text": "Västerhöjd", "emoji": False},
            "value": "gym",
        },
    }
    return view


def receipts(town: Town, person: Person) -> list[Message]:
    return [each for each in town.slack.messages(person.channel) if each.bot_id]


def sends(town: Town, person: Person, view: View, **values: Any) -> Message:
    """The receipt of a form."""
    before = len(receipts(town, person))
    done = person.submits(view, typed(**values))
    assert done.failed is None
    assert not done.errors
    return town.wait(lambda: receipts(town, person)[before:])[0]


def number(receipt: Message) -> int:
    """The number of the activity that a receipt is about."""
    return int(element(receipt, "activity_history")["value"].split(":")[0])


def rows(town: Town, person: Person) -> list[dict[str, Any]]:
    return town.bot.rows("SELECT * FROM activity WHERE logged_by = ? ORDER BY id", person.id)


def test_a_line_of_text_becomes_an_activity_once_it_is_confirmed(skovde: Town) -> None:
    eva = skovde.person()
    view = form(skovde, eva, told_in(2001))
    assert view.title == "Logga aktivitet"
    assert "ska en del av finansieringen komma från EU" in view.shown
    assert rows(skovde, eva) == []
    receipt = sends(skovde, eva, view, done="Elever och lärare besökte skolan.")
    assert "Loggad som aktivitet" in receipt.shown
    assert "45\xa0000\xa0kr (Erasmus+)" in receipt.shown
    assert "Litauen" in receipt.shown
    [row] = rows(skovde, eva)
    assert (row["municipality"], row["unit"], row["status"]) == ("Skövde", "gym", "logged")


def test_a_submission_that_is_delivered_again_logs_once(skovde: Town) -> None:
    eva = skovde.person()
    view = form(skovde, eva, told_in(2002))
    done = eva.submits(view)
    skovde.slack.redeliver(done.delivery)
    skovde.quiet()
    skovde.slack.redeliver(done.delivery)
    skovde.quiet()
    assert len(rows(skovde, eva)) == 1
    assert len(receipts(skovde, eva)) == 1


def test_what_is_wrong_stands_under_its_input(skovde: Town) -> None:
    eva = skovde.person()
    view = form(skovde, eva, told_in(2003))
    wrong = {**typed(cost="mycket", young="13"), "activity_last": {"activity_last": "2003-05-01"}}
    errors = eva.submits(view, wrong).errors
    assert set(errors) == {"activity_cost", "activity_young", "activity_last"}
    assert rows(skovde, eva) == []


def test_a_warning_is_shown_with_its_sentence_and_set_aside_with_a_reason(skovde: Town) -> None:
    eva = skovde.person()
    view = form(skovde, eva, told_in(2004))
    eva.submits(view, typed(eu="", own="45 000,50"))
    assert "Ingen finansiering från EU är angiven" in view.shown
    eva.presses(view, "show_section:10")
    section = skovde.opened(eva, "section_view")
    eva.closes(section)
    assert set(eva.submits(view).errors) == {"activity_reason"}
    receipt = sends(skovde, eva, view, reason="Ansökan är inne.")
    assert "Ansökan är inne." in receipt.shown


def test_what_may_be_the_same_is_shown_first(skovde: Town) -> None:
    eva, bo = skovde.person(), skovde.person("Bo Berg")
    first = sends(skovde, eva, form(skovde, eva, told_in(2005)))
    view = form(skovde, bo, told_in(2005))
    bo.submits(view)
    assert f"{number(first)} · Studiebesök från Radviliskis" in view.shown
    assert set(bo.submits(view).errors) == {"activity_seen"}
    sends(skovde, bo, view, seen=["seen"])
    assert len(rows(skovde, bo)) == 1


def changed(town: Town, person: Person, receipt: Message) -> View:
    """The form to change what a receipt is about."""
    person.presses(receipt, "change_activity")
    return town.opened(person, "activity_form")


def test_who_logged_it_changes_it_and_sees_what_was_before(skovde: Town) -> None:
    eva = skovde.person()
    receipt = sends(skovde, eva, form(skovde, eva, told_in(2006)))
    view = changed(skovde, eva, receipt)
    assert view.title == "Ändra aktivitet"
    receipt = sends(skovde, eva, view, participants="14")
    assert "är ändrad" in receipt.shown
    eva.presses(receipt, "activity_history")
    history = skovde.opened(eva, "history_view").shown
    assert "12, varav 12 barn och unga → 14, varav 12 barn och unga" in history
    assert history.index("rättade") < history.index("loggade")


def test_the_second_of_two_editors_is_told_and_overwrites_nothing_unseen(skovde: Town) -> None:
    eva = skovde.person()
    receipt = sends(skovde, eva, form(skovde, eva, told_in(2007)))
    mine = changed(skovde, eva, receipt)
    with closing(open_database(skovde.bot.environment["DATABASE_URL"])) as database:
        kept = database.activities.find(number(receipt))
        assert kept
        other = kept.content.model_copy(update={"title": "Kims titel"})
        doing = Doing(kind=ChangeKind.CORRECTED, by=skovde.kim.id, at=kept.logged_at)
        changed_by_kim = kept.model_copy(update={"content": other})
        assert database.activities.save(kept.version, changed_by_kim, doing, kept.content)
    eva.submits(mine, typed(title="Evas titel"))
    assert "Aktiviteten har ändrats" in mine.shown
    assert "Kims titel → Evas titel" in mine.shown
    assert set(eva.submits(mine).errors) == {"activity_read"}
    receipt = sends(skovde, eva, mine, read=["read"])
    assert "Evas titel" in receipt.shown


def test_it_is_withdrawn_after_asking_and_stays_in_the_log(skovde: Town) -> None:
    eva = skovde.person()
    receipt = sends(skovde, eva, form(skovde, eva, told_in(2008)))
    assert element(receipt, "withdraw_activity")["confirm"]
    eva.presses(receipt, "withdraw_activity")
    skovde.wait(lambda: "tillbakadragen" in receipt.shown)
    assert actions(receipt) == ["activity_history"]
    assert [each["status"] for each in rows(skovde, eva)] == ["withdrawn"]


def test_an_effect_is_added_later(skovde: Town) -> None:
    eva = skovde.person()
    receipt = sends(skovde, eva, form(skovde, eva, told_in(2009)))
    eva.presses(receipt, "add_effect")
    view = skovde.opened(eva, "effect_form")
    receipt = sends(skovde, eva, view, effects="Två lärare lärde sig.")
    assert "Två lärare lärde sig." in receipt.shown


def test_a_guest_is_refused(skovde: Town) -> None:
    gus = skovde.person("Gus Gäst", guest=True)
    told = skovde.whispered(gus.commands("/logga", told_in(2010)))
    assert "gäst" in told.shown.casefold()
    assert gus.view is None
    assert skovde.denials(gus) == [("log an activity", "guest")]


def test_what_was_logged_is_listed_by_words_and_opened(skovde: Town) -> None:
    eva = skovde.person()
    for year in (2011, 2012):
        sends(skovde, eva, form(skovde, eva, told_in(year)))
    told = skovde.whispered(eva.commands("/aktiviteter", "mina 2011 litauen"))
    assert "3–5 maj 2011" in told.shown
    assert "2012" not in told.shown
    assert "En aktivitet." in told.shown
    eva.presses(told, "open_activity:0")
    opened = skovde.opened(eva, "activity_view")
    assert "45\xa0000\xa0kr (Erasmus+)" in opened.shown
    eva.presses(opened, "change_activity")
    view = skovde.opened(eva, "activity_form")
    assert view.title == "Ändra aktivitet"
    sends(skovde, eva, view, done="Med buss.")
    skovde.wait(lambda: "Med buss." in opened.shown)


def test_anothers_activity_can_be_read_and_not_changed(skovde: Town) -> None:
    eva, bo = skovde.person(), skovde.person("Bo Berg")
    sends(skovde, eva, form(skovde, eva, told_in(2013)))
    told = skovde.whispered(bo.commands("/aktiviteter", "Skövde 2013"))
    bo.presses(told, "open_activity:0")
    assert actions(skovde.opened(bo, "activity_view")) == []


def test_a_message_is_logged_from_its_menu_with_its_link(skovde: Town) -> None:
    eva, bo = skovde.person(), skovde.person("Bo Berg")
    channel = skovde.channel(eva, bo)
    said = bo.says(channel, told_in(2014))
    assert eva.shortcut("log_message", said).failed is None
    view = skovde.opened(eva, "activity_form")
    skovde.wait(lambda: "activity_title" in view.state)
    assert view.state["activity_title"]["activity_title"]["value"] == "Studiebesök från Radviliskis"
    link = view.state["activity_link"]["activity_link"]["value"]
    assert channel.id in link
    assert rows(skovde, eva) == []


def test_the_home_tab_opens_the_form_and_ones_own_activities(skovde: Town) -> None:
    eva = skovde.person()
    sends(skovde, eva, form(skovde, eva, told_in(2015)))
    eva.opens_home()
    skovde.wait(lambda: eva.home)
    assert eva.home
    eva.presses(eva.home, "my_activities")
    assert "3–5 maj 2015" in skovde.opened(eva, "activities_view").shown
    eva.closes()
    eva.presses(eva.home, "log_activity")
    view = skovde.opened(eva, "activity_form")
    assert view.state[UNIT][UNIT]["selected_option"]["value"] == "gym"


def test_a_form_of_what_was_withdrawn_meanwhile_gives_back_what_was_typed(skovde: Town) -> None:
    eva = skovde.person()
    receipt = sends(skovde, eva, form(skovde, eva, told_in(2016)))
    view = changed(skovde, eva, receipt)
    eva.presses(receipt, "withdraw_activity")
    skovde.wait(lambda: "tillbakadragen" in receipt.shown)
    done = eva.submits(view, typed(done="Två dagar i skolan."))
    assert done.failed is None
    told = skovde.opened(eva, "unsaved_view")
    assert "går inte att ändra" in told.shown
    assert "Två dagar i skolan." in told.shown


def test_a_form_that_is_closed_while_a_kind_is_chosen_brings_no_complaint(skovde: Town) -> None:
    eva = skovde.person()
    view = form(skovde, eva, told_in(2017))
    said = len(receipts(skovde, eva))
    skovde.slack.fault("views.update", api_error("not_found"))
    eva.chooses(view, "activity_kind", "international_network")
    eva.closes(view)
    skovde.quiet()
    assert len(receipts(skovde, eva)) == said


def test_an_older_receipt_withdraws_what_only_its_person_has_changed_since(
    skovde: Town,
) -> None:
    eva = skovde.person()
    older = sends(skovde, eva, form(skovde, eva, told_in(2018)))
    eva.presses(older, "add_effect")
    view = skovde.opened(eva, "effect_form")
    sends(skovde, eva, view, effects="Två lärare lärde sig.")
    eva.presses(older, "withdraw_activity")
    skovde.wait(lambda: "tillbakadragen" in older.shown)
    assert "Två lärare lärde sig." in older.shown


def test_a_form_that_nobody_changed_makes_no_version(skovde: Town) -> None:
    eva = skovde.person()
    receipt = sends(skovde, eva, form(skovde, eva, told_in(2019)))
    told = sends(skovde, eva, changed(skovde, eva, receipt))
    assert f"Inget är ändrat i aktivitet {number(receipt)}" in told.shown
    assert [each["version"] for each in rows(skovde, eva)] == [1]


def test_a_personal_number_in_an_effect_needs_a_reason(skovde: Town) -> None:
    eva = skovde.person()
    receipt = sends(skovde, eva, form(skovde, eva, told_in(2020)))
    eva.presses(receipt, "add_effect")
    view = skovde.opened(eva, "effect_form")
    eva.submits(view, typed(effects="Eleven 19811228–9874 trivdes."))
    assert "personnummer" in view.shown
    assert set(eva.submits(view, typed(reason="Det är 811228-9874.")).errors) == {"activity_reason"}
    receipt = sends(skovde, eva, view, reason="Hon har bett om det.")
    assert "Hon har bett om det." in receipt.shown


def test_what_the_form_cannot_show_stays_when_something_else_is_changed(skovde: Town) -> None:
    eva = skovde.person()
    receipt = sends(skovde, eva, form(skovde, eva, told_in(2021)))
    partners = (*(f"{n} {'x' * 150}" for n in range(30)), "A; B", "C\nD")
    with closing(open_database(skovde.bot.environment["DATABASE_URL"])) as database:
        kept = database.activities.find(number(receipt))
        assert kept
        stated = kept.content.model_copy(update={"partners": partners})
        doing = Doing(kind=ChangeKind.CORRECTED, by=eva.id, at=kept.logged_at)
        more = kept.model_copy(update={"content": stated})
        assert database.activities.save(kept.version, more, doing, kept.content)
    sends(skovde, eva, changed(skovde, eva, receipt), done="Nytt")
    with closing(open_database(skovde.bot.environment["DATABASE_URL"])) as database:
        now = database.activities.find(number(receipt))
    assert now
    assert (now.content.partners, now.content.done) == (partners, "Nytt")
