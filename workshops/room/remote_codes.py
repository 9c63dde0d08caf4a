"""The code that makes a phone the remote: offered by the desk, taken once, withdrawn at will."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta

from workshops.programme.plan import moment
from workshops.store import Event, Store

VALID = timedelta(minutes=10)
"""How long a code may wait to be scanned."""
A_DAY = 1
"""Days a phone stays a remote; tomorrow it takes a new code."""


def offer(store: Store, day: str) -> None:
    """Make a new code; the one before it opens nothing any more."""
    store.mark("remote", day, {"key": secrets.token_urlsafe(16)}, who="desk")


def withdraw(store: Store, day: str) -> None:
    """Take the remote from every phone that has it."""
    store.mark("remote", day, {"key": None}, who="desk")


def offered(store: Store) -> Event | None:
    """Give the offer that waits for its phone."""
    offers = store.events("remote")
    newest = offers[-1] if offers else None
    fresh = newest and newest.value["key"] and datetime.now(UTC) - moment(newest.at) < VALID
    return newest if fresh and newest and newest.id not in _taken(store) else None


def phones(store: Store) -> int:
    """Give how many phones have the remote."""
    return len(_allowed(store))


def take(store: Store, key: str) -> str | None:
    """Take the code for one phone, and give what its cookie holds; None for a code that is void."""
    offer = offered(store)
    if offer is None or not secrets.compare_digest(offer.value["key"].encode(), key.encode()):
        return None
    mine = secrets.token_hex(8)
    # Two phones at once: one key, so the store keeps one of the two rows and tells both which.
    kept = store.mark(
        "remote_used", str(offer.id), mine, who="remote", key=f"remote-used-{offer.id}"
    )
    return f"{offer.id}.{mine}" if kept.value == mine else None


def is_remote(store: Store, cookie: str) -> bool:
    """Say whether a phone with this cookie may press."""
    return cookie in _allowed(store)


def _allowed(store: Store) -> set[str]:
    gone = max((one.id for one in store.events("remote") if not one.value["key"]), default=0)
    used = _taken(store).items()
    now = datetime.now(UTC)
    return {
        f"{offer}.{event.value}"
        for offer, event in used
        if offer > gone and now - moment(event.at) < timedelta(days=A_DAY)
    }


def _taken(store: Store) -> dict[int, Event]:
    return {int(one.subject): one for one in store.events("remote_used")}
