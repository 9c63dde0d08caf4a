"""What a Word file needs said in its own XML: fonts it carries, rules, fields, alt texts."""

from __future__ import annotations

import uuid
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from docx.enum.text import WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from workshops.takeaway import paper

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_FONT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"


def element(name: str, /, **given: object) -> Any:
    """Give an element of Word's main namespace with its attributes."""
    made = OxmlElement(f"w:{name}")
    for key, value in given.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def picture(paragraph: Paragraph, png: bytes, width: float, alt: str) -> None:
    """Put a picture in a paragraph; without `alt` it is marked as decoration."""
    drawn = paragraph.add_run().add_picture(BytesIO(png), width=Mm(width))
    inline = drawn._inline  # noqa: SLF001 - python-docx has no word for alt text
    for side in ("T", "B", "L", "R"):
        inline.set(f"dist{side}", "0")
    about = inline.docPr
    about.set("descr", alt)
    about.set("name", f"{about.get('id')}")
    if not alt:
        about.append(parse_xml(_DECORATIVE))


def rule(holder: Any, edge: str, points: float, colour: str, gap: float = 0) -> None:
    """Draw a line at an edge of a paragraph's or a cell's properties (`pBdr`, `tcBorders`)."""
    line = "dashed" if edge == "box" else "single"
    for one in ("top", "left", "bottom", "right") if edge == "box" else (edge,):
        size, hue = round(points * 8), colour.removeprefix("#")
        holder.append(element(one, val=line, sz=size, space=round(gap), color=hue))


def styled(paragraph: Paragraph, style: str) -> Paragraph:
    """Give a paragraph its style by the name; python-docx would look through all styles each time.

    Ours are called in the file what their names are without spaces.
    """
    paragraph._p.style = style.replace(" ", "")  # noqa: SLF001 - as above
    return paragraph


def writing_line(paragraph: Paragraph, height: float) -> None:
    """Make an empty paragraph a line for a pen, `height` millimetres below the one before."""
    text = paragraph.paragraph_format
    text.line_spacing_rule, text.line_spacing = WD_LINE_SPACING.EXACTLY, Mm(height)
    text.space_before = text.space_after = Mm(0)
    borders = element("pBdr")
    rule(borders, "bottom", 0.5, paper.EDGE, 0)
    rule(borders, "between", 0.5, paper.EDGE, 0)  # Word makes one frame of neighbours
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no borders
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def tidy(cell: _Cell) -> None:
    """Take away the empty paragraph every new cell begins with."""
    first = cell.paragraphs[0]
    if len(cell.paragraphs) > 1 and not first.text and not first.runs:
        first._p.getparent().remove(first._p)  # noqa: SLF001 - python-docx cannot remove


def table(document: Document, widths: list[float]) -> Table:
    """Give an empty table of fixed widths (millimetres) without lines, flush with the text."""
    before = document.element.body.sectPr.getprevious()
    if before is not None and before.tag == qn("w:tbl"):
        document.add_paragraph(style="Gap")  # Word makes one of two tables that touch
    made: Table = document.add_table(rows=0, cols=len(widths))
    made.autofit = False
    properties = made._tbl.tblPr  # noqa: SLF001 - widths and margins are not in python-docx
    for old in properties.findall(qn("w:tblW")):
        properties.remove(old)
    total = element("tblW", w=_twips(sum(widths)), type="dxa")
    layout = properties.find(qn("w:tblLayout"))
    layout.addprevious(total)
    margins = element("tblCellMar")
    for side in ("left", "right"):
        margins.append(element(side, w=0, type="dxa"))
    layout.addnext(margins)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    return made


def row(
    into: Table, widths: list[float], air: tuple[float, float, float] = (0, 0, 0)
) -> list[_Cell]:
    """Add a row that no page break splits; `air` is top, right and bottom inside (millimetres)."""
    made = into.add_row()
    made._tr.get_or_add_trPr().append(element("cantSplit"))  # noqa: SLF001 - not in python-docx
    cells = list(made.cells)
    for number, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        cell.width = Mm(width)
        margins = element("tcMar")
        last = number == len(cells) - 1
        for side, size in (("top", air[0]), ("bottom", air[2]), ("right", 0 if last else air[1])):
            margins.append(element(side, w=_twips(size), type="dxa"))
        cell._tc.get_or_add_tcPr().append(margins)  # noqa: SLF001 - not in python-docx
    return cells


def underline(cells: list[_Cell], points: float, colour: str) -> None:
    """Draw the line below a row."""
    for cell in cells:
        borders = element("tcBorders")
        rule(borders, "bottom", points, colour)
        properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - not in python-docx
        properties.find(qn("w:tcMar")).addprevious(borders)


def heads(of: Table, about: str) -> None:
    """Name the first row as the table's heads, repeated on each page; `about` says what they are.

    The heading above says what the table is; who listens hears it once.
    """
    of.rows[0]._tr.get_or_add_trPr().append(element("tblHeader"))  # noqa: SLF001 - not in python-docx
    properties = of._tbl.tblPr  # noqa: SLF001 - as above
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.remove(look)
    properties.append(element("tblLook", val="0620", firstRow=1, noHBand=1, noVBand=1))
    properties.append(element("tblCaption", val=about))


def carry_fonts(document: Document) -> None:
    """Put our fonts into the file, so that it looks the same where they are not installed."""
    old = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    package = document.part.package
    names: dict[str, str] = {}
    for number, ((face, bold), file) in enumerate(paper.FILES.items(), start=1):
        key = uuid.uuid5(uuid.NAMESPACE_URL, file.name)
        name = PackURI(f"/word/fonts/font{number}.odttf")
        part = Part(name, _OBFUSCATED, _masked(file.read_bytes(), key), package)
        kind = "embedBold" if bold else "embedRegular"
        held = f'<w:{kind} r:id="{old.relate_to(part, _FONT)}" w:fontKey="{{{str(key).upper()}}}"/>'
        names[face] = names.get(face, "") + held
    fonts = "".join(
        f'<w:font w:name="{escape(face)}"><w:altName w:val="{paper.FALLBACK[face]}"/>'
        f'<w:family w:val="{"roman" if face == paper.VOICE else "swiss"}"/>'
        f'<w:pitch w:val="variable"/>{held}</w:font>'
        for face, held in names.items()
    )
    spaces = nsdecls("w", "r")
    old._blob = f"<w:fonts {spaces}>{fonts}</w:fonts>".encode()  # noqa: SLF001 - a part without a class


def _masked(font: bytes, key: uuid.UUID) -> bytes:
    """Give a font as Office keeps it: its first 32 bytes mixed with the key (ECMA-376, 17.8.1)."""
    mask = key.bytes[::-1]
    return bytes(byte ^ mask[at % 16] for at, byte in enumerate(font[:32])) + font[32:]


def _twips(millimetres: float) -> int:
    return round(millimetres / 25.4 * 1440)
