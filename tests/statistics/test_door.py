"""The door of the statistics: light until a name that needs numpy is used."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import lineofsight.statistics


def test_a_page_with_gap_and_brier_loads_no_numpy_and_the_door_opens_the_rest() -> None:
    code = """
import json, sys
from lineofsight import statistics
statistics.alignment_gap([[1, 0]] * 5, [[1, 1]] * 5, seed=1, draws=9)
statistics.four_corners([[1, 0]], [[1, 1]], [1, 0])
statistics.brier([0.6], [1]), statistics.interval_score(0, 1, 2), statistics.overconfidence([0.6], [1])
heavy = ("numpy", "scipy", "krippendorff")
light = [name for name in heavy if name in sys.modules]
statistics.krippendorff_alpha([[1, 2], [1, 2]], "nominal"), statistics.kendall_w([[1, 2, 3]] * 2)
print(json.dumps([light, [name for name in heavy if name in sys.modules]]))
"""
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert json.loads(out) == [[], ["numpy", "scipy", "krippendorff"]]


def test_every_name_of_the_door_opens_and_others_do_not() -> None:
    for name in lineofsight.statistics.__all__:
        assert callable(getattr(lineofsight.statistics, name))
    with pytest.raises(AttributeError, match="no attribute 'fleiss_kappa'"):
        lineofsight.statistics.fleiss_kappa  # noqa: B018
