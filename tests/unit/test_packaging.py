"""What can be checked of the packaging where no container engine runs."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from bot.settings import BotSettings
from knowledge.settings import PACKAGED_MODEL

ROOT = Path(__file__).parents[2]

NOT_OURS = {"HF_HOME", "HF_HUB_OFFLINE", "PATH", "PYTHONDONTWRITEBYTECODE"}
"""Variables of the image that Python and the model's library read."""


def _text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.fixture(scope="module")
def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's instructions with their arguments, continued lines joined."""
    joined = re.sub(r"\\\n\s*", "", re.sub(r"^#.*\n", "", _text("Dockerfile"), flags=re.M))
    lines = [line.split(maxsplit=1) for line in joined.splitlines() if line.strip()]
    return [(name, arguments) for name, arguments in lines]


@pytest.fixture(scope="module")
def final(instructions: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The instructions of the last stage."""
    last = max(place for place, (name, _) in enumerate(instructions) if name == "FROM")
    return instructions[last:]


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(_text("compose.yaml"))
    return loaded


@pytest.fixture(scope="module")
def pins() -> dict[str, str]:
    lines = _text("constraints.txt").splitlines()
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines)
    return {canonicalize_name(name): version for name, version in (x.split("==") for x in lines)}


def _ignored(path: str) -> bool:
    """Whether .dockerignore, which names what is let through, keeps a path out."""
    return f"!{path}" not in _text(".dockerignore").splitlines()


def test_the_image_is_built_in_two_stages(instructions: list[tuple[str, str]]) -> None:
    stages = [arguments for name, arguments in instructions if name == "FROM"]

    assert stages == ["python:3.11-slim AS build", "python:3.11-slim"]


def test_everything_copied_exists_and_reaches_the_engine(
    instructions: list[tuple[str, str]],
) -> None:
    for name, arguments in instructions:
        if name == "COPY" and "--from=" not in arguments:
            *sources, _ = arguments.split()
            assert all((ROOT / source).exists() for source in sources), arguments
            assert not any(_ignored(source) for source in sources), arguments


def test_the_image_runs_as_nobody_special(final: list[tuple[str, str]]) -> None:
    user = [arguments for name, arguments in final if name == "USER"]
    started = [place for place, (name, _) in enumerate(final) if name == "ENTRYPOINT"]

    assert user == ["policylots"]
    assert final.index(("USER", "policylots")) < started[0]


def test_the_health_check_reads_the_index(final: list[tuple[str, str]]) -> None:
    [check] = [arguments for name, arguments in final if name == "HEALTHCHECK"]

    assert check.endswith('CMD ["policylots", "documents", "--json"]')


def test_both_stages_use_the_packaged_model_unless_told(
    instructions: list[tuple[str, str]],
) -> None:
    arguments = [arguments for name, arguments in instructions if name == "ARG"]

    assert arguments == [f"EMBEDDING_MODEL={PACKAGED_MODEL}"] * 2


def test_the_image_sets_only_settings_that_exist(final: list[tuple[str, str]]) -> None:
    [variables] = [arguments for name, arguments in final if name == "ENV"]
    names = {pair.split("=")[0] for pair in variables.split()} - NOT_OURS

    assert {name.lower() for name in names} <= set(BotSettings.model_fields)


def test_compose_sets_only_settings_that_exist(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        settings = {variable.lower() for variable in service.get("environment", {})}
        assert settings <= set(BotSettings.model_fields), name


def test_compose_has_the_server_of_our_client(
    compose: dict[str, Any], pins: dict[str, str]
) -> None:
    assert compose["services"]["chroma"]["image"] == f"chromadb/chroma:{pins['chromadb']}"
    assert compose["services"]["bot"]["environment"]["CHROMA_URL"] == "http://chroma:8000"


def test_compose_names_every_volume_and_keeps_roots_read_only(compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        assert service["read_only"]
        named = {volume.split(":")[0] for volume in service["volumes"]}
        assert {name for name in named if name.isalpha()} <= set(compose["volumes"])


def test_images_come_from_the_default_registry(
    compose: dict[str, Any], instructions: list[tuple[str, str]]
) -> None:
    images = [service["image"] for service in compose["services"].values()]
    images += [arguments.split()[0] for name, arguments in instructions if name == "FROM"]

    assert not [image for image in images if "." in image.split("/")[0].split(":")[0]]


def test_every_requirement_is_pinned_to_a_version_that_meets_it(pins: dict[str, str]) -> None:
    project = tomllib.loads(_text("pyproject.toml"))["project"]
    optional = project["optional-dependencies"].values()
    for line in [*project["dependencies"], *(line for group in optional for line in group)]:
        requirement = Requirement(line)
        version = pins.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement.name} is not pinned"
        assert requirement.specifier.contains(version), line


def test_torch_is_pinned_without_a_build(pins: dict[str, str]) -> None:
    assert "+" not in pins["torch"]


def test_the_command_of_continuous_integration_can_be_run() -> None:
    script = ROOT / ".ci" / "run"

    assert os.access(script, os.X_OK)
    assert "set -euo pipefail" in script.read_text("utf-8")
    assert "make test" in script.read_text("utf-8")


@pytest.mark.parametrize("target", ["ask", "test", "lint", "bench", "evaluate", "kill-test"])
def test_the_makefile_installs_before_it_runs(target: str) -> None:
    rule = re.search(rf"^{target}: (.*)$", _text("Makefile"), re.M)

    assert rule is not None
    assert rule[1] in {"install", "lint"}
