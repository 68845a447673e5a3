"""Kernels: each belongs to one visitor, knows who it is for, and leaves nothing behind."""

from __future__ import annotations

import asyncio
import os
import signal
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import zmq
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from traitlets import Dict, List, Unicode

STOP_SECONDS = 3
MOST_SOCKETS = 20_000
_NOT_FOR_KERNELS = ("QUERY_STRING", "VOILA_REQUEST_URL", "HTTP_COOKIE")


@dataclass
class Arrival:
    """One load of a page: whose it is, which kernel it got, and whether the visitor left already."""

    visitor: str
    kernel: str = ""
    gone: bool = False


arrival: ContextVar[Arrival] = ContextVar("arrival")


class OwnPython(KernelSpecManager):
    """Only the Python that serves: a kernel of the same name elsewhere on the machine is not ours."""

    kernel_dirs = List(Unicode(), [])


class Kernels(AsyncMappingKernelManager):
    """Voila's kernels with an owner each."""

    owners = Dict()
    store_address = Unicode(config=True, help="where kernels find the journal")

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        # One context serves all kernels: its default of 1,023 sockets stops at some 150 people.
        self.context.set(zmq.MAX_SOCKETS, MOST_SOCKETS)
        self._endings: set[asyncio.Future[None]] = set()

    async def start_kernel(self, **more: Any) -> str:
        """Start a kernel for the visitor of this page load, with what it may know in its environment."""
        here = arrival.get()
        env = {key: value for key, value in more.pop("env", {}).items() if key not in _NOT_FOR_KERNELS}
        env |= {"LINEOFSIGHT_VISITOR": here.visitor, "LINEOFSIGHT_STORE": self.store_address}
        kernel: str = await super().start_kernel(env=env, **more)
        self.owners[kernel] = here.visitor
        here.kernel = kernel
        if here.gone:
            await self.end(kernel)
        return kernel

    async def end(self, kernel: str) -> None:
        """End one kernel now; one that is gone already is no error."""
        self.owners.pop(kernel, None)
        if kernel in self:
            await self.shutdown_kernel(kernel, now=True)

    def end_soon(self, kernel: str) -> None:
        """End a kernel without waiting for it."""
        work = asyncio.ensure_future(self.end(kernel))
        self._endings.add(work)
        work.add_done_callback(self._endings.discard)

    def remove_kernel(self, kernel_id: str) -> Any:
        """Forget the owner together with the kernel (culled, shut down)."""
        self.owners.pop(kernel_id, None)
        return super().remove_kernel(kernel_id)

    async def end_all(self) -> None:
        """End every kernel at once, politely for three seconds, then by force."""
        groups = [pid for pid in map(self._pid, self.list_kernel_ids()) if pid]
        work = [self.end(kernel) for kernel in self.list_kernel_ids()]
        try:
            await asyncio.wait_for(asyncio.gather(*work, return_exceptions=True), STOP_SECONDS)
        except TimeoutError:
            self.log.warning("some kernels did not end in time and were killed")
        for pid in groups:
            try:
                os.killpg(pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                continue

    def _pid(self, kernel: str) -> int | None:
        provisioner = self.get_kernel(kernel).provisioner
        return getattr(provisioner, "pid", None)
