"""Who owns a plan: people who could do it by then, from both sides, the floor among them."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.answers import Plan, PlannedAction
from ..model.base import Reader
from ..model.case import Case
from ..model.key import Key
from ..model.score import Reason

BY_WHOM, BOTH_SIDES = 2.5, 1.5
_ALONE: dict[Reader, str] = {
    "leadership": "One side owns all of it: the floor owns nothing.",
    "operations": "One side owns all of it: nobody upstairs owns a part.",
    "both": "Those between the sides own all of it: nobody upstairs and nobody on the floor.",
}


def ownership(useful: Sequence[PlannedAction], plan: Plan, case: Case, key: Key) -> tuple[Reason, ...]:
    """Return one reason per useful action (can its owner do it?), and one for both sides."""
    each = BY_WHOM / len(useful)
    titles = {action.id: action.title for action in case.planning.actions}
    reasons = []
    for planned in useful:
        able = planned.owner in key.plan.owners.get(planned.action, ())
        can = "can do it" if able else "cannot do it from that desk"
        text = f"“{titles[planned.action]}”: {case.person(planned.owner).name} {can}."
        reasons.append(Reason(text=text, points=each if able else 0))
    return (*reasons, _sides(useful, case))


def _sides(useful: Sequence[PlannedAction], case: Case) -> Reason:
    sides = {case.person(planned.owner).side for planned in useful}
    if len(sides) > 1:
        return Reason(text="Both sides own a part of it.", points=BOTH_SIDES)
    return Reason(text=_ALONE[sides.pop()], points=0)
