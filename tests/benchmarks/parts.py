"""The parts of the benchmarks by name: which there are, which were asked for, what was missed.

A part is the door (`join`), the page (`page`), or one operations model by its id; `models` are all of them.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

import bench_join
import bench_models
import bench_page
from measure import Measure

from lineofsight.errors import listing, suggestion
from lineofsight.operations import models

Part = Callable[[], Iterable[Measure]]
ALL_MODELS = "models"


def parts() -> dict[str, Part]:
    """Return what measures each part."""
    of_models: dict[str, Part] = {id: partial(bench_models.figures, id) for id in models()}
    return {"join": bench_join.main, **of_models, "page": bench_page.main}


def main(asked: Sequence[str]) -> int:
    """Measure the parts asked for (none: all); 0 if every limit holds, 1 if one is missed, 2 for a wrong name."""
    known = parts()
    wrong = [name for name in asked if name not in known and name != ALL_MODELS]
    for name in wrong:
        allowed = [ALL_MODELS, *known]
        print(f"there is no part {name!r}{suggestion(name, allowed)}; {listing(allowed)}", file=sys.stderr)
    if wrong:
        return 2
    wanted = {name for one in asked for name in (models() if one == ALL_MODELS else (one,))} or set(known)
    print(
        f"{os.cpu_count()} processors; waiting for one in the last minute: {os.getloadavg()[0]:.1f} on average"
    )
    return verdict({name: part for name, part in known.items() if name in wanted})


def verdict(measured: Mapping[str, Part]) -> int:
    """Print each figure as it is found; return 0 if all limits hold, 1 if one is missed.

    What cannot be measured is missed too, and keeps nobody else from being measured.
    """
    count = missed = 0
    for name, part in measured.items():
        try:
            for measure in part():
                print(measure, flush=True)
                count, missed = count + 1, missed + (not measure.ok)
        except Exception as error:
            traceback.print_exc()
            print(f"{name}: cannot be measured ({error}): MISSED", flush=True)
            count, missed = count + 1, missed + 1
    print(f"{count - missed} of {count} hold" + (f", {missed} MISSED" if missed else ""))
    return 1 if missed else 0
