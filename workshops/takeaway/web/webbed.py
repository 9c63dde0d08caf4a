"""HTML: a document as one file that asks nobody for anything: fonts, look and search are in it.

Every word of it is escaped; the browser itself is told to fetch nothing and run only our script.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from workshops.takeaway.names import slug, unused
from workshops.takeaway.web import elements
from workshops.takeaway.web.elements import text_of
from workshops.theme.files import HERE as THEME
from workshops.theme.files import WIDGETS
from workshops.theme.page import dump
from workshops.words import words

if TYPE_CHECKING:
    from workshops.takeaway.document import Document, Leaf, Part

HERE = Path(__file__).parent
DEPTH = 2
"""Headings down to this level stand at the side, when the document does not say."""
FULL = 110.0
"""Millimetres: a picture as wide as this has its words below it, not at its side."""
_FONT = re.compile(r'url\("fonts/([\w-]+\.woff2)"\)')

PAGE = """<!doctype html>
<html lang="{language}" data-surface="desk" data-theme="auto">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="{kit}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#text">{to_text}</a>
<header class="bar"><div class="search" role="search"><label for="find">{search}</label><input id="find" type="search" autocomplete="off" spellcheck="false" placeholder="{search}" aria-describedby="hint"></div><p class="told" id="told" role="status"></p><div class="steps"><button class="btn" type="button" id="before" hidden>{before}</button><button class="btn" type="button" id="next" hidden>{next}</button><button class="btn" type="button" id="clear" hidden>{clear}</button></div><button class="btn" type="button" id="theme">{dark}</button><span id="hint" hidden>{hint}</span></header>
<div class="sides">
<nav class="side" aria-label="{contents}"><details id="contents" open><summary>{contents}</summary>
<ol>{side}</ol></details></nav>
<main id="text" tabindex="-1">
{leaves}
</main>
</div>
<script type="application/json" id="words">{words}</script>
<script>{script}</script>
</body>
</html>
"""  # noqa: E501 - one line of the page


def printed(document: Document) -> bytes:
    """Give a document as one HTML file (UTF-8)."""
    return Writer(document).written().encode()


class Writer:
    """Writes the parts of one document, one after the other."""

    def __init__(self, document: Document) -> None:
        self.told = document
        self.said = words(document.language)
        self.taken = {"text", "find", "told", "hint", "theme", "contents", "words", *BUTTONS}
        self.headings: list[tuple[str, str, int]] = []  # address, text, level
        self.below = int(any(_fronts(leaf) for leaf in document.leaves))
        self.kinds = {
            "heading": self._heading, "line": elements.line, "prose": elements.prose,
            "list": elements.bullets, "frame": elements.frame, "blanks": elements.blanks,
            "beside": self._beside, "signed": self._signed, "picture": self._picture,
            "cover": self._cover, "contents": lambda _part: INSIDE,
            "text": self._text, "pairs": self._pairs, "table": self._table, "cards": self._cards,
            "box": self._box,
        }  # fmt: skip

    def written(self) -> str:
        """Give the whole page."""
        leaves = "\n".join(self._leaf(leaf) for leaf in self.told.leaves)
        side, style, script = self._side(), _style(), _read("web.js")
        inside = f'<nav class="inside" aria-label="{self._word("contents")}"><ol>{side}</ol></nav>'
        named = (*BUTTONS, "contents", "to_text", "search", "dark")
        told = ("found", "found_one", "found_in_one", "none", "dark", "light")
        return PAGE.format(
            language=text_of(self.told.language),
            policy=text_of(policy(style, script)),
            kit=text_of(self.said["take_kit"]),
            title=text_of(self.told.title),
            hint=self._word("search_hint"),
            side=side,
            leaves=leaves.replace(INSIDE, inside),
            words=dump({name: self.said[f"book_{name}"] for name in told}),
            style=style,
            script=script,
            **{name: self._word(name) for name in named},
        )

    def _word(self, name: str) -> str:
        return text_of(self.said[f"book_{name}"])

    def _side(self) -> str:
        """Give the list of headings, as deep as the document's own contents go."""
        parts = [part for leaf in self.told.leaves for part in leaf.parts]
        depth = max((one["depth"] for one in parts if one["is"] == "contents"), default=DEPTH)
        shown = [one for one in self.headings if one[2] <= depth]
        high = min((level for _, _, level in shown), default=1)
        look = {True: "high", False: "deep"} if depth > high else {True: "even"}
        return "".join(elements.entry(one[0], one[1], look[one[2] == high]) for one in shown)

    def _leaf(self, leaf: Leaf) -> str:
        front = " front" if _fronts(leaf) else ""
        above = "".join(f"<span>{text_of(one)}</span>" for one in (leaf.left, leaf.right) if one)
        head = f'<p class="above">{above}</p>' if above else ""
        parts = "\n".join(self.part(part) for part in leaf.parts)
        source = f'<p class="quiet">{text_of(leaf.source)}</p>' if leaf.source else ""
        levels = (part["level"] for part in leaf.parts if part["is"] == "heading")
        level = next(levels, 0)
        inner = f"{head}{parts}{source}"
        return f'<section class="leaf{front}" data-level="{level}">{inner}</section>'

    def part(self, part: Part) -> str:
        """Give one part as HTML."""
        return self.kinds[part["is"]](part)

    # ── words ────────────────────────────────────────────────────────────────
    def _heading(self, part: Part) -> str:
        if part.get("again"):
            return f'<p class="{part["look"]} strong">{text_of(part["text"])}</p>'
        return self._headed(part["text"], part["level"], part["look"])

    def _headed(self, text: str, level: int, look: str = "head", before: str = "") -> str:
        if not text:
            return ""
        address = unused(slug(text), self.taken)
        self.headings.append((address, text, level))
        tag = f"h{min(level + self.below, 6)}"
        return f'<{tag} class="{look}" id="{address}">{before}{text_of(text)}</{tag}>'

    def _cards(self, part: Part) -> str:
        cells = ("".join(self.part(one) for one in cell) for cell in part["cells"])
        return "".join(f'<div class="to-cut">{cell}</div>' for cell in cells)

    def _box(self, part: Part) -> str:
        return f'<div class="box">{"".join(self.part(one) for one in part["parts"])}</div>'

    def _text(self, part: Part) -> str:
        head = self._headed(part["title"], part["level"])
        return f'{head}<p class="voice said">{text_of(part["text"])}</p>'

    def _pairs(self, part: Part) -> str:
        return self._headed(part["title"], part["level"]) + elements.pairs(part["pairs"])

    def _table(self, part: Part) -> str:
        head = self._headed(part["title"], part["level"])
        return head + elements.table(part["heads"], part["rows"], part["title"])

    # ── what stands beside each other ────────────────────────────────────────
    def _beside(self, part: Part) -> str:
        columns = ("".join(self.part(one) for one in column) for column in part["columns"])
        return f'<div class="beside">{"".join(f"<div>{one}</div>" for one in columns)}</div>'

    def _signed(self, part: Part) -> str:
        before = elements.sign(part["drawing"])
        head = self._headed(part["name"], part["level"], "head", before)
        return f'{head}<p class="group">{text_of(part["text"])}</p>'

    def _picture(self, part: Part) -> str:
        """Give a picture with its twin at its side, or below where it needs the whole width."""
        head = self._headed(part["title"], part["level"])
        places = "".join(elements.place(one) for one in part["places"])
        told = f'<ul class="places">{places}</ul>' if places else ""
        more = self.part(part["more"]) if part["more"] else ""
        beside = f"<div>{told}{more}</div>" if told or more else ""
        look = "full" if part["drawing"].width >= FULL or not beside else "half"
        drawn = elements.drawn(part["drawing"], part["alt"])
        return f'{head}<figure class="{look}">{drawn}{beside}</figure>'

    def _cover(self, part: Part) -> str:
        above, *lines = (
            f'<p class="lead">{text_of(one)}</p>' if one else ""
            for one in (part["above"], *part["lines"])
        )
        title = f'<h1 class="title">{text_of(part["text"])}</h1>'
        return f'<div class="cover">{above}{title}{"".join(lines)}</div>'


BUTTONS = ("before", "next", "clear")
INSIDE = "<!--contents-->"
"""Stands where the list of headings goes, until all of them are known; no word of ours or others'
can be it, for those are escaped."""


def _fronts(leaf: Leaf) -> bool:
    """Say whether a leaf is the front page."""
    return any(part["is"] == "cover" for part in leaf.parts)


def policy(style: str, script: str) -> str:
    """Give what the browser lets this page do: our own style and script, nothing else."""
    hashes = [
        base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in (style, script)
    ]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _style() -> str:
    tokens = (WIDGETS / "shared" / "tokens.css").read_text(encoding="utf-8")
    return _FONT.sub(_inlined, tokens) + _read("web.css")


def _inlined(found: re.Match[str]) -> str:
    font = base64.b64encode((THEME / "fonts" / found[1]).read_bytes()).decode()
    return f'url("data:font/woff2;base64,{font}")'


def _read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
