"""The arguments of a Web API call, whichever way they came.

https://docs.slack.dev/apis/web-api/#post-bodies
"""

from __future__ import annotations

import json
from typing import Any, Final

from aiohttp import web

from tests.fakes.slack.records import Payload
from tests.fakes.slack.workspace import Refused

#: Arguments that are JSON inside a form or a query.
_JSON: Final = {
    "attachments",
    "blocks",
    "files",
    "loading_messages",
    "metadata",
    "prompts",
    "view",
}
_MALFORMED: Final = {
    "blocks": "invalid_blocks_format",
    "attachments": "invalid_attachments",
    "metadata": "invalid_metadata_format",
}


async def read_arguments(request: web.Request) -> tuple[Payload, str]:
    """The arguments with the way they came: json, form, multipart, query or none.

    Raises Refused for a body that is not of its type.
    """
    arguments: Payload = dict(request.query)
    body = await request.read()
    kind = request.content_type
    if not body:
        return arguments, "query" if arguments else "none"
    if kind == "application/json":
        return arguments | _from_json(body), "json"
    if kind in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        form = await request.post()
        arguments |= {key: value for key, value in form.items() if isinstance(value, str)}
        return arguments, "form" if kind.startswith("application") else "multipart"
    raise Refused("invalid_post_type")


def _from_json(body: bytes) -> Payload:
    try:
        content = json.loads(body)
    except ValueError as error:
        raise Refused("invalid_json") from error
    if not isinstance(content, dict):
        raise Refused("json_not_object")
    return content


class Arguments:
    """The arguments as a method asks for them; each raises Refused when it is not so."""

    def __init__(self, given: Payload) -> None:
        self.given = {
            key: _decoded(key, value) for key, value in given.items() if value is not None
        }

    def text(self, name: str, default: str = "") -> str:
        value = self.given.get(name, default)
        if isinstance(value, dict | list):
            raise Refused("invalid_arguments", response_metadata=_message(name, "must be a string"))
        return str(value)

    def required(self, *names: str) -> tuple[str, ...]:
        """Several texts that must be there."""
        missing = [name for name in names if self.given.get(name) in (None, "")]
        if missing:
            lines = [f"[ERROR] missing required field: {name}" for name in missing]
            raise Refused("invalid_arguments", response_metadata={"messages": lines})
        return tuple(self.text(name) for name in names)

    def value(self, name: str) -> Any:
        """The argument as JSON holds it; None when it was not given."""
        return self.given.get(name)

    def flag(self, name: str) -> bool:
        return self.given.get(name) in (True, 1, "1", "true", "True")

    def number(self, name: str, default: int, most: int) -> int:
        value = self.given.get(name)
        if value in (None, "", "0", 0):
            return default
        try:
            return max(1, min(int(value), most))
        except (TypeError, ValueError) as error:
            raise Refused(
                "invalid_arguments", response_metadata=_message(name, "no int")
            ) from error


def _message(name: str, problem: str) -> Payload:
    return {"messages": [f"[ERROR] {problem} [json-pointer:/{name}]"]}


def _decoded(name: str, value: Any) -> Any:
    if name not in _JSON or not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError as error:
        raise Refused(_MALFORMED.get(name, "invalid_arguments")) from error
