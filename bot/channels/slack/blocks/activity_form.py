"""The form of an activity: what can be stated, and above it what to look at before it is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.channels.slack.blocks import limits, names
from bot.channels.slack.blocks.choices import (
    asked_for,
    checkbox,
    day_picker,
    line,
    long_select,
    option,
    option_value,
    several,
    writing,
)
from bot.channels.slack.blocks.elements import Block, context, divider, plain, section
from bot.channels.slack.blocks.fitting import Importance, Piece, View, key, modal
from bot.channels.slack.blocks.questions import Questions, question_pieces
from bot.channels.slack.blocks.quotes import quote_pieces, short_line
from bot.channels.slack.blocks.text import shown
from bot.channels.slack.entries import OF_LINES, Entries, goal_value
from bot.domain.activities.activity import LONGEST_NAME, LONGEST_TITLE
from bot.domain.activities.kinds import Kind
from bot.domain.activities.units import Unit
from bot.services.reports.naming import capitalised
from knowledge.model import Citation, Value
from knowledge.texts.catalogue import say
from knowledge.wording import on_one_line

_LONGEST = {"title": LONGEST_TITLE, "agreement": LONGEST_NAME}


class FormState(Value):
    """What a form carries in ``private_metadata``: which activity it changes, None for a new one,
    with which version it ``opened`` and which ``version`` of it its person has been shown since;
    and what else it asks its person to look at. ``reminder`` is the occurrence that it answers.
    """

    activity: int | None = None
    reminder: int | None = None
    opened: int = 0
    version: int = 0
    concerns: tuple[str, ...] = ()
    alike: tuple[int, ...] = ()

    @property
    def is_asking(self) -> bool:
        """Whether there is anything to look at."""
        return bool(self.concerns or self.alike or self.version != self.opened)

    def asking(self, questions: Questions, version: int) -> FormState:
        """The same with these questions, about the activity's ``version`` of now."""
        return FormState(
            activity=self.activity,
            reminder=self.reminder,
            opened=self.opened,
            version=version,
            concerns=tuple(each.kind.value for each in questions.concerns),
            alike=tuple(each.id for each in questions.alike),
        )


@dataclass(frozen=True)
class Choices:
    """What can be chosen. ``municipalities`` is empty where the municipality is settled;
    ``definition`` is that of the kind chosen; without ``can_be_draft`` it is in the log already.
    """

    kinds: Mapping[str, Kind]
    municipalities: Sequence[str] = ()
    units: Sequence[Unit] = ()
    goals: Sequence[Citation] = ()
    definition: Citation | None = None
    can_be_draft: bool = True
    questions: Questions = field(default_factory=Questions)


def activity_form(entries: Entries, choices: Choices, state: FormState, language: str) -> View:
    """The form with all that was typed in it so far. Its inputs keep their ids, so that Slack
    keeps what is typed meanwhile (https://docs.slack.dev/surfaces/modals#updating_views).
    """
    parts = [
        *question_pieces(choices.questions, entries, language),
        *_place(entries, choices, language),
        *_kind(entries, choices, language),
        *_what(entries, choices, language),
        *_more(entries, choices, language),
    ]
    submit = "activity-store-change" if state.activity else "activity-store"
    if choices.questions:
        submit = "activity-store-anyway"
    return modal(
        say("activity-change-title" if state.activity else "activity-form-title", language),
        names.ACTIVITY_FORM,
        parts,
        language,
        submit=say(submit, language),
        metadata=state.model_dump_json(),
    )


def begun_form(language: str) -> View:
    """What is seen until a text is read."""
    title, told = say("activity-form-title", language), say("activity-being-read", language)
    return modal(title, names.ACTIVITY_BEGUN, [key(section(told))], language)


def _place(entries: Entries, choices: Choices, language: str) -> Iterator[Piece]:
    if not choices.municipalities:
        yield key(context(entries.municipality or ""))
        return
    texts = {each: each for each in choices.municipalities}
    select = long_select(names.ACTIVITY_MUNICIPALITY, texts, entries.municipality)
    yield key(_telling(asked_for(select, say("activity-municipality", language))))


def _kind(entries: Entries, choices: Choices, language: str) -> Iterator[Piece]:
    texts = {each.id: capitalised(each.names[language]) for each in choices.kinds.values()}
    select = long_select(names.ACTIVITY_KIND, texts, entries.kind)
    yield key(_telling(asked_for(select, say("activity-kind", language))))
    if choices.definition is not None:
        line_of_it = short_line(choices.definition, language)
        yield from quote_pieces(choices.definition, line_of_it, 0, language)
    elif entries.kind and entries.municipality:
        yield key(context(say("activity-undefined", language, municipality=entries.municipality)))


def _what(entries: Entries, choices: Choices, language: str) -> Iterator[Piece]:
    yield _text("title", entries, language, is_optional=False)
    first = day_picker(names.ACTIVITY_FIRST, entries.first)
    last = day_picker(names.ACTIVITY_LAST, entries.last)
    running = checkbox(
        names.ACTIVITY_RUNNING,
        say("activity-running", language),
        say("activity-running-about", language),
        "running",
        is_set=entries.is_running,
    )
    yield key(asked_for(first, say("activity-first", language)))
    yield key(
        asked_for(
            last,
            say("activity-last", language),
            hint=say("activity-last-hint", language),
            is_optional=True,
        )
    )
    yield key(asked_for(running, say("activity-running-label", language), is_optional=True))
    yield key(*_unit(entries, choices, language))


def _unit(entries: Entries, choices: Choices, language: str) -> Iterator[Block]:
    if not entries.municipality:
        yield context(say("activity-unit-later", language))
    elif not choices.units:
        yield section(say("activity-no-units", language, municipality=entries.municipality))
    else:
        texts = {option_value(each.id): each.name for each in choices.units}
        action = names.in_place(names.ACTIVITY_UNIT, entries.municipality)
        select = long_select(action, texts, option_value(entries.unit or ""))
        yield asked_for(select, say("activity-unit", language))


def _more(entries: Entries, choices: Choices, language: str) -> Iterator[Piece]:
    for name in ("partners", "cities", "countries", "participants", "young", "cost"):
        yield _text(name, entries, language)
    for name in ("own", "eu", "other", "done", "effects", "agreement", "link"):
        yield _text(name, entries, language)
    if choices.goals:
        options = [_goal(each) for each in choices.goals]
        action = names.in_place(names.ACTIVITY_GOALS, entries.municipality)
        goals = several(action, options, frozenset(entries.goals))
        asked = asked_for(goals, say("activity-goals", language), is_optional=True)
        yield Piece(((asked,), (context(say("slack-cut", language)),)), Importance.ROW)
    if choices.can_be_draft:
        draft = checkbox(
            names.ACTIVITY_DRAFT,
            say("activity-draft", language),
            say("activity-draft-about", language),
            "draft",
            is_set=entries.is_draft,
        )
        yield key(
            divider(), asked_for(draft, say("activity-draft-label", language), is_optional=True)
        )


def _text(name: str, entries: Entries, language: str, *, is_optional: bool = True) -> Piece:
    action, typed = names.activity_text(name), entries.texts.get(name, "")
    most = _LONGEST.get(name, limits.INPUT)
    element = writing(action, most, typed) if name in OF_LINES else line(action, typed, most)
    hint = say(f"activity-{name}-hint", language) if name in _HINTED else None
    if entries.left_out.get(name):
        hint = say("activity-left-out", language, count=entries.left_out[name])
    label = say(f"activity-{name}", language)
    return key(asked_for(element, label, hint=hint, is_optional=is_optional))


_HINTED = frozenset(
    ("partners", "cities", "countries", "young", "cost", "eu", "other", "effects", "agreement")
)


def _goal(goal: Citation) -> Block:
    """A goal as an option of two lines, which together have 150 characters."""
    text = on_one_line(goal.quote)
    first = shown(text, limits.OPTION)
    rest = text[len(first.removesuffix("…")) :].strip() if first.endswith("…") else ""
    made = option(first, goal_value(goal))
    return {**made, "description": plain(rest, limits.OPTION)} if rest else made


def _telling(block: Block) -> Block:
    """An input that tells at once what was chosen in it
    (https://docs.slack.dev/reference/block-kit/blocks/input-block).
    """
    return {**block, "dispatch_action": True}
