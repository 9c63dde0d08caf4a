"""Somebody at the door whose code card is nearly right: the trainer may say yes."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

from workshops.programme.plan import moment
from workshops.store import Event, Store

VALID = timedelta(minutes=10)
"""How long a question at the door and the yes to it are good for."""


def ask_in(store: Store, person: str) -> str:
    """Write down that somebody asks for a person's seat; give the question's secret name."""
    asking = secrets.token_urlsafe(12)
    store.mark("asking", f"p:{person}", asking, who="door")
    return asking


def let_in(store: Store, asking: str) -> None:
    """Write down the trainer's yes."""
    for event in _fresh(store.events("asking")):
        if event.value == asking:
            store.mark("let_in", event.subject, asking, who="desk")


def seat_for(store: Store, asking: str) -> str | None:
    """Give the participant whose seat the trainer has opened to this question."""
    answered = [one for one in _fresh(store.events("let_in")) if one.value == asking]
    return answered[-1].subject.removeprefix("p:") if answered else None


def waiting(store: Store) -> list[dict[str, Any]]:
    """Give the questions without an answer: {asking, alias}, oldest first, one for each seat."""
    answered = {one.value for one in store.events("let_in")}
    seats = {one.subject: one.value for one in store.events("seat")}
    newest = {
        one.subject: one for one in _fresh(store.events("asking")) if one.value not in answered
    }
    return [
        {"asking": one.value, "alias": seats.get(subject, {}).get("alias", "")}
        for subject, one in newest.items()
    ]


def _fresh(events: list[Event]) -> list[Event]:
    now = datetime.now(UTC)
    return [one for one in events if now - moment(one.at) < VALID]
