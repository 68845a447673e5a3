"""Write this case's tables: one possible year from the delivery network model, with stated noise.

Run ``python make_tables.py`` in the project's environment; the same seeds give the same bytes. The
history is the model's do-nothing year under the luck of ``YEAR`` (without luck the network works). What
the model keeps by the week only (doors on a route, days, single vans) is driven once more with its own
rule: D_k = max(0, D_{k-1} + X_k - slack), X exponential, mean and slack those of the week.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lineofsight.cases.generators import History, Rows, csv_text, told_year, write_tables

if TYPE_CHECKING:
    import numpy as np
    from numpy.random import Generator
    from numpy.typing import NDArray

FOLDER = Path(__file__).parent
YEAR = 1907
SEED = 1888
GO_LIVE = 8
DOORS = 8
ON_TIME = 15
DELAY, ROUTE_LOSS, STRANGER_DELAY = 10.0, 0.25, 0.35
# Share of a day's notes typed in each hour from seven on; fewer at dinner time.
TYPED = (0.1, 0.105, 0.11, 0.105, 0.105, 0.085, 0.095, 0.105, 0.1, 0.09)
SERIES = [
    *("first_stop", "last_stop", "cost_per_drop", "ordered", "trucks", "dock_wait", "dock_long"),
    *("shipped_late", "customers_left", "ready", "strangers", "hired_routes", "routes", "slack", "stops"),
]
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")


def history() -> dict[str, list[float]]:
    """Return the weekly series of the year, weeks 0 to 51."""
    return told_year(FOLDER, SERIES, YEAR)


def tables(year: History, seed: int = SEED) -> dict[str, str]:
    """Return each table's CSV text by its name (without the suffix)."""
    from numpy.random import default_rng

    draw = default_rng(seed)
    made = {
        "notes": _notes(draw),
        "page": _page(year),
        "plan": _plan(year),
        "visits": _visits(year, draw),
        "gate": _gate(year),
        "dock": _dock(year, draw),
        "doors": _doors(year, draw),
        "vans": _vans(year, draw),
        "days": _days(year, draw),
        "left": _left(year),
        "salons": _salons(year),
    }
    return {name: csv_text(rows) for name, rows in made.items()}


def _notes(draw: Generator) -> Rows:
    """Last year's delivery notes by the hour on them: typed through the day, noise 3 % (the flaw is planted here)."""
    yield ("hour", "wharf", "pinfold", "both")
    for hour, share in zip(range(7, 17), TYPED, strict=True):
        wharf, pinfold = (round(10 * share * mean * draw.normal(1, 0.03), 1) for mean in (1.6, 1.4))
        yield (hour, wharf, pinfold, round(wharf + pinfold, 1))


def _page(year: History) -> Rows:
    """Fill one page a week, as it was shown."""
    yield ("week", "first_doors", "cost_per_drop")
    for week in range(4, 31):
        yield (week, round(year["first_stop"][week], 3), round(year["cost_per_drop"][week], 2))


def _plan(year: History) -> Rows:
    """Set the plan of the redraw against weeks 8 and 9, by the day."""
    weeks = (GO_LIVE, GO_LIVE + 1)
    found = {name: sum(year[name][week] for week in weeks) / 2 for name in SERIES}
    yield ("what", "planned", "found")
    yield ("Boxes and bottles ordered a day", 5500, round(found["ordered"] / 6))
    yield ("Lorries a day", 50, round(found["trucks"] / 6))
    yield ("Vans a day", 41, round(found["routes"]))
    yield ("Stops of a van", 8, round(found["stops"]))
    yield ("Slack at a stop, minutes", 10, round(found["slack"]))


def _visits(year: History, draw: Generator) -> Rows:
    """Time a carrier's lorries from gate to gate: the wait and the door in one (noise 2 minutes)."""
    yield ("week", "visits", "minutes_in_to_out")
    for week in range(4, 17):
        visits = round(year["trucks"][week] * draw.uniform(0.11, 0.15))
        yield (week, visits, round(year["dock_wait"][week] + 45 + draw.normal(0, 2)))


def _gate(year: History) -> Rows:
    """Count lorries at the gates by the day: two depots until week 7, the hall from week 8."""
    yield ("week", "lorries_a_day")
    for week in range(4, 15):
        yield (week, round(year["trucks"][week] / 6))


def _dock(year: History, draw: Generator) -> Rows:
    """Copy the dock book; minutes at the door are timed for one lorry in four (noise 0.6 minutes)."""
    yield ("week", "lorries", "minutes_waited", "minutes_at_door", "waited_over_an_hour")
    for week in range(4, 21):
        lorries = round(year["trucks"][week])
        at_door = round(45.4 + draw.normal(0, 0.6), 1)
        long = round(year["dock_long"][week] * lorries)
        yield (week, lorries, round(year["dock_wait"][week]), at_door, long)


def _behind(draw: Generator, vans: int, mean: float, slack: float) -> NDArray[np.float64]:
    """Return minutes behind (vans, doors)."""
    import numpy as np

    lost = draw.exponential(mean, (vans, DOORS))
    behind = np.zeros((vans, DOORS))
    now = np.zeros(vans)
    for door in range(DOORS):
        now = np.maximum(0, now + lost[:, door] - slack)
        behind[:, door] = now
    return behind


def _mean(year: History, week: int, stranger: bool) -> float:
    # What goes wrong on the way to a door: more on new roads, more again for drivers who are new themselves.
    unready = 1 - year["ready"][week] if week >= GO_LIVE else 0.0
    return DELAY * (1 + ROUTE_LOSS * unready) * (1 + STRANGER_DELAY * stranger)


def _doors(year: History, draw: Generator) -> Rows:
    """Share of vans within a quarter of an hour, by door: weeks 5 to 7 and 10 to 11, and without hired drivers."""
    import numpy as np

    before = _behind(draw, 660, _mean(year, 6, False), year["slack"][6])
    own = _behind(draw, 456, _mean(year, 10, False), year["slack"][10])
    hired = _behind(draw, 38, _mean(year, 10, True), year["slack"][10])
    every = np.concatenate([own, hired])
    yield ("door", "weeks_5_to_7", "weeks_10_and_11", "own_drivers_only")
    for door in range(DOORS):
        shares = (round(float((part[:, door] <= ON_TIME).mean()), 2) for part in (before, every, own))
        yield (door + 1, *shares)


def _vans(year: History, draw: Generator) -> Rows:
    """One Thursday's vans, minutes behind at each door; the last three were driven by hired drivers."""
    yield ("van", "driver", *(f"door_{door + 1}" for door in range(DOORS)))
    week = 11
    for van in range(1, 41):
        hired = van > 37
        row = _behind(draw, 1, _mean(year, week, hired), year["slack"][week])[0]
        yield (van, "hired" if hired else "own", *(round(float(cell)) for cell in row))


def _days(year: History, draw: Generator) -> Rows:
    """Last doors by the day, weeks 7 to 9: forty vans a day; on the first Monday twice as much goes wrong."""
    yield ("day", "weekday", "last_doors")
    for week in (7, 8, 9):
        for at, weekday in enumerate(WEEKDAYS):
            factor = 2.0 if (week, at) == (GO_LIVE, 0) else 1.0
            behind = _behind(draw, 40, factor * _mean(year, week, False), year["slack"][week])
            share = round(float((behind[:, -1] <= ON_TIME).mean()), 2)
            yield (6 * (week - 7) + at + 1, weekday, share)


def _left(year: History) -> Rows:
    """Copy what went a day late, by the week."""
    yield ("week", "a_day_late")
    for week in range(4, 16):
        yield (week, round(year["shipped_late"][week]))


def _salons(year: History) -> Rows:
    """Copy who left, in whole salons; rounding the running sum keeps the total."""
    yield ("week", "left")
    until = 0.0
    for week in range(30):
        before, until = until, until + year["customers_left"][week]
        yield (week, round(until) - round(before))


def main() -> None:
    """Write ``tables/*.csv`` beside this file."""
    write_tables(FOLDER, tables(history()))


if __name__ == "__main__":
    main()
