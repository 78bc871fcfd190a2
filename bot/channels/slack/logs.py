"""Structured logs on the error stream: a line of JSON each, without secrets."""

from __future__ import annotations

import logging
import re
import sys
import threading
from collections.abc import Iterable, MutableMapping
from typing import Any, TextIO

import structlog

_log = logging.getLogger(__name__)

_SECRET = re.compile(
    r"xox[a-z]-[\w-]+|xapp-[\w-]+|xwfp-[\w-]+|https://hooks\.slack[\w.-]*/\S+"
    r"|(?<=://)[^/\s:@]*:[^/\s@]+(?=@)|(?<=[?&]ticket=)[^&\s]+"
)
"""Slack's tokens, response addresses and tickets to sockets; names with passwords in addresses."""

HIDDEN = "***"

QUIET = ("slack_sdk", "httpx", "alembic", "chromadb", "sentence_transformers")
"""Loggers that tell of each step; only their warnings matter."""

SILENT = ("slack_bolt",)
"""Loggers whose warnings are about how Bolt is set up; only their errors matter."""


def configure(secrets: Iterable[str], stream: TextIO = sys.stderr) -> None:
    """Log to ``stream`` in lines of JSON; ``secrets`` never appear in them, nor anything that
    looks like a token. The level is fixed: below it, libraries log whole payloads.
    """
    hidden = tuple(secret for secret in secrets if secret)

    def hide(_logger: object, _name: str, event: MutableMapping[str, Any]) -> Any:
        return {key: _hidden(value, hidden) for key, value in event.items()}

    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ExtraAdder(),
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            hide,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in SILENT:
        logging.getLogger(name).setLevel(logging.ERROR)
    logging.captureWarnings(True)
    threading.excepthook = _tell_of_thread


def _tell_of_thread(end: threading.ExceptHookArgs) -> None:
    """A thread ended by an exception; Python would write it down with all secrets in it."""
    name = end.thread.name if end.thread else ""
    _log.error("thread %s ended", name, exc_info=end.exc_value)


def _hidden(value: object, secrets: tuple[str, ...]) -> object:
    if not isinstance(value, str):
        return (
            value if isinstance(value, int | float | bool | None) else _hidden(str(value), secrets)
        )
    for secret in secrets:
        value = value.replace(secret, HIDDEN)
    return _SECRET.sub(HIDDEN, value)
