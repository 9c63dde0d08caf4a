"""Field sheet: the fields of a sheet that a group, or one person, writes in."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class FieldSheet(View):
    """Holds in `value` what `options.fields` ask for, by path; everything may be half-filled.

    Kinds: `line` (one line), `text`, `choice` (one of at most five `options`, with a drawn line
    each when `signs`), `date` ("2026-03-04") and `clock` ("14:30"), both read in words, `skip` (the
    way past all the others: true or nothing), and `items`: a list of {"id", …parts}. Ids are made
    on the device; `at_least` rows stand ready and are stored only when something is written in
    them; `at_most` ends the adding. A part is a name (a text) or {part, kind, options, fold} of
    kind choice, date or clock: parts of one `fold` stand together behind its name.
    `past` ({part: value}) leaves ended items out where the sheet is only read.

    Any kind: `stage` asks for the field on that stage only; neighbours of one `fold` stand together
    behind its name (`fold_who`, `fold_count` "{n} af {of}", `fold_unclear` "{n}"); `unclear` gives
    a text, line or choice the mark «Endnu uafklaret», kept at `unclear.<field>`: true or nothing.
    `rows` is how high an empty text stands.

    Words come by the field's path ("words.taken" → `words_taken`, `words_taken_hint`), of items by
    their singular (`line_counter`, `line_counter_hint`, `line_fold_after`, `line_number`,
    `line_add`, `line_remove`; `word` names it when it is not the field without s), of choices by
    `word` or path. `bare` hides a label from the eye.

    `options`: fields, limits (by path, `*` for an item), readonly, undo, locale, refused {path:
    sentence or word}, others {path: {"value", "by", "mine"}}: a second text of the same field;
    `by` wrote the one that is not the reader's, `mine` says that `value` is the reader's own. A
    choice between the two comes back as `settled` {path, value}.
    """

    _esm, _css = front_end(__file__)
