"""The year as charts: median and band over 52 weeks against doing nothing, and the possible years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..model.exhibit import Rule
from .charts import dated
from .theme import INK, TEXT, bundle

Band = tuple[Sequence[float], Sequence[float], Sequence[float]]
PLAN, NOTHING = "your plan", "doing nothing"


def year_chart(
    plan: Band,
    nothing: Band | None,
    *,
    title: str,
    unit: str,
    form: str,
    rules: Sequence[tuple[int, str]] = (),
) -> dict[str, Any]:
    """Return the display bundle of one signal by week.

    ``plan`` and ``nothing``: (low, median, high) by week, in the signal's ``unit``; without
    ``nothing`` only the plan is drawn (the first half).
    """
    import altair as alt
    import pandas

    bands = {PLAN: plan} | ({NOTHING: nothing} if nothing else {})
    frame = pandas.concat(
        pandas.DataFrame({"week": range(len(mid)), "low": low, "mid": mid, "high": high, "who": who})
        for who, (low, mid, high) in bands.items()
    )
    colour = alt.Color(
        "who:N", scale=alt.Scale(domain=[PLAN, NOTHING], range=[INK["ink"], INK["muted"]]), legend=None
    )
    x = alt.X(
        "week:Q",
        title="week",
        axis=alt.Axis(format="d", tickMinStep=1),
        scale=alt.Scale(nice=False, domain=[0, len(plan[1]) - 1]),
    )
    base = alt.Chart(frame).encode(x=x, color=colour)
    band = base.mark_area(opacity=0.16).encode(
        y=alt.Y("low:Q", title=None, axis=alt.Axis(format=form)), y2="high:Q"
    )
    dash = alt.StrokeDash(
        "who:N", scale=alt.Scale(domain=[PLAN, NOTHING], range=[[1, 0], [6, 4]]), legend=None
    )
    line = base.mark_line().encode(y="mid:Q", strokeDash=dash)
    last = frame[frame["week"] == frame.groupby("who")["week"].transform("max")]
    label = (
        alt.Chart(last).encode(x=x, y="mid:Q", text="who:N", color=colour)
        .mark_text(align="right", dx=-4, dy=-9, fontWeight=600, fontSize=TEXT)
    )  # fmt: skip
    events = [Rule(at=week, label=words) for week, words in rules]
    layers = [band, line, label, *dated(events, "week", (0, len(plan[1]) - 1))]
    return bundle(alt.layer(*layers), title, unit, described(plan, nothing, title, form, unit))


def described(plan: Band, nothing: Band | None, title: str, form: str, unit: str) -> str:
    """Return the chart in a sentence: highest and last median of the plan and of doing nothing."""

    def said(mid: Sequence[float]) -> str:
        top = max(range(len(mid)), key=mid.__getitem__)
        return f"is highest in week {top} at {format(mid[top], form)} and ends at {format(mid[-1], form)}"

    words = f"{title} ({unit}), median of the possible years: with your plan it {said(plan[1])}"
    return f"{words}; doing nothing, it {said(nothing[1])}." if nothing else f"{words}."


def years_chart(
    values: Sequence[float], low: float, high: float, *, title: str, form: str, held: int
) -> dict[str, Any]:
    """Return the possible years of one outcome as a histogram, the forecast range shaded behind."""
    import altair as alt
    import pandas

    frame = pandas.DataFrame({"value": list(values)})
    frame["inside"] = frame["value"].between(low, high)
    colour = alt.Color(
        "inside:N", scale=alt.Scale(domain=[True, False], range=[INK["ink"], INK["muted"]]), legend=None
    )
    bars = alt.Chart(frame).mark_bar().encode(
        x=alt.X("value:Q", bin=alt.Bin(maxbins=24), title=None, axis=alt.Axis(format=form)),
        y=alt.Y("count()", title=None, axis=None),
        color=colour,
    )  # fmt: skip
    shade = alt.Chart(alt.Data(values=[{"low": low, "high": high}])).mark_rect(
        opacity=0.1, color=INK["ink"]
    )
    layers = alt.layer(shade.encode(x="low:Q", x2="high:Q"), bars)
    said = f"{title}: {held} of 100 possible years lie between {format(low, form)} and {format(high, form)}, your range."
    return bundle(layers, title, "100 possible years, your range shaded", said, 180)

