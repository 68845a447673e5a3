"""The plan as it is written, 30 points: choices are scored, never the presence of text.

Only useful actions count: those that fit a cause and are no decoy. What a plan reaches sets what its
other criteria are worth: in full from 75 % on, in proportion below. So one small action, however
well owned and watched, earns little; "communicate better" alone fits nothing and earns nothing. Own
words are kept for people to judge.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..model.answers import Plan, PlannedAction
from ..model.case import Case
from ..model.key import Key
from ..model.score import Criterion, Reason, Score
from .plan_fit import reached
from .plan_people import ownership
from .plan_watch import foresight, signals

FIT, SEQUENCE, ECONOMY = 10.0, 6.0, 3.0
REACH = 0.75

Part = Callable[[Sequence[PlannedAction], Plan, Case, Key], tuple[Reason, ...]]


def score_plan(plan: Plan, case: Case, key: Key) -> Score:
    """Return the six criteria of a written plan with their reasons; an empty plan earns 0."""
    useful = [planned for planned in plan.actions if _fits(planned, key)]
    reach = sum(item.cause.weight * item.share for item in reached(useful, key))
    parts: tuple[tuple[str, str, float, float, Part], ...] = (
        ("fit", "Fits the causes", FIT, 1.0, _fit),
        ("sequence", "In time and in order", SEQUENCE, reach / REACH, _sequence),
        ("ownership", "Owned by those who can", 4.0, reach / REACH, ownership),
        ("signals", "Signals that lead", 4.0, reach / REACH, signals),
        ("foresight", "Side effects foreseen", 3.0, reach / REACH, foresight),
        ("economy", "Money where it works", ECONOMY, reach / REACH, _economy),
    )
    return Score(
        criteria=tuple(
            _criterion(id, title, possible, min(1.0, counts), part(useful, plan, case, key) if useful else ())
            for id, title, possible, counts, part in parts
        )
    )


def _fits(planned: PlannedAction, key: Key) -> bool:
    fits = key.plan.fits.get(planned.action, {})
    return planned.action not in key.plan.decoys and max(fits.values(), default=0) > 0


def _criterion(id: str, title: str, possible: float, counts: float, reasons: tuple[Reason, ...]) -> Criterion:
    told = [reason.model_copy(update={"points": counts * reason.points}) for reason in reasons]
    if not told:
        told = [Reason(text="No action that works on a cause.", points=0)]
    elif counts < 1:
        text = f"Counts for {counts:.0%}: the plan reaches little of what caused this."
        told.append(Reason(text=text, points=0))
    points = sum(reason.points for reason in told)
    return Criterion(id=id, title=title, points=points, possible=possible, reasons=tuple(told))


def _title(case: Case, action: str) -> str:
    return next(item.title for item in case.planning.actions if item.id == action)


def _fit(useful: Sequence[PlannedAction], plan: Plan, case: Case, key: Key) -> tuple[Reason, ...]:
    reasons = []
    for item in reached(useful, key):
        text = f"{item.cause.title}: no action works on it."
        if item.share:
            text = f"{item.cause.title}: “{_title(case, item.action)}” {item.words}."
        reasons.append(Reason(text=text, points=FIT * item.cause.weight * item.share))
    return tuple(reasons)


def _sequence(useful: Sequence[PlannedAction], plan: Plan, case: Case, key: Key) -> tuple[Reason, ...]:
    each = SEQUENCE / len(useful)
    starts = {planned.action: planned.start for planned in plan.actions}
    reasons = []
    for planned in useful:
        latest = key.plan.latest.get(planned.action)
        late = latest is not None and planned.start > latest
        before = [a for a, b in key.plan.order if b == planned.action]
        missing = [a for a in before if starts.get(a, 1000) > planned.start]
        title = f"“{_title(case, planned.action)}” from week {planned.start}"
        if late:
            text = f"{title}: too late to work before it is needed (week {latest} at the latest)."
        elif missing:
            text = f"{title}: needs “{_title(case, missing[0])}” before it."
        else:
            text = f"{title}: in time."
        reasons.append(Reason(text=text, points=0 if late or missing else each))
    return tuple(reasons)


def _economy(useful: Sequence[PlannedAction], plan: Plan, case: Case, key: Key) -> tuple[Reason, ...]:
    prices = {action.id: action.price for action in case.planning.actions}
    spent = sum(prices[planned.action] for planned in plan.actions)
    well = sum(prices[planned.action] for planned in useful)
    share = well / spent if spent else 1.0
    idle = [planned.action for planned in plan.actions if planned not in useful]
    # Not "100 %" beside an action that does nothing.
    told = min(share, 0.99) if idle else share
    text = f"{told:.0%} of the money goes to actions that work on a cause."
    reasons = [Reason(text=text, points=ECONOMY * share)]
    reasons += [
        Reason(
            text=f"“{_title(case, a)}”: {key.plan.decoys.get(a, 'works on none of the causes.')}", points=0
        )
        for a in idle
    ]
    return tuple(reasons)
