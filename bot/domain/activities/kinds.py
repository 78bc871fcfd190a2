"""The kinds of activities. Four are shipped; a municipality may have others."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field, model_validator

from bot.domain.activities.activity import Content, FundingSource
from knowledge.model import Value


class Rule(StrEnum):
    """What a document may demand of a kind of activity."""

    EU_FUNDING = "eu_funding"
    CROSSES_BORDER = "crosses_border"


class Kind(Value):
    """One kind. ``names`` are by language, in the singular and with small letters where the
    language has them, ``plurals`` the same in the plural where it differs; ``terms`` the words
    under which documents define it or demand reports of it, in their basic form; ``cues`` words
    and beginnings of words that give it away in free text; ``rules`` those that may apply, where
    the municipality's document states them.
    """

    id: str
    names: Mapping[str, str]
    terms: tuple[str, ...]
    cues: tuple[str, ...]
    rules: tuple[Rule, ...] = ()
    plurals: Mapping[str, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _named_in_both_languages(self) -> Kind:
        if set(self.names) != {"sv", "en"}:
            raise ValueError("a kind has a name in sv and en")
        return self


def breaks(rule: Rule, content: Content, home: str) -> bool:
    """Whether an activity breaks a rule by what is told of it; ``home`` is the code of the country
    that the municipality lies in.
    """
    match rule:
        case Rule.EU_FUNDING:
            return not any(
                each.source is FundingSource.EU and each.amount.minor for each in content.funding
            )
        case Rule.CROSSES_BORDER:
            return not set(content.countries) - {home}
