"""Word's fields: page numbers, and a list of contents that leads to the headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

from workshops.takeaway.word.wordml import element

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph


def field(paragraph: Paragraph, code: str, shown: str) -> None:
    """Put a field in a paragraph ("PAGE", "NUMPAGES"); Word counts, `shown` stands until then."""
    made = element("fldSimple", instr=f" {code} ")
    run = element("r")
    text = element("t")
    text.text = shown
    run.append(text)
    made.append(run)
    paragraph._p.append(made)  # noqa: SLF001 - python-docx has no fields


def outline(paragraph: Paragraph, level: int | None) -> None:
    """Give a paragraph its place among the headings, whatever its style says; None: it is none."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no word for it
    made = element("outlineLvl", val=9 if level is None else level - 1)
    properties.insert_element_before(made, "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr")


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Name a paragraph, so that a list of contents can lead to it."""
    begin, end = element("bookmarkStart", id=number, name=name), element("bookmarkEnd", id=number)
    first = paragraph._p.find(qn("w:r"))  # noqa: SLF001 - python-docx has no bookmarks
    if first is None:
        paragraph._p.append(begin)  # noqa: SLF001 - as above
    else:
        first.addprevious(begin)
    paragraph._p.append(end)  # noqa: SLF001 - as above


def entry(paragraph: Paragraph, text: str, name: str, *, opens: int, closes: bool) -> None:
    """Write a line of a list of contents; the first `opens` it down to a level, the last closes."""
    holder = paragraph._p  # noqa: SLF001 - python-docx has no fields
    if opens:
        for part in _begun(f' TOC \\o "1-{opens}" \\h \\z \\u '):
            holder.append(part)
    link = element("hyperlink", anchor=name, history=1)
    link.append(_run(text))
    tab = element("r")
    tab.append(element("tab"))
    link.append(tab)
    for part in _begun(f" PAGEREF {name} \\h "):
        link.append(part)
    link.append(_run(" "))  # Word and LibreOffice count when they open the file
    link.append(_mark("end"))
    holder.append(link)
    if closes:
        holder.append(_mark("end"))


def _begun(code: str) -> list[Any]:
    """Give a field up to where its result stands; it is counted when the file is opened."""
    told = element("r")
    text = element("instrText")
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.text = code
    told.append(text)
    return [_mark("begin", dirty="true"), told, _mark("separate")]


def _mark(kind: str, **more: str) -> Any:
    made = element("r")
    made.append(element("fldChar", fldCharType=kind, **more))
    return made


def _run(text: str) -> Any:
    made = element("r")
    held = element("t")
    held.text = text
    held.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    made.append(held)
    return made
