"""Broadcasts from the composer to the last answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.contacts import ContactRole
from tests.end_to_end.command import Run
from tests.end_to_end.slack.conftest import behaving, keeps_secrets
from tests.end_to_end.slack.reminded_town import STATED, RemindedTown, composed
from tests.end_to_end.slack.town import actions, buttons, element
from tests.fakes.slack import SlackServer
from tests.fakes.slack.faults import api_error

DAY = timedelta(days=1)


@pytest.fixture(scope="module", params=["socket", "http"])
def reminding(
    request: pytest.FixtureRequest,
    indexed: Run,
    home: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[RemindedTown]:
    folder = tmp_path_factory.mktemp("reminding")
    with SlackServer(mode=request.param) as slack:
        town = RemindedTown(slack, home, folder)
        with town.bot as bot:
            town.units()
            yield town
            assert bot.stop() == 0
        keeps_secrets(bot, slack)


@pytest.fixture
def town(reminding: RemindedTown) -> Iterator[RemindedTown]:
    with behaving(reminding):
        yield reminding
        reminding.restore_time()


def test_a_broadcast_is_composed_previewed_and_sent_once_to_each(town: RemindedTown) -> None:
    eva, bo, dan = town.person(), town.person("Bo Berg"), town.person("Dan Dal")
    town.contact(eva, "gym", ContactRole.CONTACT_PERSON)
    view = town.composer(town.kim, "Hej alla! <!channel>")
    assert view.state["broadcast_text:"]["broadcast_text:"]["value"] == "Hej alla!"
    inputs = {**STATED, "people": [eva.id, bo.id], "roles": ["contact_person"]}
    preview = town.previews(town.kim, view, **inputs)
    assert "2 personer får utskicket" in preview.shown
    assert "Västerhöjd: Eva Ek" in preview.shown
    assert "En person träffas på flera sätt" in preview.shown
    assert "En enhet saknar kontakt med vald roll: Kommunstyrelsen" in preview.shown
    said = len(town.said_to(town.kim))
    assert town.kim.submits(preview).failed is None
    assert "är på väg" in town.message_to(town.kim, said + 1).shown
    for person in (eva, bo):
        shown = town.message_to(person).shown
        assert "Dags att rapportera" in shown
        assert "<!channel>" in shown
    assert "du är kontakt för Västerhöjd" in town.message_to(eva).shown
    town.quiet()
    assert [len(town.said_to(each)) for each in (eva, bo, dan)] == [1, 1, 0]


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


def test_a_broadcast_to_many_waits_for_another_coordinator(town: RemindedTown) -> None:
    people = [town.person(f"Person Nr{each}") for each in range(4)]
    cards = len(town.slack.messages(town.coordinators))
    town.sends(town.kim, people)
    card = town.wait(lambda: town.slack.messages(town.coordinators)[cards:])[0]
    assert "4 personer" in card.shown
    said = len(town.said_to(town.kim))
    town.kim.presses(card, "approve_broadcast")
    assert "räcker inte" in town.wait(lambda: town.kim.ephemerals[-1:])[0].shown
    town.quiet()
    assert all(town.said_to(each) == [] for each in people)
    town.lena.presses(card, "approve_broadcast")
    town.wait(lambda: "har godkänt" in card.shown)
    for each in people:
        town.message_to(each)
    assert "har godkänt ditt utskick" in town.message_to(town.kim, said + 1).shown


def test_a_no_is_told_with_its_reason(town: RemindedTown) -> None:
    people = [town.person(f"Person Nej{each}") for each in range(4)]
    cards = len(town.slack.messages(town.coordinators))
    town.sends(town.kim, people)
    card = town.wait(lambda: town.slack.messages(town.coordinators)[cards:])[0]
    said = len(town.said_to(town.kim))
    town.lena.presses(card, "decline_broadcast")
    form = town.opened(town.lena, "decline_form")
    no = {"decline_reason": {"decline_reason": "Inte just nu."}}
    assert town.lena.submits(form, no).failed is None
    town.wait(lambda: "har avslagit" in card.shown)
    assert "Inte just nu." in town.message_to(town.kim, said + 1).shown
    town.quiet()
    assert all(town.said_to(each) == [] for each in people)


def test_what_is_wrong_stands_under_its_input(town: RemindedTown) -> None:
    view = town.composer(town.kim)
    wrong = {**STATED, "title": " ", "roles": [], "when": "häromdan", "every": "3", "wishes": []}
    errors = town.kim.submits(view, composed(**wrong)).errors
    assert set(errors) == {
        "broadcast_title:", "broadcast_roles", "broadcast_when", "broadcast_most",
        "broadcast_wishes:",
    }  # fmt: skip
    town.kim.closes(all_views=True)


def test_a_template_fills_the_form_and_what_was_typed_stays(town: RemindedTown) -> None:
    view = town.composer(town.kim)
    title = "broadcast_title:"
    view.state[title][title]["value"] = "Min rubrik"
    town.kim.chooses(view, "broadcast_template", "report")
    town.wait(lambda: "broadcast_title:report" in view.state)
    state = view.state["broadcast_title:report"]["broadcast_title:report"]
    assert state["value"] == "Min rubrik"
    text = view.state["broadcast_text:report"]["broadcast_text:report"]["value"]
    assert "Logga det som er enhet" in text
    town.kim.closes(all_views=True)


def test_others_than_coordinators_are_told_calmly_and_see_what_waits(town: RemindedTown) -> None:
    eva = town.person()
    assert "Bara samordnare" in town.whispered(eva.commands("/paminn", "Hej")).shown
    assert eva.view is None
    town.sends(town.kim, [eva])
    message = town.message_to(eva)
    assert eva.commands("/paminn", "mina").failed is None
    mine = town.opened(eva, "mine_view")
    assert "Ett meddelande väntar" in mine.shown
    eva.presses(mine, "reminder_done:0")
    town.wait(lambda: "Inget väntar" in mine.shown)
    town.wait(lambda: "Du svarade Klart" in message.shown)


def test_a_trial_goes_to_the_coordinator_alone(town: RemindedTown) -> None:
    eva = town.person()
    view = town.composer(town.kim)
    preview = town.previews(town.kim, view, **{**STATED, "roles": [], "people": [eva.id]})
    said = len(town.said_to(town.kim))
    town.kim.presses(preview, "try_out")
    trial = town.message_to(town.kim, said + 1)
    assert "Det här är ett prov" in trial.shown
    assert "svaret sparas inte" in town.whispered(town.kim.presses(trial, "reminder_done")).shown
    town.kim.presses(preview, "change_again")
    again = town.opened(town.kim, "composer")
    assert again.title == "Ändra utskick"
    preview = town.previews(town.kim, again, title="Ny rubrik")
    assert "Ny rubrik" in preview.shown
    town.kim.presses(preview, "save_draft")
    assert "är sparat" in town.opened(town.kim, "preview_begun").shown
    town.kim.closes(all_views=True)
    assert town.kim.commands("/paminn", "utkast").failed is None
    assert "Ny rubrik" in town.opened(town.kim, "broadcasts_view").shown
    town.kim.closes(all_views=True)
    town.quiet()
    assert town.said_to(eva) == []


def test_a_broadcast_is_planned_paused_resumed_and_cancelled(town: RemindedTown) -> None:
    eva, bo = town.person(), town.person("Bo Berg")
    number = town.sends(town.kim, [eva], when="10 februari 2027 kl. 9")
    town.sends(town.kim, [bo], when="10 februari 2027 kl. 9")
    view = town.status(town.kim, number)
    assert "nästa gång 10 februari 2027 kl. 09:00" in view.shown
    town.kim.presses(view, "pause_broadcast")
    town.wait(lambda: "Utskicket är pausat." in view.shown)
    town.kim.presses(view, "resume_broadcast")
    town.wait(lambda: "Utskicket är igång igen." in view.shown)
    town.kim.presses(view, "copy_broadcast")
    town.wait(lambda: "Det här är kopian" in view.shown)
    town.kim.closes(all_views=True)
    view = town.status(town.kim, number)
    assert element(view, "cancel_broadcast")["confirm"]
    town.kim.presses(view, "cancel_broadcast")
    town.wait(lambda: "Utskicket är inställt." in view.shown)
    town.kim.closes(all_views=True)
    town.pass_time(8 * DAY)
    town.message_to(bo)
    assert town.said_to(eva) == []


def test_the_head_of_a_unit_is_told_of_who_has_not_answered(town: RemindedTown) -> None:
    eva, boss = town.person(), town.person("Britt Boss")
    town.contact(eva, "ks", ContactRole.COORDINATOR)
    town.contact(boss, "ks", ContactRole.HEAD)
    town.sends(town.kim, [], roles=["coordinator"], after="2")
    message = town.message_to(eva)
    town.pass_time(2 * DAY)
    told = town.message_to(boss).shown
    assert "har inte svarat på ”Dags att rapportera”" in told
    assert "Kommunstyrelsen" in told
    eva.presses(message, "reminder_done")
    town.wait(lambda: "Du svarade Klart" in message.shown)


def test_a_coordinator_is_told_once_a_day_what_is_new(town: RemindedTown) -> None:
    # Lena sends nothing else, so that nothing else is new for her.
    eva, bo = town.person(), town.person("Bo Berg")
    town.sends(town.lena, [eva, bo], title="Till sammandraget")
    eva.presses(town.message_to(eva), "reminder_done")
    town.quiet()
    said = len(town.said_to(town.lena))
    town.pass_time(21 * DAY)
    digest = town.message_to(town.lena, said + 1)
    assert "Dagens läge för dina utskick" in digest.shown
    assert "Till sammandraget" in digest.shown
    assert "1 har svarat · 1 har inte svarat" in digest.shown
    town.lena.presses(digest, "show_broadcasts")
    assert "Till sammandraget" in town.opened(town.lena, "broadcasts_view").shown
    town.lena.closes(all_views=True)
    town.quiet()
    assert len(town.said_to(town.lena)) == said + 1


def test_the_status_is_a_file_too(town: RemindedTown) -> None:
    eva, bo = town.person(), town.person("Bo Berg")
    town.contact(eva, "gym", ContactRole.CONTACT_PERSON)
    number = town.sends(town.kim, [eva, bo])
    message = town.message_to(eva)
    eva.presses(message, "reminder_done")
    town.wait(lambda: "Du svarade Klart" in message.shown)
    town.message_to(bo)
    town.posted()
    view, before = town.status(town.kim, number), len(town.slack.files)
    town.kim.presses(view, "export_broadcast")
    town.wait(lambda: "Filen är skickad" in view.shown)
    [file] = town.slack.files[before:]
    assert file.shared_in == [town.kim.channel.id]
    head, *rows = (file.content or b"").decode("utf-8-sig").split("\r\n")
    assert head == "Enhet;Namn;Läge;Svar;Svarade;Skickades;Fel"
    assert rows[0].startswith("Västerhöjd;Eva Ek;Har svarat;klart;2027-02-02 ")
    assert rows[1].startswith(";Bo Berg;Har inte svarat;;;2027-02-02 ")
    assert rows[2:] == [""]
    town.kim.closes(all_views=True)


def test_members_of_a_channel_and_of_a_group_get_it_once_each(town: RemindedTown) -> None:
    eva, bo, dan = town.person(), town.person("Bo Berg"), town.person("Dan Dal")
    chosen = {"channels": [town.channel(eva, bo).id], "groups": [town.network_of(bo, dan)]}
    number = town.sends(town.kim, [], **chosen)
    assert "med i en kanal" in town.message_to(eva).shown
    assert "med i en kanal" in town.message_to(bo).shown
    assert "med i en användargrupp" in town.message_to(dan).shown
    town.quiet()
    town.posted()
    assert [len(town.said_to(each)) for each in (eva, bo, dan)] == [1, 1, 1]
    assert "3 har inte svarat" in town.status(town.kim, number).shown
    town.kim.closes(all_views=True)


def test_whom_it_did_not_reach_gets_it_again_and_nobody_else(town: RemindedTown) -> None:
    people = [town.person(), town.person("Bo Berg")]
    number = town.sends(town.kim, people, when="2 februari 2027 kl. 12")
    town.quiet()
    # Nothing else is due until then.
    town.slack.fault("chat.postMessage", api_error("user_not_found"))
    town.pass_time(timedelta(hours=3))
    [reached] = town.wait(lambda: [each for each in people if town.said_to(each)])
    [failed] = [each for each in people if each is not reached]
    assert town.failure(failed) == "user_not_found"
    view = town.status(town.kim, number)
    assert "1 nåddes inte" in view.shown
    assert f"{failed.name}: nåddes inte: " in view.shown
    town.kim.presses(view, "send_again")
    town.wait(lambda: "Skickas igen till en person." in view.shown)
    assert "Dags att rapportera" in town.message_to(failed).shown
    town.quiet()
    town.posted()
    assert [len(town.said_to(each)) for each in people] == [1, 1]
    town.kim.closes(all_views=True)
    assert "2 har inte svarat" in town.status(town.kim, number).shown
    town.kim.closes(all_views=True)


def test_the_home_tab_shows_what_waits_and_opens_the_composer(town: RemindedTown) -> None:
    eva = town.person()
    town.sends(town.kim, [eva])
    town.message_to(eva)
    eva.opens_home()
    town.wait(lambda: eva.home)
    assert eva.home
    assert "Väntar på dig" in eva.home.shown
    eva.presses(eva.home, "show_mine")
    assert "Dags att rapportera" in town.opened(eva, "mine_view").shown
    town.kim.opens_home()
    town.wait(lambda: town.kim.home)
    assert town.kim.home
    town.kim.presses(town.kim.home, "compose")
    assert town.opened(town.kim, "composer").title == "Nytt utskick"
    town.kim.closes(all_views=True)


def test_what_came_due_while_the_bot_was_down_says_that_it_is_late(town: RemindedTown) -> None:
    eva = town.person()
    town.sends(town.kim, [eva], when="4 februari 2027 kl. 9")
    town.quiet()
    town.posted()
    town.bot.kill()
    town.pass_time(3 * DAY)
    town.bot.start()
    assert "Skickas senare än planerat" in town.message_to(eva).shown
    town.quiet()
    assert len(town.said_to(eva)) == 1


def element_value(message: object, chosen: str) -> str:
    """The value of one of the choices of when to be reminded."""
    options = element(message, "reminder_later")["options"]  # type: ignore[arg-type]
    return next(str(each["value"]) for each in options if each["value"].startswith(chosen))
