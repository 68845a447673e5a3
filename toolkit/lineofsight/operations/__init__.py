"""Models of operations: parameters, controls and luck in, possible years out. A lazy door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .plans import amend, plan_errors, price
from .registry import model, models

if TYPE_CHECKING:
    from .best import best_plan, stale
    from .doubts import Standing, doubt
    from .running import run, value
    from .search import BestPlan

__all__ = [
    "BestPlan",
    "Standing",
    "amend",
    "best_plan",
    "doubt",
    "model",
    "models",
    "plan_errors",
    "price",
    "run",
    "stale",
    "value",
]

# These need numpy, which names and plan errors do not.
_ROOMS = {
    "BestPlan": "search",
    "Standing": "doubts",
    "best_plan": "best",
    "doubt": "doubts",
    "run": "running",
    "stale": "best",
    "value": "running",
}


def __getattr__(name: str) -> Any:
    """Load the module behind a name on first use."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'lineofsight.operations' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_ROOMS[name]}", __name__), name)
