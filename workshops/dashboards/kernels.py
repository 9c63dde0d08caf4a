"""The kernels behind the pages: ours, few, told who they are for, and never silently restarted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_server import CallContext
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.web import HTTPError
from traitlets import default

MOST = 10
"""Pages with a kernel at a time: wall 2, desk a few; else each request would start a process."""
MAY_SEND = ["comm_open", "comm_close", "comm_msg", "comm_info_request", "kernel_info_request"]
"""All a page may ask of its kernel: widgets talk, nobody runs code, nobody shuts it down."""


QUIET = ["--log-level=ERROR", "--HistoryManager.enabled=False"]


class OwnKernel(KernelSpecManager):
    """Only the Python the kit runs in, whatever kernels are installed on the machine."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Give its spec; it keeps no history and speaks up only when something is wrong."""
        spec = super().get_kernel_spec(kernel_name)
        spec.argv = [*spec.argv, *QUIET]
        return spec

    @default("kernel_dirs")
    def _no_folders(self) -> list[str]:
        return []


class Kernels(AsyncMappingKernelManager):
    """Starts a kernel for a page and tells it for which."""

    async def start_kernel(self, **given: Any) -> str:  # type: ignore[override]
        """Start one; when there are many, one whose page is gone makes room."""
        alive = [one for one in self.list_kernel_ids() if not await self.is_gone(one)]
        if len(alive) >= MOST:
            await self.end(self._lonely(alive))
        page = CallContext.get(CallContext.JUPYTER_HANDLER)
        # A folder of its own keeps somebody's IPython start-up files out of the kernel.
        apart = {"IPYTHONDIR": str(Path(self.connection_dir) / "ipython")}
        given["env"] = {**given.get("env", {}), **page.kernel_env(), **apart}
        return str(await super().start_kernel(kernel_id=page.kernel_id, **given))

    def _lonely(self, kernels: list[str]) -> str:
        """Give the oldest kernel whose page has gone without a word: a browser that crashed."""
        for one in kernels:
            if not self.kernel_model(one)["connections"]:
                return one
        raise HTTPError(503, "Too many pages with a kernel")

    async def is_gone(self, kernel_id: str) -> bool:
        """Say whether a page's kernel is dead; a dead one is tidied away."""
        if kernel_id not in self:
            return True
        if await self.get_kernel(kernel_id).is_alive():
            return False
        await self.end(kernel_id)
        return True

    async def end(self, kernel_id: str | None) -> None:
        """End a kernel that may have ended already."""
        if kernel_id and kernel_id in self:
            await self.shutdown_kernel(kernel_id, now=True)
