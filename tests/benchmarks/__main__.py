"""Measure against baselines of the same run: ``python tests/benchmarks [PART ...]``; 1 if a limit is missed."""

from __future__ import annotations

import sys

from parts import main

sys.exit(main(sys.argv[1:]))
