"""`policylots evaluate`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.channels.terminal.session import Session, session_of

if TYPE_CHECKING:
    from bot.services.evaluation import Evaluation
    from bot.services.scoring import Case, Outcome


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("evaluate", help="help-evaluate")(evaluate)


def evaluate(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="help-evaluate-file")],
    as_json: Annotated[bool, typer.Option("--json", help="help-evaluate-json")] = False,
    failures: Annotated[bool, typer.Option("--failures", help="help-evaluate-failures")] = False,
) -> None:
    """Ask questions with known answers and show the scores."""
    from bot.services.evaluation import evaluation_of, read_cases

    session = session_of(context)
    outcomes = _asked(session, read_cases(file))
    evaluation = evaluation_of(outcomes)
    if as_json:
        session.write(evaluation.model_dump_json(indent=2))
    else:
        _show(session, evaluation)
    if failures:
        _show_failures(session, outcomes, beside_json=as_json)


def _asked(session: Session, cases: list[Case]) -> list[Outcome]:
    from bot.channels.terminal.progress import progress_bar

    evaluator = session.application.evaluator()
    with progress_bar(session.err) as progress:
        outcomes = evaluator.outcomes(cases)
        words = session.say("evaluating")
        return list(progress.track(outcomes, total=len(cases), description=words))


def _show(session: Session, evaluation: Evaluation) -> None:
    from bot.channels.terminal.tables import evaluation_table

    heading = session.say("evaluated", questions=evaluation.total.questions)
    session.out.print(heading, markup=False)
    session.out.print(evaluation_table(evaluation, session.language))


def _show_failures(session: Session, outcomes: list[Outcome], *, beside_json: bool) -> None:
    """One a line; on the error stream where the results are JSON."""
    console = session.err if beside_json else session.out
    for outcome in outcomes:
        if outcome.reason:
            line = f"{outcome.case.id}: {session.say(outcome.reason)}: {outcome.case.question}"
            console.print(line, markup=False, soft_wrap=True)
