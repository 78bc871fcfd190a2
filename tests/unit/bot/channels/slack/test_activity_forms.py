"""Logging in Slack, from the command to the receipt, without Slack.

One module, for the form that each test fills in and hands in.
"""

from __future__ import annotations

import pytest

from bot.channels.slack.actions import activities as actions
from bot.channels.slack.commands import logging
from bot.channels.slack.entries import TEXTS
from bot.channels.slack.views import activities as views
from bot.domain.activities.activity import Status
from tests.unit.bot.channels.slack.delivered import press_in_message, shortcut
from tests.unit.bot.channels.slack.desks import Office, occasion, written
from tests.unit.bot.channels.slack.filled import (
    TEXT,
    FilledForm,
    changing,
    office_in_skovde,
    opened,
    ready,
)


@pytest.fixture
def office() -> Office:
    return office_in_skovde()


def test_the_text_after_the_command_fills_in_the_form_and_stores_nothing(office: Office) -> None:
    form = opened(office, TEXT)
    typed = {
        field: form.state[f"activity_{field}"][f"activity_{field}"]["value"] for field in TEXTS
    }
    assert typed["title"] == "Studiebesök från Radviliskis"
    assert typed["eu"] == "45 000 kr Erasmus+"
    assert typed["participants"] == typed["young"] == "12"
    assert typed["countries"] == "Litauen"
    assert form.state["activity_kind"]["activity_kind"]["selected_option"]["value"] == "eu_project"
    assert "ska en del av finansieringen komma från EU" in str(form.view)
    assert office.desk.log.last_by("U1") is None


def test_what_is_confirmed_is_stored_and_a_receipt_given(office: Office) -> None:
    stored = ready(office).send()
    assert stored.status is Status.LOGGED
    assert stored.content.funding[0].name == "Erasmus+"
    assert stored.content.countries == ("LT",)
    assert stored.content.unit == "gym"
    way, said = office.said[-1]
    assert (way, said["channel"]) == ("post", "DU1")
    assert "Loggad som aktivitet 1." in said["message"].text
    for name in ("change_activity", "withdraw_activity", "add_effect", "activity_history"):
        assert name in written(said["message"])


def test_the_next_form_begins_with_the_unit_and_kind_of_the_last(office: Office) -> None:
    ready(office).send()
    form = opened(office)
    assert form.state["activity_kind"]["activity_kind"]["selected_option"]["value"] == "eu_project"
    unit = form.state["activity_unit:Skövde"]["activity_unit:Skövde"]["selected_option"]
    assert unit["value"] == "gym"


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("title", "   ", "Det här behövs."),
        ("cost", "mycket", "är inget belopp"),
        ("cost", "45.000", "är inget belopp"),
        ("eu", "45 mkr Erasmus+", "går inte att läsa"),
        ("eu", "45,000 kr Erasmus+", "”45,000 kr” är inget belopp"),
        ("eu", "Erasmus+ 45 000", "går inte att läsa"),
        ("countries", "Litauen, Narnia", "Narnia"),
        ("young", "13", "kan inte vara fler än deltagarna"),
        ("participants", "tolv", "är inget antal"),
        ("link", "inte en länk", "är ingen webbadress"),
    ],
)
def test_what_cannot_be_read_is_told_under_its_input(
    office: Office, field: str, text: str, told: str
) -> None:
    errors = ready(office, **{field: text}).objection()
    assert list(errors) == [f"activity_{field}"]
    assert told.casefold() in errors[f"activity_{field}"].casefold()


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("45 000,50", 4_500_050),
        ("45000.50 kr", 4_500_050),
        ("3 500 EUR", 350_000),
        ("SEK 45,000", 4_500_000),
        ("SEK 1,240,000.50", 124_000_050),
        ("45,5 tkr", 4_550_000),
    ],
)
def test_sums_are_read_with_comma_and_point(office: Office, text: str, minor: int) -> None:
    stored = ready(office, cost=text, eu="100 kr Erasmus+").send()
    assert stored.content.cost
    assert stored.content.cost.minor == minor
    assert stored.content.cost.currency == ("EUR" if "EUR" in text else "SEK")


@pytest.mark.parametrize(
    ("text", "minor", "currency", "name"),
    [
        ("SEK 45,000 Erasmus+", 4_500_000, "SEK", "Erasmus+"),
        ("€3,500 (Interreg)", 350_000, "EUR", "(Interreg)"),
        ("45 tkr Erasmus+", 4_500_000, "SEK", "Erasmus+"),
        ("EUR 500", 50_000, "EUR", None),
    ],
)
def test_funding_is_read_as_the_interface_shows_it(
    office: Office, text: str, minor: int, currency: str, name: str | None
) -> None:
    [stored] = ready(office, eu=text).send().content.funding
    assert (stored.amount.minor, stored.amount.currency, stored.name) == (minor, currency, name)


def test_a_last_day_before_the_first_is_told(office: Office) -> None:
    form = ready(office)
    form.state["activity_last"]["activity_last"]["selected_date"] = "2026-01-01"
    assert list(form.objection()) == ["activity_last"]
    form.tick("activity_running")
    assert form.objection() == {"activity_last": "Välj antingen en sista dag eller Pågår."}


def test_a_warning_is_shown_with_its_sentence_and_set_aside_with_a_reason(office: Office) -> None:
    form = ready(office, eu="", own="45 000").again()
    assert "Ingen finansiering från EU är angiven" in str(form.view)
    assert form.objection() == {"activity_reason": "Skriv ett skäl, eller rätta uppgiften."}
    form.state["activity_reason"]["activity_reason"]["value"] = "Ansökan är inne."
    stored = form.send()
    assert stored.content.overrides[0].reason == "Ansökan är inne."


def test_a_warning_that_is_put_right_needs_no_reason(office: Office) -> None:
    form = ready(office, eu="", own="45 000").again()
    stored = form.type(eu="1 000 EUR Erasmus+").send()
    assert stored.content.overrides == ()
    assert len(stored.content.funding) == 2


def test_what_may_be_the_same_is_shown_before_it_is_stored(office: Office) -> None:
    ready(office).send()
    form = ready(office).again()
    assert "1 · Studiebesök från Radviliskis" in str(form.view)
    assert list(form.objection()) == ["activity_seen"]
    stored = form.tick("activity_seen").send("another")
    assert stored.id == 2


def test_a_personal_number_is_warned_of_even_in_a_draft(office: Office) -> None:
    form = ready(office, done="Eleven 19811228-9874 reste.").tick("activity_draft").again()
    assert "personnummer" in str(form.view)


def test_a_draft_is_stored_as_one(office: Office) -> None:
    assert ready(office).tick("activity_draft").send().status is Status.DRAFT
    assert "Sparad som utkast" in office.texts[-1]


def test_the_same_submission_logs_once(office: Office) -> None:
    form = ready(office)
    first = form.send()
    views.store(office.desk, occasion(form.body(), 2))
    assert office.desk.log.last_by("U1") == first


def test_a_change_keeps_what_was_not_touched(office: Office) -> None:
    stored = ready(office, eu="45 000 kr Erasmus+\n500 EUR Interreg", own="1 kr\n2 EUR").send()
    changed = changing(office, stored).type(title="Besök").send("change")
    assert changed.status is Status.CORRECTED
    assert changed.content == stored.content.model_copy(update={"title": "Besök"})


@pytest.mark.parametrize(
    "giver", ["Tillväxtverket", "MUCF", "Trafikverket", "Kulturrådet", "Myndigheten för stöd"]
)
def test_money_of_any_giver_is_read(office: Office, giver: str) -> None:
    stored = ready(office, other=f"100 000 kr {giver}\n500 {giver}").send()
    assert [each.name for each in stored.content.funding] == ["Erasmus+", giver, giver]


@pytest.mark.parametrize("names", ["Skolverket, Stockholm;", "Skolverket, Stockholm; Kolding"])
def test_a_partner_with_a_comma_stays_one_when_something_else_is_changed(
    office: Office, names: str
) -> None:
    stored = ready(office, partners=names).send()
    assert stored.content.partners[0] == "Skolverket, Stockholm"
    changed = changing(office, stored).type(title="Besök").send("change")
    assert changed.content.partners == stored.content.partners


def test_the_second_of_two_is_told_and_overwrites_nothing_unseen(office: Office) -> None:
    stored = ready(office).send()
    first, second = changing(office, stored), changing(office, stored)
    first.type(title="Den förstas").send("first")
    shown = second.type(title="Den andras").again()
    assert "Den förstas → Den andras" in str(shown.view)
    assert office.desk.log.find(1, "U1").content.title == "Den förstas"
    assert list(shown.objection()) == ["activity_read"]
    assert shown.tick("activity_read").send("second").content.title == "Den andras"


def test_a_change_that_was_stored_before_its_process_died_is_not_taken_for_anothers(
    office: Office,
) -> None:
    form = changing(office, ready(office).send()).type(title="Besök")
    form.send("change")
    views.store(office.desk, occasion(form.body("change"), 2))
    assert "Aktivitet 1 är ändrad." in office.texts[-1]
    views.store(office.desk, occasion(form.body("change"), 1))
    assert "har ändrats sedan du öppnade den" in office.texts[-1]


def test_choosing_another_kind_shows_its_definition_and_keeps_what_is_typed(
    office: Office,
) -> None:
    form = ready(office, title="Halvt skriven").choose("activity_kind", "international_network")
    turned = form.turned("activity_kind")
    assert turned.state["activity_title"]["activity_title"]["value"] == "Halvt skriven"
    assert "ska en del av finansieringen komma från EU" not in str(turned.view)
    assert set(turned.state) == set(form.state)


def test_withdrawing_shows_so_where_it_was_pressed(office: Office) -> None:
    stored = ready(office).send()
    action = {"action_id": "withdraw_activity", "value": f"{stored.id}:{stored.version}"}
    actions.withdraw(office.desk, occasion(press_in_message(action)))
    way, said = office.said[-1]
    assert way == "respond"
    assert said["replaces"]
    assert "tillbakadragen" in said["message"].text
    assert "withdraw_activity" not in written(said["message"])
    assert office.desk.log.find(1, "U1").status is Status.WITHDRAWN


def test_an_effect_is_added_and_stands_in_the_history(office: Office) -> None:
    stored = ready(office).send()
    action = {"action_id": "add_effect", "value": f"{stored.id}:{stored.version}"}
    actions.add_effect(office.desk, occasion(press_in_message(action)))
    form = FilledForm(office, office.said[-1][1]["view"]).type(effects="Två lärare lärde sig.")
    views.add_effect(office.desk, occasion(form.body("effect")))
    assert office.desk.log.find(1, "U1").content.effects == "Två lärare lärde sig."
    actions.show_history(office.desk, occasion(press_in_message(action)))
    history = str(office.said[-1][1]["view"])
    assert "lade till effekt" in history
    assert "(inget) → Två lärare lärde sig." in history


def test_a_guest_stores_nothing(office: Office) -> None:
    form = ready(office, done="Två dagar i skolan.")
    office.guest("U1")
    told = str(form.objection())
    assert "gäst" in told.casefold()
    assert "Två dagar i skolan." in told
    views.store(office.desk, occasion(form.body()))
    assert "gäst" in office.texts[-1].casefold()
    assert office.desk.log.last_by("U1") is None


def test_a_message_becomes_a_form_with_its_link(office: Office) -> None:
    logging.log_message(office.desk, occasion(shortcut(TEXT)))
    assert office.ways == ["open", "turn"]
    form = FilledForm(office, office.said[-1][1]["view"])
    link = form.state["activity_link"]["activity_link"]["value"]
    assert link == "https://slack.test/C1/2.0"
    assert form.state["activity_title"]["activity_title"]["value"] == "Studiebesök från Radviliskis"
