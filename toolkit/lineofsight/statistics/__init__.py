"""Numbers in, numbers out: agreement and calibration, each with its source."""

from __future__ import annotations

from .calibration import brier, interval_score
from .consensus import AlignmentGap, alignment_gap

__all__ = ["AlignmentGap", "alignment_gap", "brier", "interval_score"]
