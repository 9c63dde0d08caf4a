"""What one person has written over the days, piece by piece; nothing of anybody else's is in it.

The page a phone shows and the files it takes home are made of the same pieces.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workshops import exercises, fields, methods
from workshops.exercises import Exercise
from workshops.methods import Refused
from workshops.store import Sheet, Store
from workshops.words import sentence

FIRST = {
    "promise": "mine_promise",
    "try_out": "mine_trials",
    "goals": "mine_goals",
    "check_out": "mine_lines",
}
"""Methods that stand in full at the top, and the heading they stand under."""


@dataclass(frozen=True)
class Piece:
    """What somebody wrote in one exercise: its day, its sections, and who else sees it."""

    exercise: Exercise
    title: str
    day: str
    answer: Any
    sections: list[dict[str, Any]]
    seen_by: str  # a word: mine_private, mine_group, mine_plenary

    @property
    def method(self) -> str:
        """The method's name."""
        return self.exercise.method


Headed = tuple[str, str, list[Piece]]
"""A heading's word, the method it is for, and the pieces below it."""


def pieces(store: Store, participant: str, language: str) -> list[Piece]:
    """Give what a participant has written, day by day."""
    found = []
    for one in exercises.exercises():
        sheet = store.mine(one.id, participant)
        answer, sections = _read(one, sheet, language)
        if sections:
            number = exercises.DAYS.index(one.day) + 1
            day = sentence("mine_day", language, n=number)
            title = one.words[language]["title"]
            found.append(Piece(one, title, day, answer, sections, _seen_by(sheet)))
    return found


def in_order(found: list[Piece]) -> tuple[list[Headed], list[Piece]]:
    """Give what stands at the top under headings of its own, and the rest."""
    first = [
        (heading, method, [one for one in found if one.method == method])
        for method, heading in FIRST.items()
    ]
    rest = [one for one in found if one.method not in FIRST]
    return [headed for headed in first if headed[2]], rest


def _read(one: Exercise, sheet: Sheet, language: str) -> tuple[Any, list[dict[str, Any]]]:
    try:
        answer = one.answer.parse(fields.tree(sheet.fields))
    except Refused:  # an older shape: better a page without it than no page
        return None, []
    sections: list[dict[str, Any]] = methods.find(one.method).page(answer, one.words[language])
    return answer, sections


def _seen_by(sheet: Sheet) -> str:
    widest = [one for one in ("plenary", "group") if one in sheet.shared]
    return f"mine_{widest[0]}" if widest else "mine_private"
