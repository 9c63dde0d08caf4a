"""What all answers of the dashboards have in common: host check, token, a sentence on failing."""

from __future__ import annotations

from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError

from workshops.words import LANGUAGES, sentence


class Guarded(JupyterHandler):
    """No token, no answer; and the token does not stay in the address."""

    async def prepare(self) -> None:  # type: ignore[override]
        """Check host and token; touch the xsrf cookie that lets a left page end its kernel."""
        await super().prepare(_redirect_to_login=False)
        if self.current_user is None:
            raise HTTPError(403)
        _ = self.xsrf_token
        if self.request.method == "GET" and "token" in self.request.query_arguments:
            pairs = self.request.query.split("&")
            rest = "&".join(pair for pair in pairs if not pair.startswith("token="))
            self.redirect(f"{self.request.path}?{rest}".rstrip("?"))

    def write_error(self, status_code: int, **_given: Any) -> None:
        """Say what happened in one sentence, never how."""
        word = {403: "wall_no_token", 404: "wall_not_found"}.get(status_code, "wall_went_wrong")
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish("\n".join(sentence(word, one) for one in LANGUAGES))

    @property
    def language(self) -> str:
        """The language asked for, Danish if none."""
        asked = self.get_query_argument("lang", "da")
        return asked if asked in LANGUAGES else "da"


class Nothing(Guarded):
    """Everything that is not listed."""

    async def get(self, *_path: str) -> None:
        """Say so."""
        raise HTTPError(404)

    head = post = put = patch = delete = get


class Alive(Guarded):
    """The process says that it is there."""

    async def get(self) -> None:
        """Answer with how many kernels run."""
        self.set_header("Cache-Control", "no-store")
        self.finish({"kernels": len(self.kernel_manager.list_kernel_ids())})


class Desk(Guarded):
    """The short way to the trainer's page."""

    async def get(self) -> None:
        """Go there."""
        self.redirect(f"/voila/render/desk/cockpit.ipynb?{self.request.query}".rstrip("?"))
