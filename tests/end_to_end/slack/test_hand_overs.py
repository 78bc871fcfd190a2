"""A question handed over to the coordinators, and their answer on its way back."""

from __future__ import annotations

from tests.end_to_end.slack.town import (
    QUESTION,
    REFUSAL,
    REFUSED,
    Town,
    actions,
    buttons,
    element,
    question_of,
)
from tests.fakes.slack import Channel, Message, Person, View

REPLY = "Ring mig på 019-21 10 00 & fråga efter Kim! <!channel> *nu*"


def handed_over(town: Town, person: Person, answer: Message) -> Message:
    """The card in the coordinators' channel."""
    before = len(town.slack.messages(town.coordinators))
    told = town.whispered(person.presses(answer, "hand_over"))
    assert "skickad till samordnarna" in told.shown
    return town.wait(lambda: town.slack.messages(town.coordinators)[before:])[0]


def form(town: Town, coordinator: Person, card: Message) -> View:
    coordinator.presses(card, "answer_hand_over")
    return town.opened(coordinator, "answer_view")


def answered(town: Town, coordinator: Person, card: Message, text: str = REPLY) -> None:
    view = form(town, coordinator, card)
    done = coordinator.submits(view, {"answer_text": {"answer_text": text}})
    assert done.errors == {}
    town.quiet()


def below(town: Town, channel: Channel, ts: str) -> list[Message]:
    return [each for each in town.slack.thread(channel, ts) if REPLY in each.shown]


def test_the_card_tells_the_coordinators_what_was_asked_and_found(town: Town) -> None:
    eva = town.person()
    answer = town.asks(eva, town.channel(eva), REFUSED)
    # Where the answer stands is stored once Slack has taken it.
    town.quiet()
    pinged = len(town.slack.pings)
    card = handed_over(town, eva, answer)
    assert REFUSED in card.shown
    assert REFUSAL in card.shown
    assert buttons(card) == ["Svara"]
    called = {(each.kind, each.target) for each in town.slack.pings[pinged:]}
    assert called == {("subteam", town.group), ("user", eva.id)}
    links = [
        each
        for block in card.blocks
        for part in block.get("elements", [])
        for each in part.get("elements", [])
        if each.get("type") == "link"
    ]
    assert answer.ts.replace(".", "") in links[0]["url"]
    again = town.whispered(eva.presses(answer, "hand_over"))
    assert "redan skickad" in again.shown


def test_the_answer_to_an_open_question_comes_into_its_thread(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva)
    asked = eva.says(channel, f"{town.me} {QUESTION}")
    card = handed_over(town, eva, town.reply(asked))
    answered(town, town.kim, card)
    [told] = below(town, channel, asked.ts)
    assert QUESTION in told.shown
    assert "&lt;!channel&gt;" in told.text or "<!channel>" not in told.text
    assert actions(card) == []
    assert "Besvarad av" in card.shown
    assert REPLY in card.shown
    [row] = town.bot.rows("SELECT * FROM hand_over WHERE asker = ?", eva.id)
    assert (row["answered_by"], row["answer"]) == (town.kim.id, REPLY)
    assert row["delivered"] == told.ts


def test_the_answer_to_a_private_question_comes_to_the_asker_alone(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva)
    card = handed_over(town, eva, town.commanded(eva, REFUSED, channel))
    assert element(card, "answer_hand_over")["value"]
    answered(town, town.lena, card)
    assert town.slack.messages(channel) == []
    [told] = town.slack.messages(eva.channel)
    assert REPLY in told.shown
    assert told.thread_ts is None


def test_the_answer_to_a_direct_message_comes_below_it(town: Town) -> None:
    eva = town.person()
    asked = eva.dm(REFUSED)
    card = handed_over(town, eva, town.reply(asked))
    answered(town, town.kim, card)
    assert len(below(town, eva.channel, asked.ts)) == 1


def test_a_second_coordinator_is_told_that_it_is_answered(town: Town) -> None:
    eva = town.person()
    asked = eva.says(town.channel(eva), f"{town.me} {QUESTION}")
    card = handed_over(town, eva, town.reply(asked))
    late = form(town, town.lena, card)
    answered(town, town.kim, card)
    seen = len(town.slack.messages(town.lena.channel))
    town.lena.submits(late, {"answer_text": {"answer_text": "Det vet jag också."}})
    told = town.wait(lambda: town.slack.messages(town.lena.channel)[seen:])[0]
    assert "har redan svarat på frågan" in told.shown
    town.quiet()
    assert len(below(town, asked.channel, asked.ts)) == 1
    assert len(town.slack.thread(asked.channel, asked.ts)) == 3


def test_an_empty_answer_stays_in_the_form(town: Town) -> None:
    eva = town.person()
    answer = town.asks(eva, town.channel(eva))
    view = form(town, town.kim, handed_over(town, eva, answer))
    done = town.kim.submits(view, {"answer_text": {"answer_text": "  \n "}})
    assert "tomt" in done.errors["answer_text"]
    town.kim.closes()
    [row] = town.bot.rows("SELECT * FROM hand_over WHERE question = ?", question_of(answer))
    assert row["answered_at"] is None


def test_only_coordinators_answer_and_who_tried_is_kept(town: Town) -> None:
    eva, bo = town.person(), town.person("Bo Berg")
    town.coordinators.members.append(bo.id)
    card = handed_over(town, eva, town.asks(eva, town.channel(eva)))
    told = town.whispered(bo.presses(card, "answer_hand_over"))
    assert "bara samordnarna" in told.shown
    assert bo.view is None
    assert town.denials(bo) == [("answer a hand-over", "not a coordinator")]
    town.coordinators.members.remove(bo.id)


def test_a_long_answer_arrives_whole(town: Town) -> None:
    eva = town.person()
    asked = eva.says(town.channel(eva), f"{town.me} {QUESTION}")
    card = handed_over(town, eva, town.reply(asked))
    long = " ".join(f"mening{number}" for number in range(290))
    answered(town, town.kim, card, long)
    told = town.replies(asked)[-1].shown
    assert all(f"mening{number}" in told for number in range(290))
