"""How the year begins: at rest, each unit as busy as stated, its own work being what fills it so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from . import customers
from .effort import Effort, effort, filler, pace, sent_back
from .issues import ALL, BEYOND, OLD, ROWS, UNITS, slowdown, visits
from .names import CONTROLS
from .units import MOST_ASIDE, hours_left

if TYPE_CHECKING:
    from ..protocol import Array

LEAST_OWN = 0.1


@dataclass(frozen=True, eq=False)
class Start:
    """A year's first Monday: ``stages`` is (unit, row), ``busy``, ``own`` and ``target`` (unit,).

    ``own``: hours of own work that come in a week; ``target``: what a scorecard is counted against.
    """

    effort: Effort
    stages: Array
    busy: Array
    own: Array
    target: Array
    hidden: float
    in_time: float
    new_customers: float


def start(p: Mapping[str, float]) -> Start:
    """Return the state in which, without luck and with nothing done, every week is like the last."""
    now = {control.id: control.default for control in CONTROLS}
    given = effort(p, now, p["trust"])
    busy = np.array([p["busy_1"], p["busy_2"], p["busy_3"]])
    arisen = p["customers"] * p["issues"]
    passed = p["week_hours"] / (p["week_hours"] + p["touch"] * slowdown(busy))
    back = float(sent_back(p, now, given))
    step = _step(passed, back)
    stages = _at_rest(step, arisen, p["give_up"])
    begin = stages.copy()
    begin[0, ALL] += arisen
    closed = (1 - back) * _flows(passed, begin, back)[-1]
    given_up = p["give_up"] * float(np.sum((step @ begin)[:, OLD]))
    sundays = closed[1] + closed[2] + closed[3] + closed[OLD] + closed[BEYOND]
    in_time = float((closed[ALL] - closed[OLD]) / (closed[ALL] + given_up))
    csat = customers.satisfaction(p, sundays / closed[ALL], np.zeros(()))
    surfaced = (1 - p["voice"]) * arisen
    left = customers.leave_rate(p, csat) * p["customers"] + p["let_down"] * (given_up + surfaced)
    work = arisen * np.array(visits(back))
    own, counted = _own_work(p, now, given, busy, work, float(np.sum(stages[:, ALL])))
    return Start(
        effort=given,
        stages=stages,
        busy=busy,
        own=own,
        target=counted / p["card"],
        hidden=surfaced / p["surface"],
        in_time=in_time,
        new_customers=p["growth"] + float(left),
    )


def _own_work(
    p: Mapping[str, float], now: Mapping[str, float], given: Effort, busy: Array, work: Array, waiting: float
) -> tuple[Array, Array]:
    """Return own work in hours a week, and what the scorecard counts, so that each unit is that busy."""
    hours = p["people"] * p["hours"] * hours_left(p["switches"] * p["switch_loss"])
    only_counted = filler(p, now, given) * hours
    twice = 1 + p["twice"] * (1 - p["named_two"])
    others = only_counted + p["touch"] * work + np.minimum(MOST_ASIDE * hours, p["chase"] * waiting)
    own = np.maximum(LEAST_OWN * hours, busy * hours - others) * pace(p, given) / twice
    return own, own * twice + only_counted


def _step(passed: Array, back: float) -> Array:
    """Return what a week makes of a batch of issues, by unit, as a matrix (to, from)."""
    columns = []
    for unit in range(UNITS):
        batch = np.zeros((UNITS, 1))
        batch[unit] = 1
        flow = _flows(passed, batch, back)
        ahead = np.concatenate([flow[:1], (1 - back) * flow[1:]])
        came = np.concatenate([back * (flow[1:2] + flow[2:]), ahead[:-1]])
        columns.append((batch + came - flow)[:, 0])
    return np.array(columns).T


def _flows(passed: Array, batch: Array, back: float) -> Array:
    """Return what leaves each unit in a week, (unit, row), from what is there on Monday."""
    first = passed[0] * batch[0]
    second = passed[1] * (batch[1] + first)
    return np.array([first, second, passed[2] * (batch[2] + (1 - back) * second)])


def _at_rest(step: Array, arisen: float, give_up: float) -> Array:
    """Return the issues of Monday morning by unit and row, as many coming in as going out."""
    batch = np.array([arisen, 0.0, 0.0])
    ages = [batch := step @ batch for _ in range(OLD)]
    stays = np.eye(UNITS) - (1 - give_up) * step
    # Those of the fourth Sunday have met nobody yet who gives them up.
    old = np.linalg.solve(stays, ages[-1])
    beyond = np.linalg.solve(stays, (1 - give_up) * (step @ old))
    stages = np.zeros((UNITS, ROWS))
    stages[:, BEYOND], stages[:, OLD] = beyond, old
    for row in range(OLD - 1, ALL, -1):
        stages[:, row] = stages[:, row + 1] + ages[row - 1]
    stages[:, ALL] = stages[:, 1]
    return stages
