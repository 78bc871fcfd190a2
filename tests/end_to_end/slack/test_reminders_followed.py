"""What becomes of a broadcast: the second yes, each time of it, who did not answer or was not
reached, and what its coordinator is told.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.contacts import ContactRole
from tests.end_to_end.slack.reminded_town import DAY, RemindedTown
from tests.end_to_end.slack.town import actions
from tests.fakes.slack.faults import api_error


@pytest.fixture
def town(reminded: RemindedTown) -> RemindedTown:
    return reminded


def test_a_broadcast_to_many_waits_for_another_coordinator(town: RemindedTown) -> None:
    people = [town.person(f"Person Nr{each}") for each in range(4)]
    cards = len(town.slack.messages(town.coordinators))
    town.sends(town.kim, people)
    card = town.wait(lambda: town.slack.messages(town.coordinators)[cards:])[0]
    assert "4 personer" in card.shown
    said = len(town.said_to(town.kim))
    own = town.kim.presses(card, "approve_broadcast")
    assert "räcker inte" in town.whispered(own).shown
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


def test_what_was_asked_for_in_slack_gets_its_yes_in_the_terminal(town: RemindedTown) -> None:
    people = [town.person(f"Person Nr{each}") for each in range(4)]
    cards = len(town.slack.messages(town.coordinators))
    number = town.sends(town.kim, people)
    card = town.wait(lambda: town.slack.messages(town.coordinators)[cards:])[0]
    assert "är planerat" in town.tells("remind", "approve", number, "--yes")
    for each in people:
        town.message_to(each)
    told = town.whispered(town.lena.presses(card, "approve_broadcast")).shown
    assert "har ändrats sedan du öppnade det" in told


def test_what_was_asked_for_in_the_terminal_gets_its_yes_in_slack(town: RemindedTown) -> None:
    people = [town.person(f"Person Nr{each}") for each in range(4)]
    named = [word for each in people for word in ("--person", each.id)]
    stated = ("--title", "Från terminalen", "--reason", "Policyn kräver det.", "Hej!")
    when = ("--when", "5 februari 2027 kl. 9", "--municipality", "Skövde")
    told = town.tells("remind", "draft", *when, *named, *stated)
    number = told.rsplit("policylots remind send ", 1)[1].rstrip(".\n")
    assert "väntar på ett ja" in town.tells("remind", "send", number, "--yes")
    view = town.status(town.kim, number)
    town.kim.presses(view, "approve_broadcast")
    town.wait(lambda: "Utskicket är godkänt." in view.shown)
    town.kim.closes(all_views=True)
    town.pass_time(3 * DAY)
    for each in people:
        assert "Från terminalen" in town.message_to(each).shown


def test_what_recurs_is_sent_each_time_once(town: RemindedTown) -> None:
    eva = town.person()
    number = town.sends(town.kim, [eva], when="varje månad den 10 kl. 9")
    town.pass_time(8 * DAY)
    first = town.message_to(eva)
    eva.presses(first, "reminder_done")
    town.wait(lambda: "Du svarade Klart" in first.shown)
    town.pass_time(28 * DAY)
    second = town.message_to(eva, 2)
    town.posted()
    assert "reminder_done" in actions(second)
    view = town.status(town.kim, number)
    assert "1 har inte svarat" in view.shown
    town.kim.presses(view, "cancel_broadcast")
    town.wait(lambda: "Utskicket är inställt." in view.shown)
    town.kim.closes(all_views=True)
    town.pass_time(31 * DAY)
    town.quiet()
    town.posted()
    assert len(town.said_to(eva)) == 2


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


@pytest.mark.parametrize("role", [ContactRole.HEAD, ContactRole.DEPUTY])
def test_the_head_or_else_the_deputy_is_told_of_who_has_not_answered(
    town: RemindedTown, role: ContactRole
) -> None:
    eva, boss = town.person(), town.person("Britt Boss")
    town.contact(eva, "ks", ContactRole.COORDINATOR)
    town.contact(boss, "ks", role)
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


def test_coordinators_are_told_of_a_contact_who_has_left_slack(town: RemindedTown) -> None:
    eva = town.person()
    town.contact(eva, "gym", ContactRole.CONTACT_PERSON)
    before = len(town.slack.messages(town.coordinators))
    eva.member.deleted = True
    town.pass_time(DAY)
    told = town.wait(lambda: town.slack.messages(town.coordinators)[before:])[0].shown
    assert "Eva Ek, kontaktperson för Västerhöjd i Skövde, är inaktiverad i Slack" in told
