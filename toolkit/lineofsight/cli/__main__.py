"""``python -m lineofsight.cli``: the same commands."""

from __future__ import annotations

from . import main

main(prog_name="lineofsight")
