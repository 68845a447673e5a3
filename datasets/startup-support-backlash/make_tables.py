"""Write this case's tables: the year as it was, from the support desk model, with stated noise.

Run ``python make_tables.py`` in the project's environment; the same seed gives the same bytes. The
history is the model's do-nothing year without its own noise. On top of it lies only what the
functions below say: counting errors, the days of a week, and the flaws that ``key.yaml`` lists. Where
two papers tell the same figure it is made once: letters in ``_letters``, customers in ``_scorecard``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lineofsight.cases.generators import Cell, History, Rows, csv_text, told_year, write_tables

if TYPE_CHECKING:
    from numpy.random import Generator

FOLDER = Path(__file__).parent
SEED = 1521
WEEKS = range(1, 31)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Share of a week's letters that arrives on each day.
RHYTHM = (0.175, 0.165, 0.165, 0.165, 0.155, 0.09, 0.085)
# Letters that named the bank link, by week; they came on the two days (from 0) on which it was down.
BANK_LINK = {13: 372, 14: 88, 15: 21}
DOWN = {9: 208, 10: 164}
SERIES = [
    *("users", "new_users", "churned", "tickets", "reopened", "abandoned", "backlog", "wait_days"),
    *("seniors", "rookies", "ordered", "arrived", "overtime", "reopen_share"),
]


class Letters(NamedTuple):
    """A week's letters as the tool counts them; together they are the change in what lies open."""

    new: int
    again: int
    solved: int
    given_up: int
    open: int


def history() -> dict[str, list[float]]:
    """Return the weekly series of the do-nothing year, weeks 0 to 51, without noise."""
    return told_year(FOLDER, SERIES, parameters={"noise": 0.0})


def tables(year: History, seed: int = SEED) -> dict[str, str]:
    """Return each table's CSV text by its name (without the suffix)."""
    from numpy.random import default_rng

    draw = default_rng(seed)
    letters = _letters(year, draw)
    scorecard = list(_scorecard(year, letters, draw))
    made = {
        "contacts": _contacts(draw),
        "backlog": _backlog(year, letters, draw),
        "hiring": _hiring(year, draw),
        "scorecard": scorecard,
        "output": _output(year, letters),
        "days": _days(letters, draw),
        "acquisition": _acquisition(scorecard),
        "tasks": _tasks(),
    }
    return {name: csv_text(rows) for name, rows in made.items()}


def _contacts(draw: Generator) -> Rows:
    """Count eight weeks before week 0, counted by hand: one letter in fifty slips through (2 %)."""
    yield ("joined", "customers", "letters", "per_hundred")
    for joined, customers, rate in (
        ("in the last 7 days", 1000, 0.27),
        ("1 to 4 weeks ago", 2950, 0.02),
        ("4 to 12 weeks ago", 7600, 0.02),
        ("more than 12 weeks ago", 88100, 0.02),
    ):
        letters = round(customers * rate * draw.normal(0.98, 0.01))
        yield (joined, customers, letters, round(100 * letters / customers, 1))


def _letters(year: History, draw: Generator) -> Mapping[int, Letters]:
    """Return the letters of weeks 1 to 30: 0.5 % noise on what comes in; what is solved makes it add up."""
    made: dict[int, Letters] = {}
    before = round(year["backlog"][0])
    for week in WEEKS:
        new, again = (round(year[name][week] * draw.normal(1, 0.005)) for name in ("tickets", "reopened"))
        given_up, left = round(year["abandoned"][week]), round(year["backlog"][week])
        made[week] = Letters(new, again, before + new + again - given_up - left, given_up, left)
        before = left
    return made


def _backlog(year: History, letters: Mapping[int, Letters], draw: Generator) -> Rows:
    """Copy the tool's own export; ages from the wait in a first-in queue."""
    yield (
        "week", "new_letters", "about_bank_link", "reopened", "solved", "given_up", "open", "over_3_days",
        "oldest_tenth",
    )  # fmt: skip
    for week, (new, again, solved, given_up, left) in letters.items():
        wait = year["wait_days"][week]
        old = max(0.0, 1 - 3 / wait) if wait > 0 else 0.0
        link = BANK_LINK.get(week, int(draw.integers(4, 13)))
        yield (week, new, link, again, solved, given_up, left, round(left * old), round(0.9 * wait, 1))


def _hiring(year: History, draw: Generator) -> Rows:
    """Seat whole people; what each kind solves is sampled on one day a week (noise 1.2 letters)."""
    yield ("week", "ordered", "seated", "learners", "trained", "solved_per_learner", "solved_per_trained")
    for week in WEEKS:
        pace = 1 + year["overtime"][week]
        people = (round(year[name][week]) for name in ("ordered", "arrived", "rookies", "seniors"))
        learner, trained = (round(rate * pace + draw.normal(0, 1.2)) for rate in (37.5, 75.0))
        yield (week, *people, learner, trained)


def _scorecard(year: History, letters: Mapping[int, Letters], draw: Generator) -> Rows:
    """Fill one page a week. From week 11 a receipt counts as an answer: the flaw is planted here."""
    yield ("week", "signups", "customers", "cancelled", "within_day", "cost_per_letter")
    customers = round(year["users"][WEEKS[0]])
    for week in WEEKS:
        shown = 0.972 if week >= 11 else 0.915
        wages = (year["seniors"][week] + year["rookies"][week]) * 1100
        cost = wages * (1 + 1.5 * year["overtime"][week]) / letters[week].solved
        joined = round(year["new_users"][week] * draw.normal(1, 0.01))
        cancelled = round(year["churned"][week])
        within = round(shown + draw.uniform(-0.008, 0.008), 3)
        yield (week, joined, customers, cancelled, within, round(cost, 2))
        customers += joined - cancelled


def _output(year: History, letters: Mapping[int, Letters]) -> Rows:
    """Report every second week; a learner counts as a whole head (a planted flaw)."""
    yield ("week", "heads", "solved", "solved_per_head", "done_again")
    for week in range(10, 27, 2):
        heads = round(year["seniors"][week]) + round(year["rookies"][week])
        solved = letters[week].solved
        yield (week, heads, solved, round(solved / heads, 1), round(year["reopen_share"][week], 3))


def _days(letters: Mapping[int, Letters], draw: Generator) -> Rows:
    """Part each week's letters among its days, weeks 12 to 14: 2 % noise, and more while the link was down."""
    yield ("day", "weekday", "letters")
    for first, week in ((0, 12), (7, 13), (14, 14)):
        more = [DOWN.get(first + at, 0) for at in range(7)]
        shares = [share * draw.normal(1, 0.02) for share in RHYTHM]
        usual = (letters[week].new - sum(more)) / sum(shares)
        # Rounding the running sum, not the day, keeps the days adding up to the week.
        until = [round(usual * sum(shares[:at])) for at in range(8)]
        for at, weekday in enumerate(WEEKDAYS):
            yield (first + at + 1, weekday, until[at + 1] - until[at] + more[at])


def _acquisition(scorecard: Sequence[Sequence[Cell]]) -> Rows:
    """Set marketing spend (invented) against the scorecard's sign-ups less cancellations, by four weeks."""
    yield ("period", "spend", "joined", "cancelled", "cost_per_gain")
    for first, spend in ((4, 60000), (8, 60000), (12, 360000), (16, 360000), (20, 360000)):
        weeks = scorecard[first : first + 4]
        joined, cancelled = (sum(int(row[at]) for row in weeks) for at in (1, 3))
        cost = round(spend / (joined - cancelled), 2)
        yield (f"weeks {first} to {first + 3}", spend, joined, cancelled, cost)


def _tasks() -> Rows:
    """List the tasks as the company tracker showed it; one line was never kept up."""
    yield ("task", "owner", "due", "done")
    yield ("Bus posters, print", "Growth", 10, 1.0)
    yield ("Radio, three spots", "Growth", 11, 1.0)
    yield ("Landing page", "Growth", 11, 1.0)
    yield ("Bank link, second test", "Product", 11, 1.0)
    yield ("New support tool", "Support", 11, 1.0)
    yield ("Guide for newcomers, forty articles", "Support", 10, 0.15)
    yield ("Sign-up page, larger servers", "Product", 11, 1.0)


def main() -> None:
    """Write ``tables/*.csv`` beside this file."""
    write_tables(FOLDER, tables(history()))


if __name__ == "__main__":
    main()
