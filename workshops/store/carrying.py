"""Carrying: the whole memory as one file, to be kept elsewhere or moved to another machine.

A zip of the database and of the key the seats are signed with, so that phones and code cards go on
working where it is unpacked. With a passphrase it is sealed. Open anonymous questions are never
in it: they are in no database.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from workshops.store import Declined, Store
from workshops.store.opening import FILE, KEY_FILE, KIT
from workshops.store.sealing import fitting, is_sealed, seal, unseal

OPEN, SEALED = ".zip", ".locked"
LARGEST = 2 * 1024**3
"""Bytes a database may have when it is unpacked: far above ours, far below a trap."""

_SQLITE = b"SQLite format 3\0"
_KEY = re.compile(rb"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Contents:
    """What a copy holds; a plain copy of the database has no key."""

    database: bytes
    key: bytes | None


def carry(store: Store, data: Path, to: Path | None = None, passphrase: str = "") -> Path:
    """Write a copy with all that another machine needs, read it back, and give its path.

    It works while the room runs; `to` is a folder, on a stick for instance.
    """
    folder = (to or data / "backups").expanduser().absolute()
    if folder.resolve().is_relative_to(KIT):
        raise Declined("refused_copy_in_kit", folder=str(folder))
    if passphrase:
        fitting(passphrase)
    database = store.backup()
    try:
        key = data / KEY_FILE
        contents = Contents(database.read_bytes(), key.read_bytes() if key.exists() else None)
        whole = _packed(contents)
        if passphrase:
            whole = seal(whole, passphrase)
        file = folder / f"{database.stem}{SEALED if passphrase else OPEN}"
        write(file, whole)
        same = unpack(file, passphrase) == contents
    except (OSError, Declined):
        same = False
    if not same:
        raise Declined("refused_backup_failed", folder=str(folder))
    return file


def unpack(file: Path, passphrase: str = "") -> Contents:
    """Give what a copy holds, whatever kind of ours it is; nothing is written."""
    try:
        whole = file.read_bytes()
        if is_sealed(whole):
            whole = unseal(whole, passphrase)
        if whole.startswith(_SQLITE):
            beside = file.with_suffix(".key")
            return Contents(whole, _checked(beside.read_bytes()) if beside.exists() else None)
        if zipfile.is_zipfile(io.BytesIO(whole)):
            return _unzipped(file, whole)
    except OSError:
        raise Declined("refused_copy_unread", file=str(file)) from None
    except (ValueError, RuntimeError, EOFError, zipfile.BadZipFile, zlib.error):
        raise Declined("refused_copy_broken", file=str(file)) from None
    raise Declined("refused_copy_unknown", file=str(file))


def _packed(contents: Contents) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(FILE, contents.database)
        if contents.key is not None:
            packed.writestr(KEY_FILE, contents.key)
    return whole.getvalue()


def _unzipped(file: Path, whole: bytes) -> Contents:
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        names = packed.namelist()
        if FILE not in names:
            raise Declined("refused_copy_unknown", file=str(file))
        if any(one.file_size > LARGEST for one in packed.infolist()):
            raise ValueError("too large")
        key = _checked(packed.read(KEY_FILE)) if KEY_FILE in names else None
        return Contents(packed.read(FILE), key)


def _checked(key: bytes) -> bytes:
    if not _KEY.fullmatch(key):
        raise ValueError("no key")
    return key


def write(file: Path, whole: bytes) -> None:
    """Put a file on the disk, all or nothing."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = file.with_name(file.name + ".part")
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as out:
            out.write(whole)
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
