"""The delivery network once more, as one plain loop over the days of one year, written from its equations.

Nothing is shared with the package: tests compare the two, and the benchmark measures against it. Where
the model keeps a vector of the doors' times in order, here a heap of doors is kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from heapq import heapify, heappop, heappush, heapreplace
from math import floor
from typing import Any

Series = dict[str, list[float]]
DAYS = 6
TINY = 1e-9


def year(
    parameters: Mapping[str, float], control: Callable[[str, int], float], luck: Mapping[str, Any]
) -> tuple[dict[str, float], Series]:
    """Return the outcomes and the weekly series of one possible year."""
    p, weeks = dict(parameters), len(luck["traffic"])
    starts, drawn, ready = p["go_live"], 0.0, p["ready_start"]
    customers, noticed = p["customers"], p["otif_ok"]
    known, new = p["drivers"], 0.0
    due: dict[int, float] = defaultdict(float)
    doors: list[float] = []
    standing = left_over = 0.0
    outcome = dict.fromkeys(
        (
            "otif", "last_stop", "driver_overtime", "leavers", "incidents", "detention", "penalties", "cost",
        ), 0.0,
    )  # fmt: skip
    series: Series = defaultdict(list)
    for week in range(weeks):
        c = {name: control(name, week) for name in CONTROLS}
        # The redraw
        if week < starts:
            starts = max(starts, p["go_live"] + c["go_live_delay"])
        accident = p["opening_accident"] if week >= starts and drawn == 0 else 1.0
        if week >= starts:
            drawn = min(1.0, drawn + 1 / c["phase_weeks"])
        moved = drawn * (1 - c["keep_old"])
        unready = moved * (1 - ready)

        def between(what: str, share: float = moved) -> float:
            return p[f"{what}_before"] + (p[f"{what}_after"] - p[f"{what}_before"]) * share

        # Orders
        peak = p["peak_factor"] if 0 <= week - p["peak_week"] < p["peak_weeks"] else 1.0
        buffer = p["buffering"] * c["buffering"] * max(0.0, p["otif_ok"] - noticed)
        size = luck["volume"][0] * peak * customers / p["customers"] * (1 + buffer)
        units = between("units") * size
        drops = units / p["units_per_drop"]
        # Drivers and routes
        started = due.pop(week, 0.0) + c["hires"]
        new += started
        crew = known + new
        stem = between("stem") * c["stem"]
        work = p["drive"] + p["service"] * c["service"]
        time = p["shift"] - stem - p["breaks"]
        fit = floor(time / (work + max(0.0, between("slack") + c["slack"])) + TINY)
        stops = min(round(p["stops_most"]), max(1, fit))
        slack = max(0.0, time / stops - work)
        routes = drops / stops
        own = min(routes, crew)
        strangers = (routes - own + own * new / max(TINY, crew)) / max(TINY, routes)
        usual_delay = p["delay_mean"] * c["delays"] * luck["traffic"][week]
        usual_delay *= (1 + p["route_loss"] * unready) * (1 + p["stranger_delay"] * strangers)
        limit = max(1.0, p["on_time_minutes"] + c["window"])
        # Dock
        wanted_doors = floor(p["doors"] + c["extra_doors"] + TINY)
        night, worked = 0.0, _open_and_close(doors, wanted_doors)
        standing -= worked
        booked = floor(between("trucks") * p["dock_hours"] * size * c["inbound_trucks"] + 0.5 + TINY)
        trucks = min(round(p["trucks_most"]), max(1, booked))
        hours = min(24.0, p["dock_hours"] + c["dock_hours"])
        gap = 60 * hours / trucks
        chance = p["gap_spread"] * (1 - c["appointments"])
        unload = p["unload_minutes"] * c["unload_time"] * (1 + p["unload_loss"] * unready)
        # Picking
        minutes = p["pick_minutes"] + c["cut_off"]
        capacity = p["pick_capacity"] * c["pick_capacity"] * c["pick_pace"] * minutes / p["pick_minutes"]
        capacity *= (1 - p["pick_loss"] * unready) * (1 - p["training_load"] * c["training"])
        error = p["pick_error"] * c["pick_errors"] * (1 + p["pace_error"] * max(0.0, c["pick_pace"] - 1))
        s: dict[str, float] = defaultdict(float)
        for day in range(DAYS):
            at = week * DAYS + day
            # Trucks
            gaps, unloads = luck["gaps"][at][:trucks], luck["unloads"][at][:trucks]
            lengths = [unload * (1 - p["unload_spread"] + p["unload_spread"] * float(u)) for u in unloads]
            came, waits = _unload(doors, [gap * (1 - chance + chance * float(g)) for g in gaps], lengths)
            stays = [wait + length for wait, length in zip(waits, lengths, strict=True)]
            s["detained"] += sum(max(0.0, stay - p["free_minutes"]) for stay in stays)
            s["wait"] += sum(waits)
            s["waiting"] += sum(wait > TINY for wait in waits)
            long = sum(wait > p["long_wait"] for wait in waits)
            morning, evening = came + 60 * (24 - hours), max(came, 60 * hours)
            night += sum(max(0.0, min(door, morning) - evening) for door in doors)
            doors = [max(0.0, door - morning) for door in doors]
            heapify(doors)
            worked += standing + sum(lengths) - sum(doors)
            standing = sum(doors)
            s["long"] += long
            # Orders of the day
            ordered = max(0.0, units + p["units_sd"] * luck["units"][at])
            missed = max(0.0, ordered - capacity)
            held = min(c["hold"], missed * minutes / capacity)
            late = max(0.0, missed - held * capacity / minutes)
            sent = c["second_wave"] * late
            stuck = p["crossdock"] * long / trucks
            on_van = 1 - (late - sent) / max(TINY, ordered)
            shipped = ordered * (1 - stuck) * on_van
            load = ordered / capacity
            s["wrong"] += min(0.5, error * (1 + p["rush_error"] * max(0.0, load - p["rush_from"])))
            s["stuck"] += stuck
            s["late"] += 1 - on_van
            s["shipped_late"] += left_over
            left_over = ordered - shipped
            for name, found in (
                ("ordered", ordered), ("shipped", shipped), ("missed", missed), ("missed_days", missed > 0),
                ("sent", sent), ("behind", left_over), ("load", load),
            ):  # fmt: skip
                s[name] += found
            # Routes
            mean = usual_delay * (accident if day == 0 else 1.0)
            for route in zip(*luck["delays"][at][:stops], strict=True):
                wrong = [mean * (1 - p["delay_spread"] + p["delay_spread"] * float(x)) for x in route]
                delays = _drive(held, wrong, slack, c["recovery"], limit)
                s["late_drops"] += sum(delay > limit for delay in delays)
                s["late_first"] += delays[0] > limit
                s["late_last"] += delays[-1] > limit
                s["delay_last"] += delays[-1]
        sampled = DAYS * len(luck["delays"][0][0])
        in_full = (1 - s["wrong"] / DAYS) * (1 - s["stuck"] / DAYS) * (1 - s["late"] / DAYS)
        otif = (1 - s["late_drops"] / sampled / stops) * in_full
        # Drivers
        overtime = own * DAYS * s["delay_last"] / sampled / 60
        strain = 1 + p["attrition_overtime"] * overtime / max(TINY, crew)
        rate = min(0.2, p["attrition"] * c["attrition"] * strain)
        replaced = p["replaced"] * rate * crew
        due[week + round(p["hire_weeks"])] += replaced
        learned = new / p["ramp_weeks"]
        known, new = known + learned - rate * known, new - learned - rate * new
        # Customers
        noticed += (otif - noticed) / p["notice_weeks"]
        dislike = 1 + p["window_dislike"] * max(0.0, c["window"]) / 15
        dislike += p["cut_off_dislike"] * max(0.0, c["cut_off"]) / 60
        leaving = p["churn_base"] * dislike + p["churn_otif"] * max(0.0, p["otif_ok"] - noticed)
        customers += p["joining"] - min(0.5, leaving) * customers
        # Damage and money
        detention = s["detained"] / 60
        hurry = 1 + p["incident_delay"] * s["delay_last"] / sampled + p["incident_stranger"] * strangers
        incidents = p["incident_rate"] * DAYS * routes * hurry + p["incident_detention"] * detention
        penalty = p["penalty_rate"] * p["unit_value"] * s["ordered"] * max(0.0, p["otif_target"] - otif)
        delivery = crew * DAYS * p["day_wage"] + p["overtime_wage"] * overtime
        delivery += own * DAYS * (p["route_cost"] + p["minute_cost"] * stem)
        delivery += p["hired_price"] * (DAYS * (routes - own) + s["sent"] / p["units_per_drop"] / stops)
        delivery += p["old_cost"] * (moved < 1 - TINY)
        cost = delivery + penalty + p["detention_fee"] * detention + c["spending"]
        cost += p["door_wage"] * (DAYS * hours * len(doors) + 1.5 * night / 60)
        cost += p["pick_cost"] * s["ordered"] + p["night_cost"] * s["behind"] + p["hire_fee"] * replaced
        # Training, for next week
        ready += (1 - ready) * min(1.0, c["training"] + moved / p["learn_weeks"])
        for name, found in (
            ("moved", moved), ("ordered", s["ordered"]), ("shipped", s["shipped"]), ("left_over", left_over),
            ("shipped_late", s["shipped_late"]), ("trucks", DAYS * trucks), ("detention", detention),
            ("dock_wait", s["wait"] / trucks / DAYS), ("dock_waiting", s["waiting"] / trucks / DAYS),
            ("dock_long", s["long"] / trucks / DAYS), ("dock_worked", worked / 60), ("stops", stops),
            ("dock_left", standing / 60), ("pick_load", s["load"] / DAYS), ("missed", s["missed"]),
            ("missed_days", s["missed_days"] / DAYS), ("slack", slack), ("hired_routes", routes - own),
            ("strangers", strangers), ("first_stop", 1 - s["late_first"] / sampled),
            ("last_stop", 1 - s["late_last"] / sampled), ("delay_last", s["delay_last"] / sampled),
            ("in_full", in_full), ("otif", otif), ("overtime", overtime), ("started", started),
            ("left", rate * crew), ("on_order", sum(due.values()) + c["hires_coming"]), ("buffer", buffer),
            ("penalty", penalty), ("cost", cost), ("incidents", c["incidents"] * incidents),
            ("cost_per_drop", delivery / max(TINY, DAYS * drops)),
        ):  # fmt: skip
            series[name].append(float(found))
        for name, found in (
            ("otif", otif / weeks), ("last_stop", (1 - s["late_last"] / sampled) / weeks),
            ("driver_overtime", overtime), ("leavers", rate * crew), ("detention", detention),
            ("incidents", c["incidents"] * incidents), ("penalties", penalty), ("cost", cost),
        ):  # fmt: skip
            outcome[name] += found
    return outcome | {"customers_end": customers}, series


def _open_and_close(doors: list[float], wanted: int) -> float:
    """Open doors, or close those that are free first; return what is still done at the closing ones."""
    done = 0.0
    while len(doors) < wanted:
        heappush(doors, 0.0)
    while len(doors) > wanted:
        done += heappop(doors)
    return done


def _unload(doors: list[float], gaps: list[float], lengths: list[float]) -> tuple[float, list[float]]:
    """Serve a day's trucks; return when the last one came, and every truck's wait."""
    came, waits = 0.0, []
    for gap, length in zip(gaps, lengths, strict=True):
        came += gap
        begins = max(came, doors[0])
        heapreplace(doors, begins + length)
        waits.append(begins - came)
    return came, waits


def _drive(held: float, wrong: list[float], slack: float, made_good: float, limit: float) -> list[float]:
    """Return the delay at each stop of a route."""
    delay, delays = held, []
    for minutes in wrong:
        delay = max(0.0, delay + minutes - slack - (made_good if delay > limit else 0.0))
        delays.append(delay)
    return delays


CONTROLS = (
    "go_live_delay", "phase_weeks", "keep_old", "training", "extra_doors", "dock_hours", "appointments",
    "unload_time", "inbound_trucks", "pick_capacity", "pick_pace", "pick_errors", "cut_off", "hold",
    "second_wave", "slack", "stem", "service", "delays", "recovery", "window", "hires", "hires_coming",
    "attrition", "incidents", "buffering", "spending",
)  # fmt: skip
