"""A plan as a Gantt chart in escaped HTML: striped while it is on its way, solid when it works."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.answers import PlannedAction
from ..model.case import Case
from .escape import escape

WEEKS = 52
AXIS = (0, 12, 24, 36, 48)


def gantt(case: Case, plan: Sequence[PlannedAction]) -> str:
    """Return the plan's bars over the year, each row also said in words."""
    if not plan:
        return "<p class='los-empty'>No action yet. What you add appears here, with the weeks it takes to work.</p>"
    rows = "".join(_row(case, item) for item in sorted(plan, key=lambda item: (item.start, item.action)))
    ticks = "".join(f"<span style='left:{100 * week / WEEKS:.1f}%'>{week}</span>" for week in AXIS)
    return (
        "<div class='los-gantt'><div class='los-gantt-row los-gantt-axis' aria-hidden='true'><b>Week</b>"
        f"<div class='los-track'>{ticks}</div></div><ul>{rows}</ul>"
        "<p class='los-key'>Striped: on its way. Solid: working.</p></div>"
    )


def _row(case: Case, item: PlannedAction) -> str:
    action = next(a for a in case.planning.actions if a.id == item.action)
    people = {person.id: person for person in case.cast}
    owner = people.get(item.owner)
    side = owner.side if owner else "both"
    works = min(WEEKS, item.start + action.lead)
    who = escape(owner.name) if owner else "no owner yet"
    end = WEEKS if item.stop is None else max(item.start, item.stop)
    wait = (
        f"<i class='wait' style='left:{_share(item.start)};width:{_share(min(works, end) - item.start)}'></i>"
    )
    work = f"<i class='work {side}' style='left:{_share(works)};width:{_share(max(0, end - works))}'></i>"
    said = f"from week {item.start}, working from week {works}"
    return (
        f"<li class='los-gantt-row'><div><b>{escape(action.title)}</b><small>{who} · "
        f"{action.price:,.0f} · {said}</small></div><div class='los-track' aria-hidden='true'>{wait}{work}</div></li>"
    )


def _share(weeks: int) -> str:
    return f"{100 * weeks / WEEKS:.2f}%"
