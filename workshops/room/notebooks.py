"""A notebook as a page for phones: rendered once, kept until its files change."""

from __future__ import annotations

import contextlib
import gzip
import json
import re
from pathlib import Path
from typing import Any

from widgets.front_end import FOLDER, front_end
from workshops import exercises, theme
from workshops.theme import drawings
from workshops.words import LANGUAGES, words

_WORD = re.compile(r"\b(?:(?:ui|st|room|refused|pace|pause|walk)_\w+|round)\b")
_kept: dict[Path, tuple[tuple[object, ...], bytes, bytes]] = {}


def page(notebook: Path) -> tuple[bytes, bytes]:
    """Give the page (plain, gzipped). Nobody's words are in it: all see the same page."""
    stamp = _stamp(notebook)
    kept = _kept.get(notebook)
    if kept is None or kept[0] != stamp:
        body = theme.render(notebook, config(notebook)).encode()
        kept = _kept[notebook] = (stamp, body, gzip.compress(body, 9))
    return kept[1], kept[2]


def ahead(pages: list[str | None]) -> None:
    """Render pages ("day/stem") early; one that cannot be rendered fails for its first reader."""
    for one in pages:
        file = exercises.content() / f"{one}.ipynb"
        if one and file.is_file():
            with contextlib.suppress(Exception):
                page(file)


def config(notebook: Path) -> dict[str, Any]:
    """Give what the page's script must know: exercises, words in both languages, addresses."""
    wanted = [
        name
        for part in theme.parts(notebook)
        for call, name in part.get("calls", ())
        if call == "exercise"
    ]
    found = [exercises.exercise(one) for one in wanted]
    instruments = {name for one in found for names in one.instruments.values() for name in names}
    return {
        "page": f"{notebook.parent.name}/{notebook.stem}",
        "exercises": {one.id: _asked(one) for one in found},
        "scripts": {name: theme.asset_url(f"{name}.js") for name in sorted(instruments)},
        "styles": {name: theme.asset_url(f"{name}.css") for name in sorted(instruments)},
        "words": {language: used(words(language), instruments) for language in LANGUAGES},
    }


def _asked(one: exercises.Exercise) -> dict[str, Any]:
    return {
        "words": one.words,
        "instruments": one.instruments,
        "options": {stage: one.options(stage) for stage in one.instruments},
        "unnamed": list(one.unnamed),
        "anonymous": one.anonymous,
        "case": one.case,
    }


def used(all_words: dict[str, str], instruments: set[str]) -> dict[str, str]:
    """Give the words that the page's own scripts name; the rest would only weigh."""
    scripts = [*sorted(Path(__file__).parent.glob("*.js"))]
    named = {word for file in scripts for word in _WORD.findall(file.read_text(encoding="utf-8"))}
    for instrument in instruments:
        script, _style = front_end(str(FOLDER / instrument / "view.js"))
        named.update(_WORD.findall(script))
    return {key: text for key, text in all_words.items() if key in named}


def _stamp(notebook: Path) -> tuple[object, ...]:
    files = [notebook, *sorted((notebook.parent / "exercises").glob("*.toml"))]
    files += drawings.files(notebook.parent)
    files += sorted(Path(theme.__file__).parent.glob("*"))
    files += sorted(Path(exercises.__file__).parent.glob("words*.toml"))
    anew = theme.rewritten().get(f"{notebook.parent.name}/{notebook.stem}")
    words_anew = [exercises.rewritten(one.stem) for one in files if one.parent.name == "exercises"]
    said = json.dumps([anew, words_anew], sort_keys=True)
    return (said, *(file.stat().st_mtime_ns for file in files))
