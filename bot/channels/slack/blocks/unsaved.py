"""What was typed in a form that cannot be stored any more, to be copied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.channels.slack.blocks import limits, names
from bot.channels.slack.blocks.elements import paragraph, rich, section, words
from bot.channels.slack.blocks.fitting import Message, Piece, View, key, message, modal
from bot.channels.slack.blocks.text import clean, neutral, pieces
from knowledge.texts.catalogue import say


def unsaved_view(why: str, typed: Mapping[str, str], language: str) -> View:
    """Why nothing is stored, and what was ``typed`` by the form's fields, in the form's place."""
    title = say("activity-unsaved-title", language)
    return modal(title, names.UNSAVED_VIEW, list(_pieces(why, typed, language)), language)


def unsaved_message(why: str, typed: Mapping[str, str], language: str) -> Message:
    """The same where the form is closed already."""
    lines = [f"{_label(field, language)}: {text}" for field, text in typed.items()]
    return message(map(neutral, [why, *lines]), list(_pieces(why, typed, language)), language)


def _pieces(why: str, typed: Mapping[str, str], language: str) -> Iterator[Piece]:
    yield key(section(why))
    if typed:
        yield key(section(say("activity-unsaved", language)))
    for field, text in typed.items():
        label = rich(paragraph(words(_label(field, language), bold=True)))
        yield key(label, *map(section, pieces(clean(text), limits.TEXT)))


def _label(field: str, language: str) -> str:
    return say(f"activity-{field}", language)
