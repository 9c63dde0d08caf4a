"""The big screen's shell: a page without kernel; it frames the block shown now and the next one."""

from __future__ import annotations

import io
import json
import secrets
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from jupyter_server.auth.decorator import ws_authenticated
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.base.websocket import WebSocketMixin
from tornado.web import HTTPError
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from workshops import theme
from workshops.dashboards.feed import Feed
from workshops.dashboards.guarded import Guarded
from workshops.dashboards.notebooks import shown_words
from workshops.dashboards.sent import PREFIX
from workshops.theme.page import dump
from workshops.words import LANGUAGES, words

CSP = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; font-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
START = secrets.token_hex(4)
"""Tells one run of this process from the next: after a restart no page has its kernel any more."""
MOST_ASKED = 8
_pages = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True)


class Wall(Guarded):
    """The shell page."""

    @property
    def content_security_policy(self) -> str:
        """Stricter than the notebooks': no script but our files."""
        return CSP

    async def get(self) -> None:
        """Write it with where the room is now; all else comes over the live channel."""
        config = {
            "state": self.settings["feed"].state,
            "words": {one: shown_words(one) for one in LANGUAGES},
            "language": self.language,
            "theme": self.get_query_argument("theme", ""),
        }
        page = _pages.get_template("wall.html")
        self.set_header("Cache-Control", "no-store")
        self.write(
            page.render(
                lang=self.language,
                w=words(self.language),
                asset=lambda name: theme.asset_url(name, PREFIX),
                config=dump(config),
            )
        )


class Live(WebSocketMixin, WebSocketHandler, JupyterHandler):
    """The live channel of the shell and of every page with a kernel."""

    def set_default_headers(self) -> None:
        """Set none: this is no page."""

    @property
    def feed(self) -> Feed:
        """Where the room is."""
        found: Feed = self.settings["feed"]
        return found

    @ws_authenticated
    async def get(self, *given: Any, **named: Any) -> None:
        """Open the channel to somebody with the token."""
        await super().get(*given, **named)

    def open(self, *_given: Any, **_named: Any) -> None:
        """Say which run this is and where the room is."""
        super().open()
        self.tell({"is": "hello", "start": START})
        self.beat()
        self.feed.listeners.add(self.beat)

    def on_close(self) -> None:
        """Let the page go."""
        self.feed.listeners.discard(self.beat)
        super().on_close()

    def beat(self) -> None:
        """Tell where the room is, or that its line is gone."""
        self.tell({"is": "state", "line": self.feed.line, "state": self.feed.state})

    def tell(self, message: dict[str, Any]) -> None:
        """Send one message, without waiting."""
        try:
            self.write_message(json.dumps(message))
        except WebSocketClosedError:
            self.feed.listeners.discard(self.beat)

    async def on_message(self, message: str | bytes) -> None:
        """Answer the one question a page asks: whether its kernels live."""
        try:
            asked = json.loads(message[:2000])["kernels"]
            kernels = [one for one in asked if isinstance(one, str)][:MOST_ASKED]
        except (ValueError, LookupError, TypeError):
            return
        gone = [one for one in kernels if await self.kernel_manager.is_gone(one)]
        if gone:
            self.tell({"is": "gone", "kernels": gone})


class Qr(Guarded):
    """The way into the room as a picture."""

    async def get(self) -> None:
        """Draw it: black on white also in a dark room."""
        import segno  # noqa: PLC0415 - only needed when a code is drawn

        join = (self.settings["feed"].state or {}).get("join")
        if not join or not join["address"]:
            raise HTTPError(404)
        code = segno.make(f"http://{join['address']}/?k={join['code']}", error="m")
        self.set_header("Content-Type", "image/svg+xml")
        self.set_header("Cache-Control", "no-store")
        picture = io.BytesIO()
        code.save(picture, kind="svg", border=3, light="#fff", dark="#0B1B1F", omitsize=True)
        self.write(picture.getvalue())
