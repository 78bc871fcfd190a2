from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.interface_language import VARIABLE, interface_language
from bot.settings import SECRETS, BotSettings, UnusableSetting, load_settings

ROOT = Path(__file__).parents[3]
NO_FILE = Path("/nonexistent/.env")


def described_settings() -> str:
    """What .env.example must say: each setting with its description and default, commented out."""
    parts = ["# Copy to .env and take away the # of what you change.\n"]
    for name, field in BotSettings.model_fields.items():
        words = textwrap.wrap(field.description or "", 96, break_on_hyphens=False)
        lines = [f"# {line}" for line in words]
        default = "" if field.default_factory or field.default is None else str(field.default)
        default = default.lower() if isinstance(field.default, bool) else default
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


TOKEN = "xoxb-1-very-secret"  # noqa: S105 - made up
FORMS = [TOKEN, f"{TOKEN}\n", f"  {TOKEN}\r\n", f"{TOKEN}\nnotes below\n", f"\ufeff{TOKEN}\n"]


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where no setting comes from but those that the test makes."""
    monkeypatch.chdir(tmp_path)
    for name in BotSettings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    return tmp_path


def name_file(monkeypatch: pytest.MonkeyPatch, name: str, path: Path, content: str) -> None:
    path.write_text(content, "utf-8")
    monkeypatch.setenv(f"{name}_file".upper(), str(path))


def refusal() -> UnusableSetting:
    with pytest.raises(UnusableSetting) as raised:
        load_settings()
    return raised.value


def everything_said(error: BaseException) -> str:
    """An error with all that stands behind it."""
    said = [repr(error), str(error), str(vars(error))]
    behind = error.__cause__ or error.__context__
    return "".join([*said, everything_said(behind)] if behind else said)


@pytest.mark.parametrize("name", SECRETS)
def test_every_secret_may_stand_in_a_file(
    monkeypatch: pytest.MonkeyPatch, folder: Path, name: str
) -> None:
    name_file(monkeypatch, name, folder / "secret", TOKEN)
    settings = load_settings()
    assert settings.needed(name) == settings.secret(name) == TOKEN
    assert settings.secrets() == [TOKEN]


@pytest.mark.parametrize("content", FORMS)
def test_the_first_line_of_the_file_counts_without_blanks_around_it(
    monkeypatch: pytest.MonkeyPatch, folder: Path, content: str
) -> None:
    name_file(monkeypatch, "slack_bot_token", folder / "secret", content)
    assert load_settings().secret("slack_bot_token") == TOKEN


def test_a_value_in_the_variable_goes_before_its_file(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    name_file(monkeypatch, "slack_bot_token", folder / "secret", "xoxb-of-the-file")
    monkeypatch.setenv("SLACK_BOT_TOKEN", TOKEN)
    assert load_settings().secret("slack_bot_token") == TOKEN
    (folder / "secret").unlink()
    assert load_settings().secret("slack_bot_token") == TOKEN
    monkeypatch.setenv("SLACK_BOT_TOKEN", "")
    assert refusal().details["name"] == "SLACK_BOT_TOKEN_FILE"


@pytest.mark.parametrize("content", ["", "\n", "  \nxoxb-on-the-second-line\n"])
@pytest.mark.parametrize("name", SECRETS)
def test_a_file_with_a_blank_first_line_is_refused(
    monkeypatch: pytest.MonkeyPatch, folder: Path, name: str, content: str
) -> None:
    name_file(monkeypatch, name, folder / "secret", content)
    error = refusal()
    assert error.details == {"name": f"{name}_file".upper(), "reason": "reason-setting-file"}
    assert "second" not in everything_said(error)


@pytest.mark.parametrize("kind", ["missing", "folder", "no text"])
def test_a_file_that_cannot_be_read_is_refused_by_its_setting(
    monkeypatch: pytest.MonkeyPatch, folder: Path, kind: str
) -> None:
    path = folder / "secret"
    if kind == "folder":
        path.mkdir()
    if kind == "no text":
        path.write_bytes(b"\xff\xfe\x00xoxb")
    monkeypatch.setenv("SLACK_BOT_TOKEN_FILE", str(path))
    error = refusal()
    assert error.details["name"] == "SLACK_BOT_TOKEN_FILE"
    assert error.details["reason"] == "reason-setting-file"
    assert str(path) in str(error)


def test_secrets_show_in_no_form_of_the_settings(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    for name in SECRETS:
        monkeypatch.setenv(name.upper(), f"secret of {name}")
    settings = load_settings()
    shown = f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    assert "secret of" not in shown
    assert sorted(settings.secrets()) == sorted(f"secret of {name}" for name in SECRETS)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("HTTP_PORT", "99999"),
        ("HEALTH_PORT", "-1"),
        ("QUESTION_RETENTION_DAYS", "0"),
        ("LOG_QUESTIONS", "perhaps"),
        ("SLACK_API_URL", "not an address"),
        ("POLICYLOTS_LANGUAGE", "klingon"),
    ],
)
def test_no_value_shows_in_an_error_neither_the_wrong_one_nor_a_secret(
    monkeypatch: pytest.MonkeyPatch, folder: Path, variable: str, value: str
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", TOKEN)
    monkeypatch.setenv(variable, value)
    with pytest.raises(UnusableSetting) as raised:
        load_settings()
    error = raised.value
    assert error.details["name"] == variable
    assert error.__cause__ is None
    assert error.__suppress_context__
    assert TOKEN not in f"{error} {error!r} {error.details}"
    assert value not in f"{error.details}" or value == "0"


@pytest.mark.parametrize("name", SECRETS)
def test_a_secret_that_is_needed_and_not_set_is_named(folder: Path, name: str) -> None:
    settings = load_settings()
    assert settings.secret(name) is None
    assert settings.secrets() == []
    with pytest.raises(UnusableSetting) as raised:
        settings.needed(name)
    assert raised.value.details == {"name": name.upper(), "reason": "reason-setting-missing"}


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("", set()),
        (" , ", set()),
        ("U1", {"U1"}),
        ("U1,U2", {"U1", "U2"}),
        (" U1 , U2,,U1 ", {"U1", "U2"}),
    ],
)
def test_coordinators_are_named_with_commas_between(
    monkeypatch: pytest.MonkeyPatch, folder: Path, written: str, people: set[str]
) -> None:
    monkeypatch.setenv("SLACK_COORDINATORS", written)
    assert load_settings().coordinators == people


def test_settings_may_stand_in_the_environment_file_too(folder: Path) -> None:
    (folder / "token").write_text(TOKEN, "utf-8")
    lines = f"SLACK_BOT_TOKEN_FILE={folder / 'token'}\nQUESTION_RETENTION_DAYS=30\n"
    (folder / ".env").write_text(lines, "utf-8")
    settings = load_settings()
    assert settings.secret("slack_bot_token") == TOKEN
    assert settings.question_retention_days == 30


def test_settings_do_not_change(folder: Path) -> None:
    with pytest.raises(ValidationError):
        load_settings().http_port = 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SENDING_FROM", "8"),
        ("SENDING_FROM", "24:00"),
        ("SENDING_UNTIL", "soon"),
        ("SENDING_UNTIL", "08:00"),
    ],
)
def test_times_of_the_working_day_that_are_none_are_refused(
    monkeypatch: pytest.MonkeyPatch, folder: Path, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    details = refusal().details
    assert (details["name"], details["reason"]) == (name, f"reason-setting-{name.lower()}")


def test_a_working_day_that_begins_after_it_ends_is_refused(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setenv("SENDING_FROM", "18:30")
    assert refusal().details["name"] == "SENDING_UNTIL"
    monkeypatch.setenv("SENDING_UNTIL", "22:00")
    assert load_settings().sending_until == "22:00"
