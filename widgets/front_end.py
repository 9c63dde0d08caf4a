"""The front end of an instrument as two texts, with the shared kit inlined.

No widget library here: the room serves these texts to phones, where there is no kernel.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
_IMPORT = re.compile(
    r"^import\s*\{[^}]*\}\s*from\s*\"(\.\.?/[\w./]+\.js)\";?[ \t]*\n", re.MULTILINE
)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE)
_LONE = ".kit[data-alone]"
_OUR_PAGES = re.compile(
    r"/\*.*?\*/|@font-face\s*\{[^}]*\}|^html\S*\s*\{[^}]*\}", re.DOTALL | re.MULTILINE
)
_ROOTS = re.compile(r":root|(?<![\]\w-])(?=\[data-)")


def front_end(file: str) -> tuple[str, str]:
    """Give (script, style) of the instrument whose Python file is `file`.

    A blob script cannot import its neighbours, so "../shared/kit.js" and "./geometry.js" are put
    in front of view.js. Names must therefore be unique across these files.
    """
    folder = Path(file).parent
    stamp = max(
        part.stat().st_mtime_ns for part in (*folder.iterdir(), *(FOLDER / "shared").iterdir())
    )
    return _joined(folder, stamp)


@cache
def _joined(folder: Path, _stamp: int) -> tuple[str, str]:
    script = joined(folder / "view.js")
    style = "\n".join(
        part.read_text(encoding="utf-8")
        for part in (FOLDER / "shared" / "kit.css", folder / "view.css")
    )
    return script, style


def joined(script: Path) -> str:
    """Give a script with everything it imports in front of it, once each."""
    return _inlined(script, set())


def lone_tokens() -> str:
    """Give the tokens scoped to instruments on a page that is not ours (see `dress` in kit.js).

    Without fonts and without anything for the page itself: Lab is somebody else's house.
    """
    return _scoped((FOLDER / "shared" / "tokens.css").read_text(encoding="utf-8"))


@cache
def _scoped(tokens: str) -> str:
    return _ROOTS.sub(_LONE, _OUR_PAGES.sub("", tokens)).strip()


def _inlined(file: Path, taken: set[Path]) -> str:
    text = file.read_text(encoding="utf-8")
    before = ""
    for match in _IMPORT.finditer(text):
        part = (file.parent / match[1]).resolve()
        if part not in taken:
            taken.add(part)
            before += _EXPORT.sub("", _inlined(part, taken))
    return before + _IMPORT.sub("", text)
