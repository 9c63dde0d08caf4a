"""The master and the layouts of a deck, and where everything on a slide has its place.

Real placeholders with the types PowerPoint knows: somebody's own template can be laid over them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck

Place = tuple[float, float, float, float]
"""Left, top, width and height in millimetres."""

WIDE, HIGH = 338.6667, 190.5
LEFT = 24.0
MEASURE = WIDE - 2 * LEFT
GAP = 14.0
"""Millimetres between two columns."""
HALF = (MEASURE - GAP) / 2

TITLE: Place = (LEFT, 11, MEASURE, 25)
BODY: Place = (LEFT, 43, MEASURE, 128)
COLUMNS: tuple[Place, Place] = ((LEFT, 43, HALF, 128), (LEFT + HALF + GAP, 43, HALF, 128))
FOOT: Place = (LEFT, 177, MEASURE - 30, 8)
NUMBER: Place = (LEFT + MEASURE - 30, 177, 30, 8)
FRONT: Place = (LEFT, 66, MEASURE - 50, 46)
FRONT_BELOW: Place = (LEFT, 117, MEASURE - 50, 34)
ASKED: Place = (LEFT, 46, MEASURE - 24, 66)
ASKED_BELOW: Place = (LEFT, 118, MEASURE - 24, 30)

LOCALES = {"da": "da-DK", "en": "en-GB"}
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
LAYOUTS = {"front": 0, "content": 1, "divider": 2, "two": 3, "only": 4}


def lay(deck: Deck, locale: str, said: dict[str, str]) -> None:
    """Write the master and its layouts."""
    write, text = said["take_slides_write_title"], said["take_slides_write_text"]
    shapes = [
        _holder("title", TITLE, write, locale, 'anchor="ctr"'),
        _holder("body", BODY, text, locale, idx=1),
        _holder("ftr", FOOT, "", locale, 'anchor="ctr"', idx=3, style=_style(12, "tx2")),
        _holder(
            "sldNum", NUMBER, "", locale, 'anchor="ctr"', idx=4, style=_style(12, "tx2", algn="r")
        ),
    ]
    master = deck.slide_master.element
    _fill(master, shapes, "bg1")
    master.replace(master.find("{*}txStyles"), parse_xml(_styles(locale)))
    below = _holder("body", FRONT_BELOW, text, locale, idx=1, style=_style(20, "tx2"))
    foot = [
        _holder("ftr", None, "", locale, idx=11),
        _holder("sldNum", None, "", locale, idx=12),
    ]
    front = _holder("ctrTitle", FRONT, write, locale, 'anchor="b"', style=_style(44, "tx1", bold=1))
    asked = _holder("title", ASKED, write, locale, 'anchor="b"', style=_style(40, "bg1", bold=1))
    asked_below = _holder("body", ASKED_BELOW, text, locale, idx=1, style=_style(20, "bg1"))
    title = _holder("title", None, write, locale)
    halves = [
        _holder("", place, text, locale, idx=number)
        for number, place in enumerate(COLUMNS, start=1)
    ]
    laid = {
        "front": ([front, below.replace('type="body"', 'type="subTitle"'), _mark()], "bg1"),
        "content": ([title, _holder("", None, text, locale, idx=1), *foot], "bg1"),
        "divider": ([asked, asked_below], "accent1"),
        "two": ([title, *halves, *foot], "bg1"),
        "only": ([title, *foot], "bg1"),
    }
    for name, (holders, ground) in laid.items():
        layout = deck.slide_layouts[LAYOUTS[name]]
        _fill(layout.element, holders, ground)
        layout.element.find("{*}cSld").set("name", said[f"take_slides_{name}"])


def _fill(element: Any, shapes: list[str], ground: str) -> None:
    tree = element.find(".//{*}spTree")
    for shape in list(tree)[2:]:
        tree.remove(shape)
    for number, shape in enumerate(shapes, start=2):
        tree.append(parse_xml(shape.replace('id="0"', f'id="{number}"', 1)))
    slide = element.find("{*}cSld")
    for old in slide.findall("{*}bg"):
        slide.remove(old)
    colour = f'<a:solidFill><a:schemeClr val="{ground}"/></a:solidFill>'
    slide.insert(0, parse_xml(f"<p:bg {SPACES}><p:bgPr>{colour}<a:effectLst/></p:bgPr></p:bg>"))


def _holder(  # noqa: PLR0913 - a placeholder has all of these
    kind: str,
    place: Place | None,
    text: str,
    locale: str,
    body: str = "",
    *,
    idx: int = 0,
    style: str = "",
) -> str:
    kinds = f'type="{kind}" ' if kind else ""
    index = f'idx="{idx}"' if idx else ""
    name = escape(text) or kind
    where = f"<p:spPr>{at(place)}</p:spPr>" if place else "<p:spPr/>"
    air = 'lIns="0" tIns="0" rIns="0" bIns="0"' if place else ""
    said = f'<a:r><a:rPr lang="{locale}"/><a:t>{escape(text)}</a:t></a:r>'
    if kind == "sldNum":
        said = f'<a:fld id="{FIELD}" type="slidenum"><a:rPr lang="{locale}"/><a:t>‹#›</a:t></a:fld>'
    elif not text:
        said = f'<a:endParaRPr lang="{locale}"/>'
    return (
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="0" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph {kinds}{index}/></p:nvPr></p:nvSpPr>{where}"
        f"<p:txBody><a:bodyPr {air} {body}><a:normAutofit/></a:bodyPr>"
        f"<a:lstStyle>{style}</a:lstStyle><a:p>{said}</a:p></p:txBody></p:sp>"
    )


FIELD = "{5BCAD085-E8A6-8845-BD4E-CB4CCA059FC5}"


def at(place: Place) -> str:
    """Give a place as XML."""
    x, y, width, height = (round(one * 36000) for one in place)
    return (
        f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )


def around(place: Place) -> str:
    """Give the place of a group whose shapes lie where they say they do."""
    x, y, width, height = (round(one * 36000) for one in place)
    off, ext = f'x="{x}" y="{y}"', f'cx="{width}" cy="{height}"'
    return f"<a:xfrm><a:off {off}/><a:ext {ext}/><a:chOff {off}/><a:chExt {ext}/></a:xfrm>"


def _style(size: float, ink: str, *, bold: int = 0, algn: str = "l") -> str:
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{algn}"><a:buNone/>'
        f'<a:defRPr sz="{round(size * 100)}" b="{bold}"><a:solidFill><a:schemeClr val="{ink}"/>'
        '</a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr>'
    )


def _styles(locale: str) -> str:
    """Give the text styles: titles in the kit's voice, what stands below in people's."""
    ink = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    body = "".join(
        f'<a:lvl{level}pPr marL="0" indent="0" algn="l"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="600"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{size}00" lang="{locale}" kern="1200">{ink}<a:latin typeface="+mn-lt"/>'
        f'<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{level}pPr>'
        for level, size in enumerate((20, 18, 16, 14, 14), start=1)
    )
    other = body.replace("+mn-", "+mj-").replace('<a:spcBef><a:spcPts val="600"/></a:spcBef>', "")
    return (
        f'<p:txStyles {SPACES}><p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="95000"/>'
        f'</a:lnSpc><a:buNone/><a:defRPr sz="2800" b="1" lang="{locale}" kern="1200">{ink}'
        '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:defRPr>'
        f"</a:lvl1pPr></p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles>"
    )


_FILLED = '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln>'


def _mark() -> str:
    """Give our mark, rings in water, as decoration of the front page."""
    rings = "".join(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{90 + number}" name="ring {number}"/><p:cNvSpPr/><p:nvPr/>'
        f"</p:nvSpPr><p:spPr>{_round(radius)}{look}</p:spPr></p:sp>"
        for number, (radius, look) in enumerate(
            (
                (42, _ring(1.2, 30)),
                (26, _ring(2.0, 60)),
                (
                    10,
                    _FILLED,
                ),
            )
        )
    )
    place = around((248, 16, 84, 84))
    return (
        f'<p:grpSp {SPACES}><p:nvGrpSpPr><p:cNvPr id="0" name="rings"/><p:cNvGrpSpPr/><p:nvPr '
        f'userDrawn="1"/></p:nvGrpSpPr><p:grpSpPr>{place}</p:grpSpPr>{rings}</p:grpSp>'
    )


def _round(radius: float) -> str:
    place = (290 - radius, 58 - radius, 2 * radius, 2 * radius)
    return at(place).replace('prst="rect"', 'prst="ellipse"')


def _ring(width: float, part: int) -> str:
    colour = f'<a:schemeClr val="accent1"><a:alpha val="{part}000"/></a:schemeClr>'
    return f'<a:noFill/><a:ln w="{round(width * 12700)}"><a:solidFill>{colour}</a:solidFill></a:ln>'
