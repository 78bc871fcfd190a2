"""A problem, and the checks that every part of Block Kit shares."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Problem:
    """``code`` is the API's error; one that is not ``refused`` Slack lets pass, people suffer."""

    code: str
    message: str
    pointer: str = ""
    refused: bool = True

    def __str__(self) -> str:
        """As in ``response_metadata.messages``."""
        return f"[ERROR] {self.message} [json-pointer:{self.pointer}]"


@dataclass
class Findings:
    """The problems found so far, each with its JSON pointer."""

    code: str
    problems: list[Problem] = field(default_factory=list)

    def add(self, pointer: str, message: str, *, code: str = "", refused: bool = True) -> None:
        self.problems.append(Problem(code or self.code, message, pointer, refused))

    def text(
        self,
        value: Any,
        pointer: str,
        most: int,
        *,
        kinds: tuple[str, ...] = ("plain_text", "mrkdwn"),
        least: int = 1,
    ) -> None:
        """A text object of one of these kinds with so many characters."""
        if not isinstance(value, dict) or value.get("type") not in kinds:
            self.add(pointer, f"must be a text object of type {' or '.join(kinds)}")
            return
        self.string(value.get("text"), f"{pointer}/text", most, least=least)
        allowed = {"type", "text", "emoji" if value["type"] == "plain_text" else "verbatim"}
        self.keys(value, pointer, allowed)

    def plain(self, value: Any, pointer: str, most: int) -> None:
        self.text(value, pointer, most, kinds=("plain_text",))

    def string(self, value: Any, pointer: str, most: int, *, least: int = 1) -> None:
        if not isinstance(value, str):
            self.add(pointer, "must be a string")
        elif len(value) < least:
            self.add(pointer, f"must be more than {least - 1} characters")
        elif len(value) > most:
            self.add(pointer, f"must be less than {most + 1} characters")

    def items(self, value: Any, pointer: str, most: int, *, least: int = 1) -> list[Any]:
        """The list's items; nothing when it is no list."""
        if not isinstance(value, list):
            self.add(pointer, "must be an array")
            return []
        if len(value) < least:
            self.add(pointer, f"no fewer than {least} items required")
        if len(value) > most:
            self.add(pointer, f"no more than {most} items allowed")
        return value

    def keys(self, value: dict[str, Any], pointer: str, allowed: Iterable[str]) -> None:
        for key in sorted(set(value) - set(allowed)):
            self.add(pointer, f"invalid additional property: {key}")

    def required(self, value: dict[str, Any], pointer: str, *keys: str) -> bool:
        missing = [key for key in keys if value.get(key) is None]
        for key in missing:
            self.add(pointer, f"missing required field: {key}")
        return not missing

    def optional(self, value: dict[str, Any], key: str, check: Callable[[Any], None]) -> None:
        if value.get(key) is not None:
            check(value[key])

    def one_of(self, value: Any, pointer: str, choices: Iterable[Any]) -> None:
        choices = list(choices)
        if value not in choices:
            self.add(pointer, f"must be one of {', '.join(map(repr, choices))}")
