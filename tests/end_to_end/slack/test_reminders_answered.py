"""What the receiver of a reminder does with it."""

from __future__ import annotations

import pytest

from bot.domain.contacts import ContactRole
from tests.end_to_end.slack.reminded_town import DAY, RemindedTown
from tests.end_to_end.slack.town import actions, buttons, element


@pytest.fixture
def town(reminded: RemindedTown) -> RemindedTown:
    return reminded


@pytest.mark.parametrize(
    ("pressed", "told"),
    [
        ("reminder_done", "Du svarade Klart"),
        ("reminder_nothing", "Du svarade att det inte finns något att rapportera"),
    ],
)
def test_a_press_answers_and_the_message_says_so(
    town: RemindedTown, pressed: str, told: str
) -> None:
    eva = town.person()
    number = town.sends(town.kim, [eva])
    message = town.message_to(eva)
    done = eva.presses(message, pressed)
    town.wait(lambda: told in message.shown)
    assert actions(message) == []
    town.slack.redeliver(done.delivery)
    town.quiet()
    assert len(town.said_to(eva)) == 1
    assert "1 har svarat" in town.status(town.kim, number).shown
    town.kim.closes(all_views=True)


def test_two_presses_at_once_answer_once(town: RemindedTown) -> None:
    eva = town.person()
    number = town.sends(town.kim, [eva])
    message = town.message_to(eva)
    for _ in range(2):
        eva.presses(message, "reminder_done", wait=False)
    town.wait(lambda: "Du svarade Klart" in message.shown)
    town.quiet()
    assert len(town.said_to(eva)) == 1
    town.kim.presses(town.status(town.kim, number), "broadcast_history")
    assert town.opened(town.kim, "record_view").shown.count("besvarat") == 1
    town.kim.closes(all_views=True)


def test_a_short_answer_is_seen_in_the_status(town: RemindedTown) -> None:
    eva = town.person()
    number = town.sends(town.kim, [eva])
    message = town.message_to(eva)
    eva.presses(message, "reminder_reply")
    form = town.opened(eva, "reply_form")
    blank = {"reply_text": {"reply_text": "  "}}
    assert set(eva.submits(form, blank).errors) == {"reply_text"}
    assert eva.submits(form, {"reply_text": {"reply_text": "Vi hörs <!here>"}}).failed is None
    town.wait(lambda: "Vi hörs <!here>" in message.shown)
    assert "”Vi hörs <!here>”" in town.status(town.kim, number).shown
    town.kim.closes(all_views=True)


def test_an_activity_is_logged_as_the_answer(town: RemindedTown) -> None:
    eva = town.person()
    town.contact(eva, "gym", ContactRole.DEPUTY)
    number = town.sends(town.kim, [], roles=["deputy"])
    message = town.message_to(eva)
    eva.presses(message, "reminder_log")
    view = town.opened(eva, "activity_form")
    unit = "activity_unit:Skövde"
    assert view.state[unit][unit]["selected_option"]["value"] == "gym"
    assert view.state["activity_first"]["activity_first"]["selected_date"] is None
    eva.chooses(view, "activity_kind", "international_network")
    town.quiet()
    typed = {
        "activity_title": {"activity_title": "Nätverksträff 2031"},
        "activity_first": {"activity_first": "2031-05-03"},
        "activity_countries": {"activity_countries": "Litauen"},
    }
    done = eva.submits(view, typed)
    assert done.errors == {}
    if view in eva.views:
        eva.submits(view, {"activity_reason": {"activity_reason": "Det är så."}})
    town.wait(lambda: "Du loggade aktivitet" in message.shown)
    assert "loggade aktivitet" in town.status(town.kim, number).shown
    town.kim.closes(all_views=True)


def test_who_puts_it_off_is_reminded_then_and_not_after_an_answer(town: RemindedTown) -> None:
    eva, bo = town.person(), town.person("Bo Berg")
    town.sends(town.kim, [bo], when="10 februari 2027 kl. 9")
    town.sends(town.kim, [eva], every="3", most="2")
    message = town.message_to(eva)
    eva.chooses(message, "reminder_later", element_value(message, "tomorrow"))
    town.wait(lambda: "Du blir påmind igen 3 februari 2027 kl. 08:00" in message.shown)
    town.pass_time(DAY)
    reminder = town.message_to(eva, 2)
    assert "Påminnelse 1 av 2" in reminder.shown
    eva.presses(reminder, "reminder_done")
    town.wait(lambda: all("Du svarade Klart" in each.shown for each in (message, reminder)))
    town.pass_time(7 * DAY)
    town.message_to(bo)
    assert len(town.said_to(eva)) == 2


def test_a_day_is_chosen_in_a_form(town: RemindedTown) -> None:
    eva = town.person()
    town.sends(town.kim, [eva])
    message = town.message_to(eva)
    eva.chooses(message, "reminder_later", element_value(message, "day"))
    form = town.opened(eva, "later_form")
    past = {"later_day": {"later_day": "2027-02-01"}}
    assert set(eva.submits(form, past).errors) == {"later_day"}
    assert eva.submits(form, {"later_day": {"later_day": "2027-02-13"}}).failed is None
    town.wait(lambda: "Du blir påmind igen 15 februari 2027" in message.shown)


def test_somebody_else_answers_once_a_coordinator_confirms(town: RemindedTown) -> None:
    eva, bo = town.person(), town.person("Bo Berg")
    town.sends(town.kim, [eva])
    message, cards = town.message_to(eva), len(town.slack.messages(town.coordinators))
    eva.presses(message, "reminder_not_me")
    form = town.opened(eva, "not_me_form")
    assert eva.submits(form, {"instead": {"instead": bo.id}}).failed is None
    town.wait(lambda: "ska svara i stället" in message.shown)
    card = town.wait(lambda: town.slack.messages(town.coordinators)[cards:])[0]
    assert town.said_to(bo) == []
    town.lena.presses(card, "confirm_instead")
    town.wait(lambda: "har bekräftat" in card.shown)
    assert buttons(card) == []
    town.wait(lambda: "svarar i stället. Du behöver inte göra något" in message.shown)
    other = town.message_to(bo)
    assert "i stället för en kollega" in other.shown
    bo.presses(other, "reminder_done")
    town.wait(lambda: "Du svarade Klart" in other.shown)


def element_value(message: object, chosen: str) -> str:
    """The value of one of the choices of when to be reminded."""
    options = element(message, "reminder_later")["options"]  # type: ignore[arg-type]
    return next(str(each["value"]) for each in options if each["value"].startswith(chosen))
