"""A notebook from the shelf as a live page, and the end of its kernel when the page is left."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from uuid import uuid4

from jupyter_server.services.kernels.handlers import KernelHandler
from tornado.web import HTTPError
from voila.tornado.handler import TornadoVoilaHandler

from workshops import exercises, theme
from workshops.dashboards.guarded import Guarded
from workshops.dashboards.sent import PREFIX
from workshops.dashboards.shelf import face, shelf, with_kit
from workshops.theme.page import links
from workshops.words import LANGUAGES, sentence, words

PATIENCE = 9
"""So many silent stretches (http_keep_alive_timeout), and a page that draws nothing is given up."""
ALSO = {
    "ui_individual", "ui_group", "ui_plenary", "ui_stage", "ui_join_code", "ui_timer", "ui_roles",
    "ui_theory_card", "ui_case_card", "ui_exercise", "ui_next_step", "ui_next", "ui_back",
    "round", "pause_write", "walk_talk", "time_next",
}  # fmt: skip
"""The glossary's words that shell and frames use beside the wall's own."""
ASKED = ("title", "task", "title_group", "task_group")
"""What the big screen says of an exercise while people work."""


class Notebook(Guarded, TornadoVoilaHandler):
    """One notebook from the shelf, live."""

    kernel_id: str | None = None
    address = ""

    def initialize(self, content: Path, data: Path, plotly: str, static: str, **given: Any) -> None:
        """Remember where things lie, and the addresses that carry a version."""
        super().initialize(**given)
        self.content = content
        self.data = data
        self.plotly = plotly
        self.static = static
        self.page_config_hook = self._page_config

    async def get(self, path: str = "") -> None:
        """Write the page as it comes; give up on one that draws nothing."""
        if path not in shelf(self.content):
            raise HTTPError(404)
        self.address, self.kernel_id = path, str(uuid4())
        silent = 0
        async for html in self.get_generator(path=path):
            silent = silent + 1 if "voila_heartbeat" in html else 0
            if silent == PATIENCE:
                self.log.error("%s", sentence("wall_page_stuck", "da", page=path))
                self.write(f'<p class="sorry">{sentence("wall_part_failed", self.language)}</p>')
                break
            if not silent:
                self.write(html)
                self.flush()

    def on_connection_close(self) -> None:
        """End the kernel of a page that was left before it was drawn."""
        super().on_connection_close()
        self.kernel_manager.parent.later(self.kernel_manager.end(self.kernel_id))

    @property
    def face(self) -> str:
        """The face asked for, or the one the notebook's place says."""
        asked = self.get_query_argument("face", "")
        return asked if asked in ("wall", "desk") else face(self.address)

    def kernel_env(self) -> dict[str, str]:
        """Give what the page's kernel must know beside the room's address and token."""
        return {
            "LAERINGSDAGE_FACE": self.face,
            "LAERINGSDAGE_LANGUAGE": self.language,
            "LAERINGSDAGE_PLOTLY": self.plotly,
            "LAERINGSDAGE_DATA": str(self.data),
            # A kernel begins in its notebook's folder; the kit may be a checkout beside it.
            "PYTHONPATH": with_kit(os.environ.get("PYTHONPATH", "")),
        }

    def _page_config(self, config: dict[str, Any], **_given: Any) -> dict[str, Any]:
        surface = {"wall": "screen", "desk": "desk"}[self.face]
        file = shelf(self.content)[self.address]
        calls = {call for part in theme.parts(file) for call, _ in part.get("calls", ())}
        extensions = [(one["name"], one["load"]) for one in config["federated_extensions"]]
        here = {
            "surface": surface,
            "folder": str(file.parent),
            "language": self.language,
            "sorry": sentence("wall_part_failed", self.language),
            "plotly": self.plotly if surface == "screen" and "plenary" in calls else "",
            "config": {
                "words": {one: shown_words(one) for one in LANGUAGES},
                "exercises": asked(file),
            },
            "early": [
                f"/voila/labextensions/{name}/{load.lstrip('./')}" for name, load in extensions
            ],
            **links(surface, PREFIX),
        }
        own = {"baseUrl": self.base_url, "kernelId": self.kernel_id, "fullStaticUrl": self.static}
        return {**config, **own, "here": here}


class Leave(Guarded):
    """A page says that it is being left."""

    async def post(self, kernel_id: str) -> None:
        """End its kernel."""
        await self.kernel_manager.end(kernel_id)
        self.set_status(204)


class KernelModel(KernelHandler):
    """The page's front end looks its kernel up; it may not end it this way."""

    async def delete(self, kernel_id: str) -> None:
        """Refuse."""
        raise HTTPError(405, kernel_id)


def shown_words(language: str) -> dict[str, str]:
    """Give the words that the shell and the frames need."""
    said = words(language).items()
    return {key: text for key, text in said if key.startswith(("wall_", "db_")) or key in ALSO}


def asked(notebook: Path) -> dict[str, Any]:
    """Give what the exercises of a notebook ask, in both languages, and which are anonymous."""
    wanted = {one for part in theme.parts(notebook) for _, one in part.get("calls", ())}
    found = [exercises.exercise(one) for one in sorted(wanted)]
    return {
        one.id: {
            "anonymous": one.anonymous,
            **{name: _asked(said) for name, said in one.words.items()},
        }
        for one in found
    }


def _asked(said: dict[str, str]) -> dict[str, str]:
    return {key: said[key] for key in ASKED if key in said}
