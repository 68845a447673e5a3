"""The store's inventory once more, as one plain loop over days and articles of one year, from its equations.

Nothing is shared with the package: tests compare the two, and the benchmark measures against it.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from ctypes import c_float
from math import exp, floor
from typing import Any

Numbers = dict[str, float]
Series = dict[str, list[float]]
CONTROLS = (
    "counts", "gap_checks", "training", "coaching", "receiving", "handling", "theft", "misscans", "misplacing",
    "tidying", "safety_stock", "learning", "by_eye", "overrides", "missed_lines", "demand", "extra_hours",
    "overtime", "audit", "turnover", "spending",
)  # fmt: skip
COUNTED = (
    "received", "demand", "sold", "loss", "ordered", "written_up", "written_down", "looked_into", "counted",
    "on_shelf", "record_in_stock", "accuracy", "stock", "record", "coming", "misplaced", "phantom", "hidden",
    "frozen",
)  # fmt: skip


def single(x: float) -> float:
    """Return a number in single precision, as chances are."""
    return c_float(x).value


def share(x: float) -> float:
    """Return a number cut to 0..1."""
    return min(1.0, max(0.0, x))


class Poisson:
    """How many events there are at a chance: the distribution function, in single precision, inverted."""

    def __init__(self, rate: float) -> None:
        self.below: list[float] = []
        term = total = exp(-rate)
        while single(total) < 1 and len(self.below) < 255:
            self.below.append(single(total))
            term = term * rate / len(self.below)
            total += term
        self.below.append(1.0)

    def __call__(self, chance: float) -> int:
        events = 0
        while chance > self.below[events]:
            events += 1
        return events


class Article:
    """Goods, goods astray, record, orders under way, and what has been seen of one article."""

    def __init__(self, p: Numbers, gone: int, turn: float) -> None:
        full = round(p["order_up_to"])
        self.p, self.turn = p, turn
        self.goods, self.astray, self.record = full - min(full, gone), 0, full
        self.coming = deque([0] * round(p["lead_days"]))
        self.average, self.counts = p["demand"], 0.0

    def begin_week(self, c: Numbers, counted: float) -> None:
        """Set the order level and the day of the count."""
        usual = self.p["order_up_to"]
        learnt = usual * (1 + c["learning"] * (min(1.5, self.average / self.p["demand"]) - 1))
        self.level = round(max(learnt, min(self.p["least_level"], usual))) + round(c["safety_stock"])
        stands = self.counts + self.p["count_stagger"] * self.turn
        missing = floor(stands + 1e-9) + 1 - stands
        self.due = -1
        if missing <= counted + 1e-9:
            self.due = min(6, max(0, floor(missing * 7 / max(1e-9, counted) - 1e-6)))
        self.counts += counted

    def day(self, day: int, luck: Numbers, r: Mapping[str, Any], w: Numbers) -> None:
        """Let a day pass and add what was seen to the week."""
        came = self.coming.popleft()
        self.goods += came
        self.record += came
        w["received"] += came
        if luck["found"] < r["found"]:
            self.turn_up()
        wanted = r["demand"](luck["demand"])
        sold = min(wanted, self.goods)
        w["demand"] += wanted
        w["sold"] += sold
        w["written_up"] += max(0, sold - self.record)
        self.goods, self.record = self.goods - sold, max(0, self.record - sold)
        lost = min(self.goods, r["loss"](luck["loss"]))
        w["loss"] += lost
        astray = min(self.goods - lost, r["misplaced"](luck["misplaced"]))
        self.goods, self.astray = self.goods - lost - astray, self.astray + astray
        self.book(luck, r, w)
        self.check(day, luck, r, w)
        order = max(
            0, self.level - sum(self.coming) - (self.goods if self.turn < r["by_eye"] else self.record)
        )
        order *= luck["supply"] >= r["missed"]
        self.coming.append(order)
        w["ordered"] += order
        w["on_shelf"] += self.goods > 0
        w["record_in_stock"] += self.record > 0
        w["accuracy"] += abs(self.record - self.goods - self.astray) <= self.p["tolerance"]

    def book(self, luck: Numbers, r: Mapping[str, Any], w: Numbers) -> None:
        """Slips of the hand, and overrides."""
        if luck["misscan"] < r["slip_up"]:
            self.write(self.record + 1, w)
        elif luck["misscan"] < r["slip"]:
            self.write(self.record - 1, w)
        if luck["override"] < r["mend"]:
            self.mend(w)
        elif luck["override"] < r["lower"]:
            self.write(self.record - round(self.p["override_units"]), w)
        elif luck["override"] < r["override"]:
            self.write(self.record + round(self.p["override_units"]), w)

    def check(self, day: int, luck: Numbers, r: Mapping[str, Any], w: Numbers) -> None:
        """Empty places and counts."""
        looked = self.goods == 0 and self.record > 0 and luck["check"] < r["look"]
        w["looked_into"] += looked
        w["counted"] += self.due == day
        if looked or (self.due == day and luck["check"] < r["right"]):
            self.mend(w)

    def turn_up(self) -> None:
        """Find what lay astray."""
        self.goods, self.astray = self.goods + self.astray, 0

    def mend(self, w: Numbers) -> None:
        """Set the record right."""
        self.turn_up()
        self.write(self.goods, w)

    def write(self, to: int, w: Numbers) -> None:
        """Set the record."""
        to = max(0, to)
        w["written_up"] += max(0, to - self.record)
        w["written_down"] += max(0, self.record - to)
        self.record = to


class Store:
    """People and customers."""

    def __init__(self, p: Numbers) -> None:
        self.p = p
        self.trained, self.frustration, self.cut = p["trained"], 0.0, p["hours_cut"]
        self.handled, self.asked, self.empty = p["skus"] * p["demand"] * 7, 0.0, 0.0
        self.regulars, self.felt = p["regulars"], 1.0

    def roster(self, c: Numbers) -> Numbers:
        """Return the week's hours and what they are enough for."""
        p = self.p
        hours = max(0.1 * p["hours"], p["hours"] * (1 - self.cut) + c["extra_hours"])
        must = (
            p["other_hours"]
            + self.handled * p["handling_seconds"] / 3600
            + self.asked * p["ask_minutes"] / 60
        )
        must += c["by_eye"] * p["skus"] * 7 * p["eye_seconds"] / 3600
        checks = c["counts"] * p["skus"] * p["count_minutes"] / 60
        checks += c["gap_checks"] * p["skus"] * 7 * p["walk_seconds"] / 3600
        checks += c["gap_checks"] * p["skus"] * 7 * self.empty * p["look_minutes"] / 60
        checks += c["tidying"] * p["skus"] * 7 * p["tidy_seconds"] / 3600 + c["audit"] * p["audit_hours"]
        overrides = c["overrides"] + p["own_overrides"] * self.frustration
        checks += overrides * p["skus"] * p["look_minutes"] / 60
        coached = c["coaching"] * self.trained * (1 - self.trained) * p["staff"]
        extra = checks + c["training"] + coached * p["coach_hours"]
        pressure = (must + extra) / hours
        overtime = c["overtime"] + min(p["overtime_most"], max(0.0, pressure - 1 - c["overtime"]))
        lacking = max(0.0, must + extra - hours * (1 + overtime))
        done = 1 - min(1.0, lacking / max(1e-9, extra))
        hurry = min(1.0, max(0.0, lacking - extra) / hours)
        return {"hours": hours, "pressure": pressure, "overtime": overtime, "done": done, "hurry": hurry}

    def rates(self, c: Numbers, factors: tuple[float, float], done: float, hurry: float) -> dict[str, Any]:
        """Return the rates of the week's days."""
        p, trained = self.p, self.trained
        wanted = p["demand"] * factors[0] * c["demand"]
        slips = (1 - p["trained_care"] * trained) / (1 - p["trained_care"] * p["trained"])
        slips *= 1 + p["hurry_mistakes"] * hurry
        rest = 1 - p["theft_share"] - p["receiving_share"]
        parts = (p["receiving_share"] * c["receiving"] + rest * c["handling"]) * slips
        parts += p["theft_share"] * c["theft"]
        misscans = min(1.0, wanted * max(0.0, p["misscans"] + c["misscans"]) * slips)
        asked, unasked = c["overrides"] / 7, p["own_overrides"] * self.frustration / 7
        mend, wrong = asked * trained, asked * (1 - trained) + unasked
        right = 1 - share(p["count_miss"] + p["untrained_miss"] * (1 - trained))
        limits = {
            "found": min(1.0, p["found"] + c["tidying"] * done), "slip_up": misscans / 2, "slip": misscans,
            "missed": share(p["missed_lines"] + c["missed_lines"]), "mend": mend,
            "lower": mend + p["hoarding"] * wrong, "override": asked + unasked,
            "look": share(c["gap_checks"] * done) * right, "right": right,
        }  # fmt: skip
        return {name: single(limit) for name, limit in limits.items()} | {
            "demand": Poisson(wanted),
            "loss": Poisson(wanted * p["loss"] * factors[1] * parts),
            "misplaced": Poisson(wanted * max(0.0, p["misplaced"] + c["misplacing"]) * slips),
            "by_eye": c["by_eye"],
        }

    def end_week(self, c: Numbers, work: Numbers, seen: Numbers) -> None:
        """Let regulars and staff make up their minds, and add them to what was seen."""
        p = self.p
        self.felt += (seen["fill"] - self.felt) / 4
        below = max(0.0, p["fill_ok"] - self.felt) / 0.1
        away = self.regulars * min(1.0, p["churn_fill"] * below)
        self.regulars += p["churn_base"] * (p["regulars"] - self.regulars + away) - away
        left = p["staff"] * p["turnover"] * c["turnover"] * (1 + p["turnover_strain"] * self.frustration)
        forgotten = min(1.0, p["skill_lost"] * left / p["staff"]) * self.trained
        reached = c["training"] / (p["hours_to_train"] * p["staff"]) + c["coaching"] * self.trained
        seen |= {
            "regulars": self.regulars, "regulars_left": away, "left": left, "trained": self.trained,
            "frustration": self.frustration, "cut": self.cut,
        }  # fmt: skip
        self.trained += min(1.0, work["done"] * reached) * (1 - self.trained) - forgotten
        felt = min(1.0, 5 * work["overtime"] + 1 - seen["fill"] + work["hurry"])
        self.frustration += (felt - self.frustration) / 6
        step = p["rule_step"] if seen["dashboard"] >= p["rule_green"] else -p["rule_step"]
        self.cut = min(max(0.0, self.cut + step), max(self.cut, p["rule_most"]))
        self.handled += (seen["sold"] - self.handled) / 4
        self.asked += (p["ask_share"] * seen["not_found"] - self.asked) / 4
        self.empty = 1 - seen["on_shelf"]


def week_of(
    articles: list[Article], c: Numbers, counted: float, rates: Mapping[str, Any], days: Any
) -> Numbers:
    """Let seven days pass for every article and return what was seen of all."""
    w = dict.fromkeys(COUNTED, 0.0)
    for k, article in enumerate(articles):
        before = w["sold"]
        article.begin_week(c, counted)
        for day in range(7):
            article.day(day, {name: chances[day][k] for name, chances in days.items()}, rates, w)
        off = article.record - article.goods - article.astray
        coming = sum(article.coming)
        w["stock"] += article.goods + article.astray
        w["record"] += article.record
        w["coming"] += coming
        w["misplaced"] += article.astray
        w["phantom"] += max(0, off)
        w["hidden"] += max(0, -off)
        w["frozen"] += article.goods == 0 and coming == 0 and article.record >= article.level
        article.average += ((w["sold"] - before) / 7 - article.average) / 5
    return w


def year(
    parameters: Mapping[str, float],
    control: Callable[[str, int], float],
    luck: Mapping[str, Any],
) -> tuple[Numbers, Series]:
    """Return the outcomes and the weekly series of one possible year."""
    p = dict(parameters)
    chances = {name: luck[name].tolist() for name in luck if luck[name].ndim == 2}
    weeks, many = len(luck["demand_factor"]), len(luck["start"])
    gone = Poisson(p["demand"] * p["loss"] * 7 * p["uncounted_weeks"])
    articles = [
        Article(p, gone(single(start)), (k + float(luck["turn"][0])) / many)
        for k, start in enumerate(luck["start"].tolist())
    ]
    store, series = Store(p), defaultdict(list)
    for week in range(weeks):
        c = {name: control(name, week) for name in CONTROLS}
        work = store.roster(c)
        factors = (float(luck["demand_factor"][week]), float(luck["loss_factor"][0]))
        rates = store.rates(c, factors, work["done"], work["hurry"])
        days = {name: drawn[7 * week : 7 * week + 7] for name, drawn in chances.items()}
        w = week_of(articles, c, share(c["counts"] * work["done"]), rates, days)
        seen = {name: p["skus"] / many * units for name, units in w.items()}
        seen |= {name: w[name] / 7 / many for name in ("on_shelf", "record_in_stock", "accuracy")}
        seen |= {"frozen": w["frozen"] / many, "fill": w["sold"] / max(1, w["demand"])}
        shelf, record = seen["on_shelf"], seen["record_in_stock"]
        seen["dashboard"] = record + c["audit"] * work["done"] * (shelf - record)
        seen["not_found"] = seen["demand"] - seen["sold"]
        store.end_week(c, work, seen)
        cost = p["wage"] * work["hours"] * (1 + 1.5 * work["overtime"]) + p["holding"] * seen["stock"]
        cost += p["unit_cost"] * seen["loss"] + p["replacement"] * seen["left"] + c["spending"]
        seen |= {"pressure": work["pressure"], "overtime": work["overtime"], "dropped": 1 - work["done"]}
        seen |= {"cost": cost, "hours": work["hours"], "lost_margin": p["margin"] * seen["not_found"]}
        for name, figure in seen.items():
            series[name].append(figure)
    total = {name: sum(figures) for name, figures in series.items()}
    overtime = sum(h * o for h, o in zip(series["hours"], series["overtime"], strict=True))
    return {
        "fill": total["sold"] / max(1, total["demand"]), "on_shelf": total["on_shelf"] / weeks,
        "reported": total["dashboard"] / weeks, "accuracy": total["accuracy"] / weeks,
        "regulars_lost": total["regulars_left"], "leavers": total["left"], "overtime_hours": overtime,
        "lost_margin": total["lost_margin"], "cost": total["cost"],
    }, series  # fmt: skip
