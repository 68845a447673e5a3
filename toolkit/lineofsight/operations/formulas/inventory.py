"""Inventory: how much to order, how much to hold, how orders swing, how a novelty spreads.

Quantities, money and times may be in any units, as long as they are the same ones throughout. Arguments
are numbers or rows of numbers of one length; a number in, a number out. ``OperationsError`` names an
argument outside its domain.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from .domain import COUNT, FINITE, NOT_NEGATIVE, POSITIVE, SHARE, WHOLE, checked

if TYPE_CHECKING:
    from ..protocol import Array
    from .domain import Values


@dataclass(frozen=True, eq=False)
class NewsvendorUniform:
    """``critical_ratio`` (the best share of seasons in which nothing runs out), ``quantity`` to order."""

    critical_ratio: Values
    quantity: Values


@dataclass(frozen=True, eq=False)
class NewsvendorNormal(NewsvendorUniform):
    """The same, with what to expect of it: units lost and left over, and money earned."""

    expected_lost: Values
    expected_left: Values
    expected_profit: Values


@dataclass(frozen=True, eq=False)
class BaseStock:
    """``fill_rate`` (share of demand met from the shelf), mean ``backorders`` and mean ``on_hand``, in units."""

    fill_rate: Values
    backorders: Values
    on_hand: Values


def newsvendor_normal(
    mean: ArrayLike, sd: ArrayLike, underage: ArrayLike, overage: ArrayLike
) -> NewsvendorNormal:
    """Return the best order for one season of normal demand (units), and what to expect of it.

    ``underage``: money not earned with a unit short; ``overage``: money lost with a unit left; both
    above 0. ``mean`` and ``sd`` 0 or more; where sd is not small against the mean, the normal holds
    demands below 0 and the quantity may be one. Arrow, Harris & Marschak (1951), "Optimal inventory
    policy", Econometrica 19; the loss function e.g. in Silver, Pyke & Thomas (2017).
    """
    from scipy.special import ndtr, ndtri

    arguments = checked(
        mean=(mean, NOT_NEGATIVE),
        sd=(sd, NOT_NEGATIVE),
        underage=(underage, POSITIVE),
        overage=(overage, POSITIVE),
    )
    centre, spread, short, over = arguments.rows()
    ratio, rest = short / (short + over), over / (short + over)
    # From the smaller tail, which keeps its digits.
    z = np.where(ratio < rest, ndtri(ratio), -ndtri(rest))
    density = np.exp(-z * z / 2) / np.sqrt(2 * np.pi)
    lost = spread * np.maximum(0, density - z * ndtr(-z))
    left = spread * z + lost
    profit = short * (centre - lost) - over * left
    results = ratio, centre + spread * z, lost, left, profit
    return NewsvendorNormal(*(arguments.back(result) for result in results))


def newsvendor_uniform(
    low: ArrayLike, high: ArrayLike, underage: ArrayLike, overage: ArrayLike
) -> NewsvendorUniform:
    """Return the best order for one season of demand (units) that is equally likely from low to high.

    ``low`` 0 or more and at most ``high``; the rest as in :func:`newsvendor_normal`.
    """
    arguments = checked(
        low=(low, NOT_NEGATIVE),
        high=(high, NOT_NEGATIVE),
        underage=(underage, POSITIVE),
        overage=(overage, POSITIVE),
    )
    least, most, short, over = arguments.rows()
    arguments.refuse(least > most, lambda place: "low is above high; allowed: low at most high")
    ratio = short / (short + over)
    results = ratio, least + ratio * (most - least)
    return NewsvendorUniform(*(arguments.back(result) for result in results))


def base_stock(mean_lead_time_demand: ArrayLike, level: ArrayLike) -> BaseStock:
    """Return what a base stock of ``level`` gives: Poisson demand, continuous review, backorders.

    ``mean_lead_time_demand`` in units, above 0; ``level`` a whole number of units, 0 or more. By
    Palm's theorem it holds for any distribution of lead times (e.g. Zipkin 2000, chapter 6).
    """
    from scipy.special import gammainc, gammaincc

    arguments = checked(
        mean_lead_time_demand=(mean_lead_time_demand, POSITIVE),
        level=(level, WHOLE),
    )
    mean, stock = arguments.rows()
    # With Poisson demand D: P(D < stock), P(D >= stock) and so on.
    below, reached = gammaincc(stock, mean), gammainc(stock, mean)
    not_above, above = gammaincc(stock + 1, mean), gammainc(stock + 1, mean)
    backorders = np.maximum(0, mean * reached - stock * above)
    on_hand = np.maximum(0, stock * not_above - mean * below)
    return BaseStock(*(arguments.back(result) for result in (below, backorders, on_hand)))


def safety_stock(
    z: ArrayLike,
    demand_sd: ArrayLike,
    lead_time: ArrayLike,
    demand_mean: ArrayLike = 0,
    lead_time_sd: ArrayLike = 0,
) -> Values:
    """Return z standard deviations of the demand in a lead time, in units.

    ``demand_sd`` and ``demand_mean`` per period, ``lead_time`` and ``lead_time_sd`` in periods, all 0
    or more; ``z`` any number (below 0: less than the mean is held). z sqrt(L sd^2 + mean^2 sd_L^2):
    demands of periods and lead times independent (e.g. Silver, Pyke & Thomas 2017).
    """
    arguments = checked(
        z=(z, FINITE),
        demand_sd=(demand_sd, NOT_NEGATIVE),
        lead_time=(lead_time, NOT_NEGATIVE),
        demand_mean=(demand_mean, NOT_NEGATIVE),
        lead_time_sd=(lead_time_sd, NOT_NEGATIVE),
    )
    safety, spread, lead, mean, lead_spread = arguments.rows()
    return arguments.back(safety * np.hypot(np.sqrt(lead) * spread, mean * lead_spread))


def bullwhip_moving_average(lead: ArrayLike, window: ArrayLike) -> Values:
    """Return how many times the variance of demand the variance of orders is: 1 + 2L/p + 2(L/p)^2.

    Order-up-to, the level set from the mean of the last ``window`` periods (a whole number, 1 or more).
    ``lead``: lead time + review, in periods, 0 or more. Exact for independent demand, else a lower
    bound: Chen, Drezner, Ryan & Simchi-Levi (2000), Management Science 46.
    """
    arguments = checked(lead=(lead, NOT_NEGATIVE), window=(window, COUNT))
    periods, averaged = arguments.rows()
    share = periods / averaged
    return arguments.back(1 + 2 * share + 2 * share * share)


def bullwhip_smoothing(lead: ArrayLike, alpha: ArrayLike) -> Values:
    """Return the same ratio for exponential smoothing with weight alpha: 1 + 2La + 2(La)^2/(2 - a).

    ``alpha``, the newest period's weight, 0 to 1; ``lead`` and the demand as in
    :func:`bullwhip_moving_average`. Chen, Ryan & Simchi-Levi (2000), Naval Research Logistics 47.
    """
    arguments = checked(lead=(lead, NOT_NEGATIVE), alpha=(alpha, SHARE))
    periods, newest = arguments.rows()
    reacted = periods * newest
    return arguments.back(1 + 2 * reacted + 2 * reacted * reacted / (2 - newest))


def bass(p: ArrayLike, q: ArrayLike, t: ArrayLike) -> Values:
    """Return the share of all who will ever adopt that has adopted by time ``t``, 0 to 1.

    ``p``, above 0: the rate of those who adopt by themselves; ``q``, 0 or more: of those who imitate;
    both per unit of ``t``, 0 or more. Bass (1969), "A new product growth for model consumer durables",
    Management Science 15.
    """
    arguments = checked(p=(p, POSITIVE), q=(q, NOT_NEGATIVE), t=(t, NOT_NEGATIVE))
    own, imitated, time = arguments.rows()
    exponent = -(own + imitated) * time
    share: Array = -own * np.expm1(exponent) / (own + imitated * np.exp(exponent))
    return arguments.back(share)
