"""Who is here: a participant without an account, a code for the room, a card for coming back."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from workshops.methods import Refused, cleaned

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""31 letters and digits that nobody mistakes on a wall: no 0 O, 1 I L."""

ALIAS_MOST = 30
TABLES = tuple(str(number) for number in range(1, 11))
"""The tables of the room; the look has ten shapes for them."""
AREAS = ("", "daycare", "school", "leisure")
"""Where somebody works (dagtilbud, skole, fritid); empty when nobody has said."""
ROLES = ("participant", "working_group", "trainer")


@dataclass(frozen=True, slots=True)
class Person:
    """A participant as the binding needs one: who writes, under what name, at which table."""

    id: str
    alias: str = ""
    table: str = ""
    learning_group: str = ""
    code: str = ""
    area: str = ""
    district: str = ""
    role: str = ROLES[0]
    absent: bool = False
    device: bool = True
    """Somebody has come in on this seat; until then whoever bears the name may take it."""
    gone: bool = False
    """Taken off the list: the row stays, so that it can be undone."""

    @classmethod
    def of(cls, seat: dict[str, Any], person_id: str) -> Person:
        """Give the person a seat event describes."""
        area, role = seat.get("area"), seat.get("role")
        return cls(
            id=person_id,
            alias=seat.get("alias", ""),
            table=seat.get("table", ""),
            learning_group=seat.get("learning_group", ""),
            code=seat.get("code", ""),
            area=area if area in AREAS else "",
            district=seat.get("district", ""),
            role=role if role in ROLES else ROLES[0],
            absent=seat.get("absent") is True,
            device=seat.get("device") is not False,
            gone=seat.get("gone") is True,
        )

    @property
    def seat(self) -> dict[str, Any]:
        """What a seat event keeps of the person."""
        return {
            "alias": self.alias,
            "table": self.table,
            "learning_group": self.learning_group,
            "code": self.code,
            "area": self.area,
            "district": self.district,
            "role": self.role,
            "absent": self.absent,
            "device": self.device,
            "gone": self.gone,
        }


def new_id() -> str:
    """Give a participant id: eight hex digits that say nothing."""
    return secrets.token_hex(4)


def new_join_code() -> str:
    """Give the six characters that open the room."""
    return "".join(secrets.choice(LETTERS) for _ in range(6))


def join_code(typed: str) -> str:
    """Give what somebody typed as a join code is written: capitals, no gaps."""
    return re.sub(r"[^A-Z0-9]", "", typed.upper())[:12]


def alias(typed: str) -> str:
    """Give a name or initials as it is kept; `refused_alias` when there is nothing to call by."""
    try:
        kept = " ".join(str(cleaned(typed)).split())
    except ValueError:
        raise Refused("refused_alias") from None
    if not 1 <= len(kept) <= ALIAS_MOST:
        raise Refused("refused_alias", most=ALIAS_MOST)
    return kept


def called(name: str) -> str:
    """Give a name as names are compared: small letters, single gaps, no points or hyphens."""
    return " ".join(re.sub(r"[.,\-’'()]", " ", name).casefold().split())


def unclaimed(name: str, people: list[Person]) -> Person | None:
    """Give the seat on the list that waits for somebody of this name; never one of two alike.

    The whole name is looked for first. A first name will do when only one person on the list has
    it: that is what most people type.
    """
    typed = called(name)
    for match in (called, _first_name):
        alike = [one for one in people if not one.gone and match(one.alias) == typed]
        waiting = [one for one in alike if not one.device]
        if len(waiting) == 1 and (match is called or len(alike) == 1):
            return waiting[0]
        if alike:
            return None
    return None


def is_near(name: str, people: list[Person]) -> bool:
    """Say whether a seat waits for somebody whose name is nearly this one."""
    typed = called(name)
    waiting = [called(one.alias) for one in people if not (one.device or one.gone)]
    return any(
        typed in one.split() or SequenceMatcher(None, typed, one).ratio() >= 0.8 for one in waiting
    )


def _first_name(alias: str) -> str:
    return called(alias).partition(" ")[0]


def new_card(taken: set[str]) -> str:
    """Give a code card nobody else has: two Danish words and a number."""
    while True:
        first, second = secrets.choice(card_words()), secrets.choice(card_words())
        card = f"{first}-{second}-{secrets.randbelow(90) + 10}"
        if first != second and card not in taken:
            return card


def card(typed: str) -> str:
    """Give a code card as it is written, whatever gaps and capitals were typed."""
    return "-".join(re.findall(r"[a-zæøå]+|\d+", typed.lower()))[:60]


def near_cards(typed: str, known: list[str]) -> list[str]:
    """Give the cards that somebody may have meant; proposing is all they are good for."""
    wanted = card(typed)
    like = [(SequenceMatcher(None, wanted, one).ratio(), one) for one in known]
    return [one for ratio, one in sorted(like, reverse=True)[:1] if ratio >= 0.85]


def card_words() -> list[str]:
    """Give the words cards are made of: short, without æ ø å, heard alike by everyone."""
    return (Path(__file__).parent / "card_words.txt").read_text(encoding="ascii").split()
