"""The case library on a phone: all cases, and one with its role cards and its scene."""

from __future__ import annotations

from workshops import cases
from workshops.exercises import DAYS
from workshops.room.pages import Page


class Cases(Page):
    """All cases, those of the day first."""

    def get(self) -> None:
        """Show them."""
        if self.person is None:
            self.redirect("/")
            return
        day = DAYS.index(self.hall.plan.day) + 1
        found = cases.cases()
        today = [one for one in found if day in one.days]
        rest = [one for one in found if day not in one.days]
        shelves = [("cases_today", today), ("cases_rest" if today else "", rest)]
        self.show("cases", shelves=[(name, some) for name, some in shelves if some])


class OneCase(Page):
    """One case; what somebody opens on it stays on the device and is kept nowhere."""

    def get(self, name: str) -> None:
        """Show it."""
        if self.person is None:
            self.redirect("/")
            return
        if not cases.is_known(name):
            self.send_error(404)
            return
        one = cases.case(name)
        self.show("case", case=one, said=one.said[self.language], lines=one.lines(self.language))
