"""The language of menus and messages, known before any settings are loaded.

Help must be there at once, and loading the settings takes longer than showing it: so this one
variable is read on its own. ``BotSettings.policylots_language`` checks it and documents it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from knowledge.texts.catalogue import LANGUAGES

VARIABLE = "POLICYLOTS_LANGUAGE"


def interface_language(environment: Mapping[str, str], env_file: Path = Path(".env")) -> str:
    """As set in the environment or ``env_file``, "sv" or "en"; else the locale's, else Swedish."""
    chosen = environment.get(VARIABLE) or _from_file(env_file)
    if chosen in LANGUAGES:
        return chosen
    return _of_locale(environment)


def _from_file(env_file: Path) -> str:
    if not env_file.is_file():
        return ""
    from dotenv import dotenv_values

    return dotenv_values(env_file).get(VARIABLE) or ""


def _of_locale(environment: Mapping[str, str]) -> str:
    """The first of the locale variables that is set decides, as POSIX has it."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environment[name] for name in names if environment.get(name)), "")
    return locale[:2] if locale[:2] in LANGUAGES else LANGUAGES[0]
