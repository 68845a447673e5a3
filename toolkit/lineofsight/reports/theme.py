"""One chart theme from the tokens of the look: colours follow light and dark by themselves.

Colours are CSS variables: the SVG renderer writes them as they are, so that a chart changes with the
page. Sides keep their colour and get a shape elsewhere; nothing else uses these two colours.
"""

from __future__ import annotations

from typing import Any

VEGA_LITE = "https://vega.github.io/schema/vega-lite/v5.json"
MIME = "application/vnd.vegalite.v5+json"
HEIGHT = 260
TEXT = 13
TONES = {
    "leadership": "var(--leadership)",
    "operations": "var(--operations)",
    "ink": "var(--ink)",
    "muted": "var(--muted)",
    "good": "var(--good)",
    "warn": "var(--warn)",
    "bad": "var(--bad)",
}
_FONT = "Inter, system-ui, sans-serif"


def config() -> dict[str, Any]:
    """Return the theme: light horizontal grid, no frame, text of 13 px and more."""
    axis = {
        "labelColor": TONES["muted"],
        "titleColor": TONES["muted"],
        "labelFont": _FONT,
        "titleFont": _FONT,
        "labelFontSize": TEXT,
        "titleFontSize": TEXT,
        "titleFontWeight": "normal",
        "domain": False,
        "ticks": False,
        "labelPadding": 6,
    }
    return {
        "background": "transparent",
        "font": _FONT,
        "view": {"stroke": None},
        "axis": axis,
        "axisX": {"grid": False, "labelOverlap": True, "domain": True, "domainColor": "var(--line)"},
        "axisY": {
            "grid": True,
            "gridColor": "var(--line)",
            "tickCount": 4,
            "titleAnchor": "start",
            "titleAngle": 0,
            "titleAlign": "left",
            "titleY": -12,
            "titleX": 0,
        },
        "text": {"font": _FONT, "fontSize": TEXT, "color": TONES["ink"]},
        "line": {"strokeWidth": 2.5, "strokeCap": "round"},
        "title": {"font": _FONT, "color": TONES["ink"]},
    }


def bundle(chart: Any, description: str) -> dict[str, Any]:
    """Return an Altair chart as the display bundle that Voila and JupyterLab draw without a network.

    Altair writes Vega-Lite 6; both hosts bundle 5, and the charts of the house use nothing newer. The
    one-pixel picture keeps Voila from falling back on a renderer that it lacks.
    """
    spec = chart.to_dict()
    spec |= {"$schema": VEGA_LITE, "config": config(), "description": description}
    spec |= {
        "autosize": {"type": "fit", "contains": "padding"},
        "usermeta": {"embedOptions": {"renderer": "svg", "actions": False}},
    }
    return {MIME: spec, "image/png": _PIXEL, "text/plain": description}


_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
