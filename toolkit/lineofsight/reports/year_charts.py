"""The year as charts: median and band by week against doing nothing, and the possible years as dots."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..model.case import Column
from ..model.exhibit import Rule
from .amounts import on_an_axis
from .charts import dated, headroom
from .labels import Spot, spots
from .tables import Cell, grid
from .theme import INK, bundle

Band = tuple[Sequence[float], Sequence[float], Sequence[float]]
PLAN, NOTHING = "your plan", "doing nothing"
TONES = {PLAN: "ink", NOTHING: "muted"}
HIGHEST_ROOM = 1.2
QUARTERS = [0, 0.25, 0.5, 0.75, 1]


def year_chart(
    plan: Band,
    nothing: Band | None,
    *,
    title: str,
    unit: str,
    rules: Sequence[tuple[int, str]] = (),
) -> dict[str, Any]:
    """Return the display bundle of one signal by week.

    ``plan`` and ``nothing``: (low, median, high) by week, in the signal's ``unit`` (shares are
    shown in per cent); without ``nothing`` only the plan is drawn (the first half).
    """
    import altair as alt

    bands = {NOTHING: nothing, PLAN: plan} if nothing else {PLAN: plan}
    last = len(plan[1]) - 1
    highest = max(max(high) for _, _, high in bands.values())
    form, said = on_an_axis(unit, highest)
    tall = HIGHEST_ROOM * highest or 1.0
    floor = min(0.0, *(min(low) for low, _, _ in bands.values()))
    # A share has room for labels above the whole, but no gridline there: nothing is 120 per cent on time.
    whole = form.endswith("%") and highest <= 1 < tall
    scale = alt.Scale(domain=[floor, tall], nice=not whole)
    rungs = {"values": QUARTERS} if whole else {}
    axis = alt.Axis(title="Week", format="d", tickMinStep=1)
    x = alt.X("week:Q", axis=axis, scale=alt.Scale(domain=[0, last], nice=False))
    y = alt.Y("low:Q", axis=alt.Axis(title=None, format=form, **rungs), scale=scale)
    layers = [layer for who, band in bands.items() for layer in _band(band, TONES[who], x, y)]
    events = [Rule(at=week, label=words) for week, words in rules]
    layers += dated(events, "week", (0, last))
    if nothing:
        places = spots({who: band[1] for who, band in bands.items()}, tall - floor)
        for (who, band), spot in zip(bands.items(), places, strict=True):
            layers += _label(who, band, spot, scale)
    words = described(plan, nothing, title, form, said)
    under = f"{said}; shaded: 80 of 100 possible years"
    return bundle(alt.layer(*layers), title, under, words, above=headroom(events, (0, last)))


def described(plan: Band, nothing: Band | None, title: str, form: str, unit: str) -> str:
    """Return the chart in a sentence: highest and last median of the plan and of doing nothing."""

    def told(mid: Sequence[float]) -> str:
        top = max(range(len(mid)), key=mid.__getitem__)
        return f"is highest in week {top} at {format(mid[top], form)} and ends at {format(mid[-1], form)}"

    words = f"{title} ({unit}), median of the possible years: with your plan it {told(plan[1])}"
    return f"{words}; doing nothing, it {told(nothing[1])}." if nothing else f"{words}."


def year_table(plan: Band, nothing: Band | None, *, title: str, form: str) -> str:
    """Return the figures of a year chart as a table: every fourth week, and the last one."""
    bands = {PLAN: plan} | ({NOTHING: nothing} if nothing else {})
    heads = [f"{who}, {what}".capitalize() for who in bands for what in ("low", "middle", "high")]
    columns = [Column(name="week", title="Week", type="integer")]
    columns += [
        Column(name=f"c{at}", title=head, type="number", format=form) for at, head in enumerate(heads)
    ]
    last = len(plan[1]) - 1
    rows: list[list[Cell]] = [
        [week, *(float(line[week]) for band in bands.values() for line in band)]
        for week in sorted({*range(0, last, 4), last})
    ]
    return grid(f"{title}: middle year, and the band of 80 in 100", columns, rows)


def _band(band: Band, tone: str, x: Any, y: Any) -> list[Any]:
    import altair as alt

    rows = [
        {"week": week, "low": low, "median": median, "high": high}
        for week, (low, median, high) in enumerate(zip(*band, strict=True))
    ]
    base = alt.Chart(alt.InlineData(rows)).encode(x=x)
    dash = {"strokeDash": [2, 4]} if tone == "muted" else {}
    return [
        base.mark_area(color=INK[tone], opacity=0.18).encode(y=y, y2="high:Q"),
        base.mark_line(color=INK[tone], **dash).encode(y=alt.Y("median:Q", axis=y["axis"], scale=y["scale"])),
    ]


def _label(who: str, band: Band, spot: Spot, scale: Any) -> list[Any]:
    import altair as alt

    point = {"week": spot.at, "median": band[1][spot.at], "who": who}
    base = alt.Chart(alt.InlineData([point])).encode(
        x="week:Q", y=alt.Y("median:Q", scale=scale), text="who:N"
    )
    place: dict[str, Any] = {"align": spot.align, "dy": -10 if spot.above else 12, "fontWeight": 600}
    return [
        base.mark_text(color=INK["paper"], stroke=INK["paper"], strokeWidth=5, strokeJoin="round", **place),
        base.mark_text(color=INK[TONES[who]], **place),
    ]
