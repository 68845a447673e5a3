"""Where this page runs: in Voila or JupyterLab, with an event loop or without, strict or calm."""

from __future__ import annotations

import asyncio
import os
import sys
import traceback
from collections.abc import Callable
from typing import Any

from .. import paths
from ..errors import LineOfSightError

OURS = (
    "Something went wrong on our side, and nothing you saved is lost. "
    "Reload the page; if it happens again, tell whoever runs this server."
)


def in_voila() -> bool:
    """Return whether the page is served by Voila."""
    return os.environ.get("SERVER_SOFTWARE", "").startswith("voila")


def later() -> Callable[[float, Callable[[], None]], Any] | None:
    """Return the running event loop's scheduler, or ``None`` in a script or a test."""
    try:
        return asyncio.get_running_loop().call_later
    except RuntimeError:
        return None


def without_traceback(error: Exception) -> Exception:
    """Return an error that a notebook shows as its one line (strict: as it is, traceback and all)."""
    if not paths.strict():
        # What IPython asks an exception for before it draws a traceback of its own.
        vars(error)["_render_traceback_"] = lambda: [str(error)]
    return error


def in_calm_words(error: Exception) -> str:
    """Return a failure in words for the page and log it; under ``LINEOFSIGHT_STRICT`` raise it."""
    if paths.strict():
        raise error
    # A kernel's own stderr would end up on the page; the process's goes to the server's terminal.
    traceback.print_exception(error, file=sys.__stderr__)
    return str(error) if isinstance(error, LineOfSightError) else OURS
