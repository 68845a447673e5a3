"""A number as a person types it: thousands apart as they like, per cent with or without its sign."""

from __future__ import annotations

import math
import re

from ..errors import AnswerError

SHOWN = 40
# Points that part thousands for some and decimals for others, and commas that do not part thousands.
POINTS = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+")
COMMAS = re.compile(r"-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?")
PERCENT = re.compile(r"(%|per ?cent)$", re.IGNORECASE)
APART = re.compile(r"[\s_'’]")


def typed_number(text: str, percent: bool = False) -> float:
    """Return the number that a text says; ``AnswerError`` in a few words where it says none.

    ``percent``: a share is asked for, and what is returned is its part of 1. With a sign, or above 1,
    it is per cent: 75, 75 %, 75% and 0.75 are the same. 1 without a sign is the whole.
    """
    if percent:
        return _share(text)
    if POINTS.fullmatch(text.strip()):
        plain = text.strip().replace(".", "")
        raise AnswerError(f"“{text}” may be read in two ways. Write {plain}, say.")
    digits = APART.sub("", text)
    number = _plain(text, digits.replace(",", ""))
    if "," in digits and not COMMAS.fullmatch(digits):
        raise AnswerError(
            f"“{text}” may be read in two ways. Write a point for decimals, commas for thousands."
        )
    return number


def _share(text: str) -> float:
    bare = PERCENT.sub("", text.strip())
    signed = bare != text.strip()
    # Nobody parts the thousands of a share: a comma is a decimal one.
    number = _plain(text, APART.sub("", bare).replace(",", "."))
    return number / 100 if signed or abs(number) > 1 else number


def _plain(text: str, digits: str) -> float:
    try:
        number = float(digits)
    except ValueError:
        number = math.nan
    if math.isfinite(number):
        return number
    start = text if len(text) <= SHOWN else f"{text[:SHOWN]} …"
    what = f"“{start}” is not a number" if text else "there is no number yet"
    raise AnswerError(f"{what}. Write it in digits.")
