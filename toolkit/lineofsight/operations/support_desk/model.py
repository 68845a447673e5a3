"""A support desk by the week: sign-ups, tickets, agents who take months to be of use, waits, churn.

Order of events in a week (``week`` holds them): ordered agents sit down; people sign up
or are put on a waiting list; tickets come in on the users of Monday and on the week's sign-ups;
capacity, pressure, overtime; what can be solved is solved; some of what waits is given up; the wait
decides satisfaction, and that who leaves; part of the answers come back next week; support orders
by its own rule (in step with the queue, on the agents of this week); agents leave and learn; users
change.
Backlog as a fluid queue and the wait by Little's law; agents as a two-stage workforce chain (Oliva &
Sterman 2001, Management Science 47; GORA services model, University at Albany).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..luck import mean_one, stream
from ..weekly import WeeklyModel
from .names import CONTROLS, OUTCOMES, PARAMETERS, SIGNALS
from .week import Desk

if TYPE_CHECKING:
    from ..protocol import Array


class SupportDesk(WeeklyModel):
    """The model. Cells are independent: a plan's year depends on no other plan in the batch."""

    id = "support_desk"
    version = 2
    operation = Desk
    by_week = "new_users"
    parameters = PARAMETERS
    controls = CONTROLS
    outcomes = OUTCOMES
    signals = SIGNALS

    def noise(
        self, seed: int, replications: int, weeks: int, parameters: Mapping[str, float]
    ) -> dict[str, Array]:
        """Return factors with mean 1 on sign-ups and contact (R, T), and on the campaign (R, 1).

        Each has its own stream, row by row: the first replications do not depend on how many follow.
        """
        shapes = {"new_users": weeks, "contact": weeks, "campaign": 1}
        return {
            name: mean_one(
                stream(seed, self.id, name).standard_normal((replications, width)),
                parameters["noise"] * parameters[f"noise_{name}"],
            )
            for name, width in shapes.items()
        }
