"""What a desk changes of an edition: chapters on and off, their order, examples, words of its own.

Kept as events ("handbook", by the edition's name), so that a backup and another trainer have it;
the edition's file stays as it is. The newest event holds all of it, or takes the step before
it back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from workshops.store import Declined, Store
from workshops.takeaway.handbook import wanted_lessons
from workshops.takeaway.handbook.edition import Edition, Piece
from workshops.words import LANGUAGES

KIND = "handbook"
LONGEST = 4000
"""Letters of an addition."""
NOTHING: dict[str, Any] = {"order": [], "off": [], "without": {}, "local": {}}


def edits(store: Store, name: str) -> dict[str, Any]:
    """Give what is changed of an edition now: {order, off, without, local}."""
    newest = _steps(store, name)[-1]
    return {key: newest.get(key, empty) for key, empty in NOTHING.items()}


def last(store: Store, name: str) -> str | None:
    """Give what the step was that undo takes back; None when there is none."""
    steps = _steps(store, name)
    return str(steps[-1].get("what", "")) if len(steps) > 1 else None


def keep(store: Store, name: str, changed: dict[str, Any], what: str = "") -> None:
    """Keep what is changed of an edition, and what the step was."""
    store.mark(KIND, name, {**changed, "what": what}, "desk")


def take_back(store: Store, name: str) -> None:
    """Take the last step back; Declined when there is none."""
    if last(store, name) is None:
        raise Declined("book_desk_no_change")
    store.mark(KIND, name, {"undo": True}, "desk")


def _steps(store: Store, name: str) -> list[dict[str, Any]]:
    """Give an edition step by step from untouched until now, without what was taken back."""
    steps: list[dict[str, Any]] = [{}]
    for one in store.events(KIND):
        if one.subject != name or not isinstance(one.value, dict):
            continue
        if one.value.get("undo"):
            steps[1:] = steps[1:-1]
        else:
            steps.append(one.value)
    return steps


def edited(wanted: Edition, store: Store) -> Edition:
    """Give an edition as the desk has it; Declined when every chapter is switched off."""
    now = edits(store, wanted.name)
    if now == NOTHING:
        return wanted
    kept = [one for one in arranged(wanted, now) if one.of not in now["off"]]
    if not kept:
        raise Declined("book_no_chapters", edition=wanted.name)
    return replace(wanted, pieces=tuple(_changed(one, now) for one in kept))


def arranged(wanted: Edition, now: dict[str, Any]) -> list[Piece]:
    """Give all chapters of an edition in the desk's order; a new one keeps its own place."""
    pieces = [piece for _lesson, piece in wanted_lessons(wanted, LANGUAGES[0])]
    places = {of: at for at, of in enumerate(now["order"])}
    if wanted.days:  # a chapter stays on its day
        return sorted(pieces, key=lambda one: (one.of.split("/")[0], _place(one, places, pieces)))
    return sorted(pieces, key=lambda one: _place(one, places, pieces))


def _place(one: Piece, places: dict[str, int], pieces: list[Piece]) -> float:
    """Give where a chapter stands: as chosen, or right behind the one before it in its edition."""
    before = pieces[: pieces.index(one) + 1]
    known = [places[piece.of] for piece in before if piece.of in places]
    return places[one.of] if one.of in places else (known[-1] if known else -1) + 0.5


def _changed(one: Piece, now: dict[str, Any]) -> Piece:
    without = one.without | frozenset(now["without"].get(one.of, ()))
    return replace(one, without=without, local=dict(now["local"].get(one.of, {})))
