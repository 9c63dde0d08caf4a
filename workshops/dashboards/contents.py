"""Voilà's way to files, cut down to the notebooks on the shelf."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jupyter_server.services.contents.largefilemanager import LargeFileManager
from tornado.web import HTTPError

from workshops.dashboards.shelf import shelf
from workshops.theme.page import anew


class Shelf(LargeFileManager):
    """Reads the notebooks on the shelf and nothing else."""

    def _get_os_path(self, path: str) -> str:
        file = shelf(Path(self.root_dir)).get(path.strip("/"))
        if file is None:
            raise HTTPError(404)
        return str(file)

    def file_exists(self, path: str = "") -> bool:
        """Say whether a notebook is on the shelf; Voilà also asks this for pictures in Markdown."""
        return path.strip("/") in shelf(Path(self.root_dir))

    def _notebook_model(self, path: str, content: bool = True, **given: Any) -> dict[str, Any]:
        """Read a notebook as the desk words it."""
        model: dict[str, Any] = super()._notebook_model(path, content=content, **given)
        if content:
            model["content"] = anew(model["content"], path.strip("/").removesuffix(".ipynb"))
        return model

    async def save(self, *_args: Any, **_kwargs: Any) -> None:
        """Write nothing."""
        raise HTTPError(403)
