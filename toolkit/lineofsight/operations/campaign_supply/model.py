"""A campaign and its supply by the week: lift, orders, a plant with a lead time, waiting, cancellations.

Order of events in a week (``week`` holds them): units made last week come into stock, with goods bought
and returns made fit for sale; the campaign runs, is put off or pauses; customers want, and order unless
they are capped, told of the wait or rationed; components come (some a week late), and the plant makes
what they and its hours allow; the warehouse sends, to those who waited and to new orders, what stock and
packing allow; earlier goods come back; the desk answers; a part of those who still wait cancels; what is
left waiting is the week's backorder, and retailers double some of it; people leave; last, the planner
smooths the orders booked, reads position = stock - books + on order (a week's sales and goods included)
and orders. An order of week t is in stock at the start of week t + ``lead_weeks``; its components come
in the week before, or by air in week t + 1.
Without luck, weeks 0 to 19 of the default year lose 616 orders, with a peak backorder of 1,236 in week 9
and eight short weeks. Other orders of events do not: if a part cancelled before sending, the peak would
be 1,373; if the planner ordered before he saw the week's sales, 1,156 would be lost; if he took them off
the position twice, 185.
Order-up-to on smoothed demand: Chen, Ryan & Simchi-Levi (2000), Naval Research Logistics 47; causes of
bullwhip: Lee, Padmanabhan & Whang (1997), Management Science 43; returns to media: Sethuraman, Tellis &
Briesch (2011), Journal of Marketing Research 48.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..luck import mean_one, stream
from ..weekly import WeeklyModel
from .names import CONTROLS, OUTCOMES, PARAMETERS, SIGNALS
from .week import Supply

if TYPE_CHECKING:
    from ..protocol import Array


class CampaignSupply(WeeklyModel):
    """The model. Cells are independent: a plan's year depends on no other plan in the batch."""

    id = "campaign_supply"
    version = 1
    operation = Supply
    by_week = "demand"
    parameters = PARAMETERS
    controls = CONTROLS
    outcomes = OUTCOMES
    signals = SIGNALS

    def noise(
        self, seed: int, replications: int, weeks: int, parameters: Mapping[str, float]
    ) -> dict[str, Array]:
        """Return factors with mean 1 on demand, capacity and cancellation (R, T) and the campaign (R, 1).

        ``slip`` (R, T) is 1 where the week's components come a week late, else 0. Each has its own stream,
        row by row: the first replications do not depend on how many follow.
        """
        shapes = {"demand": weeks, "campaign": 1, "capacity": weeks, "cancellation": weeks}
        drawn = {
            name: mean_one(
                stream(seed, self.id, name).standard_normal((replications, width)),
                parameters["noise"] * parameters[f"noise_{name}"],
            )
            for name, width in shapes.items()
        }
        late = stream(seed, self.id, "slip").random((replications, weeks))
        return drawn | {"slip": (late < parameters["noise"] * parameters["slip"]).astype(float)}
