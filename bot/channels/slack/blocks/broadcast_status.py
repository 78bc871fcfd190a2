"""One broadcast for its coordinators: what was decided, how far it has come, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.broadcast_list import broadcast_line
from bot.channels.slack.blocks.elements import (
    Block,
    actions,
    bullets,
    button,
    confirmation,
    context,
    divider,
    header,
    mention,
    paragraph,
    rich,
    section,
    words,
)
from bot.channels.slack.blocks.fitting import Importance, Piece, View, key, modal, rows
from bot.channels.slack.blocks.reminder import content_pieces, wishes_words
from bot.channels.slack.blocks.text import shown
from bot.domain.reminders.broadcast import NEXT, OVER, Broadcast, BroadcastStatus, Event, EventKind
from bot.domain.reminders.occurrence import AnswerKind
from bot.services.reminders.status import Line, OccurrenceState, Stand, UnitLines
from bot.services.reminders.told_times import moment_in_words
from bot.services.reports.naming import capitalised
from knowledge.texts.catalogue import say

_LONGEST_UNIT = 2500
_MOST_LINES = 40
"""Recipients of a unit who are told one by one."""


def broadcast_view(
    broadcast: Broadcast, state: OccurrenceState | None, language: str, said: str | None = None
) -> View:
    """A broadcast in a modal; ``state`` is its latest occurrence's, None before the first, and
    ``said`` what was just done with it.
    """
    parts = [
        *([key(context(said))] if said else []),
        key(section(broadcast_line(broadcast, language))),
        *_progress(state, language),
        key(actions(list(_buttons(broadcast, state, language)))),
        key(divider()),
        *content_pieces(broadcast.content, audience_words(broadcast, language), language),
        key(context(wishes_words(broadcast.content, language))),
    ]
    title = say("broadcast-title", language, number=str(broadcast.id))
    return modal(title, names.BROADCAST_VIEW, parts, language)


def record_view(broadcast: Broadcast, record: Sequence[Event], language: str) -> View:
    """Who did what with it, when and why, the latest first."""
    blocks = [_event(each, language) for each in reversed(record)]
    parts = [key(header(broadcast.content.title)), rows(blocks, language)]
    return modal(say("broadcast-record-title", language), names.RECORD_VIEW, parts, language)


def audience_words(broadcast: Broadcast, language: str) -> str:
    """Which parts the audience has, in a line."""
    audience, parts = broadcast.content.audience, []
    if audience.contacts:
        roles = ", ".join(
            say(f"composer-role-{each.value}", language).lower()
            for each in sorted(audience.contacts.roles)
        )
        units = audience.contacts.units
        text = "audience-contacts" if units is None else "audience-contacts-of"
        details = {"roles": roles} if units is None else {"roles": roles, "count": len(units)}
        parts.append(say(text, language, **details))
    for part in ("channels", "groups", "people"):
        count = len(getattr(audience, part))
        if count:
            parts.append(say(f"audience-{part}", language, count=count))
    if audience.silent:
        parts.append(say(f"silence-{audience.silent.silence.value}", language))
    return say("audience", language, parts=" · ".join(parts))


def counts_words(state: OccurrenceState, language: str) -> str:
    """Such as "3 har svarat · 2 väntar"."""
    told = [
        say(f"stand-count-{stand.value}", language, count=count)
        for stand, count in state.counts.items()
        if count
    ]
    return " · ".join(told) or say("stand-count-nobody", language)


def line_words(line: Line, language: str) -> str:
    """One recipient, such as "Eva Ek: klart 1 december 2026 kl. 09:10"."""
    return f"{shown(line.recipient.name, 80)}: {stand_words(line, language)}"


def stand_words(line: Line, language: str) -> str:
    """How it stands with a recipient."""
    recipient, stand = line.recipient, line.stand
    if stand is Stand.ANSWERED and recipient.answer:
        answer = recipient.answer
        at = moment_in_words(answer.at, language)
        said = say(f"answer-{answer.kind.value}", language)
        if answer.kind is AnswerKind.TEXT:
            said = f"”{shown(answer.text, 300)}”"
        if answer.kind is AnswerKind.LOGGED and answer.activity:
            said = say("stand-logged", language, number=str(answer.activity))
        return say("stand-answered", language, said=said, at=at)
    if stand is Stand.SNOOZED and recipient.remind_at:
        return say("stand-snoozed", language, at=moment_in_words(recipient.remind_at, language))
    if stand is Stand.FAILED:
        return say("stand-failed", language, reason=failure_words(line.failure, language))
    return say(f"stand-{stand.value}", language)


def failure_words(failure: str | None, language: str) -> str:
    """Slack's word for why, in words (https://docs.slack.dev/reference/methods/chat.postMessage);
    the word itself where there are none.
    """
    known = {
        "user_not_found": "gone",
        "users_not_found": "gone",
        "user_disabled": "gone",
        "account_inactive": "gone",
        "channel_not_found": "unreachable",
        "is_archived": "unreachable",
        "cannot_dm_bot": "bot",
        "restricted_action": "forbidden",
        "messages_tab_disabled": "forbidden",
    }
    code = failure or ""
    if code in known:
        return say(f"failure-{known[code]}", language, code=code)
    return say("failure-other", language, code=shown(code, 80))


def _progress(state: OccurrenceState | None, language: str) -> Iterator[Piece]:
    if state is None:
        yield key(context(say("broadcast-not-sent", language)))
        return
    at = moment_in_words(state.occurrence.due_at, language)
    yield key(
        section(say("broadcast-latest", language, at=at)), context(counts_words(state, language))
    )
    for unit in state.units:
        yield Piece((tuple(_unit(unit, language)), ()), Importance.ROW)


def _unit(unit: UnitLines, language: str) -> Iterator[Block]:
    name = unit.unit.name if unit.unit else say("preview-no-unit", language)
    items = [[words(line_words(each, language))] for each in unit.lines[:_MOST_LINES]]
    more = len(unit.lines) - len(items)
    if more:
        items.append([words(say("slack-more", language, count=more))])
    yield rich(paragraph(words(shown(name, 200), bold=True)), bullets(items))


def _buttons(broadcast: Broadcast, state: OccurrenceState | None, language: str) -> Iterator[Block]:
    value = f"{broadcast.id}:{broadcast.version}"

    def made(text: str, action: str, *, confirm: Block | None = None) -> Block:
        return button(say(text, language), action, value, confirm=confirm)

    following = NEXT[broadcast.status]
    if broadcast.status is BroadcastStatus.DRAFT:
        yield made("broadcast-continue", names.CHANGE_BROADCAST)
    elif broadcast.status not in OVER:
        yield made("broadcast-change", names.CHANGE_BROADCAST)
    if broadcast.status is BroadcastStatus.AWAITING_YES:
        yield made("approval-yes", names.APPROVE_BROADCAST)
        yield made("approval-no", names.DECLINE_BROADCAST)
    if broadcast.status is BroadcastStatus.ACTIVE:
        yield made("broadcast-pause", names.PAUSE_BROADCAST)
    if broadcast.status is BroadcastStatus.PAUSED:
        yield made("broadcast-resume", names.RESUME_BROADCAST)
    if state and state.counts.get(Stand.FAILED):
        occurrence = f"{broadcast.id}:{state.occurrence.id}"
        yield button(say("broadcast-send-again", language), names.SEND_AGAIN, occurrence)
    if BroadcastStatus.CANCELLED in following:
        is_draft = broadcast.status is BroadcastStatus.DRAFT
        text = "broadcast-discard" if is_draft else "broadcast-cancel"
        ask = confirmation(
            say("broadcast-cancel-title", language),
            say("broadcast-cancel-text", language),
            say(text, language),
            say("slack-close", language),
        )
        yield made(text, names.CANCEL_BROADCAST, confirm=ask)
    yield made("broadcast-copy", names.COPY_BROADCAST)
    if state:
        yield made("broadcast-export", names.EXPORT_BROADCAST)
    yield made("broadcast-history", names.BROADCAST_HISTORY)


def _event(event: Event, language: str) -> Block:
    told = [words(f"{moment_in_words(event.at, language)}: ", bold=True)]
    told.append(words(say(f"event-{event.kind.value}", language)))
    if event.person and event.person != event.by:
        told += [words(" – "), mention(event.person)]
    by = mention(event.by) if event.by else words(say("event-by-itself", language))
    told += [words(" ("), by, words(")")]
    if event.reason:
        told.append(words(f"\n{_reason(event.kind, event.reason, language)}"))
    return rich(paragraph(*told))


def _reason(kind: EventKind, reason: str, language: str) -> str:
    """Why, or what, as the record has it for an event of this kind."""
    if kind is EventKind.ANSWERED:
        answered, _, said = reason.partition(": ")
        words_of_it = capitalised(say(f"answer-{AnswerKind(answered).value}", language))
        return f"{words_of_it}: {shown(said, 500)}" if said else words_of_it
    if kind is EventKind.SENT_AGAIN:
        return capitalised(failure_words(reason, language))
    if kind in (EventKind.PAUSED, EventKind.CHANGED):
        return say(reason, language)
    return say("record-because", language, reason=shown(reason, 500))
