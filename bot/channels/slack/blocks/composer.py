"""The composer: what is sent to whom, when, and what answer is wanted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.choices import (
    asked_for,
    boxes,
    checkbox,
    line,
    long_select,
    option,
    option_value,
    select,
    several,
    whole_number,
    writing,
)
from bot.channels.slack.blocks.elements import Block, context, divider, header, section
from bot.channels.slack.blocks.fitting import Importance, Piece, View, key, modal
from bot.channels.slack.blocks.people_choices import channels_select, people_select
from bot.channels.slack.blocks.quotes import quote_pieces, short_line
from bot.channels.slack.blocks.reminder import in_order
from bot.channels.slack.broadcast_entries import NONE, Draft, in_template
from bot.domain.activities.activity import LONGEST_REASON, LONGEST_TEXT, LONGEST_TITLE
from bot.domain.activities.units import Unit
from bot.domain.contacts import ContactRole
from bot.domain.reminders.audience import PARTS_OF_YEAR, Silence
from bot.domain.reminders.broadcast import LONGEST_PAUSE, MOST_REMINDERS, Template, Wish
from knowledge.model import Citation, Value
from knowledge.texts.catalogue import say

_LONGEST_WHEN = 200
_LONGEST = {"title": LONGEST_TITLE, "text": LONGEST_TEXT, "reason": LONGEST_REASON}
_PERIODS = tuple(f"{kind.value}:{when}" for kind in PARTS_OF_YEAR for when in ("now", "ended"))


class ComposerState(Value):
    """What a composer carries in ``private_metadata``: which broadcast it changes, None for a new
    one, and which version of it its person was shown; ``is_sent`` where it is more than a draft.
    """

    broadcast: int | None = None
    version: int = 0
    is_sent: bool = False


@dataclass(frozen=True)
class Offers:
    """What can be chosen. ``municipalities`` is empty where the municipality is settled; ``groups``
    are the names of user groups by id; ``citation`` is the duty behind the broadcast.
    """

    municipalities: Sequence[str] = ()
    units: Sequence[Unit] = ()
    groups: Mapping[str, str] = field(default_factory=dict)
    citation: Citation | None = None
    has_templates: bool = True


def composer(draft: Draft, offers: Offers, state: ComposerState, language: str) -> View:
    """The composer with all that was typed in it so far."""
    parts = [
        *_place(draft, offers, language),
        *_what(draft, offers, language),
        *_whom(draft, offers, language),
        *_when(draft, language),
        *_answers(draft, language),
    ]
    return modal(
        say("composer-change-title" if state.broadcast else "composer-title", language),
        names.COMPOSER,
        parts,
        language,
        submit=say("composer-store" if state.is_sent else "composer-preview", language),
        metadata=state.model_dump_json(),
    )


def _place(draft: Draft, offers: Offers, language: str) -> Iterator[Piece]:
    if not offers.municipalities:
        yield key(context(draft.municipality or ""))
        return
    texts = {each: each for each in offers.municipalities}
    made = long_select(names.broadcast_input("municipality"), texts, draft.municipality)
    yield key(_telling(asked_for(made, say("composer-municipality", language))))


def _what(draft: Draft, offers: Offers, language: str) -> Iterator[Piece]:
    if offers.has_templates:
        texts = {each.value: say(f"template-{each.value}", language) for each in Template}
        made = _chosen("template", "template-none", texts, draft.template, language)
        yield key(_telling(asked_for(made, say("composer-template", language))))
    for each, most in _LONGEST.items():
        action, typed = in_template(each, draft.template), draft.texts.get(each, "")
        element = line(action, typed, most) if each == "title" else writing(action, most, typed)
        hint = say(f"composer-{each}-hint", language) if each != "title" else None
        label = say("composer-title-label" if each == "title" else f"composer-{each}", language)
        yield key(asked_for(element, label, hint=hint))
    if offers.citation:
        told = short_line(offers.citation, language)
        yield from quote_pieces(offers.citation, told, 0, language)


def _whom(draft: Draft, offers: Offers, language: str) -> Iterator[Piece]:
    yield key(divider(), header(say("composer-whom", language)))
    yield key(section(say("composer-whom-about", language)))
    roles = {each.value: say(f"composer-role-{each.value}", language) for each in ContactRole}
    yield _asked(boxes(names.broadcast_input("roles"), roles, draft.roles), "roles", language)
    yield from _units(draft, offers, language)
    people = people_select(names.broadcast_input("people"), draft.people)
    yield _asked(people, "people", language, has_hint=False)
    channels = channels_select(names.broadcast_input("channels"), draft.channels)
    yield _asked(channels, "channels", language)
    if offers.groups:
        options = [option(name, each) for each, name in offers.groups.items()]
        groups = several(names.broadcast_input("groups"), options, draft.groups)
        yield _asked(groups, "groups", language, has_hint=False)
    silences = {each.value: say(f"silence-{each.value}", language) for each in Silence}
    silence = _chosen("silence", "silence-none", silences, draft.silence, language)
    yield _asked(silence, "silence", language, has_hint=False)
    periods = {each: say(f"period-{each.replace(':', '-')}", language) for each in _PERIODS}
    period = select(
        names.broadcast_input("period"),
        periods,
        draft.period if draft.period in periods else _PERIODS[0],
    )
    yield _asked(period, "period", language)


def _units(draft: Draft, offers: Offers, language: str) -> Iterator[Piece]:
    if not offers.units:
        text = "composer-no-units" if draft.municipality else "composer-units-later"
        yield key(context(say(text, language)))
        return
    action = names.in_place(names.broadcast_input("units"), draft.municipality)
    options = [option(each.name, option_value(each.id)) for each in offers.units]
    asked = _block(several(action, options, draft.units), "units", language)
    yield Piece(((asked,), (context(say("slack-cut", language)),)), Importance.ROW)


def _when(draft: Draft, language: str) -> Iterator[Piece]:
    yield key(divider(), header(say("composer-times", language)))
    when = line(names.broadcast_input("when"), draft.when, _LONGEST_WHEN)
    hint = say("composer-when-hint", language)
    yield key(asked_for(when, say("composer-when", language), hint=hint))
    dropped = checkbox(
        names.broadcast_input("dropped"),
        say("composer-dropped", language),
        say("composer-dropped-about", language),
        "dropped",
        is_set=draft.is_dropped,
    )
    yield _asked(dropped, "late", language, has_hint=False)


def _answers(draft: Draft, language: str) -> Iterator[Piece]:
    yield key(divider(), header(say("composer-answers", language)))
    wishes = {
        each.value: say(f"reminder-wish-{each.value}", language)
        for each in in_order(frozenset(Wish))
    }
    made = boxes(in_template("wishes", draft.template), wishes, draft.wishes)
    yield _asked(made, "wishes", language)
    for each, most in (
        ("every", LONGEST_PAUSE),
        ("most", MOST_REMINDERS),
        ("after", LONGEST_PAUSE),
    ):
        typed = draft.numbers.get(each, "")
        first = int(typed) if typed.isdecimal() and 1 <= int(typed) <= most else None
        number = whole_number(names.broadcast_input(each), first, 1, most)
        yield _asked(number, each, language, has_hint=each != "most")


def _chosen(field: str, none: str, texts: Mapping[str, str], value: str, language: str) -> Block:
    """A select that may choose nothing, whose text has the key ``none``."""
    offered = {NONE: say(none, language), **texts}
    return select(names.broadcast_input(field), offered, value if value in offered else NONE)


def _asked(element: Block, name: str, language: str, *, has_hint: bool = True) -> Piece:
    return key(_block(element, name, language, has_hint=has_hint))


def _block(element: Block, name: str, language: str, *, has_hint: bool = True) -> Block:
    hint = say(f"composer-{name}-hint", language) if has_hint else None
    return asked_for(element, say(f"composer-{name}", language), hint=hint, is_optional=True)


def _telling(block: Block) -> Block:
    """An input that tells at once what was chosen in it
    (https://docs.slack.dev/reference/block-kit/blocks/input-block).
    """
    return {**block, "dispatch_action": True}
