"""Where a curve's direct label stands: where the curves are farthest apart, towards the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Figure = float | None
# A curve's label may stand anywhere but at the very edges, where a part of it would be cut off.
MARGIN = 0.08
# What a label covers, as parts of the axes: its width, where it begins over its curve and where it ends.
WIDTH, GAP, TALL = 0.12, 0.015, 0.1


@dataclass(frozen=True)
class Spot:
    """A label's place: at which point of the curve, on which side of it, how it is aligned."""

    at: int
    above: bool
    align: Literal["left", "center", "right"]


@dataclass(frozen=True)
class Box:
    """The place that a label's words cover: from point to point, from height to height."""

    first: int
    last: int
    floor: float
    top: float

    def meets(self, other: Box) -> bool:
        """Say whether two labels would be printed over one another."""
        aside = self.last < other.first or other.last < self.first
        return not aside and self.floor < other.top and other.floor < self.top


def spots(curves: Mapping[str, Sequence[Figure]], tall: float) -> tuple[Spot, ...]:
    """Return one spot per curve, in order. ``tall``: the axis's height in the curves' unit."""
    found: list[Spot] = []
    taken: list[Box] = []
    for name, values in curves.items():
        others = [line for other, line in curves.items() if other != name]
        spot = _spot(values, others, tall or 1.0, taken)
        taken.append(_box(values, spot, tall or 1.0))
        found.append(spot)
    return tuple(found)


def _spot(
    values: Sequence[Figure], others: Sequence[Sequence[Figure]], tall: float, taken: Sequence[Box]
) -> Spot:
    last = len(values) - 1
    best, found = -9.0, Spot(last, True, "right")
    for at in range(round(MARGIN * last), round((1 - MARGIN) * last) + 1):
        value = values[at]
        if value is None:
            continue
        for above in (True, False):
            spot = Spot(at, above, _align(at, last))
            box = _box(values, spot, tall)
            clear = min((_clearance(line, box, tall) for line in others), default=1.0)
            edge = (tall - box.top if above else box.floor) / tall
            # Better on a height and towards the right, where the eye ends up; worse across a line.
            apart = _apart(value, at, others) / tall
            worth = min(clear, edge, 0.15) + min(apart, 0.15) - 20 * max(0.0, 0.05 - apart)
            worth += 0.2 * value / tall + 0.06 * at / max(1, last) + (0.05 if above else 0)
            worth -= 4 * _crossed(values, box, tall, above) + (clear <= 0) + (edge < 0)
            worth -= 0.5 * _on_the_others_side(values, spot, others, tall)
            worth -= any(box.meets(other) for other in taken)
            if worth > best:
                best, found = worth, spot
    return found


def _box(values: Sequence[Figure], spot: Spot, tall: float) -> Box:
    """Return the points and the heights that the words of a label cover."""
    last = len(values) - 1
    wide = max(1, round(WIDTH * last))
    first = {"left": spot.at, "center": spot.at - wide // 2, "right": spot.at - wide}[spot.align]
    value = values[spot.at] or 0.0
    near, far = value + GAP * tall, value + TALL * tall
    if not spot.above:
        near, far = value - TALL * tall, value - GAP * tall
    return Box(max(0, first), min(last, first + wide), near, far)


def _clearance(values: Sequence[Figure], box: Box, tall: float) -> float:
    """Return how far a curve passes from a label, as a part of the axis (0: through it)."""
    beside = [value for value in values[box.first : box.last + 1] if value is not None]
    if not beside:
        return 1.0
    low, high = min(beside), max(beside)
    return max(0.0, low - box.top, box.floor - high) / tall


def _apart(value: float, at: int, others: Sequence[Sequence[Figure]]) -> float:
    beside = [figure for figure in (line[at] for line in others) if figure is not None]
    return min((abs(figure - value) for figure in beside), default=value)


def _on_the_others_side(
    values: Sequence[Figure], spot: Spot, others: Sequence[Sequence[Figure]], tall: float
) -> bool:
    """Say whether another curve lies close by on the side where the words would stand."""
    value = values[spot.at] or 0.0
    away = [figure - value for figure in (line[spot.at] for line in others) if figure is not None]
    return any((gap > 0) == spot.above and 0 < abs(gap) < TALL * tall for gap in away)


def _crossed(values: Sequence[Figure], box: Box, tall: float, above: bool) -> float:
    """Return how far a label's own curve runs into it, as a part of the axis."""
    beside = [value for value in values[box.first : box.last + 1] if value is not None]
    return max(0.0, max(beside) - box.floor if above else box.top - min(beside)) / tall


def _align(at: int, last: int) -> Literal["left", "center", "right"]:
    if at > 0.8 * last:
        return "right"
    return "left" if at < 0.2 * last else "center"
