"""My page: what one person has written over the days, to read, to print and to take home."""

from __future__ import annotations

from workshops import exercises, pieces
from workshops.room import paper
from workshops.room.pages import Page


class Mine(Page):
    """The reader's own page; for nobody else."""

    def get(self) -> None:
        """Show it."""
        if self.person is None:
            self.redirect("/")
            return
        found = pieces.pieces(self.hall.store, self.person.id, self.language)
        first, rest = pieces.in_order(found)
        cards = [(one, exercises.DAYS.index(one.day) + 1) for one in paper.cards()]
        self.show("mine", person=self.person, first=first, rest=rest, cards=cards)
