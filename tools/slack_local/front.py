"""What stands before local-slack, for the assistant and for the browser, and makes up for what it
lacks.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType, web
from multidict import CIMultiDict, CIMultiDictProxy

from tools.slack_local.drawing import drawn, drawn_view, spoken
from tools.slack_local.forms import Choices, States, filled
from tools.slack_local.page import fitted

FOR_US = ("locale", "is_restricted")
"""What people in the workspace's file have that local-slack does not tell of."""

IN_DIALOG = "dialog"
"""The channel that ``page.html`` sends the buttons of dialogs from."""

_HOP = frozenset(("host", "connection", "content-length", "content-encoding", "transfer-encoding"))
"""Headers of one connection, which the next has of its own."""


class Front:
    """Serves all that local-slack serves, on ``address``.

    ``workspace`` is the file that local-slack was started with, with the members of user groups by
    their ids under ``usergroups``. Both addresses are like ``http://localhost:3000``.
    ``is_listening`` is set when the assistant has connected; local-slack drops what happens before.
    """

    def __init__(self, workspace: Mapping[str, Any], address: str, local_slack: str) -> None:
        self._groups = workspace.get("usergroups", {})
        self._people = {person["id"]: person for person in workspace["users"]}
        self._address = address
        self._local_slack = local_slack
        self._choices = _offered(workspace)
        self._dialog: Mapping[str, Any] = {}
        self._typed: States = {}
        self.is_listening = asyncio.Event()

    async def start(self, host: str, port: int) -> web.AppRunner:
        """Begin to serve; whoever started it cleans up the runner."""
        app = web.Application(client_max_size=64 * 1024**2)
        app.cleanup_ctx.append(self._with_session)
        app.router.add_get("/", self._page)
        app.router.add_get("/ui", self._watching)
        app.router.add_get("/socket/{connection}", self._listening)
        app.router.add_route("*", "/api/usergroups.list", self._all_groups)
        app.router.add_route("*", "/api/usergroups.users.list", self._members)
        app.router.add_route("*", "/api/assistant.threads.{method}", self._nothing_to_do)
        app.router.add_route("*", "/api/{method}", self._method)
        app.router.add_route("*", "/{rest:.*}", self._passed_on)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, host, port).start()
        return runner

    async def _with_session(self, _app: web.Application) -> Any:
        async with ClientSession() as self._session:
            yield

    async def _page(self, request: web.Request) -> web.Response:
        answer = await self._passed_on(request)
        answer.text = fitted(answer.text or "")
        return answer

    async def _all_groups(self, _request: web.Request) -> web.Response:
        found = [{"id": each, "name": self._people[each]["name"]} for each in self._groups]
        return web.json_response({"ok": True, "usergroups": found})

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
        passed_on = await self._passed_on(request)
        answer = json.loads(passed_on.text or "")
        if "url" in answer:
            answer["url"] = self._towards_us(answer["url"])
        if answer.get("view", {}).get("type") == "modal":
            self._dialog = answer["view"]
        user = answer.get("user")
        if isinstance(user, dict):
            known = self._people.get(user["id"], {})
            user.update({name: known[name] for name in FOR_US if name in known})
            user["profile"].update(known.get("profile", {}))
        return web.json_response(answer)

    async def _passed_on(self, request: web.Request) -> web.Response:
        """What local-slack answers to the same request, with what people are to see drawn."""
        body = await request.read()
        if body and request.content_type == "application/json":
            body = json.dumps(self._drawn(json.loads(body))).encode()
        async with self._session.request(
            request.method,
            f"{self._local_slack}{request.path_qs}",
            data=body,
            headers=_lasting(request.headers),
        ) as answer:
            return web.Response(
                body=await answer.read(), status=answer.status, headers=_lasting(answer.headers)
            )

    async def _watching(self, request: web.Request) -> web.WebSocketResponse:
        """The browser's connection."""
        return await self._joined(request, self._done, str)

    async def _listening(self, request: web.Request) -> web.WebSocketResponse:
        """The assistant's connection."""
        self.is_listening.set()
        return await self._joined(request, self._acknowledged, self._delivered)

    async def _joined(
        self, request: web.Request, said: Callable[[str], str], told: Callable[[str], str]
    ) -> web.WebSocketResponse:
        """Both sides joined until one leaves, with ``said`` of what comes from outside and ``told``
        of what local-slack says.
        """
        ours = web.WebSocketResponse(max_msg_size=0)
        await ours.prepare(request)
        target = f"{self._local_slack}{request.path}".replace("http", "ws", 1)
        async with self._session.ws_connect(target, max_msg_size=0) as theirs:
            incoming = asyncio.create_task(_copied(theirs, ours, told))
            async for message in ours:
                if message.type is WSMsgType.TEXT:
                    await theirs.send_str(said(message.data))
            incoming.cancel()
        return ours

    def _done(self, text: str) -> str:
        """What the browser tells, of which what was typed in a dialog is remembered."""
        told = json.loads(text)
        if told.get("t") in {"block_action", "view_submit"}:
            self._typed = told.get("values", {})
        return text

    def _acknowledged(self, text: str) -> str:
        """What the assistant answers to a delivery."""
        answer = json.loads(text)
        if isinstance(answer.get("payload"), dict):
            answer["payload"] = self._drawn(answer["payload"])
        return json.dumps(answer)

    def _delivered(self, text: str) -> str:
        """A delivery to the assistant as Slack would make it."""
        envelope = json.loads(self._towards_us(text))
        payload = envelope.get("payload", {})
        if payload.get("type") == "view_submission":
            payload["view"] = filled(payload["view"], self._typed)
        if payload.get("type") == "block_actions" and payload["channel"]["id"] == IN_DIALOG:
            container = {"type": "view", "view_id": self._dialog["id"]}
            view = filled(self._dialog, self._typed)
            payload.update({"container": container, "view": view})
            for name in ("channel", "message", "response_url"):
                payload.pop(name, None)
        return json.dumps(envelope)

    def _drawn(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """The arguments of a call, with what people are to see drawn as local-slack can."""
        shown = dict(arguments)
        if isinstance(arguments.get("text"), str):
            shown["text"] = spoken(arguments["text"])
        if "blocks" in arguments:
            shown["blocks"] = drawn(_read(arguments["blocks"]), self._choices)
        if "view" in arguments:
            shown["view"] = drawn_view(_read(arguments["view"]), self._choices)
        return shown

    def _towards_us(self, text: str) -> str:
        """Addresses of Socket Mode and of response URLs; links for people stay as they are."""
        ours, theirs = self._address, self._local_slack
        text = text.replace(f"{theirs}/_hooks/", f"{ours}/_hooks/")
        return text.replace(theirs.replace("http", "ws", 1), ours.replace("http", "ws", 1))


async def _copied(
    theirs: ClientWebSocketResponse, ours: web.WebSocketResponse, told: Callable[[str], str]
) -> None:
    async for message in theirs:
        await ours.send_str(told(message.data))
    await ours.close()


def _lasting(headers: CIMultiDictProxy[str]) -> CIMultiDict[str]:
    return CIMultiDict((name, value) for name, value in headers.items() if name.lower() not in _HOP)


def _offered(workspace: Mapping[str, Any]) -> Choices:
    """People but no bots or groups, and channels but no conversations of two."""
    people = {
        each["id"]: each["real_name"] for each in workspace["users"] if not each.get("is_bot")
    }
    channels = {
        each["id"]: f"#{each['name']}" for each in workspace["channels"] if not each.get("is_im")
    }
    return Choices(people=people, conversations=channels)


def _read(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value
