"""What a phone takes home of a sheet: one file that a colleague who was not there can use."""

from __future__ import annotations

from tornado.web import HTTPError

from workshops import exercises, fields, theme
from workshops.binding import Binding
from workshops.methods import Refused
from workshops.room.pages import Page
from workshops.words import words

KIT = ("ui_", "refused_", "room_two", "alone_")
"""The kit's words that an instrument may say."""


class Take(Page):
    """One's own sheet, or the table's, as a file that stands alone."""

    def get(self, wanted: str, whose: str) -> None:
        """Send the file; only somebody with a seat gets it, and only their own."""
        if self.person is None:
            self.redirect("/")
            return
        try:
            exercise = exercises.exercise(wanted)
            binding = Binding(self.hall.store, exercise, self.person, self.hall.is_open)
            value = fields.tree(binding.sheet("group" if whose == "group" else "me").fields)
        except (LookupError, Refused) as nothing:
            raise HTTPError(404) from nothing
        if not exercise.settings.get("file"):  # only what can be used alone is given as a file
            raise HTTPError(404)
        own = exercise.words[self.language]
        title = str(value.get("meeting") or own["title"])
        # A running meeting belongs to the room it runs in; the file begins afresh.
        value.pop("live", None)
        kit = {key: text for key, text in words(self.language).items() if key.startswith(KIT)}
        page = theme.alone(
            exercise.instruments["group"][0],
            value,
            words=kit | own,
            options={**exercise.options("individual"), "locale": self.language, "stage": "alone"},
            title=title,
        )
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Content-Disposition", f'attachment; filename="{exercise.id}.html"')
        self.finish(page)
