"""Plenary: what the wall shows of an exercise – the picture, the groups' lines, one group's map.

It shows only what the store's verbs `unnamed` and `released` give, and follows them live.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from workshops import fields, figures, methods, questions, twins
from workshops.plenary_spots import Shown, Spots, shown
from workshops.store import Entry, Event
from workshops.words import words as kit_words

if TYPE_CHECKING:
    from ipywidgets import Widget

    from workshops.exercises import Exercise
    from workshops.store import Store

SOON = 0.15
"""Seconds in which changes are gathered into one redraw: from tap to wall stays well under one."""

PREFIXES = ("plenary_", "ui_group", "ui_show", "ui_unclear", "bars_", "matrix_")
"""The kit-wide words these instruments use."""


def plenary_view(exercise: Exercise, store: Store, language: str = "da") -> Widget:
    """Give what the wall shows of an exercise, following the store."""
    kind = methods.find(exercise.method).plenary([])["kind"]
    # Our dashboards say where they serve plotly.js; without that the chart takes JupyterLab's.
    plotly_url = os.environ.get("LAERINGSDAGE_PLOTLY", "")
    if kind == "arrows":
        wall: Any = Wall(exercise, store, language, plotly_url)
    elif kind in (*figures.OF_GROUPS, *figures.OF_PEOPLE):
        from workshops.plenary_pictures import Pictures  # noqa: PLC0415 - as below

        wall = Pictures(exercise, store, language, plotly_url)
    else:
        from workshops.plenary_lines import Lines  # noqa: PLC0415 - it builds on this module

        wall = Lines(exercise, store, language, kind)
    wall.refresh()
    store.watch(wall.heard)
    return wall.box


def gathered(
    exercise: Exercise, store: Store, words: dict[str, str]
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Give the exercise's plain plenary and, by group, {table, value, rows} in these words."""
    method, answer = methods.find(exercise.method), exercise.answer
    without_names = store.unnamed(exercise.id, exercise.unnamed, exercise.apart)
    if exercise.anonymous:
        without_names = questions.pooled(store, exercise)
    plain = method.plenary([answer.parse(fields.tree(one)) for one in without_names])
    groups = []
    for sheet in store.released(exercise.id):
        value = exercise.for_all(fields.tree(sheet.fields))
        rows = figures.rows_in_words(method.plenary([answer.parse(value)]), words)
        groups.append({"table": sheet.subject.removeprefix("g:"), "value": value, "rows": rows})
    return plain, groups


# ── the wall ─────────────────────────────────────────────────────────────────
class Wall:
    """The instruments on the wall for one exercise; `box` holds them."""

    def __init__(self, exercise: Exercise, store: Store, language: str, plotly_url: str) -> None:
        self.exercise, self.store = exercise, store
        self.presses, self.last_press = list[dict[str, Any]](), 0
        self.arrows: dict[str, list[float]] = {}
        self.shown, self.view = Shown(), ""
        self.soon = gatherer(self.refresh)
        kit = {key: text for key, text in kit_words(language).items() if key.startswith(PREFIXES)}
        self.words = kit | {"view": kit["ui_show"]} | exercise.words[language]
        self.options = exercise.options("plenary") | {"locale": language, "readonly": True}
        self.chart, self.lines, self.switch = self._made(plotly_url)
        self.spots = Spots(self._spot)
        self.title, self.map = self.spots.pairs[0]
        self.box = _box(self.chart, self.lines, self.spots.box, self.switch)
        self.chart.observe(self._lift, "value")
        self.switch.observe(self._turn, "value")

    def _made(self, plotly_url: str) -> tuple[Any, ...]:
        own = {"locale": self.options["locale"]}
        views = {"field": "view", "kind": "choice", "options": ["arrows", "lines"]}
        switch = own | {"fields": [views | {"word": "plenary", "bare": True}]}
        return (
            self._picture(plotly_url),
            made("quotes", words=self.words, options=own | self._heads()),
            made("field_sheet", words=self.words, options=switch),
        )

    def _picture(self, plotly_url: str) -> Any:
        options = {"locale": self.options["locale"], "plotly_url": plotly_url}
        return made("chart", words=self.words, options=options)

    def _spot(self) -> tuple[Any, Any]:
        one = {"locale": self.options["locale"], "one": True}
        sheet = self.exercise.shown_sheet[0]
        return (
            made("quotes", words=self.words, options=one),
            made(sheet, words=self.words, options=self.options),
        )

    def _heads(self) -> dict[str, Any]:
        words = self.words
        plain = methods.find(self.exercise.method).plenary([])
        return {
            "heading": words["plenary_table"],
            "heads": [words[one] for one in figures.heads_of(plain)],
            "empty": words.get("plenary_table_empty", words["plenary_empty"]),
        }

    def heard(self, one: Entry | Event) -> None:
        """Redraw soon when something the wall shows has changed; called from any thread."""
        if isinstance(one, Event):
            relevant = one.kind == "run" or questions.is_about(one, self.exercise.id)
        else:
            shared = one.field in ("@plenary", "@held") or one.subject.startswith("g:")
            relevant = one.exercise == self.exercise.id and shared
        if relevant:
            self.soon()

    def refresh(self) -> None:
        """Show what the store gives now."""
        for event in self.store.events("run", self.last_press):
            self.last_press = event.id
            if event.subject == self.exercise.day:
                self.presses.append(event.value)
        plain, groups = gathered(self.exercise, self.store, self.words)
        self.shown = shown(self.presses)
        drawn = self._draw(plain, groups)
        quoted = [{"table": one["table"], "rows": one["rows"]} for one in groups if one["rows"]]
        set_trait(self.lines, "value", {"groups": quoted})
        spotlight = self.spots.show(groups, self.shown.table, self.shown.beside)
        self._choose(drawn, bool(quoted), spotlight)

    def _draw(self, plain: dict[str, Any], groups: list[dict[str, Any]]) -> bool:  # noqa: ARG002 - a picture may be made of the sheets
        """Draw the picture; say whether there is anything in it."""
        self.arrows = {
            figures.uid_of(one["from"], one["to"]): [*one["from"], *one["to"]]
            for one in plain["arrows"]
        }
        words, count = self.words, len(plain["arrows"])
        lifted = self.shown.lifted if self.shown.lifted in self.arrows else None
        keys = {"ring": "invited", "arrow": "wished", "lifted": "lifted", "dot": "stayed"}
        told = {
            "heading": words["plenary_title"],
            "eyebrow": words["plenary_count"].format(n=count) if count else "",
            "key": [{"mark": mark, "word": words[f"key_{word}"]} for mark, word in keys.items()],
            "empty": [] if count else [words["plenary_empty"], words["plenary_too_few"]],
            "twin": twins.twin(plain, words),
            "pickable": True,
            "lifted": lifted,
        }
        set_trait(self.chart, "options", self.chart.options | told)
        set_trait(self.chart, "value", figures.figure(plain, words, lifted))
        return count > 0

    def _choose(self, picture: bool, lines: bool, spotlight: bool) -> None:
        view = self.shown.view or ("lines" if lines and not picture else "arrows")
        spot = self.box.children[2]
        _display(self.chart, not spotlight and view != "lines")
        _display(self.lines, not spotlight and view == "lines")
        _display(spot, spotlight)
        _display(self.switch, picture and lines and not spotlight)
        self.view = "" if spotlight else view
        set_trait(self.switch, "value", {"view": self.view})

    # ── what somebody does at the wall becomes a press, like those of the desk ──
    def _lift(self, change: dict[str, Any]) -> None:
        value = change["new"]
        if "picked" in value:
            place = str(value["picked"] or "").split("_again")[0]
            self._press({"button": "lift", "arrow": self.arrows.get(place)})

    def _turn(self, change: dict[str, Any]) -> None:
        view = change["new"].get("view")
        if view and view != self.view:
            self._press({"button": "view", "view": view})

    def _press(self, value: dict[str, Any]) -> None:
        self.store.mark("run", self.exercise.day, value, "wall")
        self.soon()


def made(instrument: str, **traits: Any) -> Any:
    """Give a new instrument by its name; widget libraries are heavy and loaded here only."""
    name = "".join(part.title() for part in instrument.split("_"))
    return getattr(import_module(f"widgets.{instrument}"), name)(**traits)


def _box(chart: Widget, lines: Widget, spots: Widget, switch: Widget) -> Widget:
    import ipywidgets as ipw  # noqa: PLC0415 - heavy, and the room imports this package

    switch.layout.margin, switch.layout.width = "0 auto 0 0", "auto"
    switch.add_class("views")
    return ipw.VBox(
        (chart, lines, spots, switch), layout=ipw.Layout(width="100%", overflow="visible")
    )


def gatherer(act: Callable[[], None]) -> Callable[[], None]:
    """Give a call, safe from any thread, that runs `act` once for many calls within `SOON`."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:  # no kernel, so nobody is looking
        return lambda: None
    waiting: list[asyncio.TimerHandle] = []

    def run() -> None:
        waiting.clear()
        act()

    def wait() -> None:
        if not waiting:
            waiting.append(loop.call_later(SOON, run))

    def call() -> None:
        loop.call_soon_threadsafe(wait)

    return call


def set_trait(widget: Any, trait: str, value: Any) -> None:
    """Set a trait if that changes anything."""
    if getattr(widget, trait) != value:
        setattr(widget, trait, value)


def _display(widget: Any, on: bool) -> None:
    widget.layout.display = None if on else "none"
