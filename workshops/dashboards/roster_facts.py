"""What the list of participants shows, as plain JSON: words, people, cards to print."""

from __future__ import annotations

from typing import Any

from workshops.dashboards.desk_facts import drawn, qr
from workshops.identity import AREAS, ROLES, TABLES, Person
from workshops.words import LANGUAGES, words

NOTHING: dict[str, Any] = {
    "day": 1,
    "people": [],
    "known": [],
    "tables": list(TABLES),
    "areas": list(AREAS),
    "roles": list(ROLES),
    "repeats": 0,
    "met_days": 0,
    "proposal": None,
    "preview": None,
    "cards": None,
    "undo": None,
    "note": None,
}


def roster_words() -> dict[str, dict[str, str]]:
    """Give the words of the list in both languages: it changes language without a reload."""
    return {
        language: {key: word for key, word in words(language).items() if key.startswith("roster_")}
        for language in LANGUAGES
    }


def person(one: Person) -> dict[str, Any]:
    """Give a person without the code card, which opens private work: it is for the print alone."""
    seat = {key: value for key, value in one.seat.items() if key not in ("code", "gone")}
    return {"id": one.id, **seat}


def cards(people: list[Person], join: dict[str, str]) -> dict[str, Any]:
    """Give what is printed: the way in, and each participant's code card."""
    address = join.get("address", "")
    shown = [one for one in people if one.code and one.role != "trainer"]
    return {
        "address": address,
        "code": join.get("code", ""),
        "qr": qr(join),
        "cards": [
            {
                "alias": one.alias,
                "group": one.learning_group,
                "code": one.code,
                "qr": drawn(f"http://{address}/return?c={one.code}") if address else None,
            }
            for one in sorted(shown, key=lambda person: person.alias.casefold())
        ],
    }
