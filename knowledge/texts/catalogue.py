"""The one catalogue of texts to users, in Swedish and English, shared by all channels."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("sv", "en")


def say(key: str, language: str, **details: str | int) -> str:
    """The text of ``key`` in "sv" or "en" with its details filled in.

    Raises KeyError for a key that the catalogue lacks.
    """
    bundle = _bundle(language)
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise KeyError(key)
    text, errors = bundle.format_pattern(pattern, details)
    if errors:
        raise KeyError(f"{key}: {errors}")
    return str(text)


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
