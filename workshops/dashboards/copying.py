"""The copies on the readiness page: taken, looked at, and brought back at the next start.

One thing at a time, each beside the loop. A copy is brought back in two presses: the first says
what is in it, and only what was seen so can be brought.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshops.readiness import said, spoken_date, spoken_size, spoken_time
from workshops.store import Declined, Store
from workshops.words import LANGUAGES

if TYPE_CHECKING:
    from workshops.store.inspecting import Copy

Beside = Callable[[str, Callable[[], object]], None]
"""Does a piece of work beside the loop, under a name."""

LOCKED = ".locked"
KINDS = (".sqlite3", ".zip", LOCKED)
"""How the names of copies end."""
_CLOCK = re.compile(r"laeringsdage-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)")


class Copies:
    """The copies of one data folder; without one there is nothing to copy."""

    def __init__(self, store: Store, data: Path | None, beside: Beside) -> None:
        self.store, self.data = store, data
        self.busy: str | None = None
        self._beside = beside
        self._copied: dict[str, Any] | None = None
        self._found: dict[str, Any] = {"copies": [], "waiting": None}
        self._seen: tuple[str, Path, str, Copy] | None = None

    def refresh(self) -> None:
        """See what is on the disk; not on a kernel's loop."""
        if self.data:
            self._found = {"copies": found(self.data / "backups"), "waiting": waiting(self.data)}

    def told(self) -> dict[str, Any]:
        """Give what the page shows of them; never a passphrase."""
        seen = {"file": self._seen[0], **contents(self._seen[3])} if self._seen else None
        return {"busy": self.busy, "copied": self._copied, "seen": seen, **self._found}

    def take(self, to: str, passphrase: str, then: Callable[[], object]) -> None:
        """Begin to take a copy, here or into a folder; `then` comes when it is whole."""
        data = self._free()
        folder = Path(to).expanduser() if to else None
        if folder and not folder.is_dir():
            raise Declined("ready_copy_no_folder", folder=to)

        def work() -> None:
            self._copied = _taken(self.store, data, folder, passphrase)
            self.refresh()
            then()

        self._begin("copy", work)

    def see(self, file: str, passphrase: str) -> None:
        """Begin to read a copy from end to end: one of those found, by its name, or any path."""
        data = self._free()
        named = file.strip().strip('"')  # as Windows copies a path
        if not named:
            raise Declined("ready_bring_pick")
        own = any(named == one["file"] for one in found(data / "backups"))
        path = data / "backups" / named if own else Path(named).expanduser()
        self._seen = None

        def work() -> None:
            from workshops.store.inspecting import look  # noqa: PLC0415 - loads SQLAlchemy

            self._seen = (file, path, passphrase, look(path, data, passphrase))

        self._begin("see", work)

    def bring(self) -> None:
        """Begin to put by what was seen, for the next start."""
        data, seen = self._free(), self._seen
        if seen is None:
            raise Declined("ready_bring_pick")
        _, path, passphrase, _ = seen

        def work() -> None:
            from workshops.store.restoring import prepare  # noqa: PLC0415 - as above

            prepare(path, data, passphrase)
            self.refresh()
            self._seen = None

        self._begin("bring", work)

    def cancel(self) -> None:
        """Let nothing wait for the next start."""
        from workshops.store.restoring import cancel  # noqa: PLC0415 - as above

        cancel(self._free())
        self._seen = None
        self.refresh()

    def _free(self) -> Path:
        if self.data is None:
            raise Declined("ready_copy_alone")
        if self.busy:
            raise Declined("ready_copy_busy")
        return self.data

    def _begin(self, what: str, work: Callable[[], object]) -> None:
        self.busy = what

        def whole() -> None:
            try:
                work()
            finally:
                self.busy = None

        self._beside(what, whole)


def _taken(store: Store, data: Path, folder: Path | None, passphrase: str) -> dict[str, Any]:
    if folder is None:
        file, name = store.backup(), None
    else:
        from workshops.store.carrying import carry  # noqa: PLC0415 - cryptography is heavy

        file = carry(store, data, folder, passphrase)
        name = file.name
    return {"name": name, "say": said("ready_copy_done", file=file)}


def found(folder: Path) -> list[dict[str, Any]]:
    """Give the copies in a folder, newest first."""
    kept = []
    for file in folder.iterdir() if folder.is_dir() else ():
        with suppress(FileNotFoundError):  # a new copy may take an old one away meanwhile
            if file.suffix in KINDS and file.is_file():
                kept.append((_made(file), file.name, file.stat().st_size))
    return [
        {
            "file": name,
            "locked": name.endswith(LOCKED),
            "when": _when(made),
            "size": {one: spoken_size(size)(one) for one in LANGUAGES},
        }
        for made, name, size in sorted(kept, reverse=True)
    ]


def contents(copy: Copy) -> dict[str, Any]:
    """Give what a copy is, for the page."""
    written = _when(datetime.fromisoformat(copy.written)) if copy.written else None
    return {
        "people": copy.people,
        "sheets": copy.sheets,
        "written": written or said("ready_bring_never"),
        "older": copy.older,
    }


def waiting(data: Path) -> dict[str, Any] | None:
    """Give what waits for the next start, whoever let it."""
    from workshops.store.restoring import pending  # noqa: PLC0415 - loads SQLAlchemy

    copy = pending(data)
    return contents(copy) if copy else None


def _made(file: Path) -> datetime:
    """Give when a copy was made: by its name, for deleting somebody's data rewrites the file."""
    told = _CLOCK.match(file.name)
    with suppress(ValueError):
        if told:
            return datetime.strptime(told[1], "%Y-%m-%dT%H-%M-%S").astimezone()
    return datetime.fromtimestamp(file.stat().st_mtime).astimezone()


def _when(moment: datetime) -> dict[str, str]:
    local = moment.astimezone()
    return said("ready_bring_when", date=spoken_date(local.date()), time=spoken_time(local))
