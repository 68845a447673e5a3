"""Again: the first run stays; change one thing and run as often as you like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..desk import runs
from ..errors import AnswerError
from ..model.answers import Plan, PlannedAction
from ..reports.escape import escape
from .widgets import button, choice, column, html, row

if TYPE_CHECKING:
    from .page import Page


MEASURE = (
    "Plans are measured in the case's combined value: what the year does for customers, staff and money, "
    "in one number. Doing nothing is 0."
)


class Again:
    """An editor for one change against the first run, and a table of what was tried."""

    def __init__(self, page: Page, plan: Plan, actions: Sequence[PlannedAction]) -> None:
        self._page, self._plan, self._actions = page, plan, tuple(actions)
        self._case = page.visit.case
        self._titles = {action.id: action.title for action in self._case.planning.actions}
        self._what = choice("Change one thing", self._options(), "", lambda _: None, "los-field")
        weeks = [(f"week {week}", str(week)) for week in self._case.planning.starts]
        self._start = choice(
            "Start (for what is added or moved)", weeks, weeks[0][1], lambda _: None, "los-field"
        )
        press = button("Run it again", page.guarded(self._run))
        self._table = html("", "los-say")
        lead = (
            "<h2>Run it again</h2><p>Your first run is kept: it is the one that is scored. Against it, change one "
            f"thing and see what that alone does, as often as you like.</p><p class='small'>{MEASURE}</p>"
        )
        self.widget = column(
            (html(lead), row((self._what, self._start, press), "los-fields"), self._table),
            "los-card",
            "los-again",
        )
        self._draw()

    def _options(self) -> list[tuple[str, str]]:
        planned = [item.action for item in self._actions]
        options = [("Choose …", "")]
        options += [(f"Leave out: {self._titles[id]}", f"drop {id}") for id in planned]
        options += [(f"Move the start of: {self._titles[id]}", f"move {id}") for id in planned]
        options += [(f"Add: {title}", f"add {id}") for id, title in self._titles.items() if id not in planned]
        return options

    def _run(self) -> None:
        kind, _, action = (self._what.value or "").partition(" ")
        if not action:
            raise AnswerError("Choose what to change first.")
        start = int(self._start.value or self._case.planning.starts[0])
        plan = [item.model_dump(mode="json") for item in self._actions]
        if kind == "drop":
            plan = [item for item in plan if item["action"] != action]
        elif kind == "move":
            plan = [{**item, "start": start} if item["action"] == action else item for item in plan]
        else:
            plan.append(self._added(action, start))
        self._page.visit.try_again(plan, {"kind": kind, "action": action, "start": start})
        self._draw()

    def _added(self, action: str, start: int) -> dict[str, Any]:
        return {"action": action, "owner": self._case.cast[0].id, "start": start}

    def _draw(self) -> None:
        tries = self._page.visit.state.tries
        plans = [tuple(PlannedAction.model_validate(item) for item in kept["plan"]) for kept in tries]
        gains = runs.gains(self._case, [self._actions, *plans])
        rows: list[tuple[str, float, float | None]] = [("Your first run", gains[0], None)]
        rows += [
            (self._said(kept["change"]), gain, gain - gains[0])
            for kept, gain in zip(tries, gains[1:], strict=True)
        ]
        body = "".join(
            f"<tr><th scope='row'>{escape(name)}</th><td class='num'>{_number(gain)}</td>"
            f"<td class='num'>{'kept' if more is None else _number(more)}</td></tr>"
            for name, gain, more in rows
        )
        self._table.value = (
            "<table class='los-plain'><thead><tr><th scope='col'>Run</th><th scope='col' class='num'>Against doing "
            f"nothing</th><th scope='col' class='num'>Against your first</th></tr></thead><tbody>{body}</tbody></table>"
        )

    def _said(self, change: Mapping[str, Any]) -> str:
        title = self._titles.get(change["action"], change["action"])
        words = {"drop": f"Without “{title}”", "move": f"“{title}” from week {change['start']}"}
        return words.get(change["kind"], f"With “{title}” from week {change['start']}")


def _number(value: float) -> str:
    return f"{value:+.2f}".replace("-", "−")
