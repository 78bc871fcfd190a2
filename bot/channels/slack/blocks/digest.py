"""What a coordinator is told once a day of their broadcasts."""

from __future__ import annotations

from collections.abc import Iterator

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.broadcast_status import counts_words
from bot.channels.slack.blocks.elements import Block, actions, button, header, section
from bot.channels.slack.blocks.fitting import Importance, Message, Piece, key, message
from bot.channels.slack.blocks.text import neutral, shown
from bot.services.reminders.digests import Digest, DigestEntry
from bot.services.reminders.told_times import moment_in_words
from knowledge.texts.catalogue import say


def digest_message(digest: Digest, language: str) -> Message:
    """One message for all that is new."""
    since = moment_in_words(digest.since, language)
    is_own = all(each.broadcast.owner == digest.person for each in digest.entries)
    title = say("digest-title" if is_own else "digest-title-others", language)
    intro = say("digest-intro", language, count=len(digest.entries), since=since)
    lines = [entry_words(each, digest.person, language) for each in digest.entries]
    opened = button(say("digest-open", language), names.SHOW_BROADCASTS)
    parts = [key(header(title), section(intro)), *_entries(lines, digest, language)]
    paragraphs = map(neutral, [title, intro, *lines])
    return message(paragraphs, [*parts, key(actions([opened]))], language)


def entry_words(entry: DigestEntry, person: str, language: str) -> str:
    """A broadcast with what is new of it, and why somebody is told whose it is not."""
    broadcast = entry.broadcast
    new = []
    if entry.answered:
        new.append(say("digest-answered", language, count=entry.answered))
    if entry.failed:
        new.append(say("digest-failed", language, count=entry.failed))
    kinds = dict.fromkeys(each.kind for each in entry.events)
    new += [
        say("digest-event", language, count=count, what=say(f"event-{kind.value}", language))
        for kind in kinds
        if (count := sum(each.kind is kind for each in entry.events))
    ]
    lines = [f"{broadcast.id} · {shown(broadcast.content.title, 200)}"]
    lines += [say("digest-new", language, new=", ".join(new))] if new else []
    if entry.state:
        lines.append(say("digest-now", language, counts=counts_words(entry.state, language)))
    lines += [say("digest-nobodys", language)] if broadcast.owner != person else []
    return "\n".join(lines)


def _entries(lines: list[str], digest: Digest, language: str) -> Iterator[Piece]:
    for place, (line, entry) in enumerate(zip(lines, digest.entries, strict=True)):
        yield Piece(((_entry(line, entry, place, language),), ()), Importance.ROW)


def _entry(line: str, entry: DigestEntry, place: int, language: str) -> Block:
    broadcast = entry.broadcast
    opened = button(
        say("broadcast-open", language),
        names.numbered(names.SHOW_BROADCAST, place),
        str(broadcast.id),
        label=say("broadcast-open-named", language, number=str(broadcast.id)),
    )
    return section(line, opened)
