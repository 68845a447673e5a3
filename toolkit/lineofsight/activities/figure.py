"""A figure: one chart on the page as the display bundle that Voila and JupyterLab both draw offline."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ipywidgets import Output

from . import warming
from .widgets import layout

if TYPE_CHECKING:
    from ..model.case import Case
    from ..model.exhibit import Exhibit


def figure(case: Case, paper: Exhibit) -> Output:
    """Return the chart of an exhibit."""
    warming.finish()
    from ..reports.charts import exhibit_chart

    return drawn(exhibit_chart(case, paper))


def drawn(bundle: Mapping[str, Any]) -> Output:
    """Return an output that holds one chart's display bundle."""
    made = Output(layout=layout())
    made._dom_classes = ("los-figure",)
    redraw(made, bundle)
    return made


def redraw(place: Output, bundle: Mapping[str, Any]) -> None:
    """Replace the chart in an output."""
    from ..reports.theme import metadata

    place.outputs = ({"output_type": "display_data", "data": dict(bundle), "metadata": metadata()},)
