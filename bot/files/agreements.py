"""The register of agreements as CSV, as Swedish Excel and the import read it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from bot.domain.activities.units import Unit
from bot.domain.agreements import Agreement
from bot.files.safe_text import neutral
from bot.services.agreements.filters import KINDS
from bot.services.agreements.rows import NAMES, cells_of
from bot.services.agreements.wording import AgreementNames
from knowledge.texts.catalogue import LANGUAGES


def agreements_csv(agreements: Iterable[Agreement], units: Sequence[Unit], language: str) -> bytes:
    """A row for each agreement: UTF-8 with a byte order mark, semicolons and CRLF between. Text
    that a spreadsheet would take for a formula gets an apostrophe
    (https://owasp.org/www-community/attacks/CSV_Injection).
    """
    names = AgreementNames(language, units)
    column = LANGUAGES.index(language)
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([called[column % len(called)] for called in NAMES.values()])
    for each in agreements:
        cells = _cells(each, names, column)
        writer.writerow([neutral(cells.get(key, "")) for key in NAMES])
    return text.getvalue().encode("utf-8-sig")


def _cells(agreement: Agreement, names: AgreementNames, column: int) -> Mapping[str, str]:
    content = agreement.content
    return {
        **cells_of(content),
        "kind": KINDS[content.kind][column],
        "country": names.country(content.country),
        "last": names.last(content),
        "owner": names.unit(content.owner),
        "status": names.say(f"agreement-status-{agreement.status.value}"),
    }
