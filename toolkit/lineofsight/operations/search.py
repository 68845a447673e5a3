"""The search for the best plan within the budget, over the stated uncertainty.

Exact where the catalogue is small: every plan is tried when there are at most ``EXACT`` of them.
Otherwise a heuristic, stated: from nothing, add, drop or move the start of one action, whichever
helps most on average, and where none helps swap one for another, until nothing helps. Then begin
again ``RESTARTS`` times, by turns from half of the best plan and from a random plan, and keep the
best; last, take out what is hardly missed (``BALLAST`` of the gain in all), since people will read
the plan. Neighbours are screened on the first ``SCREEN`` possible years, the best of them judged on
``YEARS``. These years come from another seed than the ones that score plans, so that nobody is
measured against luck.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from ..model.answers import PlannedAction
from ..model.case import CaseFile
from .running import run, value

YEARS = 60
SCREEN = 12
SHORTLIST = 30
RESTARTS = 12
EXACT = 2_000
# An improvement below this part of the value found so far is luck of the draw.
WORTHWHILE = 1e-4
BALLAST = 0.005

# Which actions start when; in the order of their ids, so that equal choices are equal.
Choice = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class BestPlan:
    """The best plan found, and its mean gain over doing nothing on the years it was searched on."""

    actions: tuple[PlannedAction, ...]
    gain: float


def search(case: CaseFile, seed: int = 0) -> BestPlan:
    """Search for the best plan within the budget (see the module for how); doing nothing is one."""
    return _Search(case).best(random.Random(seed))


class _Search:
    """A case's catalogue, as the search goes over it."""

    def __init__(self, case: CaseFile) -> None:
        planning = case.planning
        self.case = case
        self.budget = planning.budget
        self.starts = [week for week in planning.starts if week >= planning.replay_from]
        needed = {need for action in planning.actions for need in action.needs}
        useful = [
            action
            for action in planning.actions
            if action.price <= planning.budget and (action.effects or action.id in needed)
        ]
        self.price = {action.id: action.price for action in useful}
        self.needs = {action.id: [id for id in action.needs if id in self.price] for action in useful}
        self.items = {
            (action.id, start): PlannedAction(action=action.id, owner=case.cast[0].id, start=start)
            for action in useful
            for start in self.starts
        }

    def best(self, chance: random.Random) -> BestPlan:
        """Return the best plan: exact or by climbing, as the module says."""
        nothing = self.values([()])[0]
        if (len(self.starts) + 1) ** len(self.price) <= EXACT:
            found, worth = self.better(self.every(), (), nothing)
        else:
            found, worth = self.climb((), nothing)
            for turn in range(RESTARTS):
                half = tuple(pair for pair in found if chance.random() < 0.5)
                begun = self.anyhow(chance) if turn % 2 else half
                tried, tried_worth = self.climb(begun, self.values([begun])[0])
                if tried_worth > worth:
                    found, worth = tried, tried_worth
        found, worth = self.thrifty(found, worth, worth - BALLAST * (worth - nothing))
        in_time = sorted(found, key=lambda pair: (pair[1], pair[0]))
        return BestPlan(tuple(self.items[pair] for pair in in_time), worth - nothing)

    def climb(self, choice: Choice, worth: float) -> tuple[Choice, float]:
        """Improve a choice until neither a step nor a swap helps."""
        while True:
            near, found = self.better(self.steps(choice), choice, worth)
            if near == choice:
                near, found = self.better(self.swaps(choice), choice, worth)
            if near == choice:
                return choice, worth
            choice, worth = near, found

    def better(self, choices: Iterable[Choice], choice: Choice, worth: float) -> tuple[Choice, float]:
        """Return the best of the choices that can be paid for, or the present one if none is better."""
        payable = [one for one in dict.fromkeys(choices) if self.payable(one)]
        if len(payable) > SHORTLIST:
            rough = self.values(payable, SCREEN)
            ranked = sorted(range(len(payable)), key=rough.__getitem__, reverse=True)
            payable = [payable[at] for at in ranked[:SHORTLIST]]
        if not payable:
            return choice, worth
        values = self.values(payable)
        at = max(range(len(payable)), key=values.__getitem__)
        if values[at] <= worth + WORTHWHILE * abs(worth):
            return choice, worth
        return payable[at], values[at]

    def thrifty(self, choice: Choice, worth: float, least: float) -> tuple[Choice, float]:
        """Take out what is missed least, as long as the rest is worth ``least``."""
        while choice:
            fewer = [tuple(pair for pair in choice if pair != out) for out in choice]
            values = self.values(fewer)
            at = max(range(len(fewer)), key=values.__getitem__)
            if values[at] < least:
                break
            choice, worth = fewer[at], values[at]
        return choice, worth

    def steps(self, choice: Choice) -> Iterator[Choice]:
        """Yield the choices with one action more, one less, or one that starts in another week."""
        inside = dict(choice)
        for id in self.price:
            if id in inside:
                yield _sorted({other: week for other, week in inside.items() if other != id})
            for start in self.starts:
                # What an action needs comes along: alone it would look worthless.
                yield _sorted(self.along(id) | inside | {id: start})

    def swaps(self, choice: Choice) -> Iterator[Choice]:
        """Yield the choices with one action in another's place."""
        inside = dict(choice)
        for id, other, start in product(self.price, inside, self.starts):
            if id not in inside and other not in self.needs[id]:
                rest = {one: week for one, week in inside.items() if one != other}
                yield _sorted(self.along(id) | rest | {id: start})

    def every(self) -> Iterator[Choice]:
        """Yield every choice there is."""
        for weeks in product((None, *self.starts), repeat=len(self.price)):
            pairs = zip(self.price, weeks, strict=True)
            yield _sorted({id: week for id, week in pairs if week is not None})

    def anyhow(self, chance: random.Random) -> Choice:
        """Return a random choice that spends what there is."""
        choice: dict[str, int] = {}
        for id in chance.sample(list(self.price), len(self.price)):
            wider = self.along(id) | choice | {id: chance.choice(self.starts)}
            if self.payable(_sorted(wider)):
                choice = wider
        return _sorted(choice)

    def along(self, id: str) -> dict[str, int]:
        """Return what an action needs, from the first week on."""
        return dict.fromkeys(self.needs[id], self.starts[0])

    def payable(self, choice: Choice) -> bool:
        """Return whether the budget is enough."""
        return sum(self.price[id] for id, _ in choice) <= self.budget

    def values(self, choices: Sequence[Choice], years: int = YEARS) -> list[float]:
        """Return each choice's mean combined value on the first ``years`` possible years."""
        plans = [tuple(self.items[pair] for pair in choice) for choice in choices]
        found = run(self.case, plans, seed=self.case.operations.search_seed, replications=years)
        values: list[float] = value(self.case, found).mean(axis=1).tolist()
        return values


def _sorted(choice: dict[str, int]) -> Choice:
    return tuple(sorted(choice.items()))
