"""The files the dashboards send: ours, Voilà's front end, plotly.js, and what was exported."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from jupyter_server.base.handlers import FileFindHandler
from tornado.web import HTTPError, RequestHandler

from workshops import theme
from workshops.dashboards.guarded import Guarded

PREFIX = "/theme/"
FOR_GOOD = "public, max-age=31536000, immutable"


class FrontEnd(Guarded, FileFindHandler):
    """Voilà's own scripts and those of the widget extensions."""

    def set_headers(self) -> None:
        """Keep for good: the version stands in the address."""
        super().set_headers()
        self.set_header("Cache-Control", FOR_GOOD)


class ThemeFile(Guarded):
    """Our files under their hashed names."""

    async def get(self, name: str) -> None:
        """Send one."""
        found = theme.asset(name)
        if found is None:
            raise HTTPError(404)
        _send(self, found.body, found.type)


class Plotly(Guarded):
    """The one plotly.js, as it lies in the plotly package."""

    async def get(self, name: str) -> None:
        """Send it."""
        file, hashed = plotly_file()
        if name != hashed:
            raise HTTPError(404)
        _send(self, file.read_bytes(), "text/javascript; charset=utf-8")


class Export(Guarded):
    """A file that `exports/` in the data folder holds, to be kept."""

    def initialize(self, exports: Path) -> None:
        """Remember the folder."""
        self.exports = exports

    async def get(self, name: str) -> None:
        """Send a plain file of that folder itself; no links, nothing below, nothing hidden."""
        file = self.exports / name
        plain = Path(name).name == name and not name.startswith(".")
        if not plain or file.is_symlink() or not file.is_file():
            raise HTTPError(404)
        self.set_header("Content-Type", "application/octet-stream")
        self.set_header("Cache-Control", "no-store")
        self.set_attachment_header(name)
        with file.open("rb") as whole:
            while piece := whole.read(1 << 20):
                self.write(piece)
                await self.flush()


@cache
def plotly_file() -> tuple[Path, str]:
    """Give plotly.js and the hashed name it is served under."""
    import plotly  # noqa: PLC0415 - only its folder is wanted

    file = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    return file, f"plotly.{hashlib.sha256(file.read_bytes()).hexdigest()[:12]}.js"


def _send(handler: RequestHandler, body: bytes, kind: str) -> None:
    """Send what never changes under its name; unpacked, for the way is this machine's own."""
    handler.set_header("Content-Type", kind)
    handler.set_header("Cache-Control", FOR_GOOD)
    handler.write(body)
