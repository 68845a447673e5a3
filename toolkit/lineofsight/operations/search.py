"""The best plan found within the budget, and its cache beside the case.

Heuristic, stated: start from nothing; add, drop, swap or move the start of one action, whichever
helps most on average, until nothing helps (greedy with first all single additions, then all
neighbours); then shake (drop two at random) and climb again, a few times, and keep the best. Every
neighbour is judged on the same possible years, on another seed than the one that scores plans, so
that nobody is measured against luck.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ..model.answers import PlannedAction
from ..model.case import CaseFile
from .plans import plan_errors
from .registry import model
from .running import run, value

CACHE = "best-plan.json"
YEARS = 60
RESTARTS = 4
# An improvement below this part of the value found so far is luck of the draw.
WORTHWHILE = 1e-4

Choice = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class BestPlan:
    """The best plan found, and its mean gain over doing nothing on the years it was searched on."""

    actions: tuple[PlannedAction, ...]
    gain: float


def best_plan(case: CaseFile, folder: Path | None = None) -> BestPlan:
    """Return the best plan found; from the case folder's cache when that is still true.

    With a folder, a search is written there for the next time (where the folder can be written to).
    """
    if folder is not None and not stale(case, folder):
        kept = json.loads((folder / CACHE).read_text())
        actions = tuple(PlannedAction.model_validate(item) for item in kept["actions"])
        return BestPlan(actions, kept["gain"])
    found = search(case)
    if folder is not None:
        _keep(found, case, folder)
    return found


def stale(case: CaseFile, folder: Path) -> bool:
    """Return whether the cached best plan is missing or was found for another case or model."""
    try:
        return bool(json.loads((folder / CACHE).read_text())["of"] != origin(case))
    except (OSError, ValueError, KeyError, TypeError):
        return True


def origin(case: CaseFile) -> str:
    """Return the hash of all that a best plan depends on."""
    parts = {
        "operations": case.operations.model_dump(mode="json", exclude={"thinks", "doubts", "dashboard"}),
        "actions": [
            action.model_dump(mode="json", exclude={"title", "about"}) for action in case.planning.actions
        ],
        "frame": [case.planning.replay_from, case.planning.budget, list(case.planning.starts)],
        "model": [case.operations.model, model(case.operations.model).version],
    }
    return sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]


def search(case: CaseFile, seed: int = 0) -> BestPlan:
    """Search for the best plan within the budget (see the module for how)."""
    chance = random.Random(seed)
    best, best_value = _climb(case, (), _values(case, [()])[0])
    for _ in range(RESTARTS):
        shaken = tuple(chance.sample(best, max(0, len(best) - 2)))
        tried, tried_value = _climb(case, shaken, _values(case, [shaken])[0])
        if tried_value > best_value:
            best, best_value = tried, tried_value
    return BestPlan(_plan(case, best), best_value - _values(case, [()])[0])


def _climb(case: CaseFile, choice: Choice, worth: float) -> tuple[Choice, float]:
    while True:
        around = [near for near in _neighbours(case, choice) if not plan_errors(case, _plan(case, near))]
        if not around:
            return choice, worth
        values = _values(case, around)
        at = max(range(len(around)), key=values.__getitem__)
        if values[at] <= worth + WORTHWHILE * abs(worth):
            return choice, worth
        choice, worth = around[at], values[at]


def _neighbours(case: CaseFile, choice: Choice) -> Iterator[Choice]:
    inside = dict(choice)
    for action in case.planning.actions:
        rest = tuple(pair for pair in choice if pair[0] != action.id)
        if action.id in inside:
            yield rest
        for start in case.planning.starts:
            if inside.get(action.id) == start:
                continue
            # What an action needs comes along: alone it would look worthless.
            needed = tuple((need, case.planning.starts[0]) for need in action.needs if need not in inside)
            yield (*rest, *needed, (action.id, start))
            if action.id not in inside:
                for other in choice:
                    swapped = tuple(pair for pair in rest if pair != other and pair[0] not in action.needs)
                    yield (
                        *swapped,
                        *((n, inside.get(n, case.planning.starts[0])) for n in action.needs),
                        (action.id, start),
                    )


def _values(case: CaseFile, choices: Sequence[Choice]) -> list[float]:
    plans = [_plan(case, choice) for choice in choices]
    years = run(case, plans, seed=case.operations.search_seed, replications=YEARS)
    values: list[float] = value(case, years).mean(axis=1).tolist()
    return values


def _plan(case: CaseFile, choice: Choice) -> tuple[PlannedAction, ...]:
    owner = case.cast[0].id
    return tuple(PlannedAction(action=action, owner=owner, start=start) for action, start in sorted(choice))


def _keep(found: BestPlan, case: CaseFile, folder: Path) -> None:
    kept = {
        "of": origin(case),
        "gain": round(found.gain, 6),
        "actions": [item.model_dump(include={"action", "owner", "start"}) for item in found.actions],
    }
    try:
        (folder / CACHE).write_text(json.dumps(kept, indent=1) + "\n")
    except OSError:
        return  # a case on a disk that cannot be written to is searched again next time
