"""Taking an answer: what a step accepts, and the learner's own words when it does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from ..errors import AnswerError
from ..model.answers import MOST_CLAIMS, Amendment, Commitment, Diagnosis, Plan
from ..model.base import Model
from ..model.case import Case
from ..model.exhibit import Exhibit

Payload = Mapping[str, Any]
M = TypeVar("M", bound=Model)
LONGEST_NOTE = 4000


def take(activity: str, payload: Payload, case: Case, papers: tuple[Exhibit, ...]) -> dict[str, Any]:
    """Return the payload as it may be kept, or raise ``AnswerError`` and change nothing.

    ``papers`` are the exhibits this seat may cite at this step.
    """
    taker = _TAKERS.get(activity)
    if taker is None:
        return {}
    return taker(payload, case, {paper.id for paper in papers})


def tried(actions: Sequence[Payload], change: Payload, case: Case) -> dict[str, Any]:
    """Return one more run as it may be kept: actions that fit the budget, and what was changed."""
    from ..operations import plan_errors

    plan = _read(Plan, {"actions": actions}, "a plan is a list of actions with owner and start")
    errors = plan_errors(case, plan.actions)
    if errors:
        raise AnswerError(errors[0])
    kept = {name: change.get(name) for name in ("kind", "action", "start")}
    return {"plan": plan.model_dump(mode="json")["actions"], "change": kept}


def _marks(payload: Payload, case: Case, papers: set[str]) -> dict[str, Any]:
    marks = payload.get("marks", {})
    strangers = [id for id in marks if id not in papers]
    if strangers:
        raise AnswerError(f"{strangers[0]!r} is not one of your papers; nothing was changed.")
    return {"marks": {id: str(note)[:LONGEST_NOTE] for id, note in marks.items()}}


def _diagnosis(payload: Payload, case: Case, papers: set[str]) -> dict[str, Any]:
    diagnosis = _read(Diagnosis, payload, f"a diagnosis has up to {MOST_CLAIMS} claims")
    known = {statement.id for statement in case.statements}
    chosen = [claim.statement for claim in diagnosis.claims]
    if not chosen:
        raise AnswerError("Choose at least one cause before you hand in.")
    if set(chosen) - known or len(set(chosen)) < len(chosen):
        raise AnswerError("Each claim names one of the statements, once; nothing was changed.")
    for rank, claim in enumerate(diagnosis.claims, 1):
        if not claim.exhibits:
            raise AnswerError(f"Claim {rank} has no paper yet: add at least one that says so.")
        if set(claim.exhibits) - papers:
            raise AnswerError(f"Claim {rank} cites a paper that is not on your desk.")
    return diagnosis.model_dump(mode="json")


def _plan(payload: Payload, case: Case, papers: set[str]) -> dict[str, Any]:
    from ..operations import plan_errors

    plan = _read(Plan, payload, "a plan is a list of actions with owner and start")
    if not plan.actions:
        raise AnswerError("Choose at least one action before you hand in.")
    errors = plan_errors(case, plan.actions)
    if errors:
        raise AnswerError(errors[0])
    if any(planned.stop is not None for planned in plan.actions):
        raise AnswerError("A plan drops nothing before it has begun; nothing was changed.")
    owners = {person.id for person in case.cast}
    signals = {signal.id for signal in case.planning.signals}
    sides = {item.id for item in case.planning.side_effects}
    for planned in plan.actions:
        title = next(a.title for a in case.planning.actions if a.id == planned.action)
        if planned.owner not in owners:
            raise AnswerError(f"“{title}” has no owner yet: choose who does it.")
        if planned.signal not in signals:
            raise AnswerError(f"“{title}” has no signal yet: choose what you will watch.")
        if planned.side_effect not in sides:
            raise AnswerError(f"“{title}” has no side effect yet: choose what it may break.")
    _forecasts(plan, case)
    return plan.model_dump(mode="json")


def _forecasts(plan: Plan, case: Case) -> None:
    wanted = {use.outcome: use.title for use in case.operations.outcomes if use.forecast}
    given = {forecast.outcome: forecast for forecast in plan.forecasts}
    if len(given) < len(plan.forecasts) or set(given) - set(wanted):
        raise AnswerError("A forecast names each asked outcome once; nothing was changed.")
    for outcome, title in wanted.items():
        if outcome not in given:
            raise AnswerError(f"Forecast “{title}” too: a low and a high end.")
        if given[outcome].low >= given[outcome].high:
            raise AnswerError(f"“{title}”: the low end must be below the high end.")


def _amendment(payload: Payload, case: Case, papers: set[str]) -> dict[str, Any]:
    amendment = _read(Amendment, payload, "change one action or none")
    actions = {action.id for action in case.planning.actions}
    if amendment.kind != "none" and amendment.action not in actions:
        raise AnswerError("Choose which action to change, or change none.")
    if amendment.kind == "add" and amendment.owner not in {person.id for person in case.cast}:
        raise AnswerError("Choose who does the new action.")
    return amendment.model_dump(mode="json")


def _commitment(payload: Payload, case: Case, papers: set[str]) -> dict[str, Any]:
    commitment = _read(Commitment, payload, "each line may have up to 4,000 characters")
    if not commitment.will:
        raise AnswerError("Finish the line “I will …”: the rest may stay open.")
    return commitment.model_dump(mode="json")


def _read(model: type[M], payload: Payload, allowed: str) -> M:
    from pydantic import ValidationError

    try:
        return model.model_validate(dict(payload))
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise AnswerError(f"This could not be taken ({where}): {allowed}. Nothing was changed.") from error


_TAKERS: dict[str, Callable[[Payload, Case, set[str]], dict[str, Any]]] = {
    "exhibits": _marks,
    "diagnose": _diagnosis,
    "compare": _diagnosis,
    "plan": _plan,
    "simulate": _amendment,
    "commit": _commitment,
}
