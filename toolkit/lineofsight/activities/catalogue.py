"""The catalogue: every action with price, lead time and what it is assumed to do, to tick."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ipywidgets import Checkbox

from ..model.catalogue import Action, Effect
from ..reports.amounts import amount, until_it_works, weeks
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
        effects = "".join(f"<li>{self._effect(effect)}</li>" for effect in action.effects)
        nothing = "<li>The model knows of no effect on letters, people or money.</li>"
        return (
            f"<p class='los-facts num'><b>{action.price:,.0f} {currency}</b> · {lead}</p>"
            f"{only}<p>{escape(action.about)}</p><details class='los-assumed'><summary>What it is assumed to do</summary>"
            f"<ul>{effects or nothing}</ul></details>"
        )

    def _effect(self, effect: Effect) -> str:
        from ..operations import models

        control = next(c for c in models()[self._case.operations.model].controls if c.id == effect.control)
        lasting = effect.weeks if not control.once else None
        for_weeks = f", for {weeks(lasting)}" if lasting else ""
        size = escape(amount(effect.value, control.unit, added=control.text.startswith("On ")))
        text = escape(control.text.rstrip("."))
        return f"{text}: {size}{for_weeks} <small>({escape(effect.basis)})</small>"
