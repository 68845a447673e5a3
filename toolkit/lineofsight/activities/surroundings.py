"""Where this page runs: in Voila or JupyterLab, with an event loop or without, strict or calm."""

from __future__ import annotations

import asyncio
import os
import sys
import traceback
from collections.abc import Callable
from typing import Any

from .. import paths


def in_voila() -> bool:
    """Return whether the page is served by Voila."""
    return os.environ.get("SERVER_SOFTWARE", "").startswith("voila")


def later() -> Callable[[float, Callable[[], None]], Any] | None:
    """Return the running event loop's scheduler, or ``None`` in a script or a test."""
    try:
        return asyncio.get_running_loop().call_later
    except RuntimeError:
        return None


def strict_or_logged(error: Exception) -> None:
    """Raise under ``LINEOFSIGHT_STRICT``; otherwise say what happened to whoever runs the server."""
    if paths.strict():
        raise error
    # A kernel's own stderr would end up on the page; the process's goes to the server's terminal.
    traceback.print_exception(error, file=sys.__stderr__)
