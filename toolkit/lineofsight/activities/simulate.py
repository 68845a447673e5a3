"""The run: to the midpoint with the signals one chose, one change, then the rest of the year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ipywidgets import Widget

from ..desk import runs
from ..model.answers import Plan
from ..reports.escape import escape
from . import warming
from .again import Again
from .amendment import AmendmentFields
from .doubt import Doubts
from .face import Face
from .figure import drawn
from .thinks import how_it_thinks
from .whole_year import WholeYear
from .widgets import column, html, row

if TYPE_CHECKING:
    from ..model.catalogue import SignalChoice


class SimulateFace(Face):
    """Two halves; the first run is kept, later ones are for learning."""

    stays = True

    def build(self) -> list[Widget]:
        """Return the first half with its one change, or the whole year and what one may do with it."""
        warming.finish()
        self._plan = Plan.model_validate(self.visit.answer("plan"))
        if not self.locked:
            return self._first_half()
        actions = runs.amended(self.case, self._plan, self.visit.state.answers[self.step.id])
        return [
            *WholeYear(self.page, self._plan, actions).widgets,
            html(how_it_thinks(self.case)),
            Doubts(self.page, actions).widget,
            Again(self.page, self._plan, actions).widget,
        ]

    def note(self) -> str:
        """Say where the year stands."""
        if self.locked:
            return "The first run is kept and scored."
        return f"It is week {self.case.planning.midpoint}. Change one action or none."

    def primary(self) -> str:
        """Run on, or go on."""
        return self.step.next if self.locked else "Run the rest of the year"

    def payload(self) -> Mapping[str, Any]:
        """Return the one change."""
        return self._change.payload()

    def _first_half(self) -> list[Widget]:
        midpoint = self.case.planning.midpoint
        chosen = [item.signal for item in self._plan.actions]
        signals = [signal for signal in self.case.planning.signals if signal.id in chosen]
        series = list(dict.fromkeys(signal.series for signal in signals if signal.series))
        shown = runs.watched(self.case, self._plan.actions, series, midpoint)
        board = runs.watched(self.case, self._plan.actions, self.case.operations.dashboard, midpoint)
        silent = "".join(
            f"<p class='los-note'>“{escape(signal.text)}”: {escape(signal.shows or 'nothing here that tells you what to do')}</p>"
            for signal in signals
            if not signal.series
        )
        self._change = AmendmentFields(self, self._plan)
        return [
            html(f"<h2>What you chose to watch, weeks 0 to {midpoint - 1}</h2>{silent}"),
            row([_half(item, [s for s in signals if s.series == item.id]) for item in shown], "los-figures"),
            html("<h2>The dashboard that leadership had anyway</h2>"),
            row([_half(item) for item in board], "los-figures"),
            self._change.widget,
        ]


def _half(item: runs.Watched, chosen: Sequence[SignalChoice] = ()) -> Widget:
    from ..reports.year_charts import year_chart

    chart = drawn(year_chart(item.plan, None, title=item.title, unit=item.unit))
    wanted = html(f"<p class='small'>You chose: {_chosen(chosen)}</p>") if chosen else None
    return column((wanted, chart) if wanted else (chart,), "los-card", "los-figure-card")


def _chosen(signals: Sequence[SignalChoice]) -> str:
    return ", ".join(f"“{escape(signal.text)}”" for signal in signals)
