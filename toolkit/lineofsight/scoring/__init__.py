"""Answer and key in, points with reasons out; pure functions, nobody is ranked."""

from __future__ import annotations

from .calibration import Sureness, sureness
from .comparison import Comparison, compare
from .diagnosis import score_diagnosis
from .naming import Named, named
from .plan import score_plan
from .run import held, luck, score_run
from .weights import distance_to_key, weights

__all__ = [
    "Comparison",
    "Named",
    "Sureness",
    "compare",
    "distance_to_key",
    "held",
    "luck",
    "named",
    "score_diagnosis",
    "score_plan",
    "score_run",
    "sureness",
    "weights",
]
