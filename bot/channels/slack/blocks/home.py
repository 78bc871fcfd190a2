"""The Home tab: settings, one's last questions, the documents, help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.choices import ALL, municipality_select, select
from bot.channels.slack.blocks.documents import documents_piece
from bot.channels.slack.blocks.elements import (
    actions,
    bullets,
    button,
    context,
    divider,
    header,
    rich,
    section,
    words,
)
from bot.channels.slack.blocks.fitting import Piece, View, home, key, rows
from bot.channels.slack.blocks.lists import help_pieces
from bot.channels.slack.blocks.notices import not_admitted
from bot.channels.slack.blocks.text import shown
from bot.domain.people import Standing
from bot.domain.questions import LoggedQuestion
from bot.services.listing import DocumentRow
from knowledge.texts.catalogue import LANGUAGES, say

MOST_RECENT = 8
"""Questions of one's own."""

MOST_WAITING = 5
"""Titles of what waits for an answer."""


def home_view(
    *,
    municipality: str | None,
    menus: str | None,
    municipalities: Sequence[str],
    recent: Sequence[LoggedQuestion],
    documents: Sequence[DocumentRow],
    today: date,
    language: str,
    waiting: Sequence[str] = (),
    is_coordinator: bool = False,
) -> View:
    """The Home tab of one person, who asks about ``municipality``, or all, and has chosen the
    language of ``menus`` or nothing; ``waiting`` are the titles of what waits for their answer.
    The selects' values go through ``choices.chosen``.
    """
    parts = [
        key(section(say("slack-home-welcome", language))),
        *_waiting(waiting, language),
        _activities(language),
        *([_broadcasts(language)] if is_coordinator else []),
        *_settings(municipality, menus, municipalities, language),
        *_questions(recent, language),
        key(divider(), header(say("slack-home-documents", language))),
        documents_piece(documents, municipality, today, language),
        key(divider(), header(say("slack-home-help", language))),
        *help_pieces(language),
    ]
    return home(parts, language)


def closed_home(standing: Standing, language: str) -> View:
    """The Home tab of somebody who is not admitted."""
    return home([key(section(say(not_admitted(standing), language)))], language)


def _activities(language: str) -> Piece:
    log = button(say("home-log-activity", language), names.LOG_ACTIVITY, is_primary=True)
    own = button(say("home-my-activities", language), names.MY_ACTIVITIES)
    return key(actions([log, own]))


def _waiting(titles: Sequence[str], language: str) -> Iterator[Piece]:
    if titles:
        lines = [[words(shown(each, 200))] for each in titles[:MOST_WAITING]]
        shown_all = button(say("home-answer", language), names.SHOW_MINE, is_primary=True)
        count = say("mine-count", language, count=len(titles))
        yield key(header(say("home-waiting", language)), section(count, shown_all))
        yield key(rich(bullets(lines)))


def _broadcasts(language: str) -> Piece:
    new = button(say("home-compose", language), names.COMPOSE)
    status = button(say("home-status", language), names.SHOW_BROADCASTS)
    return key(header(say("home-broadcasts", language)), actions([new, status]))


def _settings(
    municipality: str | None, menus: str | None, municipalities: Sequence[str], language: str
) -> Iterator[Piece]:
    place = municipality_select(
        names.HOME_MUNICIPALITY, municipalities, municipality, language, "slack-all-municipalities"
    )
    languages = {
        ALL: say("slack-language-client", language),
        **{each: say(f"slack-language-{each}", language) for each in LANGUAGES},
    }
    chosen = menus if menus in LANGUAGES else ALL
    yield key(
        divider(),
        header(say("slack-home-settings", language)),
        section(say("slack-home-municipality", language), place),
        section(
            say("slack-home-language", language), select(names.HOME_LANGUAGE, languages, chosen)
        ),
    )


def _questions(recent: Sequence[LoggedQuestion], language: str) -> Iterator[Piece]:
    yield key(divider(), header(say("slack-home-questions", language)))
    if not recent:
        yield key(context(say("slack-home-no-questions", language)))
        return
    blocks = [
        section(
            shown(asked.question, 300),
            button(
                say("slack-home-show-answer", language),
                names.numbered(names.SHOW_ANSWER, place),
                asked.id,
            ),
        )
        for place, asked in enumerate(recent[:MOST_RECENT])
    ]
    yield rows(blocks, language)
