"""A hospital's bed pool, emergency department, nurses and safety: hour by hour, told by the week.

Order of events in a week (``week`` holds them): nurses start who were found or hired; the week's
patients are known by the hour; the occupancy target, and how many nurses there are by night, say how
many beds are open. Then 168 hours from Monday 0:00, each in this order: patients go home; patients come
(fewer of those who are not urgent where the department was on divert at the end of the last hour); free
beds are given, surge beds included, to urgent patients, then to planned ones, who are otherwise cancelled,
then to the others; whoever has no bed boards; emergency patients who go home again are seen in the bays
that boarders leave free, wait, or leave. After the hours: patients per nurse and what goes with them;
nurses leave, and some of the posts are filled weeks later; errors, harm, reports, what is learnt; cost.
Stays are longer in weeks after many have boarded twelve hours.

The bed pool is an M/M/c queue in slots of an hour (with ``rhythm``, ``planned_share``, ``los_boarding``
and ``noise_season`` 0, ``season_factor`` 1, nurses enough, no control moved): Poisson requests, geometric
stays. With ``noise`` 0 everything happens on average, as in a budget: then nobody waits at 95 %. The
safety part rests on observational or before-and-after studies: it tells what went with what, and
blames nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from ..luck import mean_one, stream
from ..weekly import WeeklyModel
from . import draws, rhythm
from .names import CONTROLS, OUTCOMES, PARAMETERS, SIGNALS
from .week import Hospital

if TYPE_CHECKING:
    pass


class HospitalFlow(WeeklyModel):
    """The model. Cells are independent: a plan's year depends on no other plan in the batch."""

    id = "hospital_flow"
    version = 1
    steps_per_week = rhythm.HOURS
    operation = Hospital
    by_week = "season"
    parameters = PARAMETERS
    controls = CONTROLS
    outcomes = OUTCOMES
    signals = SIGNALS

    def noise(
        self, seed: int, replications: int, weeks: int, parameters: Mapping[str, float]
    ) -> dict[str, Any]:
        """Return the luck: factors with mean 1 by the week (R, T), and draws of patients and beds (R, T, N).

        Each has its own stream, row by row: the first replications do not depend on how many follow.
        See ``draws`` for what the draws mean.
        """
        draw, shape = partial(stream, seed, self.id), (replications, weeks)
        daily = parameters["rhythm"]
        factors = {
            name: mean_one(
                draw(name).standard_normal(shape), parameters["noise"] * parameters[f"noise_{name}"]
            )
            for name in ("season", "absence", "errors")
        }
        return {
            **factors,
            **draws.requests(draw, shape, rhythm.requesting(daily)),
            **draws.planned(draw, shape, *(rhythm.operating(daily, even) for even in (False, True))),
            **draws.walk_ins(draw, shape, parameters["walk_ins"] * rhythm.coming(daily) / rhythm.HOURS),
            **draws.beds(draw, shape, rhythm.leaving_most(daily)),
        }
