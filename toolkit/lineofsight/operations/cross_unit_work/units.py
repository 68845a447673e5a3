"""The three units: people who come and go, their hours, own work, and what their scorecards count.

Arrays of a unit's figures are shaped (unit, P, R).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from .effort import Effort, filler, pace, sent_back
from .issues import KNEE, UNITS, Passage, slowdown, visits

if TYPE_CHECKING:
    from ..protocol import Array
    from .start import Start

MOST_ASIDE = 0.3
MOST_JOINT = 0.5
LEAST_LEFT = 0.2
LEAST_TURNOVER, MOST_TURNOVER = 0.3, 4.0


def hours_left(lost: Array | float) -> Array:
    """Return the share of hours left after what switching costs, 1 - switches x loss, a fifth at least."""
    left: Array = np.maximum(LEAST_LEFT, 1 - np.asarray(lost))
    return left


@dataclass(frozen=True, eq=False)
class Load:
    """A week's hours in each unit: those there are, for asking after issues, and at most for own work.

    ``came``: own work (hours, each counted once); ``each``: hours that one of them takes; ``padding``:
    hours that people would spend on what only counts; ``own``: hours for own work as planned;
    ``issues``: times that the week's issues will be worked on in the unit.
    """

    hours: Array
    aside: Array
    most_own: Array
    came: Array
    each: Array
    padding: Array
    twice: Array
    own: Array
    issues: Array


class Units:
    """People, busyness and late own work of all cells."""

    def __init__(self, shape: tuple[int, ...], p: Mapping[str, float], start: Start) -> None:
        self.p, self.start = p, start
        self._lead = round(p["hire_weeks"])
        # Those who start on the first Monday fill the places of those who left the week before.
        self.people = np.full((UNITS, *shape), (1 - p["attrition"]) * p["people"])
        self._due = np.full((self._lead, UNITS, *shape), p["attrition"] * p["people"])
        self.coming = np.full(shape, UNITS * self._lead * p["attrition"] * p["people"])
        self.late = np.zeros((UNITS, *shape))
        self.busy = _spread(start.busy, shape)

    def begin_week(self, week: int, now: Mapping[str, Any]) -> Array:
        """Let those start whose posts are filled this week, and those whom the plan has hired."""
        due = self._due[week % self._lead]
        filled = _sum(due)
        self.coming = self.coming - filled
        self.people = self.people + due + now["hires"] / UNITS
        started: Array = filled + now["hires"]
        return started

    def load(
        self,
        now: Mapping[str, Any],
        given: Effort,
        asked: Array,
        lost: Array,
        clarity: Array,
        opened: Mapping[str, Array],
    ) -> Load:
        """Take on the week's work: ``asked`` is own work that came, ``lost`` the share lost by switching.

        ``opened``: issues ``raised`` this week, and ``waiting`` since before. What issues ask of a unit
        is the work on those raised now, wherever they are by the time.
        """
        p = self.p
        each_has = np.maximum(0, p["hours"] - now["meeting_hours"]) * (1 + now["extra_hours"])
        hours = self.people * (each_has * hours_left(lost))
        twice = p["twice"] * (1 - clarity) * now["duplicates"]
        each = (1 + twice) / pace(p, given)
        padding = filler(p, now, given) * hours
        kept = now["reserve"] * np.clip(1 + given.help, 0, 1)
        most_own = (1 - kept) * hours
        owned = p["owner_hours"] * now["owners"] * opened["raised"] / UNITS
        chase = p["chase"] * now["chasing"] * (1 - p["owner_chase"] * now["owners"]) * opened["waiting"]
        aside = np.minimum(MOST_ASIDE * hours, chase + owned)
        own = np.minimum((asked + p["catch_up"] * self.late) * each + padding, most_own)
        issues = np.stack([opened["raised"] * often for often in visits(sent_back(p, now, given))])
        wanted = own + aside + (p["touch"] * now["touch"]) * issues
        pooled = now["pool"] * (_sum(hours) / _sum(wanted) * wanted - hours)
        there = hours + pooled
        self.busy = self.busy + p["busy_weight"] * (wanted / there - self.busy)
        most_own = most_own + (1 - kept) * pooled
        return Load(there, aside, most_own, asked, each, padding, twice, own, issues)

    def passage(self, now: Mapping[str, Any], load: Load) -> Passage:
        """Return how issues get through each unit this week; they take half of its hours at most."""
        touch = self.p["touch"] * now["touch"]
        return Passage(
            wait=touch * slowdown(self.busy),
            most=MOST_JOINT / touch * load.hours,
            spare=np.maximum(0, load.hours - load.own - load.aside) / touch,
            desk=(touch / ((1 - KNEE) * self.p["week_hours"])) * load.issues,
        )

    def work(self, now: Mapping[str, Any], load: Load, flow: list[Array]) -> dict[str, Any]:
        """Do own work in the hours that issues leave, and then what only counts; fill the scorecards."""
        p = self.p
        left = load.hours - load.aside - (p["touch"] * now["touch"]) * np.stack(flow)
        hours = np.minimum(np.maximum(0, left), np.maximum(0, load.most_own))
        there = self.late + load.came
        done = np.minimum(there, hours / load.each)
        self.late = there - done
        padded = np.minimum(load.padding, np.maximum(0, hours - done * load.each))
        cards = (done * (1 + load.twice) + padded) / self.start.target[:, None, None]
        dashboard = _sum(cards) / UNITS
        green = cards >= p["green"]
        all_done = _sum(done)
        return {
            "own_new": _sum(load.came), "own_done": all_done, "own_late": _sum(self.late),
            "filler_hours": _sum(padded), "twice_hours": all_done * load.twice,
            "card_1": cards[0], "card_2": cards[1], "card_3": cards[2], "dashboard": dashboard,
            "green": green[0] * 1.0 + green[1] + green[2],
        }  # fmt: skip

    def end_week(self, week: int, now: Mapping[str, Any], given: Effort, trust: Array) -> dict[str, Array]:
        """Let people leave, and their posts be advertised."""
        p, usual = self.p, self.start.effort
        cut = np.maximum(0, usual.own_pay + usual.joint_pay - given.own_pay - given.joint_pay)
        people = _sum(self.people)
        more = p["distrust"] * (p["trust"] - trust) + p["pay_cut"] * cut
        more = more + p["overtime_strain"] * now["extra_hours"]
        strain = p["strain"] * (self.busy - self.start.busy[:, None, None])
        turnover = np.clip(1 + strain + more, LEAST_TURNOVER, MOST_TURNOVER)
        left = np.minimum(1, (p["attrition"] * now["attrition"]) * turnover) * self.people
        self.people = self.people - left
        posts = now["replacement"] * left
        self._due[week % self._lead] = posts
        self.coming = self.coming + _sum(posts)
        return {"people": people, "left": _sum(left), "on_order": self.coming + now["hires_coming"]}


def _sum(of_units: Array) -> Array:
    # Written out: how numpy adds three numbers may depend on the shape, and a result must not.
    total: Array = of_units[0] + of_units[1] + of_units[2]
    return total


def _spread(of_units: Array, shape: tuple[int, ...]) -> Array:
    array = np.empty((UNITS, *shape))
    array[...] = of_units[:, None, None]
    return array
