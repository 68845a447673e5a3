"""What it came to: the comparison with the other side, the scores, and the three lines that matter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.answers import Amendment, Diagnosis, Plan
from ..model.score import Score
from ..scoring import Comparison, Named, compare, named, score_diagnosis, score_plan, score_run, sureness

if TYPE_CHECKING:
    from .visit import Visit


@dataclass(frozen=True)
class Result:
    """Three questions with their answers, the scores by title, and what one was wrongly sure of."""

    lines: tuple[tuple[str, str], ...]
    scores: tuple[tuple[str, Score], ...]
    sure_and_wrong: tuple[str, ...]


def closeness(visit: Visit) -> Comparison:
    """Return how far this seat stood from the other side and from the key, first and again.

    Only once the second diagnosis is handed in; it gives distances, never which statements are true.
    """
    first, again = _diagnosis(visit, "diagnose"), _diagnosis(visit, "compare")
    theirs = Diagnosis(claims=visit.their_reading().claims)
    return compare(first, again, theirs, visit.case, visit.key_for_scores("compare"))


def result(visit: Visit) -> Result:
    """Return the whole result; only after the year has run."""
    case, key = visit.case, visit.key()
    plan = Plan.model_validate(visit.answer("plan"))
    seen = frozenset(paper.id for paper in case.papers(visit.side))
    run = _run(visit, plan)
    first, again = _diagnosis(visit, "diagnose"), _diagnosis(visit, "compare")
    scores = (
        ("First diagnosis", score_diagnosis(first, case, key, seen)),
        ("Second diagnosis", score_diagnosis(again, case, key)),
        ("The plan as written", score_plan(plan, case, key)),
        ("The plan as it ran", run),
    )
    found = _found(named(first, key), named(again, key), len(key.causes))
    lines = (
        ("Closer, and righter?", f"{closeness(visit).headline}. {found}"),
        ("What did the plan change?", run.criteria[0].reasons[0].text),
        ("What was not on your desk at first?", key.unseen[visit.side]),
    )
    return Result(lines, scores, sureness(again, case, key).sure_and_wrong)


def _found(first: Named, again: Named, causes: int) -> str:
    return f"At first you {_named(first, causes)}. In the end you {_named(again, causes)}."


def _named(named: Named, causes: int) -> str:
    words = f"named none of the {causes} causes"
    if named.causes:
        words = f"named {named.causes} of the {causes} causes, with {named.weight:.0%} of the weight"
    if named.near:
        words += f", and came close to {named.near}{' more' if named.causes else ''}"
    if named.others:
        other = "1 other claim" if named.others == 1 else f"{named.others} other claims"
        words += f"; {other} took points away"
    return words


def _diagnosis(visit: Visit, activity: str) -> Diagnosis:
    return Diagnosis.model_validate(visit.answer(activity) or {})


def _run(visit: Visit, plan: Plan) -> Score:
    from ..operations import amend, best_plan, run, value

    case = visit.case
    amendment = Amendment.model_validate(visit.answer("simulate") or {})
    mine = amend(plan.actions, amendment, case.planning.midpoint, case)
    best = best_plan(case, visit.folder)
    years = run(case, [(), mine, best.actions])
    nothing, planned, found = value(case, years).mean(axis=1)
    distributions = {
        use.outcome: years.outcomes[use.outcome][1].tolist()
        for use in case.operations.outcomes
        if use.forecast
    }
    return score_run(
        plan=float(planned),
        nothing=float(nothing),
        best=float(max(found, nothing)),
        forecasts=plan.forecasts,
        years=distributions,
        case=case,
    )
