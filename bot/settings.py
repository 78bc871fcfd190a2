"""Settings of people's channels, beside those of the index."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import (
    AnyHttpUrl,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from knowledge.errors import InvalidInput
from knowledge.settings import KnowledgeSettings

SECRETS = ("slack_bot_token", "slack_app_token", "slack_signing_secret", "database_url")
"""Settings that can also be the first line of a file, named by the variable with ``_FILE``."""


CLOCK = r"^([01]\d|2[0-3]):[0-5]\d$"
"""A time of day, such as 08:00."""

_EXPLAINED = frozenset({"policylots_language", "chroma_url", "sending_from", "sending_until"})
"""Settings with a reason of their own in the catalogue."""


class UnusableSetting(InvalidInput):
    """A setting with a value that cannot be used; ``reason`` is a key of the catalogue."""

    key = "error-settings"


class BotSettings(KnowledgeSettings):
    """What channels need. Each field's name is its variable's name."""

    home_municipality: str | None = Field(
        default=None,
        description="The municipality that a question is about when it names none; "
        "empty for all municipalities.",
    )
    policylots_language: Literal["sv", "en"] | None = Field(
        default=None,
        description="The language of menus, tables and messages, sv or en; "
        "empty to follow the system. Answers are in the question's language.",
    )
    database_url: SecretStr | None = Field(
        default=None,
        description="The database of activities, questions and all else that is kept, such as "
        "postgresql://user:password@host/name; empty for SQLite in the data directory.",
    )
    database_url_file: Path | None = Field(
        default=None, description="A file with DATABASE_URL, instead of the variable."
    )
    question_retention_days: int = Field(
        default=365,
        ge=1,
        description="Days for which questions, feedback and hand-overs are kept.",
    )
    activity_kinds_file: Path | None = Field(
        default=None,
        description="A TOML file with the municipality's own kinds of activities, in the form of "
        "bot/services/activities/kinds.toml; empty for the four shipped ones.",
    )
    activity_retention_years: int | None = Field(
        default=None,
        ge=1,
        description="Whole calendar years for which activities and broadcasts are kept after the "
        "one in which they ended; empty to keep them for good.",
    )
    log_questions: bool = Field(
        default=False, description="Whether question texts may stand in the log."
    )
    slack_bot_token: SecretStr | None = Field(
        default=None, description="Slack's bot token, xoxb-..."
    )
    slack_bot_token_file: Path | None = Field(
        default=None, description="A file with SLACK_BOT_TOKEN, instead of the variable."
    )
    slack_app_token: SecretStr | None = Field(
        default=None, description="Slack's app-level token for Socket Mode, xapp-..."
    )
    slack_app_token_file: Path | None = Field(
        default=None, description="A file with SLACK_APP_TOKEN, instead of the variable."
    )
    slack_signing_secret: SecretStr | None = Field(
        default=None, description="Slack's signing secret, for HTTP mode."
    )
    slack_signing_secret_file: Path | None = Field(
        default=None, description="A file with SLACK_SIGNING_SECRET, instead of the variable."
    )
    slack_api_url: AnyHttpUrl = Field(
        default=AnyHttpUrl("https://slack.com/api/"),
        description="Slack's Web API; another one for GovSlack or a test server.",
    )
    slack_coordinator_channel: str | None = Field(
        default=None,
        description="The id of the channel where questions are handed over to the coordinators; "
        "empty for no hand-overs.",
    )
    slack_coordinator_group: str | None = Field(
        default=None, description="The id of the user group of the coordinators, S..."
    )
    slack_coordinators: str = Field(
        default="",
        description="Coordinators by their user ids, U..., with commas between; "
        "beside the user group or instead of it.",
    )
    sending_from: str = Field(
        default="08:00",
        pattern=CLOCK,
        description="The time of the working day, in Sweden, from which reminders are sent.",
    )
    sending_until: str = Field(
        default="17:00",
        pattern=CLOCK,
        validate_default=True,
        description="The time after which what is due waits for the next working day.",
    )
    broadcast_second_yes_from: int = Field(
        default=200,
        ge=1,
        description="The number of recipients from which a broadcast needs the yes of a second "
        "coordinator.",
    )
    broadcast_daily_limit: int = Field(
        default=5_000,
        ge=1,
        description="How many recipients a municipality's broadcasts may reach a day.",
    )
    http_host: str = Field(
        default="127.0.0.1", description="Where `policylots slack --http` listens for Slack."
    )
    http_port: int = Field(default=3000, ge=0, le=65535, description="Its port.")
    health_host: str = Field(
        default="127.0.0.1", description="Where /healthz, /readyz and /metrics are served."
    )
    health_port: int = Field(default=8080, ge=0, le=65535, description="Their port.")
    calendar_host: str = Field(
        default="127.0.0.1", description="Where calendars are served to those who subscribe."
    )
    calendar_port: int | None = Field(
        default=None,
        ge=0,
        le=65535,
        description="Its port, for instance 8081; empty if nobody can subscribe to calendars.",
    )
    calendar_address: AnyHttpUrl | None = Field(
        default=None,
        description="The address at which others reach that port, such as "
        "https://policylots.kommun.se/; empty for the port itself.",
    )

    @field_validator("sending_until")
    @classmethod
    def _is_after_the_beginning(cls, until: str, info: ValidationInfo) -> str:
        if until <= info.data.get("sending_from", ""):
            raise ValueError("not later than SENDING_FROM")
        return until

    @model_validator(mode="before")
    @classmethod
    def _secrets_from_files(cls, values: dict[str, object]) -> dict[str, object]:
        named = [name for name in SECRETS if values.get(f"{name}_file") and not values.get(name)]
        return {**values, **{name: _secret_of(name, values[f"{name}_file"]) for name in named}}

    def secret(self, name: str) -> str | None:
        """One of SECRETS in the clear; None if it is not set."""
        value: SecretStr | None = getattr(self, name)
        return value.get_secret_value() if value else None

    def needed(self, name: str) -> str:
        """The same. Raises UnusableSetting if it is not set."""
        value = self.secret(name)
        if value is None:
            raise UnusableSetting(
                f"{name} is not set", name=name.upper(), reason="reason-setting-missing"
            )
        return value

    def secrets(self) -> list[str]:
        """All secrets in the clear, so that they can be kept out of logs."""
        return [value for name in SECRETS if (value := self.secret(name))]

    @property
    def calendar_base(self) -> str | None:
        """What the addresses of calendars begin with; None where nobody can subscribe."""
        if self.calendar_port is None:
            return None
        return str(self.calendar_address or f"http://{self.calendar_host}:{self.calendar_port}/")

    @property
    def coordinators(self) -> frozenset[str]:
        """The coordinators named one by one."""
        return frozenset(
            name.strip() for name in self.slack_coordinators.split(",") if name.strip()
        )


def _secret_of(name: str, path: object) -> str:
    """The first line of a secret's file. Raises UnusableSetting, also where that is blank: a blank
    DATABASE_URL would quietly be another database.
    """
    try:
        first = Path(str(path)).read_text("utf-8-sig").partition("\n")[0].strip()
        if not first:
            raise ValueError("its first line is blank")
        return first
    except (OSError, ValueError) as error:
        raise UnusableSetting(
            f"{name}_file: {path}: {error}",
            name=f"{name}_file".upper(),
            reason="reason-setting-file",
        ) from error


def load_settings() -> BotSettings:
    """The settings of this process. Raises UnusableSetting for the first that is wrong."""
    try:
        return BotSettings.model_validate({})
    except ValidationError as error:
        raise _unusable(error) from None


def _unusable(error: ValidationError) -> UnusableSetting:
    """Says which setting; never its value, which may be a secret."""
    first = error.errors(include_input=False)[0]
    field = str(first["loc"][0])
    limits = _limits(field)
    if limits:
        reason = "between" if "highest" in limits else "at-least"
    else:
        reason = field if field in _EXPLAINED else "other"
    return UnusableSetting(
        f"{field}: {first['msg']}",
        name=field.upper(),
        reason=f"reason-setting-{reason}",
        **limits,
    )


def _limits(field: str) -> dict[str, str]:
    """The ``lowest`` and ``highest`` number that a setting takes, as far as it has them."""
    known = BotSettings.model_fields.get(field)
    bounds = {"ge": "lowest", "le": "highest"}
    return {
        bounds[kind]: str(getattr(each, kind))
        for each in (known.metadata if known else ())
        for kind in bounds
        if hasattr(each, kind)
    }
