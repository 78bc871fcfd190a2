"""Reading the kinds of activities: the four that are shipped, or a file of the municipality's."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from bot.domain.activities.kinds import Kind
from bot.services.errors import UnusableKinds
from knowledge.model import Value

SHIPPED = "kinds.toml"
_NOT_ONE_EACH = "it holds no kind, or two with one id"


class _File(Value):
    kind: tuple[Kind, ...]


def load_kinds(path: Path | None) -> dict[str, Kind]:
    """The kinds of a TOML file by id, in its order; the shipped ones for None.

    Raises UnusableKinds for a file that cannot be read, that is not of the form of the shipped
    one, or that has no kind, or two of one id.
    """
    name = str(path or SHIPPED)
    try:
        text = (path or files("bot.services.activities").joinpath(SHIPPED)).read_text("utf-8")
        kinds = _File.model_validate(tomllib.loads(text)).kind
    except OSError as error:
        raise UnusableKinds(f"{name}: {error}", path=name, reason=str(error.strerror)) from error
    except ValidationError as error:
        raise UnusableKinds(f"{name}: {error}", path=name, reason=_first(error)) from error
    except ValueError as error:
        raise UnusableKinds(f"{name}: {error}", path=name, reason=str(error)) from error
    found = {each.id: each for each in kinds}
    if not found or len(found) < len(kinds):
        raise UnusableKinds(f"{name}: {_NOT_ONE_EACH}", path=name, reason=_NOT_ONE_EACH)
    return found


def _first(error: ValidationError) -> str:
    """Where the file differs first, and how."""
    first = error.errors()[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
