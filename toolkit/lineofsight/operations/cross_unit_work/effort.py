"""Where effort goes: a bonus on what is measured draws it from helping, a joint one is diluted by its group.

Two tasks, own work (measured) and helping (not): cost of effort (e1^2 + e2^2)/2 + g e1 e2, as in
Holmstrom & Milgrom (1991), "Multitask principal-agent analyses", Journal of Law, Economics, and
Organization 7. Efforts are relative to what people would do without any bonus.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from ..protocol import Array

LEAST_PACE = 0.3
MOST_FILLER = 0.4
MOST_SENT_BACK = 0.8
TINY = 1e-9


@dataclass(frozen=True, eq=False)
class Effort:
    """What people put into own work and into helping; each a number or cells (P, R).

    ``pull``: what own work pays at the margin; ``own_pay`` and ``joint_pay``: strength of the bonus on
    the unit's own scorecard and on joint results; ``coasting``: of the joint one, what comes by others'
    doing, times the part that this is of all.
    """

    own: Array
    help: Array
    pull: Array
    own_pay: Array
    joint_pay: Array
    coasting: Array


def effort(p: Mapping[str, float], now: Mapping[str, Any], trust: Any) -> Effort:
    """Return the efforts that the week's incentives draw, at this much trust that joint work is meant.

    With only a bonus b on own work: own b/(1-g^2), helping -g b/(1-g^2). Of a joint bonus one feels
    1/N, N people sharing it, and more where each one's part is seen.
    """
    strength = p["bonus"] * now["bonus"]
    moved = p["joint_share"] + (1 - p["joint_share"]) * now["joint_weight"]
    own_pay, joint_pay = strength * (1 - moved), strength * moved + now["joint_bonus"]
    share = 1 / np.maximum(1, p["bonus_people"] * now["bonus_group"])
    felt = share + (1 - share) * (p["peer"] * now["peer_view"])
    pull, by_others = own_pay + joint_pay * felt, joint_pay * (1 - felt)
    to_help = joint_pay * felt + (p["recognition"] * now["celebrate"]) * trust
    crowding = p["substitution"]
    alone = 1 - crowding * crowding
    return Effort(
        own=(pull - crowding * to_help) / alone,
        help=(to_help - crowding * pull) / alone,
        pull=pull,
        own_pay=own_pay,
        joint_pay=joint_pay,
        coasting=by_others * by_others / np.maximum(TINY, own_pay + joint_pay),
    )


def pace(p: Mapping[str, float], given: Effort) -> Array:
    """Return how fast own work goes, 1 being as fast as without a bonus."""
    fast = (1 + p["pace"] * given.own) * (1 - p["coasting"] * given.coasting)
    return np.maximum(LEAST_PACE, fast)


def filler(p: Mapping[str, float], now: Mapping[str, Any], given: Effort) -> Array:
    """Return the share of hours that people would spend on what only the scorecard counts."""
    share: Array = np.minimum(MOST_FILLER, (p["filler"] * now["filler"]) * np.maximum(0, given.own))
    return share


def sent_back(p: Mapping[str, float], now: Mapping[str, Any], given: Effort) -> Array:
    """Return the share of issues that a unit sends back to the first one instead of solving it there."""
    willing = np.clip(1 + given.help, 0, 2)
    owned = now["handover"] * (1 - p["owner_sent_back"] * now["owners"])
    share: Array = np.clip((p["sent_back"] + p["sent_back_more"] * (1 - willing)) * owned, 0, MOST_SENT_BACK)
    return share


def missed(p: Mapping[str, float], given: Effort) -> Array:
    """Return what the efforts are worth less than the best there could be, bonus risk counted (money).

    Zero or more: the best is where worth less cost of effort is greatest. A bonus on own work alone
    misses least at (b1 - g b2) / (1 + r s^2 (1 - g^2)).
    """
    crowding, b1, b2 = p["substitution"], p["worth_own"], p["worth_help"]
    best = (b1 * b1 + b2 * b2 - 2 * crowding * b1 * b2) / (2 * (1 - crowding * crowding))
    own, help = given.own, given.help
    cost = (own * own + help * help) / 2 + crowding * own * help
    risk = p["risk"] * p["measure_noise"] * given.pull**2 / 2
    return np.maximum(0, best - (b1 * own + b2 * help - cost - risk))
