"""The one catalogue of texts to users, in Swedish and English, shared by all channels."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("sv", "en")

_LONG = 1_000
"""Characters: fluent.runtime refuses details, and what they are part of, of more than 2,500
(``MAX_PART_LENGTH`` of https://github.com/projectfluent/python-fluent)."""

_FIRST_MARK = 0x100000
"""What stands for long details while a text is made: characters that no text has."""


def say(key: str, language: str, **details: str | int) -> str:
    """The text of ``key`` in "sv" or "en" with its details filled in, however long they are.

    Raises KeyError for a key that the catalogue lacks.
    """
    bundle = _bundle(language)
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise KeyError(key)
    long = {
        name: value
        for name, value in details.items()
        if isinstance(value, str) and len(value) > _LONG
    }
    marks = {name: _FIRST_MARK + place for place, name in enumerate(long)}
    short = details | {name: chr(mark) for name, mark in marks.items()}
    text, errors = bundle.format_pattern(pattern, short)
    if errors:
        raise KeyError(f"{key}: {errors}")
    return str(text).translate({mark: long[name] for name, mark in marks.items()})


@lru_cache(maxsize=len(LANGUAGES))
def _bundle(language: str) -> FluentBundle:
    """Loaded once a language. Isolation marks are off: texts go to terminals and Slack."""
    bundle = FluentBundle([language], use_isolating=False)
    for source in sources(language):
        bundle.add_resource(FluentResource(source))
    return bundle


def sources(language: str) -> list[str]:
    """What is written in the files of ``language``, by their names."""
    folder = files("knowledge.texts").joinpath(language)
    found = sorted(folder.iterdir(), key=lambda file: file.name)
    return [file.read_text("utf-8") for file in found if file.name.endswith(".ftl")]
