"""What a phone takes home of a sheet: a file that stands alone, a poster, or a date."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from tornado.web import HTTPError

from workshops import exercises, fields, theme
from workshops.binding import Binding
from workshops.exercises import Exercise
from workshops.methods import Refused
from workshops.room.pages import Page
from workshops.store import Sheet
from workshops.takeaway.names import slug
from workshops.words import sentence, words

KIT = ("ui_", "refused_", "room_two", "alone_")
"""The kit's words that an instrument may say."""


class Take(Page):
    """One's own sheet, or the table's, as a file."""

    async def get(self, wanted: str, whose: str, kind: str) -> None:
        """Send the file; only somebody with a seat gets it, and only their own."""
        if self.person is None:
            self.redirect("/")
            return
        try:
            exercise = exercises.exercise(wanted)
            binding = Binding(self.hall.store, exercise, self.person, self.hall.is_open)
            sheet = binding.sheet("group" if whose == "group" else "me")
        except (LookupError, Refused) as nothing:
            raise HTTPError(404) from nothing
        if kind not in exercise.settings.get("files", ()):
            raise HTTPError(404)
        content_type, place, make = KINDS[kind]
        # In a thread: the first file loads a library, and the room goes on meanwhile.
        secret = self.settings["cookie_secret"]
        content = await asyncio.to_thread(make, exercise, sheet, self.language, secret)
        if content is None:
            self.show("sorry", 404, why=sentence("room_take_no_date", self.language))
            return
        name = slug(_title(exercise, sheet, self.language))
        self.set_header("Content-Type", content_type)
        self.set_header("Content-Disposition", f'{place}; filename="{name}.{kind}"')
        await self.finish(content)


def _alone(exercise: Exercise, sheet: Sheet, language: str, _secret: str) -> bytes:
    value = fields.tree(sheet.fields)
    # A running meeting belongs to the room it runs in; the file begins afresh.
    value.pop("live", None)
    kit = {key: text for key, text in words(language).items() if key.startswith(KIT)}
    return theme.alone(
        exercise.instruments["group"][0],
        value,
        words=kit | exercise.words[language],
        options={**exercise.options("individual"), "locale": language, "stage": "alone"},
        title=_title(exercise, sheet, language),
    ).encode()


def _poster(exercise: Exercise, sheet: Sheet, language: str, _secret: str) -> bytes | None:
    from workshops.takeaway import poster  # noqa: PLC0415 - python-docx, only for a poster

    return poster.of_sheet(exercise, sheet, language)


def _dates(exercise: Exercise, sheet: Sheet, language: str, secret: str) -> bytes | None:
    from workshops.takeaway import calendar  # noqa: PLC0415 - icalendar, only for a date

    return calendar.of_sheet(exercise, sheet, language, secret)


def _title(exercise: Exercise, sheet: Sheet, language: str) -> str:
    return str(sheet.fields.get("meeting") or exercise.words[language]["title"])


Make = Callable[[Exercise, Sheet, str, str], bytes | None]
KINDS: dict[str, tuple[str, str, Make]] = {
    "html": ("text/html; charset=utf-8", "attachment", _alone),
    "docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "attachment",
        _poster,
    ),
    # Not as an attachment: a phone then asks at once whether it should go in the calendar.
    "ics": ("text/calendar; charset=utf-8", "inline", _dates),
}
"""The files there are: what a browser is told they are, and what makes them."""
