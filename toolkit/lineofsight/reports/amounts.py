"""Amounts as people say them: weeks, units, and how much an action is assumed to move something."""

from __future__ import annotations

from ..model.base import Range

# Units that are numbers without a name in the model's own language.
_TIMES, _SWITCH, _SHARE = "factor", "0 or 1", "share"


def weeks(count: int) -> str:
    """Return a number of weeks in words: "1 week", "3 weeks"."""
    return "1 week" if count == 1 else f"{count} weeks"


def until_it_works(lead: int) -> str:
    """Return a lead time (weeks) in words."""
    return f"{weeks(lead)} until it works" if lead else "works at once"


def unit_in_words(unit: str) -> str:
    """Return a model's unit as it is said: ``tickets/week`` is "tickets a week"."""
    counted, *per = unit.split("/")
    named = "" if counted == "1" else counted
    return " ".join(
        filter(None, (named, *(f"an {word}" if word[0] in "aeio" else f"a {word}" for word in per)))
    )


def on_an_axis(unit: str, highest: float) -> tuple[str, str]:
    """Return how an axis writes its figures, and in what: a model's share is shown in per cent.

    ``highest``: the largest figure to be shown, in the model's ``unit``.
    """
    kind, slash, per = unit.partition("/")
    if kind.split(" ")[0] == _SHARE:
        words = unit_in_words(f"1{slash}{per}")
        parts = ("per cent", kind.removeprefix(_SHARE).strip(), words)
        return (".0%" if highest >= 0.1 else ".1%"), " ".join(filter(None, parts))
    return (",.0f" if highest >= 20 else ".2f"), unit_in_words(unit)


def amount(value: Range, unit: str, added: bool = False) -> str:
    """Return a range in the model's ``unit`` as people say it.

    Factors are times, shares are percent, a switch is yes or no. ``added``: a share that is added to
    another share, which makes it percentage points.
    """
    low, high = value
    if unit == _SWITCH:
        return "yes" if low > 0 else "no"
    if unit == _TIMES:
        return f"×{_span(low, high)}"
    kind, slash, per = unit.partition("/")
    if kind.split(" ")[0] == _SHARE:
        of = kind.removeprefix(_SHARE)
        often = f" {unit_in_words('1' + slash + per)}" if per else ""
        if added and not of and not per:
            return f"{_span(100 * low, 100 * high, signed=True)} percentage points"
        return f"{_span(100 * low, 100 * high)}%{of}{often}"
    words = unit_in_words(unit)
    if low == high == 1 and "/" not in unit:
        words = words.removesuffix("s")
    return f"{_span(low, high)} {words}"


def _span(low: float, high: float, signed: bool = False) -> str:
    first, last = (f"{end:{'+' if signed else ''}.4g}".replace("-", "−") for end in (low, high))
    return first if low == high else f"{first} to {last}"
