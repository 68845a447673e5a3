"""What plans are worth in a case, side by side: nothing, words alone, the model plan, late, random, the best.

A case promises that its model plan is among the best tenth of what one could stumble on, that decoys
and coming late do next to nothing, and that nothing earns nothing. All plans meet the same years.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from ..errors import CaseError
from ..model.answers import Plan, PlannedAction
from ..model.case import Case
from ..model.key import Key
from ..scoring import score_plan, score_run
from .runs import gains

YEARS = 40
RANDOM_PLANS = 300
SEED = 1
FEWEST, MOST = 2, 8
# Draws allowed for each plan that is wanted.
MOST_DRAWS = 100
TOP = 0.9
# Controls that only say something; an action that moves no other one is talk.
SPOKEN = {"announcements"}
MOST_OF_DECOY = 1 / 20
MOST_OF_LATE = 1 / 5

Actions = tuple[PlannedAction, ...]


@dataclass(frozen=True)
class Trials:
    """Mean gains over doing nothing, in the case's combined value.

    ``decoys``: each decoy alone, by action; ``talk``: those of them that only speak, and move nothing
    else on the model; ``late``: the model plan begun after the midpoint and everything in the last
    start week; ``random``: of the random plans, ascending.
    """

    nothing: float
    model: float
    decoys: dict[str, float]
    talk: tuple[str, ...]
    late: dict[str, float]
    random: tuple[float, ...]

    @property
    def beaten(self) -> float:
        """The share of random plans that the model plan beats."""
        return sum(gain < self.model for gain in self.random) / len(self.random)

    def broken(self) -> tuple[str, ...]:
        """Return the promises that are not kept, in words; none means that all are."""
        best_decoy, latest = max(self.decoys.values(), default=0.0), max(self.late.values())
        judged = (
            (
                self.beaten >= TOP,
                f"the model plan beats {self.beaten:.0%} of random plans; promised: {TOP:.0%}",
            ),
            (
                best_decoy < self.model * MOST_OF_DECOY,
                f"a decoy alone gains {best_decoy:.3f}; promised: less than a twentieth of the model plan's "
                f"{self.model:.3f}",
            ),
            (
                latest < self.model * MOST_OF_LATE,
                f"late, the model plan gains {latest:.3f}; promised: less than a fifth of {self.model:.3f}",
            ),
            (self.nothing == 0, f"doing nothing gains {self.nothing:.3f}; promised: 0"),
        )
        return tuple(words for kept, words in judged if not kept)


@dataclass(frozen=True)
class Row:
    """One plan of the table: its gain, its run points of 25, its written points of 30 where it has owners."""

    name: str
    gain: float
    run: float
    written: float | None = None


@dataclass(frozen=True)
class PlanTable:
    """The whole table of a case, and the best plan found as it would be carried out."""

    case: Case
    rows: tuple[Row, ...]
    best: Actions
    trials: Trials


def trials(case: Case, key: Key) -> Trials:
    """Return what a case's own plans and 300 random ones gain; seeded, so always the same.

    ``CaseError`` where too few random plans can be paid for, or no start lies after the midpoint.
    """
    plan = key.plan.model_plan
    ids = list(key.plan.decoys)
    late = _late(case, plan)
    drawn = random_plans(case, RANDOM_PLANS, random.Random(SEED))
    alone = [
        (PlannedAction(action=id, owner=case.cast[0].id, start=case.planning.replay_from),) for id in ids
    ]
    found = iter(gains(case, [(), plan, *alone, *late.values(), *drawn], replications=YEARS))
    moved = {action.id: {effect.control for effect in action.effects} for action in case.planning.actions}
    return Trials(
        nothing=next(found),
        model=next(found),
        decoys={id: next(found) for id in ids},
        talk=tuple(id for id in ids if moved[id] <= SPOKEN),
        late={name: next(found) for name in late},
        random=tuple(sorted(found)),
    )


def plan_table(folder: Path) -> PlanTable:
    """Return the table of the case in a folder; ``CaseError`` if it cannot be read.

    The best plan comes from the folder's cache; where that is out of date it is searched for, which
    takes a minute or more, and kept there.
    """
    from ..cases import load
    from ..operations import best_plan

    case, key = load(folder)
    tried = trials(case, key)
    best = best_plan(case, folder).actions
    (best_gain,) = gains(case, [best], replications=YEARS)

    def row(name: str, gain: float, plan: Actions | None = None) -> Row:
        written = None if plan is None else score_plan(Plan(actions=plan), case, key).points
        return Row(name, gain, run_points(gain, best_gain, case), written)

    return PlanTable(case, tuple(_rows(case, key, tried, best_gain, row)), best, tried)


def run_points(gain: float, best: float, case: Case) -> float:
    """Return the points (of 25) of a plan's expected year; ``best`` is the best plan's gain."""
    score = score_run(plan=gain, nothing=0.0, best=max(best, 0.0), forecasts=(), years={}, case=case)
    return score.criteria[0].points


def random_plans(case: Case, count: int, chance: random.Random) -> tuple[Actions, ...]:
    """Return plans of two to eight random actions at random starts that the budget pays for.

    ``CaseError`` when there is one action only, or hardly any such plan can be paid for: then nothing can
    be held against chance.
    """
    from ..operations import plan_errors

    ids = [action.id for action in case.planning.actions]
    if len(ids) < FEWEST:
        raise CaseError(f"a random plan takes {FEWEST} actions or more; add some to case.yaml")
    found: list[Actions] = []
    for _ in range(MOST_DRAWS * count):
        plan = tuple(
            PlannedAction(action=id, owner=case.cast[0].id, start=chance.choice(case.planning.starts))
            for id in chance.sample(ids, chance.randint(FEWEST, min(MOST, len(ids))))
        )
        if not plan_errors(case, plan):
            found.append(plan)
        if len(found) == count:
            return tuple(found)
    raise CaseError(
        f"so few plans can be paid for that none can be held against chance: of {MOST_DRAWS * count:,} "
        f"random plans the budget of {case.planning.budget:,.0f} pays for {len(found)}; "
        "raise the budget in case.yaml, or lower prices"
    )


def _late(case: Case, plan: Sequence[PlannedAction]) -> dict[str, Actions]:
    """Return the plan with every action begun in the first start week after the midpoint, and in the last."""
    late = [week for week in case.planning.starts if week > case.planning.midpoint]
    if not late:
        midpoint = f"the midpoint, week {case.planning.midpoint}"
        raise CaseError(
            f"no action may start after {midpoint}, so none is late; add a later week in case.yaml"
        )
    begun = {
        f"the model plan, begun in week {min(late)}": min(late),
        f"everything late, in week {max(late)}": max(late),
    }
    return {
        name: tuple(item.model_copy(update={"start": week}) for item in plan) for name, week in begun.items()
    }


def _rows(case: Case, key: Key, tried: Trials, best_gain: float, row: Callable[..., Row]) -> Sequence[Row]:
    titles = {action.id: action.title for action in case.planning.actions}
    plan = key.plan.model_plan
    rows = [row("nothing", tried.nothing, ())]
    if tried.decoys:
        strongest = max(tried.decoys, key=lambda id: tried.decoys[id])
        rows.append(row(f"best decoy alone: {titles[strongest]}", tried.decoys[strongest]))
    rows += [row(f"words alone: {titles[id]}", tried.decoys[id]) for id in tried.talk]
    rows.append(row("the model plan", tried.model, plan))
    for (name, gain), late in zip(tried.late.items(), _late(case, plan).values(), strict=True):
        rows.append(row(name, gain, late))
    rows.append(row("a random plan, median", median(tried.random)))
    rows.append(row("a random plan, 90th percentile", quantiles(tried.random, n=10)[-1]))
    rows.append(row("the best plan found", best_gain))
    return rows
