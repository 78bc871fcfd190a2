"""`policylots ask` and `policylots chat`."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from bot.channels.terminal.options import Municipality
from bot.channels.terminal.session import Session, session_of
from bot.channels.terminal.usage import WrongUsage

if TYPE_CHECKING:
    from bot.services.asking import Asking
    from knowledge.conversation import Conversation, FollowUps


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("ask", help="help-ask")(ask)
    app.command("chat", help="help-chat")(chat)


def ask(
    context: typer.Context,
    question: Annotated[
        str | None, typer.Argument(help="help-ask-question", show_default=False)
    ] = None,
    municipality: Municipality = None,
    as_json: Annotated[bool, typer.Option("--json", help="help-ask-json")] = False,
    batch: Annotated[
        Path | None, typer.Option("--batch", metavar="FILE", help="help-ask-batch")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="help-ask-output")
    ] = None,
) -> None:
    """Answer one question, or those of a file."""
    session = session_of(context)
    if (question is None) == (batch is None):
        raise WrongUsage(session.say("usage-question-or-batch"))
    if output is not None and batch is None:
        raise WrongUsage(session.say("usage-output-needs-batch"))
    if batch is not None:
        _ask_batch(session, batch, output, municipality)
    else:
        _ask_one(session, question or "", municipality, as_json=as_json)


def _ask_one(session: Session, question: str, municipality: str | None, *, as_json: bool) -> None:
    from bot.channels.terminal.answers import print_answer
    from bot.services.asking import AskedQuestion

    asking = session.application.asking()
    if as_json:
        asking.warm_up()
        asked = AskedQuestion(question=question, municipality=municipality)
        session.write(asking.line(asked).model_dump_json())
    else:
        print_answer(asking.ask(question, municipality), session.out)


def _ask_batch(
    session: Session, batch: Path, output: Path | None, municipality: str | None
) -> None:
    from bot.services.batch import answered_lines, read_batch

    questions = read_batch(batch)
    asking = session.application.asking()
    asking.scope(municipality)
    asking.warm_up()
    with ExitStack() as open_files:
        file = open_files.enter_context(_opened(output)) if output else session.out.file
        for line in answered_lines(asking, questions, municipality):
            file.write(f"{line}\n")
            file.flush()


def _opened(output: Path) -> TextIO:
    from bot.services.errors import UnwritableOutput

    try:
        return output.open("w", encoding="utf-8")
    except OSError as error:
        raise UnwritableOutput(f"{output}: {error}", path=str(output)) from error


def chat(context: typer.Context, municipality: Municipality = None) -> None:
    """Answer questions and follow-up questions until an empty line or the end of input."""
    from knowledge.conversation import open_follow_ups

    session = session_of(context)
    asking = session.application.asking()
    scope = asking.scope(municipality)
    follow_ups = open_follow_ups(asking.municipalities)
    conversation: Conversation | None = None
    session.out.print(session.say("chat-welcome"), markup=False)
    while text := _typed(session):
        conversation = _answer_next(session, asking, follow_ups, conversation, text, scope)
    session.out.print(session.say("chat-goodbye"), markup=False)


def _answer_next(
    session: Session,
    asking: Asking,
    follow_ups: FollowUps,
    before: Conversation | None,
    text: str,
    scope: str | None,
) -> Conversation:
    from bot.channels.terminal.answers import print_answer

    asked = follow_ups.resolve(before, text)
    if asked.question != text:
        understood = session.say("chat-understood", question=asked.question)
        session.out.print(understood, style="dim", markup=False)
    place = None if asked.everywhere else asked.municipality or scope
    print_answer(asking.ask_in(asked.question, place), session.out)
    session.out.print()
    return asked


def _typed(session: Session) -> str:
    try:
        return session.out.input(f"{session.say('chat-prompt')}: ", markup=False).strip()
    except EOFError:
        session.out.print()
        return ""
