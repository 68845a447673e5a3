"""Flow: what a line lets through, how long it takes, what is good of it, and what improving costs first.

Times and rates may be in any unit, as long as it is one: per hour and hours, say. Arguments are numbers
or rows of numbers of one length; a number in, a number out. ``OperationsError`` names an argument outside
its domain.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from .domain import NOT_NEGATIVE, ONE_OR_MORE, PART, POSITIVE, SHARE, UTILISATION, Domain, checked, single

if TYPE_CHECKING:
    from ..protocol import Array
    from .domain import Values

_WEEKS = Domain(0, 10_000, "a whole number, 0 to 10,000", whole=True)


@dataclass(frozen=True, eq=False)
class PracticalWorstCase:
    """``throughput`` (the unit of the bottleneck rate) and ``cycle_time`` (that of the raw time)."""

    throughput: Values
    cycle_time: Values


def practical_worst_case(
    wip: ArrayLike, bottleneck_rate: ArrayLike, raw_time: ArrayLike
) -> PracticalWorstCase:
    """Return what a line as variable as it can be without being badly run gives for its work in process.

    ``wip`` in units, 1 or more; ``bottleneck_rate`` in units per time; ``raw_time``: the sum of the
    process times, at least 1 / bottleneck_rate, as the bottleneck's own is in it. A balanced line does
    better than this or has something to mend. Hopp & Spearman, Factory Physics (chapter 7).
    """
    arguments = checked(
        wip=(wip, ONE_OR_MORE), bottleneck_rate=(bottleneck_rate, POSITIVE), raw_time=(raw_time, POSITIVE)
    )
    units, rate, raw = arguments.rows()
    critical = rate * raw
    arguments.refuse(
        critical < 1 - 1e-9,
        lambda place: (
            f"the bottleneck alone takes longer than that; allowed: a raw_time of {1 / rate[place]:.10g} or more"
        ),
    )
    results = units / (critical + units - 1) * rate, raw + (units - 1) / rate
    return PracticalWorstCase(*(arguments.back(result) for result in results))


def kingman(utilisation: ArrayLike, ca2: ArrayLike, ce2: ArrayLike, service_time: ArrayLike) -> Values:
    """Return the mean wait in the queue at one station, in the unit of ``service_time`` (G/G/1, about).

    ``utilisation`` 0 to below 1 (from 1 on the queue is unstable); ``ca2`` and ``ce2``: squared
    coefficients of variation of arrivals and of service (variance / mean^2), 0 or more. Exact for
    M/M/1 and M/G/1. Kingman (1961), "The single server queue in heavy traffic".
    """
    arguments = checked(
        utilisation=(utilisation, UTILISATION),
        ca2=(ca2, NOT_NEGATIVE),
        ce2=(ce2, NOT_NEGATIVE),
        service_time=(service_time, NOT_NEGATIVE),
    )
    busy, arrivals, services, time = arguments.rows()
    return arguments.back((arrivals + services) / 2 * busy / (1 - busy) * time)


def oee(availability: ArrayLike, performance: ArrayLike, quality: ArrayLike) -> Values:
    """Return overall equipment effectiveness, 0 to 1: the product of three shares, each 0 to 1.

    Of planned time that the machine ran, of the ideal speed while it ran, of its output that was
    good. Nakajima (1988), Introduction to TPM.
    """
    arguments = checked(
        availability=(availability, SHARE), performance=(performance, SHARE), quality=(quality, SHARE)
    )
    ran, speed, good = arguments.rows()
    return arguments.back(ran * speed * good)


def rolled_yield(yields: ArrayLike) -> float:
    """Return the share of units that pass every step at the first try, 0 to 1.

    ``yields``: the first-pass yield of each step, 0 to 1, at least one; steps fail independently.
    """
    (passed,) = checked(yields=(yields, SHARE)).rows()
    return float(np.prod(passed))


def capability_step(share_before: float, share_after: float, tau: float, weeks: int) -> Array:
    """Return output relative to before, week by week, when the share of time for improvement changes.

    ``share_before``, between 0 and 1, had reached its steady state; ``share_after``, 0 to 1, holds
    from week 0 on; ``tau``: weeks in which capability decays to 1/e without improvement. The result
    has weeks + 1 values, index 0 being the week of the step: worse first, better later, if the share
    rises towards a half. Capability C with dC/dt = a share - C / tau, output C (1 - share); after
    Repenning & Sterman (2001), "Nobody ever gets credit for fixing problems that never happened",
    California Management Review 43.
    """
    before = single("share_before", share_before, PART)
    after = single("share_after", share_after, SHARE)
    decay = single("tau", tau, POSITIVE)
    week = np.arange(single("weeks", weeks, _WEEKS) + 1)
    old = np.exp(-week / decay)
    capability = old + after / before * (1 - old)
    output: Array = capability * (1 - after) / (1 - before)
    return output
