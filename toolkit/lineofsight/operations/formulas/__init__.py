"""Closed forms of operations management: queueing, inventory, flow, incentives. A lazy door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .flow import PracticalWorstCase, capability_step, kingman, oee, practical_worst_case, rolled_yield
    from .incentives import crossing_time, optimal_bonus
    from .inventory import (
        BaseStock,
        NewsvendorNormal,
        NewsvendorUniform,
        base_stock,
        bass,
        bullwhip_moving_average,
        bullwhip_smoothing,
        newsvendor_normal,
        newsvendor_uniform,
        safety_stock,
    )
    from .queueing import (
        ErlangA,
        erlang_a,
        erlang_b,
        erlang_c,
        erlang_c_wait,
        halfin_whitt,
        priority_waits,
        service_level,
    )

__all__ = [
    "BaseStock",
    "ErlangA",
    "NewsvendorNormal",
    "NewsvendorUniform",
    "PracticalWorstCase",
    "base_stock",
    "bass",
    "bullwhip_moving_average",
    "bullwhip_smoothing",
    "capability_step",
    "crossing_time",
    "erlang_a",
    "erlang_b",
    "erlang_c",
    "erlang_c_wait",
    "halfin_whitt",
    "kingman",
    "newsvendor_normal",
    "newsvendor_uniform",
    "oee",
    "optimal_bonus",
    "practical_worst_case",
    "priority_waits",
    "rolled_yield",
    "safety_stock",
    "service_level",
]

_ROOMS = {
    "flow": (
        "PracticalWorstCase",
        "capability_step",
        "kingman",
        "oee",
        "practical_worst_case",
        "rolled_yield",
    ),
    "incentives": ("crossing_time", "optimal_bonus"),
    "inventory": (
        *("BaseStock", "NewsvendorNormal", "NewsvendorUniform", "base_stock", "bass"),
        *("bullwhip_moving_average", "bullwhip_smoothing", "newsvendor_normal", "newsvendor_uniform"),
        "safety_stock",
    ),
    "queueing": (
        *("ErlangA", "erlang_a", "erlang_b", "erlang_c", "erlang_c_wait"),
        *("halfin_whitt", "priority_waits", "service_level"),
    ),
}


def __getattr__(name: str) -> Any:
    """Load a room, or the room behind a name, on first use."""
    from importlib import import_module

    for room, names in _ROOMS.items():
        if name == room:
            return import_module(f".{room}", __name__)
        if name in names:
            return getattr(import_module(f".{room}", __name__), name)
    raise AttributeError(f"module 'lineofsight.operations.formulas' has no attribute {name!r}")
