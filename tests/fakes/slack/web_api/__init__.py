"""The methods of the Web API: name -> (function, the scope that it always needs or "").

A function takes the workspace, whose lock is held, and the arguments; it returns the answer's
JSON or raises ``Refused``. ``apps.connections.open`` is the server's own.
"""

from collections.abc import Callable
from typing import Final

from tests.fakes.slack.records import Payload
from tests.fakes.slack.web_api import chat, conversations, files, people, surfaces
from tests.fakes.slack.web_api.arguments import Arguments
from tests.fakes.slack.workspace import Workspace

Method = Callable[[Workspace, Arguments], Payload]

METHODS: Final[dict[str, tuple[Method, str]]] = {
    **chat.METHODS,
    **conversations.METHODS,
    **files.METHODS,
    **people.METHODS,
    **surfaces.METHODS,
}
