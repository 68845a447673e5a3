"""The use cases: open a case, visit it, keep and hand in answers. Faces and commands call only this."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .library import check_cases, open_case, open_live, open_twin, operations_models, shelf
    from .visit import Visit, enter

__all__ = [
    "Visit",
    "check_cases",
    "enter",
    "open_case",
    "open_live",
    "open_twin",
    "operations_models",
    "shelf",
]

_ROOMS = {
    "check_cases": "library",
    "open_case": "library",
    "open_live": "library",
    "open_twin": "library",
    "operations_models": "library",
    "shelf": "library",
    "Visit": "visit",
    "enter": "visit",
}


def __getattr__(name: str) -> Any:
    """Load the module behind a name on first use."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'lineofsight.desk' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_ROOMS[name]}", __name__), name)
