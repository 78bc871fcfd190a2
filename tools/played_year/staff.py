"""Who works where: the registers of the examples, and who leaves and comes during the year."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.domain.activities.dates import Dates
from bot.files.reading import read_sheet
from bot.services.activities.units import plan_units
from bot.services.records import Records
from bot.services.reminders.answering import Answers
from bot.services.rights import Rights
from tools.played_year.cast import Place, day
from tools.played_year.workspace import Workspace


class Staff:
    """The registers of one municipality, which its coordinator keeps."""

    def __init__(
        self, place: Place, year: int, records: Records, rights: Rights, workspace: Workspace
    ) -> None:
        self._place = place
        self._year = year
        self._records = records
        self._units = records.units(rights)
        self._contacts = records.contacts(rights)
        self._contact_importing = records.contact_importing(rights)
        self._agreement_importing = records.agreement_importing(rights)
        self._workspace = workspace

    def read(self, folder: Path) -> None:
        """The registers of the sheets in a folder; who is in them is in Slack. Raises ValueError
        for sheets that cannot be imported.
        """
        municipality, by = self._place.municipality, self._place.coordinator
        self._units.replace(
            plan_units(read_sheet(self._sheet(folder, "enheter")), municipality), by
        )
        sheet = read_sheet(self._sheet(folder, "kontakter"))
        plan = self._contact_importing.plan(sheet, municipality, by)
        for each in self._contact_importing.carry_out(plan, by):
            if each.person:
                self._workspace.names[each.person] = each.name
        agreements = self._sheet(folder, "avtal")
        if agreements.exists():
            read = self._agreement_importing.plan(read_sheet(agreements), municipality, by)
            self._agreement_importing.carry_out(read, by)

    def leave(self) -> None:
        """Somebody is deactivated in Slack."""
        self._workspace.gone.add(self._place.change.person)

    def replace(self, answers: Answers) -> None:
        """The coordinator enters the successor in the register, and has them asked what the one
        before was asked.
        """
        change, by = self._place.change, self._place.coordinator
        self._workspace.names[change.successor] = change.name
        first = day(self._year, change.replaced)
        [before] = [e for e in self._contacts.of_person(change.person) if e.holds_on(first)]
        valid = Dates(first=before.valid.first, last=first - timedelta(days=1))
        ended = before.entry.model_copy(update={"valid": valid})
        self._contacts.change(before.id, before.version, ended, by)
        new = {"person": change.successor, "name": change.name, "email": None}
        begun = before.entry.model_copy(update={**new, "valid": Dates(first=first, last=None)})
        self._contacts.add(self._place.municipality, begun, by)
        for asked in answers.mine(change.person):
            answers.replace(asked.occurrence.id, change.person, by, change.successor)

    def _sheet(self, folder: Path, name: str) -> Path:
        return folder / f"{self._place.files}-{name}.csv"
