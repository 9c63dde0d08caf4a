"""The press: a document as data becomes a tagged PDF, set by `typst/laeringsdage.typ`.

The template has one function for each kind of part that `document` makes. Every word goes through
as a string of JSON.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshops.takeaway import paper
from workshops.takeaway.document import Document, Leaf, Part, line
from workshops.takeaway.phrases import legible_throughout
from workshops.takeaway.pictures.drawing import Drawing
from workshops.words import words

if TYPE_CHECKING:
    import typst

TEMPLATE = Path(__file__).parent / "typst"
STANDARD = "ua-1"
REGIONS = {"da": "DK", "en": "GB"}

STAND_IN = "□"
"""Stands where no font has the letter; PDF/UA allows no letter without its shape."""

_MAIN = b'#import "/laeringsdage.typ": document-of\n#document-of(json(bytes(sys.inputs.whole)))'
_LACKING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_JOINED = "\u200d\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
_FOREIGN = re.compile("[^\x00-\u017f–—‘’“”…□]")
_TRIES = 8


def pressed(document: Document) -> bytes:
    """Give a document as PDF/UA-1.

    Our fonts and those typst brings make the file the same on every machine. Only where they
    lack a letter are the machine's own looked through, and what none has becomes a stand-in.
    """
    import typst  # noqa: PLC0415 - only an export prints

    whole = legible_throughout(_undrawn(_whole(document)))
    lacking: set[str] = set()
    system = alone = drawn = False
    for _ in range(_TRIES):
        told = _with_stand_ins(whole, lacking, document.language, drawn=drawn)
        try:
            return _set(told, document.made, system=system)
        except typst.TypstError as refused:
            found = _letters(refused.diagnostic) - lacking
        if not system and not alone:
            system = True
        elif found:
            lacking |= found
        elif not drawn:  # of a picture, typst does not say which letters it lacks
            drawn = True
        else:  # a font of this machine that may not be put into files
            lacking, system, alone = set(), False, True
    told = _with_stand_ins(whole, _beyond_latin(whole), document.language, drawn=True)
    return _set(told, document.made, system=False)


def _whole(document: Document) -> Part:
    said = words(document.language)
    page = said["take_page"]
    return {
        "title": document.title,
        "subject": document.subject,
        "author": said["take_kit"],
        "lang": document.language,
        "region": REGIONS[document.language],
        "counted": {"page": page, "page-after": page.lower(), "of": said["take_of"]},
        "leaves": [_on_paper(leaf) for leaf in document.leaves],
    }


def _on_paper(leaf: Leaf) -> Part:
    width, height = paper.SHEETS[leaf.sheet]
    return vars(leaf) | {"width": width, "height": height}


def _set(whole: Part, made: datetime, *, system: bool) -> bytes:
    import typst  # noqa: PLC0415 - only an export prints

    compiler = typst.Compiler(
        _MAIN, root=TEMPLATE, font_paths=_fonts(system=system), ignore_system_fonts=True
    )
    given = {"whole": json.dumps(whole), "look": _look()}
    printed = compiler.compile(
        format="pdf", sys_inputs=given, pdf_standards=[STANDARD], timestamp=int(made.timestamp())
    )
    if not isinstance(printed, bytes):
        raise TypeError(type(printed))
    return printed


@lru_cache(maxsize=2)
def _fonts(*, system: bool) -> typst.Fonts:
    """Give the fonts, read once: ours, those inside typst, and the machine's own if asked."""
    import typst  # noqa: PLC0415 - only an export prints

    return typst.Fonts(include_system_fonts=system, font_paths=[paper.FONTS])


@lru_cache(maxsize=1)
def _look() -> str:
    inks = {
        "ink": paper.INK, "ink2": paper.INK_2, "ink3": paper.INK_3, "line": paper.LINE,
        "edge": paper.EDGE, "fjord": paper.FJORD,
    }  # fmt: skip
    sizes = {
        "tiny": paper.TINY, "small": paper.SMALL, "body": paper.BODY, "lead": paper.LEAD,
        "h2": paper.H2, "h1": paper.H1,
    }  # fmt: skip
    return json.dumps({
        "margin": paper.MARGIN,
        "face": {"kit": paper.KIT, "voice": paper.VOICE},
        "ink": inks,
        "size": sizes,
    })  # fmt: skip


# ── letters ──────────────────────────────────────────────────────────────────
def _undrawn(told: Any) -> Any:
    """Give the same data, each drawing as what is in it."""
    if isinstance(told, Drawing):
        return {"svg": told.svg(), "width": told.width, "height": told.height}
    if isinstance(told, dict):
        return {name: _undrawn(part) for name, part in told.items()}
    return [_undrawn(part) for part in told] if isinstance(told, list | tuple) else told


def _letters(diagnostic: str) -> set[str]:
    """Give the letters typst says no font has; it writes them as Rust does.

    What it names may be a letter with its accents: the plain letter is not what is lacking.
    """
    found = "".join(_LACKING.findall(diagnostic))
    letters = _ESCAPED.sub(lambda one: chr(int(one[1], 16)) if one[1] else one[2], found)
    return _beyond_latin(letters)


def _beyond_latin(told: Any) -> set[str]:
    """Give the letters that our own fonts may lack."""
    return {*_FOREIGN.findall(json.dumps(told, ensure_ascii=False))}


def _with_stand_ins(whole: Part, lacking: set[str], language: str, *, drawn: bool) -> Part:
    """Give the document without letters that are lacking, and say so where one has gone."""
    if not lacking and not drawn:
        return whole
    letters = "".join(re.escape(letter) for letter in lacking)
    # What is one sign to a reader (a family, a flag, a heart in red) becomes one stand-in.
    gone = re.compile(f"[{letters}][{letters}{_JOINED}]*" if letters else r"(?!)")
    in_picture = re.compile(f"{_FOREIGN.pattern}+") if drawn else gone
    note = line(words(language)["take_stand_in"].format(sign=STAND_IN), "quiet", above=14)
    leaves = []
    for leaf in whole["leaves"]:
        told = _replaced(leaf, gone, in_picture)
        leaves.append(told if told == leaf else told | {"parts": [*told["parts"], note]})
    return whole | {"leaves": leaves}


def _replaced(told: Any, gone: re.Pattern[str], in_picture: re.Pattern[str]) -> Any:
    if isinstance(told, str):
        return gone.sub(STAND_IN, told)
    if isinstance(told, list):
        return [_replaced(part, gone, in_picture) for part in told]
    if not isinstance(told, dict):
        return told
    # Alt texts are read out, not drawn: they keep every letter.
    return {
        name: part
        if name == "alt"
        else _replaced(part, in_picture if name == "svg" else gone, in_picture)
        for name, part in told.items()
    }
