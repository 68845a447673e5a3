"""Impatience: what happens in an M/M/c queue while all servers are busy and some of those waiting leave.

Sources as in :func:`.queueing.erlang_a`; the integrals are the building blocks of Mandelbaum & Zeltyn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from ..protocol import Array

# Of the wait's logarithm, in the integrals; twice as wide still leaves nine digits.
STEP = 0.125


def impatient(service: Array, arrivals: Array) -> tuple[Array, Array]:
    """Return, of the times when all servers are busy, the share with no queue; of arrivals then, who leave.

    ``service`` and ``arrivals``, rows of one length: how many all servers together complete, and how
    many arrive, in a mean patience. Long queues take no longer to work out than short ones.
    """
    first, leaving = np.empty(service.size), np.empty(service.size)
    for method, rows in ((_underload, arrivals <= service), (_overload, arrivals > service)):
        if rows.any():
            first[rows], leaving[rows] = method(service[rows], arrivals[rows])
    return first, leaving


def _overload(service: Array, arrivals: Array) -> tuple[Array, Array]:
    """Return :func:`impatient` from the incomplete gamma function: states are Poisson, cut below."""
    from scipy.special import gammainc

    busy = gammainc(service, arrivals)
    first = (busy - gammainc(service + 1, arrivals)) / busy
    return first, (arrivals - service + service * first) / arrivals


def _underload(service: Array, arrivals: Array) -> tuple[Array, Array]:
    """Return :func:`impatient` from integrals over the wait that is offered.

    In mean times between completions: its density is exp(-wait + arrivals x left), where
    left = 1 - exp(-wait / service) is the share whose patience ends before. The trapezoidal rule over
    the wait's logarithm is exact to rounding here.
    """
    span = 40 / service
    # Beyond this wait the density is below exp(-40): nearly all is served, or nearly all have left.
    patient = service * (span + np.sqrt(span) * np.sqrt(span + 8)) / 2
    with np.errstate(divide="ignore"):
        longest = np.minimum(patient, 40 / (1 - arrivals / service))
    wait = longest[:, None] * np.exp(np.arange(-40, 0.05, STEP))
    left = -np.expm1(-wait / service[:, None])
    density = wait * np.exp(-wait + arrivals[:, None] * left)
    total = density.sum(axis=1)
    return 1 / (STEP * total), (density * left).sum(axis=1) / total
