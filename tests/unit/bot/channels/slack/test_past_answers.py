from __future__ import annotations

from bot.channels.slack.actions.answers import show_again
from bot.channels.slack.blocks import names
from bot.channels.slack.commands.lots import carry_out
from knowledge.texts.catalogue import say
from tests.unit.bot.channels.slack.delivered import command, press_in_view
from tests.unit.bot.channels.slack.desks import Office, occasion
from tests.unit.bot.services.asked import START


def test_an_earlier_answer_is_shown_in_one_language_its_own() -> None:
    office = Office()
    text = "Vem beslutar om vänortsavtal i Örebro?"
    carry_out(office.desk, occasion(command(text, user_id="U0ENG")))
    [asked] = office.database.questions.since(START)
    action = {"action_id": names.SHOW_ANSWER, "value": asked.id}
    show_again(office.desk, occasion(press_in_view(action, "home") | {"user": {"id": "U0ENG"}}))
    view = office.said[-1][1]["view"]
    assert view["title"]["text"] == say("slack-answer-title", "sv")
    assert say("slack-show-section", "sv") in str(view["blocks"])
