"""A theory figure: the SVG a notebook names, put into the page so that our colours reach it."""

from __future__ import annotations

import re
from html import escape, unescape
from pathlib import Path
from xml.etree import ElementTree as ET

SVG = "http://www.w3.org/2000/svg"
ELEMENTS = {
    "svg", "g", "defs", "title", "desc", "path", "line", "polyline", "polygon", "rect", "circle",
    "ellipse", "text", "tspan", "marker",
}  # fmt: skip
"""What a drawing is made of; a drawing brings no script, no picture and no address."""
LARGEST = 40_000
"""Bytes. A figure of a few shapes has two thousand; a phone loads it with the page."""
_IMAGE = re.compile(r"<img\b[^>]*>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_ACTIVE = re.compile(r"javascript:|url\(\s*['\"]?[^#'\"\s]|@import|expression\(", re.IGNORECASE)


def drawn(html: str, folder: Path) -> str:
    """Give rendered Markdown with every SVG that lies under `folder` in its place.

    Raises ValueError, saying which file and why, when one is missing or is no plain drawing.
    """
    return _IMAGE.sub(lambda found: _replaced(folder, found[0]), html)


def files(folder: Path) -> list[Path]:
    """Give the drawings of a day, in order."""
    return sorted((folder / "figures").glob("*.svg"))


def _replaced(folder: Path, image: str) -> str:
    said = {key: unescape(value) for key, value in _ATTRIBUTE.findall(image)}
    name = said.get("src", "")
    return _figure(folder, name, said.get("alt", "")) if name.endswith(".svg") else image


def _figure(folder: Path, name: str, alt: str) -> str:
    file = (folder / name).resolve()
    if not file.is_relative_to(folder.resolve()) or not file.is_file():
        raise ValueError(f"{folder.name}/{name}: no such drawing")
    if not alt:
        raise ValueError(f"{folder.name}/{name}: the picture has no words in its brackets")
    if file.stat().st_size > LARGEST:
        raise ValueError(f"{folder.name}/{name}: larger than {LARGEST} bytes")
    root = _plain(file.read_text(encoding="utf-8"), f"{folder.name}/{name}")
    root.set("role", "img")
    root.set("aria-label", alt)
    root.set("focusable", "false")
    return ET.tostring(root, encoding="unicode").replace("\n", "")


def _plain(text: str, name: str) -> ET.Element:
    # Entities could read files or grow without end; a drawing needs none.
    if "<!" in text.replace("<!--", ""):
        raise ValueError(f"{name}: a drawing declares nothing")
    try:
        root = ET.fromstring(text)  # noqa: S314 - no declarations, so no entities
    except ET.ParseError as wrong:
        raise ValueError(f"{name}: {wrong}") from wrong
    for one in root.iter():
        one.tag = one.tag.removeprefix(f"{{{SVG}}}")
        if one.tag not in ELEMENTS:
            raise ValueError(f"{name}: {escape(one.tag)} has no place in a drawing")
        for key, value in one.attrib.items():
            if key.startswith(("on", "{")) or "href" in key or _ACTIVE.search(value):
                raise ValueError(f"{name}: {escape(key)} has no place in a drawing")
    return root
