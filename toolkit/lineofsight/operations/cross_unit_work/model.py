"""Work that crosses three units, by the week: bonuses, busyness, clarity, and the issues in between.

Order of events in a week (``week`` holds them): posts are filled and the plan's people start; the
bonus and what is celebrated draw effort to own work or to helping; priorities change and cost hours;
issues arise, are raised or kept back; the load of each unit (own work, work done twice or only to be
counted, issues, asking after them) shows in its busyness over some weeks; issues cross the first,
second and third unit, each waiting touch / (1 - busyness) hours, or are sent back; own work is done in
the hours that are left, and scorecards are filled; old issues are given up, the others grow older;
customers leave or come; clarity and trust follow; people leave and their posts are advertised.
Crossing as M/M/1 queues in a row, effort as in Holmstrom & Milgrom (1991); what a share of a joint
bonus is worth falls with the number who share it (free riding; peers' view: Kandel & Lazear 1992).
Without luck and with nothing done every week is like the last: all scorecards green, 60 hours to cross.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..luck import mean_one, stream
from ..weekly import WeeklyModel
from .names import CONTROLS, OUTCOMES, PARAMETERS, SIGNALS
from .week import Firm

if TYPE_CHECKING:
    from ..protocol import Array

_LUCK = {
    "issues": "noise_issues", "own_1": "noise_own", "own_2": "noise_own", "own_3": "noise_own",
    "switches": "noise_switches",
}  # fmt: skip


class CrossUnitWork(WeeklyModel):
    """The model. Cells are independent: a plan's year depends on no other plan in the batch."""

    id = "cross_unit_work"
    version = 1
    operation = Firm
    by_week = "issues"
    parameters = PARAMETERS
    controls = CONTROLS
    outcomes = OUTCOMES
    signals = SIGNALS

    def noise(
        self, seed: int, replications: int, weeks: int, parameters: Mapping[str, float]
    ) -> dict[str, Array]:
        """Return factors with mean 1 (R, T) on issues, each unit's own work, and changes of priority.

        Each has its own stream, row by row: the first replications do not depend on how many follow.
        """
        return {
            name: mean_one(
                stream(seed, self.id, name).standard_normal((replications, weeks)),
                parameters["noise"] * parameters[size],
            )
            for name, size in _LUCK.items()
        }
