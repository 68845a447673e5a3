"""A factory by the week: what is planned, who was asked, what the line makes of it, and who waits for it.

Order of events in a week (``week`` holds them): operators who were hired begin, some are absent; changes
are planned (new variants among them), planners and supervisors look at them, warnings are closed, and
what was planned ``plan_weeks`` ago goes live, with problems that nobody saw or nobody closed; the floor
is short of the supervisors who sit in planning or run after problems; orders come in on the variants
made; time for improvement, the squeeze on it when last week was late; the stations, with set-ups,
problems, trial runs; planners follow the set-ups there are, decide on overtime, and release; the line
runs, stoppages and all; what was open on Monday is shipped, the wait decides what is on time, and that
what is cancelled and how much customers will order; capability follows the time kept for it; operators
leave and learn, vacancies are filled weeks later; problems on the line are solved.
Capability C' = a f - C / tau, output C (1 - f): Repenning & Sterman (2001), California Management
Review 43. Queues by Kingman's formula, work in process by Little's law (Hopp & Spearman, Factory Physics).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..luck import mean_one, stream
from ..weekly import WeeklyModel
from .changes import MARKS
from .names import CONTROLS, OUTCOMES, PARAMETERS, SIGNALS
from .stations import STATIONS
from .week import Factory

if TYPE_CHECKING:
    from ..protocol import Array


class FactoryFlow(WeeklyModel):
    """The model. Cells are independent: a plan's year depends on no other plan in the batch."""

    id = "factory_flow"
    version = 1
    operation = Factory
    by_week = "orders"
    parameters = PARAMETERS
    controls = CONTROLS
    outcomes = OUTCOMES
    signals = SIGNALS

    def noise(
        self, seed: int, replications: int, weeks: int, parameters: Mapping[str, float]
    ) -> dict[str, Array]:
        """Return the luck: factors with mean 1, marks and lots of problems.

        Factors (R, T) on orders, absence and each station's stoppages, (R, 1) on how new variants sell;
        ``problem_at``: running sums of exponential draws, ``problem_lot``: who finds each (R, T, N).
        Each has its own stream, row by row: the first replications do not depend on how many follow.
        """
        shapes = {"orders": weeks, "take": 1, "absence": weeks} | {f"stops_{at}": weeks for at in STATIONS}
        luck = {
            name: mean_one(
                stream(seed, self.id, name).standard_normal((replications, width)),
                parameters["noise"] * parameters[f"noise_{name.split('_')[0]}"],
            )
            for name, width in shapes.items()
        }
        full = (replications, weeks, MARKS)
        steps = stream(seed, self.id, "problem_at").standard_exponential(full)
        lots = stream(seed, self.id, "problem_lot").random(full)
        return luck | {"problem_at": np.cumsum(steps, axis=-1), "problem_lot": lots}
