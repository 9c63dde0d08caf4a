"""What a press at the desk changes of an edition: each gives all that is changed, anew."""

from __future__ import annotations

from typing import Any

from workshops.store import Declined
from workshops.takeaway.gathered import legible
from workshops.takeaway.handbook import edits
from workshops.takeaway.handbook.edition import Edition, Piece
from workshops.words import LANGUAGES


def _turn(now: dict[str, Any], pieces: list[Piece], at: int, given: dict[str, Any]) -> Any:
    off = set(now["off"]) - {pieces[at].of}
    return {**now, "off": sorted(off if given.get("on") is True else off | {pieces[at].of})}


def _move(now: dict[str, Any], pieces: list[Piece], at: int, given: dict[str, Any]) -> Any:
    order = [one.of for one in pieces]
    other = at + int(given["by"])
    order[at], order[other] = order[other], order[at]
    return {**now, "order": order}


def _example(now: dict[str, Any], pieces: list[Piece], at: int, given: dict[str, Any]) -> Any:
    of, key = pieces[at].of, str(given.get("key"))[:200]
    out = set(now["without"].get(of, ())) - {key}
    kept = sorted(out if given.get("on") is True else out | {key})
    return {**now, "without": {**now["without"], of: kept}}


def _local(now: dict[str, Any], pieces: list[Piece], at: int, given: dict[str, Any]) -> Any:
    of, text, language = pieces[at].of, given.get("text"), given.get("language")
    if not isinstance(text, str) or language not in LANGUAGES:
        raise Declined("book_desk_no_change")
    if len(text) > edits.LONGEST:
        raise Declined("book_desk_too_long", n=edits.LONGEST)
    said = {**now["local"].get(of, {}), str(language): legible(text).strip()}
    return {**now, "local": {**now["local"], of: said}}


CHANGES = {"turn": _turn, "move": _move, "example": _example, "local": _local}


def may_move(wanted: Edition, pieces: list[Piece], at: int, by: object) -> bool:
    """Say whether a chapter has a neighbour there to change places with; a day keeps its own."""
    if by not in (-1, 1) or not isinstance(by, int) or not 0 <= at + by < len(pieces):
        return False
    days = [one.of.split("/")[0] for one in (pieces[at], pieces[at + by])]
    return not wanted.days or days[0] == days[1]
