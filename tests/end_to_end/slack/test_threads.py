"""Who is answered in threads, and who is left alone."""

from __future__ import annotations

import pytest

from tests.end_to_end.slack.town import QUESTION, REFUSAL, SENTENCE, Town
from tests.fakes.slack import BOT_USER


def test_a_follow_up_in_the_thread_needs_no_mention(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva)
    asked = eva.says(channel, f"{town.me} Vem beslutar om vänortsavtal i Skövde?")
    assert REFUSAL in town.reply(asked).shown
    followed = town.reply(eva.says(channel, "och i Örebro?", asked.ts))
    lines = followed.shown.splitlines()
    assert lines[0] == "Frågan tolkas som: Vem beslutar om vänortsavtal i Örebro?"
    assert lines[1].startswith("Kommunfullmäktige") or SENTENCE in lines[1]
    assert followed.thread_ts == asked.ts


def test_somebody_else_may_follow_up_in_an_open_thread(town: Town) -> None:
    eva, bo = town.person(), town.person("Bo Berg")
    channel = town.channel(eva, bo)
    asked = eva.says(channel, f"{town.me} {QUESTION}")
    town.reply(asked)
    answer = town.reply(bo.says(channel, "Vad gäller i Skövde?", asked.ts))
    assert "Skövde" in answer.shown


def test_a_follow_up_below_a_direct_message_is_understood(town: Town) -> None:
    eva = town.person()
    asked = eva.dm("Vem beslutar om vänortsavtal i Skövde?")
    town.reply(asked)
    answer = town.reply(eva.dm("och i Örebro?", asked.ts))
    assert "Vem beslutar om vänortsavtal i Örebro?" in answer.shown


def test_a_new_thread_knows_nothing_of_another(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva)
    town.asks(eva, channel, "Vem beslutar om vänortsavtal i Skövde?")
    assert "Frågan tolkas som" not in town.asks(eva, channel, "och i Örebro?").shown


def test_a_thread_of_people_is_neither_answered_nor_kept(town: Town) -> None:
    eva, bo = town.person(), town.person("Bo Berg")
    channel = town.channel(eva, bo)
    with town.left_alone():
        opened = eva.says(channel, "Hemligt: vem beslutar om vänortsavtal?")
        bo.says(channel, "Är det inte kommunfullmäktige?", opened.ts)
        eva.says(channel, f"{bo.mention} Hur vet du det?", opened.ts)
    assert len(town.slack.messages(channel)) == 3
    assert town.questions(channel=channel.id) == []
    dump = town.bot.database.read_bytes()
    journal = town.bot.database.with_name("bot.sqlite3-wal")
    dump += journal.read_bytes() if journal.exists() else b""
    assert b"Hemligt: vem beslutar" not in dump


@pytest.mark.parametrize(
    "remark",
    [
        "Tack!",
        "tack så mycket, det var bra",
        "Okej, då vet jag.",
        "Det där stämmer nog inte.",
        ":+1:",
        "{other} vad tycker du?",
        "{other} Vem beslutar om vänortsavtal i Skövde?",
        "<!here> kan någon titta på det?",
        "<!subteam^S0123456> hur gör vi?",
    ],
)
def test_thanks_and_remarks_to_others_in_the_bots_thread_are_left_alone(
    town: Town, remark: str
) -> None:
    eva, bo = town.person(), town.person("Bo Berg")
    channel = town.channel(eva, bo)
    asked = eva.says(channel, f"{town.me} {QUESTION}")
    town.reply(asked)
    with town.left_alone():
        bo.says(channel, remark.format(other=eva.mention), asked.ts)
    assert len(town.slack.thread(channel, asked.ts)) == 3


def test_a_channel_can_want_mentions_only(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva)
    eva.commands("/lots", "kanal", channel)
    view = town.opened(eva, "channel_view")
    assert view.private_metadata == channel.id
    eva.submits(view, {"channel_mentions": {"channel_mentions": ["mentions_only"]}})
    town.quiet()
    asked = eva.says(channel, f"{town.me} Vem beslutar om vänortsavtal i Skövde?")
    town.reply(asked)
    with town.left_alone():
        eva.says(channel, "och i Örebro?", asked.ts)
    answer = town.reply(eva.says(channel, f"{town.me} och i Örebro?", asked.ts))
    assert "Vem beslutar om vänortsavtal i Örebro?" in answer.shown


def test_a_channel_can_be_about_one_municipality(town: Town) -> None:
    eva = town.person()
    channel, other = town.channel(eva), town.channel(eva)
    eva.commands("/lots", "channel", channel)
    view = town.opened(eva, "channel_view")
    eva.submits(view, {"channel_municipality": {"channel_municipality": "Skövde"}})
    town.quiet()
    assert REFUSAL in town.asks(eva, channel).shown
    assert SENTENCE in town.asks(eva, other).shown
    eva.commands("/lots", "kanal", channel)
    again = town.opened(eva, "channel_view")
    chosen = again.state["channel_municipality"]["channel_municipality"]["selected_option"]
    assert chosen["value"] == "Skövde"


def test_the_own_conversation_has_no_channel_settings(town: Town) -> None:
    eva = town.person()
    assert "görs i kanalen" in town.commanded(eva, "kanal", eva.channel).shown


def test_what_is_changed_after_it_was_said_is_not_answered_again(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva)
    asked = eva.says(channel, f"{town.me} {QUESTION}")
    town.reply(asked)
    with town.left_alone():
        eva.edits(asked, f"{town.me} Vad är ett EU-projekt?")
    with town.left_alone():
        eva.deletes(asked)
    direct = eva.dm(QUESTION)
    town.reply(direct)
    with town.left_alone():
        eva.edits(direct, "Vad är ett EU-projekt?")
    assert len(town.replies(direct)) == 1


@pytest.mark.parametrize("subtype", ["channel_join", "channel_topic", "bot_message", "pinned_item"])
def test_what_the_workspace_and_other_bots_say_is_left_alone(town: Town, subtype: str) -> None:
    eva = town.person()
    channel = town.channel(eva)
    asked = eva.says(channel, f"{town.me} {QUESTION}")
    town.reply(asked)
    robot = {"bot_id": "B0OTHER"} if subtype == "bot_message" else {"user": eva.id}
    ts = town.slack.workspace.ids.ts()
    event = {
        "type": "message",
        "subtype": subtype,
        "text": "Vem beslutar om vänortsavtal i Skövde?",
        "channel": channel.id,
        "channel_type": "channel",
        "ts": ts,
        "event_ts": ts,
        "thread_ts": asked.ts,
        **robot,
    }
    with town.left_alone():
        town.slack.sends(event)
        town.slack.sends({**event, "channel": eva.channel.id, "channel_type": "im"})


def test_a_bot_that_mentions_us_is_not_answered(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva)
    ts = town.slack.workspace.ids.ts()
    event = {
        "type": "app_mention",
        "bot_id": "B0OTHER",
        "user": "U0OTHERBOT",
        "text": f"{town.me} {QUESTION}",
        "channel": channel.id,
        "ts": ts,
        "event_ts": ts,
    }
    town.slack.sends(event)
    town.quiet()
    assert town.slack.messages(channel) == []


def test_the_bots_own_messages_do_not_set_it_off(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva)
    town.asks(eva, channel)
    town.reply(eva.dm(QUESTION))
    town.quiet()
    own = [each for each in town.slack.delivered("message") if each.event.get("user") == BOT_USER]
    kept = {row["key"] for row in town.bot.rows("SELECT key FROM inbox")}
    assert own
    assert not kept & {each.payload["event_id"] for each in own}
