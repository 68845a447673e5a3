"""The charts' one theme: the page's own tokens, so that a chart follows light and dark by itself."""

from __future__ import annotations

from typing import Any

# A chart is SVG on the page: it may use the page's variables. The second value is for elsewhere.
INK = {
    "ink": "var(--ink,#1b2430)",
    "muted": "var(--muted,#566070)",
    "line": "var(--line,#dedad1)",
    "edge": "var(--edge,#8d95a0)",
    "paper": "var(--paper,#fff)",
    "leadership": "var(--leadership,#2c57a0)",
    "operations": "var(--operations,#a64b0b)",
    "good": "var(--good,#1d7348)",
    "warn": "var(--warn,#8a5a00)",
    "bad": "var(--bad,#b3261e)",
}
# Shape as well as colour: leadership is round, operations is square.
SHAPES = {"leadership": "circle", "operations": "square"}
FONT = "Inter, system-ui, sans-serif"
TEXT = 13
HEIGHT = 300
MIME = "application/vnd.vegalite.v5+json"
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
# JupyterLab and Voila draw a picture of their own for a bundle without one, and fail at it in an
# output that a widget holds; one empty pixel spares them that.
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="

# The chart is one picture with one description, not a hundred symbols.
QUIET = {"aria": False}
AXIS = {
    **QUIET,
    "labelFontSize": TEXT,
    "labelColor": INK["muted"],
    "titleFontSize": TEXT,
    "titleColor": INK["muted"],
    "titleFontWeight": 400,
    "domain": False,
    "ticks": False,
    "labelPadding": 8,
    "gridColor": INK["line"],
    "labelOverlap": "greedy",
}


def config() -> dict[str, Any]:
    """Return the Vega-Lite configuration: light horizontal grid, no frame, text of 13 px and more."""
    return {
        "background": "transparent",
        "font": FONT,
        "padding": {"left": 2, "right": 10, "top": 2, "bottom": 2},
        "view": {"stroke": None},
        "mark": {**QUIET, "color": INK["ink"]},
        "line": {"strokeWidth": 2.5, "strokeJoin": "round", "strokeCap": "round"},
        "bar": {"cornerRadiusEnd": 2},
        "text": {"fontSize": TEXT, "color": INK["ink"], "font": FONT},
        "rule": {"color": INK["muted"]},
        "axis": AXIS,
        "axisX": {
            "labelSeparation": 10,
            "labelFlush": False,
            "grid": False,
            "domain": True,
            "domainColor": INK["edge"],
            "titleAnchor": "start",
        },
        "axisY": {"grid": True, "tickCount": 4, "titleAnchor": "end"},
        "title": {
            **QUIET,
            "anchor": "start",
            "frame": "bounds",
            "color": INK["ink"],
            "fontSize": 15,
            "fontWeight": 650,
            "lineHeight": 20,
            "subtitleColor": INK["muted"],
            "subtitleFontSize": TEXT,
            "subtitlePadding": 4,
        },
    }


def bundle(
    chart: Any, title: str, unit: str, description: str, height: int = HEIGHT, above: int = 0
) -> dict[str, Any]:
    """Return an Altair chart as the display bundle that JupyterLab 4 and Voila 0.5 draw offline.

    They carry Vega-Lite 5; Altair writes 6. What our charts use is the same in both, so that only the
    schema's name is rewritten. ``unit`` stands under the title and names what the figures are;
    ``above``: pixels that labels above the plot need.
    """
    spec: dict[str, Any] = chart.to_dict()
    spec |= {
        "$schema": SCHEMA,
        "config": config(),
        "width": "container",
        "height": height + above,
        "autosize": {"type": "fit", "contains": "padding", "resize": True},
        "title": {"text": _wrapped(title, 31, 9), "subtitle": _wrapped(unit, 36, 7), "offset": 14},
        "description": description,
    }
    return {MIME: spec, "image/png": PIXEL, "text/plain": description}


def metadata() -> dict[str, Any]:
    """Return the metadata of such a bundle: SVG (for variables and screen readers), no menu."""
    return {MIME: {"embed_options": {"renderer": "svg", "actions": False}}}


def _wrapped(words: str, narrow: int, wide: int) -> dict[str, str] | str:
    """Return words in one line where there is room, in lines of ``narrow`` characters where there is not.

    ``wide``: the pixels of a character, generously. The room is the container's: a chart's own width is
    known only after it has been laid out around its title, and a title that breaks into more lines then
    is cut off above. ``width`` is named so that Vega asks again when it changes.
    """
    import json
    from textwrap import wrap

    lines = wrap(words, narrow)
    if len(lines) < 2:
        return words
    room = f"width >= 0 && containerSize()[0] >= {wide * len(words)}"
    return {"expr": f"{room} ? {json.dumps(words)} : {json.dumps(lines)}"}
