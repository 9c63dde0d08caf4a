"""A sheet as one file: opened without the kit, without a server, and without asking anybody."""

from __future__ import annotations

import base64
import html
import json
import re
from pathlib import Path
from typing import Any

from widgets.front_end import FOLDER, front_end

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
_FONT = re.compile(r'url\("fonts/([\w-]+\.woff2)"\)')
POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:"
"""The browser itself keeps the file from asking anybody."""

PAGE = """<!doctype html>
<html lang="{language}" data-surface="desk" data-theme="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<style id="look">
{style}
</style>
</head>
<body>
<header class="alone-head"><h1 class="alone-title">{title}</h1>
<p class="quiet">{note}</p>
<p><button class="btn" type="button" id="print">{print}</button> <button class="btn" type="button" id="keep">{keep}</button></p></header>
<main><div id="sheet"></div><div id="poster"></div></main>
<script type="application/json" id="told">{told}</script>
<script type="module" id="work">
{script}
</script>
</body>
</html>
"""  # noqa: E501 - one line of the page


def alone(
    instrument: str,
    value: dict[str, Any],
    *,
    words: dict[str, str],
    options: dict[str, Any],
    title: str,
) -> str:
    """Give the HTML of one filled-in instrument that can be written in, run and printed anywhere.

    What is changed in it stays in the browser it is open in; `keep` saves a new file. The words
    need `alone_note`, `alone_print`, `alone_keep` beside the instrument's own.
    """
    script, style = front_end(str(FOLDER / instrument / "__init__.py"))
    tokens = (FOLDER / "shared" / "tokens.css").read_text(encoding="utf-8")
    # The file makes copies of itself: the page it fills in then is this one.
    told = {"words": words, "options": options, "value": value, "title": title, "page": PAGE}
    return PAGE.format(
        language=html.escape(str(options["locale"])),
        policy=html.escape(POLICY),
        title=html.escape(title),
        note=html.escape(words["alone_note"]),
        print=html.escape(words["alone_print"]),
        keep=html.escape(words["alone_keep"]),
        style=_FONT.sub(_inlined, tokens) + style + _text("alone.css"),
        told=json.dumps(told).replace("<", "\\u003c"),  # nothing in it can end the script
        script=script.replace("export default", "const view =", 1) + _text("alone.js"),
    )


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _inlined(found: re.Match[str]) -> str:
    font = base64.b64encode((FONTS / found[1]).read_bytes()).decode()
    return f'url("data:font/woff2;base64,{font}")'
