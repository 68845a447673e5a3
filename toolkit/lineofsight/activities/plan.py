"""The plan: a budget, actions with owners and signs to watch, their lead times, and a forecast."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ipywidgets import Widget

from ..errors import AnswerError
from ..model.answers import PlannedAction
from ..operations import price
from ..reports.escape import escape
from ..reports.gantt import gantt
from ..reports.meter import budget_meter
from . import warming
from .catalogue import Catalogue
from .face import Face, fitting
from .forecast import ForecastFields
from .plan_action import ActionCard
from .widgets import column, html

# The owner of an action that has none yet: nobody of any cast.
NOBODY = "nobody"


class PlanFace(Face):
    """Choose, order and own actions; nothing says "too late" before it is handed in."""

    def build(self) -> list[Widget]:
        """Return why it is fair, the budget, the bars, the chosen actions, the catalogue, the forecast."""
        warming.begin()
        kept = self._kept()
        known = {action.id: action for action in self.case.planning.actions}
        self._cards = [self._card(item) for item in kept.get("actions", []) if item.get("action") in known]
        chosen = {card.action.id for card in self._cards}
        self._catalogue = Catalogue(self.case, chosen, self._pick, self.locked)
        self._forecast = ForecastFields(self.case, kept.get("forecasts", []), self._changed, self.locked)
        self._budget = html("", "los-card", "los-budget-card")
        self._bars = html("", "los-bars")
        self._list = column((), "los-grid", "los-actions")
        self._draw()
        fair = f"<div class='los-note'><b>Why week {self.case.planning.replay_from}?</b> {escape(self.case.planning.fair)}</div>"
        yours = html("<h2>Your plan</h2>")
        return [
            html(fair),
            self._budget,
            self._catalogue.widget,
            yours,
            self._bars,
            self._list,
            self._forecast.widget,
        ]

    def note(self) -> str:
        """Count the actions."""
        count = len(self._kept().get("actions", []))
        words = "1 action" if count == 1 else f"{count} actions"
        if self.locked:
            return f"{words}. Handed in."
        over = self._over()
        return f"{words}. {over}." if over else f"{words}. The first run is the one that is kept."

    def primary(self) -> str:
        """Hand in, or go on."""
        return "Go on" if self.locked else self.step.next

    def payload(self) -> Mapping[str, Any]:
        """Return the plan with its forecast; ``AnswerError`` says first what is over the budget."""
        if over := self._over():
            raise AnswerError(f"{over}: take an action out, then hand in.")
        actions = [_planned(card) for card in self._cards]
        return {"actions": actions, "forecasts": self._forecast.payload() if actions else []}

    def _kept(self) -> Mapping[str, Any]:
        handed_in = self.visit.state.answers.get(self.step.id)
        kept: Mapping[str, Any] = handed_in or self.draft("plan", {})
        return kept

    def _card(self, kept: Mapping[str, Any]) -> ActionCard:
        action = next(a for a in self.case.planning.actions if a.id == kept["action"])
        return ActionCard(
            self.page, action, kept, self._changed, lambda: self._take_out(action.id), self.locked
        )

    def _pick(self, action: str, on: bool) -> None:
        chosen = [card.action.id for card in self._cards]
        if self.locked or (action in chosen) == on:
            return
        if on:
            self._cards.append(self._card({"action": action}))
        else:
            del self._cards[chosen.index(action)]
        self._changed()

    def _take_out(self, action: str) -> None:
        box = self._catalogue.boxes[action]
        box.value = False
        self.page.focus(box)

    def _changed(self) -> None:
        plan = {"actions": [card.taken for card in self._cards], "forecasts": self._forecast.drafts}
        self.keep("plan", plan)
        self._draw()
        self.page.frame.draw()

    def _over(self) -> str:
        planning = self.case.planning
        prices = {action.id: action.price for action in planning.actions}
        spent = sum(prices.get(item["action"], 0.0) for item in self._kept().get("actions", []))
        more = spent - planning.budget
        return f"Over budget by {more:,.0f} {planning.currency}" if more > 0 else ""

    def _draw(self) -> None:
        planning = self.case.planning
        planned = [
            PlannedAction(
                action=card.action.id, owner=card.taken["owner"] or NOBODY, start=card.taken["start"]
            )
            for card in self._cards
        ]
        self._budget.value = budget_meter(price(self.case, planned), planning.budget, planning.currency)
        self._bars.value = gantt(self.case, planned)
        self._list.children = tuple(card.widget for card in self._cards)


def _planned(card: ActionCard) -> dict[str, Any]:
    taken = card.taken
    fitting(taken["words"], f"“{card.action.title}”, in your own words")
    chosen = {name: taken[name] or None for name in ("signal", "side_effect")}
    return {**taken, **chosen, "owner": taken["owner"] or NOBODY}
