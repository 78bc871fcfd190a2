from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from bot.interface_language import VARIABLE, interface_language
from bot.settings import BotSettings, UnusableSetting, load_settings

ROOT = Path(__file__).parents[3]
NO_FILE = Path("/nonexistent/.env")


def described_settings() -> str:
    """What .env.example must say: each setting with its description and default, commented out."""
    parts = ["# Copy to .env and take away the # of what you change.\n"]
    for name, field in BotSettings.model_fields.items():
        words = textwrap.wrap(field.description or "", 96, break_on_hyphens=False)
        lines = [f"# {line}" for line in words]
        default = "" if field.default_factory or field.default is None else str(field.default)
        parts.append("\n".join([*lines, f"# {name.upper()}={default}"]) + "\n")
    return "\n".join(parts)


def test_the_example_file_lists_every_setting_with_its_description_and_default() -> None:
    assert (ROOT / ".env.example").read_text("utf-8") == described_settings()


def test_the_language_variable_is_a_setting() -> None:
    assert VARIABLE.lower() in BotSettings.model_fields


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "sv"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "de_DE.UTF-8"}, "sv"),
        ({"LC_ALL": "C.UTF-8", "LANG": "en_GB.UTF-8"}, "sv"),
        ({"LC_MESSAGES": "en_US", "LANG": "sv_SE"}, "en"),
        ({VARIABLE: "sv", "LANG": "en_GB.UTF-8"}, "sv"),
        ({VARIABLE: "en"}, "en"),
        ({VARIABLE: "klingon", "LANG": "en_GB"}, "en"),
    ],
)
def test_the_interface_is_in_the_set_language_else_the_locales_else_swedish(
    environment: dict[str, str], language: str
) -> None:
    assert interface_language(environment, NO_FILE) == language


def test_the_language_may_stand_in_the_environment_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("POLICYLOTS_LANGUAGE=en\n", "utf-8")
    assert interface_language({}, tmp_path / ".env") == "en"


def test_an_empty_setting_is_the_default(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("HOME_MUNICIPALITY", "POLICYLOTS_LANGUAGE", "CHROMA_URL"):
        monkeypatch.setenv(name, "")
    settings = load_settings()
    assert settings.home_municipality is None
    assert settings.policylots_language is None
    assert settings.chroma_url is None


def test_a_wrong_setting_is_named_with_its_reason(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("POLICYLOTS_LANGUAGE", "klingon")
    with pytest.raises(UnusableSetting) as raised:
        load_settings()
    assert raised.value.details["name"] == "POLICYLOTS_LANGUAGE"
    assert raised.value.details["reason"] == "reason-setting-policylots_language"
