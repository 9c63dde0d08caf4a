"""My page: what one person has written over the days, to read and to print; for nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workshops import exercises, fields, methods
from workshops.methods import Refused
from workshops.room.pages import Page
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
    """What somebody wrote in one exercise: its title, its day, its sections, who else sees it."""

    method: str
    title: str
    day: str
    sections: list[dict[str, Any]]
    seen_by: str  # a word: mine_private, mine_group, mine_plenary


def pieces(store: Store, participant: str, language: str) -> list[Piece]:
    """Give what a participant has written, day by day; nothing of anybody else's is in it."""
    found = []
    for one in exercises.exercises():
        sheet = store.mine(one.id, participant)
        sections = _sections(one, sheet, language)
        if sections:
            number = exercises.DAYS.index(one.day) + 1
            day = sentence("mine_day", language, n=number)
            title = one.words[language]["title"]
            found.append(Piece(one.method, title, day, sections, _seen_by(sheet)))
    return found


def _sections(one: exercises.Exercise, sheet: Sheet, language: str) -> list[dict[str, Any]]:
    try:
        answer = one.answer.parse(fields.tree(sheet.fields))
    except Refused:  # an older shape: better a page without it than no page
        return []
    found: list[dict[str, Any]] = methods.find(one.method).page(answer, one.words[language])
    return found


def _seen_by(sheet: Sheet) -> str:
    widest = [one for one in ("plenary", "group") if one in sheet.shared]
    return f"mine_{widest[0]}" if widest else "mine_private"


class Mine(Page):
    """The reader's own page."""

    def get(self) -> None:
        """Show it."""
        if self.person is None:
            self.redirect("/")
            return
        found = pieces(self.hall.store, self.person.id, self.language)
        first = [
            (heading, method, [one for one in found if one.method == method])
            for method, heading in FIRST.items()
        ]
        self.show(
            "mine",
            person=self.person,
            first=[(heading, method, some) for heading, method, some in first if some],
            rest=[one for one in found if one.method not in FIRST],
        )
