"""A town that activities are imported for, and rows of them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.activities.activity import Content
from bot.domain.activities.kinds import Kind, Rule
from bot.domain.activities.units import Unit, UnitKind
from bot.services.activities.importing import Importing, ImportPlan
from bot.services.activities.log import ActivityLog
from bot.services.rights import Rights
from knowledge.model import Citation
from knowledge.texts.catalogue import say
from tests.fakes.activities import FakeActivityBook, FakeUnitRegister
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.services.activities.sheets import sheet
from tests.unit.bot.services.asked import Clock, FakeDirectory

EXCHANGE = Kind(
    id="transnational_exchange",
    names={"sv": "transnationellt utbyte", "en": "transnational exchange"},
    terms=("utbyte",),
    cues=("utbyte",),
    rules=(Rule.CROSSES_BORDER,),
)
RULE = Citation(
    municipality="Örebro",
    document="Policy",
    document_id="orebro",
    edition="1",
    ordinal=1,
    decided=None,
    section_number=None,
    section="Utbyten",
    section_path=("Utbyten",),
    page=None,
    quote="Ett utbyte ska gå över gränserna.",
    start=0,
    end=33,
)

HEADER = "slag | titel | första dag | sista dag | enhet | länder | partner | motivering"
VISIT = "transnationellt utbyte | Besök | 2026-05-03 | | Kommunstyrelsen | Litauen | Radviliskis |"

GOALS = [
    RULE.model_copy(update={"quote": f"Kommunen ska {what}.", "start": 100 + place})
    for place, what in enumerate(("lära av andra", "dela med sig", "delta i nätverk"))
]


class DocumentsWithARule:
    """``Policies``: an exchange crosses a border, and there are three goals."""

    def definition(self, municipality: str, kind: Kind) -> Citation | None:
        return None

    def rules(self, municipality: str, kind: Kind) -> dict[Rule, Citation]:
        return dict.fromkeys(kind.rules, RULE)

    def goals(self, municipality: str) -> Sequence[Citation]:
        return GOALS


class Town:
    """Örebro with two units; kim is its coordinator."""

    def __init__(self) -> None:
        directory = FakeDirectory()
        directory.coordinators.add("kim")
        self.clock = Clock()
        self.book = FakeActivityBook()
        register = self.register = FakeUnitRegister(self.book)
        self.set_units(ks="Kommunstyrelsen", skola="Växjöskolan")
        rights = Rights(directory, FakeDatabase().denials, self.clock)
        kinds = {EXCHANGE.id: EXCHANGE}
        log = ActivityLog(self.book, register, DocumentsWithARule(), kinds, rights, self.clock)
        self.importing = Importing(log, self.book, register, rights, self.clock)

    def set_units(self, **names: str) -> None:
        units = [
            Unit(id=each, municipality="Örebro", name=name, kind=UnitKind.OTHER)
            for each, name in names.items()
        ]
        self.register.replace("Örebro", units)

    def plan(self, *rows: str, reason: str | None = None) -> ImportPlan:
        return self.importing.plan(sheet(*rows), "Örebro", "kim", reason)

    def content(self, header: str, row: str) -> Content:
        plan = self.plan(header, row)
        assert plan.is_clean, told(plan)
        [good] = plan.good
        return good.content


def told(plan: ImportPlan) -> list[tuple[int, str | None, str]]:
    for each in plan.problems:
        assert say(each.reason, "sv", **each.details)
        assert say(each.reason, "en", **each.details)
    return [(each.line, each.column, each.reason) for each in plan.problems]


def row(**cells: str) -> tuple[str, str]:
    told = {
        "slag": "transnationellt utbyte",
        "titel": "Besök",
        "första dag": "2026-05-03",
        "enhet": "ks",
        "länder": "Litauen",
    }
    columns = told | {name.replace("_", " "): cell for name, cell in cells.items()}
    return " | ".join(columns), " | ".join(columns.values())
