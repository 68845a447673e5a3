"""Write this case's tables: the spring as it was, from the campaign and supply model, with stated noise.

Run ``python make_tables.py`` in the project's environment; the same seed gives the same bytes. The
history is the model's do-nothing year without its own noise. On top of it lies only what the
functions below say: the pilot's shops, the hours of the time clock, counting errors, and the flaws
that ``key.yaml`` lists. Week 16's totals are the model's own: the papers reckon with them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lineofsight.cases.generators import History, Rows, csv_text, told_year, write_tables

if TYPE_CHECKING:
    from numpy.random import Generator

FOLDER = Path(__file__).parent
SEED = 1414
START = 14
SERIES = [
    "booked",
    "orders",
    "shipped",
    "backorders",
    "duplicates",
    "cancelled",
    "made",
    "stock",
    "media_reach",
]
# Aunts sold in an ordinary week by the pilot's eleven shops, and the day on which each stood empty.
SHOPS = (
    ("Market Hall", 10, "never: refilled from the van"),
    ("Station Flowers", 9, "Wednesday"),
    ("Green & Daughters", 14, "Wednesday"),
    ("The Potting Shed", 12, "Thursday"),
    ("Kitchen Corner", 8, "Wednesday"),
    ("Harbour Garden", 13, "Thursday"),
)
TRUE_LIFT, TILL_LIFTS = 0.82, (0.28, 0.39, 0.33)


def history() -> dict[str, list[float]]:
    """Return the weekly series of the do-nothing year, weeks 0 to 51, without noise."""
    return told_year(FOLDER, SERIES, parameters={"noise": 0.0})


def tables(year: History, seed: int = SEED) -> dict[str, str]:
    """Return each table's CSV text by its name (without the suffix)."""
    from numpy.random import default_rng

    draw = default_rng(seed)
    made = {
        "tills": _tills(draw),
        "shops": _shops(),
        "page": _page(year),
        "monday-book": _monday_book(year),
        "parts": _parts(year, draw),
        "clock": _clock(year, draw),
        "per-head": _per_head(year),
        "taken-back": _taken_back(year),
    }
    return {name: csv_text(rows) for name, rows in made.items()}


def _tills(draw: Generator) -> Rows:
    """Count the pilot at the till (invented, noise 1 %): what an empty shelf could have sold is not in it."""
    yield ("week_of_pilot", "usual", "sold", "more")
    for week, lift in enumerate(TILL_LIFTS, start=1):
        usual, sold = 120, round(120 * (1 + lift) * draw.normal(1, 0.01))
        yield (week, usual, sold, round(sold / usual - 1, 3))


def _shops() -> Rows:
    """List the six shops on dispatch's own round: sold in a mean week of the pilot, and empty from when."""
    yield ("shop", "usual", "sold", "empty_from")
    for shop, usual, empty in SHOPS:
        lift = TRUE_LIFT if empty.startswith("never") else 0.28 if empty == "Wednesday" else 0.36
        yield (shop, usual, round(usual * (1 + lift)), empty)


def _page(year: History) -> Rows:
    """Fill the Thursday page: orders entered, less those taken back; second entries count (a planted flaw)."""
    yield ("week", "booked", "since_start", "planned", "media_reach")
    since = 0
    for week in range(8, 21):
        booked = round(year["booked"][week]) - round(year["cancelled"][week])
        since += booked if week >= START else 0
        planned = 1330 if START <= week < START + 6 else 1000
        yield (week, booked, since, planned, round(year["media_reach"][week], 2))


def _monday_book(year: History) -> Rows:
    """Copy the order desk's own book, each order once, second lines apart."""
    yield ("week", "ordered", "second_lines", "struck", "sent", "waiting")
    for week in range(12, 28):
        seconds = round(year["booked"][week] - year["orders"][week])
        yield (
            week, round(year["orders"][week]), seconds, round(year["cancelled"][week]),
            round(year["shipped"][week]), round(year["backorders"][week]),
        )  # fmt: skip


def _parts(year: History, draw: Generator) -> Rows:
    """Count parts in: pumps by the week (noise 0.5 %), lamps by the container, one of them three weeks late."""
    yield ("week", "pumps_came", "lamps_due", "lamps_came", "lamps_in_store", "made")
    due, came = {6: 9000, 16: 9000}, {9: 9000, 16: 9000}
    store = 6800
    for week in range(4, 25):
        made = round(year["made"][week])
        store += came.get(week, 0) - made
        pumps = round(made * draw.normal(1, 0.005))
        yield (week, pumps, due.get(week, 0), came.get(week, 0), store, made)


def _clock(year: History, draw: Generator) -> Rows:
    """Read the time clock of both halls (noise 1.5 % on hours); packed per packer from what was sent."""
    yield ("week", "packers", "packed_each", "hours_baptist", "hours_harte", "hours_orme", "hours_tolland")
    for week in range(START, 23):
        hours = (round(h * draw.normal(1, 0.015)) for h in (640, 610, 455, 440))
        yield (week, 24, round(year["shipped"][week] / 24), *hours)


def _per_head(year: History) -> Rows:
    """Divide what was sent by the heads charged to dispatch, four weeks a row (a planted flaw)."""
    yield ("period", "heads", "sent_a_week", "per_head")
    for first in range(6, 22, 4):
        heads, sent = 36 if first >= START else 24, sum(year["shipped"][first : first + 4]) / 4
        yield (f"weeks {first} to {first + 3}", heads, round(sent), round(sent / heads, 1))


def _taken_back(year: History) -> Rows:
    """Sum orders taken back, weeks 14 to 22, by the reason on the credit form (split nine to one)."""
    total = sum(round(value) for value in year["cancelled"][START:23])
    waited = round(0.9 * total)
    yield ("reason", "aunts")
    yield ("did not come in time", waited)
    yield ("another reason, or none", total - waited)


def main() -> None:
    """Write ``tables/*.csv`` beside this file."""
    write_tables(FOLDER, tables(history()))


if __name__ == "__main__":
    main()
