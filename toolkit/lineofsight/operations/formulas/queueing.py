"""Queueing: lost calls, waiting calls, callers who give up, and whose turn it is.

Times and rates may be in any unit, as long as it is one: per hour and hours, say. A load is in erlangs,
arrival rate x mean service time: the servers that would be busy if nobody waited or left. Arguments are
numbers or rows of numbers of one length; a number in, a number out. ``OperationsError`` names an argument
outside its domain, and for a queue without a steady state says what would give it one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from ...errors import OperationsError
from .domain import MOST_SERVERS, NOT_NEGATIVE, POSITIVE, SERVERS, Domain, checked, single
from .impatience import impatient

if TYPE_CHECKING:
    from ..protocol import Array
    from .domain import Arguments, Values

_ANY_SERVERS = Domain(0, MOST_SERVERS, f"a whole number, 0 to {MOST_SERVERS:,}", whole=True)
_BETA = Domain(
    POSITIVE.low,
    POSITIVE.high,
    "above 0; at 0 or less the queue is unstable, and more servers make it stable",
)


@dataclass(frozen=True, eq=False)
class ErlangA:
    """A queue whose customers lose patience.

    ``wait_probability`` (share who find every server busy), ``abandonment`` (share who leave unserved),
    ``mean_wait`` (over all, also those who leave; the unit of the service time), ``occupancy`` (share of
    the servers' time in work).
    """

    wait_probability: Values
    abandonment: Values
    mean_wait: Values
    occupancy: Values


def erlang_b(load: ArrayLike, servers: ArrayLike) -> Values:
    """Return the share of arrivals lost when nobody can wait (M/G/c/c).

    ``load`` in erlangs, 0 or more; ``servers`` a whole number, 0 to 100,000. Erlang (1917), by the sum
    for 1/B, whose terms are all positive: thousands of servers keep their digits.
    """
    arguments = checked(load=(load, NOT_NEGATIVE), servers=(servers, _ANY_SERVERS))
    return arguments.back(_lost(*arguments.rows()))


def erlang_c(load: ArrayLike, servers: ArrayLike) -> Values:
    """Return the probability of waiting when everybody waits as long as it takes (M/M/c).

    ``load`` in erlangs, 0 or more and below ``servers`` (a whole number, 1 to 100,000). Erlang (1917).
    """
    arguments = checked(load=(load, NOT_NEGATIVE), servers=(servers, SERVERS))
    return arguments.back(_waiting(arguments, *arguments.rows()))


def erlang_c_wait(arrival_rate: ArrayLike, service_time: ArrayLike, servers: ArrayLike) -> Values:
    """Return the mean wait in the queue over all arrivals (M/M/c), in the unit of ``service_time``.

    With telephones: the average speed of answer. ``service_time`` is the mean, above 0; the load,
    ``arrival_rate`` x ``service_time``, must stay below ``servers``. Erlang (1917).
    """
    arguments = _desk(arrival_rate, service_time, servers)
    rate, service, count = arguments.rows()
    load = rate * service
    return arguments.back(_waiting(arguments, load, count) * service / (count - load))


def service_level(
    arrival_rate: ArrayLike, service_time: ArrayLike, servers: ArrayLike, threshold: ArrayLike
) -> Values:
    """Return the share of arrivals who wait no longer than ``threshold`` (M/M/c, first come first served).

    ``threshold`` in the unit of ``service_time``, 0 or more; the rest as in :func:`erlang_c_wait`: a
    wait, once it comes to one, is exponential. Erlang (1917).
    """
    arguments = _desk(arrival_rate, service_time, servers, threshold=(threshold, NOT_NEGATIVE))
    rate, service, count, patient = arguments.rows()
    load = rate * service
    waiting = _waiting(arguments, load, count)
    return arguments.back(1 - waiting * np.exp(-(count - load) * patient / service))


def erlang_a(
    arrival_rate: ArrayLike, service_time: ArrayLike, patience: ArrayLike, servers: ArrayLike
) -> ErlangA:
    """Return what becomes of a queue whose customers leave after an exponential patience (M/M/c+M).

    ``patience`` is its mean, in the unit of ``service_time``, both above 0. Stable at any load: those
    who leave make room. Palm (1957); Mandelbaum & Zeltyn (2007), "Service engineering in action: the
    Palm/Erlang-A queue", in Advances in Services Innovations.
    """
    arguments = _desk(arrival_rate, service_time, servers, patience=(patience, POSITIVE))
    rate, service, count, patient = arguments.rows()
    load = rate * service
    lost = _lost(load, count)
    first, leaving = impatient(count * patient / service, rate * patient)
    # Of the times when all servers are busy, a share ``first`` has nobody in the queue.
    total = first * (1 - lost) + lost
    waiting, free = lost / total, first * (1 - lost) / total
    busy = np.minimum(1, load / count * free + waiting * (1 - first))
    results = waiting, waiting * leaving, waiting * leaving * patient, busy
    return ErlangA(*(arguments.back(result) for result in results))


def halfin_whitt(beta: ArrayLike) -> Values:
    """Return the probability of waiting in a large M/M/c queue staffed load + beta x sqrt(load).

    ``beta`` (no unit) above 0. The limit of Erlang C for growing loads: Halfin & Whitt (1981),
    "Heavy-traffic limits for queues with many exponential servers", Operations Research 29.
    """
    from scipy.special import ndtr

    arguments = checked(beta=(beta, _BETA))
    (spare,) = arguments.rows()
    density = np.exp(-spare * spare / 2) / np.sqrt(2 * np.pi)
    return arguments.back(density / (density + spare * ndtr(spare)))


def priority_waits(arrival_rates: ArrayLike, service_rate: float) -> Values:
    """Return the mean wait in the queue of each class, the first being served first (M/M/1).

    Nobody is interrupted. ``arrival_rates``: one per class, highest class first; ``service_rate``: one
    for all, above their sum. Waits are in the unit of time of the rates. Cobham (1954), "Priority
    assignment in waiting line problems", Operations Research 2.
    """
    arguments = checked(arrival_rates=(arrival_rates, NOT_NEGATIVE))
    rate = single("service_rate", service_rate, POSITIVE)
    (arrivals,) = arguments.rows()
    reached = np.cumsum(arrivals) / rate
    if reached[-1] >= 1:
        raise OperationsError(
            f"service_rate is {rate:.10g} and arrival_rates add up to {arrivals.sum():.10g}: the queue is "
            f"unstable and the last class's wait grows without end; allowed: a service rate above that sum"
        )
    before = np.concatenate([[0.0], reached[:-1]])
    return arguments.back(reached[-1] / rate / ((1 - before) * (1 - reached)))


def _desk(
    arrival_rate: ArrayLike, service_time: ArrayLike, servers: ArrayLike, **more: tuple[ArrayLike, Domain]
) -> Arguments:
    return checked(
        arrival_rate=(arrival_rate, NOT_NEGATIVE),
        service_time=(service_time, POSITIVE),
        servers=(servers, SERVERS),
        **more,
    )


def _lost(load: Array, servers: Array) -> Array:
    """Return Erlang B for rows of one length: 1/B = 1 + c/a + c(c - 1)/a^2 + ... + c!/a^c."""
    asked = list(zip(load.tolist(), servers.tolist(), strict=True))
    with np.errstate(divide="ignore", over="ignore"):
        rest = {(a, c): np.cumprod(np.arange(c, 0, -1) / a).sum() for a, c in set(asked)}
    return 1 / (1 + np.array([rest[place] for place in asked]))


def _waiting(arguments: Arguments, load: Array, servers: Array) -> Array:
    """Return Erlang C for rows of one length, or refuse an unstable queue."""

    def why(place: int) -> str:
        needed = np.floor(load[place]) + 1
        many = (
            f"at least {needed:.0f} servers" if needed <= MOST_SERVERS else f"a load below {MOST_SERVERS:,}"
        )
        return (
            f"the queue is unstable, work comes in (a load of {load[place]:.10g}) at least as fast as "
            f"{servers[place]:.0f} can do it, and waits grow without end; allowed: {many}, or less work"
        )

    arguments.refuse(load >= servers, why)
    lost = _lost(load, servers)
    waiting: Array = servers * lost / (servers - load + load * lost)
    return waiting
