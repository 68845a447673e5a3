"""A store's inventory: records that drift from the goods, orders by the record, shelves that freeze empty.

Order of events in a week (``week`` holds them): the roster is made on the volumes of the last weeks, and
what it is not enough for is dropped, counts and training first; mistakes follow from training and hurry.
Then seven days, each in this order for every article: what was ordered ``lead_days`` ago is received;
goods astray turn up; what customers want and find is sold, and booked; goods are lost unseen and go
astray; bookings slip by a unit; records are changed by hand; empty places that the record denies are
looked into and articles are counted, which sets the record to what is there; what is missing from the
order level by the record (or by the eye), with what is under way, is ordered. In the evening somebody
who looked would see which shelves have goods and which records are right. After the days: regulars stay
or leave; people learn, lose heart, leave; a rule may cut or restore the roster by the dashboard; cost.

Loss that the record does not know lowers the stock the system keeps, until the shelf is empty, the record
says that there is enough, and nothing is ordered (Kang & Gershwin 2005, IIE Transactions 37). A few
typical articles, alike in their rates, stand for the store (``draws.SKUS``); a step is one article's day.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..luck import mean_one, stream
from ..weekly import WeeklyModel
from .draws import DAYS, SKUS, STREAMS, daily, once
from .names import CONTROLS, OUTCOMES, PARAMETERS, SIGNALS
from .week import Store

if TYPE_CHECKING:
    pass


class StoreInventory(WeeklyModel):
    """The model. Cells are independent: a plan's year depends on no other plan in the batch."""

    id = "store_inventory"
    version = 1
    operation = Store
    by_week = "demand_factor"
    parameters = PARAMETERS
    controls = CONTROLS
    outcomes = OUTCOMES
    signals = SIGNALS
    steps_per_week = DAYS * SKUS

    def noise(
        self, seed: int, replications: int, weeks: int, parameters: Mapping[str, float]
    ) -> dict[str, Any]:
        """Return the luck: chances by the day and article (R, days, SKUS), and what is drawn by week or year.

        Each has its own stream, row by row: the first replications do not depend on how many follow.
        ``turn`` (R, 1) and ``start`` (R, SKUS) are chances; ``demand_factor`` (R, T) and ``loss_factor``
        (R, 1) have mean 1.
        """
        noise = parameters["noise"]
        factors = {
            f"{name}_factor": mean_one(
                stream(seed, self.id, f"{name}_factor").standard_normal((replications, width)),
                noise * parameters[f"noise_{name}"],
            )
            for name, width in (("demand", weeks), ("loss", 1))
        }
        days = (replications, weeks * DAYS)
        return {
            **factors,
            **{name: daily(seed, self.id, name, days, noise) for name in STREAMS},
            **{
                name: once(seed, self.id, name, (replications, width), noise)
                for name, width in (("turn", 1), ("start", SKUS))
            },
        }
