"""A delivery network by the day: dock, pick waves, routes; on time at the first stop, late at the last.

Six operating days a week, Monday to Saturday; each is one pick wave with one cut-off.
Order of events in a week (``week`` holds them): so much of the network is redrawn as the plan says;
customers' orders; drivers start; routes are planned and shared out. Then six times: trucks come to the
dock and are unloaded, the day's orders are picked until the cut-off, vans leave and delay goes down the
routes; what was left behind is picked at night and goes the next day. After Saturday: on time and in
full, overtime; drivers leave, learn and are replaced; customers notice and leave; damage, costs and
penalties; people are trained and learn.
Redrawn on averages the network works (``noise`` 0 shows it); what it lacks is slack for what is not average.
The dock is M/M/c at the limit (Kiefer & Wolfowitz 1955 for the recursion); a delay on the route follows
Lindley's recursion (1952), with slack as what is served in a stop.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from ..luck import mean_one, stream
from ..weekly import WeeklyModel
from .dock import DAYS
from .names import CONTROLS, OUTCOMES, PARAMETERS, SIGNALS
from .routes import SAMPLED
from .week import Network

if TYPE_CHECKING:
    from ..protocol import Array


class DeliveryNetwork(WeeklyModel):
    """The model. Cells are independent: a plan's year depends on no other plan in the batch."""

    id = "delivery_network"
    version = 1
    # The fewest there are: 30 trucks and 8 stops (of all sampled routes at once) on each day before the redraw.
    steps_per_week = DAYS * (30 + 8)
    operation = Network
    by_week = "traffic"
    parameters = PARAMETERS
    controls = CONTROLS
    outcomes = OUTCOMES
    signals = SIGNALS

    def noise(
        self, seed: int, replications: int, weeks: int, parameters: Mapping[str, float]
    ) -> dict[str, Array]:
        """Return the luck, replications first; ``noise`` 0 leaves its means.

        ``gaps`` and ``unloads`` (R, days, trucks) and ``delays`` (R, days, stops, sampled routes) are
        exponential with mean 1; ``units`` (R, days) standard normal; ``traffic`` (R, weeks) and
        ``volume`` (R, 1) factors with mean 1. Each truck and each stop of the day has its own stream, so
        that the first ones do not depend on how many there can be.
        """
        p, days = parameters, DAYS * weeks
        trucks, stops = round(p["trucks_most"]), round(p["stops_most"])
        delays = self._exponential(seed, "delay", stops, (replications, days * SAMPLED), p["noise"])
        traffic = stream(seed, self.id, "traffic").standard_normal((replications, weeks))
        volume = stream(seed, self.id, "volume").standard_normal((replications, 1))
        units = stream(seed, self.id, "units").standard_normal((replications, days))
        return {
            "gaps": self._exponential(seed, "gap", trucks, (replications, days), p["noise"]),
            "unloads": self._exponential(seed, "unload", trucks, (replications, days), p["noise"]),
            "delays": delays.reshape(replications, days, SAMPLED, stops).swapaxes(-1, -2),
            "traffic": mean_one(traffic, p["noise"] * p["noise_traffic"]),
            "volume": mean_one(volume, p["noise"] * p["noise_volume"]),
            "units": p["noise"] * units,
        }

    def _exponential(self, seed: int, name: str, streams: int, shape: tuple[int, int], noise: float) -> Array:
        # In single precision (they are the bulk of the luck); replications lie innermost in memory.
        drawn: Any = np.empty((shape[1], streams, shape[0]), dtype=np.float32)
        for at in range(streams):
            luck = stream(seed, self.id, f"{name} {at}")
            drawn[:, at] = luck.standard_exponential(shape, dtype=np.float32).T
        drawn *= noise
        drawn += 1 - noise
        by_replication: Array = np.moveaxis(drawn, -1, 0)
        return by_replication
