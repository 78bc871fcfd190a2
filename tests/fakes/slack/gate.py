"""The addresses of the server: who may call what, which fault comes first, what is noted.

https://docs.slack.dev/apis/web-api
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from typing import Any, Final

from aiohttp import web

from tests.fakes.slack.faults import Fault, Faults, rate_limited
from tests.fakes.slack.records import Call, Payload
from tests.fakes.slack.responding import use_response_url
from tests.fakes.slack.socket_delivery import SocketDelivery
from tests.fakes.slack.web_api import METHODS
from tests.fakes.slack.web_api.arguments import Arguments, read_arguments
from tests.fakes.slack.workspace import Refused, Workspace

_OPEN_SOCKET: Final = "apps.connections.open"

#: Larger than any upload of a test; aiohttp's own limit is 1 MB.
_LARGEST_BODY: Final = 64 * 1024 * 1024

#: Errors that no correct app meets, whatever people do.
_MISTAKES: Final = {
    "invalid_arguments",
    "invalid_auth",
    "missing_scope",
    "not_allowed_token_type",
    "not_authed",
    "unknown_method",
}

Answering = Callable[[], Payload]


class Gate:
    """The HTTP side of the fake; it runs in the server's loop."""

    def __init__(
        self,
        workspace: Workspace,
        faults: Faults,
        socket: SocketDelivery,
        bot_token: str,
        app_token: str,
    ) -> None:
        self._workspace = workspace
        self._faults = faults
        self._socket = socket
        self._tokens = {bot_token: "bot", app_token: "app"}
        self._posted_at: dict[str, float] = {}
        self.posts_per_second: float | None = None

    def application(self) -> web.Application:
        """A new one for each start, as aiohttp wants it."""
        application = web.Application(client_max_size=_LARGEST_BODY)
        application.router.add_route("*", "/api/{method}", self._api)
        application.router.add_post("/actions/{key}", self._respond)
        application.router.add_post("/upload/v1/{file}", self._upload)
        application.router.add_get("/link/", self._socket.connect)
        return application

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        try:
            given, transport = await read_arguments(request)
        except Refused as refused:
            given, transport = {"error": refused.code}, "malformed"
        token = _token(request, given)
        arguments = {key: value for key, value in given.items() if key != "token"}
        call = self._note(method, arguments, transport)
        if transport == "malformed":
            return self._answered(call, 200, {"ok": False, **arguments})
        return await self._through_faults(
            request, call, lambda: self._carried_out(method, token, arguments)
        )

    def _note(self, method: str, arguments: Payload, transport: str) -> Call:
        call = Call(method, arguments, transport, time.time())
        with self._workspace.changing():
            self._workspace.calls.append(call)
        return call

    def _answered(
        self, call: Call, status: int, body: Payload | str, headers: dict[str, str] | None = None
    ) -> web.Response:
        with self._workspace.changing():
            call.status = status
            call.answer = body if isinstance(body, dict) else {"ok": False, "error": body}
        scopes = {"X-OAuth-Scopes": ",".join(sorted(self._workspace.scopes))}
        if isinstance(body, dict):
            return web.json_response(body, status=status, headers=scopes | (headers or {}))
        return web.Response(text=body, status=status, headers=headers)

    async def _through_faults(
        self, request: web.Request, call: Call, carry_out: Answering
    ) -> web.StreamResponse:
        fault = self._faults.next(call.method) or self._too_fast(call)
        if fault is None:
            answer = _outcome(carry_out)
            if call.method == "response_url":
                return self._answered(call, *_of_response_url(answer))
            return self._answered(call, 200, answer)
        if fault.kind == "late":
            await self._hold(fault)
            return self._answered(call, 200, _outcome(carry_out))
        if fault.carried_out:
            call.answer = _outcome(carry_out)
        if fault.kind in {"answer", "error"}:
            return self._answered(call, fault.status, fault.body, fault.headers)
        try:
            await self._hold(fault)
        finally:
            # Also when the server stops meanwhile: nobody will ever answer it.
            self._cut(request, call)
        return web.Response()

    def _too_fast(self, call: Call) -> Fault | None:
        """About one message a second and channel.

        https://docs.slack.dev/apis/web-api/rate-limits/#overview
        """
        if self.posts_per_second is None or call.method != "chat.postMessage":
            return None
        channel, now = str(call.arguments.get("channel")), time.monotonic()
        if now - self._posted_at.get(channel, float("-inf")) < 1 / self.posts_per_second:
            return rate_limited(1)
        self._posted_at[channel] = now
        return None

    async def _hold(self, fault: Fault) -> None:
        if fault.seconds:
            self._workspace.touch()
            await asyncio.sleep(fault.seconds)

    def _cut(self, request: web.Request, call: Call) -> None:
        """Breaks the connection; a response goes nowhere."""
        with self._workspace.changing():
            call.status = 0
        if request.transport is not None:
            request.transport.abort()

    def _carried_out(self, method: str, token: str | None, arguments: Payload) -> Payload:
        try:
            return self._call(method, token, arguments)
        except Refused as refused:
            # Block Kit's problems, which come with errors, are noted one by one.
            if refused.code in _MISTAKES and "errors" not in refused.more:
                self._workspace.violate(refused.code, method, f"{refused.more}")
            raise

    def _call(self, method: str, token: str | None, arguments: Payload) -> Payload:
        if method != _OPEN_SOCKET and method not in METHODS:
            raise Refused("unknown_method", req_method=method)
        self._check_token(token, "app" if method == _OPEN_SOCKET else "bot", method)
        if method == _OPEN_SOCKET:
            return {"ok": True, "url": self._socket.new_url(self._workspace.url)}
        function, scope = METHODS[method]
        with self._workspace.changing():
            self._workspace.scopes_needed(scope)
            return function(self._workspace, Arguments(arguments))

    def _check_token(self, token: str | None, needed: str, method: str) -> None:
        if not token:
            raise Refused("not_authed")
        if token not in self._tokens:
            raise Refused("invalid_auth")
        if self._tokens[token] != needed and method != "api.test":
            raise Refused("not_allowed_token_type")

    async def _respond(self, request: web.Request) -> web.StreamResponse:
        key, content = request.match_info["key"], await _json_of(request)
        call = self._note("response_url", content, "json")
        return await self._through_faults(request, call, lambda: self._use(key, content))

    def _use(self, key: str, content: Payload) -> Payload:
        with self._workspace.changing():
            url = self._workspace.response_urls.get(key)
            if url is None:
                raise Refused("no_service")
            use_response_url(self._workspace, url, content)
        return {"ok": True}

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        file = self._workspace.files.get(request.match_info["file"])
        if file is None:
            return web.Response(status=404, text="no such upload")
        content = await _uploaded(request)
        if len(content) != file.length:
            self._workspace.violate("wrong_length", "upload", f"{len(content)} of {file.length}")
            return web.Response(status=400, text="wrong length")
        with self._workspace.changing():
            file.content = content
        return web.Response(text=f"OK - {len(content)}")


def _token(request: web.Request, given: Payload) -> str | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme == "Bearer" else given.get("token")


def _outcome(carry_out: Answering) -> Payload:
    try:
        return carry_out()
    except Refused as refused:
        return refused.answer()


def _of_response_url(answer: Payload) -> tuple[int, Payload | str]:
    """Unlike the Web API it has no 200 for errors, and says of content no more than a word.

    https://github.com/slackapi/java-slack-sdk/issues/1017
    """
    if answer.get("ok"):
        return 200, answer
    if answer["error"] in {"used_url", "expired_url", "no_service"}:
        return 404, answer
    return 400, str(answer["error"])


async def _json_of(request: web.Request) -> Payload:
    content: Any = json.loads(await request.read())
    return content if isinstance(content, dict) else {}


async def _uploaded(request: web.Request) -> bytes:
    """The file's bytes, alone or as the one file of a form."""
    if request.content_type != "multipart/form-data":
        return await request.read()
    for value in (await request.post()).values():
        if isinstance(value, web.FileField):
            return value.file.read()
    return b""
