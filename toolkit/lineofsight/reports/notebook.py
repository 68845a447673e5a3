"""The participant's notebook, written from one template: prose that tells nothing, and thin calls."""

from __future__ import annotations

import json

from ..model.case import Case

STEPS = ("exhibits", "diagnose", "compare", "plan", "simulate", "score", "commit")
ORIENTATION = (
    "One step is open at a time, and each opens when the one before it is handed in. What you enter is "
    "kept on this computer and nowhere else. In JupyterLab choose *Run > Run All Cells* first."
)


def participant_notebook(case: Case) -> str:
    """Return the notebook's text: the same bytes for the same case, without outputs."""
    first = f'from lineofsight import join\nme = join("{case.slug}"); me.brief()'
    cells = [_markdown("title", f"# {case.title}\n\n{case.setting}. {ORIENTATION}"), _code("brief", first)]
    cells += [_code(name, f"me.{name}()") for name in STEPS]
    notebook = {
        "cells": cells,
        "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def _markdown(id: str, text: str) -> dict[str, object]:
    return {"cell_type": "markdown", "id": id, "metadata": {}, "source": text.splitlines(keepends=True)}


def _code(id: str, text: str) -> dict[str, object]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": id,
        "metadata": {},
        "outputs": [],
        "source": text.splitlines(keepends=True),
    }
