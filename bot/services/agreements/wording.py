"""Agreements in words, Swedish or English, the same in every channel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bot.domain.activities.units import Unit
from bot.domain.agreement_rules import (
    AgreementRule,
    AgreementRuleKind,
    AgreementWarning,
    Due,
)
from bot.domain.agreements import (
    Agreement,
    AgreementChange,
    AgreementContent,
    AgreementKind,
    notice_by,
)
from bot.domain.days import SWEDISH_TIME
from bot.services.reports.naming import Names, capitalised
from knowledge.model import Value

Field = tuple[str, str]
"""A label and its value."""


class AgreementEntry(Value):
    """One change of an agreement in words: in which version and ``when``, ``by`` whom, what they
    ``did``, ``why`` (a reason or ""), and the fields that it changed.
    """

    version: int
    when: str
    by: str
    did: str
    why: str
    differences: tuple[str, ...]


class AgreementNames:
    """Says everything in one language; ``units`` are those of the municipality."""

    def __init__(self, language: str, units: Iterable[Unit]) -> None:
        self.language = language
        self._names = Names(language, units, {})
        self.say = self._names.say
        self.unit = self._names.unit
        self.country = self._names.country

    def kind(self, kind: AgreementKind) -> str:
        """A kind with a small letter."""
        return self.say(f"agreement-kind-{kind.value}")

    def kinds(self, kinds: Iterable[AgreementKind]) -> str:
        """Several kinds in the plural, in their order: "vänortsavtal och samarbetsavtal"."""
        named = frozenset(kinds)
        return self._names.listed(
            [self.say(f"agreement-kinds-{each.value}") for each in AgreementKind if each in named]
        )

    def status(self, agreement: Agreement, today: date) -> str:
        """Whether it is in force on a day, has expired by then, or was ended."""
        if agreement.has_expired(today):
            return self.say("agreement-status-expired")
        return self.say(f"agreement-status-{agreement.status.value}")

    def last(self, content: AgreementContent) -> str:
        """The last day, or that there is none."""
        last = content.valid.last
        return last.isoformat() if last else self.say("agreement-until-further")

    def due(self, due: Due) -> str:
        """What falls due when: "2027-06-30: sista dag för uppsägning"."""
        what = self.say(f"agreement-due-{due.what.value}")
        return self.say("agreement-due-on", day=due.day.isoformat(), what=what)

    def warning(self, warning: AgreementWarning) -> str:
        """What is wrong, in a sentence."""
        key = f"agreement-breach-{warning.breach.value}"
        if warning.day is None:
            return self.say(key)
        by = "-by" if warning.breach.value == "no_end" else ""
        return self.say(f"{key}{by}", day=warning.day.isoformat())

    def rule(self, rule: AgreementRule) -> str:
        """What a document demands, in a sentence, with what it exempts."""
        kinds = self.kinds(rule.kinds)
        told = self._demanded(rule, kinds)
        exempt = (self.say("agreement-exempt", words=each.words) for each in rule.exemptions)
        return " ".join((told, *exempt))

    def fields(self, content: AgreementContent) -> list[Field]:
        """What an agreement states, without what it leaves untold."""
        return [(self.say(f"agreement-{key}"), told) for key, told in self._told(content) if told]

    def history(
        self, changes: Sequence[AgreementChange], now: AgreementContent
    ) -> list[AgreementEntry]:
        """A history, oldest first as given, each change with what it changed."""
        after, told = now, []
        for change in reversed(changes):
            before = change.before
            told.append(self._entry(change, before, after))
            after = before or after
        return told[::-1]

    def differences(self, before: AgreementContent, after: AgreementContent) -> tuple[str, ...]:
        """The fields in which two contents differ: "Ort: Łódź → inget"."""
        was, became = dict(self.fields(before)), dict(self.fields(after))
        nothing = self.say("agreement-nothing")
        return tuple(
            f"{label}: {was.get(label, nothing)} → {became.get(label, nothing)}"
            for label in dict.fromkeys((*was, *became))
            if was.get(label) != became.get(label)
        )

    def _entry(
        self, change: AgreementChange, before: AgreementContent | None, after: AgreementContent
    ) -> AgreementEntry:
        return AgreementEntry(
            version=change.version,
            when=f"{change.at.astimezone(SWEDISH_TIME):%Y-%m-%d %H:%M}",
            by=change.by,
            did=self.say(f"agreement-did-{change.kind.value}"),
            why=change.reason or "",
            differences=self.differences(before, after) if before else (),
        )

    def _demanded(self, rule: AgreementRule, kinds: str) -> str:
        key = f"agreement-rule-{rule.kind.value}"
        if rule.kind is AgreementRuleKind.DECISION:
            return self.say(key, actor=capitalised(rule.actor), kinds=kinds)
        if rule.months is not None:
            return self.say(f"{key}-months", months=rule.months, kinds=kinds)
        if rule.regularly:
            return self.say(f"{key}-regularly", kinds=kinds)
        return self.say(f"{key}-before" if rule.before_prolonging else key, kinds=kinds)

    def _told(self, content: AgreementContent) -> Iterator[Field]:
        yield "name", content.name
        yield "kind", capitalised(self.kind(content.kind))
        yield "partner", content.partner
        yield "town", content.town or ""
        yield "country", self.country(content.country)
        yield "valid", self._valid(content)
        yield "notice", self._notice(content)
        yield "next-evaluation", _day(content.next_evaluation)
        yield "last-evaluation", _day(content.last_evaluation)
        yield "owner", self.unit(content.owner)
        yield "responsible", content.responsible or ""
        yield "link", str(content.link or "")
        yield "note", content.note

    def _valid(self, content: AgreementContent) -> str:
        first, last = content.valid.first.isoformat(), content.valid.last
        if last is None:
            return self.say("agreement-valid-from", first=first)
        return self.say("agreement-valid-between", first=first, last=last.isoformat())

    def _notice(self, content: AgreementContent) -> str:
        notice, day = content.notice, notice_by(content)
        if notice is None:
            return ""
        if notice.months is None:
            return self.say("agreement-notice-day", day=_day(notice.day))
        if day is None:
            return self.say("agreement-notice-months", months=notice.months)
        return self.say("agreement-notice-by", months=notice.months, day=day.isoformat())


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
