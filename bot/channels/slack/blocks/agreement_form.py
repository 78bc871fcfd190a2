"""The form of an agreement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.channels.slack.blocks import agreement_names as names
from bot.channels.slack.blocks import limits
from bot.channels.slack.blocks.choices import (
    asked_for,
    day_picker,
    line,
    long_select,
    option_value,
    writing,
)
from bot.channels.slack.blocks.elements import Block, context, section
from bot.channels.slack.blocks.fitting import Piece, View, key, modal
from bot.channels.slack.blocks.people_choices import person_select
from bot.channels.slack.blocks.text import shown
from bot.domain.activities.activity import LONGEST_NAME, LONGEST_TEXT, LONGEST_TITLE
from bot.domain.activities.units import Unit
from bot.domain.agreements import AgreementKind
from bot.services.reports.naming import capitalised
from knowledge.model import Value
from knowledge.texts.catalogue import say


class AgreementState(Value):
    """What the form carries in ``private_metadata``: whose municipality, and which agreement of
    which version it changes, None for a new one.
    """

    municipality: str
    agreement: int | None = None
    version: int = 0


def agreement_form(
    cells: Mapping[str, str],
    units: Sequence[Unit],
    state: AgreementState,
    language: str,
    changed: Sequence[str] = (),
) -> View:
    """The form with what stands in it by column, and the id of a person in Slack as "person".
    ``changed`` are lines on what somebody else has stated meanwhile.
    """
    parts = [key(context(state.municipality))]
    if changed:
        told = "\n".join((say("agreement-changed-meanwhile", language), *changed))
        parts.append(key(section(shown(told, limits.TEXT))))
    parts += [_piece(each) for each in _inputs(cells, units, state, language)]
    title = "agreement-change-title" if state.agreement is not None else "agreement-new-title"
    return modal(
        say(title, language),
        names.FORM,
        parts,
        language,
        submit=say("agreement-save", language),
        metadata=state.model_dump_json(),
    )


def _piece(block: Block) -> Piece:
    return key(block)


def _inputs(
    cells: Mapping[str, str], units: Sequence[Unit], state: AgreementState, language: str
) -> Iterator[Block]:
    def label(column: str) -> str:
        return say(f"agreement-{column.replace('_', '-')}", language)

    def text(column: str, most: int = LONGEST_NAME, *, is_optional: bool = False) -> Block:
        typed = line(names.field(column), cells.get(column, ""), most)
        return asked_for(typed, label(column), is_optional=is_optional)

    def day(column: str, *, hint: str | None = None, is_optional: bool = True) -> Block:
        picker = day_picker(names.field(column), cells.get(column, ""))
        told = say(hint, language) if hint else None
        return asked_for(picker, label(column), hint=told, is_optional=is_optional)

    yield text("name", LONGEST_TITLE)
    kinds = {
        each.value: capitalised(say(f"agreement-kind-{each.value}", language))
        for each in AgreementKind
    }
    kind = long_select(names.field("kind"), kinds, cells.get("kind"))
    yield asked_for(kind, label("kind"))
    yield text("partner")
    yield text("town", is_optional=True)
    yield text("country")
    yield day("first", is_optional=False)
    yield day("last", hint="agreement-last-hint")
    notice = line(names.field("notice"), cells.get("notice", ""), LONGEST_NAME)
    hint = say("agreement-notice-hint", language)
    yield asked_for(notice, label("notice"), hint=hint, is_optional=True)
    yield day("next_evaluation")
    yield day("last_evaluation")
    texts = {option_value(each.id): each.name for each in units}
    owner = cells.get("owner")
    chosen = option_value(owner) if owner else None
    yield asked_for(long_select(names.owner(state.municipality), texts, chosen), label("owner"))
    person = person_select(names.PERSON, cells.get("person") or None)
    yield asked_for(person, label("responsible"), is_optional=True)
    other = line(names.field("responsible"), cells.get("responsible", ""), LONGEST_NAME)
    told = say("agreement-responsible-name", language)
    yield asked_for(other, told, is_optional=True)
    yield text("link", limits.INPUT, is_optional=True)
    note = writing(names.field("note"), LONGEST_TEXT, cells.get("note", ""))
    yield asked_for(note, label("note"), is_optional=True)
