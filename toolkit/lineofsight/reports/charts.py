"""An exhibit's chart: lines, areas, points or bars of its table, labelled where they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..errors import UnknownName
from ..model.case import Case, Table
from ..model.exhibit import Chart, Exhibit, Rule, Series
from .labels import Spot, spots
from .theme import INK, SHAPES, bundle

Row = dict[str, Any]
# Pixels from one line of labels above the plot to the next.
ROW = 19


def exhibit_chart(case: Case, paper: Exhibit) -> dict[str, Any]:
    """Return the chart of an exhibit as a display bundle (mime type -> content).

    ``UnknownName`` when the exhibit has no chart or no table.
    """
    import altair as alt

    if paper.chart is None or paper.table is None:
        drawn = [item.id for item in case.exhibits if item.chart]
        raise UnknownName("exhibit with a chart", paper.id, drawn)
    chart, table = paper.chart, case.table(paper.table)
    rows = _rows(chart, table, paper)
    words = any(column.name == chart.x and column.type == "string" for column in table.columns)
    if chart.mark == "bar" and words:
        return _lying_bars(chart, rows, chart.series[0])
    span, scale = _span(chart, rows), _scale_y(chart, rows)
    if chart.mark == "bar":
        layers = [*_bars(chart, rows, scale), *dated(chart.rules, chart.x, span, "O")]
    else:
        layers = [*_curves(chart, rows, scale), *dated(chart.rules, chart.x, span)]
        layers += _labels(chart, rows, scale)
    drawn = alt.layer(*layers)
    above = headroom(chart.rules, span)
    return bundle(drawn, chart.title, chart.y_title, chart.description, above=above)


def dated(rules: Sequence[Rule], x: str, span: tuple[float, float], kind: str = "Q") -> list[Any]:
    """Return dashed lines for dated events, each with its label above the plot.

    ``span`` is the axis from left to right; events closer than a third of it get their own line.
    """
    import altair as alt

    layers = []
    for rule, row in zip(sorted(rules, key=lambda rule: rule.at), _rows_above(rules, span), strict=True):
        right = rule.at > span[0] + 0.5 * (span[1] - span[0])
        base = alt.Chart(alt.InlineData([{x: rule.at}])).encode(x=alt.X(f"{x}:{kind}"))
        top, floor = alt.value(-2 - ROW * row), alt.value("height")
        layers.append(base.mark_rule(strokeDash=[5, 4], color=INK["muted"]).encode(y=top, y2=floor))
        layers.append(
            base.mark_text(
                align="right" if right else "left",
                baseline="bottom",
                dx=4 if right else -4,
                color=INK["muted"],
            ).encode(y=alt.value(-6 - ROW * row), text=alt.value(rule.label))
        )
    return layers


def headroom(rules: Sequence[Rule], span: tuple[float, float]) -> int:
    """Return the pixels that the labels of dated events need above the plot."""
    return ROW * (1 + max(_rows_above(rules, span), default=-1))


def _rows_above(rules: Sequence[Rule], span: tuple[float, float]) -> list[int]:
    rows: list[int] = []
    before = float("-inf")
    for at in sorted(rule.at for rule in rules):
        far = at - before > (span[1] - span[0]) / 3
        rows.append(0 if far or not rows else rows[-1] + 1)
        before = at
    return rows


def _rows(chart: Chart, table: Table, paper: Exhibit) -> list[Row]:
    names = [chart.x, *(series.column for series in chart.series)]
    columns = [table.column(name) for name in names]
    span = chart.x_range or paper.rows
    rows = [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]
    return [row for row in rows if span is None or _within(row[chart.x], span)]


def _within(value: Any, span: tuple[float, float]) -> bool:
    return not isinstance(value, (int, float)) or span[0] <= value <= span[1]


def _span(chart: Chart, rows: Sequence[Row]) -> tuple[float, float]:
    values = [row[chart.x] for row in rows if isinstance(row[chart.x], (int, float))]
    return chart.x_range or ((min(values), max(values)) if values else (0.0, 1.0))


def _scale_y(chart: Chart, rows: Sequence[Row]) -> Any:
    import altair as alt

    if chart.y_range:
        return alt.Scale(domain=list(chart.y_range), nice=False)
    values = [row[series.column] or 0 for row in rows for series in chart.series]
    top = max(values) * (1.2 if len(chart.series) > 1 else 1.0)  # room for labels on the curves
    return alt.Scale(domain=[min(0, *values), top or 1.0], nice=True)


def _curves(chart: Chart, rows: list[Row], scale: Any) -> list[Any]:
    import altair as alt

    axis = alt.Axis(title=_title(chart), format="d", tickMinStep=1)
    x = alt.X(f"{chart.x}:Q", axis=axis, scale=alt.Scale(domain=list(_span(chart, rows)), nice=False))
    base = alt.Chart(alt.InlineData(rows)).encode(x=x)
    layers, marks = [], []
    for at, series in enumerate(chart.series):
        tone = INK[series.tone]
        y = alt.Y(f"{series.column}:Q", axis=alt.Axis(title=None, format=chart.y_format), scale=scale)
        if chart.mark == "area":
            layers.append(base.mark_area(color=tone, opacity=0.85 if at else 0.2).encode(y=y))
            layers.append(base.mark_line(color=tone, strokeWidth=2).encode(y=y))
        elif chart.mark == "point":
            layers.append(_points(base, series).encode(y=y))
        else:
            layers.append(base.mark_line(color=tone).encode(y=y))
            ends = alt.Chart(alt.InlineData([rows[-1]])).encode(x=x)
            marks.append(_points(ends, series).encode(y=y))
    return [*layers, *marks]


def _points(base: Any, series: Series) -> Any:
    shape = SHAPES.get(series.tone, "circle")
    return base.mark_point(filled=True, opacity=1, size=64, color=INK[series.tone], shape=shape)


def _labels(chart: Chart, rows: list[Row], scale: Any) -> list[Any]:
    if len(chart.series) == 1:
        return []  # the title says what the one curve is
    tall = scale.domain[1] - scale.domain[0]
    curves = {series.column: [row[series.column] for row in rows] for series in chart.series}
    layers = []
    for series, spot in zip(chart.series, spots(curves, tall), strict=True):
        point = {chart.x: rows[spot.at][chart.x], series.column: rows[spot.at][series.column]}
        layers += _label(point, chart.x, series, spot, chart.mark == "area")
    return layers


def _label(point: Row, x: str, series: Series, spot: Spot, filled: bool) -> list[Any]:
    import altair as alt

    base = alt.Chart(alt.InlineData([point])).encode(
        x=f"{x}:Q", y=f"{series.column}:Q", text=alt.value(series.label)
    )
    place: dict[str, Any] = {"align": spot.align, "dy": -12 if spot.above else 14, "fontWeight": 600}
    # On its own colour a label is light; the same words underneath keep it readable on any line.
    colours = (INK[series.tone], INK["paper"])
    below, over = colours if filled and not spot.above else colours[::-1]
    return [
        base.mark_text(stroke=below, strokeWidth=5, strokeJoin="round", color=below, **place),
        base.mark_text(color=over, **place),
    ]


def _bars(chart: Chart, rows: list[Row], scale: Any) -> list[Any]:
    import altair as alt

    base = alt.Chart(alt.InlineData(rows))
    x = alt.X(
        f"{chart.x}:O", axis=alt.Axis(title=_title(chart), labelAngle=0), scale=alt.Scale(paddingInner=0.25)
    )
    return [
        base.mark_bar(color=INK[series.tone]).encode(
            x=x, y=alt.Y(f"{series.column}:Q", axis=alt.Axis(title=None, format=chart.y_format), scale=scale)
        )
        for series in chart.series
    ]


def _lying_bars(chart: Chart, rows: list[Row], series: Series) -> dict[str, Any]:
    """Categories in words: bars that lie, their names above them, their figures at the end."""
    import altair as alt

    top = max(row[series.column] or 0 for row in rows)
    y = alt.Y(f"{chart.x}:O", sort=None, axis=alt.Axis(title=None, grid=False, labelLimit=150))
    base = alt.Chart(alt.InlineData(rows)).encode(
        y=y,
        x=alt.X(f"{series.column}:Q", axis=None, scale=alt.Scale(domain=[0, top * 1.25], nice=False)),
    )
    layers = [
        base.mark_bar(color=INK[series.tone], height={"band": 0.62}),
        base.mark_text(align="left", dx=8, fontWeight=600).encode(
            text=alt.Text(f"{series.column}:Q", format=chart.y_format)
        ),
    ]
    return bundle(alt.layer(*layers), chart.title, chart.y_title, chart.description, 24 + 38 * len(rows))


def _title(chart: Chart) -> str:
    return chart.x.replace("_", " ").capitalize()
