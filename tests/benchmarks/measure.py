"""One measured figure of the benchmarks, beside its baseline from the same run and its limit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """What was measured, in which unit, against which baseline, and whether the limit holds."""

    name: str
    value: float
    unit: str
    baseline_name: str
    baseline: float
    limit_text: str
    ok: bool

    def __str__(self) -> str:
        """Return one line: figure, baseline, limit, and whether it holds."""
        against = f" ({self.baseline_name}: {self.baseline:.4g} {self.unit})" if self.baseline_name else ""
        verdict = "holds" if self.ok else "MISSED"
        return f"{self.name}: {self.value:.4g} {self.unit}{against}; limit {self.limit_text}: {verdict}"
