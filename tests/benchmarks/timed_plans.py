"""A process of its own that runs random plans of one model's reference case and tells seconds and memory.

``python timed_plans.py MODEL REPLICATIONS ROUNDS PLANS [PLANS ...]`` prints one JSON object: the best
seconds of all rounds by the number of plans, and the resident memory in MB before and at its peak. Sizes
take turns within a round, so that a slow moment of the machine touches all of them. Seconds are the
processor's: one process, one thread, no waiting, so on an idle machine they are a clock's.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import psutil
from reference_cases import random_plans, reference_case

from lineofsight.operations import run

MB = 1e6


@dataclass(frozen=True)
class Timed:
    """Best processor seconds by number of plans; memory before any run and at the peak, in MB."""

    seconds: dict[int, float]
    before: float
    peak: float


def timed(model: str, replications: int, rounds: int, sizes: list[int]) -> Timed:
    """Let a fresh process do it, so that its peak is of these runs alone."""
    command = [sys.executable, str(Path(__file__)), model, *map(str, (replications, rounds, *sizes))]
    told = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return Timed({int(size): best for size, best in told["seconds"].items()}, told["before"], told["peak"])


def main(model: str, replications: int, rounds: int, sizes: list[int]) -> None:
    """Run, and print what ``Timed`` holds."""
    case = reference_case(model)
    plans = random_plans(case, max(sizes))
    run(case, plans[:1], replications=1)  # whatever is imported on first use
    before = psutil.Process().memory_info().rss / MB
    best = dict.fromkeys(sizes, float("inf"))
    for _ in range(rounds):
        for size in sizes:
            start = time.process_time()
            run(case, plans[:size], replications=replications)
            best[size] = min(best[size], time.process_time() - start)
    print(json.dumps({"seconds": best, "before": before, "peak": _peak()}))


def _peak() -> float:
    # On Linux a child's ru_maxrss begins at its parent's size; VmHWM is this process's own.
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024 / MB
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MB


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), [int(size) for size in sys.argv[4:]])
