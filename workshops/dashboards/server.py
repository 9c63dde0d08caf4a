"""Our Voilà: stand-alone, on 127.0.0.1, behind a token; subclassed, not configured by hope."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import os
import sys
import threading
from collections.abc import Awaitable
from pathlib import Path
from typing import Any

import voila
from jupyterlab_server.themes_handler import ThemesHandler
from tornado.ioloop import IOLoop
from traitlets import Instance, Unicode, default
from traitlets.config import Config
from voila.app import Voila
from voila.paths import collect_static_paths
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from workshops.dashboards import guarded, notebooks, sent, wall
from workshops.dashboards.contents import Shelf
from workshops.dashboards.feed import Feed
from workshops.dashboards.kernels import MAY_SEND, Kernels, OwnKernel
from workshops.exercises import content
from workshops.theme.files import HERE as THEME
from workshops.theme.page import FILTERS, TEMPLATE, dump

CSP = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'self'; "
    "script-src 'self' blob:"
)
"""Widgets arrive as blob: scripts. The shell page, which has none, asks for less (wall.py)."""
HEADERS = {
    "Content-Security-Policy": CSP,
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
EXTENSIONS = [
    "@voila-dashboards/widgets-manager8",
    "@jupyter-widgets/jupyterlab-manager",
    "anywidget",
]
"""All a page of ours needs of JupyterLab's extensions; plotly's alone would be 4.8 MB."""
STATIC = f"/voila/static/{voila.__version__}"
_KERNEL = r"(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)"


def settings() -> Config:
    """Give what is set of Voilà's and Jupyter's options; no file on the machine adds to it."""
    return Config(
        {
            "VoilaConfiguration": {
                "template": TEMPLATE,
                "allow_template_override": "NO",
                "allow_theme_override": "NO",
                "strip_sources": True,
                "show_tracebacks": False,
                "file_allowlist": [],
                "extension_allowlist": EXTENSIONS,
                "multi_kernel_manager_class": Kernels,
                "kernel_spec_manager_class": OwnKernel,
                "http_keep_alive_timeout": 5,
            },
            "VoilaExporter": {
                "language_code": "da",
                "anchor_link_text": "",
                "filters": {**FILTERS, "dump": dump},
            },
            "PasswordIdentityProvider": {
                "allow_password_change": False,
                "cookie_options": {"samesite": "Lax"},
            },
            "MappingKernelManager": {
                "cull_idle_timeout": 900,
                "cull_interval": 30,
                "cull_connected": False,
                "buffer_offline_messages": False,
            },
            # A restarted kernel is empty, behind a page that looks alive: the page is reloaded.
            "KernelManager": {"autorestart": False},
        }
    )


class Dashboards(Voila):
    """Wall and desk: only our notebooks, and what their pages need."""

    data = Unicode(help="The data folder; its exports/ can be fetched.")
    room = Unicode(help="The room's loopback address; kernels find it in LAERINGSDAGE_ROOM.")
    room_token = Unicode(help="The token for it; kernels find it in LAERINGSDAGE_TOKEN.")
    feed = Instance(Feed)

    @default("config_file_paths")
    def _no_config_files(self) -> list[str]:
        return []

    def initialize(self, argv: list[str] | None = None) -> None:
        """Take our settings and nothing else."""
        self.update_config(settings())
        self.ip, self.port_retries, self.open_browser = "127.0.0.1", 0, False
        self.log_level = logging.ERROR
        self.root_dir = str(content())
        super().initialize(argv or [])

    def setup_template_dirs(self) -> None:
        """Use the kit's one template."""
        self.template_paths = [str(THEME)]
        self.static_paths = collect_static_paths(["voila"], "base")
        self.tornado_settings = {"headers": HEADERS, "default_handler_class": guarded.Nothing}

    def init_settings(self) -> dict[str, Any]:
        """Check the host, narrow what a page may send, and read only from the shelf."""
        # A restarted server must know its pages again, so the secret comes from the token.
        self.cookie_secret = hashlib.sha256(f"cookie {self.token}".encode()).digest()
        found: dict[str, Any] = super().init_settings()
        self.kernel_manager.allowed_message_types = MAY_SEND
        self.contents_manager = Shelf(parent=self, root_dir=self.root_dir)
        self.feed = Feed(self.room, self.room_token)
        return {
            **found,
            "allow_remote_access": False,
            "contents_manager": self.contents_manager,
            "feed": self.feed,
            "ws_ping_interval": 10_000,
            "ws_ping_timeout": 10_000,
        }

    def init_handlers(self) -> list[Any]:
        """List all that is answered; the rest is `Nothing`."""
        labextensions = {"path": self.labextensions_path}
        notebook = {
            "content": content(),
            "data": Path(self.data),
            "plotly": f"/plotly/{sent.plotly_file()[1]}",
            "static": STATIC,
            "template_paths": self.template_paths,
            "config": self.config,
            "voila_configuration": self.voila_configuration,
        }
        themes = {**labextensions, "path": self.themes_dir, "themes_url": "/voila/api/themes"}
        return [
            (r"/wall", wall.Wall),
            (r"/wall/live", wall.Live),
            (r"/wall/qr\.svg", wall.Qr),
            (r"/alive", guarded.Alive),
            (r"/desk", guarded.Desk),
            (r"/theme/([\w.-]+)", sent.ThemeFile),
            (r"/plotly/([\w.-]+)", sent.Plotly),
            (r"/exports/([^/]+)", sent.Export, {"exports": Path(self.data) / "exports"}),
            (r"/voila/render/(.+)", notebooks.Notebook, notebook),
            (rf"{STATIC}/(.*)", sent.FrontEnd, {"path": self.static_paths}),
            (r"/voila/labextensions/(.*)", sent.FrontEnd, labextensions),
            (r"/voila/api/themes/(.*)", ThemesHandler, themes),
            (rf"/voila/api/shutdown/{_KERNEL}", notebooks.Leave),
            (rf"/api/kernels/{_KERNEL}", notebooks.KernelModel),
            (rf"/api/kernels/{_KERNEL}/channels", VoilaKernelWebsocketHandler),
        ]

    def listen(self) -> None:
        """Follow the room, end with the parent, and serve."""
        loop = IOLoop.current()
        loop.add_callback(self.feed.start)
        threading.Thread(target=self._end_with_parent, args=(loop,), daemon=True).start()
        try:
            super().listen()
        finally:
            self.feed.stop()

    def _end_with_parent(self, loop: IOLoop) -> None:
        """Wait for the end of stdin: the pipe closes however the parent ends, kill -9 included."""
        if os.environ.get("LAERINGSDAGE_PARENT") == "stdin":
            sys.stdin.buffer.read()
            loop.add_callback(loop.stop)

    def later(self, what: Awaitable[Any]) -> None:
        """Do something without waiting for it."""
        IOLoop.current().add_future(asyncio.ensure_future(what), lambda done: done.result())


def main() -> None:
    """Serve until the room ends: `python -m workshops.dashboards PORT DATA`."""
    port, data = sys.argv[1:3]
    app = Dashboards.instance(  # the one: that is how Voilà's parts find its log
        port=int(port),
        data=data,
        token=os.environ.pop("LAERINGSDAGE_DASHBOARDS_TOKEN"),
        room=os.environ["LAERINGSDAGE_ROOM"],
        room_token=os.environ["LAERINGSDAGE_TOKEN"],
    )
    app.initialize()
    app.start()
