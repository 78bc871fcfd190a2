"""What the documentation names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from bot.channels.terminal.entry import commands
from bot.settings import BotSettings

ROOT = Path(__file__).parents[2]

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.joinpath("docs").rglob("*.md")])

_LINK = re.compile(r"\[[^\]]*\]\(\s*<?([^)\s>]+)")
_CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.MULTILINE | re.DOTALL)


def code_of(page: Path) -> str:
    """The page's code, in blocks and in lines."""
    return "\n".join(_CODE.findall(page.read_text("utf-8")))


def targets() -> set[str]:
    return set(re.findall(r"^([a-z][\w-]*):", ROOT.joinpath("Makefile").read_text("utf-8"), re.M))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_relative_link_leads_to_a_file(page: Path) -> None:
    links = [link for link in _LINK.findall(page.read_text("utf-8")) if ":" not in link]
    files = [link.partition("#")[0] for link in links]
    assert [file for file in files if file and not (page.parent / file).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_named_is_one(page: Path) -> None:
    named = set(re.findall(r"(?:^|[`\s;&])make ([a-z][a-z-]*)", code_of(page)))
    assert named <= targets()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_named_is_one(page: Path) -> None:
    group = typer.main.get_command(commands())
    known = set(getattr(group, "commands", {}))
    assert "ask" in known
    named = set(re.findall(r"(?:^|[`\s;&])policylots ([a-z][a-z-]*)", code_of(page)))
    assert named <= known


@pytest.mark.parametrize("name", BotSettings.model_fields)
def test_every_setting_is_documented(name: str) -> None:
    pages = [ROOT / "README.md", ROOT / ".env.example"]
    text = "\n".join(page.read_text("utf-8") for page in pages if page.exists())
    assert re.search(rf"\b{name.upper()}\b", text)
