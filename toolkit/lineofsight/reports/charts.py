"""Exhibits' charts: a table's columns as lines, areas, bars or points, labelled where they end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..model.case import Case
from ..model.exhibit import Chart, Exhibit, Rule
from .frames import table_frame
from .theme import HEIGHT, TEXT, TONES, bundle

if TYPE_CHECKING:
    import pandas


def exhibit_chart(case: Case, paper: Exhibit) -> dict[str, Any]:
    """Return the display bundle of a paper's chart (it must have one)."""
    import altair as alt

    if paper.chart is None or paper.table is None:
        raise ValueError(f"the exhibit {paper.id!r} has no chart")
    chart = paper.chart
    frame = table_frame(case.table(paper.table))
    if chart.x_range is not None:
        frame = frame[frame[chart.x].between(*chart.x_range)]
    long = _long(frame, chart)
    nominal = not str(frame[chart.x].dtype).startswith(("Int", "int", "float", "Float"))
    layers = [_marks(alt, long, chart, nominal)]
    if not nominal:
        layers += [_labels(alt, long, chart), *(_rule(alt, rule) for rule in chart.rules)]
    built = alt.layer(*layers).properties(width="container", height=HEIGHT)
    return bundle(built, chart.description)


def _long(frame: pandas.DataFrame, chart: Chart) -> pandas.DataFrame:
    import pandas

    parts = [
        pandas.DataFrame(
            {"x": frame[chart.x], "y": frame[series.column].astype(float), "series": series.label}
        )
        for series in chart.series
    ]
    return pandas.concat(parts).dropna()


def _marks(alt: Any, long: Any, chart: Chart, nominal: bool) -> Any:
    marks = {
        "line": {"type": "line"},
        "area": {"type": "area", "opacity": 0.35, "line": True},
        "bar": {"type": "bar", "cornerRadiusEnd": 3},
        "point": {"type": "point", "filled": True, "size": 70},
    }
    x = _x(alt, chart, nominal)
    # Series lie over each other: an area's height is its own figure, not a stack's.
    y = alt.Y(
        "y:Q",
        stack=False,
        title=chart.y_title,
        axis=alt.Axis(format=chart.y_format),
        scale=_scale(alt, chart),
    )
    encoded = alt.Chart(long).encode(x=x, y=y, color=_colour(alt, chart), tooltip=_tips(alt, chart))
    if nominal and len(chart.series) > 1:
        encoded = encoded.encode(xOffset="series:N")
    base: Any = encoded
    base.mark = marks[chart.mark]
    return base


def _x(alt: Any, chart: Chart, nominal: bool) -> Any:
    if nominal:
        return alt.X("x:N", sort=None, title=None, axis=alt.Axis(labelAngle=0, labelLimit=160))
    axis = alt.Axis(format="d", tickMinStep=1)
    scale = alt.Scale(nice=False, **({"domain": list(chart.x_range)} if chart.x_range else {}))
    return alt.X("x:Q", title=chart.x.replace("_", " "), axis=axis, scale=scale)


def _scale(alt: Any, chart: Chart) -> Any:
    return alt.Scale(domain=list(chart.y_range)) if chart.y_range else alt.Scale(zero=True, nice=True)


def _colour(alt: Any, chart: Chart) -> Any:
    names = [series.label for series in chart.series]
    tones = [TONES[series.tone] for series in chart.series]
    return alt.Color("series:N", scale=alt.Scale(domain=names, range=tones), legend=None)


def _tips(alt: Any, chart: Chart) -> list[Any]:
    return [
        alt.Tooltip("series:N", title=" "),
        alt.Tooltip("x", title=chart.x.replace("_", " ")),
        alt.Tooltip("y:Q", title=chart.y_title, format=chart.y_format),
    ]


def _labels(alt: Any, long: Any, chart: Chart) -> Any:
    """Name each series at its highest point: there a label is nearest to what it names."""
    top = long.reset_index(drop=True)
    top = top.loc[top.groupby("series")["y"].idxmax()]
    middle = (long["x"].min() + long["x"].max()) / 2
    top = top.assign(right=top["x"] > middle)
    base = alt.Chart(top).encode(x="x:Q", y="y:Q", text="series:N", color=_colour(alt, chart))
    left = base.transform_filter("!datum.right").mark_text(
        align="left", dx=6, dy=-8, fontWeight=600, fontSize=TEXT
    )
    right = base.transform_filter("datum.right").mark_text(
        align="right", dx=-6, dy=-8, fontWeight=600, fontSize=TEXT
    )
    return left + right


def _rule(alt: Any, rule: Rule) -> Any:
    data = alt.Data(values=[{"x": rule.at, "label": rule.label}])
    base = alt.Chart(data).encode(x="x:Q")
    line = base.mark_rule(color=TONES["muted"], strokeDash=[5, 4], strokeWidth=1.5)
    words = base.mark_text(align="left", baseline="top", dx=5, color=TONES["muted"], fontSize=TEXT)
    return line + words.encode(text="label:N", y=alt.value(0))
