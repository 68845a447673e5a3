"""The stock widgets as the house uses them: named, styled by class, sharing one layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ipywidgets import HTML, Box, Button, ButtonStyle, Dropdown, HBox, Layout, Text, Textarea, VBox, Widget
from traitlets import HasTraits, Unicode, validate

from ..reports.escape import clean, escape

# One layout and one style for all: every widget that has its own costs the browser two more models.
_layout: Layout | None = None
_button: ButtonStyle | None = None


class _Typed(HasTraits):
    """What people type, as it can be sent and stored: half a character would break every message."""

    # Not echoed: an echo goes out as it came in, before anything has been cleaned.
    value = Unicode().tag(sync=True, echo_update=False)

    @validate("value")  # type: ignore[untyped-decorator]
    def _clean(self, proposal: dict[str, Any]) -> str:
        return clean(proposal["value"])


class _Line(_Typed, Text):
    """A stock field of one line."""


class _Paragraph(_Typed, Textarea):
    """A stock field of several lines."""


def layout() -> Layout:
    """Return the one empty layout (looks come from classes)."""
    global _layout
    if _layout is None or _layout.comm is None:
        _layout = Layout()
    return _layout


def _button_style() -> ButtonStyle:
    global _button
    if _button is None or _button.comm is None:
        _button = ButtonStyle()
    return _button


def html(markup: str, *classes: str) -> HTML:
    """Return markup that was written or escaped by us."""
    return _dressed(HTML(markup, layout=layout()), classes)


def card(title: str, words: str) -> VBox:
    """Return a calm card instead of a traceback."""
    text = f"<h1>{escape(title)}</h1><p>{escape(words)}</p>"
    return column((html(f"<div class='los-card los-note'>{text}</div>"),), "lineofsight", "los-step")


def button(label: str, press: Callable[[], None] | None = None, *classes: str, **more: Any) -> Button:
    """Return a button whose name is its label."""
    made = Button(description=label, layout=layout(), style=_button_style(), **more)
    if press is not None:
        made.on_click(lambda _: press())
    return _dressed(made, classes)


def column(children: Iterable[Widget], *classes: str) -> VBox:
    """Return children one below the other."""
    return _dressed(VBox(tuple(children), layout=layout()), classes)


def row(children: Iterable[Widget], *classes: str) -> HBox:
    """Return children side by side."""
    return _dressed(HBox(tuple(children), layout=layout()), classes)


def line(label: str, value: str, changed: Callable[[str], None], *classes: str, **more: Any) -> Text:
    """Return a one-line field that reports every change."""
    return _field(_Line(value=value, description=label, layout=layout(), **more), changed, classes)


def paragraph(label: str, value: str, changed: Callable[[str], None], *classes: str, **more: Any) -> Textarea:
    """Return a field of several lines that reports every change."""
    made = _Paragraph(value=value, description=label, layout=layout(), **more)
    return _field(made, changed, classes)


def choice(
    label: str,
    options: Sequence[tuple[str, str]],
    value: str,
    changed: Callable[[str], None],
    *classes: str,
) -> Dropdown:
    """Return a drop-down of (words, id); an unknown ``value`` shows the first option."""
    known = value if value in {id for _, id in options} else options[0][1]
    made = Dropdown(options=options, value=known, description=label, layout=layout())
    return _field(made, changed, classes)


def toggle(widget: Widget, name: str, on: bool) -> None:
    """Put a class on a widget or take it away."""
    if on:
        widget.add_class(name)
    else:
        widget.remove_class(name)


def _field(widget: Any, changed: Callable[[str], None], classes: Sequence[str]) -> Any:
    widget.observe(lambda change: changed(change["new"]), names="value")
    return _dressed(widget, classes)


def _dressed(widget: Any, classes: Sequence[str]) -> Any:
    if classes:
        widget._dom_classes = tuple(classes)
    return widget


__all__ = [
    "HTML",
    "Box",
    "button",
    "choice",
    "column",
    "html",
    "layout",
    "line",
    "paragraph",
    "row",
    "toggle",
]
