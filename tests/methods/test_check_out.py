"""What a check-out means: lines on the wall that nobody can trace to a person or a moment."""

from __future__ import annotations

from itertools import permutations

import pytest

from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.check_out import Answer, page, plenary

DA = exercise("check_out_1").words["da"]
LINES = ["At jeg må tøve.", "Spørg vejlederen først.", "At min viden også inviterer.", "Cirklen."]


def told(*lines: str) -> list[Answer]:
    return [Answer.parse({"line": line}) for line in lines]


def test_the_order_tells_nothing_about_who_came_when():
    walls = {tuple(plenary(told(*some))["lines"]) for some in permutations(LINES)}
    assert len(walls) == 1
    assert sorted(*walls) == sorted(LINES)


def test_the_order_is_not_the_alphabet_s():
    many = [f"{letter} tager jeg med" for letter in "abcdefghijklmnop"]
    assert plenary(told(*many))["lines"] != many


def test_a_line_stays_where_it_was_when_another_comes():
    before = plenary(told(*LINES))["lines"]
    after = plenary(told(*LINES, "En til."))["lines"]
    assert [one for one in after if one != "En til."] == before


def test_nobody_s_empty_line_is_on_the_wall():
    assert plenary(told("", "Cirklen."))["lines"] == ["Cirklen."]


def test_a_line_is_short():
    with pytest.raises(Refused) as no:
        Answer.parse({"line": "x" * 121})
    assert no.value.word == "refused_too_long"


def test_the_page_keeps_the_line():
    assert page(*told("Cirklen."), DA) == [{"is": "text", "title": DA["line"], "text": "Cirklen."}]
    assert page(*told(""), DA) == []
