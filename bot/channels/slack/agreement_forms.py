"""Agreements between services and Slack: the form that a person opens, and what it states."""

from __future__ import annotations

from collections.abc import Sequence

from bot.channels.slack.blocks import agreement_names as names
from bot.channels.slack.blocks.agreement_form import AgreementState, agreement_form
from bot.channels.slack.blocks.choices import option_value
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.domain.activities.units import Unit
from bot.domain.agreements import Agreement, AgreementContent
from bot.domain.people import is_channel_id
from bot.services.activities.sheets import Row
from bot.services.agreements.register import AgreementRegister
from bot.services.agreements.rows import NAMES, AgreementReader, cells_of
from bot.services.agreements.wording import AgreementNames
from bot.services.reports.naming import capitalised
from knowledge.texts.catalogue import say

Errors = dict[str, str]
"""What is wrong, by the id of the input."""

_DAYS = frozenset(("first", "last", "next_evaluation", "last_evaluation"))


def register_of(desk: Desk) -> AgreementRegister:
    """The register of agreements, for who works at the desk."""
    return desk.records.agreements(desk.rights)


def known_names(desk: Desk, municipality: str, language: str) -> AgreementNames:
    """The names of what the municipality's agreements hold ids of."""
    return AgreementNames(language, desk.records.all_units(municipality))


def new_form(desk: Desk, municipality: str, language: str) -> View:
    """The form of a new agreement."""
    units = register_of(desk).units(municipality)
    cells = {"first": desk.today.isoformat()}
    return agreement_form(cells, units, AgreementState(municipality=municipality), language)


def change_form(desk: Desk, agreement: Agreement, language: str) -> View:
    """The form of an agreement as it is now."""
    return agreement_form(
        _typed_cells(agreement.content, language),
        _units(desk, agreement),
        _state(agreement),
        language,
    )


class SentAgreement:
    """A form that was sent, read."""

    def __init__(self, desk: Desk, occasion: Occasion, language: str) -> None:
        self._desk = desk
        self._occasion = occasion
        self._language = language
        self.state = AgreementState.model_validate_json(occasion.view["private_metadata"])

    def read(self) -> AgreementContent | Errors:
        """What it states, or what is wrong by block. Raises AgreementGone."""
        now = self._now()
        units = self._desk.records.all_units(self.state.municipality)
        row = Row(0, self._cells(), dict(zip(NAMES, NAMES, strict=True)))
        content = AgreementReader(units, now.content.owner if now else None).content(row)
        if content is not None:
            return content
        errors: Errors = {}
        for each in row.problems:
            told = capitalised(say(each.reason, self._language, **each.details).rstrip("."))
            errors.setdefault(self._block(each.column), f"{told}.")
        return errors

    def again(self, now: Agreement, told: AgreementContent) -> View:
        """The form with what was typed, over what somebody else has stated meanwhile."""
        known = known_names(self._desk, now.municipality, self._language)
        units = _units(self._desk, now)
        changed = known.differences(told, now.content)
        cells = _typed_cells(told, self._language)
        return agreement_form(cells, units, _state(now), self._language, changed)

    def _now(self) -> Agreement | None:
        if self.state.agreement is None:
            return None
        return register_of(self._desk).find(self.state.agreement)

    def _cells(self) -> dict[str, str]:
        cells = {column: self._cell(column) for column in NAMES if column != "owner"}
        person = self._occasion.typed(names.PERSON).get("selected_user")
        cells["responsible"] = str(person or cells["responsible"])
        cells["owner"] = self._owner()
        return {column: text for column, text in cells.items() if text}

    def _cell(self, column: str) -> str:
        typed = self._occasion.typed(names.field(column))
        if column in _DAYS:
            return str(typed.get("selected_date") or "")
        if column == "kind":
            return str((typed.get("selected_option") or {}).get("value") or "")
        return str(typed.get("value") or "").strip()

    def _owner(self) -> str:
        """The id of the unit that was chosen; of one that is gone meanwhile, the value."""
        typed = self._occasion.typed(names.owner(self.state.municipality))
        value = str((typed.get("selected_option") or {}).get("value") or "")
        units = self._desk.records.all_units(self.state.municipality)
        return next((each.id for each in units if option_value(each.id) == value), value)

    def _block(self, column: str | None) -> str:
        """The input under which to tell what is wrong with a column, or with the whole."""
        if column == "owner":
            return names.owner(self.state.municipality)
        return names.field(column or "name")


def _state(agreement: Agreement) -> AgreementState:
    return AgreementState(
        municipality=agreement.municipality, agreement=agreement.id, version=agreement.version
    )


def _typed_cells(content: AgreementContent, language: str) -> dict[str, str]:
    """What stands in the form: the kind by its id, the country by its name."""
    cells = {**cells_of(content), "kind": content.kind.value}
    cells["country"] = AgreementNames(language, ()).country(content.country)
    responsible = cells.get("responsible", "")
    if is_channel_id(responsible):
        cells["person"] = cells.pop("responsible")
    return cells


def _units(desk: Desk, agreement: Agreement) -> Sequence[Unit]:
    """The open units, and the agreement's own."""
    units = desk.records.all_units(agreement.municipality)
    return [each for each in units if not each.closed or each.id == agreement.content.owner]
