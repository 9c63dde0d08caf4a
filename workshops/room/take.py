"""What a phone takes home: one's own page, one's group's sheets, a poster, a date."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tornado.web import HTTPError

from workshops import exercises, fields, pieces, theme
from workshops.binding import Binding
from workshops.exercises import Exercise
from workshops.identity import Person
from workshops.methods import Refused
from workshops.room.pages import Page
from workshops.store import Declined, Sheet, Store
from workshops.takeaway.names import slug
from workshops.words import sentence, words

if TYPE_CHECKING:
    from workshops.takeaway.document import Document

KIT = ("ui_", "refused_", "room_two", "alone_")
"""The kit's words that an instrument may say."""


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PRINTED = {"docx": WORD, "pdf": "application/pdf"}
"""What any document of ours can be printed as."""


class Taking(Page):
    """What every file that is taken home has in common."""

    def sheet(self, person: Person, exercise: Exercise, whose: str) -> Sheet:
        """Give the sheet that the reader's own binding opens: nobody asks for another's by name."""
        binding = Binding(self.hall.store, exercise, person, self.hall.is_open)
        return binding.sheet("group" if whose == "group" else "me")

    async def printed(self, make: Callable[..., Document], kind: str, *given: Any) -> None:
        """Send a document as Word or PDF; all of it is made in a thread, and the room goes on."""
        store, language = self.hall.store, self.language

        def work() -> tuple[bytes, str]:
            document = make(store, language, *given)
            return _print(document, kind), document.title

        content, title = await asyncio.to_thread(work)
        await self.send(content, PRINTED[kind], "attachment", f"{slug(title)}.{kind}")

    async def send(self, content: bytes, of_type: str, place: str, name: str) -> None:
        """Send a file under a name of ours."""
        self.set_header("Content-Type", of_type)
        self.set_header("Content-Disposition", f'{place}; filename="{name}"')
        await self.finish(content)


class Take(Taking):
    """One's own sheet, or the table's, as a file."""

    async def get(self, wanted: str, whose: str, kind: str) -> None:
        """Send the file; only somebody with a seat gets it, and only their own."""
        if self.person is None:
            self.redirect("/")
            return
        try:
            exercise = exercises.exercise(wanted)
            sheet = self.sheet(self.person, exercise, whose)
        except (LookupError, Refused, Declined) as nothing:
            raise HTTPError(404) from nothing
        if kind in exercise.settings.get("files", ()):
            await self._made(exercise, sheet, kind)
        elif whose == "group" and kind in PRINTED and _has_group(exercise):
            await self.printed(_sheet_of, kind, exercise, sheet)
        else:
            raise HTTPError(404)

    async def _made(self, exercise: Exercise, sheet: Sheet, kind: str) -> None:
        """Send what an exercise has of its own: a file that works alone, a poster, a date."""
        content_type, place, make = KINDS[kind]
        # In a thread: the first file loads a library, and the room goes on meanwhile.
        secret = self.settings["cookie_secret"]
        content = await asyncio.to_thread(make, exercise, sheet, self.language, secret)
        if content is None:
            self.show("sorry", 404, why=sentence("room_take_no_date", self.language))
            return
        name = slug(_title(exercise, sheet, self.language))
        await self.send(content, content_type, place, f"{name}.{kind}")


class TakeDay(Taking):
    """What the reader's own group has made today: its front page, then each sheet."""

    async def get(self, kind: str) -> None:
        """Send it; only to somebody who sits at a table."""
        if self.person is None:
            self.redirect("/")
            return
        if not self.person.table:
            raise HTTPError(404)
        there = [one for one in exercises.exercises(self.hall.state.day) if _has_group(one)]
        sheets = [(one, self.sheet(self.person, one, "group")) for one in there]
        await self.printed(_day_of, kind, sheets)


class TakeMine(Taking):
    """The reader's own page as a file."""

    async def get(self, kind: str) -> None:
        """Send it to the one who wrote it."""
        if self.person is None:
            self.redirect("/")
            return
        address = f"http://{self.request.host}/return?c={self.person.code}"
        await self.printed(_mine_of, kind, self.person, address)


def _has_group(exercise: Exercise) -> bool:
    return bool(exercise.instruments.get("group"))


def _sheet_of(store: Store, language: str, exercise: Exercise, sheet: Sheet) -> Document:
    from workshops.takeaway.own import own_group  # noqa: PLC0415 - what draws, only for a file

    return own_group.sheet_of(own_group.of_sheet(store, exercise, sheet, language))


def _day_of(store: Store, language: str, sheets: list[tuple[Exercise, Sheet]]) -> Document:
    from workshops.takeaway.own import own_group  # noqa: PLC0415 - what draws, only for a file

    several = [own_group.of_sheet(store, one, sheet, language) for one, sheet in sheets]
    return own_group.day_of(several, language)


def _mine_of(store: Store, language: str, person: Person, address: str) -> Document:
    from workshops.takeaway.own import own  # noqa: PLC0415 - what draws, only for a file

    return own.page(person, pieces.pieces(store, person.id, language), language, address)


def _print(document: Document, kind: str) -> bytes:
    if kind == "pdf":
        from workshops.takeaway.pdf import press  # noqa: PLC0415 - typst, only for a PDF

        return press.pressed(document)
    from workshops.takeaway.word import worded  # noqa: PLC0415 - python-docx, only for Word

    return worded.printed(document)


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
    from workshops.takeaway.word import poster  # noqa: PLC0415 - python-docx, only for a poster

    return poster.of_sheet(exercise, sheet, language)


def _dates(exercise: Exercise, sheet: Sheet, language: str, secret: str) -> bytes | None:
    from workshops.takeaway import calendar  # noqa: PLC0415 - icalendar, only for a date

    return calendar.of_sheet(exercise, sheet, language, secret)


def _title(exercise: Exercise, sheet: Sheet, language: str) -> str:
    return str(sheet.fields.get("meeting") or exercise.words[language]["title"])


Make = Callable[[Exercise, Sheet, str, str], bytes | None]
KINDS: dict[str, tuple[str, str, Make]] = {
    "html": ("text/html; charset=utf-8", "attachment", _alone),
    "docx": (WORD, "attachment", _poster),
    # Not as an attachment: a phone then asks at once whether it should go in the calendar.
    "ics": ("text/calendar; charset=utf-8", "inline", _dates),
}
"""The files there are: what a browser is told they are, and what makes them."""
