"""`policylots documents`, `sections`, `definitions`, `duties`, `actions` and `glossary`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from bot.channels.terminal.options import AsJson, OnlyMunicipality
from bot.channels.terminal.session import Session, session_of

if TYPE_CHECKING:
    from rich.table import Table

    from bot.services.glossary import GlossaryPage
    from knowledge.catalog import SqliteCatalog
    from knowledge.model import Value

Row = TypeVar("Row", bound="Value")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (documents, sections, definitions, duties, actions, glossary):
        app.command(command.__name__, help=f"help-{command.__name__}")(command)


def documents(context: typer.Context, as_json: AsJson = False) -> None:
    """List the documents."""
    from bot.channels.terminal.tables import documents_table
    from bot.services.listing import list_documents

    session = session_of(context)
    rows = list_documents(session.application.catalog())
    _show(session, rows, documents_table, as_json=as_json)


def sections(
    context: typer.Context,
    document: Annotated[str, typer.Argument(help="help-sections-document")],
    as_json: AsJson = False,
) -> None:
    """List one document's sections."""
    from bot.channels.terminal.tables import sections_table
    from bot.services.listing import list_sections
    from bot.services.places import document_named

    session = session_of(context)
    found = document_named(document, session.application.catalog().documents())
    if not as_json:
        session.out.print(f"{found.municipality} · {found.title}", markup=False)
    _show(session, list_sections(found), sections_table, as_json=as_json)


def definitions(
    context: typer.Context, municipality: OnlyMunicipality = None, as_json: AsJson = False
) -> None:
    """List the terms that documents describe."""
    from bot.channels.terminal.tables import definitions_table
    from bot.services.listing import list_definitions

    session = session_of(context)
    catalog = session.application.catalog()
    rows = list_definitions(catalog, _only(municipality, catalog))
    _show(session, rows, definitions_table, as_json=as_json)


def duties(
    context: typer.Context,
    who: Annotated[str | None, typer.Option("--who", help="help-duties-who")] = None,
    municipality: OnlyMunicipality = None,
    as_json: AsJson = False,
) -> None:
    """List who does what."""
    from bot.channels.terminal.tables import duties_table
    from bot.services.listing import list_duties

    session = session_of(context)
    catalog = session.application.catalog()
    rows = list_duties(catalog, who, _only(municipality, catalog))
    _show(session, rows, duties_table, as_json=as_json)


def actions(
    context: typer.Context, municipality: OnlyMunicipality = None, as_json: AsJson = False
) -> None:
    """List the measures of action plans."""
    from bot.channels.terminal.tables import actions_table
    from bot.services.listing import list_actions

    session = session_of(context)
    catalog = session.application.catalog()
    rows = list_actions(catalog, _only(municipality, catalog))
    _show(session, rows, actions_table, as_json=as_json)


def glossary(
    context: typer.Context,
    term: Annotated[str, typer.Argument(help="help-glossary-term")],
    as_json: AsJson = False,
) -> None:
    """Look a term up."""
    from bot.services.glossary import look_up
    from knowledge.language.lexicon import load_lexicon

    session = session_of(context)
    page = look_up(term, load_lexicon(), session.application.catalog())
    if as_json:
        session.write(page.model_dump_json())
    else:
        _show_page(session, page)


def _show_page(session: Session, page: GlossaryPage) -> None:
    from bot.channels.terminal.tables import definitions_table, glossary_table

    if page.entries:
        session.out.print(glossary_table(page.entries, session.language))
    else:
        session.out.print(session.say("glossary-unknown", term=page.term), markup=False)
    if page.closest:
        closest = session.say("glossary-closest", terms=", ".join(page.closest))
        session.out.print(closest, markup=False)
    if page.definitions:
        session.out.print(session.say("column-explanation"), markup=False)
        session.out.print(definitions_table(page.definitions, session.language))


def _only(municipality: str | None, catalog: SqliteCatalog) -> str | None:
    from bot.services.places import municipality_named

    known = dict.fromkeys(entry.municipality for entry in catalog.entries())
    return municipality_named(municipality, list(known))


def _show(
    session: Session,
    rows: Sequence[Row],
    table: Callable[[Sequence[Row], str], Table],
    *,
    as_json: bool,
) -> None:
    if as_json:
        session.write_rows(rows)
    elif rows:
        session.out.print(table(rows, session.language))
    else:
        session.out.print(session.say("nothing-found"), markup=False)
