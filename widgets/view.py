"""The common ground of instruments in a kernel: three synced traits, and the look if it lacks."""

from __future__ import annotations

import anywidget
from traitlets import Dict

from widgets.front_end import lone_tokens


class View(anywidget.AnyWidget):
    """An instrument: `words` and `options` go in, `value` goes both ways.

    A subclass gives `_esm, _css = front_end(__file__)`; its docstring says what `value` holds.
    Our own pages load tokens.css; JupyterLab and stock Voilà do not know it, so here each instance
    also carries the tokens, scoped to roots that kit.js has marked `data-alone`.
    """

    _esm = ""
    _css = ""
    words = Dict(help="The words on the screen, in the reader's language.").tag(sync=True)
    options = Dict(help="What the host decides: stage, readonly, limits, locale.").tag(sync=True)
    value = Dict(help="The whole answer; empty or half-filled is fine.").tag(sync=True)

    def __init__(self, **traits: object) -> None:
        # Before the library turns the class's text into a trait of this instance.
        self._css = f"{lone_tokens()}\n{self._css}"
        super().__init__(**traits)
