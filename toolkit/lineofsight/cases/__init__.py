"""Case folders in, models out: a fast load, and a check that finds everything at once."""

from __future__ import annotations

from .checking import check
from .findings import Finding
from .reading import load
from .shelf import Shelf

__all__ = ["Finding", "Shelf", "check", "load"]
