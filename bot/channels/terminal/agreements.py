"""`policylots agreements`: the register of agreements and memberships.

One module: a function of a few lines for each of its eight commands.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import uuid4

import typer

from bot.channels.terminal import options
from bot.channels.terminal.agreement_options import AgreementNumber, StatedAgreement
from bot.channels.terminal.import_steps import (
    DONE,
    NOT_DONE,
    known_place,
    not_agreed,
    show_problems,
)
from bot.channels.terminal.options import AsJson
from bot.channels.terminal.session import Session, session_of
from bot.channels.terminal.stated import taking_stated
from bot.channels.terminal.stated_cells import Cells, ask_missing, row_of, unusable
from bot.channels.terminal.usage import WrongUsage

if TYPE_CHECKING:
    from bot.channels.terminal.desk import Desk
    from bot.domain.agreements import Agreement, AgreementContent
    from bot.services.agreements.importing import AgreementPlan
    from bot.services.agreements.standing import Standing
    from bot.services.agreements.wording import AgreementNames


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="help-agreements")
    for name, command in (
        ("list", list_agreements),
        ("show", show),
        ("add", taking_stated(add)),
        ("change", taking_stated(change)),
        ("end", end),
        ("import", import_file),
        ("export", export),
        ("rules", rules),
    ):
        group.command(name, help=f"help-agreements-{name}")(command)
    app.add_typer(group, name="agreements")


def list_agreements(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(help="help-agreements-words", metavar="WORDS", show_default=False),
    ] = None,
    municipality: options.Place = None,
    as_json: AsJson = False,
) -> None:
    """List agreements, what falls due first on top."""
    from bot.channels.terminal.agreement_cards import agreements_table, warned_lines
    from bot.services.agreements.filters import AgreementFilter, read_filter

    session = session_of(context)
    with session.desk() as desk:
        place = known_place(session, desk.municipality(municipality))
        wanted = read_filter(" ".join(words or ()), desk.records.all_units(place))
        found = desk.agreements.listed(place, wanted)
        if as_json:
            session.write_rows(found)
        elif not found:
            everything = desk.agreements.listed(place, AgreementFilter(ended=False))
            key = "agreements-none-found" if everything else "agreements-none"
            session.show_text(key, municipality=place, count=len(everything))
        else:
            names = _names(session, desk, place)
            session.out.print(agreements_table(found, names))
            for line in warned_lines(found, names):
                session.show(line)
            warned = sum(bool(each.warnings) for each in found)
            session.tell(session.say("agreements-count", count=len(found), warned=warned))


def show(
    context: typer.Context,
    number: AgreementNumber,
    history: Annotated[bool, typer.Option("--history", help="help-agreements-history")] = False,
    as_json: AsJson = False,
) -> None:
    """Show one agreement, with what is wrong and what falls due."""
    from bot.channels.terminal.agreement_cards import history_lines

    session = session_of(context)
    with session.desk() as desk:
        standing = desk.agreements.standing(desk.agreements.find(number))
        changes = desk.agreements.history(number, desk.person) if history else []
        if as_json and history:
            session.write_rows(changes)
        elif as_json:
            session.write(standing.model_dump_json())
        else:
            _show(session, desk, standing)
            names = _names(session, desk, standing.agreement.municipality)
            for line in history_lines(names.history(changes, standing.agreement.content)):
                session.show(line)


def add(
    context: typer.Context,
    municipality: options.Place = None,
    *,
    stated: StatedAgreement,
) -> int:
    """Add an agreement; at a terminal, what is needed and not given is asked for."""
    from bot.services.agreements.rows import NEEDED

    session = session_of(context)
    cells = stated.cells()
    with session.desk() as desk:
        place = known_place(session, desk.municipality(municipality))
        ask_missing(session, cells, NEEDED, "agreement")
        content = _content(session, desk, place, cells)
        made = desk.agreements.add(f"terminal:{uuid4().hex}", place, content, desk.person)
        _receipt(session, desk, made, "agreement-added")
        return DONE


def change(
    context: typer.Context,
    number: AgreementNumber,
    *,
    stated: StatedAgreement,
) -> int:
    """Change an agreement; what is not given stays."""
    from bot.services.agreements.rows import cells_of

    session = session_of(context)
    with session.desk() as desk:
        now = desk.agreements.find(number)
        cells = {**cells_of(now.content), **stated.cells()}
        content = _content(session, desk, now.municipality, cells, now.content.owner)
        changed = desk.agreements.change(number, now.version, content, desk.person)
        is_same = changed.version == now.version
        _receipt(session, desk, changed, "agreement-unchanged" if is_same else "agreement-changed")
        return DONE


def end(
    context: typer.Context,
    number: AgreementNumber,
    reason: Annotated[str, typer.Option("--reason", help="help-agreement-reason")] = "",
    yes: options.Yes = False,
) -> int:
    """End an agreement: it stays in the register, and nothing falls due."""
    session = session_of(context)
    with session.desk() as desk:
        now = desk.agreements.find(number)
        if not yes:
            _show(session, desk, desk.agreements.standing(now))
            if not session.is_interactive:
                raise WrongUsage(session.say("usage-yes-missing"))
            if not session.confirms(session.say("agreement-confirm-end")):
                session.tell(session.say("record-not-changed"))
                return NOT_DONE
        ended = desk.agreements.end(number, now.version, desk.person, reason)
        session.show_text("agreement-ended", number=str(number), name=ended.content.name)
        return DONE


def import_file(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="help-agreement-file")],
    municipality: options.Place = None,
    yes: options.Yes = False,
) -> int:
    """Import agreements: first what would happen, then all of it or nothing."""
    from bot.files.reading import read_sheet

    session = session_of(context)
    with session.desk() as desk:
        place = known_place(session, desk.municipality(municipality))
        plan = desk.agreement_importing.plan(read_sheet(file), place, desk.person)
        _show_plan(session, plan)
        if plan.problems:
            session.tell(session.say("agreements-nothing-stored"))
            return NOT_DONE
        if not plan.new:
            return DONE
        question = session.say("agreements-import-confirm", count=len(plan.new))
        code = not_agreed(session, question, yes=yes)
        if code is not None:
            return code
        stored = desk.agreement_importing.carry_out(plan, desk.person)
        counts = {"new": len(stored), "known": len(plan.known)}
        session.show_text("agreements-imported", **counts)
        return DONE


def export(
    context: typer.Context,
    municipality: options.Place = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="help-agreement-output")
    ] = None,
    with_ended: Annotated[
        bool, typer.Option("--with-ended", help="help-agreement-with-ended")
    ] = False,
) -> None:
    """Write the agreements as CSV that an import reads."""
    from bot.channels.terminal.output import write_new
    from bot.files.agreements import agreements_csv
    from bot.services.agreements.filters import AgreementFilter

    session = session_of(context)
    with session.desk() as desk:
        place = known_place(session, desk.municipality(municipality))
        wanted = AgreementFilter(ended=False if with_ended else None)
        found = [each.agreement for each in desk.agreements.listed(place, wanted)]
        written = agreements_csv(found, desk.records.all_units(place), session.language)
        if output is None:
            session.write(written.decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n"))
        else:
            write_new(output, [written])
            session.show_text("written", path=str(output))


def rules(
    context: typer.Context, municipality: options.Place = None, as_json: AsJson = False
) -> None:
    """Show what the municipality's documents demand of agreements."""
    from bot.channels.terminal.cards import citation_lines

    session = session_of(context)
    with session.desk() as desk:
        place = known_place(session, desk.municipality(municipality))
        found = desk.agreements.rules(place)
        if as_json:
            session.write_rows(found)
            return
        if not found:
            session.show_text("agreements-rules-none", municipality=place)
        names = _names(session, desk, place)
        for rule in found:
            session.show(names.rule(rule))
            for line in citation_lines(rule.citation, session.language):
                session.show(f"  {line}")


def _content(
    session: Session,
    desk: Desk,
    place: str,
    cells: Cells,
    kept: str | None = None,
) -> AgreementContent:
    """What the options state. Raises WrongUsage with all that is wrong."""
    from bot.services.agreements.rows import NAMES, AgreementReader

    row = row_of({column: text for column, text in cells.items() if text}, NAMES)
    content = AgreementReader(desk.records.all_units(place), kept).content(row)
    if content is None:
        raise unusable(session, row)
    return content


def _show(session: Session, desk: Desk, standing: Standing) -> None:
    from bot.channels.terminal.agreement_cards import standing_lines
    from bot.channels.terminal.cards import fields_table

    agreement = standing.agreement
    names = _names(session, desk, agreement.municipality)
    heading = session.say(
        "agreement-heading",
        number=str(agreement.id),
        municipality=agreement.municipality,
        status=names.status(agreement, desk.today),
    )
    session.out.print(heading, markup=False)
    session.out.print(fields_table(names.fields(agreement.content)))
    for line in standing_lines(standing, names):
        session.show(line)


def _receipt(session: Session, desk: Desk, agreement: Agreement, key: str) -> None:
    session.show_text(key, number=str(agreement.id), name=agreement.content.name)
    _show(session, desk, desk.agreements.standing(agreement))


def _show_plan(session: Session, plan: AgreementPlan) -> None:
    counts = {"good": len(plan.new), "known": len(plan.known)}
    session.show_text("agreements-import-plan", municipality=plan.municipality, **counts)
    show_problems(session, plan.problems)


def _names(session: Session, desk: Desk, place: str) -> AgreementNames:
    from bot.services.agreements.wording import AgreementNames

    return AgreementNames(session.language, desk.records.all_units(place))
