"""The dock: trucks that bring goods, the doors they wait for, and what the wait costs.

Truck by truck, first come, first served: ``free`` holds when each open door is free again, soonest
first (the workload vector of Kiefer & Wolfowitz 1955); a door that is not opened is never free. A truck
starts at the first free door, and the time at which it ends takes its place in the order. Gaps between
trucks and times to unload are luck with mean 1, stretched to the plan's means, so that all plans meet
the same trucks. With exponential gaps and times around the clock this is M/M/c.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from ..controls import in_week

if TYPE_CHECKING:
    from ..protocol import Array

DAYS = 6
HOURS = 24
TINY = 1e-9
SUMS = ("waiting", "long", "work", "worked", "night")


class Dock:
    """Doors and trucks of all cells (P, R); times are minutes from the opening of the day."""

    def __init__(
        self,
        shape: tuple[int, ...],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Array],
    ) -> None:
        self.p, self.c, self.shape = parameters, controls, shape
        self.gaps, self.unloads = noise["gaps"], noise["unloads"]
        most = int(parameters["doors"] + float(controls["extra_doors"].max()) + TINY)
        self.free = np.full((most, *shape), np.inf)
        self._after = np.empty_like(self.free)
        # Of each truck of a day: when it comes; its unloading, then detention; its start, then wait.
        self._day = np.empty((3, round(parameters["trucks_most"]), *shape))
        self._stayed = np.zeros((2, *shape))
        self.open = np.zeros(shape)
        self.left = np.zeros(shape)
        self.sums: dict[str, Array] = {}

    def book(self, week: int, moved: Array, size: Array, unready: Array) -> None:
        """Open the week's doors and book its trucks; ``size``: orders against the usual."""
        p, c = self.p, self.c
        self.sums = {name: np.zeros(self.shape) for name in SUMS}
        self._stayed[:] = 0
        self._staff(np.floor(p["doors"] + in_week(c["extra_doors"], week) + TINY))
        rate = p["trucks_before"] + (p["trucks_after"] - p["trucks_before"]) * moved
        wanted = rate * p["dock_hours"] * size * in_week(c["inbound_trucks"], week)
        self.trucks = np.clip(np.floor(wanted + 0.5 + TINY), 1, round(p["trucks_most"]))
        self.hours = np.minimum(HOURS, p["dock_hours"] + in_week(c["dock_hours"], week))
        chance = p["gap_spread"] * (1 - in_week(c["appointments"], week))
        self.odd_gap = 60 * self.hours / self.trucks * chance
        self.even_gap = 60 * self.hours / self.trucks * (1 - chance)
        self.unload = p["unload_minutes"] * in_week(c["unload_time"], week) * (1 + p["unload_loss"] * unready)

    def day(self, at: int) -> Array:
        """Let one day's trucks come and be unloaded; return the share that waited too long."""
        came, unload, last, work = self._coming(at)
        waits = self._serve(came, unload)
        long: Array = (waits > self.p["long_wait"]).sum(axis=0).astype(float)
        self.sums["long"] += long
        self.sums["waiting"] += (waits > TINY).sum(axis=0)
        unload += waits
        unload -= self.p["free_minutes"]
        detained = np.maximum(unload, 0, out=unload)
        fewest, most = int(self.trucks.min()), len(came)
        if fewest < most:
            not_booked = np.arange(fewest, most)[:, None, None] >= self.trucks
            np.copyto(detained[fewest:], 0, where=not_booked)
        # One truck after the other: a sum along the axis would round differently in another batch.
        for both in self._day[1:, :most].swapaxes(0, 1):
            self._stayed += both
        self._close(last, work)
        share: Array = long / self.trucks
        return share

    def seen(self) -> dict[str, Any]:
        """Return what can be seen of the week."""
        sums, trucks = self.sums, DAYS * self.trucks
        detained, waited = self._stayed
        return {
            "trucks": trucks, "dock_wait": waited / trucks, "dock_waiting": sums["waiting"] / trucks,
            "dock_long": sums["long"] / trucks, "detention": detained / 60,
            "dock_work": sums["work"] / 60, "dock_worked": sums["worked"] / 60, "dock_left": self.left / 60,
        }  # fmt: skip

    def crew_hours(self) -> Array:
        """Return the week's hours of door crews; what runs into the night counts one and a half."""
        hours: Array = DAYS * self.hours * self.open + 1.5 * self.sums["night"] / 60
        return hours

    def _staff(self, doors: Array) -> None:
        # A new door is free at once; the one that is free first closes, and what stands at it is done.
        change = doors - self.open
        none, never = np.zeros((1, *self.shape)), np.full((1, *self.shape), np.inf)
        while change.any():
            opened = np.concatenate([none, self.free[:-1]])
            closed = np.concatenate([self.free[1:], never])
            self.sums["worked"] += np.where(change < 0, self.free[0], 0.0)
            self.left = self.left - np.where(change < 0, self.free[0], 0.0)
            self.free = np.where(change > 0, opened, np.where(change < 0, closed, self.free))
            change = change - np.sign(change)
        self.open = doors + np.zeros(self.shape)

    def _coming(self, at: int) -> tuple[Array, Array, Array, Array]:
        # When each truck comes and how long it takes; when the last one comes, and the work of all.
        most, spread = int(self.trucks.max()), self.p["unload_spread"]
        gaps = np.cumsum(self.gaps[:, at, :most].T, axis=0, dtype=float)
        took = (1 - spread) + spread * self.unloads[:, at, :most].T.astype(float)
        came, unload = self._day[0, :most], self._day[1, :most]
        np.multiply(self.odd_gap, gaps[:, None], out=came)
        if self.even_gap.any():
            came += self.even_gap * np.arange(1.0, most + 1)[:, None, None]
        np.multiply(self.unload, took[:, None], out=unload)
        end = self.trucks.astype(int) - 1
        last = self.odd_gap * self._at(gaps, end) + self.even_gap * self.trucks
        return came, unload, last, self.unload * self._at(np.cumsum(took, axis=0), end)

    def _at(self, rows: Array, place: Any) -> Array:
        wide = np.broadcast_to(rows, (len(rows), self.shape[-1]))
        found: Array = np.take_along_axis(wide, place, axis=0)
        return found

    def _serve(self, came: Array, unload: Array) -> Array:
        free, after, start = self.free, self._after, self._day[2, : len(came)]
        fewest, end = int(self.trucks.min()), np.empty(self.shape)
        views = (free[0], free, free[1:], after, after[:-1]), (after[0], after, after[1:], free, free[:-1])
        for k, (comes, takes, starts) in enumerate(zip(came, unload, start, strict=True)):
            soonest, before, later, then, earlier = views[k % 2]
            np.maximum(comes, soonest, out=starts)
            np.add(starts, takes, out=end)
            if k >= fewest:
                # A truck that was not booked changes nothing.
                np.copyto(end, soonest, where=k >= self.trucks)
                np.copyto(starts, comes, where=k >= self.trucks)
            np.maximum(before, end, out=then)
            np.minimum(later, earlier, out=earlier)
        if len(came) % 2:
            free, after = after, free
        self.free, self._after = free, after
        start -= came
        return start

    def _close(self, last: Array, work: Array) -> None:
        # The night begins with the last truck; what is not done by morning is done first.
        morning = last + 60 * (HOURS - self.hours)
        evening = np.maximum(last, 60 * self.hours)
        before, left = self.left, np.zeros(self.shape)
        for at, door in enumerate(self.free):
            opened = at < self.open
            self.sums["night"] += np.where(opened, np.maximum(0, np.minimum(door, morning) - evening), 0.0)
            left += np.where(opened, np.maximum(0, door - morning), 0.0)
        np.maximum(self.free - morning, 0, out=self.free)
        self.sums["work"] += work
        self.sums["worked"] += before + work - left
        self.left = left
