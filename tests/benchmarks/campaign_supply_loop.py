"""The campaign and its supply once more, as one plain loop over the weeks of one year, from its equations.

Nothing is shared with the package: tests compare the two, and the benchmark measures against it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import floor

Control = Callable[[str, int], float]
Series = dict[str, list[float]]


def between(values: Sequence[float], age: float) -> float:
    """The values stand at ages -1, 0, 1 ...; linear between, level outside."""
    place = min(max(age + 1, 0.0), len(values) - 1.0)
    below = min(floor(place), len(values) - 2)
    return values[below] + (place - below) * (values[below + 1] - values[below])


class Waves:
    """The campaign's two waves, by their ages in weeks."""

    def __init__(self, p: Mapping[str, float]) -> None:
        self.p = p
        self.lifts = [0.0, *(p[f"lift_{n}"] for n in range(1, 7)), 0.0]
        self.sums = [sum(self.lifts[: n + 1]) for n in range(len(self.lifts))]
        self.shares = (1 - p["stage_share"], p["stage_share"])
        self.ages = [-p["campaign_week"], -p["campaign_week"]]

    def grow(self, week: int, control: Control, entered: float) -> tuple[float, float]:
        """A week later: lift and the part of the market where the campaign runs."""
        if self.ages[0] < 0:
            planned = week - self.p["campaign_week"] - control("campaign_start", week)
            self.ages[0] = min(self.ages[0], planned)
        if self.ages[1] < 0:
            self.ages[1] = min(self.ages[1], self.ages[0] - control("stage_gap", week))
        held = control("hold", week) > 0 and entered > self.p["hold_weeks"] * self.p["base"]
        lift = running = 0.0
        for at, share in enumerate(self.shares):
            on_air = -1 < self.ages[at] < 6
            if on_air and held:
                continue
            if on_air:
                lift += share * self.fresh(week, self.ages[at]) * between(self.lifts, self.ages[at])
                running += share
            self.ages[at] += 1
        return lift, running

    def to_come(self, week: int, weeks: float) -> float:
        """The lift of the next so many weeks."""
        return sum(
            share
            * self.fresh(week + 1, age)
            * (between(self.sums, age - 1 + weeks) - between(self.sums, age - 1))
            for share, age in zip(self.shares, self.ages, strict=True)
        )

    def fresh(self, week: int, age: float) -> float:
        """What is left of the lift after a delay."""
        return max(0.0, 1 - self.p["season_fade"] * (week - self.p["campaign_week"] - age))


def year(
    parameters: Mapping[str, float],
    control: Control,
    luck: Mapping[str, Sequence[float]],
) -> tuple[dict[str, float], Series]:
    """Return the outcomes and the weekly series of one possible year."""
    p = dict(parameters)
    waves = Waves(p)
    pressed = usual = p["media_base"] / (1 - p["adstock"])
    put_off = missing_later = 0.0
    again: dict[int, float] = defaultdict(float)
    waiting = duplicates = cut = wait = 0.0
    lead, repeat, back = round(p["lead_weeks"]), round(p["repeat_weeks"]), round(p["return_weeks"])
    made, queue, fatigue, vacant = p["pipeline"], 0.0, 0.0, 0.0
    due: dict[int, float] = defaultdict(float, dict.fromkeys(range(lead - 1), p["pipeline"]))
    smoothed, stock, pile = p["base"], p["stock"], 0.0
    coming_back = dict.fromkeys(range(back), p["returns"] * p["base"])
    series: Series = defaultdict(list)
    names = ("delivered", "let_down", "weeks_short", "leavers", "strained_weeks", "revenue", "cost")
    outcome = dict.fromkeys(names, 0.0)
    all_orders = in_time = booked_total = 0.0

    for week in range(len(luck["demand"])):
        # Goods come in
        bought = control("bought_in", week)
        refurbished = min(pile, control("refurbish", week))
        pile -= refurbished
        stock += made + bought + refurbished
        # The campaign
        lift, running = waves.grow(week, control, waiting + duplicates)
        # Demand and orders
        size = control("reach", week) * (1 + p["offer_share"] * (control("offer", week) - 1))
        usual_spending = p["media_base"] + p["media_campaign"] * running
        media = control("media", week) * usual_spending
        pressed = media + p["adstock"] * pressed
        usual = usual_spending + p["adstock"] * usual
        ordinary = p["base"] * (pressed / usual) ** p["media_elasticity"] * luck["demand"][week]
        ordinary *= 1 + p["variety"] * (control("variants", week) - 1)
        brought = ordinary * lift * size * luck["campaign"][0]
        missing = missing_later / p["pull_weeks"]
        missing_later += p["pull_forward"] * brought - missing
        demand = max(0.0, ordinary + brought - missing + again.pop(week, 0.0))
        capped = min(demand, control("order_cap", week) * p["bulk_share"] * brought)
        came_back = put_off / p["bulk_weeks"]
        put_off += p["bulk_return"] * capped - came_back
        door = demand - capped + came_back
        told = control("honest_dates", week) * p["honest_balk"] * wait
        rationed = control("allocation", week) * p["allocation_balk"] * min(1.0, wait)
        lost = door * min(0.9, told + rationed)
        orders = door - lost
        # The plant
        components = due.pop(week, 0.0)
        late = components * luck["slip"][week]
        due[week + 1] += late
        queue += components - late
        regular = p["capacity"] * luck["capacity"][week] * (1 - p["fatigue_loss"] * fatigue) * (1 - vacant)
        regular *= (1 - p["changeover"] * control("variants", week)) / (1 - p["changeover"])
        agency = control("agency", week)
        capacity = regular * (1 + control("overtime", week)) + agency
        made = min(queue, capacity)
        queue -= made
        by_agency = min(agency, max(0.0, made - regular))
        extra = max(0.0, made - regular) - by_agency
        faults = p["fatigue_defects"] * fatigue + p["agency_defects"] * by_agency / max(1e-9, made)
        fatigue += (extra / regular - fatigue) / p["fatigue_weeks"]
        # Sending, returns, the desk, cancellations
        packable = p["packing"] + control("packing", week)
        asked = waiting + orders
        shipped = min(stock, asked, packable)
        cut += orders * running * p["discount"] * control("offer", week)
        given = cut * shipped / max(1e-9, asked)
        cut -= given
        prompt = min(orders, max(0.0, shipped - waiting))
        waiting = asked - shipped
        stock -= shipped
        tempted = min(1.0, brought / max(1e-9, demand))
        returned = coming_back.pop(week)
        pile += returned
        coming_back[week + back] = shipped * min(0.6, p["returns"] + p["returns_offer"] * tempted + faults)
        contacts = p["contact_order"] * orders + p["contact_late"] * waiting + p["contact_return"] * returned
        desk = p["desk"] + control("service_desk", week)
        calmed = p["desk_calm"] * (min(contacts, desk) - min(contacts, p["desk"])) / max(1e-9, contacts)
        rate = p["cancellation"] * control("cancellation", week) * luck["cancellation"][week]
        rate *= (1 - p["honest_calm"] * control("honest_dates", week)) * (1 - calmed)
        cancelled = min(1.0, rate) * waiting
        waiting -= cancelled
        cut -= min(1.0, rate) * cut
        doubled = max(0.0, p["gaming"] * (1 - control("allocation", week)) * waiting - duplicates)
        duplicates = p["gaming"] * (1 - control("allocation", week)) * waiting
        again[week + repeat] += p["repeat_gain"] * brought - p["repeat_loss"] * cancelled
        wait = waiting / capacity
        # People
        left_rate = p["attrition"] * control("attrition", week)
        tired = p["plant_people"] * p["fatigue_leavers"] * fatigue
        load, pressure = shipped / packable, contacts / desk
        packers = p["warehouse_people"] * (1 + min(1.0, max(0.0, (load - 0.9) / 0.1)))
        agents = p["desk_people"] * (1 + min(2.0, max(0.0, pressure - 1)))
        left = left_rate * (p["plant_people"] + tired + packers + agents)
        vacant = min(0.5, vacant + left_rate * tired / p["plant_people"] - vacant / p["fill_weeks"])
        # The planner
        booked = orders + doubled
        smoothed += min(1.0, p["rule_smoothing"] * control("smoothing", week)) * (booked - smoothed)
        told_share = p["base"] * control("forecast", week) * size
        on_order = made + queue + sum(due.values())
        target = p["rule_stock"] + control("target_stock", week) + p["rule_cover"] * smoothed
        target += told_share * waves.to_come(week, control("foresight", week))
        entered = waiting + duplicates
        ordered = control("planned_order", week)
        if ordered <= 0:
            ordered = smoothed + (target - (stock - entered + on_order)) / p["rule_gap"]
        ordered = min(p["order_ceiling"] + control("components", week), max(0.0, ordered))
        express = min(ordered, control("expedite", week), max(0.0, entered + smoothed - stock - made - queue))
        due[week + 1] += express
        due[week + lead - 1] += ordered - express
        on_order += ordered
        # Money
        revenue = p["price"] * (shipped - given)
        cost = p["unit_cost"] * (made + bought) + p["bought_premium"] * bought
        cost += p["overtime_premium"] * extra + p["agency_cost"] * agency
        cost += p["component_premium"] * max(0.0, ordered - p["order_ceiling"])
        cost += p["express_premium"] * express + p["holding"] * (stock + queue)
        cost += p["storage"] * max(0.0, stock - p["space"]) + p["packing_cost"] * control("packing", week)
        cost += p["refurbish_cost"] * refurbished + media + p["cancel_cost"] * cancelled
        cost += p["return_cost"] * returned + p["desk_cost"] * control("service_desk", week)
        cost += p["hire_cost"] * left + control("spending", week)
        booked_total += booked
        coming = p["base"] * p["lead_weeks"] + told_share * waves.to_come(week, p["lead_weeks"])
        seen = {
            "backorders": waiting, "duplicates": duplicates, "stock": stock, "on_order": on_order,
            "ordered": ordered, "express": express, "queue": queue, "fatigue": fatigue, "demand": demand,
            "lift": brought, "orders": orders, "returned": returned, "returns_pile": pile, "left": left,
            "revenue": revenue, "cost": cost, "booked_total": booked_total, "wait_weeks": wait,
            "media_reach": pressed * (1 - p["adstock"]) / p["media_base"], "desk_pressure": pressure,
            "shortfall_ahead": max(0.0, coming - (stock - waiting + on_order)),
            "forecast": p["base"] + told_share * waves.to_come(week, 1),
        }  # fmt: skip
        for name, found in seen.items():
            series[name].append(found)
        all_orders += orders
        in_time += prompt
        outcome["delivered"] += shipped
        outcome["let_down"] += cancelled
        outcome["weeks_short"] += waiting > 0.01 * p["base"]
        outcome["leavers"] += left
        outcome["revenue"] += revenue
        outcome["cost"] += cost
        outcome["strained_weeks"] += fatigue > 0.08 or load > 0.97 or pressure > 1.1
    return outcome | {"on_time": in_time / max(1e-9, all_orders), "stock_end": stock}, series
