"""The flow map: activities between challenge and skill, each with one mark."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class FlowMap(View):
    """A square with skill to the right and challenge upwards, and a soft band where they meet.

    `value` = {mark: [skill, challenge] | None, …, own words by `options.text`}; both are whole
    numbers from 0 to 10. Every mark may be missing, and keys the map does not know stay.

    `options`: marks (at most four keys, in their order), text {mark: path of its own words},
    limits, stage, readonly, undo, locale. Words: `mark_<key>`, `mark_<key>_hint`, the paths in
    `text`; `map`, `map_in_words`, `map_help`, `mark_choose`, `mark_remove` ({letter}),
    `not_placed`, `point_in_words` ({challenge}, {skill}), `axis_challenge`, `axis_skill`,
    `near_flow`, `near_anxiety`, `near_boredom`, `step_challenge_more`, `step_challenge_less`,
    `step_skill_more`, `step_skill_less`.
    """

    _esm, _css = front_end(__file__)
