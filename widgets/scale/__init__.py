"""Scale: one line to set a mark on, from a number to a number or over a few named stops."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class Scale(View):
    """Lines under each other; on each a mark may be set, moved and taken off again.

    `value` holds what `options.scales` ask for, by path: a whole number, or the key of a stop; None
    is an answer. No end of a line is the good one, and keys the scale does not know stay.

    `options`: scales, a list of {"field": path, "most": 10 | "stops": [keys], "text": path of own
    words above the line, "word": the word that names it and its stops, "head", "n"}; a scale with
    "text" alone is a field only. limits, stage, readonly, undo, locale.
    Words by `word` or path: `autonomy`, `autonomy_hint`, `autonomy_low`, `autonomy_high`; of stops
    `place_<stop>`, `place_<stop>_hint`; `head` with {n}; for all: `scale_empty`, `scale_of` ({n},
    {most}), `scale_clear`, `scale_less`, `scale_more`, `scale_help`, `ui_undo`.
    """

    _esm, _css = front_end(__file__)
