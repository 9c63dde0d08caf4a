"""The daisy: an utterance in the middle, and the other conversations that take part in it."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class Daisy(View):
    """A flower of at most eight petals, each a conversation in the foreground or the background.

    `value` = {"utterance": text ≤ 200, "situation": text ≤ 160, "petals": [{"id", "talk": text ≤
    80, "near": "fore" | "back" | None}]}. Every key may be missing, and keys the flower does not
    know (a group's sheet) stay as they are. `situation` is asked for where there is a word for it;
    `surprising` and `invite` are shown beside a flower that is only read.

    A petal carries its words where they fit and its number always; the list below says the same,
    so the drawing is nothing to a screen reader. `options`: stage, readonly, undo, locale, limits,
    others {path: {"value", "by", "mine"}}: a second text of the utterance, as in the field sheet;
    the choice between the two comes back as `settled` {path, value}.
    """

    _esm, _css = front_end(__file__)
