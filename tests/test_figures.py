"""The plenary's picture as plain values: what stands where, and the same in words."""

from __future__ import annotations

import json

import pytest

from workshops import exercises, figures, twins
from workshops.methods import positioning

WORDS = exercises.exercise("stuck_episode").words["da"]
EN = exercises.exercise("stuck_episode").words["en"]


def plain(*arrows: tuple[list[float], list[float]]) -> dict:
    """Give what a method's plenary gives for these arrows."""
    ends = [{"from": start, "to": end} for start, end in arrows]
    return {"kind": "arrows", "range": [-5.5, 5.5], "arrows": ends, "rows": []}


def many(count: int) -> dict:
    return plain(*(([-5 + (i % 20) / 2, -2.0], [2.0, i // 20 + 0.5]) for i in range(count)))


def picked(figure: dict) -> list[dict]:
    return [trace for trace in figure["data"] if "uid" in trace]


@pytest.mark.parametrize("count", [0, 1, 5, 6, 25, 40, 200])
def test_every_arrow_is_there_once_and_the_figure_is_json(count: int) -> None:
    figure = figures.figure(many(count), WORDS)
    assert len({trace["uid"] for trace in picked(figure)}) == count
    assert json.loads(json.dumps(figure)) == figure


def test_a_method_s_own_plenary_becomes_a_figure() -> None:
    answers = [positioning.Answer(invited=[-3, 4], wished=[3, 2.5])]
    figure = figures.figure(positioning.plenary(answers), WORDS)
    assert picked(figure)[0]["x"] == [-3, -3, 3]


@pytest.mark.parametrize(("count", "stroke"), [(1, 6), (5, 6), (6, 4), (25, 4), (60, 4), (61, 2)])
def test_more_arrows_are_thinner(count: int, stroke: int) -> None:
    figure = figures.figure(many(count), WORDS)
    assert {trace["line"]["width"] for trace in picked(figure)} == {stroke}


def test_a_ring_stands_where_one_was_invited_and_the_head_where_one_wished_to_be() -> None:
    one = picked(figures.figure(plain(([-3, 4], [3, 2])), WORDS))[0]
    assert (one["x"][-2], one["y"][-2], one["marker"]["symbol"][-2]) == (-3, 4, "circle")
    assert (one["x"][-1], one["y"][-1], one["marker"]["symbol"][-1]) == (3, 2, "arrow")
    assert one["marker"]["color"][-2] == "var(--c-paper)"


def test_who_stayed_is_a_ring_with_a_dot() -> None:
    one = picked(figures.figure(plain(([-2, 1], [-2, 1])), WORDS))[0]
    assert one["mode"] == "markers"
    ring, dot = one["marker"]["size"]
    assert ring > 2 * dot
    assert one["name"].count("viden 2") == 1


def test_two_arrows_on_one_line_can_be_told_apart() -> None:
    first, second = picked(figures.figure(plain(*[([-3, 0], [3, 0])] * 2), WORDS))
    assert first["uid"] != second["uid"]
    assert first["x"] == second["x"]
    assert first["y"][0] - second["y"][0] == pytest.approx(-figures.APART)


def test_the_arrow_we_talk_about_lies_on_top_in_amber_inside_an_edge() -> None:
    three = plain(([-3, 0], [3, 0]), ([-2, 1], [2, 1]), ([-1, 2], [1, 2]))
    uid = figures.uid_of([-3, 0], [3, 0])
    figure = figures.figure(three, WORDS, uid)
    casing, amber = figure["data"][-2:]
    assert (casing["line"]["color"], amber["line"]["color"]) == (
        "var(--d-mark-edge)",
        "var(--d-mark)",
    )
    assert casing["line"]["width"] > amber["line"]["width"]
    assert amber["uid"] == uid
    assert len(picked(figure)) == 3


def test_lifting_an_arrow_that_is_gone_lifts_none() -> None:
    three = many(3)
    assert figures.figure(three, WORDS, "at_9_9_9_9") == figures.figure(three, WORDS)


def test_a_place_has_one_name_however_its_zero_is_written() -> None:
    assert figures.uid_of([-0.0, 1], [0, 2.5]) == figures.uid_of([0, 1.0], [0.0, 2.5])
    assert figures.uid_of([-1, 0], [2.5, 0]).isidentifier()


def test_the_map_has_its_words_at_the_ends_and_no_numbers() -> None:
    layout = figures.figure(many(6), WORDS)["layout"]
    assert layout["meta"]["ends"]["left"] == "Viden"
    assert not layout["xaxis"]["showticklabels"]
    assert layout["width"] == layout["height"]


def test_the_twin_says_in_sentences_and_a_table_what_the_picture_shows() -> None:
    said = twins.twin(plain(([-3, 4], [3, 2]), ([1, -2], [1, -2])), WORDS)
    assert said["sentences"][0].startswith("2 pile")
    assert "1 mod viden" in said["sentences"][1]
    assert said["rows"][0] == [
        "viden 3, støtte og udvikling 4",
        "facilitering 3, støtte og udvikling 2",
    ]
    assert twins.twin(plain(), WORDS)["rows"] == []


def test_a_place_is_said_as_one_says_it_in_the_language() -> None:
    assert figures.in_words([2.5, 0], WORDS).startswith("facilitering 2,5, midt mellem")
    assert figures.in_words([2.5, -1], EN) == "facilitation 2.5, control and inspection 1"
