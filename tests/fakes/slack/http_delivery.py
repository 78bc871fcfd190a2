"""Deliveries as signed HTTP requests.

https://docs.slack.dev/apis/events-api/using-http-request-urls
"""

from __future__ import annotations

import json
import time
import uuid
from typing import Final
from urllib.parse import urlencode

import aiohttp

from tests.fakes.slack.deliveries import Delivery, Outcome
from tests.fakes.slack.records import Payload
from tests.fakes.slack.signing import signature_headers

_JSON: Final = "application/json"
_FORM: Final = "application/x-www-form-urlencoded"


class HttpDelivery:
    """Posts to ``request_url``; opened and closed within the server's loop."""

    def __init__(self, signing_secret: str, ack_limit: float) -> None:
        self._secret = signing_secret
        self._limit = ack_limit
        self._session: aiohttp.ClientSession | None = None
        self.request_url = ""

    def open(self) -> None:
        # A connection kept open to an app that was restarted would fail the next delivery.
        connector = aiohttp.TCPConnector(limit=0, force_close=True)
        self._session = aiohttp.ClientSession(connector=connector)

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def attempt(self, delivery: Delivery, retry_num: int, reason: str | None) -> Outcome:
        body, content_type = _encoded(delivery)
        retry = {"X-Slack-Retry-Num": str(retry_num), "X-Slack-Retry-Reason": reason or ""}
        headers = {"Content-Type": content_type} | (retry if retry_num else {})
        try:
            status, answered, text = await self._post(body, headers)
        except TimeoutError:
            return Outcome("http_timeout")
        except (aiohttp.ClientError, OSError, ValueError):
            return Outcome("connection_failed")
        if status != 200:
            return Outcome("http_error", final=answered.get("X-Slack-No-Retry") == "1")
        return Outcome(response=_response(delivery, text, answered.get("Content-Type", "")))

    async def challenge(self) -> bool:
        """Whether the request URL answers ``url_verification`` as it should.

        https://docs.slack.dev/reference/events/url_verification
        """
        challenge = uuid.uuid4().hex
        asked = {"type": "url_verification", "token": "fake", "challenge": challenge}
        status, _, text = await self._post(json.dumps(asked).encode(), {"Content-Type": _JSON})
        return status == 200 and challenge in text

    async def _post(self, body: bytes, headers: dict[str, str]) -> tuple[int, dict[str, str], str]:
        if self._session is None or not self.request_url:
            raise ValueError("no request URL")
        # The signature's time is the real one: the app compares it with its own clock.
        signed = headers | signature_headers(self._secret, body, time.time())
        limit = aiohttp.ClientTimeout(total=self._limit)
        async with self._session.post(
            self.request_url, data=body, headers=signed, timeout=limit
        ) as answer:
            return answer.status, dict(answer.headers), await answer.text()


def _encoded(delivery: Delivery) -> tuple[bytes, str]:
    if delivery.envelope == "events_api":
        return json.dumps(delivery.payload).encode(), _JSON
    if delivery.envelope == "slash_commands":
        return urlencode(delivery.payload).encode(), _FORM
    return urlencode({"payload": json.dumps(delivery.payload)}).encode(), _FORM


def _response(delivery: Delivery, text: str, content_type: str) -> Payload | None:
    if delivery.envelope == "events_api" or not text:
        return None
    if content_type.startswith(_JSON):
        content = json.loads(text)
        return content if isinstance(content, dict) else None
    return {"text": text}
