"""A blank Word document in the look of paper: styles, language, page, header and footer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from workshops.takeaway import paper
from workshops.takeaway.phrases import lowered
from workshops.takeaway.pictures.lettering import width_of
from workshops.takeaway.word import wordfields, wordml
from workshops.words import words

if TYPE_CHECKING:
    from docx.document import Document as Opened
    from docx.section import Section
    from docx.styles.style import ParagraphStyle

GUTTER = 7.0
"""Millimetres between two columns."""
LOCALES = {"da": "da-DK", "en": "en-GB"}

_KEPT = {"Normal", "heading 1", "heading 2", "heading 3", "header", "footer"}
_KEPT |= {"Default Paragraph Font", "Normal Table", "No List"}


def blank(language: str, title: str, subject: str) -> Opened:
    """Give an empty A4 document with our styles; `title` and `subject` are what a shelf shows."""
    document = Document()
    _forget_template(document)
    _settings(document, LOCALES[language])
    _styles(document, words(language)["take_voice"])
    wordml.carry_fonts(document)
    about = document.core_properties
    about.title, about.subject, about.language = title, subject, LOCALES[language]
    about.author = about.last_modified_by = words(language)["take_kit"]
    about.comments = about.keywords = ""
    about.created = about.modified = datetime.now(UTC).replace(tzinfo=None)
    page = document.sections[0]
    page.page_width, page.page_height = Mm(paper.WIDTH), Mm(paper.HEIGHT)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(paper.MARGIN)
    page.header_distance, page.footer_distance = Mm(12), Mm(11)
    return document


def sheet(page: Section, name: str) -> None:
    """Lay a section on its paper: "a4", "a4 across" or "a3 across"."""
    width, height = paper.SHEETS[name]
    page.page_width, page.page_height = Mm(width), Mm(height)
    across = width > height
    page.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT


def head(page: Section, left: str, right: str) -> None:
    """Write the line above a section's pages; with nothing to say there is none."""
    page.header.is_linked_to_previous = False
    above = page.header.paragraphs[0]
    above.text = f"{left}\t{right}" if left or right else ""
    _reach(above, page)
    if above.text:
        _ruled(above, "bottom", 1, paper.INK, 6)


def foot(page: Section, source: str, whose: str, language: str, *, shown: bool = True) -> None:
    """Write the source below a section's pages, whose they are, and "page x of y"."""
    page.footer.is_linked_to_previous = False
    below = page.footer.paragraphs[0]
    if not shown:
        return
    _reach(below, page)
    below.style = "Footer"
    count = words(language)["take_page"]
    counted = f"{whose} · {lowered(count)}" if whose else count
    # A source as wide as the page would tear "page 3 of 9" apart: the count goes below it.
    room = page.page_width.mm - 2 * paper.MARGIN if page.page_width else paper.MEASURE
    wide = width_of(
        f"{source}  {counted} 999 {words(language)['take_of']} 999", paper.KIT, paper.TINY
    )
    below.text = f"{source}{chr(10) if wide > room else ''}\t{counted} "
    _ruled(below, "top", 0.5, paper.LINE, 7)
    wordfields.field(below, "PAGE", "1")
    below.add_run(f" {words(language)['take_of']} ")
    wordfields.field(below, "NUMPAGES", "1")


def _reach(line: Any, page: Section) -> None:
    """Let a line reach the right edge of a page that is not as wide as A4."""
    measure = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
    if measure and abs(measure - Mm(paper.MEASURE)) > Mm(1):
        stops = line.paragraph_format.tab_stops
        stops.add_tab_stop(Mm(paper.MEASURE), WD_TAB_ALIGNMENT.CLEAR)
        stops.add_tab_stop(measure, WD_TAB_ALIGNMENT.RIGHT)


def dashed(paragraph: Any) -> None:
    """Draw the dashed frame of something that is still to come."""
    _ruled(paragraph, "box", 0.75, paper.EDGE, 10)


def _ruled(paragraph: Any, edge: str, points: float, colour: str, gap: float) -> None:
    borders = wordml.element("pBdr")
    wordml.rule(borders, edge, points, colour, gap)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no borders
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _forget_template(document: Opened) -> None:
    """Take away the template's hundred styles and its picture of another document."""
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.find(qn("w:name")).get(qn("w:val")) not in _KEPT:
            styles.remove(style)
        elif (link := style.find(qn("w:link"))) is not None:
            style.remove(link)  # to a style just taken away
    rels = document.part.package.rels
    for key in [key for key, rel in rels.items() if rel.reltype.endswith("/thumbnail")]:
        del rels[key]


def _settings(document: Opened, locale: str) -> None:
    settings = document.settings.element
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    for name in ("saveSubsetFonts", "embedTrueTypeFonts"):
        settings.find(qn("w:zoom")).addnext(wordml.element(name))
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), locale)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    defaults.find(".//" + qn("w:lang")).set(qn("w:val"), locale)
    fonts = defaults.find(".//" + qn("w:rFonts"))
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), paper.KIT)


@dataclass(frozen=True, slots=True)
class Look:
    """How a style looks; sizes and distances in points."""

    size: float
    ink: str
    leading: float
    face: str = paper.KIT
    bold: bool = False
    before: float = 0
    after: float = 0
    tight: int = 0  # twentieths of a point that letters stand closer


_LOOKS = {
    "Normal": Look(paper.BODY, paper.INK, 15),
    "Title": Look(34, paper.INK, 38, bold=True, before=6, after=8, tight=12),
    "Lead": Look(paper.LEAD, paper.INK_2, 17, after=3),
    "TOC 1": Look(paper.BODY, paper.INK, 17, before=2, after=2),
    "TOC 2": Look(paper.SMALL, paper.INK_2, 14, after=1),
    "List Bullet": Look(paper.BODY, paper.INK, 15, after=3),
    "List Number": Look(paper.BODY, paper.INK, 15, after=3),
    "Heading 1": Look(paper.H1, paper.INK, 26, bold=True, before=4, after=5, tight=9),
    "Headline": Look(26, paper.INK, 31, face=paper.VOICE, before=0, after=6, tight=6),
    "Standfirst": Look(13, paper.INK_2, 18.5, face=paper.VOICE, after=4),
    "Heading 2": Look(paper.H2, paper.INK, 17, bold=True, before=12, after=3, tight=4),
    "Head": Look(paper.SMALL, paper.INK, 13, bold=True),
    "Gap": Look(1, paper.INK, 1),
    "Heading 3": Look(paper.SMALL, paper.INK, 13, bold=True, before=4, after=2),
    "Header": Look(paper.SMALL, paper.INK_2, 12),
    "Footer": Look(paper.TINY, paper.INK_3, 11),
    "Quiet": Look(paper.SMALL, paper.INK_2, 12.5),
    "Sign": Look(paper.SMALL, paper.INK, 12, after=3),
    "Group": Look(paper.BODY, paper.INK_2, 18, after=2),
}
_VOICE = Look(paper.BODY, paper.INK, 14.7, face=paper.VOICE, after=2)


def _styles(document: Opened, voice: str) -> None:
    styles = document.styles
    for name, look in (_LOOKS | {voice: _VOICE}).items():
        if name not in styles:
            styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
        _set(styles[name], look)
    for name in ("Header", "Footer", "TOC 1", "TOC 2"):
        _right_edge(styles[name])
    for name in ("Sign", "Group"):  # words stand at the middle of the sign in front of them
        centred = wordml.element("textAlignment", val="center")
        styles[name].element.get_or_add_pPr().append(centred)
    # Every page has the same title; in the list of headings the group's line tells them apart.
    styles["Group"].element.get_or_add_pPr().append(wordml.element("outlineLvl", val=1))


def _set(style: ParagraphStyle, look: Look) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = look.face, Pt(look.size), look.bold, False
    font.color.rgb = RGBColor.from_string(look.ink.removeprefix("#"))
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), look.face)
    if look.tight:
        closer = wordml.element("spacing", val=-look.tight)
        properties.insert_element_before(closer, "w:w", "w:kern", "w:position", "w:sz")
    text = style.paragraph_format
    text.space_before, text.space_after = Pt(look.before), Pt(look.after)
    # A serif's own lines stand far apart; lines with a sign in them must be free to grow.
    exact = WD_LINE_SPACING.EXACTLY if look.face == paper.VOICE else WD_LINE_SPACING.AT_LEAST
    text.line_spacing, text.line_spacing_rule = Pt(look.leading), exact
    text.keep_with_next = style.name.startswith("Heading")
    style.quick_style, style.hidden = True, False


def _right_edge(style: ParagraphStyle) -> None:
    tabs = style.element.get_or_add_pPr().find(qn("w:tabs"))
    if tabs is not None:
        tabs.getparent().remove(tabs)
    style.paragraph_format.tab_stops.add_tab_stop(Mm(paper.MEASURE), WD_TAB_ALIGNMENT.RIGHT)
