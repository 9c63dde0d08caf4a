"""What the wall shows of an exercise without a picture: lines without names, or the groups' lines.

As in `plenary`, it shows only what the store's verbs `unnamed` and `released` give.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshops import figures
from workshops.plenary import PREFIXES, gathered, gatherer, made, set_trait
from workshops.plenary_spots import Spots, shown
from workshops.store import Entry, Event
from workshops.words import words as kit_words

if TYPE_CHECKING:
    from ipywidgets import Widget

    from workshops.exercises import Exercise
    from workshops.store import Store


SHEET = "field_sheet"


class Lines:
    """The one instrument on the wall for one exercise; `box` is it."""

    def __init__(self, exercise: Exercise, store: Store, language: str, kind: str) -> None:
        self.exercise, self.store, self.kind = exercise, store, kind
        self.soon = gatherer(self.refresh)
        kit = {key: text for key, text in kit_words(language).items() if key.startswith(PREFIXES)}
        self.words = kit | exercise.words[language]
        instrument = "quotes" if kind == "groups" else "quote_wall"
        self.lines: Widget = made(instrument, words=self.words, options={"locale": language})
        self.spots = self._spots(language)
        self.box: Widget = _box(self.lines, self.spots.box) if self.spots else self.lines

    def _spots(self, language: str) -> Spots | None:
        """Give room for a group's drawn sheet; one of fields only has nothing its lines lack."""
        shown_sheet = self.exercise.shown_sheet if self.kind == "groups" else [SHEET]
        if shown_sheet[0] == SHEET:
            return None
        options = self.exercise.options("plenary") | {"locale": language, "readonly": True}
        return Spots(
            lambda: (
                made("quotes", words=self.words, options={"locale": language, "one": True}),
                made(shown_sheet[0], words=self.words, options=options),
            )
        )

    def heard(self, one: Entry | Event) -> None:
        """Redraw soon when something shared has changed; called from any thread."""
        if isinstance(one, Event):
            relevant = one.kind == "run"
        else:
            shared = one.field in ("@plenary", "@held") or one.subject.startswith("g:")
            relevant = one.exercise == self.exercise.id and shared
        if relevant:
            self.soon()

    def refresh(self) -> None:
        """Show what the store gives now."""
        plain, groups = gathered(self.exercise, self.store, self.words)
        if self.kind == "groups":
            self._groups(plain, groups)
        else:
            self._lines(plain)

    def _lines(self, plain: dict[str, Any]) -> None:
        words, count = self.words, figures.count_of(plain)
        # What is never shown says so in one sentence; what comes also says from how many on.
        waits = ["plenary_empty", *(["plenary_too_few"] if self.exercise.unnamed else [])]
        told = {
            "heading": words["plenary_title"],
            "eyebrow": words["plenary_count"].format(n=count) if count else "",
            "empty": [] if count else [words[one] for one in waits],
        }
        set_trait(self.lines, "options", self.lines.options | told)
        set_trait(self.lines, "value", {"lines": plain.get("lines", [])})

    def _groups(self, plain: dict[str, Any], groups: list[dict[str, Any]]) -> None:
        words = self.words
        told = {
            "heading": words["plenary_title"],
            "heads": [words[one] for one in figures.heads_of(plain)],
            "empty": words["plenary_empty"],
        }
        presses = [one.value for one in self.store.events("run")]
        wanted = shown(presses)
        spots = (wanted.table, wanted.beside)
        chosen = [one for one in groups if one["table"] in spots] or groups
        quoted = [{"table": one["table"], "rows": one["rows"]} for one in chosen if one["rows"]]
        set_trait(self.lines, "options", self.lines.options | told)
        set_trait(self.lines, "value", {"groups": quoted})
        if self.spots:
            lit = self.spots.show(groups, *spots)
            self.lines.layout.display = "none" if lit else None
            self.spots.box.layout.display = None if lit else "none"


def _box(*parts: Widget) -> Widget:
    import ipywidgets as ipw  # noqa: PLC0415 - heavy, and the room imports this package

    return ipw.VBox(parts, layout=ipw.Layout(width="100%", overflow="visible"))
