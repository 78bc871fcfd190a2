"""``python -m tools.slack_local``: opens the port for the browser and goes into the namespace.

The port is opened before, since a socket stays in the namespace that it was made in.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import sys
from pathlib import Path

LOCAL_SLACK = Path(__file__).parent / "node_modules/local-slack-linux-x64/bin/local-slack"
NEEDED = {"unshare": "util-linux", "ip": "iproute2"}


def main() -> None:
    """Never returns: this process becomes ``tools.slack_local.inside``."""
    parser = argparse.ArgumentParser(prog="python -m tools.slack_local", description=__doc__)
    parser.add_argument("--port", type=int, default=3000, help="where the page is, on 127.0.0.1")
    parser.add_argument(
        "bot",
        nargs="*",
        default=[str(Path(sys.executable).with_name("policylots")), "slack"],
        help="what is run as the assistant",
    )
    arguments = parser.parse_args()
    _check()
    try:
        listener = socket.create_server(("127.0.0.1", arguments.port))
    except OSError as error:
        sys.exit(f"Port {arguments.port} of 127.0.0.1 cannot be had: {error.strerror}")
    listener.set_inheritable(True)
    alone = ["--net"] if os.geteuid() == 0 else ["--user", "--map-root-user", "--net"]
    inside = [sys.executable, "-m", "tools.slack_local.inside"]
    values = [str(LOCAL_SLACK), str(listener.fileno()), str(arguments.port), *arguments.bot]
    os.execvp("unshare", ["unshare", *alone, *inside, *values])  # noqa: S606, S607 - no shell


def _check() -> None:
    if not LOCAL_SLACK.exists():
        sys.exit(f"local-slack is not there; npm ci --prefix {LOCAL_SLACK.parents[3]} installs it.")
    for program, package in NEEDED.items():
        if not shutil.which(program):
            sys.exit(f"{program} is needed (on Debian in the package {package}).")


if __name__ == "__main__":
    main()
