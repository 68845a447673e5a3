"""A forecast against what could have come: 100 possible years as dots, the stated range shaded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .theme import INK, bundle

DOTS = 100
COLUMNS = 48
ROW = 8


def years_chart(
    values: Sequence[float], low: float, high: float, *, title: str, form: str, held: int
) -> dict[str, Any]:
    """Return 100 possible years of one outcome as dots, full inside the stated range, else hollow.

    ``values``: the outcome in every possible year (at least one), of which 100 quantiles are drawn;
    ``held``: how many of 100 the range ``low`` to ``high`` held. A range that reaches farther than the
    years are wide, or lies beyond that, is cut at the edge of the picture, which then says so.
    """
    import altair as alt

    years = _quantiles(values)
    wide = years[-1] - years[0] or abs(years[0]) or 1.0
    ends = (max(min(low, years[0]), years[0] - wide), min(max(high, years[-1]), years[-1] + wide))
    dots = _stacked(years, ends, round(DOTS * sum(value < low for value in values) / len(values)), held)
    tallest = 1 + max(dot["row"] for dot in dots)
    margin = 0.03 * (ends[1] - ends[0])
    edges = ends[0] - margin, ends[1] + margin
    shaded = {"value": min(max(low, edges[0]), edges[1]), "to": max(min(high, edges[1]), edges[0])}
    x = alt.X(
        "value:Q",
        axis=alt.Axis(title=None, format=form, tickCount=4),
        scale=alt.Scale(domain=list(edges), nice=False),
    )
    y = alt.Y("row:Q", axis=None, scale=alt.Scale(domain=[-0.8, tallest + 0.4], nice=False))
    base = alt.Chart(alt.InlineData(dots)).encode(x=x, y=y)
    layers = [
        alt.Chart(alt.InlineData([shaded])).mark_rect(color=INK["muted"], opacity=0.2).encode(x=x, x2="to:Q"),
        base.transform_filter("datum.held").mark_point(filled=True, opacity=1, size=34, color=INK["ink"]),
        base.transform_filter("!datum.held").mark_point(size=28, strokeWidth=1.4, color=INK["muted"]),
    ]
    said = (
        f"{title}, 100 possible years: {held} of them lie between {format(low, form)} and "
        f"{format(high, form)}, your range; 80 lie between {format(years[10], form)} and {format(years[89], form)}."
    )
    return bundle(alt.layer(*layers), title, _legend(low, high, edges), said, 100 + ROW * max(tallest, 8))


def _legend(low: float, high: float, edges: tuple[float, float]) -> str:
    if high < edges[0] or low > edges[1]:
        return f"100 possible years; your range lies {'left' if high < edges[0] else 'right'} of this picture"
    beyond = [side for side, out in (("left", low < edges[0]), ("right", high > edges[1])) if out]
    more = f", which goes on to the {' and the '.join(beyond)}" if beyond else ""
    return f"100 possible years; shaded: your range{more}"


def _quantiles(values: Sequence[float]) -> list[float]:
    ordered = sorted(values)
    last = len(ordered) - 1
    return [ordered[min(last, int((dot + 0.5) / DOTS * len(ordered)))] for dot in range(DOTS)]


def _stacked(
    years: Sequence[float], ends: tuple[float, float], below: int, held: int
) -> list[dict[str, Any]]:
    """Stack the dots in columns; as many are full as the sentence beside the chart says."""
    step = (ends[1] - ends[0]) / COLUMNS or 1.0
    tops: dict[int, int] = {}
    dots = []
    for place, year in enumerate(years):
        column = min(COLUMNS - 1, int((year - ends[0]) / step))
        row = tops.get(column, 0)
        tops[column] = row + 1
        middle = ends[0] + (column + 0.5) * step
        dots.append({"value": middle, "row": row, "held": below <= place < below + held})
    return dots
