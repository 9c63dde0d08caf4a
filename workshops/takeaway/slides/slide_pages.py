"""The slides of a deck, one after the other: what lies where, in the order it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.oxml import parse_xml

from workshops.takeaway import paper
from workshops.takeaway.gathered import legible
from workshops.takeaway.slides import slide_plots, slide_shapes, slide_tables, slideml
from workshops.takeaway.slides.slide_master import (
    BODY,
    FRONT_BELOW,
    LAYOUTS,
    LEFT,
    LOCALES,
    SPACES,
    TITLE,
    Place,
)
from workshops.takeaway.slides.slide_text import SHORT, Column, titled
from workshops.takeaway.slides.slideml import Said, paragraphs
from workshops.words import sentence, words

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck

    from workshops.takeaway.pictures.drawing import Drawing
    from workshops.takeaway.slides.slide_charts import Chart

LONGEST = 300
"""Letters of a title: beyond that it is none."""
BADGE = 12.0
_SPOKEN = {"da": MSO_LANGUAGE_ID.DANISH, "en": MSO_LANGUAGE_ID.ENGLISH_UK}


class Pages:
    """A deck under construction: what stands at the foot, in the margin and in the notes."""

    def __init__(self, deck: Deck, language: str) -> None:
        self.deck = deck
        self.language = language
        self.foot = ""
        self.notes: list[str] = []
        self.sign: tuple[Drawing, str] | None = None
        self.titles: set[str] = set()
        self.free = ""
        self.hard_to_read = False

    def begin(self, foot: str, notes: list[str]) -> None:
        """Begin an exercise."""
        self.foot, self.notes, self.sign = foot, notes, None

    def page(self, layout: str, title: str, part: tuple[int, int] = (1, 1)) -> Page:
        """Begin a slide; `part` is which of how many slides with this title it is."""
        title = " ".join(legible(title[:LONGEST]).split()) or words(self.language)["take_kit"]
        if part[0] == 1:
            self.free = self._free(title)
        facts = {"title": self.free, "n": part[0], "m": part[1]}
        whole = sentence("take_slides_part", self.language, **facts) if part[1] > 1 else self.free
        return Page(self, layout, whole)

    def _free(self, title: str) -> str:
        """Give a title that no slide has: a screen reader goes from title to title."""
        free, number = title, 1
        while free in self.titles:
            number += 1
            free = f"{title} · {number}"
        self.titles.add(free)
        return free


class Page:
    """One slide: its shapes as XML, its charts, and what the speaker reads."""

    def __init__(self, pages: Pages, layout: str, title: str) -> None:
        self.pages, self.layout, self.title = pages, layout, title
        self.locale = LOCALES[pages.language]
        self.number = 2
        self.shapes: list[str] = []
        self.plots: list[tuple[Chart, Place, str]] = []
        self.told: list[str] = []
        self.outlined = False
        self._head()

    def _head(self) -> None:
        kind = "ctrTitle" if self.layout == "front" else "title"
        own = self.layout in ("front", "divider")
        size = 0.0 if own and len(self.title) < 120 else titled(self.title)
        said = Said(self.title, paper.KIT, 0 if size == 28 else size, bold=True)
        if self.layout == "divider":
            said = Said(self.title, paper.KIT, size, bold=True, ink=paper.PAPER)
        text = paragraphs([said], self.locale)
        self.add(slideml.holder(self.next(), kind, 0, self.title, text))
        if self.pages.sign and not own:
            badge, name = self.pages.sign
            where = (LEFT - BADGE - 4.5, TITLE[1] + (TITLE[3] - BADGE) / 2)
            self.draw(badge, where, BADGE / badge.width, (name, name))

    def next(self) -> int:
        """Give the next free number of a shape."""
        self.number += 1
        return self.number - 1

    def add(self, shape: str) -> None:
        """Lay a shape on top; it is read after those before it."""
        self.shapes.append(shape)

    def draw(
        self, drawing: Drawing, at: tuple[float, float], scale: float, told: tuple[str, str]
    ) -> None:
        """Lay a drawing on top; `told` is its name and its words."""
        shape, self.number = slide_shapes.shapes(drawing, at, scale, self.number, told, self.locale)
        self.add(shape)

    # ── words and tables ─────────────────────────────────────────────────────
    def below(self, said: list[Said]) -> None:
        """Write what stands below a front page's or a divider's title."""
        kind = "subTitle" if self.layout == "front" else "body"
        text = paragraphs(said, self.locale)
        self.add(slideml.holder(self.next(), kind, 1, self.title[:60], text))

    def columns(self, columns: list[Column]) -> None:
        """Write one column or two."""
        for idx, column in enumerate(columns, start=1):
            text = paragraphs(column, self.locale)
            self.add(slideml.holder(self.next(), "", idx, column[0].text[:60] or "·", text))

    def to_come(self, said: list[Said]) -> None:
        """Write what will come here, and from whom, in a dashed frame."""
        place = (LEFT, 58, FRONT_BELOW[2], 70)
        text = paragraphs(said, self.locale)
        self.add(slideml.dashed(self.next(), said[0].text[:60], place, text))

    def table(self, table: slide_tables.Table, top: float = BODY[1], title: str = "") -> None:
        """Put a table on the slide."""
        heads = ", ".join(head for head in table.heads if head)
        facts = {"title": title or self.title, "rows": len(table.rows), "heads": heads}
        told = sentence("take_slides_table", self.pages.language, **facts)
        at = (BODY[0], top)
        self.add(slide_tables.frame(table, at, self.next(), told, self.locale))

    def stack(self, placed: list[tuple[float, float, list[Said] | slide_tables.Table]]) -> None:
        """Put texts and tables below each other; the first text is what an outline shows."""
        heading = self.title
        for top, high, what in placed:
            if isinstance(what, slide_tables.Table):
                self.table(what, top, heading)
                continue
            place = (BODY[0], top, SHORT, high)
            heading, text = what[0].text, paragraphs(what, self.locale)
            if self.outlined:
                self.add(slideml.textbox(self.next(), heading[:60], place, text))
            else:
                self.outlined = True
                self.add(slideml.holder(self.next(), "", 1, heading[:60], text, place))

    def charts(self, some: list[Chart], told: list[str]) -> None:
        """Put charts beside each other, under how many they count."""
        if told:
            self.small(told[0], BODY[1] - 4)
        gap = 8.0
        wide = (BODY[2] - gap * (len(some) - 1)) / len(some)
        for number, chart in enumerate(some):
            place = (BODY[0] + number * (wide + gap), BODY[1] + 6, wide, BODY[3] - 6)
            self.plots.append((chart, place, _in_words(chart)))
        self.note(told)

    def small(self, text: str, top: float) -> None:
        """Write a quiet line across the slide."""
        line = paragraphs([Said(text, paper.KIT, 14, ink=paper.INK_2)], self.locale)
        where = (BODY[0], top, BODY[2], 8)
        self.add(slideml.textbox(self.next(), text, where, line))

    def note(self, told: list[str]) -> None:
        """Add to what the speaker reads, first of all."""
        self.told += [one for one in told if one]

    # ── the whole slide ──────────────────────────────────────────────────────
    def done(self) -> None:
        """Put the slide into the deck."""
        pages, deck = self.pages, self.pages.deck
        if self.layout not in ("front", "divider"):
            foot = paragraphs([Said(pages.foot, paper.KIT)], self.locale)
            self.add(slideml.holder(self.next(), "ftr", 11, "foot", foot))
            self.add(slideml.page_number(self.next(), 12, self.locale))
        slide = deck.slides.add_slide(deck.slide_layouts[LAYOUTS[self.layout]])
        tree = slide.shapes._spTree  # noqa: SLF001 - python-pptx adds one shape at a time
        for shape in list(tree)[2:]:
            tree.remove(shape)
        for shape in list(parse_xml(f"<p:spTree {SPACES}>{''.join(self.shapes)}</p:spTree>")):
            tree.append(shape)
        for chart, place, told in self.plots:
            slide_plots.plot(slide, chart, place, told)
        notes = [*self.told, *pages.notes]
        if notes:
            frame = slide.notes_slide.notes_text_frame
            frame.text = legible("\n".join(notes))
            for line in frame.paragraphs:
                for run in line.runs:
                    run.font.language_id = _SPOKEN[pages.language]


def _in_words(chart: Chart) -> str:
    """Give a chart as one reads it aloud."""
    told = []
    for name, values in chart.series:
        if chart.kind == "points":
            said = ", ".join(f"({x}, {y})" for x, y in values)
        else:
            pairs = zip(chart.names, values, strict=True)
            said = ", ".join(f"{label}: {value}" for label, value in pairs if value)
        told.append(f"{name}: {said}")
    return ". ".join(told)
