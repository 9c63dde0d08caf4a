"""The method handbook at the desk in its kernel: presses become edits, a build becomes files.

What is changed of an edition is kept by `takeaway.handbook.edits`; nothing here is remembered that
a new page would miss, but for which edition it shows.
"""

from __future__ import annotations

import os
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshops.dashboards import desk_facts
from workshops.dashboards import handbook_moves as moves
from workshops.dashboards.desk import AWAY, Soon
from workshops.store import Declined, Entry, Event, Store
from workshops.takeaway import handbook
from workshops.takeaway.command import take_in
from workshops.takeaway.gathered import day_name
from workshops.takeaway.handbook import edits
from workshops.takeaway.handbook.edition import Edition
from workshops.takeaway.handbook.examples import Example
from workshops.words import LANGUAGES, sentence, words

if TYPE_CHECKING:
    from widgets.handbook_desk import HandbookDesk

FIRST = "puf"
HEARD = ("@plenary", "@handbook", "@held", edits.KIND)
"""Rows that change what may stand in a handbook."""
AGAIN = 2.0
"""Seconds until a room that did not answer is asked again."""


def book() -> HandbookDesk:
    """Show the method handbook, joined to the running room."""
    from widgets.handbook_desk import HandbookDesk  # noqa: PLC0415 - widgets only with a kernel
    from workshops import kernel  # noqa: PLC0415 - as above

    shown = HandbookDesk(words=book_words(), options={"locale": kernel.language()})
    data = os.environ.get("LAERINGSDAGE_DATA")
    BookDesk(kernel.store(), shown, Path(data) if data else None)
    return shown


def book_words() -> dict[str, dict[str, str]]:
    """Give the words of the page in both languages: it changes language without a reload."""
    return {
        language: {key: word for key, word in words(language).items() if key.startswith("book_")}
        for language in LANGUAGES
    }


class BookDesk:
    """One page of the handbook at one store."""

    def __init__(self, store: Store, shown: HandbookDesk, data: Path | None) -> None:
        self.store, self.shown, self.data = store, shown, data
        self.edition = FIRST
        self.heard = 0
        self.note: dict[str, str] | None = None
        self.busy: dict[str, Any] | None = None
        self.soon = Soon(self.refresh)
        shown.observe(self._pressed, "pressed")
        self.stop = store.watch(self._heard)
        self.refresh()

    def _heard(self, one: Entry | Event) -> None:
        """Draw anew for a yes, a no, or another desk's choice; not for all that a room writes."""
        kind = one.field if isinstance(one, Entry) else one.kind
        if kind in HEARD:
            self.soon()

    # ── what is shown ────────────────────────────────────────────────────
    def refresh(self) -> None:
        """Give the page everything anew; when the room is silent, say so and try again."""
        try:
            told = self._told()
        except Declined as no:
            word = "book_desk_gone" if no.word in AWAY else no.word
            told = {**self.shown.value, "note": _sentences(word, **no.facts)}
            self.soon.later(AGAIN)
        self.shown.value = {**told, "heard": self.heard, "busy": self.busy}

    def _told(self) -> dict[str, Any]:
        names = handbook.editions(self.data)
        wanted = handbook.edition(self.edition, self.data)
        undo = edits.last(self.store, wanted.name)
        known = [one for name in names if (one := self._known(name))]
        return {
            "edition": self.edition,
            "editions": [{"name": one.name, "title": _in_both(one.words)} for one in known],
            "chapters": self._chapters(wanted),
            "files": self._files(wanted),
            "longest": edits.LONGEST,
            "undo": None if undo is None else {"what": undo},
            "note": self.note,
        }

    def _known(self, name: str) -> Edition | None:
        """Give an edition that can be read; one that cannot is no choice."""
        try:
            return handbook.edition(name, self.data)
        except Declined:
            return None

    def _chapters(self, wanted: Edition) -> list[dict[str, Any]]:
        now = edits.edits(self.store, wanted.name)
        pieces = edits.arranged(wanted, now)
        every = replace(wanted, pieces=tuple(pieces))
        told = handbook.chapters(self.store, every, "da")
        english = [
            piece.said("title", "en") or lesson.title
            for lesson, piece in handbook.wanted_lessons(every, "en")
        ]
        return [
            {
                "of": one.piece.of,
                "day": _day(one.lesson.day) if wanted.days else None,
                "title": {"da": one.title, "en": english[at]},
                "on": one.piece.of not in now["off"],
                "first": not moves.may_move(wanted, pieces, at, -1),
                "last": not moves.may_move(wanted, pieces, at, 1),
                "examples": [_shown(example, now) for example in one.examples]
                if "examples" in one.shown
                else None,
                "local": now["local"].get(one.piece.of, {}),
            }
            for at, one in enumerate(told)
        ]

    def _files(self, wanted: Edition) -> list[dict[str, Any]]:
        """Give the files of this edition that can be fetched, in both languages."""
        names = {handbook.file_name(wanted, language) for language in LANGUAGES}
        files = desk_facts.files(self.data / "exports" if self.data else None)
        return [one for one in files if Path(one["name"]).stem in names]

    # ── presses ──────────────────────────────────────────────────────────
    def _pressed(self, change: Any) -> None:
        pressed = dict(change["new"] or {})
        number, button = pressed.pop("n", 0), str(pressed.pop("button", ""))
        self.heard = number if isinstance(number, int) else 0
        self.note = None
        try:
            own = {"edition": self._choose, "build": self._build, "undo": self._undo}.get(button)
            if own:
                own(pressed)
            else:
                self._edit(button, pressed)
        except Declined as no:
            self.note = None if no.word in AWAY else _sentences(no.word, **no.facts)
        self.refresh()

    def _choose(self, given: dict[str, Any]) -> None:
        self.edition = handbook.edition(str(given.get("name")), self.data).name

    def _undo(self, _given: dict[str, Any]) -> None:
        edits.take_back(self.store, self.edition)

    def _edit(self, button: str, given: dict[str, Any]) -> None:
        wanted = handbook.edition(self.edition, self.data)
        now = edits.edits(self.store, wanted.name)
        pieces = edits.arranged(wanted, now)
        of = str(given.get("of"))
        at = next((at for at, one in enumerate(pieces) if one.of == of), None)
        change = moves.CHANGES.get(button)
        if at is None or change is None:
            raise Declined("book_desk_no_change")
        if button == "move" and not moves.may_move(wanted, pieces, at, given.get("by")):
            raise Declined("book_desk_no_change")
        changed = change(now, pieces, at, given)
        if changed != now:
            edits.keep(self.store, wanted.name, changed, button)

    # ── what takes its time ──────────────────────────────────────────────
    def _build(self, given: dict[str, Any]) -> None:
        if self.data is None:
            raise Declined("book_desk_alone")
        if self.busy:
            return
        language = given.get("language")
        self.busy = {"done": 0, "of": 1, "what": ""}
        asked = str(language) if language in LANGUAGES else LANGUAGES[0]
        args = (self.data / "exports", asked)
        threading.Thread(target=self._work, args=args, name="handbook", daemon=True).start()

    def _work(self, out: Path, language: str) -> None:
        try:
            take_in(self.store)
            wanted = edits.edited(handbook.edition(self.edition, self.data), self.store)
            handbook.write(self.store, wanted, out, language=language, progress=self._far)
        except Declined as no:
            self.note = _sentences(no.word, **no.facts)
        except Exception:  # noqa: BLE001 - whatever a writer of files raises, the desk goes on
            self.note = _sentences("book_desk_failed")
        finally:
            self.busy = None
            self.soon()

    def _far(self, done: int, of: int, what: str) -> None:
        self.busy = {"done": done, "of": of, "what": what}
        self.soon()


def _shown(example: Example, now: dict[str, Any]) -> dict[str, Any]:
    out = {key for keys in now["without"].values() for key in keys}
    title = {language: example.of.exercise.words[language]["title"] for language in LANGUAGES}
    text = example.excerpt
    return {"key": example.key, "on": example.key not in out, "title": title, "text": text}


def _day(day: str) -> dict[str, str]:
    return {language: day_name(day, language) for language in LANGUAGES}


def _in_both(said: dict[str, dict[str, str]]) -> dict[str, str]:
    return {language: said[language]["title"] for language in LANGUAGES}


def _sentences(word: str, **given: object) -> dict[str, str]:
    return {language: sentence(word, language, **given) for language in LANGUAGES}
