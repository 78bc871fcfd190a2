"""What we put into our own inbox, where one process claims each and deals with it."""

from __future__ import annotations

from datetime import datetime

from pydantic import JsonValue

from bot.services.ports import Delivery, Inbox


def deliver(inbox: Inbox, now: datetime, key: str, listener: str, about: str, by: str = "") -> None:
    """Put something into the inbox, once for its key, as if ``by`` had sent a form about it. Raises
    StorageUnavailable.
    """
    user: dict[str, JsonValue] = {"user": {"id": by}} if by else {}
    body: dict[str, JsonValue] = {**user, "view": {"private_metadata": about}}
    delivery = Delivery(key=key, listener=listener, body=body, received_at=now, attempts=1)
    inbox.accept(delivery, now)
