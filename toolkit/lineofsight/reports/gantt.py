"""A plan over the weeks as plain HTML: who, what it costs, when it is on its way and when it works."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ..model.answers import PlannedAction
from ..model.case import Case
from ..model.catalogue import Action
from .escape import escape


def gantt(
    case: Case,
    actions: Sequence[PlannedAction],
    line: tuple[int, str] | None = None,
) -> str:
    """Return a plan's bars from week 0 to the case's horizon (about half a kilobyte an action).

    ``line`` is a dated event (week, label). Each row says in words what its bar shows; an action
    that the case does not know is left out, as is one that never begins.
    """
    known = {action.id: action for action in case.planning.actions}
    chosen = {planned.action for planned in actions}
    rows = "".join(
        _row(case, planned, known[planned.action], _missing(known, planned.action, chosen), line)
        for planned in actions
        if planned.action in known
    )
    if not rows:
        return '<p class="los-empty">No action yet. What you add shows here, week by week.</p>'
    return (
        '<section class="los-gantt los-plan-bars" aria-label="The plan over the weeks">'
        f"{_axis(case.operations.horizon)}{rows}{_legend(line)}</section>"
    )


def span(planned: PlannedAction, action: Action, horizon: int) -> tuple[int, int, int]:
    """Return the weeks (start, works from, ends) of an action, cut at the horizon.

    It works from its start plus its lead time, to the end, until its last effect is over or until it
    was dropped.
    """
    last = horizon if planned.stop is None else min(planned.stop, horizon)
    start = min(planned.start, last)
    end = min(last, start + _worn_off(action, horizon))
    return start, min(start + action.lead, end), end


def _worn_off(action: Action, horizon: int) -> int:
    """Return how many weeks after the start the last effect is over (the horizon: one of them stays)."""
    ends = [
        horizon
        if effect.weeks is None
        else effect.weeks + (action.lead if effect.delay is None else effect.delay)
        for effect in action.effects
    ]
    return max(ends, default=horizon)


def _missing(known: Mapping[str, Action], id: str, chosen: Collection[str]) -> str:
    """Return the title of what an action cannot do without and the plan does not have; else nothing."""
    return next((known[need].title for need in known[id].needs if need not in chosen), "")


def _row(
    case: Case, planned: PlannedAction, action: Action, missing: str, line: tuple[int, str] | None
) -> str:
    horizon = case.operations.horizon
    start, works, end = span(planned, action, horizon)
    works = end if missing else works
    person = next((person for person in case.cast if person.id == planned.owner), None)
    who = escape(person.name) if person else "nobody yet"
    side = person.side if person and person.side != "both" else ""
    price = f'<span class="price">{action.price:,.0f}</span>'
    lacks = f"does not work without “{escape(missing)}”" if missing else ""
    said = f"From week {start}: {lacks}." if missing else _said(start, works, end, horizon)
    note = f'<br><small class="lacks">{lacks}</small>' if missing else ""
    bars = _bar("wait", start, works, horizon) + _bar(f"work {side}".strip(), works, end, horizon)
    rule = _line(line[0], horizon) if line else ""
    return (
        f'<div class="row"><div>{escape(action.title)}<br><small>{who} · {price}</small>'
        f"{note}</div>"
        f'<div class="track" role="img" aria-label="{said}">{bars}{rule}</div></div>'
    )


def _said(start: int, works: int, end: int, horizon: int) -> str:
    until = "to the end of the year" if end == horizon else f"to week {end}"
    if works >= end:
        return f"From week {start}: does not come to work {until}."
    wait = f", on its way until week {works}" if works > start else ""
    return f"From week {start}{wait}, working from week {works} {until}."


def _bar(kind: str, first: int, last: int, horizon: int) -> str:
    if last <= first:
        return ""
    return f'<i class="{kind}" style="left:{_at(first, horizon)};width:{_at(last - first, horizon)}"></i>'


def _line(week: int, horizon: int) -> str:
    return f'<i class="now-line" style="left:{_at(week, horizon)}"></i>'


def _at(weeks: int, horizon: int) -> str:
    return f"{100 * weeks / horizon:.4g}%"


def _axis(horizon: int) -> str:
    quarter = horizon / 4
    ticks = "".join(
        f'<span style="left:{25 * at}%">{"week " if at == 0 else ""}{quarter * at:.0f}</span>'
        for at in range(5)
    )
    return f'<div class="row" aria-hidden="true"><b>Action</b><div class="axis">{ticks}</div></div>'


def _legend(line: tuple[int, str] | None) -> str:
    dashed = f'<span><i class="now-line"></i>{escape(line[1])}, week {line[0]}</span>' if line else ""
    return (
        '<p class="legend"><span><i class="wait"></i>on its way</span>'
        f'<span><i class="work"></i>working</span>{dashed}</p>'
    )
