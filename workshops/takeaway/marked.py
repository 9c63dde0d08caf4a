"""Markdown: a document as plain text that any editor opens; people's words are escaped in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from workshops.takeaway.document import Document, Part
from workshops.takeaway.gathered import legible

_SIGNS = re.compile(
    # What any reader takes for markup; then what only some do: ==marks==, addresses as links.
    r"(?i)([\\`*_{}\[\]<>|~#$^@&]|^!|=(?==)|(?<==)=|:(?=//)|(?<=www)\.)"
)
_BEGINS = re.compile(r"^(\d*)([-+=:.)]-*)(?=\s|$)")
RULED = "\\_" * 30


def printed(document: Document) -> bytes:
    """Give a document as Markdown (UTF-8)."""
    lines: list[str] = []
    for leaf in document.leaves:
        for part in leaf.parts:
            lines += _KINDS[part["is"]](part)
        if leaf.source:
            lines += [f"*{plain(leaf.source)}*", ""]
    text = "\n".join(lines)
    return (re.sub(r"\n{3,}", "\n\n", text).strip() + "\n").encode()


def plain(text: object) -> str:
    """Give a text as Markdown that reads back as the same text, on one line."""
    line = " ".join(legible(text).split())
    return _BEGINS.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", line))


def _lines(text: object) -> str:
    """Give a text whose own lines stay lines."""
    return "  \n".join(plain(one) for one in legible(text).split("\n"))


def _headed(text: str, level: int) -> list[str]:
    return [f"{'#' * min(level, 6)} {plain(text)}", ""] if text else []


def _heading(part: Part) -> list[str]:
    return [] if part.get("again") else _headed(part["text"], part["level"])


def _line(part: Part) -> list[str]:
    text = _lines(part["text"])
    return [f"**{text}**" if part["look"] == "strong" and text else text, ""]


def _runs(runs: list[Part]) -> str:
    found = []
    for run in runs:
        sign = "**" * bool(run["bold"]) + "*" * bool(run["italic"])
        text = plain(run["text"])
        before = " " if run["text"][:1].isspace() else ""
        after = " " if run["text"][-1:].isspace() else ""
        found.append(f"{before}{sign}{text}{sign[::-1]}{after}" if text else before)
    return "".join(found).strip()


def _prose(part: Part) -> list[str]:
    sign = "> " if part.get("look") == "voice" else ""
    return [sign + _runs(part["runs"]), ""]


def _list(part: Part) -> list[str]:
    signs = (f"{at}." if part["ordered"] else "-" for at in range(1, len(part["items"]) + 1))
    return [*(f"{sign} {_runs(item)}" for sign, item in zip(signs, part["items"], strict=True)), ""]


def _text(part: Part) -> list[str]:
    return [*_headed(part["title"], part["level"]), _lines(part["text"]), ""]


def _pairs(part: Part) -> list[str]:
    told = [f"- **{plain(one['name'])}:** {plain(one['value'])}" for one in part["pairs"]]
    return [*_headed(part["title"], part["level"]), *told, ""]


def _table(part: Part) -> list[str]:
    rows = [_row(row) for row in part["rows"]]
    ruled = _row(["---"] * len(part["heads"]), escape=False)
    return [*_headed(part["title"], part["level"]), _row(part["heads"]), ruled, *rows, ""]


def _row(cells: list[Any], *, escape: bool = True) -> str:
    return f"| {' | '.join(plain(cell) if escape else cell for cell in cells)} |"


def _picture(part: Part) -> list[str]:
    """Give what a picture says; it lies beside the text as a file of its own."""
    told = [
        f"- **{plain(one['name'])}**{': ' if one['value'] else ''}{plain(one['value'])}"
        for one in part["places"]
    ] or [plain(part["alt"])]
    more = part["more"]
    below = _KINDS[more["is"]](more) if more else []
    return [*_headed(part["title"], part["level"]), *told, "", *below]


def _signed(part: Part) -> list[str]:
    return [*_headed(part["name"], part["level"]), plain(part["text"]), ""]


def _beside(part: Part) -> list[str]:
    return list(_every(one for column in part["columns"] for one in column))


def _every(parts: Iterator[Part]) -> Iterator[str]:
    for part in parts:
        yield from _KINDS[part["is"]](part)


def _box(part: Part) -> list[str]:
    return list(_every(iter(part["parts"])))


def _cards(part: Part) -> list[str]:
    return [text for cell in part["cells"] for text in (*_every(iter(cell)), "---", "")]


def _cover(part: Part) -> list[str]:
    below = [text for line in part["lines"] for text in (plain(line), "")]
    return [plain(part["above"]), "", *_headed(part["text"], 1), *below]


def _frame(part: Part) -> list[str]:
    return [f"*{plain(part['text'])}*", ""]


def _blanks(part: Part) -> list[str]:
    return [text for _ in range(part["rows"]) for text in (RULED, "")]


_KINDS: dict[str, Any] = {
    "heading": _heading, "line": _line, "prose": _prose, "list": _list, "text": _text,
    "pairs": _pairs, "table": _table, "picture": _picture, "signed": _signed, "beside": _beside,
    "cover": _cover, "cards": _cards, "frame": _frame, "blanks": _blanks, "box": _box,
    "contents": lambda _part: [],  # every reader of Markdown makes its own
}  # fmt: skip
