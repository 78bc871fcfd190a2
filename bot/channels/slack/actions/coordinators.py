"""Handing a question over to the coordinators, and what they do."""

from __future__ import annotations

import logging

from bot.channels.slack.blocks.gaps import gaps_csv, gaps_view
from bot.channels.slack.blocks.hand_over import answer_view, hand_over_card
from bot.channels.slack.blocks.notices import Notice, notice
from bot.channels.slack.desk import Desk
from bot.channels.slack.errors import ChannelRefused, ChannelUnavailable, CoordinatorsRefused
from bot.channels.slack.incoming import Occasion
from bot.domain.hand_overs import HandOver
from bot.domain.questions import LoggedQuestion

_log = logging.getLogger(__name__)


def hand_over(desk: Desk, occasion: Occasion) -> None:
    """Send a question, where it was asked and what was found, to the coordinators' channel."""
    person = desk.rights.admit(occasion.person, "hand a question over")
    language = desk.language(person)
    if desk.coordinator_channel is None:
        desk.tell(occasion, notice(Notice.NO_COORDINATORS, language))
        return
    asked = desk.inquiries.find(occasion.value)
    handed = desk.hand_overs.hand_over(asked, person.id, occasion.key)
    if not desk.hand_overs.began(handed, occasion.key):
        desk.tell(occasion, notice(Notice.ALREADY_HANDED_OVER, language))
        return
    if handed.card is None:
        _post_card(desk, occasion, handed, asked, desk.coordinator_channel)
    is_elsewhere = asked.venue.is_private and not occasion.is_direct
    told = Notice.HANDED_OVER_PRIVATELY if is_elsewhere else Notice.HANDED_OVER
    desk.tell(occasion, notice(told, language))


def give_up_hand_over(desk: Desk, occasion: Occasion) -> None:
    """Let others hand over what this occasion began to and did not."""
    desk.hand_overs.give_up(occasion.key)


def open_form(desk: Desk, occasion: Occasion) -> None:
    """Open the form for the answer to a hand-over, for coordinators."""
    person = desk.rights.admit(occasion.person, "answer a hand-over")
    handed = desk.hand_overs.to_answer(occasion.value, person.id)
    asked = desk.inquiries.find(handed.question)
    desk.messenger.open(occasion.trigger, answer_view(handed, asked, desk.language(person)))


def export_gaps(desk: Desk, occasion: Occasion) -> None:
    """Send the gap list as a file, to the coordinator alone, and say so where they pressed."""
    person = desk.rights.admit(occasion.person, "export the gap list")
    language = desk.language(person)
    report = desk.gaps.recent(person.id)
    name = f"policylotsen-luckor-{desk.today:%Y-%m-%d}.csv"
    channel = desk.messenger.direct(person.id)
    desk.messenger.upload(channel, name, gaps_csv(report, language), name)
    try:
        desk.turn(occasion.view["id"], gaps_view(report, language, is_sent=True))
    except (ChannelRefused, ChannelUnavailable) as error:
        _log.info("the gap list was closed meanwhile: %s", error)


def _post_card(
    desk: Desk, occasion: Occasion, handed: HandOver, asked: LoggedQuestion, channel: str
) -> None:
    card = hand_over_card(
        handed,
        asked,
        link_to_thread=link_to(desk, asked),
        mention=desk.coordinator_group,
        language=desk.house_language,
    )
    try:
        posted = desk.post_once(occasion, channel, card, None, handed.id)
    except ChannelRefused as error:
        raise CoordinatorsRefused(str(error), error.code) from error
    desk.hand_overs.posted(handed, posted)


def link_to(desk: Desk, asked: LoggedQuestion) -> str | None:
    """The address of the answer, where others can see it."""
    if asked.venue.is_private or asked.message is None:
        return None
    try:
        return desk.messenger.link(asked.venue.channel, asked.message)
    except ChannelRefused:
        return None
