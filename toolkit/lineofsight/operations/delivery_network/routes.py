"""Routes: how many stops fit into a shift, what slack that leaves, and how delay goes down the route.

The planner fills the shift: stops = (shift - stem - breaks) / (drive + service + slack), rounded down;
what is left over is slack too. On the road a delay is carried on to the next stop, and only slack takes
it off: D_k = max(0, D_{k-1} + X_k - slack). X has a mean of its own, and by default is exponential. A few
routes stand for all routes of the day.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from ..controls import in_week
from .dock import DAYS

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from ..protocol import Array

SAMPLED = 8
TINY = 1e-9


def stops_that_fit(shift: ArrayLike, stem: ArrayLike, breaks: ArrayLike, per_stop: ArrayLike) -> Array:
    """Return the stops (a whole number) for which a shift has time; all in minutes."""
    available = np.asarray(shift) - np.asarray(stem) - np.asarray(breaks)
    # A plan that just fits must not lose a stop to a last binary digit.
    stops: Array = np.floor(available / np.asarray(per_stop) + TINY)
    return stops


class Routes:
    """The plan of the routes and the delays on them, of all cells (P, R)."""

    def __init__(
        self,
        shape: tuple[int, ...],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Array],
    ) -> None:
        self.p, self.c, self.shape = parameters, controls, shape
        self.luck, self.traffic = noise["delays"], noise["traffic"]
        self._buffers = np.empty((2, SAMPLED, *shape))
        self._late = np.empty((SAMPLED, *shape), dtype=bool)

    def plan(self, week: int, moved: Array) -> None:
        """Plan the week's routes: stem, stops on a route and the slack at each."""
        p, c = self.p, self.c
        stem = p["stem_before"] + (p["stem_after"] - p["stem_before"]) * moved
        self.stem = stem * in_week(c["stem"], week)
        wanted = p["slack_before"] + (p["slack_after"] - p["slack_before"]) * moved
        work = p["drive"] + p["service"] * in_week(c["service"], week)
        per_stop = work + np.maximum(0, wanted + in_week(c["slack"], week))
        fit = stops_that_fit(p["shift"], self.stem, p["breaks"], per_stop)
        self.stops = np.clip(fit, 1, round(p["stops_most"]))
        available = p["shift"] - p["breaks"] - self.stem
        self.slack = np.maximum(0, available / self.stops - work)

    def set_out(self, week: int, unready: Array, strangers: Array) -> None:
        """Say how much goes wrong this week: roads, and drivers who do not know the routes."""
        p, c = self.p, self.c
        self.delay = (
            p["delay_mean"] * in_week(c["delays"], week) * self.traffic[:, week]
            * (1 + p["route_loss"] * unready)
            * (1 + p["stranger_delay"] * strangers)
        )  # fmt: skip
        self.limit = np.maximum(1, p["on_time_minutes"] + in_week(c["window"], week))
        self.recovery = in_week(c["recovery"], week)
        self.sums = {name: np.zeros(self.shape) for name in ("first", "last", "late", "delay")}

    def day(self, at: int, held: Array, accident: Array | float) -> None:
        """Drive one day's routes; vans leave ``held`` minutes late, delays grow by ``accident``."""
        spread = self.p["delay_spread"]
        most, fewest = int(self.stops.max()), int(self.stops.min())
        luck = np.moveaxis(self.luck[:, at, :most], 0, -1).astype(float)
        luck = ((1 - spread) + spread * luck)[:, :, None]
        mean, helped = self.delay * accident, bool(np.any(self.recovery))
        delay, after = self._buffers
        delay[:] = held
        lates = np.zeros((SAMPLED, *self.shape), dtype=np.uint8)
        for stop in range(most):
            np.multiply(mean, luck[stop], out=after)
            after -= self.slack
            after += delay
            if helped:
                after -= self.recovery * (delay > self.limit)
            np.maximum(after, 0, out=after)
            late = np.greater(after, self.limit, out=self._late)
            if stop < fewest:
                delay, after = after, delay
            else:
                late &= stop < self.stops
                np.copyto(delay, after, where=stop < self.stops)
            lates += late
            if stop == 0:
                self.sums["first"] += late.sum(axis=0)
        self.sums["late"] += lates.sum(axis=0)
        self.sums["last"] += (delay > self.limit).sum(axis=0)
        for route in delay:
            self.sums["delay"] += route

    def seen(self) -> dict[str, Any]:
        """Return what can be seen of the week."""
        sums, routes = self.sums, DAYS * SAMPLED
        return {
            "stops": self.stops, "slack": self.slack, "first_stop": 1 - sums["first"] / routes,
            "last_stop": 1 - sums["last"] / routes, "on_time": 1 - sums["late"] / (routes * self.stops),
            "delay_last": sums["delay"] / routes,
        }  # fmt: skip
