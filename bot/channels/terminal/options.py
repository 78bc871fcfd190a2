"""Options that several commands share. Help texts are keys of the catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

Municipality = Annotated[str | None, typer.Option("--municipality", "-m", help="help-municipality")]
OnlyMunicipality = Annotated[
    str | None, typer.Option("--municipality", "-m", help="help-only-municipality")
]
AsJson = Annotated[bool, typer.Option("--json", help="help-json")]
