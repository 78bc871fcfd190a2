"""Files of JSON lines, read whole and checked before anything is done with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from bot.services.errors import BadLine, UnreadableInput

Line = TypeVar("Line", bound=BaseModel)


def read_lines(path: Path, read: Callable[[str], Line]) -> list[Line]:
    """The lines of a UTF-8 file in order, empty ones left out, each made by ``read`` of its JSON.

    Raises UnreadableInput, and BadLine for the first line that ``read`` cannot take.
    """
    try:
        written = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"{path}: {error}", path=str(path)) from error
    found = []
    for number, line in enumerate(written.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found.append(read(line))
        except ValidationError as error:
            reason = _reason(error)
            raise BadLine(
                f"{path}:{number}: {error}", path=str(path), line=str(number), **reason
            ) from error
    return found


def _reason(error: ValidationError) -> dict[str, str]:
    """A catalogue key, and the field at fault where there is one."""
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        return {"reason": "reason-not-json"}
    if not first["loc"]:
        return {"reason": "reason-not-object"}
    field = str(first["loc"][0])
    missing = first["type"] in {"missing", "string_pattern_mismatch"}
    return {"reason": "reason-no-field" if missing else "reason-bad-field", "field": field}
