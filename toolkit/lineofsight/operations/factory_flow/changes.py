"""Planned changes: what is wrong with them, who sees it, who closes it, and what comes out on the line.

A change is planned ``plan_weeks`` before it goes live. With chance ``latent`` it has a problem. Planners
find and mend some; supervisors who look see more, and say so as far as they trust that it is of use. A
warning is closed, or still open when its change goes live: then the change waits, or the line meets the
problem. How many problems there are in a week is a Poisson number, by marks common to all plans (running
sums of exponential draws: those below a plan's rate are its problems); who finds each is a common lot.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ..controls import in_week

if TYPE_CHECKING:
    from ..protocol import Array

# Marks in a week: enough for the highest rate that the ranges allow.
MARKS = 32
TINY = 1e-9


class Changes:
    """Changes on paper, warnings, and problems on the line, of all cells (P, R)."""

    def __init__(
        self,
        shape: tuple[int, ...],
        controls: Mapping[str, Array],
        parameters: Mapping[str, float],
        noise: Mapping[str, Array],
    ) -> None:
        p = self.p = parameters
        self.c = controls
        self._marks, self._lots = (np.moveaxis(noise[f"problem_{what}"], 0, -1) for what in ("at", "lot"))
        self._lowest = self._marks.min(axis=-1)
        self._ahead = round(p["plan_weeks"])
        # What goes live in which week: changes, new variants, problems unseen, warnings open.
        self._due = np.zeros((4, self._ahead + 1, *shape))
        self.pool = np.full(shape, p["new_variants"])
        self._first = max(0.0, p["launch_week"] - self._ahead)
        self.starts = np.full(shape, self._first)
        self.variants = np.full(shape, p["variants"])
        self.trust = np.full(shape, p["trust"])
        self.behind = np.zeros(shape)
        self._held, self._held_variants, self.coming = np.zeros(shape), np.zeros(shape), np.zeros(shape)
        self.open, self.unseen, self.live = np.zeros(shape), np.zeros(shape), np.zeros(shape)

    def week(self, week: int, hours: Array) -> dict[str, Array]:
        """Plan the week's changes, close warnings, go live; ``hours``: supervisors' time in planning."""
        planned = self._plan(week, hours)
        closed = self._close(week)
        done = self._go_live(week)
        ignored, heard = done["warnings_ignored"], closed + done["warnings_ignored"]
        said = self.trust
        self.trust = said + (closed - heard * said) / (heard + self.p["trust_warnings"])
        self.open = self.open + planned["warnings"] - heard
        self.coming = self.coming + planned["variants_planned"] - done["launched"]
        return planned | done | {
            "warnings_closed": closed, "warnings_ignored": ignored, "warnings_open": self.open,
            "unseen": self.unseen, "trust": said, "variants": self.variants, "variants_coming": self.coming,
        }  # fmt: skip

    def solve(self, short: Array) -> dict[str, Array]:
        """Solve problems on the line, the fewer the more supervisors are missing there (``short``)."""
        solved = self.live * ((1 - short) / self.p["solve_weeks"])
        self.live = self.live - solved
        return {"problems_solved": solved, "problems_live": self.live}

    def _plan(self, week: int, hours: Array) -> dict[str, Array]:
        p, c = self.p, self.c
        moved = np.maximum(self.starts, self._first + in_week(c["launch_delay"], week))
        self.starts = np.where(week < self.starts, moved, self.starts)
        rate = p["new_variants"] / (p["launch_weeks"] * in_week(c["launch_spread"], week))
        begun = np.where(week >= self.starts, np.minimum(self.pool, rate), 0.0)
        self.pool = self.pool - begun
        variants = begun * in_week(c["new_variants"], week)
        usual = p["changes"] * in_week(c["changes"], week)
        number = usual + variants
        self.behind = self.behind + (p["changes"] - usual)
        looked = np.minimum(1, hours / np.maximum(TINY, p["review_hours"] * number))
        upstairs = p["planner_find"] + in_week(c["planner_checks"], week)
        either = upstairs + (1 - upstairs) * (p["supervisor_find"] * looked * self.trust)
        problems, found, told = self._problems(
            week, p["latent"] * in_week(c["latent"], week) * number, upstairs, either
        )
        warnings, unseen = told - found, problems - told
        slot = (week + self._ahead) % (self._ahead + 1)
        for at, what in enumerate((number, variants, unseen, warnings)):
            self._due[at, slot] = what
        self.unseen = self.unseen + unseen
        return {
            "changes": number, "variants_planned": variants, "problems": problems, "found_upstairs": found,
            "warnings": warnings,
        }  # fmt: skip

    def _problems(self, week: int, rate: Array, upstairs: Array, either: Array) -> tuple[Array, Array, Array]:
        """Return how many there are, how many planners find, and how many they or supervisors do."""
        most = rate.max()
        counts = np.zeros((3, *self.live.shape), dtype=np.uint8)
        for mark, lot, lowest in zip(self._marks[week], self._lots[week], self._lowest[week], strict=True):
            if lowest >= most:
                break
            there = mark < rate
            counts[0] += there
            counts[1] += there & (lot < upstairs)
            counts[2] += there & (lot < either)
        luck = self.p["noise"]
        sure = (1 - luck) * rate
        return sure + luck * counts[0], sure * upstairs + luck * counts[1], sure * either + luck * counts[2]

    def _close(self, week: int) -> Array:
        """Close warnings, the most urgent first, as many as somebody has time for."""
        able = self.p["follow_up"] + in_week(self.c["follow_up"], week)
        closed = np.minimum(self._held, able)
        self._held = self._held - closed
        for ahead in range(self._ahead + 1):
            waiting = self._due[3, (week + ahead) % (self._ahead + 1)]
            now = np.minimum(waiting, able - closed)
            waiting -= now
            closed = closed + now
        return closed

    def _go_live(self, week: int) -> dict[str, Array]:
        number, variants, unseen, warned = self._due[:, week % (self._ahead + 1)]
        waiting = self._held + warned
        held = in_week(self.c["hold"], week) * waiting
        # A warning holds one change back; which of them are new variants is not known.
        stays = np.minimum(1, held / np.maximum(TINY, number + self._held))
        ready = self._held_variants + variants
        self._held, self._held_variants = held, ready * stays
        launched = ready - self._held_variants
        tried = in_week(self.c["trial_runs"], week)
        found = self.p["trial_find"] * tried * unseen
        hit = waiting - held + unseen - found
        self.unseen = self.unseen - unseen
        self.variants = self.variants + launched
        self.live = self.live + hit
        return {
            "launched": launched, "warnings_ignored": waiting - held, "found_in_trial": found,
            "problems_hit": hit, "trial_hours": self.p["trial_hours"] * tried * number,
        }  # fmt: skip
