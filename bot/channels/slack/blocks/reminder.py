"""What a recipient sees of a broadcast: the text, why they get it, and how to answer.

People's texts are plain text here, where Slack makes neither mentions nor links of anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from bot.channels.slack.blocks import limits, names
from bot.channels.slack.blocks.choices import option
from bot.channels.slack.blocks.elements import (
    Block,
    actions,
    button,
    context,
    header,
    paragraph,
    plain,
    rich,
    section,
)
from bot.channels.slack.blocks.fitting import Message, Piece, key, message
from bot.channels.slack.blocks.quotes import quote_paragraph, quote_pieces, short_line
from bot.channels.slack.blocks.sentences import Spoken, spoken
from bot.channels.slack.blocks.text import Mrkdwn, neutral, pieces, shown
from bot.domain.reminders.broadcast import Content, Wish
from bot.domain.reminders.dispatch import DispatchKind
from bot.domain.reminders.occurrence import (
    AnswerKind,
    Occurrence,
    OccurrenceStatus,
    Recipient,
    RecipientState,
    Why,
)
from bot.services.reminders.ports import Outgoing
from bot.services.reminders.told_times import moment_in_words
from knowledge.texts.catalogue import say
from knowledge.wording import listed

_LONGEST_REASON = 800

LONGEST_UNITS = 1000
"""Characters of the names of all that somebody is asked for."""


class Later(StrEnum):
    """What can be chosen of "Påminn mig senare"; a day is asked for in a form."""

    TOMORROW = "tomorrow"
    NEXT_WEEK = "next_week"
    DAY = "day"


def reminder_message(outgoing: Outgoing, language: str, unit: str | None = None) -> Message:
    """A first message or a reminder; ``unit`` names those that the person is asked for.

    Raises ValueError for an escalation or a digest.
    """
    dispatch, occurrence, recipient = outgoing.dispatch, outgoing.occurrence, outgoing.recipient
    is_ours = dispatch.kind in (DispatchKind.FIRST, DispatchKind.REMINDER)
    if not is_ours or occurrence is None or recipient is None:
        raise ValueError(f"no message to a recipient: {dispatch.key}")
    notes = []
    if outgoing.is_late:
        at = moment_in_words(dispatch.due_at, language)
        notes.append(say("reminder-late", language, at=at))
    if dispatch.kind is DispatchKind.REMINDER and occurrence.content.nagging:
        most = max(occurrence.content.nagging.at_most, dispatch.number)
        notes.append(say("reminder-number", language, number=dispatch.number, most=most))
    return standing_message(occurrence, recipient, language, unit, tuple(notes))


def standing_message(
    occurrence: Occurrence,
    recipient: Recipient,
    language: str,
    unit: str | None = None,
    notes: tuple[str, ...] = (),
) -> Message:
    """What a message says as things stand: what was answered, or how to answer."""
    content = occurrence.content
    why = why_words(recipient, language, unit)
    outcome = outcome_words(occurrence, recipient, language)
    parts = [
        *(key(context(each)) for each in notes),
        *content_pieces(content, why, language),
        key(rich(paragraph(*outcome.inlines))),
    ]
    row = answer_buttons(occurrence, recipient, language)
    if row:
        parts.append(key(actions(row)))
    told = [*map(neutral, notes), *content_paragraphs(content, why, language), outcome.written]
    return message(told, parts, language)


def escalation_message(outgoing: Outgoing, language: str, unit: str | None = None) -> Message:
    """Tells a unit's head who has not answered. Raises ValueError for anything else."""
    dispatch, occurrence = outgoing.dispatch, outgoing.occurrence
    if dispatch.kind is not DispatchKind.ESCALATION or occurrence is None or not dispatch.about:
        raise ValueError(f"no escalation: {dispatch.key}")
    content = occurrence.content
    told = spoken(
        "escalation-headline" if unit else "escalation-headline-no-unit",
        language,
        {"person": dispatch.about},
        **({"unit": shown(unit, LONGEST_UNITS)} if unit else {}),
        title=content.title,
        at=moment_in_words(occurrence.due_at, language),
    )
    why = say("escalation-why", language)
    ask = say("escalation-ask", language)
    parts = [
        key(rich(paragraph(*told.inlines)), section(ask)),
        *content_pieces(content, why, language),
    ]
    paragraphs = [told.written, neutral(ask), *content_paragraphs(content, why, language)]
    return message(paragraphs, parts, language)


def content_pieces(content: Content, why: str, language: str) -> Iterator[Piece]:
    """Title and text, why they come, and the duty behind them."""
    yield key(header(content.title))
    yield key(*map(section, pieces(shown(content.text, 4 * limits.TEXT), limits.TEXT)))
    yield key(context(f"{why}\n{_reason(content, language)}"))
    if content.citation is not None:
        line = short_line(content.citation, language)
        yield from quote_pieces(content.citation, line, 0, language)


def content_paragraphs(content: Content, why: str, language: str) -> list[Mrkdwn]:
    """The same in words."""
    told = [neutral(content.title), neutral(content.text, 2000)]
    told += [neutral(why), neutral(_reason(content, language), _LONGEST_REASON)]
    if content.citation is not None:
        told.append(quote_paragraph(content.citation, short_line(content.citation, language)))
    return told


def why_words(recipient: Recipient, language: str, unit: str | None) -> str:
    """By what somebody is a recipient, such as "Du får detta eftersom du är kontakt för ..."."""
    if recipient.why in (Why.CONTACT, Why.INSTEAD) and unit:
        return say(
            f"reminder-why-{recipient.why.value}-unit", language, unit=shown(unit, LONGEST_UNITS)
        )
    return say(f"reminder-why-{recipient.why.value}", language)


def listed_units(recipient: Recipient, units: Mapping[str, str], language: str) -> str | None:
    """All units that a recipient is asked for, by their names in ``units``; None where it is for
    none.
    """
    return listed([units.get(each, each) for each in recipient.units], language) or None


def wishes_words(content: Content, language: str) -> str:
    """How a message can be answered."""
    if not content.wishes:
        return say("reminder-wish-none", language)
    wished = [say(f"reminder-wish-{each.value}", language) for each in in_order(content.wishes)]
    return say("reminder-wishes", language, wishes=" · ".join(wished))


def in_order(wishes: frozenset[Wish]) -> list[Wish]:
    """As their buttons stand."""
    return [each for each in Wish if each in wishes]


def outcome_words(occurrence: Occurrence, recipient: Recipient, language: str) -> Spoken:
    """How it stands with a recipient, in a sentence to them."""
    state, answer = recipient.state, recipient.answer
    if state is RecipientState.ANSWERED and answer is not None:
        return _answered(recipient, language)
    if occurrence.status is OccurrenceStatus.CANCELLED:
        return spoken("reminder-cancelled", language, {})
    if state is RecipientState.SNOOZED and recipient.remind_at is not None:
        at = moment_in_words(recipient.remind_at, language)
        return spoken("reminder-snoozed", language, {}, at=at)
    if state is RecipientState.ELSEWHERE and recipient.instead:
        return spoken("reminder-elsewhere", language, {"person": recipient.instead})
    if state is RecipientState.REPLACED and recipient.instead:
        return spoken("reminder-replaced", language, {"person": recipient.instead})
    return spoken(f"reminder-{'waiting' if state.is_open else 'told'}", language, {})


def _answered(recipient: Recipient, language: str) -> Spoken:
    answer = recipient.answer
    if answer is None:
        raise ValueError("nobody has answered")
    details: dict[str, str] = {"at": moment_in_words(answer.at, language)}
    if answer.kind is AnswerKind.TEXT:
        details["text"] = shown(answer.text, 600)
    if answer.kind is AnswerKind.LOGGED:
        details["number"] = str(answer.activity or "")
    if answer.by != recipient.person:
        kind = say(f"answer-{answer.kind.value}", language)
        at = {"kind": kind, "at": details["at"]}
        return spoken("reminder-answered-by", language, {"person": answer.by}, **at)
    return spoken(f"reminder-answered-{answer.kind.value}", language, {}, **details)


def _reason(content: Content, language: str) -> str:
    return say("reminder-reason", language, reason=shown(content.reason, _LONGEST_REASON))


_ANSWERS = {
    Wish.ACKNOWLEDGE: names.REMINDER_DONE,
    Wish.NOTHING_TO_REPORT: names.REMINDER_NOTHING,
    Wish.LOG_ACTIVITY: names.REMINDER_LOG,
    Wish.TEXT: names.REMINDER_REPLY,
}


def answer_buttons(
    occurrence: Occurrence, recipient: Recipient, language: str, place: int | None = None
) -> list[Block]:
    """How to answer; none where no answer is waited for. ``place`` tells the buttons of several
    occurrences in one list apart.
    """
    return list(_buttons(occurrence, recipient, language, place))


def _buttons(
    occurrence: Occurrence, recipient: Recipient, language: str, place: int | None
) -> Iterator[Block]:
    is_open = recipient.state.is_open and occurrence.status is OccurrenceStatus.OPEN
    wishes = in_order(occurrence.content.wishes)
    if not is_open or not wishes:
        return
    value = str(occurrence.id)

    def action(name: str) -> str:
        return name if place is None else names.numbered(name, place)

    for number, wish in enumerate(wishes):
        text = say(f"reminder-wish-{wish.value}", language)
        yield button(text, action(_ANSWERS[wish]), value, is_primary=number == 0)
    yield _later(action(names.REMINDER_LATER), value, language)
    if recipient.state is not RecipientState.ELSEWHERE:
        yield button(say("reminder-not-me", language), action(names.REMINDER_NOT_ME), value)


def _later(action: str, value: str, language: str) -> Block:
    """Until when to wait; each option's value is what was chosen, a colon, and ``value``."""
    return {
        "type": "static_select",
        "action_id": action,
        "placeholder": plain(say("reminder-later", language), limits.PLACEHOLDER),
        "options": [
            option(say(f"reminder-later-{each.value}", language), f"{each.value}:{value}")
            for each in Later
        ],
    }
