"""A whole server with a toy case: ``python toy_server.py FOLDER --port PORT``."""

from __future__ import annotations

import sys
import types
from pathlib import Path

import nbformat

CELL = """import os, ipywidgets as w
b = w.Button(description="Press")
f = w.HTML("<h1>A toy</h1><p id='who'>" + " ".join(sorted(k for k in os.environ
    if k.startswith(("LINEOFSIGHT", "HTTP_", "QUERY", "VOILA_REQUEST")))) + "</p>")
t = w.HTML("zero"); t._dom_classes = ("los-say",)
b.on_click(lambda _: setattr(t, "value", "<p id='heard'>heard</p>"))
w.VBox([w.VBox([f, b, t], _dom_classes=("lineofsight", "los-slot", "los-step"))])"""


def notebooks(folder: Path) -> Path:
    """Write the toy cases' pages (one page under two names)."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"title": "A toy", "kernelspec": kernel}
    cells = [nbformat.v4.new_code_cell(CELL)]
    for name in ("toy-case", "other-toy"):
        nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), folder / f"{name}.ipynb")
    return folder


class Shelf:
    """Two good cases, one broken."""

    def offered(self):
        words = {"sector": "toys", "level": "introductory", "question": "Why <b>?", "setting": "A box."}
        toy = types.SimpleNamespace(
            slug="toy-case", title="A <toy>", minutes=5, learn=("to play",), run_sheets={}, **words
        )
        more = {"sector": "games & more", "level": "advanced", "question": "Who?", "setting": "A board."}
        other = types.SimpleNamespace(
            slug="other-toy", title="Other", minutes=70, learn=("to win",), run_sheets={}, **more
        )
        return (toy, other)

    def key(self, slug):
        cause = types.SimpleNamespace
        half = cause(disconnect="readiness-gap", weight=0.25)
        return types.SimpleNamespace(causes=(half, cause(disconnect="metric-conflict", weight=0.5), half))

    def broken(self):
        return {"broken-case": ("case.yaml:1: no title",)}


def main(folder: str, flag: str, port: str) -> int:
    """Serve with toys in place of the cases."""
    from lineofsight import paths
    from lineofsight.desk import teaching
    from lineofsight.serving import offer, serve

    books = notebooks(Path(folder))
    paths.workshops = lambda: books
    offer.shelf = teaching.shelf = Shelf
    return serve("127.0.0.1", int(port), False)


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
