"""Models of operations: parameters, controls and luck in, possible years out. A lazy door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .plans import amend, plan_errors, price
from .registry import model, models

if TYPE_CHECKING:
    from .alternatives import Avoided, Shifted, marginal, mended_alone, what_if
    from .best import best_plan, stale
    from .doubts import Standing, doubt
    from .running import run, value
    from .search import BestPlan

__all__ = [
    "Avoided",
    "BestPlan",
    "Shifted",
    "Standing",
    "amend",
    "best_plan",
    "doubt",
    "marginal",
    "mended_alone",
    "model",
    "models",
    "plan_errors",
    "price",
    "run",
    "stale",
    "value",
    "what_if",
]

# These need numpy, which names and plan errors do not.
_ROOMS = {
    "Avoided": "alternatives",
    "BestPlan": "search",
    "Shifted": "alternatives",
    "Standing": "doubts",
    "best_plan": "best",
    "doubt": "doubts",
    "marginal": "alternatives",
    "mended_alone": "alternatives",
    "run": "running",
    "stale": "best",
    "value": "running",
    "what_if": "alternatives",
}


def __getattr__(name: str) -> Any:
    """Load the module behind a name on first use."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'lineofsight.operations' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_ROOMS[name]}", __name__), name)
