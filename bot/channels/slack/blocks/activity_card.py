"""An activity in the log: what it states, what can be done with it, and who changed what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.choices import asked_for, writing
from bot.channels.slack.blocks.elements import (
    Block,
    actions,
    bullets,
    button,
    confirmation,
    context,
    header,
    mention,
    moment,
    paragraph,
    rich,
    section,
    words,
)
from bot.channels.slack.blocks.fitting import Importance, Message, Piece, View, key, message, modal
from bot.channels.slack.blocks.fitting import rows as rows_of
from bot.channels.slack.blocks.questions import concern_pieces, difference_words
from bot.channels.slack.blocks.text import neutral, shown
from bot.domain.activities.activity import Activity, Status
from bot.domain.activities.rights import Deed, Role, may
from bot.files.activity_fields import Entry, Field, fields_of
from bot.services.activities.concerns import Concern
from bot.services.reports.naming import Names
from knowledge.model import Value
from knowledge.texts.catalogue import say

_ROOMS = (1500, 300, 100)
"""Characters of each value, the less the more there are."""


class Version(Value):
    """Which version of an activity a button is about, as its value."""

    activity: int
    version: int

    def encoded(self) -> str:
        """As a button's value."""
        return f"{self.activity}:{self.version}"

    @classmethod
    def of(cls, activity: Activity) -> Version:
        """What a person sees of an activity."""
        return cls(activity=activity.id, version=activity.version)

    @classmethod
    def decoded(cls, value: str) -> Version:
        """The version of a button's value. Raises ValueError for what ``encoded`` never made."""
        activity, version = map(int, value.split(":"))
        return cls(activity=activity, version=version)


def activity_line(activity: Activity, known: Names) -> str:
    """An activity in a line."""
    content = activity.content
    return known.say(
        "activity-line",
        number=str(activity.id),
        title=content.title,
        dates=known.dates(content.dates),
        unit=known.unit(content.unit),
        status=known.say(f"file-status-{activity.status.value}"),
    )


def receipt(said: str, activity: Activity, known: Names, roles: frozenset[Role]) -> Message:
    """What has become of an activity, in words of the catalogue, and what it states."""
    lines = [f"{label}: {value}" for label, value in fields_of(activity.content, known)]
    parts = [key(section(said)), *card_pieces(activity, known, roles)]
    return message([neutral(said), neutral("\n".join(lines))], parts, known.language)


def activity_view(activity: Activity, known: Names, roles: frozenset[Role]) -> View:
    """An activity in a modal."""
    title = known.say("activity-title-number", number=str(activity.id))
    parts = list(card_pieces(activity, known, roles))
    return modal(title, names.ACTIVITY_VIEW, parts, known.language)


def removed_view(number: int, said: str, language: str) -> View:
    """What is left of a draft that was removed, in the modal that showed it."""
    title = say("activity-title-number", language, number=str(number))
    return modal(title, names.ACTIVITY_VIEW, [key(section(said))], language)


def card_pieces(activity: Activity, known: Names, roles: frozenset[Role]) -> Iterator[Piece]:
    """What an activity states, and what a person with ``roles`` can do with it."""
    standing = known.say(
        "record-heading",
        number=str(activity.id),
        municipality=activity.municipality,
        status=known.say(f"file-status-{activity.status.value}"),
    )
    yield key(header(activity.content.title), context(standing))
    title = known.say("record-title")
    fields = [each for each in fields_of(activity.content, known) if each[0] != title]
    forms = tuple((rich(bullets(_field(each, room) for each in fields)),) for room in _ROOMS)
    yield Piece(forms, Importance.QUOTE)
    buttons = list(_buttons(activity, known, roles))
    if buttons:
        yield key(actions(buttons))


def history_view(activity: Activity, history: Sequence[Entry], known: Names) -> View:
    """Who did what when, the latest first, each with the fields that it changed."""
    blocks = [_change(each, known) for each in reversed(history)]
    title = known.say("activity-history-title", number=str(activity.id))
    heading = key(header(activity.content.title))
    parts = [heading, rows_of(blocks, known.language)]
    return modal(title, names.HISTORY_VIEW, parts, known.language)


def effect_form(
    activity: Activity,
    effects: str,
    known: Names,
    *,
    is_changed: bool = False,
    concerns: Sequence[Concern] = (),
    reason: str = "",
) -> View:
    """A form for what an activity led to; with what is stated by now where it ``is_changed``, and
    with what to give a ``reason`` for first.
    """
    parts = [key(section(activity_line(activity, known)))]
    if is_changed:
        now = activity.content.effects or known.say("record-nothing")
        parts.append(key(section(known.say("activity-effects-changed", now=shown(now, 2000)))))
    if concerns:
        parts.extend(concern_pieces(concerns, reason, known.language))
    element = writing(names.activity_text("effects"), first=effects)
    hint = known.say("activity-effects-hint")
    parts.append(key(asked_for(element, known.say("activity-effects"), hint=hint)))
    return modal(
        known.say("activity-effect-title"),
        names.EFFECT_FORM,
        parts,
        known.language,
        submit=known.say("activity-store-anyway" if concerns else "slack-save"),
        metadata=Version.of(activity).encoded(),
    )


def _field(field: Field, room: int) -> list[Block]:
    label, value = field
    return [words(f"{label}: ", bold=True), words(shown(value, room))]


def _buttons(activity: Activity, known: Names, roles: frozenset[Role]) -> Iterator[Block]:
    value, is_there = Version.of(activity).encoded(), activity.status is not Status.WITHDRAWN
    if is_there and may(roles, Deed.CHANGE):
        yield button(known.say("activity-change"), names.CHANGE_ACTIVITY, value)
        yield button(known.say("activity-add-effect"), names.ADD_EFFECT, value)
    if is_there and may(roles, Deed.WITHDRAW):
        what = "activity-remove" if activity.status is Status.DRAFT else "activity-withdraw"
        ask = confirmation(
            known.say(f"{what}-title"),
            known.say(f"{what}-text"),
            known.say(what),
            known.say("slack-cancel"),
        )
        yield button(known.say(what), names.WITHDRAW_ACTIVITY, value, confirm=ask)
    if may(roles, Deed.READ_HISTORY):
        yield button(known.say("activity-history"), names.ACTIVITY_HISTORY, value)


def _change(entry: Entry, known: Names) -> Block:
    change = entry.change
    what = known.say(f"record-did-{change.kind.value}")
    told = [
        words(f"{change.version}. ", bold=True),
        moment(change.at),
        words(" "),
        mention(change.by),
        words(f" {what}"),
    ]
    if change.reason:
        told.append(words(f"\n{known.say('record-because', reason=shown(change.reason, 500))}"))
    parts = [paragraph(*told)]
    if entry.differences:
        parts.append(bullets(map(difference_words, entry.differences)))
    return rich(*parts)
