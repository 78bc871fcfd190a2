"""Broadcasts from the composer to the message, and who may send them."""

from __future__ import annotations

import pytest

from bot.domain.contacts import ContactRole
from tests.end_to_end.slack.reminded_town import DAY, STATED, RemindedTown, composed
from tests.end_to_end.slack.town import element

AT_GYM = ("--municipality", "Skövde", "--unit", "gym", "--kind", "eu_project")
SO = ("--reason", "Pengarna är sökta.")


@pytest.fixture
def town(reminded: RemindedTown) -> RemindedTown:
    return reminded


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


def test_who_is_away_and_who_has_no_slack_is_named_before_it_is_sent(town: RemindedTown) -> None:
    eva, bo, dan = town.person(), town.person("Bo Berg"), town.person("Dan Dal")
    bo.member.status_emoji = ":palm_tree:"
    dan.member.deleted = True
    view = town.composer(town.kim)
    people = [each.id for each in (eva, bo, dan)]
    preview = town.previews(town.kim, view, **STATED, roles=[], people=people)
    assert "2 personer får utskicket" in preview.shown
    assert "En person är borta enligt sin status i Slack, men får meddelandet ändå: Bo Berg" in (
        preview.shown
    )
    assert "En person har ett avstängt konto i Slack och nås inte: Dan Dal" in preview.shown
    town.kim.closes(all_views=True)


def test_only_contacts_of_units_that_have_not_logged_get_it(town: RemindedTown) -> None:
    eva, bo = town.person(), town.person("Bo Berg")
    town.contact(eva, "gym", ContactRole.DEPUTY)
    town.contact(bo, "ks", ContactRole.DEPUTY)
    town.tells("log", "Studiebesök från Vilnius 20 januari 2027", *AT_GYM, "--yes", *SO)
    town.sends(town.kim, [], roles=["deputy"], silence="not_logged", period="year:now")
    assert "du är kontakt för Kommunstyrelsen" in town.message_to(bo).shown
    town.quiet()
    town.posted()
    assert town.said_to(eva) == []


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
