"""What it came to: the comparison with the other side, the scores, and the three lines that matter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.answers import Amendment, Diagnosis, Plan
from ..model.score import Score
from ..scoring import Comparison, compare, score_diagnosis, score_plan, score_run, sureness

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
    again = _diagnosis(visit, "compare")
    scores = (
        ("First diagnosis", score_diagnosis(_diagnosis(visit, "diagnose"), case, key, seen)),
        ("Second diagnosis", score_diagnosis(again, case, key)),
        ("The plan as written", score_plan(plan, case, key)),
        ("The plan as it ran", run),
    )
    compared = closeness(visit)
    lines = (
        ("Closer, and righter?", f"{compared.headline}. {_found(scores)}"),
        ("What did the plan change?", run.criteria[0].reasons[0].text),
        ("What never reached you?", key.unseen[visit.side]),
    )
    return Result(lines, scores, sureness(again, case, key).sure_and_wrong)


def _found(scores: tuple[tuple[str, Score], ...]) -> str:
    (_, first), (_, again) = scores[:2]
    before, after = (score.criteria[0].points / score.criteria[0].possible for score in (first, again))
    return f"You had identified {before:.0%} of what the causes weigh; in the end it was {after:.0%}."


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
