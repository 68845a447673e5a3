"""Write this case's tables: the year that held, from the factory flow model, with stated noise.

Run ``python make_tables.py`` in the project's environment; the same seeds give the same bytes. The case's
own year is the coming one; last year is the same factory with four models at first, a full shelf, and what
was arranged then (``_arranged``). Only the number of problems is left to luck (seed ``YEAR``), so that they
are whole. On top lies what the functions below say; what a hall writes down by hand is invented there.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lineofsight.cases.generators import History, Rows, csv_text, told_year, write_tables

if TYPE_CHECKING:
    from numpy.random import Generator

    from lineofsight.operations.protocol import Array

FOLDER = Path(__file__).parent
YEAR = 1435
SEED = 1907
LAST_YEAR = {
    "demand": 877.0, "variants": 4.0, "new_variants": 6.0, "launch_week": 16.0, "launch_weeks": 3.0,
    "follow_up": 4.0, "trust": 0.7, "orders": 877.0, "stock": 1200.0, "stock_unordered": 900.0, "wip": 400.0,
    "noise_orders": 0.0, "noise_take": 0.0, "noise_stops": 0.0, "noise_absence": 0.0,
}  # fmt: skip
NEW_WEEKS = (16, 17, 18)
HELPED_FROM = 22
AWAY = (29, 30, 31)
STAND_IN_HOURS = 16
SERIES = [
    *("orders", "shipped", "finished", "on_time", "variants", "changes", "warnings", "problems_hit"),
    *("utilisation", "oee_reported", "improvement", "set_ups"),
]
# What was warned of after week 24: what, who put it right, how many days it took, what was ordered for it
# ("" if nothing), by whom that was signed, and for how much (all invented; the weeks are the model's).
WARNINGS = (
    ("oven hooks too short", "Davit", 3, "hooks, longer", "K. Vaughan", 340),
    ("flap spring turned round", "Farida", 2, "drawing, spring", "P. Lowell", 0),
    ("new crate blocks the gate", "Ilka", 1, "", "", 0),
    ("gauge for the new lock missing", "Nessa", 4, "gauge", "A. Rudge", 410),
    ("weld jig two mm out", "Davit", 4, "jig, reground", "K. Vaughan", 620),
    ("lock plate without a hole", "Joss", 2, "drawing, plate", "P. Lowell", 0),
    ("die 7 on the wrong rack", "Nessa", 1, "", "", 0),
    ("powder too thick for the lip", "Benno", 5, "powder, sample", "A. Rudge", 280),
    ("rivet too long by one turn", "Farida", 2, "rivets", "A. Rudge", 190),
    ("coil stand not braced", "Nessa", 5, "bracket", "K. Vaughan", 530),
    ("screws change in mid week", "Owen", 2, "drawing, screws", "P. Lowell", 0),
    ("cutter's list in old numbers", "Prue", 3, "list, printed", "K. Vaughan", 60),
    ("oven door before the beam", "Davit", 5, "drawing, door", "K. Vaughan", 0),
    ("hinge pin without a groove", "Joss", 2, "pins", "A. Rudge", 220),
    ("box for the north: no drip edge", "Farida", 3, "drawing, edge", "P. Lowell", 0),
    ("slide rail for die 12", "Ilka", 4, "rail", "A. Rudge", 480),
)
# Drawings: two models a week from week 16; the last change and the die's coming are invented.
MODELS = (
    ("Heron", 16, 12, 15), ("Siskin", 16, 12, 15), ("Dipper", 17, 12, 16), ("Linnet", 17, 13, 16),
    ("Plover", 18, 13, 17), ("Wagtail", 18, 13, 17),
)  # fmt: skip


def history() -> dict[str, list[float]]:
    """Return the weekly series of last year, weeks 0 to 51."""
    return told_year(FOLDER, SERIES, YEAR, LAST_YEAR, _arranged(52))


def _arranged(weeks: int) -> dict[str, Array]:
    """Trial pieces while the six came in; from week 22 hours to look, but for three weeks of holidays."""
    import numpy as np

    week = np.arange(weeks)
    helped = (week >= HELPED_FROM) & ~np.isin(week, AWAY)
    return {
        "trial_runs": np.where((week >= 16) & (week <= 18), 1.0, 0.0),
        "planning_hours": np.where(helped, float(STAND_IN_HOURS), 0.0),
        "cover_hours": np.where(helped, float(STAND_IN_HOURS), 0.0),
    }


def tables(year: History, seed: int = SEED) -> dict[str, str]:
    """Return each table's CSV text by its name (without the suffix)."""
    from numpy.random import default_rng

    draw = default_rng(seed)
    raised = [week for week in range(24, 47) for _ in range(round(year["warnings"][week]))]
    made = {
        "quarters": _quarters(year, draw),
        "shipments": _shipments(year, draw),
        "counted": _counted(year),
        "gate": _gate(year, draw),
        "clock": _clock(draw),
        "drawings": _drawings(),
        "pieces": _pieces(draw),
        "orders": _orders(raised),
        "warnings": _warnings(raised),
        "trouble": _trouble(year),
        "finders": _finders(year),
        "cover": _cover(),
        "changes": _changes(year),
        "busy": _busy(year),
        "upkeep": _upkeep(year),
    }
    return {name: csv_text(rows) for name, rows in made.items()}


def _quarters(year: History, draw: Generator) -> Rows:
    """Twelve weeks a row, which smooths what happened within; absence is invented (3.6 %, noise 0.3)."""
    yield ("quarter", "orders", "on_time", "models", "absence")
    for at, first in enumerate(range(0, 48, 12)):
        weeks = slice(first, first + 12)
        orders, on_time = round(sum(year["orders"][weeks])), sum(year["on_time"][weeks]) / 12
        absence = round(3.6 + draw.normal(0, 0.3), 1)
        yield (
            f"{at + 1} (weeks {first} to {first + 11})", orders, round(on_time, 3),
            round(year["variants"][first + 11]), absence,
        )  # fmt: skip


def _shipments(year: History, draw: Generator) -> Rows:
    """What was due (what went out), and of it what wholesalers had let go later: what was not made (noise 1 %)."""
    yield ("week", "models", "due", "may_come_later", "on_time")
    for week in NEW_WEEKS:
        later = round((year["shipped"][week] - year["finished"][week]) * draw.normal(1.03, 0.01))
        due, on_time = round(year["shipped"][week]), round(year["on_time"][week], 3)
        yield (week, round(year["variants"][week]), due, later, on_time)


def _counted(year: History) -> Rows:
    """Good boxes by the counter in the press, all shifts, taken as what the line finished."""
    yield ("week", "good_boxes")
    for week in NEW_WEEKS:
        yield (week, round(year["finished"][week]))


def _gate(year: History, draw: Generator) -> Rows:
    """What went through the gate, changes of dies, and how long one takes by the setters' watch (invented)."""
    yield ("week", "loaded", "dies_changed", "watch_minutes")
    for week in NEW_WEEKS:
        minutes = round(55 + draw.normal(0, 1.5))
        yield (week, round(year["shipped"][week]), round(year["set_ups"][week]), minutes)


def _clock(draw: Generator) -> Rows:
    """From the last good box to the next model's first: two hours all along (noise 2 %)."""
    yield ("period", "hours_a_change")
    for first in range(1, 21, 4):
        yield (f"weeks {first} to {first + 3}", round(2 * draw.normal(1, 0.02), 2))


def _drawings() -> Rows:
    yield ("model", "to_be_made", "last_change", "die_in_house")
    yield from MODELS


def _pieces(draw: Generator) -> Rows:
    """All six from the newest coil, corners of 3 mm by the gauge (numbers looked at are invented)."""
    yield ("model", "week", "coil", "corner_mm", "looked_at", "cracked")
    for name, week, _, _ in MODELS:
        yield (name, week, "240", 3, int(draw.integers(300, 345)), 0)


def _orders(raised: Sequence[int]) -> Rows:
    """What warnings took in parts, drawings and purchases: one book of orders for all."""
    yield ("week", "book", "ordered", "signed_by", "amount")
    for week, (_, _, _, ordered, signed, amount) in zip(raised, WARNINGS, strict=True):
        if ordered:
            yield (week, 7, ordered, signed, amount)


def _warnings(raised: Sequence[int]) -> Rows:
    """Where a thing was bought or drawn anew it came through the tool room's hatch, like all that is delivered."""
    yield ("week", "warning", "came_from", "hung_by", "days")
    for week, (what, who, days, ordered, *_) in zip(raised, WARNINGS, strict=True):
        yield (week, what, "tool room" if ordered else "by hand", who, days)


def _trouble(year: History) -> Rows:
    """Changes by the week in which they were planned: trouble comes out four weeks later."""
    yield ("planned", "changes", "came_out", "per_hundred")
    for first, last in ((0, 21), (22, 40)):
        changes = sum(year["changes"][first : last + 1])
        out = sum(year["problems_hit"][first + 4 : last + 5])
        yield (f"weeks {first} to {last}", round(changes), round(out), round(100 * out / changes, 1))


def _finders(year: History) -> Rows:
    """Who found what since week 22: by the list of warnings, with three more before it (Nessa, Davit, Benno)."""
    yield ("supervisor", "years_here", "warnings")
    found = [who for _, who, *_ in WARNINGS] + ["Nessa", "Davit", "Benno"]
    if len(found) != round(sum(year["warnings"][HELPED_FROM:47])):
        raise ValueError("the names in WARNINGS do not add up to the model's warnings of weeks 22 to 46")
    years = {"Nessa": 31, "Davit": 22, "Ilka": 18, "Owen": 15, "Prue": 12, "Farida": 0, "Joss": 0, "Benno": 0}
    for name, here in years.items():
        yield (name, here, found.count(name))


def _cover() -> Rows:
    yield ("week", "hours")
    for week in range(HELPED_FROM, 47):
        yield (week, 0 if week in AWAY else STAND_IN_HOURS)


def _changes(year: History) -> Rows:
    """By the week of planning: how many, warned of at the table, and came out on the line four weeks later."""
    yield ("planned", "changes", "warned", "came_out")
    for week in range(HELPED_FROM, 41):
        counts = (year["changes"][week], year["warnings"][week], year["problems_hit"][week + 4])
        yield (week, *(round(value) for value in counts))


def _busy(year: History) -> Rows:
    """Twelve weeks a row; the reported figure takes changes of dies and trial pieces for planned time."""
    yield ("quarter", "busy", "oee_reported")
    for at, first in enumerate(range(0, 48, 12)):
        means = [sum(year[name][first : first + 12]) / 12 for name in ("utilisation", "oee_reported")]
        yield (at + 1, *(round(value, 3) for value in means))


def _upkeep(year: History) -> Rows:
    """Hours at the dies: four a week are planned, and as many kept as the model leaves of its time."""
    yield ("weeks", "planned_hours", "kept_hours")
    for first in range(0, 48, 8):
        kept = sum(year["improvement"][first : first + 8]) / 0.2 * 4
        yield (f"{first} to {first + 7}", 32, round(kept, 1))


def main() -> None:
    """Write ``tables/*.csv`` beside this file."""
    write_tables(FOLDER, tables(history()))


if __name__ == "__main__":
    main()
