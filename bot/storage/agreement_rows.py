"""Agreements and their history as rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select

from bot.domain.agreements import Agreement, AgreementChange, AgreementContent
from bot.services.agreements.ports import AgreementDoing
from bot.storage.agreement_tables import agreement, agreement_change

_agreements = agreement.c
_changes = agreement_change.c


def all_agreements() -> Select[Any]:
    """The columns of all agreements."""
    return select(*[_agreements[name] for name in Agreement.model_fields])


def columns_of(content: AgreementContent) -> dict[str, object]:
    """A content, and what of it is searched."""
    return {
        "unit": content.owner,
        "responsible": content.responsible,
        "content": content.model_dump(mode="json"),
    }


def agreement_of(row: Row[Any]) -> Agreement:
    """An agreement out of the columns of ``all_agreements``, which may have others after them."""
    return Agreement.model_validate(dict(zip(Agreement.model_fields, row, strict=False)))


def change_of(row: Row[Any]) -> AgreementChange:
    """An entry of a history out of all the columns of its table."""
    fields = dict(row._mapping)
    fields.pop("responsible")
    return AgreementChange.model_validate(fields)


def before_columns(before: AgreementContent | None) -> dict[str, object]:
    """What was stated until a change, and who was responsible."""
    if before is None:
        return {"before": None, "responsible": None}
    return {"before": before.model_dump(mode="json"), "responsible": before.responsible}


def record(
    connection: Connection,
    versions: Mapping[int, int],
    doing: AgreementDoing,
    before: AgreementContent | None,
) -> None:
    """Write down what made each agreement, by id, the version that it is now."""
    entry = {**doing.model_dump(), **before_columns(before)}
    rows = [{"agreement": each, "version": version, **entry} for each, version in versions.items()]
    if rows:
        connection.execute(insert(agreement_change), rows)


def agreements_of(person: str) -> Select[Any]:
    """Those that a person is responsible for, by id."""
    return all_agreements().where(_agreements.responsible == person).order_by(_agreements.id)


def changes_of(person: str) -> Select[Any]:
    """The changes that a person made, and those of what they were responsible for until then,
    oldest first.
    """
    concerned = (_changes.by == person) | (_changes.responsible == person)
    order = (_changes.at, _changes.agreement, _changes.version)
    return select(agreement_change).where(concerned).order_by(*order)
