"""Settings of people's channels, beside those of the index."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, ValidationError

from knowledge.errors import InvalidInput
from knowledge.settings import KnowledgeSettings


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


def load_settings() -> BotSettings:
    """The settings of this process. Raises UnusableSetting for the first that is wrong."""
    try:
        return BotSettings.model_validate({})
    except ValidationError as error:
        field = str(error.errors()[0]["loc"][0])
        explained = field in {"policylots_language", "chroma_url"}
        raise UnusableSetting(
            f"{field}: {error}",
            name=field.upper(),
            reason=f"reason-setting-{field if explained else 'other'}",
        ) from error
