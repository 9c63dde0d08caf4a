"""The hierarchy: the levels that frame an utterance for two parties, in the order people find."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class Hierarchy(View):
    """Two hierarchies of one utterance, one of them a guess about the other party.

    `value` = {"utterance": text ≤ 200, "situation": text ≤ 160, "mine": side, "theirs": side,
    "differs": level | None}, where side = {"name": text ≤ 40, "order": [level, …] from the top down
    | None (the order from the start), "levels": {level: {"story": text ≤ 200, "strength": 0–3 |
    None}}, "highest": level | None, "forces": [{"id", "kind": "contextual" | "implicative" |
    "prefigurative" | "practical", "from_level", "to_level", "deontic": "must" | "may" | "must_not"
    | "unclear"}], "loop": "none" | "charmed" | "strange" | None}. Levels: culture, organisation,
    profession, self, relation, episode, speech_act, content. Every key may be missing, and keys
    the hierarchy does not know (a group's sheet) stay as they are.

    A level taken out of `order` keeps its story, and `highest` counts only while it is in it.
    `options`: stage ("group" also asks which level differs most), limits, readonly, undo, locale,
    others {path: {"value", "by", "mine"}}: a second text of a story, as in the field sheet; the
    choice between the two comes back as `settled` {path, value}.
    """

    _esm, _css = front_end(__file__)
