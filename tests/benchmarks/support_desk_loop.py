"""The support desk once more, as one plain loop over the weeks of one year, written from its equations.

Nothing is shared with the package: tests compare the two, and the benchmark measures against it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import ceil, exp

Series = dict[str, list[float]]


def year(
    parameters: Mapping[str, float],
    control: Callable[[str, int], float],
    luck: Mapping[str, Sequence[float]],
) -> tuple[dict[str, float], Series]:
    """Return the outcomes and the weekly series of one possible year."""
    p = dict(parameters)
    users, seniors, rookies, backlog, reopened = p["users"], p["seniors"], 0.0, p["backlog"], p["reopened"]
    pool, starts, listed, wait = p["campaign_users"] * p["campaign_weeks"], p["campaign_week"], 0.0, 0.0
    total = pool
    due: dict[int, float] = defaultdict(float)
    lead = round(p["order_weeks"])
    series: Series = defaultdict(list)
    outcome = dict.fromkeys(
        ("weeks_waiting", "peak_wait", "excess_churn", "strained_weeks", "leavers", "cost"), 0.0
    )
    for week in range(len(luck["new_users"])):
        rookies += due.pop(week, 0.0) + control("hires", week)
        # Sign-ups
        if week < starts:
            starts = max(starts, p["campaign_week"] + control("campaign_start", week))
        held = control("campaign_hold", week) > 0 and pool <= total / 2 + 1e-9 and wait > 3
        reached = 0.0
        if week >= starts and not held:
            reached = min(pool, p["campaign_users"] / control("campaign_spread", week))
        pool -= reached
        campaign = luck["new_users"][week] * luck["campaign"][0] * control("campaign_size", week) * reached
        put = control("waiting_list", week) * campaign
        admitted = p["list_release"] * listed
        listed = (listed - admitted) * (1 - p["list_dropout"]) + put
        new = luck["new_users"][week] * p["new_users"] + campaign - put + admitted
        # Tickets and capacity
        tickets = luck["contact"][week] * (
            p["contact_base"] * control("base_contact", week) * users
            + p["contact_new"] * control("new_contact", week) * new
        )
        load = tickets + reopened
        behind = p["catch_up"] * max(0.0, backlog - p["backlog"])
        agents = max(0.0, seniors - control("teaching", week)) + p["rookie_share"] * rookies
        capacity = max(
            1e-9,
            p["tickets_per_senior"] * control("handling", week) * (agents + control("extra_agents", week)),
        )
        pressure = (load + behind) / capacity
        overtime = min(p["overtime_most"] + control("overtime_limit", week), max(0.0, pressure - 1))
        solved = min(backlog + load, capacity * (1 + overtime))
        backlog += load - solved
        backlog -= p["abandonment"] * max(0.0, backlog - solved)
        wait = 7 * backlog / max(1e-9, solved)
        # Customers
        csat = p["csat_floor"] + p["csat_span"] * exp(-wait / p["csat_days"])
        excess = users * p["churn_per_csat"] * max(0.0, p["csat_ok"] - csat) / 0.3
        churned = min(users, users * p["churn_base"] + excess)
        hurry = max(0.0, pressure - 1)
        again = p["reopen_base"] + p["reopen_pressure"] * min(1.0, hurry)
        reopened = solved * min(0.9, control("rework", week) * again)
        # Agents
        staff = seniors + rookies
        rate = p["attrition"] * control("attrition", week) * (1 + min(2.0, hurry))
        learned = rookies / (p["ramp_weeks"] * control("ramp_weeks", week))
        foreseen = 0.0
        if week < starts <= week + control("foresight", week):
            foreseen = p["campaign_users"] / control("campaign_spread", week) * p["contact_new"]
            foreseen *= control("new_contact", week)
        on_order = sum(due.values()) + control("hires_coming", week)
        need = (load + p["rule_backlog"] * behind + foreseen) / p["tickets_per_senior"]
        need -= seniors + p["rule_rookie"] * rookies + control("extra_agents", week)
        need -= p["rule_ahead"] * on_order
        every = round(p["rule_every"])
        if (load + behind + foreseen) / capacity > p["rule_trigger"]:
            most = p["rule_most"] * control("order_limit", week)
            ordered = min(most, max(0.0, float(ceil(need - 1e-9))))
        else:
            ordered = float(every > 0 and week >= p["rule_from"] and week % every == 0)
        due[week + lead] += ordered
        seniors += learned - rate * seniors
        rookies -= learned + rate * rookies
        cost = staff * p["wage"] * (1 + 1.5 * overtime) + p["hire_fee"] * ordered
        cost += control("spending", week)
        users += new - churned
        for name, found in (("backlog", backlog), ("wait_days", wait), ("tickets", tickets), ("cost", cost)):
            series[name].append(found)
        outcome["weeks_waiting"] += wait > 3
        outcome["peak_wait"] = max(outcome["peak_wait"], wait)
        outcome["excess_churn"] += excess
        outcome["strained_weeks"] += pressure > 1.1
        outcome["leavers"] += rate * staff
        outcome["cost"] += cost
    return outcome | {"users_end": users, "staff_end": seniors + rookies}, series
