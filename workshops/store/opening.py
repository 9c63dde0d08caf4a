"""Which store is meant here: the room's, the data folder's, or one for this hour only."""

from __future__ import annotations

import json
import os
from pathlib import Path

from workshops.store import Declined, Store

ROOM, TOKEN = "LAERINGSDAGE_ROOM", "LAERINGSDAGE_TOKEN"
DATA = "LAERINGSDAGE_DATA"
DATABASE = "LAERINGSDAGE_DATABASE"

FILE = "laeringsdage.sqlite3"
ROOM_FILE = "room.json"
KEY_FILE = "secret.key"
KIT = Path(__file__).resolve().parents[2]
FOLDERS = ("anonymous", "backups", "exports")


def open_store() -> Store:
    """Give the store of this process: the room that started it, or else a temporary one."""
    room, token = os.environ.get(ROOM), os.environ.get(TOKEN)
    if room and token:
        from workshops.store.client import RoomClient  # noqa: PLC0415 - one of two is needed

        return RoomClient(room, token)
    from workshops.store.temporary import TemporaryStore  # noqa: PLC0415 - loads SQLAlchemy

    return TemporaryStore()


def open_data(folder: Path | None = None) -> Store:
    """Give the store of a data folder: the room that runs on it, or else its database."""
    folder = data_folder(folder)
    return running_room(folder) or open_database(folder)


def open_database(folder: Path | None = None) -> Store:
    """Open the database of a data folder; the room does this, and commands while no room runs."""
    from workshops.store.database import DatabaseStore  # noqa: PLC0415 - loads SQLAlchemy

    folder = data_folder(folder)
    return DatabaseStore(os.environ.get(DATABASE) or folder / FILE, folder)


def running_room(folder: Path) -> Store | None:
    """Give the client of the room that runs on a data folder, if one answers."""
    from workshops.store.client import RoomClient  # noqa: PLC0415 - only when it is asked for

    try:
        told = json.loads((folder / ROOM_FILE).read_text(encoding="utf-8"))
        room = RoomClient(told["room"], told["token"], patience=0.5)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    try:
        room.last()
    except Declined:  # it fell without cleaning up, or another program has its port now
        room.close()
        return None
    return room


def data_folder(folder: Path | None = None) -> Path:
    """Give the data folder, made if need be, for its owner only, and never inside the kit."""
    if folder is None:
        named = os.environ.get(DATA)
        folder = Path(named) if named else _usual()
    folder = folder.expanduser().absolute()
    if folder.resolve().is_relative_to(KIT):
        raise Declined("refused_data_in_kit", folder=str(folder))
    try:
        for one in (folder, *(folder / name for name in FOLDERS)):
            one.mkdir(mode=0o700, parents=True, exist_ok=True)
            one.chmod(0o700)
    except OSError:
        raise Declined("refused_folder", folder=str(folder)) from None
    return folder


def _usual() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415 - only without a folder of one's own

    return user_data_path("laeringsdage", appauthor=False)
