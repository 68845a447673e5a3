"""What `import lineofsight; join(...)` adds to a bare kernel: seconds, memory, and what stays unloaded.

Each round starts a real IPython kernel, bare as Jupyter starts it (no profile, no start-up files), takes
its time and size, and then lets it join. So every figure has its baseline in the same process. Seconds are
the processor's, which others at work on the machine do not lengthen; the clock's stand beside them.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from ast import literal_eval
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psutil
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager
from measure import Measure

ROUNDS = 7
SECONDS = 0.35
MEGABYTES = 25
MB = 1e6
HEAVY = ("pandas", "altair", "scipy")
CASE = "startup-support-backlash"

JOIN = f"""
import time as _time
_start = _time.process_time(), _time.perf_counter()
import lineofsight
me = lineofsight.join({CASE!r})
_seconds = _time.process_time() - _start[0], _time.perf_counter() - _start[1]
"""
# All eight cells, as "Run all" does; what belongs to later steps stays closed.
OPEN = """
slots = [me.brief(), me.exhibits(), me.diagnose(), me.compare(), me.plan(), me.simulate(), me.score(),
         me.commit()]
"""
LOADED = f"sorted({{name.split('.')[0] for name in __import__('sys').modules}} & set({HEAVY!r}))"


@dataclass(frozen=True)
class Joined:
    """One kernel: processor seconds until it answered, its MB then; what joining took and added.

    ``seconds`` are the processor's, ``clock`` the clock's; modules are the heavy ones loaded before, after
    joining, and with the first step open.
    """

    start: float
    bare: float
    seconds: float
    clock: float
    added: float
    before: tuple[str, ...]
    after: tuple[str, ...]
    opened: tuple[str, ...]


def main() -> list[Measure]:
    """Return time and memory (medians of the rounds after the first) and heavy modules (of all rounds)."""
    rounds = [join_once() for _ in range(ROUNDS + 1)]
    start, bare, seconds, clock, added = (
        statistics.median(getattr(one, name) for one in rounds[1:])
        for name in ("start", "bare", "seconds", "clock", "added")
    )
    before = {name for one in rounds for name in one.before}
    return [
        Measure(
            name="import and join in a bare kernel",
            value=seconds,
            unit="s of processor",
            baseline_name="that kernel from its start to its first answer",
            baseline=start,
            limit_text=f"at most {SECONDS} s ({clock:.2f} s by the clock)",
            ok=seconds <= SECONDS,
        ),
        Measure(
            name="memory added by import and join",
            value=added,
            unit="MB",
            baseline_name="that kernel before",
            baseline=bare,
            limit_text=f"at most {MEGABYTES} MB",
            ok=added <= MEGABYTES,
        ),
        _unloaded("after join", {name for one in rounds for name in one.after}, before),
        _unloaded("with the first step open", {name for one in rounds for name in one.opened}, before),
    ]


def join_once() -> Joined:
    """Start a kernel, let it join, and open the first step."""
    with _kernel() as (kernel, client):
        before = _run(client, "pass", LOADED)
        start, bare = _spent(kernel), _resident(kernel)
        seconds, clock = _run(client, JOIN, "_seconds")
        added = _resident(kernel) - bare
        after = _run(client, "pass", LOADED)
        opened = _run(client, OPEN, LOADED)
    return Joined(start, bare, seconds, clock, added, tuple(before), tuple(after), tuple(opened))


@contextmanager
def _kernel() -> Iterator[tuple[KernelManager, Any]]:
    """Yield a kernel of this very Python, and a client that it answers."""
    kernel = KernelManager(transport="ipc", kernel_spec_manager=KernelSpecManager(kernel_dirs=[]))
    with tempfile.TemporaryDirectory() as folder:
        alone = {"LINEOFSIGHT_STORE": "memory:", "LINEOFSIGHT_STRICT": "1", "IPYTHONDIR": folder}
        kernel.start_kernel(env={**os.environ, **alone})
        client = kernel.client()
        try:
            client.start_channels()
            client.wait_for_ready(timeout=60)
            yield kernel, client
        finally:
            client.stop_channels()
            kernel.shutdown_kernel(now=True)


def _run(client: Any, code: str, asked: str) -> Any:
    """Run code and return the value of an expression after it; ``RuntimeError`` with the kernel's words."""
    found = client.execute(code, user_expressions={"asked": asked}, reply=True, timeout=60)["content"]
    answer = found if found["status"] == "error" else found["user_expressions"]["asked"]
    if answer["status"] == "error":
        raise RuntimeError(f"the kernel could not run {code!r}: {answer['ename']}: {answer['evalue']}")
    return literal_eval(answer["data"]["text/plain"])


def _spent(kernel: KernelManager) -> float:
    spent = psutil.Process(kernel.provisioner.pid).cpu_times()
    return spent.user + spent.system


def _resident(kernel: KernelManager) -> float:
    return psutil.Process(kernel.provisioner.pid).memory_info().rss / MB


def _unloaded(when: str, loaded: set[str], before: set[str]) -> Measure:
    names = ", ".join(sorted(loaded)) or "none"
    return Measure(
        name=f"of {', '.join(HEAVY)} loaded {when} ({names})",
        value=len(loaded),
        unit="modules",
        baseline_name="that kernel before",
        baseline=len(before),
        limit_text="none",
        ok=not loaded,
    )
