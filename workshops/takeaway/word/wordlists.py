"""Lists in Word: bullets and numbers as Word knows them, each numbered list beginning at one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from workshops.takeaway.word import wordml

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

BULLETS, NUMBERS = 901, 902
"""Our two definitions; the template's own begin at nought."""
INDENT = 360
"""Twentieths of a point."""


def begin(document: Document, *, ordered: bool) -> int:
    """Begin a list and give its number; every numbered one counts afresh."""
    numbering = document.part.numbering_part.element
    _define(numbering)
    taken = [int(one.get(qn("w:numId"))) for one in numbering.findall(qn("w:num"))]
    number = max(taken, default=0) + 1
    wanted = NUMBERS if ordered else BULLETS
    made = wordml.element("num", numId=number)
    made.append(wordml.element("abstractNumId", val=wanted))
    if ordered:
        afresh = wordml.element("lvlOverride", ilvl=0)
        afresh.append(wordml.element("startOverride", val=1))
        made.append(afresh)
    numbering.append(made)
    return number


def number(line: Paragraph, of: int) -> None:
    """Make a paragraph an item of a list."""
    properties = line._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - no word for it
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = of


def _define(numbering: Any) -> None:
    known = {int(one.get(qn("w:abstractNumId"))) for one in numbering.iter(qn("w:abstractNum"))}
    if BULLETS in known:
        return
    first = numbering.find(qn("w:num"))
    for wanted, kind, text in ((BULLETS, "bullet", "•"), (NUMBERS, "decimal", "%1.")):
        made = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{wanted}">'
            '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{INDENT}" w:hanging="{INDENT}"/></w:pPr></w:lvl>'
            "</w:abstractNum>"
        )
        if first is not None:
            first.addprevious(made)  # definitions stand before what uses them
        else:
            numbering.append(made)
