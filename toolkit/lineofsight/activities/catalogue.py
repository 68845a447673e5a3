"""The catalogue: every action with its price and lead time, to tick; what it does is for the reader to judge."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ipywidgets import Checkbox

from ..model.catalogue import Action
from ..reports.amounts import until_it_works
from ..reports.escape import escape
from .widgets import column, html, layout

if TYPE_CHECKING:
    from ipywidgets import VBox

    from ..model.case import Case


class Catalogue:
    """Boxes to tick; ``pick(action, on)`` hears of every change."""

    def __init__(self, case: Case, chosen: set[str], pick: Callable[[str, bool], None], locked: bool) -> None:
        self._case = case
        self._pick = pick
        self.boxes = {a.id: self._box(a, a.id in chosen, locked) for a in case.planning.actions}
        heading = html("<h2 class='los-group-name'>What could be done</h2>")
        offers = [
            column((self.boxes[action.id], html(self._about(action))), "los-card", "los-offer")
            for action in case.planning.actions
        ]
        self.widget: VBox = column((heading, column(offers, "los-catalogue")), "los-group", "los-offers")

    def _box(self, action: Action, chosen: bool, locked: bool) -> Checkbox:
        box = Checkbox(value=chosen, description=action.title, indent=False, disabled=locked, layout=layout())
        box._dom_classes = ("los-pick",)
        box.observe(lambda change: self._pick(action.id, change["new"]), names="value")
        return box

    def _about(self, action: Action) -> str:
        currency = escape(self._case.planning.currency)
        lead = until_it_works(action.lead)
        titles = {other.id: other.title for other in self._case.planning.actions}
        needs = " and ".join(f"“{escape(titles[need])}”" for need in action.needs)
        only = f"<p class='los-needs'>Works only with {needs}.</p>" if needs else ""
        return (
            f"<p class='los-facts num'><b>{action.price:,.0f} {currency}</b> · {lead}</p>"
            f"{only}<p>{escape(action.about)}</p>"
        )
