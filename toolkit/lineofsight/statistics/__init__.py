"""Numbers in, numbers out: agreement, gap, calibration, learning, each with its source. A lazy door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .calibration import (
    CalibrationCurve,
    Murphy,
    brier,
    calibration_curve,
    interval_score,
    murphy,
    overconfidence,
)
from .consensus import AlignmentGap, FourCorners, alignment_gap, four_corners

if TYPE_CHECKING:
    from .agreement import ICC, KendallW, icc, kendall_w, krippendorff_alpha, rwg
    from .items import ItemAnalysis, item_analysis, kr20
    from .learning import (
        NormalisedChange,
        PairedDifference,
        hake_gain,
        normalised_change,
        paired_difference,
    )

__all__ = [
    "ICC",
    "AlignmentGap",
    "CalibrationCurve",
    "FourCorners",
    "ItemAnalysis",
    "KendallW",
    "Murphy",
    "NormalisedChange",
    "PairedDifference",
    "alignment_gap",
    "brier",
    "calibration_curve",
    "four_corners",
    "hake_gain",
    "icc",
    "interval_score",
    "item_analysis",
    "kendall_w",
    "kr20",
    "krippendorff_alpha",
    "murphy",
    "normalised_change",
    "overconfidence",
    "paired_difference",
    "rwg",
]

# These need numpy, which the pages' gap and Brier score do not.
_ROOMS = {
    "agreement": ("ICC", "KendallW", "icc", "kendall_w", "krippendorff_alpha", "rwg"),
    "items": ("ItemAnalysis", "item_analysis", "kr20"),
    "learning": (
        "NormalisedChange",
        "PairedDifference",
        "hake_gain",
        "normalised_change",
        "paired_difference",
    ),
}


def __getattr__(name: str) -> Any:
    """Load the module behind a name on first use."""
    for room, names in _ROOMS.items():
        if name in names:
            from importlib import import_module

            return getattr(import_module(f".{room}", __name__), name)
    raise AttributeError(f"module 'lineofsight.statistics' has no attribute {name!r}")
