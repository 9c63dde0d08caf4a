"""A notebook as a page of parts: the same template with a kernel (Voilà) and without (the room)."""

from __future__ import annotations

import ast
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshops.theme.drawings import drawn
from workshops.theme.files import HERE, asset_url, assets

if TYPE_CHECKING:
    from nbformat import NotebookNode

TEMPLATE = HERE.name
"""Voilà and nbconvert know a template by its folder's name; its file is index.html.j2."""
CALLS = ("exercise", "plenary")
_ANCHOR = re.compile(r'<a class="anchor-link"[^>]*?(?:/>|>[^<]*</a>)')
_SOURCE = re.compile(r"<p>(?=(?:<em>)?(?:Kilder?|Sources?):)")
_FIGURE = re.compile(r"<p>\s*(<(?:svg|img|figure)\b.*?)</p>", re.DOTALL)


_rewritten: dict[str, dict[str, str]] = {}


def rewrite(cells: dict[str, dict[str, str]]) -> None:
    """Take the text cells a desk wrote anew into use: "day/notebook" → cell → Markdown."""
    _rewritten.clear()
    _rewritten.update(cells)


def rewritten() -> dict[str, dict[str, str]]:
    """Give all text cells that a desk wrote anew."""
    return _rewritten


def anew(notebook: NotebookNode, address: str) -> NotebookNode:
    """Put what a desk wrote anew into a notebook; it changes text, never a call."""
    said = _rewritten.get(address, {})
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and said.get(cell.get("id", "")):
            cell.source = said[cell.id]
    return notebook


def _read(notebook: Path) -> NotebookNode:
    import nbformat  # noqa: PLC0415 - heavy, and the room starts without it

    found = nbformat.read(notebook, as_version=4)
    return anew(found, f"{notebook.parent.name}/{notebook.stem}")


def calls(cell: NotebookNode) -> list[tuple[str, str]]:
    """Give a code cell's calls as (name, id), read as syntax: [("exercise", "stuck_episode")].

    A cell that is no Python, or calls with anything but one text, has none.
    """
    try:
        tree = ast.parse(cell.source) if cell.cell_type == "code" else ast.Module([], [])
    except SyntaxError:
        return []
    found = [one.value for one in tree.body if isinstance(one, ast.Expr)]
    return [named for one in found if (named := _call(one))]


def _call(node: ast.expr) -> tuple[str, str] | None:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and len(node.args) == 1):
        return None
    wanted = node.args[0]
    if node.func.id not in CALLS or not isinstance(wanted, ast.Constant):
        return None
    return (node.func.id, wanted.value) if isinstance(wanted.value, str) else None


def part(cell: NotebookNode) -> str:
    """Give the part a cell belongs to: what stands before the first dash of its id."""
    found = calls(cell)
    return found[0][0] if found else cell.id.split("-")[0]


def language(cell: NotebookNode) -> str | None:
    """Give the language a cell is tagged with; code carries none."""
    tags = cell.metadata.get("tags", [])
    return next((one for one in ("da", "en") if one in tags), None)


def dressed(html: str, folder: str) -> str:
    """Give rendered Markdown as our style wants it: no anchors, source line named, drawings in it.

    `folder` is where the notebook lies; its drawings lie under it.
    """
    html = drawn(_ANCHOR.sub("", html), Path(folder))
    html = _SOURCE.sub('<p class="source">', html)
    return _FIGURE.sub(r"<figure>\1</figure>", html)


FILTERS = {"calls": calls, "part": part, "language": language, "dressed": dressed}
"""What the template needs beside nbconvert's own filters; Voilà gets them by configuration."""


def dump(value: object) -> str:
    """Give JSON that is safe inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def links(surface: str, prefix: str) -> dict[str, list[str]]:
    """Give the addresses of the style sheets and scripts a surface starts with."""
    ground = ["tokens.css", "page.css"]
    styles = {
        "phone": ["phone.css"],
        "screen": [*ground, "screen.css"],
        "desk": [*ground, "desk.css"],
    }.get(surface, ground)
    scripts = ["phone.js"] if surface == "phone" else ["frame.js"]
    known = assets()
    return {
        "styles": [asset_url(one, prefix) for one in styles if one in known],
        "scripts": [asset_url(one, prefix) for one in scripts if one in known],
        "fonts": [asset_url("figtree-latin-wght-normal.woff2", prefix)],
    }


def spare() -> None:
    """Save two seconds of start: nbconvert and Voilà bring jsonschema along, which at import builds
    a grammar of URIs if it can, and nobody here checks URIs.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def render(notebook: Path, config: dict[str, Any], surface: str = "phone") -> str:
    """Give a notebook as a page without kernel; `config` is what its script finds as JSON."""
    spare()
    from nbconvert import HTMLExporter  # noqa: PLC0415 - heavy, and the room starts without it

    exporter = HTMLExporter(
        template_name=TEMPLATE,
        extra_template_basedirs=[str(HERE.parent)],
        filters={**FILTERS, "dump": dump},
        language_code="da",
        anchor_link_text="",
    )
    here = {
        "surface": surface,
        "folder": str(notebook.parent),
        "config": config,
        **links(surface, "/static/"),
    }
    here["styles"] += config.get("styles", {}).values()
    resources = {"here": here, "metadata": {"name": notebook.stem, "path": str(notebook.parent)}}
    html, _ = exporter.from_notebook_node(_read(notebook), resources=resources)
    return str(html)


def parts(notebook: Path) -> list[dict[str, Any]]:
    """Give the parts of a notebook in order: {part, language, html} or {part, language, calls}."""
    spare()
    return [
        _described(cell, notebook.parent)
        for cell in _read(notebook).cells
        if cell.cell_type == "markdown" or calls(cell)
    ]


def cells(notebook: Path) -> list[dict[str, Any]]:
    """Give a notebook's words as they were written: {part, language, source} or {part, calls}."""
    return [
        {"part": part(cell), "calls": calls(cell)}
        if cell.cell_type == "code"
        else {"part": part(cell), "language": language(cell), "source": cell.source}
        for cell in _read(notebook).cells
    ]


def _described(cell: NotebookNode, folder: Path) -> dict[str, Any]:
    about = {"part": part(cell), "language": language(cell)}
    if cell.cell_type == "code":
        return {**about, "calls": calls(cell)}
    from nbconvert.filters import markdown2html  # noqa: PLC0415 - as above

    return {**about, "html": dressed(markdown2html(cell.source), str(folder))}
