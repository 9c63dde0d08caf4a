"""The XML of a slide: placeholders, text, a drawing as shapes one can take apart, a table.

Every text goes through `legible` and is escaped here: what people wrote is never markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from workshops.takeaway import paper
from workshops.takeaway.gathered import legible
from workshops.takeaway.slides.slide_master import FIELD, Place, around, at

THEMED = {
    paper.INK: "tx1", paper.INK_2: "tx2", paper.PAPER: "bg1", paper.FJORD: "accent1",
    paper.AMBER: "accent2",
}  # fmt: skip
"""Colours that follow a template somebody lays over the deck; a group's colour never does."""
FACES = {paper.KIT: "+mj-lt", paper.VOICE: "+mn-lt"}
SURE = 1.33
"""Lines of the kit's voice, in sizes: so high are they in the font that stands in for ours."""
SPOKEN = 1.42
"""The same of people's voice."""


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph; `above` in points. Empty `ink` and size 0 are what the layout has."""

    text: str
    face: str = paper.VOICE
    size: float = 0
    bold: bool = False
    ink: str = ""
    above: float = 0

    @property
    def high(self) -> float:
        """How high a line is, in sizes."""
        return SPOKEN if self.face == paper.VOICE else SURE


def colour(ink: str) -> str:
    """Give a fill; a colour of the theme follows the theme."""
    if ink in THEMED:
        return f'<a:solidFill><a:schemeClr val="{THEMED[ink]}"/></a:solidFill>'
    return f'<a:solidFill><a:srgbClr val="{ink.lstrip("#").upper()}"/></a:solidFill>'


def named(number: int, name: str, alt: str = "") -> str:
    """Give what a shape is called, and what a screen reader says instead of it."""
    about = f" descr={quoteattr(legible(alt))}" if alt else ""
    return f'<p:cNvPr id="{number}" name={quoteattr(legible(name)[:200])}{about}/>'


def run(text: str, one: Said, locale: str) -> str:
    """Give a piece of text in the look of its paragraph."""
    size = f' sz="{round(one.size * 100)}"' if one.size else ""
    bold = ' b="1"' if one.bold else ""
    ink = colour(one.ink) if one.ink else ""
    look = f'{ink}<a:latin typeface="{FACES[one.face]}"/>'
    return (
        f'<a:r><a:rPr lang="{locale}"{size}{bold} dirty="0">{look}</a:rPr>'
        f"<a:t>{escape(text)}</a:t></a:r>"
    )


def paragraphs(said: Iterable[Said], locale: str) -> str:
    """Give paragraphs; a text's own lines become paragraphs of their own."""
    found = []
    for one in said:
        for number, line in enumerate(legible(one.text).split("\n")):
            points = round((0 if number else one.above) * 100)
            above = f'<a:spcBef><a:spcPts val="{points}"/></a:spcBef>'
            written = run(line, one, locale) if line else _nothing(one, locale)
            found.append(f"<a:p><a:pPr>{above}</a:pPr>{written}</a:p>")
    return "".join(found) or f'<a:p><a:endParaRPr lang="{locale}"/></a:p>'


def _nothing(one: Said, locale: str) -> str:
    size = f' sz="{round(one.size * 100)}"' if one.size else ""
    return f'<a:endParaRPr lang="{locale}"{size}/>'


def holder(  # noqa: PLR0913, PLR0917 - a placeholder has all of these
    number: int,
    kind: str,
    idx: int,
    name: str,
    text: str,
    place: Place | None = None,
) -> str:
    """Give a filled placeholder; without a `place` it lies where its layout has it."""
    kinds = f'type="{kind}" ' if kind else ""
    index = f'idx="{idx}"' if idx else ""
    where = at(place) if place else ""
    return (
        f'<p:sp><p:nvSpPr>{named(number, name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kinds}{index}/></p:nvPr></p:nvSpPr><p:spPr>{where}</p:spPr>"
        f"<p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>{text}</p:txBody></p:sp>"
    )


def page_number(number: int, idx: int, locale: str) -> str:
    """Give the placeholder that counts the slides."""
    field = f'<a:fld id="{FIELD}" type="slidenum"><a:rPr lang="{locale}"/><a:t>‹#›</a:t></a:fld>'
    return holder(number, "sldNum", idx, "n", f"<a:p>{field}</a:p>")


def textbox(number: int, name: str, place: Place, text: str, look: str = "") -> str:
    """Give a box of text where no placeholder is."""
    return (
        f'<p:sp><p:nvSpPr>{named(number, name)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{at(place)}{look or '<a:noFill/>'}</p:spPr><p:txBody>"
        '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle/>{text}</p:txBody></p:sp>"
    )


def dashed(number: int, name: str, place: Place, text: str) -> str:
    """Give a dashed frame around what will come."""
    look = f'<a:noFill/><a:ln w="15875">{colour(paper.EDGE)}<a:prstDash val="dash"/></a:ln>'
    box = textbox(number, name, place, text, look)
    air = 'lIns="432000" tIns="216000" rIns="432000" bIns="216000" anchor="ctr"'
    return box.replace('lIns="0" tIns="0" rIns="0" bIns="0"', air)


def group(number: int, name: str, alt: str, place: Place, shapes: str) -> str:
    """Give shapes as one group with one description."""
    return (
        f"<p:grpSp><p:nvGrpSpPr>{named(number, name, alt)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{around(place)}</p:grpSpPr>{shapes}</p:grpSp>"
    )
