"""Line of Sight: workshops on the gap between leadership and operations. A short, lazy door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .errors import LineOfSightError

if TYPE_CHECKING:
    from .activities import join
    from .desk import open_case

__version__ = "0.1.0"
__all__ = ["LineOfSightError", "__version__", "join", "open_case"]

_ROOMS = {"join": ".activities", "open_case": ".desk"}


def __getattr__(name: str) -> Any:
    """Open a room only when one of its names is asked for."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'lineofsight' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_ROOMS[name], __name__), name)
