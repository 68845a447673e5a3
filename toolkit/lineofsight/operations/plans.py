"""Plans as they are asked of a model: what is wrong with one, and what an amendment makes of it."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import OperationsError, suggestion
from ..model.answers import Amendment, PlannedAction
from ..model.case import CaseFile
from ..model.catalogue import Action

Plan = Sequence[PlannedAction]


def plan_errors(case: CaseFile, plan: Plan) -> tuple[str, ...]:
    """Return every reason why a plan cannot run, in words for the person who made it."""
    planning = case.planning
    actions = {action.id: action for action in planning.actions}
    errors = [
        f"there is no action {item.action!r}{suggestion(item.action, actions)}"
        for item in plan
        if item.action not in actions
    ]
    known = [item for item in plan if item.action in actions]
    chosen = [item.action for item in known]
    errors += [
        f"“{actions[a].title}” is in the plan twice"
        for a in sorted({a for a in chosen if chosen.count(a) > 1})
    ]
    errors += [
        f"“{actions[item.action].title}” starts in week {item.start}; the plan replays from week "
        f"{planning.replay_from} to {case.operations.horizon - 1}"
        for item in known
        if not planning.replay_from <= item.start < case.operations.horizon
    ]
    spent = price(case, known)
    if spent > planning.budget:
        errors.append(
            f"The plan costs {spent:,.0f} {planning.currency} and the budget is {planning.budget:,.0f}: "
            f"take out actions worth {spent - planning.budget:,.0f}."
        )
    return tuple(errors)


def price(case: CaseFile, plan: Plan) -> float:
    """Return what a plan costs; an action dropped before its start costs nothing."""
    prices = {action.id: action.price for action in case.planning.actions}
    return sum(prices[item.action] for item in plan if begun(item))


def begun(item: PlannedAction) -> bool:
    """Return whether a planned action ever starts."""
    return item.stop is None or item.start < item.stop


def amend(plan: Plan, amendment: Amendment, at: int, case: CaseFile) -> tuple[PlannedAction, ...]:
    """Return the plan with one change from week ``at`` on; everything before is as it was.

    A dropped action works no more from that week; what it has cost by then stays spent. An added one
    starts in that week. ``OperationsError`` says why a change is not possible.
    """
    if amendment.kind == "none":
        return tuple(plan)
    action = _action(case, amendment.action or "")
    planned = {item.action for item in plan}
    if amendment.kind == "drop":
        if action.id not in planned:
            raise OperationsError(f"“{action.title}” is not in the plan, so it cannot be dropped")
        return tuple(
            item.model_copy(update={"stop": at}) if item.action == action.id else item for item in plan
        )
    if action.id in planned:
        raise OperationsError(f"“{action.title}” is in the plan already")
    added = (*plan, PlannedAction(action=action.id, owner=amendment.owner or "nobody", start=at))
    left = case.planning.budget - price(case, plan)
    if action.price > left:
        raise OperationsError(
            f"“{action.title}” costs {action.price:,.0f} and {left:,.0f} of the budget are left; what is spent "
            "stays spent. Choose something else, or change nothing."
        )
    errors = plan_errors(case, added)
    if errors:
        raise OperationsError(errors[0])
    return added


def _action(case: CaseFile, id: str) -> Action:
    actions = {action.id: action for action in case.planning.actions}
    if id not in actions:
        raise OperationsError(f"there is no action {id!r}{suggestion(id, actions)}")
    return actions[id]
