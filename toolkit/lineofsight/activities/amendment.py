"""The one change at the midpoint: none, drop one action, or start another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..model.answers import Plan
from ..reports.escape import escape
from .widgets import choice, column, html, row

if TYPE_CHECKING:
    from .face import Face

NONE = "none"


class AmendmentFields:
    """Two lists: what to change, and who does it if something is added."""

    def __init__(self, face: Face, plan: Plan) -> None:
        self._face = face
        case, kept = face.case, face.draft("amendment", {})
        titles = {action.id: action for action in case.planning.actions}
        planned = [item.action for item in plan.actions]
        options = [("Change nothing", NONE)]
        options += [(f"Drop: {titles[id].title}", f"drop {id}") for id in planned]
        left = case.planning.budget - sum(titles[id].price for id in planned)
        options += [
            (f"Start now: {action.title} ({action.price:,.0f})", f"add {action.id}")
            for action in case.planning.actions
            if action.id not in planned and action.price <= left
        ]
        people = [("Choose …", ""), *((f"{person.name}, {person.role}", person.id) for person in case.cast)]
        self._what = choice("Your one change", options, kept.get("what", NONE), self._changed, "los-field")
        self._owner = choice(
            "Owner, if you start something", people, kept.get("owner", ""), self._changed, "los-field"
        )
        midpoint = case.planning.midpoint
        lead = (
            f"<h2>One change, or none</h2><p>It is the Monday of week {midpoint}. What is dropped works no more; "
            f"what it has cost stays spent. What you start now takes its weeks like anything else. "
            f"{left:,.0f} {escape(case.planning.currency)} of the budget are left.</p>"
        )
        self.widget = column(
            (html(lead), row((self._what, self._owner), "los-fields")), "los-card", "los-amend"
        )

    def payload(self) -> Mapping[str, Any]:
        """Return the amendment."""
        kind, _, action = (self._what.value or NONE).partition(" ")
        return {
            "kind": kind,
            "action": action or None,
            "owner": self._owner.value or None if kind == "add" else None,
        }

    def _changed(self, _: str) -> None:
        self._face.keep("amendment", {"what": self._what.value, "owner": self._owner.value})
