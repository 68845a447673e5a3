"""Where a curve's direct label stands: where the curves are farthest apart, towards the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Figure = float | None
# A curve's label may stand anywhere but at the very edges, where a part of it would be cut off.
MARGIN = 0.08


@dataclass(frozen=True)
class Spot:
    """A label's place: at which point of the curve, on which side of it, how it is aligned."""

    at: int
    above: bool
    align: Literal["left", "center", "right"]


def spots(curves: Mapping[str, Sequence[Figure]], tall: float) -> tuple[Spot, ...]:
    """Return one spot per curve, in order. ``tall``: the axis's height in the curves' unit."""
    return tuple(
        _spot(values, [other for other_name, other in curves.items() if other_name != name], tall)
        for name, values in curves.items()
    )


def _spot(values: Sequence[Figure], others: Sequence[Sequence[Figure]], tall: float) -> Spot:
    last = len(values) - 1
    tall = tall or 1.0
    inside = range(round(MARGIN * last), round((1 - MARGIN) * last) + 1)
    best, found = -9.0, Spot(last, True, "right")
    for at in inside:
        value = values[at]
        if value is None:
            continue
        beside = [figure for figure in (other[at] for other in others) if figure is not None]
        apart = min((abs(figure - value) for figure in beside), default=tall) / tall
        for above in (True, False):
            room = _room(value, beside, above, tall)
            # Better on a height and towards the right, where the eye ends up; worse on a slope.
            worth = min(room, 0.15) + min(apart, 0.15) - _slope(values, at, tall)
            worth += 0.2 * value / tall + 0.06 * at / max(1, last) + (0.05 if above else 0)
            if worth > best:
                best, found = worth, Spot(at, above, _align(at, last))
    return found


def _slope(values: Sequence[Figure], at: int, tall: float) -> float:
    """Return how much the curve climbs or falls where the label would stand, as a part of the axis."""
    reach = max(1, len(values) // 12)
    near = [value for value in values[max(0, at - reach) : at + reach + 1] if value is not None]
    return (max(near) - min(near)) / tall


def _room(value: float, others: Sequence[float], above: bool, tall: float) -> float:
    """Return the free height on one side of a point, as a part of the axis."""
    edges = [tall - value if above else value]
    edges += [abs(other - value) for other in others if (other > value) == above]
    return min(edges) / tall


def _align(at: int, last: int) -> Literal["left", "center", "right"]:
    if at > 0.8 * last:
        return "right"
    return "left" if at < 0.2 * last else "center"
