"""The whole year: median and band against doing nothing, the forecast read, luck apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ipywidgets import RadioButtons

from ..desk import runs
from ..model.answers import Plan, PlannedAction
from ..reports.escape import escape
from .figure import drawn, redraw
from .widgets import column, html, layout, row

if TYPE_CHECKING:
    from ipywidgets import Widget

    from .page import Page

SHOWN = 5


class WholeYear:
    """What the plan led to. ``widgets``: the parts in order."""

    def __init__(self, page: Page, plan: Plan, actions: Sequence[PlannedAction]) -> None:
        self._case = page.visit.case
        self._year = runs.whole_year(self._case, plan, actions, self._signals(plan))
        self.widgets: tuple[Widget, ...] = (
            html(self._endings()),
            self._chart(),
            *self._forecasts(),
            html(
                f"<div class='los-card los-luck'><h2>Luck, apart from what you decided</h2><p>{self._luck()}</p></div>"
            ),
        )

    def _signals(self, plan: Plan) -> list[str]:
        chosen = {item.signal for item in plan.actions}
        watched = [s.series for s in self._case.planning.signals if s.id in chosen and s.series]
        return list(dict.fromkeys([*self._case.operations.shown, *watched]))[:SHOWN]

    def _endings(self) -> str:
        cells = "".join(
            f"<tr><th scope='row'>{escape(e.title)}</th><td class='num'>{e.nothing:{e.format}}</td>"
            f"<td class='num'><b>{e.plan:{e.format}}</b></td></tr>"
            for e in self._year.endings
        )
        return (
            "<section class='los-card'><h2>Where the year ends, on average</h2><table class='los-plain'><thead><tr>"
            "<th scope='col'>Outcome</th><th scope='col' class='num'>Doing nothing</th>"
            f"<th scope='col' class='num'>Your plan</th></tr></thead><tbody>{cells}</tbody></table></section>"
        )

    def _chart(self) -> Widget:
        signals = self._year.signals
        place = drawn(self._drawn(signals[0]))
        picks = RadioButtons(
            options=[(item.title, at) for at, item in enumerate(signals)],
            value=0,
            description="Show",
            layout=layout(),
        )
        picks._dom_classes = ("los-chips",)
        picks.observe(lambda change: redraw(place, self._drawn(signals[change["new"]])), names="value")
        return column((html("<h2>The year, week by week</h2>"), picks, place), "los-card", "los-year")

    def _drawn(self, item: runs.Watched) -> dict[str, object]:
        from ..reports.year_charts import year_chart

        rules = [(self._case.planning.midpoint, "your one change")]
        return year_chart(item.plan, item.nothing, title=item.title, unit=item.unit, rules=rules)

    def _forecasts(self) -> list[Widget]:
        from ..reports.possible_years import years_chart

        cards = []
        for ending in self._year.endings:
            if ending.held is None or ending.low is None or ending.high is None:
                continue
            words = f"Your range held {ending.held} of 100 possible years; you meant 80."
            chart = years_chart(
                ending.years,
                ending.low,
                ending.high,
                title=ending.title,
                form=ending.format,
                held=ending.held,
            )
            cards.append(
                column(
                    (html(f"<p class='los-held'><b>{words}</b></p>"), drawn(chart)),
                    "los-card",
                    "los-figure-card",
                )
            )
        return [html("<h2>Your forecast</h2>"), row(cards, "los-figures")] if cards else []

    def _luck(self) -> str:
        return (
            f"Of all the years that this plan could have met, the one that came was {escape(self._year.luck)}. "
            "The points look at all of them, so luck neither gives nor takes any."
        )
