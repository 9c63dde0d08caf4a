"""An exercise as a sheet of paper to be written on by hand, before a day or instead of a phone."""

from __future__ import annotations

from tornado.web import HTTPError

from workshops import exercises
from workshops.room.pages import Page

LINES = {"line": 1, "text": 4}
"""How many ruled lines a field has on paper."""
STEPS = range(11)
"""0, 1, …, 10: what a line is marked with."""


def cards() -> list[exercises.Exercise]:
    """Give the exercises that have a card to fill in by hand, in the order of the days."""
    return [one for one in exercises.exercises() if one.settings.get("paper")]


class Paper(Page):
    """One empty card. It holds nobody's words, so nobody needs a seat to print it."""

    def get(self, wanted: str) -> None:
        """Show it; only an exercise whose settings say `paper` has one."""
        try:
            one = exercises.exercise(wanted)
        except LookupError as nothing:
            raise HTTPError(404) from nothing
        if not one.settings.get("paper"):
            raise HTTPError(404)
        scales = one.settings.get("scales", [])
        fields = [(field["field"], LINES.get(field["kind"], 1)) for field in one.sheet]
        self.show(
            "paper",
            said=one.words[self.language],
            day=exercises.DAYS.index(one.day) + 1,
            first=[scale["text"] for scale in scales if "text" in scale],
            steps=STEPS,
            scales=[scale["field"] for scale in scales if "field" in scale],
            fields=fields,
        )
