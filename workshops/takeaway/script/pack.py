"""The print pack of a day: worksheets, cards, observers' sheets, signs and code cards.

Each is a document of its own, because each is printed another number of times.
"""

from __future__ import annotations

from datetime import datetime

from workshops.store import Store
from workshops.takeaway.document import Document, Leaf
from workshops.takeaway.gathered import day_name
from workshops.takeaway.script import cards, day_content, signs
from workshops.takeaway.script.worksheets import keys, worksheets
from workshops.words import words


def pack(
    day: str, language: str = "da", store: Store | None = None, address: str = ""
) -> list[Document]:
    """Give everything that is printed for a day.

    Code cards are those of this store's seats, and nobody else's; without any they are empty. With
    the room's `address` the way in has its QR code.
    """
    hung = [signs.join_sheet(address, code_of(store), language), *signs.group_signs(language)]
    leaves = {
        "worksheets": _worksheets(day, language),
        "cards": _cards(day, language),
        "observers": _observers(day, language),
        "signs": hung,
        "codes": [signs.code_cards(day_content.people(store), language)],
    }
    kit, made = words(language), datetime.now().astimezone()
    name = day_name(day, language)
    return [
        Document(f"{name} · {kit[f'script_pack_{part}']}", language, made, kit["take_kit"], some)
        for part, some in leaves.items()
        if some
    ]


def code_of(store: Store | None) -> str:
    """Give the code that opens the room; there is none before the room has run."""
    codes = store.events("code") if store else []
    return str(codes[-1].value) if codes else ""


def _worksheets(day: str, language: str) -> list[Leaf]:
    found = day_content.exercises_of(day, language)
    leaves = [leaf for one in found for leaf in worksheets(one, language)]
    return [*leaves, keys(found, language)]


def _cards(day: str, language: str) -> list[Leaf]:
    found = []
    for case in day_content.cases_of(day):
        found += [cards.case_card(case, language), cards.role_cards(case, language)]
    return found + [
        cards.deck(one, some, language) for one, some in day_content.decks(day, language)
    ]


def _observers(day: str, language: str) -> list[Leaf]:
    known = {one.id: one for one in day_content.exercises_of(day, language)}
    return [
        cards.observer_sheet(task, day, language)
        for name, task in day_content.tasks(day, language).items()
        if task.roles and "group" in known[name].instruments
    ]
