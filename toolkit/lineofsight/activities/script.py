"""The house's one anywidget: in JupyterLab it carries the script and styles Voila's template has."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .surroundings import in_voila

if TYPE_CHECKING:
    from ipywidgets import Widget

THEME = Path(__file__).parent / "theme"
_RENDER = """
export default { render({ el }) { return attach(el.closest(".lineofsight") ?? el); } };
"""


def script_widget() -> tuple[Widget, ...]:
    """Return the widget to put on the page: none in Voila, where the template loads both files."""
    return () if in_voila() else (_widget_class()(),)


@cache
def _widget_class() -> type[Widget]:
    import anywidget

    class Script(anywidget.AnyWidget):
        """Attributes, names, focus and the live region for stock widgets in JupyterLab."""

        _esm = (THEME / "page.js").read_text() + _RENDER
        _css = "\n".join(_inlined(sheet) for sheet in sorted(THEME.glob("*.css")))

    return Script


def _inlined(sheet: Path) -> str:
    """Return a style sheet with its fonts inside: JupyterLab serves no files of ours."""
    from base64 import b64encode

    text = sheet.read_text()
    for font in (THEME / "fonts").glob("*.woff2"):
        data = b64encode(font.read_bytes()).decode()
        text = text.replace(f"fonts/{font.name}", f"data:font/woff2;base64,{data}")
    return text
