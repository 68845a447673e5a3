"""The plan as it is written, 30 points: choices are scored, never the presence of text.

Only useful actions count: those that fit a cause and are no decoy. "Communicate better" alone fits
nothing and earns nothing; own words are kept for people to judge.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..model.answers import Plan, PlannedAction
from ..model.case import Case
from ..model.key import Key
from ..model.score import Criterion, Reason, Score
from .plan_watch import foresight, signals

FIT, SEQUENCE, OWNERSHIP, ECONOMY = 10.0, 6.0, 4.0, 3.0
BY_WHOM, BOTH_SIDES = 2.5, 1.5

Part = Callable[[Sequence[PlannedAction], Plan, Case, Key], tuple[Reason, ...]]


def score_plan(plan: Plan, case: Case, key: Key) -> Score:
    """Return the six criteria of a written plan with their reasons; an empty plan earns 0."""
    useful = [planned for planned in plan.actions if _fits(planned, key)]
    parts: tuple[tuple[str, str, float, Part], ...] = (
        ("fit", "Fits the causes", FIT, _fit),
        ("sequence", "In time and in order", SEQUENCE, _sequence),
        ("ownership", "Owned by those who can", OWNERSHIP, _ownership),
        ("signals", "Signals that lead", 4.0, signals),
        ("foresight", "Side effects foreseen", 3.0, foresight),
        ("economy", "Money where it works", ECONOMY, _economy),
    )
    return Score(
        criteria=tuple(
            _criterion(id, title, possible, part(useful, plan, case, key) if useful else ())
            for id, title, possible, part in parts
        )
    )


def _fits(planned: PlannedAction, key: Key) -> bool:
    fits = key.plan.fits.get(planned.action, {})
    return planned.action not in key.plan.decoys and max(fits.values(), default=0) > 0


def _criterion(id: str, title: str, possible: float, reasons: tuple[Reason, ...]) -> Criterion:
    nothing = (Reason(text="No action that works on a cause.", points=0),)
    return Criterion(
        id=id,
        title=title,
        points=min(possible, sum(reason.points for reason in reasons)),
        possible=possible,
        reasons=reasons or nothing,
    )


def _title(case: Case, action: str) -> str:
    return next(item.title for item in case.planning.actions if item.id == action)


def _fit(useful: Sequence[PlannedAction], plan: Plan, case: Case, key: Key) -> tuple[Reason, ...]:
    reasons = []
    for cause in key.causes:
        best = max(useful, key=lambda planned: key.plan.fits[planned.action].get(cause.id, 0))
        share = key.plan.fits[best.action].get(cause.id, 0.0)
        how = f"“{_title(case, best.action)}” works on it" if share else "no action works on it"
        reasons.append(Reason(text=f"{cause.title}: {how}.", points=FIT * cause.weight * share))
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


def _ownership(useful: Sequence[PlannedAction], plan: Plan, case: Case, key: Key) -> tuple[Reason, ...]:
    each = BY_WHOM / len(useful)
    reasons = []
    for planned in useful:
        able = planned.owner in key.plan.owners.get(planned.action, ())
        can = "can do it" if able else "cannot do it from that desk"
        name = case.person(planned.owner).name
        text = f"“{_title(case, planned.action)}”: {name} {can}."
        reasons.append(Reason(text=text, points=each if able else 0))
    sides = {case.person(planned.owner).side for planned in useful}
    both = {"leadership", "operations"} <= sides
    text = "Both sides own a part of it." if both else "One side owns all of it."
    return (*reasons, Reason(text=text, points=BOTH_SIDES if both else 0))


def _economy(useful: Sequence[PlannedAction], plan: Plan, case: Case, key: Key) -> tuple[Reason, ...]:
    prices = {action.id: action.price for action in case.planning.actions}
    spent = sum(prices[planned.action] for planned in plan.actions)
    well = sum(prices[planned.action] for planned in useful)
    share = well / spent if spent else 1.0
    decoys = [planned.action for planned in plan.actions if planned.action in key.plan.decoys]
    reasons = [
        Reason(text=f"{share:.0%} of the money goes to actions that work on a cause.", points=ECONOMY * share)
    ]
    reasons += [Reason(text=f"“{_title(case, a)}”: {key.plan.decoys[a]}", points=0) for a in decoys]
    return tuple(reasons)
