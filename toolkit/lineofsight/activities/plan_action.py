"""One chosen action: who does it, from when, what to watch, what it may break, in own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ..reports.amounts import until_it_works
from ..reports.escape import escape
from .widgets import button, choice, column, html, paragraph, row

if TYPE_CHECKING:
    from ..model.case import Case
    from ..model.catalogue import Action
    from .page import Page

_OPEN = ("Choose …", "")


class ActionCard:
    """The card of one chosen action; ``tell()`` after every change, ``remove()`` when taken out."""

    def __init__(
        self,
        page: Page,
        action: Action,
        kept: Mapping[str, Any],
        tell: Callable[[], None],
        remove: Callable[[], None],
        locked: bool,
    ) -> None:
        case = page.visit.case
        self.action = action
        self._tell = tell
        self._values: dict[str, Any] = {
            "action": action.id,
            "owner": kept.get("owner") or "",
            "start": kept.get("start", case.planning.starts[0]),
            "signal": kept.get("signal") or "",
            "side_effect": kept.get("side_effect") or "",
            "words": kept.get("words", ""),
        }
        away = button("Remove", page.guarded(remove), "los-icon-remove", disabled=locked)
        facts = f"<h3>{escape(action.title)}</h3><p class='los-facts num'>{action.price:,.0f} · {until_it_works(action.lead)}</p>"
        head = row((html(facts, "los-claim-head"), away), "los-action-top")
        words = paragraph(
            "In your own words (kept for people to read, never scored)",
            self._values["words"],
            lambda text: self._set("words", text),
            "los-field",
            rows=1,
        )
        fields = [*self._lists(case), words]
        for field in fields:
            field.disabled = locked
        self.widget = column((head, row(fields[:-1], "los-fields"), words), "los-card", "los-action")

    @property
    def taken(self) -> dict[str, Any]:
        """The action as a draft."""
        return dict(self._values)

    def _lists(self, case: Case) -> list[Any]:
        people = [_OPEN, *((f"{person.name}, {person.role}", person.id) for person in case.cast)]
        starts = [(f"week {week}", str(week)) for week in case.planning.starts]
        signals = [_OPEN, *((signal.text, signal.id) for signal in case.planning.signals)]
        harms = [_OPEN, *((item.text, item.id) for item in case.planning.side_effects)]
        return [
            choice("Owner", people, self._values["owner"], lambda v: self._set("owner", v), "los-field"),
            choice("Start", starts, str(self._values["start"]), self._begin, "los-field"),
            choice("The sign you will watch", signals, self._values["signal"], lambda v: self._set("signal", v), "los-field"),
            choice("What it may break", harms, self._values["side_effect"], lambda v: self._set("side_effect", v), "los-field"),
        ]  # fmt: skip

    def _begin(self, week: str) -> None:
        if week:
            self._set("start", int(week))

    def _set(self, name: str, value: Any) -> None:
        self._values[name] = value
        self._tell()
