"""The method handbook at the desk: which chapters, in which order, with which examples."""

from __future__ import annotations

from traitlets import Dict

from widgets.front_end import front_end
from widgets.view import View


class HandbookDesk(View):
    """The trainer's handbook; `words` holds both languages: {"da": {…}, "en": {…}}.

    `value` (in only): {edition, editions: [{name, title: {da, en}}], chapters: [{of, day: null |
    {da, en}, title: {da, en}, on, first, last, examples: null | [{key, on, title: {da, en},
    text}], local: {da, en}}], files: [{name, url, bytes, at}], busy: null | {done, of, what},
    longest, undo: null | {what}, note: null | {da, en}, heard: n}; examples are null where the
    edition shows none, a day where it does not keep the days. `pressed` (out only): {n, button,
    …what the button needs}.
    """

    _esm, _css = front_end(__file__)
    pressed = Dict(help="The last press, with a serial number.").tag(sync=True)
