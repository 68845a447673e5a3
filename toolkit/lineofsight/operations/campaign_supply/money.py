"""The money of a week: what is earned on what was sent, and what all of it costs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week

if TYPE_CHECKING:
    from ..protocol import Array


def revenue(seen: Mapping[str, Array], p: Mapping[str, float]) -> Array:
    """Return the week's revenue in USD: list price, less the cut promised when the order was placed."""
    earned: Array = p["price"] * (seen["shipped"] - seen["cut"])
    return earned


def cost(week: int, seen: Mapping[str, Array], c: Mapping[str, Array], p: Mapping[str, float]) -> Array:
    """Return the week's cost in USD; goods count when they are made or bought, sold or not."""
    goods = (
        p["unit_cost"] * seen["made"]
        + (p["unit_cost"] + p["bought_premium"]) * seen["bought"]
        + p["overtime_premium"] * seen["extra"]
        + p["agency_cost"] * in_week(c["agency"], week)
        + p["component_premium"] * np.maximum(0, seen["ordered"] - p["order_ceiling"])
        + p["express_premium"] * seen["express"]
    )
    stock = seen["stock"]
    house = (
        p["holding"] * (stock + seen["queue"])
        + p["storage"] * np.maximum(0, stock - p["space"])
        + p["packing_cost"] * in_week(c["packing"], week)
        + p["refurbish_cost"] * seen["refurbished"]
    )
    customers = (
        seen["media"]
        + p["cancel_cost"] * seen["cancelled"]
        + p["return_cost"] * seen["returned"]
        + p["desk_cost"] * in_week(c["service_desk"], week)
    )
    total: Array = goods + house + customers + p["hire_cost"] * seen["left"] + in_week(c["spending"], week)
    return total
