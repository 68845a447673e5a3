"""The shelf: a few typical articles, day by day; goods, records and orders in whole units.

All arrays of articles are shaped (SKUS, P, R). What nobody does and what never happens is passed over,
which changes nothing but the time it takes. Goods that come to lie astray are still in the store.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from .draws import SKUS, events
from .tally import Tally, over_articles

if TYPE_CHECKING:
    from ..protocol import Array
    from .day import Day

Units = NDArray[np.int16]
Which = NDArray[np.bool_]


class Shelf:
    """Goods to be found, goods astray, the record, and its position (with what is on order)."""

    def __init__(
        self, shape: tuple[int, int], parameters: Mapping[str, float], gone: NDArray[np.uint8]
    ) -> None:
        full = (SKUS, *shape)
        filled = np.full(full, round(parameters["order_up_to"]), np.int16)
        self.tolerance, self.override = np.int16(parameters["tolerance"]), round(parameters["override_units"])
        self.goods = filled - np.minimum(filled, gone)
        self.astray = np.zeros(full, np.int16)
        self.record, self.position = filled.copy(), filled
        self.due = np.zeros((round(parameters["lead_days"]), *full), np.int16)
        self.tally = Tally(full)
        self._units, self._more = np.empty(full, np.int16), np.empty(full, np.int16)
        self._events = np.empty(full, np.uint8)
        self._which, self._also = np.empty(full, np.bool_), np.empty(full, np.bool_)
        # Whether any goods have gone astray, and any record below the goods, in any cell so far.
        self._astray = self._low = False

    def day(self, day: Day) -> None:
        """Let one day pass, in the order that is written at the head of ``model``."""
        came = self.due[day.number % len(self.due)]
        self.goods += came
        self.record += came
        self.tally.add("received", came)
        if day.found is not None:
            self._find(day.found)
        self._sell(day.wanted)
        self._go_missing(day)
        if day.slipped_up is not None and day.slipped_down is not None:
            self._move(1, day.slipped_up, day.slipped_down)
        if day.mended is not None and day.raised is not None and day.lowered is not None:
            self._mend(day.mended)
            self._move(self.override, day.raised, day.lowered)
        if day.looked is not None or day.counted is not None:
            self._check(day)
        self._order(day, came)
        self._look()

    def told(self) -> dict[str, Array]:
        """Return what stands in the store at the end of a week, summed over the articles (P, R)."""
        off = self.record - self.goods - self.astray
        coming = self.position - self.record
        frozen = (self.goods == 0) & (self.position >= self.level) & (coming == 0)
        return {
            "coming": over_articles(coming),
            "misplaced": over_articles(self.astray),
            "record": over_articles(self.record),
            "phantom": over_articles(np.maximum(0, off)),
            "hidden": over_articles(np.maximum(0, -off)),
            "frozen": over_articles(frozen),
        }

    def stock(self) -> Array:
        """Return the units in the store (P, R), astray or not."""
        return over_articles(self.goods) + over_articles(self.astray)

    def _find(self, where: Which) -> None:
        back = np.multiply(self.astray, where.view(np.int8), out=self._units)
        self.goods += back
        self.astray -= back

    def _sell(self, wanted: Units) -> None:
        sold = np.minimum(self.goods, wanted, out=self._units)
        self.goods -= sold
        self.tally.add("sold", sold)
        if self._low:
            # A record stops at nothing, whatever else goes over the till.
            booked = np.minimum(sold, self.record, out=self._more)
            sold -= booked
            self.tally.add("written_up", sold)
            sold = booked
        self.record -= sold
        self.position -= sold

    def _go_missing(self, day: Day) -> None:
        if day.lost:
            lost = self._taken(day.loss_chance, day.lost)
            self.tally.add("loss", lost)
        if day.misplaced:
            self.astray += self._taken(day.misplaced_chance, day.misplaced)
            self._astray = True

    def _taken(self, chance: Any, above: Any) -> Units:
        taken = np.minimum(self.goods, events(chance, above, self._events), out=self._units)
        self.goods -= taken
        return taken

    def _move(self, units: int, raised: Which, lowered: Which) -> None:
        """Raise some records and lower others, to nothing at least, whatever there is."""
        self._low = True
        self._write(np.multiply(units, raised.view(np.int8), out=self._units))
        down = np.minimum(self.record, units, out=self._units)
        down *= lowered.view(np.int8)
        self._write(np.negative(down, out=down))

    def _check(self, day: Day) -> None:
        which = self._which
        if day.looked is None:
            which.fill(False)
        else:
            np.equal(self.goods, 0, out=which)
            which &= day.looked
            which &= np.greater(self.record, 0, out=self._also)
            self.tally.mark("looked_into", which)
        if day.counted is not None:
            self.tally.mark("counted", day.counted)
            which |= day.counted if day.right is None else day.counted & day.right
        self._mend(which)

    def _mend(self, which: Which) -> None:
        """Set the record to what is there; what lay astray is found on the way."""
        if self._astray:
            self._find(which)
        off = np.subtract(self.goods, self.record, out=self._units)
        if self._astray:
            off += self.astray
        off *= which.view(np.int8)
        self._write(off)

    def _write(self, change: Units) -> None:
        self.record += change
        self.position += change
        self.tally.add("written_up", np.maximum(0, change, out=self._more))
        self._more -= change
        self.tally.add("written_down", self._more)

    def _order(self, day: Day, slot: Units) -> None:
        self.level = day.level
        order = np.subtract(day.level, self.position, out=slot)
        if day.by_eye is not None:
            unseen = np.subtract(self.record, self.goods, out=self._units)
            unseen *= day.by_eye.view(np.int8)
            order += unseen
        np.maximum(order, 0, out=order)
        if day.delivered is not None:
            order *= day.delivered.view(np.int8)
        self.position += order
        self.tally.add("ordered", order)

    def _look(self) -> None:
        which = self._which
        self.tally.mark("on_shelf", np.greater(self.goods, 0, out=which))
        self.tally.mark("record_in_stock", np.greater(self.record, 0, out=which))
        there = np.add(self.goods, self.astray, out=self._units) if self._astray else self.goods
        if self.tolerance < 1:
            self.tally.mark("accuracy", np.equal(self.record, there, out=which))
        else:
            off = np.absolute(np.subtract(self.record, there, out=self._units), out=self._units)
            self.tally.mark("accuracy", np.less_equal(off, self.tolerance, out=which))
