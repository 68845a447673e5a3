"""Points as they are shown: in tenths, and so that the parts add up to the whole."""

from __future__ import annotations

import math
from collections.abc import Sequence

# Far below a tenth, far above what sums of floating-point numbers leave over.
NOISE = 9


def shown_points(parts: Sequence[float], whole: float) -> tuple[float, ...]:
    """Return ``parts`` in tenths that add up to ``whole`` (itself in tenths), by largest remainders.

    ``whole`` is the parts' sum, rounded up or down. Each part is rounded up or down; one that is a
    number of tenths already stays (after Hamilton's rule for seats).
    """
    tenths = [round(10 * part, NOISE) for part in parts]
    floors = [math.floor(tenth) for tenth in tenths]
    left = round(10 * whole) - sum(floors)
    by_remainder = sorted(range(len(parts)), key=lambda at: floors[at] - tenths[at])
    raised = set(by_remainder[:left])
    return tuple((floor + (at in raised)) / 10 for at, floor in enumerate(floors))
