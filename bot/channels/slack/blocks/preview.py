"""Before a broadcast is sent: who gets it, when, what it looks like, and what to know first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.composer import ComposerState
from bot.channels.slack.blocks.elements import (
    Block,
    actions,
    bullets,
    button,
    context,
    divider,
    header,
    paragraph,
    rich,
    section,
    words,
)
from bot.channels.slack.blocks.fitting import Importance, Piece, View, key, modal, note
from bot.channels.slack.blocks.reminder import content_pieces, wishes_words
from bot.channels.slack.blocks.text import shown
from bot.domain.reminders.broadcast import Broadcast, Content
from bot.domain.reminders.dues import Due
from bot.domain.reminders.schedule import Now
from bot.domain.reminders.working_time import in_utc
from bot.services.reminders.broadcasts import Caution, Preview
from bot.services.reminders.resolved import Reached, Resolved
from bot.services.reminders.told_times import moment_in_words, told
from bot.services.reports.naming import capitalised
from knowledge.texts.catalogue import say
from knowledge.wording import listed

MOST_NAMED = 12
"""People of a unit, or of another list, who are named."""

_LONGEST_LIST = 1500


def being_previewed(key_of_it: str, language: str) -> View:
    """What is seen until it is known who gets it; found again by ``key_of_it``
    (https://docs.slack.dev/reference/methods/views.update, ``external_id``).
    """
    parts = [key(section(say("preview-begun", language)))]
    view = modal(say("preview-title", language), names.PREVIEW_BEGUN, parts, language)
    return View({**view.payload, "external_id": key_of_it})


def preview_view(
    broadcast: Broadcast, preview: Preview, units: Mapping[str, str], language: str
) -> View:
    """The whole preview; ``units`` are the names of units by id."""
    state = ComposerState(broadcast=broadcast.id, version=broadcast.version)
    content = preview.content
    why = say("preview-why", language)
    parts = [
        key(context(say("preview-is-draft", language, number=str(broadcast.id)))),
        *_cautions(preview, units, language),
        *_recipients(preview.resolved, units, language),
        *_times(preview, language),
        key(divider(), header(say("preview-message", language))),
        *content_pieces(content, why, language),
        key(context(wishes_words(content, language)), actions(list(_buttons(state, language)))),
    ]
    return modal(
        say("preview-title", language),
        names.PREVIEW,
        parts,
        language,
        submit=say(submit_key(content, preview.cautions), language),
        metadata=state.model_dump_json(),
    )


def kept_view(number: int, language: str) -> View:
    """That a draft is kept."""
    parts = [key(section(say("preview-kept", language, number=str(number))))]
    return modal(say("preview-title", language), names.PREVIEW_BEGUN, parts, language)


def failed_view(why: str, language: str) -> View:
    """Why there is no preview; what was composed is kept unless that is what went wrong."""
    parts = [key(section(why))]
    return modal(say("preview-title", language), names.PREVIEW_BEGUN, parts, language)


def submit_key(content: Content, cautions: Sequence[Caution]) -> str:
    """What the last button says."""
    if Caution.SECOND_YES in cautions:
        return "preview-ask"
    return "preview-send" if isinstance(content.schedule, Now) else "preview-plan"


def times_words(content: Content, language: str, first: Due | None = None) -> str:
    """When it is sent, such as "Skickas varje år den 1 december kl. 09:00."; what is to be sent at
    once by the moment of ``first``, where that is later.
    """
    when = told(content.schedule, language)
    if isinstance(content.schedule, Now) and first and in_utc(first.nominal) < first.at:
        when = moment_in_words(first.at, language)
    return say("preview-when", language, when=when)


def _buttons(state: ComposerState, language: str) -> Iterator[Block]:
    value = f"{state.broadcast}:{state.version}"
    for text, action in (
        ("preview-try-out", names.TRY_OUT),
        ("preview-change", names.CHANGE_AGAIN),
        ("preview-keep", names.SAVE_DRAFT),
    ):
        yield button(say(text, language), action, value)


def _cautions(preview: Preview, units: Mapping[str, str], language: str) -> Iterator[Piece]:
    told_below = {Caution.NOBODY_TO_ESCALATE_TO} if preview.unled_units else set[Caution]()
    lines = [
        [words(say(f"caution-{each.value}", language))]
        for each in preview.cautions
        if each not in told_below
    ]
    if preview.unled_units:
        named = _cut([units.get(each, each) for each in preview.unled_units], language)
        lines.append([words(say("caution-unled", language, units=named))])
    if lines:
        heading = paragraph(words(say("preview-cautions", language), bold=True))
        yield key(rich(heading, bullets(lines)))


def _recipients(resolved: Resolved, units: Mapping[str, str], language: str) -> Iterator[Piece]:
    count = len(resolved.recipients)
    yield key(header(say("preview-recipients", language, count=count)))
    lines = list(_by_unit(resolved.recipients, units, language))
    counts = dict.fromkeys(len(lines) * share // 4 for share in (4, 2, 1, 0))
    forms = tuple(tuple(_listing(lines, shown_of, language)) for shown_of in counts)
    yield Piece(forms, Importance.ROW)
    for text, reached in (("preview-doubles", resolved.doubles), ("preview-away", resolved.away)):
        if reached:
            named = _cut([each.name for each in reached], language)
            yield note(context(say(text, language, count=len(reached), people=named)))
    reasons = Counter(each.reason for each in resolved.left_out)
    for reason in reasons:
        left = [each.name for each in resolved.left_out if each.reason is reason]
        people = _cut(left, language)
        text = f"preview-left-{reason.value}"
        yield note(context(say(text, language, count=len(left), people=people)))
    if resolved.units_without:
        named = _cut([each.name for each in resolved.units_without], language)
        count = len(resolved.units_without)
        yield note(context(say("preview-units-without", language, count=count, units=named)))
    if resolved.unreadable:
        count = len(resolved.unreadable)
        yield key(context(say("preview-unreadable", language, count=count)))


def _by_unit(reached: Iterable[Reached], units: Mapping[str, str], language: str) -> Iterator[str]:
    """A line a unit, in the order of their first recipients' names; who is asked for several stands
    in each.
    """
    groups: dict[str | None, list[str]] = {}
    for each in reached:
        for unit in each.units or (None,):
            groups.setdefault(unit, []).append(each.name)
    for unit, people in groups.items():
        name = units.get(unit, unit) if unit else say("preview-no-unit", language)
        yield f"{shown(name, 200)}: {_cut(people, language)}"


def _listing(lines: Sequence[str], count: int, language: str) -> Iterator[Block]:
    if count:
        yield rich(bullets([words(shown(each, _LONGEST_LIST))] for each in lines[:count]))
    if count < len(lines):
        yield context(say("slack-more", language, count=len(lines) - count))


def _cut(people: Sequence[str], language: str) -> str:
    """The first names of a list, with how many more there are."""
    named = [shown(each, 80) for each in people[:MOST_NAMED]]
    more = len(people) - len(named)
    if more:
        return say("preview-and-more", language, people=", ".join(named), count=more)
    return listed(named, language)


def _times(preview: Preview, language: str) -> Iterator[Piece]:
    yield key(divider(), header(say("preview-times", language)))
    first = next(iter(preview.dues), None)
    yield key(section(times_words(preview.content, language, first)))
    moved = {each.key for each in preview.moved}
    lines = []
    for due in preview.dues:
        line = moment_in_words(due.at, language)
        if due.key in moved:
            nominal = moment_in_words(in_utc(due.nominal), language)
            line = say("preview-moved", language, at=line, nominal=nominal)
        lines.append([words(capitalised(line))])
    if lines and (moved or not isinstance(preview.content.schedule, Now)):
        yield note(rich(bullets(lines)))
