"""Incentives: what a bonus on the measured half of a job is worth, and what it costs to cross units.

Arguments are numbers or rows of numbers of one length; a number in, a number out. ``OperationsError``
names an argument outside its domain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from .domain import FINITE, NOT_NEGATIVE, UTILISATION, Domain, checked

if TYPE_CHECKING:
    from .domain import Values

_BELOW_ONE = UTILISATION.high
_SUBSTITUTION = Domain(-_BELOW_ONE, _BELOW_ONE, "between -1 and 1, neither of them")


def optimal_bonus(
    b1: ArrayLike,
    b2: ArrayLike,
    risk: ArrayLike,
    noise_variance: ArrayLike,
    substitution: ArrayLike,
) -> Values:
    """Return the best share of measured output to pay as a bonus when a second task is not measured.

    A negative result means a penalty: the second task is worth so much, and suffers so much, that
    output on the first had better be fined. ``b1``, ``b2``: worth of a unit of effort on the measured
    and the unmeasured task (money); ``risk``: absolute risk aversion (1 / money), 0 or more;
    ``noise_variance`` of the measure, 0 or more; ``substitution``, between -1 and 1: how far effort on
    one task makes the other dearer (above 0) or cheaper, cost being (e1^2 + e2^2)/2 + g e1 e2.
    (b1 - g b2) / (1 + r s^2 (1 - g^2)): Holmstrom & Milgrom (1991), "Multitask principal-agent
    analyses", Journal of Law, Economics, and Organization 7.
    """
    arguments = checked(
        b1=(b1, FINITE),
        b2=(b2, FINITE),
        risk=(risk, NOT_NEGATIVE),
        noise_variance=(noise_variance, NOT_NEGATIVE),
        substitution=(substitution, _SUBSTITUTION),
    )
    measured, unmeasured, averse, noise, crowding = arguments.rows()
    premium = averse * noise * (1 - crowding) * (1 + crowding)
    return arguments.back((measured - crowding * unmeasured) / (1 + premium))


def crossing_time(utilisations: ArrayLike, touch_time: ArrayLike) -> float:
    """Return how long an issue is open that every unit in turn has to work on, in the unit of touch time.

    ``utilisations``: of each unit it crosses, 0 to below 1 (from 1 on its queue is unstable);
    ``touch_time``: work on it in each unit, one number for all or one per unit, 0 or more. The sum of
    touch / (1 - utilisation): each unit an M/M/1 queue (e.g. Hopp & Spearman, Factory Physics).
    """
    arguments = checked(utilisations=(utilisations, UTILISATION), touch_time=(touch_time, NOT_NEGATIVE))
    busy, touch = arguments.rows()
    return float(np.sum(touch / (1 - busy)))
