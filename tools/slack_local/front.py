"""What stands between the assistant and local-slack, and makes up for what local-slack lacks."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType, web

from tools.slack_local.drawing import drawn, drawn_view, filled, spoken

FOR_US = ("locale", "is_restricted")
"""What people in the workspace's file have that local-slack does not tell of."""

_SENT_BACK = frozenset(("host", "content-length", "transfer-encoding", "content-encoding"))


class Front:
    """Serves the Web API, Socket Mode and response URLs on ``address``, out of local-slack's.

    ``workspace`` is the file that local-slack was started with, with the members of user groups by
    their ids under ``usergroups``. Both addresses are like ``http://localhost:3000``.
    """

    def __init__(self, workspace: Mapping[str, Any], address: str, local_slack: str) -> None:
        self._groups = workspace.get("usergroups", {})
        self._people = {person["id"]: person for person in workspace["users"]}
        self._address = address
        self._local_slack = local_slack

    async def start(self, host: str, port: int) -> web.AppRunner:
        """Begin to serve; whoever started it cleans up the runner."""
        app = web.Application(client_max_size=64 * 1024**2)
        app.cleanup_ctx.append(self._with_session)
        app.router.add_route("*", "/api/usergroups.users.list", self._members)
        app.router.add_route("*", "/api/assistant.threads.{method}", self._nothing_to_do)
        app.router.add_route("*", "/api/{method}", self._method)
        app.router.add_post("/_hooks/{rest:.*}", self._response_url)
        app.router.add_get("/socket/{connection}", self._socket)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, host, port).start()
        return runner

    async def _with_session(self, _app: web.Application) -> Any:
        async with ClientSession() as self._session:
            yield

    async def _members(self, request: web.Request) -> web.Response:
        arguments = {**request.query, **await request.post()}
        members = self._groups.get(arguments.get("usergroup"))
        if members is None:
            return web.json_response({"ok": False, "error": "no_such_subteam"})
        return web.json_response({"ok": True, "users": members})

    async def _nothing_to_do(self, _request: web.Request) -> web.Response:
        """The status and the suggested prompts have no place in local-slack's page."""
        return web.json_response({"ok": True})

    async def _method(self, request: web.Request) -> web.Response:
        answer = json.loads(await self._asked(request))
        if "url" in answer:
            answer["url"] = self._towards_us(answer["url"])
        user = answer.get("user")
        if isinstance(user, dict):
            known = self._people.get(user["id"], {})
            user.update({name: known[name] for name in FOR_US if name in known})
        return web.json_response(answer)

    async def _response_url(self, request: web.Request) -> web.Response:
        return web.Response(body=await self._asked(request))

    async def _asked(self, request: web.Request) -> bytes:
        """What local-slack answers to the same request, with what it is to show drawn."""
        body = await request.read()
        if body and request.content_type == "application/json":
            body = json.dumps(_drawn(json.loads(body))).encode()
        headers = {
            name: value for name, value in request.headers.items() if name.lower() not in _SENT_BACK
        }
        target = f"{self._local_slack}{request.path_qs}"
        async with self._session.request(
            request.method, target, data=body, headers=headers
        ) as answer:
            return await answer.read()

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        ours = web.WebSocketResponse()
        await ours.prepare(request)
        target = f"{self._local_slack}{request.path}".replace("http", "ws", 1)
        async with self._session.ws_connect(target) as theirs:
            incoming = asyncio.create_task(self._delivered(theirs, ours))
            async for message in ours:
                if message.type is WSMsgType.TEXT:
                    await theirs.send_str(message.data)
            incoming.cancel()
        return ours

    async def _delivered(
        self, theirs: ClientWebSocketResponse, ours: web.WebSocketResponse
    ) -> None:
        async for message in theirs:
            envelope = json.loads(self._towards_us(message.data))
            payload = envelope.get("payload", {})
            if payload.get("type") == "view_submission":
                payload["view"] = filled(payload["view"])
            await ours.send_json(envelope)
        await ours.close()

    def _towards_us(self, text: str) -> str:
        """Addresses of Socket Mode and of response URLs; links for people stay as they are."""
        ours, theirs = self._address, self._local_slack
        text = text.replace(f"{theirs}/_hooks/", f"{ours}/_hooks/")
        return text.replace(theirs.replace("http", "ws", 1), ours.replace("http", "ws", 1))


def _drawn(arguments: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a call, with what people are to see drawn as local-slack can."""
    shown = dict(arguments)
    if isinstance(arguments.get("text"), str):
        shown["text"] = spoken(arguments["text"])
    if "blocks" in arguments:
        shown["blocks"] = drawn(_read(arguments["blocks"]))
    if "view" in arguments:
        shown["view"] = drawn_view(_read(arguments["view"]))
    return shown


def _read(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value
