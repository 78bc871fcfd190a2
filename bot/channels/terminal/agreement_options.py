"""The options that state an agreement, which two commands take. Help texts are keys of the
catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from bot.channels.terminal.stated_cells import StatedCells

Name = Annotated[str | None, typer.Option("--name", help="help-agreement-name")]
Kind = Annotated[str | None, typer.Option("--kind", "-k", help="help-agreement-kind")]
Partner = Annotated[str | None, typer.Option("--partner", help="help-agreement-partner")]
Town = Annotated[str | None, typer.Option("--town", help="help-agreement-town")]
Country = Annotated[str | None, typer.Option("--country", help="help-agreement-country")]
First = Annotated[str | None, typer.Option("--first", metavar="DATE", help="help-agreement-first")]
Last = Annotated[str | None, typer.Option("--last", metavar="DATE", help="help-agreement-last")]
Notice = Annotated[
    str | None, typer.Option("--notice", metavar="MONTHS|DATE", help="help-agreement-notice")
]
NextEvaluation = Annotated[
    str | None,
    typer.Option("--next-evaluation", metavar="DATE", help="help-agreement-next-evaluation"),
]
LastEvaluation = Annotated[
    str | None,
    typer.Option("--last-evaluation", metavar="DATE", help="help-agreement-last-evaluation"),
]
Owner = Annotated[str | None, typer.Option("--owner", "-u", help="help-agreement-owner")]
Responsible = Annotated[
    str | None, typer.Option("--responsible", help="help-agreement-responsible")
]
Link = Annotated[str | None, typer.Option("--link", metavar="URL", help="help-record-link")]
Note = Annotated[str | None, typer.Option("--note", help="help-agreement-note")]
AgreementNumber = Annotated[int, typer.Argument(help="help-agreement-number", metavar="NUMBER")]


@dataclass(frozen=True, kw_only=True)
class StatedAgreement(StatedCells):
    """What was given of each; None for what was not."""

    name: Name = None
    kind: Kind = None
    partner: Partner = None
    town: Town = None
    country: Country = None
    first: First = None
    last: Last = None
    notice: Notice = None
    next_evaluation: NextEvaluation = None
    last_evaluation: LastEvaluation = None
    owner: Owner = None
    responsible: Responsible = None
    link: Link = None
    note: Note = None
