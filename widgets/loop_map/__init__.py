"""The loop map: actors as nodes, what they do to each other as arrows, the words in a list."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class LoopMap(View):
    """Actors on a circle and the arrows between them; nobody's place in it is stored.

    `value` = {"actors": [{"id", "name": text ≤ 40, …parts}], "arrows": [{"id", "from_actor",
    "to_actor": ids of actors, …parts}], "self_actor": id | None}. Every key may be missing, keys
    the map does not know stay as they are. Arrows whose actor is gone are not shown, so that undo
    brings both back. An arrow's number is its place among those that are shown.

    `options`, from the exercise's [settings]: `most_actors` (6), `least_actors` (2) rows stand
    ready and are stored when used, `most_arrows` (12), `actor_parts` and `arrow_parts`: a name (a
    text) or {part, kind: "choice", options, stage}: a part with a `stage` is asked on that stage
    only, and a choice stands on the wall with its word; `above`: names of the value's own texts
    that stand over the map; `closes`: say whether the arrows go all the way round; `asks_self`:
    ask which of them is oneself. From the host: stage, limits, readonly, undo, locale, others
    {path: {"value", "by", "mine"}} (a second text of one part, as in the field sheet; the choice
    between the two comes back as `settled` {path, value}).

    Words, each with `…_group` where a group says it differently: `map` (its name to a screen
    reader), `map_help` (how an arrow is drawn), `actors`, `actors_hint`, `actor_number` ("Aktør
    {n}"), `actor_name` (the hint in an empty name), `actor_add`, `actor_remove`, `actor_<part>` (a
    label; of a single text the question over all actors), `actor_<part>_hint`, `actors_said` (the
    title over several parts), `arrows`, `arrows_hint` (while there are none), `arrows_none` (the
    same where the map is only read), `arrow_add` (an actor is picked, {name}: whom does it go to),
    `arrow_added` ({n}, {from}, {to}), `arrow_full` ({n}: no more arrows), `arrow_remove`,
    `arrow_<part>`, `arrow_<part>_hint`, `arrow_<part>_<option>`; any part's `…_short` stands for
    its label where the map is only read. With `closes`: `loop_open` ({name}: an arrow goes to it
    and none on), `loop_closed`; with `asks_self`: `self_ask` (which of them is oneself),
    `self_actor` (its mark); of each text `above`: its name and `<name>_hint`. Kit-wide: `ui_undo`,
    `ui_keep_…`, `room_two…`.
    """

    _esm, _css = front_end(__file__)
