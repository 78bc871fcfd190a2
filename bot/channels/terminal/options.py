"""Options that several commands share. Help texts are keys of the catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

Municipality = Annotated[str | None, typer.Option("--municipality", "-m", help="help-municipality")]
OnlyMunicipality = Annotated[
    str | None, typer.Option("--municipality", "-m", help="help-only-municipality")
]
AsJson = Annotated[bool, typer.Option("--json", help="help-json")]

Place = Annotated[str | None, typer.Option("--municipality", "-m", help="help-place")]
OnlyActivities = Annotated[
    str | None, typer.Option("--municipality", "-m", help="help-only-activities")
]
Unit = Annotated[str | None, typer.Option("--unit", "-u", help="help-record-unit")]
Kind = Annotated[str | None, typer.Option("--kind", "-k", help="help-record-kind")]
Title = Annotated[str | None, typer.Option("--title", help="help-record-title")]
First = Annotated[str | None, typer.Option("--first", metavar="DATE", help="help-record-first")]
Last = Annotated[str | None, typer.Option("--last", metavar="DATE", help="help-record-last")]
Participants = Annotated[
    str | None, typer.Option("--participants", metavar="NUMBER", help="help-record-participants")
]
Young = Annotated[str | None, typer.Option("--young", metavar="NUMBER", help="help-record-young")]
Cost = Annotated[str | None, typer.Option("--cost", metavar="AMOUNT", help="help-record-cost")]
Funding = Annotated[
    list[str] | None,
    typer.Option("--funding", metavar="SOURCE=AMOUNT[:NAME]", help="help-record-funding"),
]
Partner = Annotated[list[str] | None, typer.Option("--partner", help="help-record-partner")]
Towns = Annotated[str | None, typer.Option("--towns", help="help-record-towns")]
Country = Annotated[list[str] | None, typer.Option("--country", help="help-record-country")]
Agreement = Annotated[str | None, typer.Option("--agreement", help="help-record-agreement")]
Done = Annotated[str | None, typer.Option("--done", help="help-record-done")]
Effects = Annotated[str | None, typer.Option("--effects", help="help-record-effects")]
Goal = Annotated[
    list[str] | None, typer.Option("--goal", metavar="NUMBER", help="help-record-goal")
]
Link = Annotated[str | None, typer.Option("--link", metavar="URL", help="help-record-link")]
Reason = Annotated[str | None, typer.Option("--reason", help="help-record-reason")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="help-record-yes")]
Number = Annotated[int, typer.Argument(help="help-record-number", metavar="NUMBER")]
