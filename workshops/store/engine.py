"""The way to the file: how a database is opened so that «saved» means on the disk."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, StaticPool, create_engine, event, make_url

from workshops.store import Declined

PATIENCE = 10.0
"""Seconds to wait for a file that another program holds (a virus scanner, a sync client)."""

MEMORY = "sqlite://"


def address(where: str | Path) -> URL:
    """Give the address of a database: a path is an SQLite file, anything with :// a URL."""
    if isinstance(where, str) and "://" in where:
        return make_url(where)
    return URL.create("sqlite", database=str(where))


def file_of(url: URL) -> Path | None:
    """Give the SQLite file of an address; None for memory and for other databases."""
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        return None
    return Path(str(url.database))


def journal_mode(version: tuple[int, int, int]) -> str:
    """Give the journal that is safe with this SQLite.

    WAL can lose a database before 3.51.3, but for the mended 3.50.7 and 3.44.6. The rollback
    journal is truncated, not deleted: with synchronous=FULL its end is then synced as well, so
    that a power cut right after a commit does not bring the old journal, and the old rows, back.
    """
    mended = {(3, 50): 7, (3, 44): 6}.get(version[:2])
    safe = version >= (3, 51, 3) or (mended is not None and version[2] >= mended)
    return "WAL" if safe else "TRUNCATE"


def bare(url: URL) -> Engine:
    """Give an engine that changes nothing by opening: for a look at what is there."""
    return _create(url, poolclass=NullPool)


def open_engine(url: URL, wait: float = PATIENCE) -> Engine:
    """Give the engine the store works with."""
    if url.get_backend_name() != "sqlite":
        engine = _create(url, pool_size=1, pool_pre_ping=True)
        event.listen(engine, "begin", _alone)
        return engine
    arguments = {"timeout": wait, "check_same_thread": False}
    if file_of(url) is None:
        engine = _create(url, poolclass=StaticPool, connect_args=arguments)
    else:
        engine = _create(url, pool_size=1, connect_args=arguments)
    event.listen(engine, "connect", _durable)
    event.listen(engine, "begin", _immediate)
    return engine


def vacuum(engine: Engine) -> None:
    """Rewrite the database without what was deleted."""
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        if isinstance(raw, sqlite3.Connection):
            raw.execute("VACUUM")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        apart = connection.execution_options(isolation_level="AUTOCOMMIT")
        apart.exec_driver_sql("VACUUM FULL")


def _create(url: URL, **options: Any) -> Engine:
    try:
        return create_engine(
            url, hide_parameters=True, **options
        )  # people's words are not for logs
    except ModuleNotFoundError as missing:
        raise Declined("refused_no_driver", driver=missing.name) from None


def _durable(raw: sqlite3.Connection, _record: object) -> None:
    # sqlite3 must not open transactions of its own: each of ours begins IMMEDIATE, below.
    raw.isolation_level = None
    version = tuple(int(part) for part in sqlite3.sqlite_version.split("."))
    raw.execute(f"PRAGMA journal_mode={journal_mode((version[0], version[1], version[2]))}")
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("PRAGMA secure_delete=ON")
    raw.execute("PRAGMA temp_store=MEMORY")


def _immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _alone(connection: Connection) -> None:
    # What BEGIN IMMEDIATE is for a file: one writer at a time, so that ids come in commit order.
    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(20261123)")
