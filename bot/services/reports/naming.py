"""The names, in a report's language, of what activities hold ids of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from babel.numbers import format_decimal

from bot.domain.activities.dates import Dates
from bot.domain.activities.kinds import Kind
from bot.domain.activities.units import Unit
from bot.services.activities.countries import country_name
from bot.services.reports.periods import LOCALES, days_in_words
from knowledge.language.actors import load_actors
from knowledge.texts.catalogue import say
from knowledge.wording import listed


class Names:
    """Says everything in one language, "sv" or "en"."""

    def __init__(self, language: str, units: Iterable[Unit], kinds: Mapping[str, Kind]) -> None:
        self.language = language
        self._units = {each.id: each.name for each in units}
        self._kinds = {each.id: each.names[language] for each in kinds.values()}
        self._plurals = {each.id: each.plurals.get(language, "") for each in kinds.values()}

    def say(self, key: str, **details: str | int) -> str:
        """A text of the catalogue."""
        return say(key, self.language, **details)

    def listed(self, words: Sequence[str]) -> str:
        """ "a, b och c" or "a, b and c"."""
        return listed(words, self.language)

    def kind(self, identity: str) -> str:
        """A kind's name, with a small letter; its id where it is not known any more."""
        return self._kinds.get(identity, identity)

    def kinds(self, identities: Iterable[str]) -> str:
        """Several kinds in the plural, such as "EU-projekt och internationella nätverk"."""
        return self.listed([self._plurals.get(each) or self.kind(each) for each in identities])

    def unit(self, identity: str) -> str:
        """A unit's name; its id where the register has lost it."""
        return self._units.get(identity, identity)

    def country(self, code: str) -> str:
        """A country's name; the code where CLDR knows no country of it."""
        try:
            return country_name(code, self.language)
        except KeyError:
            return code

    def actors(self, identities: Iterable[str]) -> str:
        """Actors by the lexicon's names, such as "kommunstyrelsen och nämnder"; "" where it knows
        none of them.
        """
        ids = frozenset(identities)
        known = [each for each in load_actors() if each.id in ids]
        return self.listed([each.sv if self.language == "sv" else each.en for each in known])

    def dates(self, dates: Dates) -> str:
        """A day, days, or since when it runs."""
        if dates.last is None:
            since = days_in_words(dates.first, dates.first, self.language)
            return self.say("report-runs-since", day=since)
        return days_in_words(dates.first, dates.last, self.language)


def number(value: Decimal | int, language: str, pattern: str = "#,##0.##") -> str:
    """A number as the language writes it; by the usual pattern, with at most two decimals.

    >>> number(1234, "en")
    '1,234'
    """
    return str(format_decimal(value, pattern, locale=LOCALES[language]))


def capitalised(words: str) -> str:
    """With a capital first letter, the rest as it is."""
    return words[:1].upper() + words[1:]
