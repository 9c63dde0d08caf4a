"""The temporary store: the same memory, in memory only, for one person who has just the folder."""

from __future__ import annotations

from workshops.store.database import DatabaseStore
from workshops.store.engine import MEMORY


class TemporaryStore(DatabaseStore):
    """A database that is gone with the process; it writes no file and has no backup."""

    def __init__(self) -> None:
        super().__init__(MEMORY, None)
