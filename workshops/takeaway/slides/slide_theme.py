"""A blank deck in the look of paper: its colours, its fonts, and what a shelf shows of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from pptx import Presentation
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.util import Emu

from workshops.takeaway import paper
from workshops.takeaway.slides import slide_master
from workshops.takeaway.slides.slide_master import LOCALES, SPACES
from workshops.words import words

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck

_GROUND = "F3F3EF"
_OF_TEMPLATE = (0, 1, 2, 3, 5)
"""The layouts that are kept, of the eleven python-pptx begins with."""

_PANOSE = {paper.KIT: "020B0502040204020203", paper.VOICE: "02040502050405020303"}
"""Of Segoe UI and Georgia: what PowerPoint takes where our fonts are missing."""


def blank(language: str, title: str, subject: str) -> Deck:
    """Give an empty 16:9 deck; `title` and `subject` are what a shelf shows."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(12192000), Emu(6858000)  # 16:9 as PowerPoint has it
    _forget_template(deck)
    _theme(deck)
    said = words(language)
    slide_master.lay(deck, LOCALES[language], said)
    about = deck.core_properties
    about.title, about.subject, about.language = title[:255], subject[:255], LOCALES[language]
    about.author = about.last_modified_by = said["take_kit"]
    about.comments = about.keywords = ""
    about.created = about.modified = datetime.now(UTC).replace(tzinfo=None)
    for shown in deck.element.iter("{*}defRPr"):
        if shown.get("lang"):
            shown.set("lang", LOCALES[language])
    return deck


def _forget_template(deck: Deck) -> None:
    """Take out the layouts, the printer's settings and the thumbnail of python-pptx' own deck."""
    layouts = deck.slide_layouts
    for number, layout in reversed(list(enumerate(layouts))):
        if number not in _OF_TEMPLATE:
            layouts.remove(layout)
    for part in (deck.part, deck.part.package):
        relations: Any = part._rels  # noqa: SLF001 - python-pptx drops no relation by its type
        for name in [key for key, one in relations.items() if _is_template(one.reltype)]:
            relations.pop(name)
    del deck.element.find(".//{*}sldSz").attrib["type"]  # said "4:3"


def _is_template(kind: str) -> bool:
    return kind.endswith(("/printerSettings", "/thumbnail", "/extended-properties"))


def _theme(deck: Deck) -> None:
    """Set our colours and fonts: major is the kit's voice, minor is people's."""
    related = deck.slide_master.part.rels.values()
    part: Any = next(one.target_part for one in related if one.reltype.endswith("/theme"))
    theme = parse_xml(part.blob)
    colours = {
        "dk1": paper.INK, "lt1": paper.PAPER, "dk2": paper.INK_2, "lt2": _GROUND,
        "accent1": paper.FJORD, "accent2": paper.AMBER, "accent3": paper.GROUPS[0],
        "accent4": paper.GROUPS[1], "accent5": paper.GROUPS[2], "accent6": paper.GROUPS[3],
        "hlink": paper.FJORD, "folHlink": paper.INK_3,
    }  # fmt: skip
    shown = "".join(
        f'<a:{name}><a:srgbClr val="{colour.lstrip("#")}"/></a:{name}>'
        for name, colour in colours.items()
    )
    faces = "".join(
        f'<a:{kind}Font><a:latin typeface="{face}" panose="{_PANOSE[face]}"/>'
        f'<a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
        for kind, face in (("major", paper.KIT), ("minor", paper.VOICE))
    )
    kit = words()["take_kit"]
    elements = theme.find("{*}themeElements")
    for at, xml in enumerate(
        (
            f'<a:clrScheme {SPACES} name="{kit}">{shown}</a:clrScheme>',
            f'<a:fontScheme {SPACES} name="{kit}">{faces}</a:fontScheme>',
            _flat(kit),
        )
    ):
        elements.replace(elements[at], parse_xml(xml))
    theme.set("name", kit)
    for defaults in theme.findall("{*}objectDefaults"):
        for child in list(defaults):  # shadows and gradients of another year
            defaults.remove(child)
    part._blob = serialize_part_xml(theme)  # noqa: SLF001 - python-pptx keeps a theme as bytes


def _flat(name: str) -> str:
    """Give a format scheme without shadows and gradients."""
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:fmtScheme {SPACES} name="{name}"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
    )
