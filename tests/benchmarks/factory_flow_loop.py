"""The factory once more, as one plain loop over the weeks of one year, written from its equations.

Nothing is shared with the package: tests compare the two, and the benchmark measures against it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import exp, sqrt
from typing import Any

Series = dict[str, list[float]]


def year(
    parameters: Mapping[str, float], control: Callable[[str, int], float], luck: Mapping[str, Any]
) -> tuple[dict[str, float], Series]:
    """Return the outcomes and the weekly series of one possible year."""
    p, series = dict(parameters), defaultdict(list)
    lead, hire = round(p["plan_weeks"]), round(p["hire_weeks"])
    due: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    first = max(0.0, p["launch_week"] - lead)
    starts, pool, variants = first, p["new_variants"], p["variants"]
    trust, behind, held, held_variants, live = p["trust"], 0.0, 0.0, 0.0, 0.0
    trained, new, joining = p["crew"], 0.0, defaultdict(float)
    book, stock, unordered, loyalty, late = p["orders"], p["stock"], p["stock_unordered"], 1.0, 0.0
    queues = [p["wip"] / 5] * 5
    wip, busy_wip, flow_weeks = p["wip"], 0.0, 0.0
    counted, capability, cost, foreseen, shipped_all = p["variants"], 1.0, 0.0, 0.0, 0.0
    outcome: dict[str, float] = defaultdict(float)
    weeks = len(luck["orders"])
    for week in range(weeks):
        c = {name: control(name, week) for name in CONTROLS}
        # Operators
        joined = joining.pop(week, 0.0)
        new += joined
        crew = trained + new
        absent = min(0.5, p["absence"] * luck["absence"][week])
        manned = min(1.0, crew * (1 - absent) / (p["crew"] * (1 - p["absence"])))
        green = new / max(1e-9, crew)
        # Changes on paper
        hours = p["planning_hours"] + c["planning_hours"]
        if week < starts:
            starts = max(starts, first + c["launch_delay"])
        begun = 0.0
        if week >= starts:
            begun = min(pool, p["new_variants"] / (p["launch_weeks"] * c["launch_spread"]))
        pool -= begun
        number = p["changes"] * c["changes"] + begun * c["new_variants"]
        behind += p["changes"] - p["changes"] * c["changes"]
        looked = min(1.0, hours / max(1e-9, p["review_hours"] * number))
        upstairs = p["planner_find"] + c["planner_checks"]
        either = upstairs + (1 - upstairs) * p["supervisor_find"] * looked * trust
        rate = p["latent"] * c["latent"] * number
        count, found, told = met(luck["problem_at"][week], luck["problem_lot"][week], rate, upstairs, either)
        sure = (1 - p["noise"]) * rate
        problems = sure + p["noise"] * count
        mended = sure * upstairs + p["noise"] * found
        seen = sure * either + p["noise"] * told
        plan = due[week + lead]
        for at, what in enumerate((number, begun * c["new_variants"], problems - seen, seen - mended)):
            plan[at] += what
        # Warnings are closed, changes go live
        able = p["follow_up"] + c["follow_up"]
        closed = min(held, able)
        held -= closed
        closed += close([due[week + ahead] for ahead in range(lead + 1)], able - closed)
        live_number, live_variants, unseen, warned = due.pop(week)
        waiting_now = held + warned
        stays = min(1.0, c["hold"] * waiting_now / max(1e-9, live_number + held))
        held = c["hold"] * waiting_now
        ready = held_variants + live_variants
        held_variants = ready * stays
        variants += ready - held_variants
        tried = p["trial_find"] * c["trial_runs"] * unseen
        ignored = waiting_now - held
        hit = ignored + unseen - tried
        live += hit
        trust += (closed - (closed + ignored) * trust) / (closed + ignored + p["trust_warnings"])
        lost = p["problem_hours"] * live + p["trial_hours"] * c["trial_runs"] * live_number
        # Supervisors
        there = p["supervisors"] * p["supervisor_hours"] + c["cover_hours"]
        short = (p["floor_hours"] + hours + p["fire_hours"] * live - there) / p["floor_hours"]
        short = min(1.0, max(0.0, short))
        # Customers
        usual, sells = p["demand"] * luck["orders"][week], p["variant_demand"] * luck["take"][0]
        market = usual * c["demand"] * (1 + sells * (variants - p["variants"]))
        orders = market * loyalty * max(0.0, 1 - p["promise_loss"] * c["promise"])
        hoped = min(1.0, max(0.0, (week + 1 - p["launch_week"]) / p["launch_weeks"])) * p["new_variants"]
        foreseen += usual * (1 + sells * hoped)
        # The line before it runs
        pushed = p["push"] * c["push"]
        given_up = 1 - (1 - p["target_squeeze"] * pushed) * (1 - p["squeeze"] * late)
        kept = min(0.9, max(0.0, p["improvement"] + c["improvement"]))
        kept *= 1 - (1 - c["protect"]) * min(1.0, given_up)
        between = p["run_weeks"] * c["run_length"]
        set_ups = variants / between
        base = p["hours"] * (1 - kept) / (1 - p["improvement"]) * manned
        hurry = 1 + p["speed_harm"] * (c["speed"] - 1)
        speed = capability * c["speed"] * (1 - p["new_speed"] * green)
        fails = c["defects"] * hurry * (1 + p["thin_defects"] * short) * (1 + p["new_defects"] * green)
        fails *= 1 + p["wip_defects"] * max(0.0, flow_weeks - 1)
        repair = p["mttr"] * c["mttr"] * (1 + p["thin_repair"] * short)
        runs = p["mtbf"] * c["mtbf"]
        mean_up = runs / (runs + repair * hurry)
        stations = []
        good = 1.0
        for at in range(1, 6):
            space = base + c["bottleneck_hours" if at == 2 else "other_hours"]
            failing = (1 - p[f"yield_{at}"]) * fails + (p["problem_defects"] * live if at == 2 else 0.0)
            failing = min(0.9, failing)
            set_up = p[f"setup_{at}"] * c["setup_time"]
            free = max(0.05 * space, space - set_ups * set_up - (lost if at == 2 else 0.0))
            pace = speed / (p[f"cycle_{at}"] * (1 + p["repair"] * failing))
            good *= 1 - (1 - p["repair"]) * failing
            stations.append((space, free, pace, failing, set_up))
        # The plan
        missed = 1 - min(1.0, c["planning_hours"] / max(1e-9, p["review_hours"] * number))
        missed *= (1 - c["setup_sheet"]) * (1 - 1 / p["learn_weeks"])
        counted = variants + missed * (counted - variants)
        space, free, pace, _, set_up = stations[1]
        capacity = max(0.05 * space, free + (set_ups - counted / between) * set_up) * mean_up * pace
        asked = orders + p["catch_up"] * max(0.0, book - p["orders"])
        most = max(0.0, p["overtime_most"] + c["overtime_limit"])
        overtime = min(most, max(0.0, asked / (capacity * good) - 1))
        more = overtime * base
        capacity += more * mean_up * pace
        cycle_stock = orders * between / 2
        need = book + cycle_stock - stock + good * (p["wip"] - (wip - busy_wip))
        wanted = min(capacity, max(0.0, need / good))
        idle = pushed * p["target"] * stations[0][1] * mean_up * stations[0][2] - wanted
        busy = min(idle, p["busy_weeks"] * orders - busy_wip - unordered)
        leaving = (free + more) * mean_up * pace
        room = max(0.0, p["wip_most"] * c["wip_limit"] - wip + leaving)
        wanted = min(wanted, room)
        busy = min(room - wanted, max(0.0, busy))
        # The line runs
        released = wanted + busy
        before = wip + released
        flow, arriving, lot, scrapped = released, p["release_cv2"], p["lot"] * c["lot"], 0.0
        for at, (space, free, pace, failing, set_up) in enumerate(stations):
            up = max(0.05, 1 - (1 - mean_up) * luck[f"stops_{at + 1}"][week])
            able = (free + more) * up * pace
            each = lot * (space + more) / able
            running = lot / (pace * mean_up)
            variance = p["lot_cv2"] * running**2 + 2 * repair * (1 - mean_up) * running
            variance += set_up**2 * set_ups * each / (space + more)
            own = variance / each**2
            unit = p["variability"] * lot
            waiting_here = queues[at] + flow
            whole = able + unit
            kingman = (arriving + own) / 2 * (space + more) / (free + more)
            root = sqrt((whole - waiting_here) ** 2 + 4 * unit * kingman * waiting_here)
            used = 2 * waiting_here / (whole + waiting_here + root)
            made = min(waiting_here, able * used)
            queues[at] = waiting_here - made
            flow = made * (1 - (1 - p["repair"]) * failing)
            scrapped += made * (1 - p["repair"]) * failing
            arriving += used**2 * (own - arriving)
        part = (busy_wip + busy) / max(1e-9, before)
        wip = sum(queues)
        busy_wip, finished = part * wip, flow
        flow_weeks = wip / max(1.0, finished)
        # Shipping
        unordered += part * finished
        sold = p["busy_sold"] * unordered
        unordered -= sold
        at_hand = stock + (1 - part) * finished + sold
        shipped = min(book, at_hand)
        stock, left_open = at_hand - shipped, book - shipped
        lead_time = min(99.0, (left_open + orders) / max(1e-9, shipped)) + p["lead_base"]
        covered = p["stock_right"] * min(1.0, stock / max(1e-9, cycle_stock))
        lead_time += between / 2 * (1 - covered)
        promise = p["promise"] + c["promise"]
        on_time = 1 / (1 + exp(min(99.0, p["lead_spread"] * (lead_time / promise - 1))))
        cancelled = p["cancel"] * (1 - on_time) * left_open
        book, late = left_open - cancelled + orders, 1 - on_time
        ok = p["on_time_ok"]
        placed = 1 - p["loyalty_loss"] * max(0.0, ok - on_time) / ok
        loyalty += (placed - loyalty) / p["loyalty_weeks"]
        # The week ends
        fade = exp(-1 / p["capability_weeks"])
        gain = kept / p["improvement"] * (1 - p["change_part"] * (1 - c["changes"]))
        capability = capability * fade + gain * (1 - fade)
        worse = 1 + p["attrition_overtime"] * overtime + p["attrition_thin"] * short
        leave = min(0.5, p["attrition"] * c["attrition"] * (worse + p["attrition_problem"] * live))
        trained, new = (
            (1 - leave) * (trained + new / p["ramp_weeks"]),
            (1 - leave) * new * (1 - 1 / p["ramp_weeks"]),
        )
        left = joining[week + hire] = leave * crew
        live -= live * (1 - short) / p["solve_weeks"]
        spent = (
            crew * p["wage"] * (1 + 1.5 * overtime) + p["supervisors"] * p["supervisor_wage"]
            + c["cover_hours"] * p["cover_wage"] + p["fix_early"] * (mended + closed + tried)
            + p["fix_late"] * hit + p["material"] * scrapped
            + p["holding"] * (wip + stock + unordered) + p["move_cost"] * 5 * released / lot
            + p["change_saving"] * max(0.0, behind) + p["late_fee"] * shipped * late + c["spending"]
        )  # fmt: skip
        cost += spent
        shipped_all += shipped
        outcome["on_time"] += on_time / weeks
        outcome["lost_orders"] += cancelled + max(0.0, market - orders)
        outcome["problems_hit"] += hit
        outcome["overtime_hours"] += 40 * crew * overtime
        outcome["leavers"] += left
        outcome["thin_weeks"] += short >= 0.1
        outcome["tied_up"] += (wip + stock + unordered) / weeks
        for name, value in (
            ("orders", orders), ("order_book", book), ("shipped", shipped), ("finished", finished),
            ("released", released), ("wip", wip), ("queue", queues[1]), ("stock", stock + unordered),
            ("on_time", on_time), ("variants", variants), ("warnings", seen - mended), ("trust", trust),
            ("problems_live", live), ("floor_short", short), ("overtime", overtime), ("cost", spent),
        ):  # fmt: skip
            series[name].append(value)
    outcome["capability_end"] = capability
    outcome["loss"] = cost + p["margin"] * max(0.0, foreseen - shipped_all)
    # What supervisors say in a week goes by what became of earlier warnings.
    series["trust"] = [p["trust"], *series["trust"][:-1]]
    return dict(outcome), series


def met(
    marks: Sequence[float], lots: Sequence[float], rate: float, upstairs: float, either: float
) -> tuple[int, int, int]:
    """Return how many problems there are, are found by planners, and by planners or supervisors."""
    count = found = told = 0
    for mark, lot in zip(marks, lots, strict=True):
        if mark >= rate:
            break
        count, found, told = count + 1, found + (lot < upstairs), told + (lot < either)
    return count, found, told


def close(coming: list[list[float]], able: float) -> float:
    """Close what warnings can be, the next to go live first; return how many that were."""
    closed = 0.0
    for plan in coming:
        now = min(plan[3], able - closed)
        plan[3] -= now
        closed += now
    return closed


CONTROLS = (
    "planning_hours", "cover_hours", "follow_up", "hold", "trial_runs", "planner_checks", "latent", "setup_sheet",
    "changes", "new_variants", "launch_delay", "launch_spread", "run_length", "setup_time", "lot",
    "bottleneck_hours", "other_hours", "speed", "defects", "mtbf", "mttr", "improvement", "protect",
    "overtime_limit", "push", "wip_limit", "demand", "promise", "attrition", "spending",
)  # fmt: skip
