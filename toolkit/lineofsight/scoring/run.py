"""The plan as it runs, 30 points: the expected year (25) and the forecast (5); luck stands apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model.answers import Forecast
from ..model.case import Case
from ..model.score import Criterion, Reason, Score
from ..statistics import interval_score

EXPECTED = 25.0
FORECAST = 5.0
COVERAGE = 0.8
# A forecast three times as bad as the best possible range earns nothing.
WORST = 3.0


def score_run(
    *,
    plan: float,
    nothing: float,
    best: float,
    forecasts: Sequence[Forecast],
    years: Mapping[str, Sequence[float]],
    case: Case,
) -> Score:
    """Return the two criteria of a run.

    ``plan``, ``nothing``, ``best``: expected combined values (0 points = doing nothing, full = the
    best plan found within the budget; below zero is shown as such). ``years``: per forecast outcome
    the possible years, at least one each.
    """
    return Score(criteria=(_expected(plan, nothing, best), _forecast(forecasts, years, case)))


def held(forecast: Forecast, years: Sequence[float]) -> int:
    """Return in how many of 100 possible years the outcome lay inside the range."""
    inside = sum(forecast.low <= value <= forecast.high for value in years)
    return round(100 * inside / len(years))


def luck(value: float, years: Sequence[float]) -> str:
    """Say how lucky one year was among all possible ones, apart from what was decided."""
    below = sum(other < value for other in years) / len(years)
    if below >= 0.9:
        how = "a lucky year"
    elif below >= 0.65:
        how = "a kind year"
    elif below > 0.35:
        how = "an ordinary year"
    elif below > 0.1:
        how = "a rough year"
    else:
        how = "an unlucky year"
    return f"{how}: better than {round(100 * below)} of 100 years this plan could have met"


def _expected(plan: float, nothing: float, best: float) -> Criterion:
    reach = best - nothing
    share = min(1.0, (plan - nothing) / reach) if reach > 0 else 0.0
    if share < 0:
        text = "On average this plan leaves the firm worse off than doing nothing."
    else:
        text = f"On average this plan achieves {share:.0%} of what the best plan found achieves."
    reason = Reason(text=text, points=EXPECTED * share)
    return Criterion(
        id="expected",
        title="The year it leads to",
        points=reason.points,
        possible=EXPECTED,
        reasons=(reason,),
    )


def _forecast(forecasts: Sequence[Forecast], years: Mapping[str, Sequence[float]], case: Case) -> Criterion:
    asked = [use for use in case.operations.outcomes if use.forecast]
    made = {forecast.outcome: forecast for forecast in forecasts}
    reasons = []
    for use in asked:
        if use.outcome not in made:
            reasons.append(Reason(text=f"{use.title}: no forecast was made.", points=0))
            continue
        forecast, possible = made[use.outcome], years[use.outcome]
        text = f"{use.title}: your range held {held(forecast, possible)} of 100 possible years; you meant 80."
        points = FORECAST / len(asked) * _sharpness(forecast, possible)
        reasons.append(Reason(text=text, points=points))
    return Criterion(
        id="forecast",
        title="The forecast",
        points=sum(reason.points for reason in reasons),
        possible=FORECAST,
        reasons=tuple(reasons),
    )


def _sharpness(forecast: Forecast, years: Sequence[float]) -> float:
    """Return 1 for the range a perfect forecaster would state, 0 for one three times as bad."""
    ordered = sorted(years)
    low, high = (ordered[round(q * (len(ordered) - 1))] for q in (0.1, 0.9))
    best = _mean_score(low, high, ordered)
    mine = _mean_score(forecast.low, forecast.high, ordered)
    if best <= 0:
        return float(mine <= 0)
    return min(1.0, max(0.0, 1 - (mine / best - 1) / (WORST - 1)))


def _mean_score(low: float, high: float, years: Sequence[float]) -> float:
    return sum(float(interval_score(low, high, value, COVERAGE)) for value in years) / len(years)
