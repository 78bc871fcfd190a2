"""No test reaches beyond this machine, and no unit test beyond its process."""

from __future__ import annotations

import ipaddress
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.chroma_server import serving

# No test fails over a time.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

UNIT_TESTS = Path(__file__).parent / "unit"

_within_reach = {"loopback": True}


def _is_loopback(host: object) -> bool:
    if host in {None, "", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


def _watch(event: str, details: tuple[Any, ...]) -> None:
    """An audit hook: it also sees what libraries do with sockets of their own."""
    if event == "socket.connect":
        address = details[1]
        if isinstance(address, str | bytes):
            return
        host = address[0]
    elif event == "socket.getaddrinfo":
        host = details[0]
    else:
        return
    if not (_within_reach["loopback"] and _is_loopback(host)):
        pytest.fail(f"a connection to {host} was tried")


sys.addaudithook(_watch)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Which tests stay together when they are divided among processes: those of a module, and of
    the Slack scenarios those with the same running bot.
    """
    for item in items:
        item.add_marker(pytest.mark.xdist_group(_company(item)))


def _company(item: pytest.Item) -> str:
    parameters = getattr(item, "callspec", None)
    bots = {"running", "impatient", "reminding"} & set(parameters.params if parameters else ())
    together = [f"{bot}-{parameters.params[bot]}" for bot in bots if parameters]
    return together[0] if together else item.nodeid.partition("::")[0]


@pytest.fixture(autouse=True)
def network(request: pytest.FixtureRequest) -> Iterator[None]:
    _within_reach["loopback"] = UNIT_TESTS not in request.path.parents
    yield
    _within_reach["loopback"] = True


@pytest.fixture(scope="session")
def chroma_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Chroma server."""
    with serving(tmp_path_factory.mktemp("server")) as address:
        yield address
