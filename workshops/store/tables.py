"""The three shapes as tables, and the way between a row and what the verbs give."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

from workshops.store import Declined, Entry, Event

REVISION = "0001"
"""The newest migration; a fresh database is made from `metadata` and stamped with it."""

LARGEST = 64 * 1024
"""Characters of JSON that one value may take: a backstop far above what any method allows."""

_id = BigInteger().with_variant(Integer(), "sqlite")

metadata = MetaData()

entry = Table(
    "entry",
    metadata,
    Column("id", _id, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("programme", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("exercise", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("seen", _id),
    Column("undoes", _id),
    Column("key", Text, nullable=False),
    Index("entry_key", "key", unique=True),
    Index("entry_field", "exercise", "subject", "field", "id"),
)

event = Table(
    "event",
    metadata,
    Column("id", _id, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("programme", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("key", Text, nullable=False),
    Index("event_key", "key", unique=True),
)

# No author, no device, no time: `place` is where the shuffle put the answer.
pooled = Table(
    "pooled",
    metadata,
    Column("question", Text, primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("day", Text, nullable=False),
    Column("value", Text, nullable=False),
)

# Alembic's own table, as it would make it.
stamp = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def written(value: Any) -> str:
    """Give a value as it is stored (JSON); declines what cannot be stored and read back."""
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        text.encode()
    except (TypeError, ValueError, RecursionError):
        raise Declined("refused_message") from None
    if len(text) > LARGEST:
        raise Declined("refused_size")
    return text


def plain(*texts: object, longest: int = 500) -> None:
    """Decline what cannot stand in a text column: anything but short, whole text without NUL."""
    for text in texts:
        if not isinstance(text, str) or len(text) > longest or "\0" in text:
            raise Declined("refused_message")
        try:
            text.encode()
        except UnicodeEncodeError:
            raise Declined("refused_message") from None


def shape_of(table: Table, row: Mapping[Any, Any]) -> Entry | Event:
    """Give a row of `entry` or `event` as the verbs give it; what it overtook is the ledger's."""
    if table is event:
        return Event(
            id=row["id"],
            at=row["at"],
            day=row["day"],
            kind=row["kind"],
            subject=row["subject"],
            value=json.loads(row["value"]),
            who=row["who"],
            why=row["why"],
        )
    return Entry(
        id=row["id"],
        at=row["at"],
        day=row["day"],
        exercise=row["exercise"],
        subject=row["subject"],
        author=row["author"],
        field=row["field"],
        value=json.loads(row["value"]),
        key=row["key"],
        seen=row.get("seen"),
        undoes=row.get("undoes"),
    )
