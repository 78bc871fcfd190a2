"""Files that coordinators have the command read into the database of the running bot."""

from __future__ import annotations

from pathlib import Path

from tests.end_to_end import warm
from tests.end_to_end.slack.town import Town


def written(folder: Path, name: str, *lines: str) -> str:
    """The path of a new file with these lines."""
    path = folder / name
    path.write_text("\n".join(lines), "utf-8")
    return str(path)


def read_in(town: Town, *arguments: str, code: int = 0, module: str | None = None) -> str:
    """What ``policylots``, or a module that is like it, tells with these arguments; it has to end
    with this code.
    """
    done = warm.run(arguments, town.bot.environment, town.bot.folder, module=module)
    told = done.stdout + done.stderr
    assert done.returncode == code, told
    return told
