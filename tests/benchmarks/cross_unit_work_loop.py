"""Work across units once more, as one plain loop over the weeks of one year, written from its equations.

Nothing is shared with the package: tests compare the two, and the benchmark measures against it. In each
unit issues are kept here by the Sundays they have seen: none, one, two, three, more, and how many these
last have seen in all; where the year begins is found by letting issues come and go until nothing changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from math import exp

Series = dict[str, list[float]]
Control = Callable[[str, int], float]


def motives(p: Mapping[str, float], control: Control, week: int, trust: float) -> dict[str, float]:
    """Return efforts and what they make of pace, filler and issues sent back."""
    strength = p["bonus"] * control("bonus", week)
    moved = p["joint_share"] + (1 - p["joint_share"]) * control("joint_weight", week)
    own_pay = strength * (1 - moved)
    joint_pay = strength * moved + control("joint_bonus", week)
    share = 1 / max(1.0, p["bonus_people"] * control("bonus_group", week))
    felt = share + (1 - share) * p["peer"] * control("peer_view", week)
    pull = own_pay + joint_pay * felt
    to_help = joint_pay * felt + p["recognition"] * control("celebrate", week) * trust
    g = p["substitution"]
    own, help = (pull - g * to_help) / (1 - g * g), (to_help - g * pull) / (1 - g * g)
    coasting = (joint_pay * (1 - felt)) ** 2 / max(1e-9, own_pay + joint_pay)
    willing = min(2.0, max(0.0, 1 + help))
    back = p["sent_back"] + p["sent_back_more"] * (1 - willing)
    back *= control("handover", week) * (1 - p["owner_sent_back"] * control("owners", week))
    return {
        "own": own, "help": help, "own_pay": own_pay, "joint_pay": joint_pay, "coasting": coasting,
        "pace": max(0.3, (1 + p["pace"] * own) * (1 - p["coasting"] * coasting)),
        "filler": min(0.4, p["filler"] * control("filler", week) * max(0.0, own)),
        "back": min(0.8, max(0.0, back)),
    }  # fmt: skip


def slow(busy: float) -> float:
    """Return 1 / (1 - busy), beyond .98 on along the tangent."""
    return 1 / (1 - busy) if busy <= 0.98 else 50 + 2_500 * (busy - 0.98)


def cross(
    units: list[list[float]], shares: Sequence[float], back: float
) -> tuple[list[float], list[float], float]:
    """Let one week's issues cross the units; return the flows, what is closed, and how many were sent back."""
    flows, again, moving = [], [0.0] * 6, [0.0] * 6
    for at, unit in enumerate(units):
        ready = [had + came for had, came in zip(unit, moving, strict=True)]
        out = [shares[at] * issues for issues in ready]
        units[at] = [issues - gone for issues, gone in zip(ready, out, strict=True)]
        flows.append(sum(out[:5]))
        if at:
            again = [so_far + back * gone for so_far, gone in zip(again, out, strict=True)]
        moving = [(1 - back) * gone for gone in out] if at else out
    units[0] = [left + came for left, came in zip(units[0], again, strict=True)]
    return flows, moving, sum(again[:5])


def sunday(units: list[list[float]], give_up: float) -> float:
    """Let old issues be given up and all grow a week older; return how many were given up."""
    given_up = 0.0
    for at, (new, one, two, three, old, sundays) in enumerate(units):
        given_up += give_up * old
        stay = (1 - give_up) * old
        units[at] = [0.0, new, one, two, three + stay, 4 * three + (1 - give_up) * sundays + stay]
    return given_up


@cache
def at_rest(
    arisen: float, shares: tuple[float, ...], back: float, give_up: float
) -> tuple[list[list[float]], list[float], float]:
    """Let the same issues come week after week until nothing changes any more."""
    units = [[0.0] * 6 for _ in range(3)]
    while True:
        before = [list(unit) for unit in units]
        units[0][0] = arisen
        _, closed, _ = cross(units, shares, back)
        given_up = sunday(units, give_up)
        change = max(
            abs(a - b) for x, y in zip(units, before, strict=True) for a, b in zip(x, y, strict=True)
        )
        if change < 1e-13 * arisen:
            return units, closed, given_up


def content(p: Mapping[str, float], open_weeks: float, late_weeks: float) -> float:
    """Return the share of customers who leave: satisfaction first, then churn."""
    csat = p["csat_floor"] + p["csat_span"] * exp(
        -open_weeks / p["csat_weeks"] - late_weeks / p["csat_own_weeks"]
    )
    return p["churn_base"] + p["churn_slow"] * max(0.0, p["csat_ok"] - csat) / 0.3


def year(
    parameters: Mapping[str, float], control: Control, luck: Mapping[str, Sequence[float]]
) -> tuple[dict[str, float], Series]:
    """Return the outcomes and the weekly series of one possible year."""
    p = dict(parameters)
    usual = {"bonus": 1.0, "handover": 1.0, "filler": 1.0, "bonus_group": 1.0}
    first = motives(p, lambda name, week: usual.get(name, 0.0), 0, p["trust"])
    busy = [p["busy_1"], p["busy_2"], p["busy_3"]]
    busy_first = list(busy)
    shares = tuple(p["week_hours"] / (p["week_hours"] + p["touch"] * slow(u)) for u in busy)
    customers = fans = p["customers"]
    settled, closed, given_up = at_rest(customers * p["issues"], shares, first["back"], p["give_up"])
    units = [list(unit) for unit in settled]
    finished, prompt = sum(closed[:5]), sum(closed[:4])
    in_time_first = prompt / (finished + given_up)
    open_weeks = (closed[1] + 2 * closed[2] + 3 * closed[3] + closed[5]) / finished
    hidden = (1 - p["voice"]) * customers * p["issues"] / p["surface"]
    new = p["growth"] + content(p, open_weeks, 0.0) * customers
    new += p["let_down"] * (given_up + (1 - p["voice"]) * customers * p["issues"])
    # Own work is what fills each unit as far as stated
    each = (1 + p["twice"] * (1 - p["named_two"])) / first["pace"]
    hours = p["people"] * p["hours"] * max(0.2, 1 - p["switches"] * p["switch_loss"])
    waiting = sum(sum(unit[:5]) for unit in units)
    base, target = [], []
    for at in range(3):
        times = (1 - first["back"]) ** (-1 if at == 2 else -2)
        others = first["filler"] * hours + min(0.3 * hours, p["chase"] * waiting)
        others += p["touch"] * times * customers * p["issues"]
        base.append(max(0.1 * hours, busy[at] * hours - others) / each)
        target.append((base[at] * each * first["pace"] + first["filler"] * hours) / p["card"])
    lead = round(p["hire_weeks"])
    people = [p["people"] * (1 - p["attrition"])] * 3
    due: dict[int, list[float]] = {week: [p["attrition"] * p["people"]] * 3 for week in range(lead)}
    late, clarity, trust = [0.0] * 3, p["named_two"], p["trust"]
    total: dict[str, float] = defaultdict(float)
    series: Series = defaultdict(list)
    weeks = len(luck["issues"])
    for week in range(weeks):
        starting = due.pop(week)
        people = [people[at] + starting[at] + control("hires", week) / 3 for at in range(3)]
        started = sum(starting) + control("hires", week)
        drawn = motives(p, control, week, trust)
        switches = p["switches"] * control("switches", week) * luck["switches"][week]
        lost = switches * p["switch_loss"] * (1 - p["one_relief"] * control("one_at_a_time", week))
        # Issues arise
        voice = p["voice"] + control("voice", week) + p["trust_voice"] * (trust - p["trust"])
        voice = min(1.0, max(0.05, voice))
        arisen = customers * p["issues"] * control("issues", week) * luck["issues"][week]
        surfaced = hidden * min(1.0, p["surface"] + p["speak_up"] * max(0.0, voice - p["voice"]))
        raised = voice * arisen + surfaced
        hidden += (1 - voice) * arisen - surfaced
        waiting = sum(sum(unit[:5]) for unit in units)
        units[0][0] = raised
        # The load of each unit
        touch = p["touch"] * control("touch", week)
        twice = p["twice"] * (1 - clarity) * control("duplicates", week)
        each = (1 + twice) / drawn["pace"]
        free = 1 - control("reserve", week) * min(1.0, max(0.0, 1 + drawn["help"]))
        owners = control("owners", week)
        chase = p["chase"] * control("chasing", week) * (1 - p["owner_chase"] * owners) * waiting
        personal = max(0.0, p["hours"] - control("meeting_hours", week)) * (1 + control("extra_hours", week))
        came = [
            base[at] * customers / p["customers"] * control("own_work", week) * luck[f"own_{at + 1}"][week]
            for at in range(3)
        ]
        hours_of, aside, padding, wanted, planned, issues = [], [], [], [], [], []
        for at in range(3):
            had = people[at] * personal * max(0.2, 1 - lost)
            hours_of.append(had)
            padding.append(drawn["filler"] * had)
            aside.append(min(0.3 * had, chase + p["owner_hours"] * owners * raised / 3))
            own = min((came[at] + p["catch_up"] * late[at]) * each + padding[at], free * had)
            times = (1 - drawn["back"]) ** (-1 if at == 2 else -2)
            planned.append(own)
            issues.append(times * raised)
            wanted.append(own + aside[at] + touch * issues[at])
        pool, most_own = control("pool", week), [free * had for had in hours_of]
        evened = [sum(hours_of) / sum(wanted) * wanted[at] for at in range(3)]
        for at in range(3):
            change = pool * (evened[at] - hours_of[at])
            hours_of[at] += change
            most_own[at] += free * change
            busy[at] += p["busy_weight"] * (wanted[at] / hours_of[at] - busy[at])
        # Issues cross. Beyond what lies on the desk at 98 percent, hours left are worked away.
        waits = [touch * slow(u) for u in busy]
        ready, rates = 0.0, []
        for at in range(3):
            ready = sum(units[at][:5]) + (ready if at else 0.0)
            spare = max(0.0, hours_of[at] - planned[at] - aside[at]) / touch
            pile = ready - 50 * touch / p["week_hours"] * issues[at]
            rate = p["week_hours"] / (p["week_hours"] + waits[at])
            rate = max(rate, min(spare, pile) / max(1e-9, ready))
            rate = min(rate, 0.5 * hours_of[at] / touch / max(1e-9, ready))
            rates.append(rate)
            ready *= rate * ((1 - drawn["back"]) if at else 1)
        crossing = sum(max(touch, p["week_hours"] * (1 / rate - 1)) for rate in rates)
        flows, closed, returned = cross(units, rates, drawn["back"])
        # Own work and scorecards
        cards, done_all, padded_all = [], 0.0, 0.0
        for at in range(3):
            left = max(0.0, hours_of[at] - aside[at] - touch * flows[at])
            left = min(left, max(0.0, most_own[at]))
            done = min(late[at] + came[at], left / each)
            late[at] += came[at] - done
            padded = min(padding[at], max(0.0, left - done * each))
            cards.append((done * (1 + twice) + padded) / target[at])
            done_all += done
            padded_all += padded
        given_up = sunday(units, p["give_up"])
        finished, prompt = sum(closed[:5]), sum(closed[:4])
        sundays = closed[1] + 2 * closed[2] + 3 * closed[3] + closed[5]
        in_time = prompt / max(1e-9, finished + given_up)
        # Customers
        late_weeks = min(52.0, sum(late) / max(1e-9, sum(came)))
        churn = content(p, sundays / max(1e-9, finished), late_weeks)
        gone = min(customers, churn * customers + p["let_down"] * (given_up + surfaced))
        margin_lost = p["margin"] * (fans - customers)
        customers += new - gone
        fans += new - p["churn_base"] * fans
        # Beliefs
        told = p["named_two"] + control("recall", week) + 0.02 * control("announcements", week)
        told *= (1 + p["forget"] * p["switches"]) / (1 + p["forget"] * switches)
        named = clarity
        clarity += (min(0.95, told) - clarity) / p["clarity_weeks"]
        good = min(1.0, max(-1.0, (in_time - p["result_bar"]) / (1 - p["result_bar"])))
        believed = p["trust"] + p["trust_results"] * (in_time - in_time_first)
        believed += p["praise"] * control("celebrate", week) * good
        believed -= p["unfair"] * (drawn["coasting"] - first["coasting"])
        trust += (min(1.0, max(0.0, believed)) - trust) / p["trust_weeks"]
        # People
        staff = sum(people)
        pay = first["own_pay"] + first["joint_pay"] - drawn["own_pay"] - drawn["joint_pay"]
        quit_all, posts = 0.0, []
        for at in range(3):
            turnover = 1 + p["strain"] * (busy[at] - busy_first[at]) + p["distrust"] * (p["trust"] - trust)
            turnover += p["pay_cut"] * max(0.0, pay)
            turnover += p["overtime_strain"] * control("extra_hours", week)
            rate = p["attrition"] * control("attrition", week) * min(4.0, max(0.3, turnover))
            left = people[at] * min(1.0, rate)
            people[at] -= left
            quit_all += left
            posts.append(left * control("replacement", week))
        due[week + lead] = posts
        # Money
        dashboard = sum(cards) / 3
        bonus = p["bonus_pay"] * staff * (drawn["own_pay"] * dashboard + drawn["joint_pay"] * in_time)
        cost = p["wage"] * staff * (1 + 1.5 * control("extra_hours", week)) + bonus
        cost += p["hire_fee"] * started + control("spending", week)
        coming = sum(map(sum, due.values())) + control("hires_coming", week)
        for name, found in (
            ("open", sum(sum(unit[:5]) for unit in units)), ("hidden", hidden), ("closed", finished),
            ("old", sum(unit[4] for unit in units)), ("trust", trust),
            ("sent_back", returned), ("crossing_hours", crossing), ("busy_2", busy[1]), ("cost", cost),
            ("dashboard", dashboard), ("named_two", named), ("on_order", coming), ("card_3", cards[2]),
            ("filler_hours", padded_all), ("own_late", sum(late)), ("coasting", drawn["coasting"]),
        ):  # fmt: skip
            series[name].append(found)
        total["closed"] += finished
        total["in_time"] += prompt
        total["ended"] += finished + given_up
        total["sundays"] += sundays
        total["own_late"] += sum(late)
        total["leavers"] += quit_all
        total["wasted_hours"] += padded_all + done_all * twice
        total["dashboard"] += dashboard
        total["loss"] += cost + margin_lost
    outcomes = {
        "open_hours": p["week_hours"] * total["sundays"] / max(1e-9, total["closed"]),
        "in_time": total["in_time"] / max(1e-9, total["ended"]),
        "customers_end": customers, "own_late": total["own_late"] / weeks, "leavers": total["leavers"],
        "trust_end": trust, "wasted_hours": total["wasted_hours"], "dashboard": total["dashboard"] / weeks,
        "loss": total["loss"],
    }  # fmt: skip
    return outcomes, series
