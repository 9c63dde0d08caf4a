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


@dataclass(frozen=True, slots=True)
class Person:
    """A participant as the binding needs one: who writes, under what name, at which table."""

    id: str
    alias: str = ""
    table: str = ""
    learning_group: str = ""
    code: str = ""
    roles: tuple[str, ...] = ()

    @classmethod
    def of(cls, seat: dict[str, Any], person_id: str) -> Person:
        """Give the person a seat event describes."""
        return cls(
            id=person_id,
            alias=seat.get("alias", ""),
            table=seat.get("table", ""),
            learning_group=seat.get("learning_group", ""),
            code=seat.get("code", ""),
        )

    @property
    def seat(self) -> dict[str, Any]:
        """What a seat event keeps of the person."""
        return {
            "alias": self.alias,
            "table": self.table,
            "learning_group": self.learning_group,
            "code": self.code,
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
