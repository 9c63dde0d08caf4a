"""The question map: questions as numbered marks, placed by what one intends and assumes."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class QuestionMap(View):
    """Questions on two axes: placed by whoever asks, and blind by whoever hears.

    `value` = {"given": {"q1": [x, y] | None, …}, "questions": [{"id", "text" ≤ 200, "asked":
    [x, y] | None, "heard": {"h1" … "h5": [x, y] | None}, "moved": bool | None, "effect_note": text
    ≤ 200}], "shown": bool | None}. x (intention) and y (assumption) are −1…1 in tenths, y downwards
    as the fields are drawn. A question's order is its place in the list. Every key may be missing,
    and keys the map does not know stay. Fixed slots: phones at one table never race for a mark.
    Which of them this phone is (asked, h1 … h5) is asked once and lives on the page only; other
    marks are on it when `shown`, and then they lie still.

    On the stage "individual" the exercise's given questions are placed as one hears them, and one
    sees oneself how they were meant, whenever one wants to.

    `options` from the exercise's settings: `given` [key, …], `meant` {key: [x, y]}, `most` (12)
    questions of one's own. From the host: stage, limits, readonly, undo, locale, others {path:
    {"value", "by", "mine"}} (a second text of one field; the choice between the two comes back as
    `settled` {path, value}).

    Words: axis_left axis_right axis_top axis_bottom; `type_<kind>` and `nickname_<kind>` (may be
    missing) of linear, circular, reflexive, strategic; on_the_line map map_help not_placed question
    question_number ask_given ask_asked ask_heard next_question mark_remove asked heard meant
    `given_<key>` `meant_<key>` show_meant hide_meant seat_ask seat_hint seat_asked `seat_h1` …
    show_all hide_all shown_note view_pairs view_path path_note questions question_hint question_add
    question_remove questions_none moved moved_mark effect_note effect_note_hint. Kit-wide: `ui_…`,
    `room_two…`.
    """

    _esm, _css = front_end(__file__)
