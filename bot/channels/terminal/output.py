"""Files that commands write: whole or not at all, and never over another one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from bot.services.errors import OutputExists, UnwritableOutput

FOR_ALL, FOR_OWNER = 0o666, 0o600
"""Who may read a file, as far as the process's umask lets them."""


def write_new(path: Path, parts: Iterable[bytes], mode: int = FOR_ALL) -> None:
    """Write a file that is not there yet. Raises OutputExists and UnwritableOutput."""
    try:
        file = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb")
    except FileExistsError as error:
        raise OutputExists(f"{path} is there", path=str(path)) from error
    except OSError as error:
        raise UnwritableOutput(f"{path}: {error}", path=str(path)) from error
    try:
        with file:
            file.writelines(parts)
    except BaseException as error:
        path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise UnwritableOutput(f"{path}: {error}", path=str(path)) from error
        raise


def folder_for(path: Path) -> Path:
    """A folder for several files, made if it is not there. Raises UnwritableOutput."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableOutput(f"{path}: {error}", path=str(path)) from error
    return path


def require_free(paths: Iterable[Path]) -> None:
    """Raises OutputExists if any of them is there, before the first is written."""
    for path in paths:
        if path.exists():
            raise OutputExists(f"{path} is there", path=str(path))
