"""`policylots index`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.channels.terminal.session import Session, session_of

if TYPE_CHECKING:
    from bot.services.indexing import IndexingReport

NOTHING_INDEXED, SOME_LEFT_OUT = 1, 2


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("index", help="help-index")(index)


def index(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="help-index-paths", metavar="[PATH]...", show_default=False),
    ] = None,
) -> int:
    """Index files and folders; the exit code tells whether all of them came along."""
    from bot.channels.terminal.progress import IndexingBar

    session = session_of(context)
    with IndexingBar(session.err, session.language) as bar:
        report = session.application.index(paths or (), bar)
    _show(report, session)
    if not report.documents:
        return NOTHING_INDEXED
    return SOME_LEFT_OUT if report.left_out else 0


def _show(report: IndexingReport, session: Session) -> None:
    if report.documents:
        session.out.print(_summary(report, session), soft_wrap=True, markup=False)
    else:
        session.tell(session.say("index-nothing"))
    if report.skipped:
        session.tell(session.say("index-skipped", count=report.skipped))
    if report.left_out:
        session.tell(session.say("index-left-out"))
    for left in report.left_out:
        session.tell(f"  {left.path}: {session.say(left.reason, **left.details)}")


def _summary(report: IndexingReport, session: Session) -> str:
    sizes = {
        "documents": report.documents,
        "sections": report.sections,
        "passages": report.passages,
    }
    if not report.published:
        return session.say("index-unchanged", **sizes)
    return session.say(
        "indexed",
        **sizes,
        embedded=report.embedded,
        reused=report.reused,
        removed=len(report.removed),
        seconds=f"{report.seconds:.1f}",
    )
