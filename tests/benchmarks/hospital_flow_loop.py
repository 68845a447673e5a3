"""The hospital once more, as one plain loop over the hours of one year: boarders one by one, each with the
hour in which they came.

Nothing is shared with the package: tests compare the two, and the benchmark measures against it. It
knows the luck of whole patients only (``noise`` 1).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from math import exp, floor
from typing import Any

Control = Callable[[str, int], float]
Series = dict[str, list[float]]
Counts = defaultdict[str, float]
LATE = (1, 1, 1, 1, 1, 1, 1, 1, 2, 5, 12, 20, 28, 36, 44, 48, 46, 38, 26, 14, 7, 3, 2, 1)
EARLY = (1, 1, 1, 1, 1, 1, 2, 8, 26, 44, 50, 44, 34, 28, 24, 22, 18, 14, 9, 5, 3, 2, 1, 1)
OUTCOMES = (
    "boarding_hours", "long_boarders", "left_unseen", "turned_away", "harms", "cancelled",
    "strained_weeks", "nurses_left", "cost",
)  # fmt: skip


def year(
    parameters: Mapping[str, float], control: Control, luck: Mapping[str, Any]
) -> tuple[dict[str, float], Series]:
    """Return the outcomes and the weekly series of one possible year."""
    p = dict(parameters)
    total, series = dict.fromkeys(OUTCOMES, 0.0), defaultdict(list)
    expected = p["admissions"] * p["los"] / 7
    wanted = min(floor(expected / p["occupancy_target"] + 0.5), p["beds_most"])
    floors = Floors(min(floor(expected + 0.5), wanted), round(p["boarding"]))
    nurses, felt, hazard, voice = p["nurses"], 0.0, 1.0, p["voice"]
    coming: dict[int, float] = defaultdict(float)
    for week in range(len(luck["season"])):
        nurses += coming.pop(week, 0.0) + control("hires", week)
        agency = control("agency_nurses", week)
        there = (nurses + agency) * (1 - min(0.6, p["absence"] * luck["absence"][week]))
        duty = there * (1 - control("other_duties", week)) * p["nurse_hours"] / 168
        at_night = min(0.7, p["night_share"] + control("night_shift", week))
        day, night = 2 * (1 - at_night) * duty, 2 * at_night * duty
        wanted = floor(expected / (p["occupancy_target"] + control("target_change", week)) + 0.5)
        staffed = floor((p["ratio_most"] + control("ratio_most", week)) * min(day, night) + 1e-9)
        beds = min(p["beds_most"], wanted, staffed)
        n = floors.week(p, control, luck, week, beds, felt)
        # Nurses after the week
        ratios = n["day"] / 84 / max(1e-9, day), n["night"] / 84 / max(1e-9, night)
        over = [min(20.0, max(0.0, ratio - p["ratio_ok"])) for ratio in ratios]
        extra, risk = sum(over) / 2, sum(p["failure_ratio"] ** one for one in over) / 2
        quitting = p["attrition"] * control("attrition", week) * (1 + p["attrition_ratio"] * extra)
        nurses_left = min(0.2, quitting) * nurses
        coming[week + round(p["hire_weeks"])] += p["replaced"] * nurses_left
        # Safety
        share = min(1.0, n["long"] / max(1, n["asked"]))
        of_agency = agency / max(1e-9, agency + nurses)
        per_100 = hazard * _errors(p, control, week, of_agency, extra, share)
        errors = luck["errors"][week] * per_100 * (n["placed"] + n["done"]) / 100
        aloud = _share(p["checklist"] + control("checklist", week))
        harms = errors * p["harm_share"] * risk * (1 - p["checklist_effect"] * aloud)
        acting = _share(p["acted_on"] + control("follow_up", week))
        trust = p["voice_alone"] + (1 - p["voice_alone"]) * min(1.0, acting / 0.5)
        voice += (_share(p["voice"] + control("speaking_up", week) * trust) - voice) / p["voice_weeks"]
        reported = voice * errors * (1 + p["near_misses"])
        hazard = hazard * exp(-p["learning"] * acting * reported) + (1 - hazard) / p["drift_weeks"]
        # Money
        lost = p["planned_income"] * max(0.0, p["admissions"] * p["planned_share"] - n["done"])
        lost += p["visit_income"] * (n["left"] + n["sent_on"])
        cost = p["wage"] * nurses + p["agency_wage"] * agency + p["bed_cost"] * beds + lost
        week_total = {
            "boarding_hours": n["boarding"], "long_boarders": n["long"], "left_unseen": n["left"],
            "turned_away": n["sent_on"], "harms": harms, "cancelled": n["booked"] - n["done"],
            "strained_weeks": ratios[1] > p["ratio_strain"], "nurses_left": nurses_left,
            "cost": cost + control("spending", week),
        }  # fmt: skip
        for name, number in week_total.items():
            total[name] += number
        shown = {
            "bed_requests": n["asked"], "admitted": n["placed"], "discharged": n["gone"],
            "in_beds": floors.in_beds, "boarders": len(floors.urgent) + len(floors.others),
            "waiting_room": floors.room, "walk_ins": n["walked_in"], "walk_ins_seen": n["seen"],
            "ratio_night": ratios[1], "errors": errors, "reported": reported, "beds_open": beds,
            "occupancy": (n["day"] + n["night"]) / 168 / max(1, beds),
            "waited_share": n["waited"] / max(1, n["asked"]),
            "four_hours": 1 - min(1.0, (n["late"] + n["waited"]) / max(1.0, n["seen"] + n["asked"])),
        }  # fmt: skip
        del week_total["strained_weeks"]
        for name, number in (week_total | shown).items():
            series[name].append(number)
        nurses -= nurses_left
        felt += (share - felt) / 4
    return total, series


class Floors:
    """Upstairs and downstairs: patients in beds, boarders by the hour in which they came, the waiting room."""

    def __init__(self, in_beds: int, boarding: int) -> None:
        self.in_beds, self.room = in_beds, 0.0
        self.urgent: deque[int] = deque()
        self.others: deque[int] = deque([-1000] * boarding)

    def week(
        self,
        p: Mapping[str, float],
        control: Control,
        luck: Mapping[str, Any],
        week: int,
        beds: float,
        felt: float,
    ) -> Counts:
        """Let 168 hours pass; return the week's sums."""
        in_season = p["season_week"] <= week < p["season_week"] + p["season_weeks"]
        busy = (p["season_factor"] if in_season else 1.0) * control("demand", week) * luck["season"][week]
        asking, booked = _requests(p, control, luck, week, busy), _planned(p, control, luck, week)
        dice, walking = _dice(p, control, luck, week, felt), luck["walk_ins"][week].tolist()
        surge = floor(control("surge_beds", week) + 0.5)
        bays = p["bays"] + control("extra_bays", week)
        stay, divert = p["treatment"] * control("treatment", week), control("diversion", week)
        n: Counts = defaultdict(float, booked=sum(booked))
        for hour in range(168):
            now, crowded = 168 * week + hour, len(self.urgent) + len(self.others) > p["surge_trigger"]
            gone = sum(1 for bed in dice[hour] if bed < self.in_beds)
            self.in_beds -= gone
            n["gone"] += gone
            self.ask(asking[hour], now, crowded, n)
            self.give_beds(beds + (surge if crowded else 0) - self.in_beds, booked[hour], n)
            for line in (self.urgent, self.others):
                n["boarding"] += len(line)
                n["waited"] += sum(1 for since in line if since == now)
                n["long"] += sum(1 for since in line if since == now - 12)
            n["day" if 7 <= hour % 24 < 19 else "night"] += self.in_beds
            self.downstairs(p, walking[hour] * busy, divert, bays, stay, n)
        return n

    def ask(self, asking: list[tuple[bool, bool]], now: int, crowded: bool, n: Counts) -> None:
        """Let patients ask for beds, or be sent on."""
        for urgent, could_go in asking:
            if could_go and crowded:
                n["sent_on"] += 1
            else:
                n["asked"] += 1
                (self.urgent if urgent else self.others).append(now)

    def give_beds(self, free: float, planned: int, n: Counts) -> None:
        """Give beds to the urgent, to planned patients, to the others."""
        free = max(0, free)
        before = len(self.urgent) + len(self.others)
        while self.urgent and free:
            self.urgent.popleft()
            free -= 1
        done = min(planned, free)
        free -= done
        while self.others and free:
            self.others.popleft()
            free -= 1
        placed = before - len(self.urgent) - len(self.others)
        self.in_beds += placed + done
        n["placed"] += placed
        n["done"] += done

    def downstairs(
        self, p: Mapping[str, float], coming: float, divert: float, bays: float, stay: float, n: Counts
    ) -> None:
        """See those who go home again, in what boarders leave of the bays."""
        boarders = len(self.urgent) + len(self.others)
        if boarders > p["surge_trigger"]:
            n["sent_on"] += divert * coming
            coming -= divert * coming
        n["walked_in"] += coming
        capacity = max(p["bays_kept"], bays - boarders) / stay
        self.room += coming
        served = min(self.room, capacity)
        n["seen"] += served
        self.room -= served
        n["late"] += max(0.0, min(coming, self.room - max(0.0, 4 - stay) * capacity))
        n["left"] += p["leave"] * self.room
        self.room -= p["leave"] * self.room


def _share(number: float) -> float:
    return min(1.0, max(0.0, number))


def _requests(
    p: Mapping[str, float], control: Control, luck: Mapping[str, Any], week: int, busy: float
) -> list[list[tuple[bool, bool]]]:
    """Return by hour who asks for a bed: whether urgent, whether sent on while on divert."""
    asking: list[list[tuple[bool, bool]]] = [[] for _ in range(168)]
    rate = p["admissions"] * (1 - p["planned_share"]) * busy
    avoided, divert = control("avoided", week), control("diversion", week)
    hours, lots = luck["request_hour"][week], luck["request_lot"][week]
    for at, mark in enumerate(luck["request_at"][week].tolist()):
        if mark >= rate:
            break
        lot, urgent = float(lots[at]), False
        if lot < p["urgent_share"]:
            urgent, rest = True, 2.0
        else:
            rest = (lot - p["urgent_share"]) / max(1 - p["urgent_share"], 1e-9)
        if rest >= avoided:
            asking[hours[at]].append((urgent, rest < min(1, avoided + divert)))
    return asking


def _planned(p: Mapping[str, float], control: Control, luck: Mapping[str, Any], week: int) -> list[int]:
    """Return by hour how many operations are booked."""
    booked = [0] * 168
    rate = p["admissions"] * p["planned_share"] * control("planned_volume", week)
    for at, mark in enumerate(luck["planned_at"][week].tolist()):
        if mark >= rate:
            break
        even = luck["planned_lot"][week][at] < control("planned_smoothing", week)
        booked[luck["planned_hour_even" if even else "planned_hour"][week][at]] += 1
    return booked


def _dice(
    p: Mapping[str, float], control: Control, luck: Mapping[str, Any], week: int, felt: float
) -> list[list[int]]:
    """Return by hour the beds whose patients, if there are any, go home in it."""
    hours = 24 * p["los"] * control("los", week) - control("early_discharge", week) * p["early_hours"]
    rate = 1 / (hours * (1 + p["los_boarding"] * felt) - 0.5)
    early, weekend = control("early_discharge", week), control("weekend_discharge", week)
    limits = []
    for hour in range(168):
        least = 0.65 if hour >= 120 else 1.14
        late_now, early_now, late_full, early_full = (
            1 + p["rhythm"] * (level * profile[hour % 24] * 24 / sum(profile) - 1)
            for level in (least, 1.14)
            for profile in (LATE, EARLY)
        )
        usual, full = (1 - early) * late_now + early * early_now, (1 - early) * late_full + early * early_full
        limits.append(rate * ((1 - weekend) * usual + weekend * full) / max(late_full, early_full))
    home: list[list[int]] = [[] for _ in range(168)]
    for at, hour, bed in zip(
        *(luck[name][week].tolist() for name in ("bed_at", "bed_hour", "bed")), strict=True
    ):
        if at < limits[hour]:
            home[hour].append(bed)
    return home


def _errors(
    p: Mapping[str, float], control: Control, week: int, of_agency: float, extra: float, long: float
) -> float:
    """Return errors per 100 admissions, hazards as they stood at first."""
    fidelity = _share(p["fidelity"] + control("fidelity", week))
    fidelity *= 1 - p["fidelity_agency"] * of_agency
    each = p["retained"] + control("handover_sheet", week) * (p["retained_sheet"] - p["retained"])
    kept = each ** (p["handovers"] + control("extra_handovers", week))
    load = (1 + p["load_ratio"] * extra) * (1 + p["load_boarding"] * long)
    load *= max(0.0, 1 + p["load_information"] * (0.7912**2 - kept))
    return load * p["errors"] * p["fidelity_ratio"] ** fidelity
