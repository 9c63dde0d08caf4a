"""Elements of HTML: what a document's smaller parts become; every word in them is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from workshops.takeaway.gathered import legible

if TYPE_CHECKING:
    from workshops.takeaway.document import Part
    from workshops.takeaway.pictures.drawing import Drawing


def text_of(told: object) -> str:
    """Give a text as the content of an element."""
    return escape(legible(told), quote=True)


def runs(told: list[Part]) -> str:
    """Give the pieces of a sentence, strong or leaning."""
    found = []
    for run in told:
        text = text_of(run["text"]).replace("\n", "<br>")
        text = f"<em>{text}</em>" if run["italic"] else text
        found.append(f"<strong>{text}</strong>" if run["bold"] else text)
    return "".join(found)


def line(part: Part) -> str:
    """Give a paragraph."""
    return f'<p class="{part["look"]} said">{text_of(part["text"])}</p>'


def prose(part: Part) -> str:
    """Give a paragraph of runs; what somebody says in a case is a quotation."""
    look = part.get("look", "normal")
    if look == "voice":
        return f"<blockquote><p>{runs(part['runs'])}</p></blockquote>"
    return f'<p class="{look}">{runs(part["runs"])}</p>'


def bullets(part: Part) -> str:
    """Give a list."""
    tag = "ol" if part["ordered"] else "ul"
    return f"<{tag}>{''.join(f'<li>{runs(item)}</li>' for item in part['items'])}</{tag}>"


def frame(part: Part) -> str:
    """Give what is still to come."""
    return f'<p class="frame">{text_of(part["text"])}</p>'


def blanks(part: Part) -> str:
    """Give lines for a pen: seen on paper only."""
    return f'<div class="blanks" aria-hidden="true">{"<span></span>" * part["rows"]}</div>'


def pairs(told: list[Part]) -> str:
    """Give what was asked and what was said to it."""
    found = "".join(_pair(one) for one in told)
    return f"<dl>{found}</dl>" if found else ""


def _pair(one: Part) -> str:
    voice = " voice" if one.get("voice") else ""
    return f'<dt>{text_of(one["name"])}</dt><dd class="said{voice}">{text_of(one["value"])}</dd>'


def table(heads: list[Any], rows: list[list[Any]], name: str) -> str:
    """Give a table; what is wider than a phone is moved sideways, and by the keyboard, too."""
    top = "".join(f'<th scope="col">{text_of(one)}</th>' for one in heads)
    body = "".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in rows)
    label = text_of(name or ", ".join(map(str, heads)))
    within = f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="wide" tabindex="0" role="group" aria-label="{label}">{within}</div>'


def _cell(cell: Any) -> str:
    return f'<td class="said">{text_of(cell)}</td>'


def drawn(drawing: Drawing, alt: str) -> str:
    """Give a picture that a screen reader hears as one, in words."""
    return f'<div class="drawn" role="img" aria-label="{text_of(alt)}">{_svg(drawing)}</div>'


def sign(drawing: Drawing | None) -> str:
    """Give the small sign in front of a name; its words are the name."""
    return f'<span class="sign" aria-hidden="true">{_svg(drawing)}</span>' if drawing else ""


def _svg(drawing: Drawing) -> str:
    """Give a drawing; its own title would show as a hint over every part of it."""
    whole, drawing.title = drawing.title, ""
    try:
        return drawing.svg()
    finally:
        drawing.title = whole


def place(one: Part) -> str:
    """Give one line of a picture's twin."""
    where = f'<span class="where said">{text_of(one["value"])}</span>' if one["value"] else ""
    name = text_of(one["name"])
    return f"<li>{sign(one['sign'])}{f'<strong>{name}</strong>' if where else name}{where}</li>"


def entry(address: str, text: str, look: str) -> str:
    """Give one line of the list of headings."""
    return f'<li class="{look}"><a href="#{address}">{text_of(text)}</a></li>'
