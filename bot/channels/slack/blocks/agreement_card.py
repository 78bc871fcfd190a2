"""An agreement: what it states, what is wrong with it, what falls due and who decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.channels.slack.blocks import agreement_names as names
from bot.channels.slack.blocks.elements import (
    Block,
    actions,
    bullets,
    button,
    confirmation,
    context,
    header,
    mention,
    paragraph,
    rich,
    section,
    words,
)
from bot.channels.slack.blocks.fitting import Message, Piece, View, key, message, modal, note, rows
from bot.channels.slack.blocks.quotes import dated_line, quote_paragraph, quote_pieces
from bot.channels.slack.blocks.text import Mrkdwn, neutral, shown
from bot.domain.agreements import Agreement
from bot.domain.people import is_channel_id
from bot.services.agreements.standing import Standing
from bot.services.agreements.wording import AgreementEntry, AgreementNames, Field
from knowledge.model import Citation

_ROOM = 600
"""Characters of each value."""


def version_of(agreement: Agreement) -> str:
    """Which version of an agreement a button is about, as its value."""
    return f"{agreement.id}:{agreement.version}"


def read_version(value: str) -> tuple[int, int]:
    """Its number and version. Raises ValueError for what ``version_of`` never made."""
    identity, version = map(int, value.split(":"))
    return identity, version


def agreement_line(standing: Standing, known: AgreementNames) -> str:
    """An agreement in two lines: what it is, and what falls due first and is wrong."""
    agreement = standing.agreement
    content = agreement.content
    told = " · ".join(
        (
            f"{agreement.id}. {content.name}",
            known.kind(content.kind),
            known.country(content.country),
            known.last(content),
        )
    )
    below = [known.say("agreement-status-ended")] if not agreement.is_in_force else []
    below += [known.due(standing.first_due)] if standing.first_due else []
    below += [f"⚠ {known.warning(each)}" for each in standing.warnings]
    return "\n".join((told, *below))


def agreement_view(
    standing: Standing, known: AgreementNames, today: date, *, is_managed: bool
) -> View:
    """An agreement in a modal; ``is_managed`` by who may change it."""
    title = known.say("agreement-title", number=str(standing.agreement.id))
    parts = list(_pieces(standing, known, today, is_managed=is_managed))
    return modal(title, names.VIEW, parts, known.language)


def agreement_message(
    said: str, standing: Standing, known: AgreementNames, today: date, *, is_managed: bool
) -> Message:
    """A receipt: what was done, and what the agreement states by now."""
    parts = [
        key(section(said)),
        *_pieces(standing, known, today, is_managed=is_managed),
    ]
    line = neutral(agreement_line(standing, known))
    return message([neutral(said), line], parts, known.language)


def history_view(
    agreement: Agreement, entries: Sequence[AgreementEntry], known: AgreementNames
) -> View:
    """Who changed an agreement when, and what."""
    blocks = [_entry(each) for each in entries]
    parts = [key(header(agreement.content.name)), rows(blocks, known.language)]
    title = known.say("agreement-title", number=str(agreement.id))
    return modal(title, names.VIEW, parts, known.language)


def _entry(entry: AgreementEntry) -> Block:
    told = paragraph(
        words(f"{entry.version}. {entry.when} · "), mention(entry.by), words(f" {entry.did}")
    )
    lines = [shown(each, 2 * _ROOM) for each in (entry.why, *entry.differences) if each]
    return rich(told, *([bullets([[words(each)] for each in lines])] if lines else []))


def broken_pieces(
    citations: Sequence[Citation], today: date, language: str, first: int = 0
) -> Iterator[Piece]:
    """The sentences of documents, each with the button that shows its section."""
    for place, citation in enumerate(dict.fromkeys(citations), first):
        yield from quote_pieces(
            citation, dated_line(citation, None, today, language), place, language
        )


def broken_paragraphs(
    citations: Sequence[Citation], today: date, language: str
) -> Iterator[Mrkdwn]:
    """The same in words."""
    for citation in dict.fromkeys(citations):
        yield quote_paragraph(citation, dated_line(citation, None, today, language))


def _pieces(
    standing: Standing, known: AgreementNames, today: date, *, is_managed: bool
) -> Iterator[Piece]:
    agreement = standing.agreement
    status = known.status(agreement, today)
    yield key(header(agreement.content.name), context(f"{agreement.municipality} · {status}"))
    responsible = known.say("agreement-responsible")
    yield key(
        rich(bullets([_field(each, responsible) for each in known.fields(agreement.content)]))
    )
    for warning in standing.warnings:
        yield key(rich(paragraph(words(f"⚠ {known.warning(warning)}", bold=True))))
    if standing.due:
        told = [[words(known.due(each))] for each in standing.due]
        yield key(
            rich(paragraph(words(known.say("agreement-falls-due"), bold=True)), bullets(told))
        )
    for rule in standing.decisions:
        yield note(section(known.say("agreement-decided-by", actor=shown(rule.actor, 200))))
    cited = [each.citation for each in standing.warnings if each.citation is not None]
    cited += [each.citation for each in standing.decisions]
    yield from broken_pieces(cited, today, known.language)
    if is_managed:
        yield key(actions(list(_buttons(agreement, known))))


def _field(field: Field, responsible: str) -> list[Block]:
    label, value = field
    named = label == responsible and is_channel_id(value)
    told = mention(value) if named else words(shown(value, _ROOM))
    return [words(f"{label}: ", bold=True), told]


def _buttons(agreement: Agreement, known: AgreementNames) -> Iterator[Block]:
    version = version_of(agreement)
    if agreement.is_in_force:
        yield button(known.say("agreement-change"), names.CHANGE, version)
        asking = confirmation(
            known.say("agreement-confirm-end"),
            known.say("agreement-end-text"),
            known.say("agreement-end"),
            known.say("slack-cancel"),
        )
        yield button(known.say("agreement-end"), names.END, version, confirm=asking)
    yield button(known.say("agreement-history"), names.HISTORY, version)
