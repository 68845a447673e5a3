"""Where this page runs: in Voila or JupyterLab, with an event loop or without, strict or calm."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable
from typing import Any

from .. import paths

log = logging.getLogger("lineofsight")


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
    """Raise under ``LINEOFSIGHT_STRICT``; otherwise log what happened for whoever runs the server."""
    if paths.strict():
        raise error
    log.error("a face failed", exc_info=error)
