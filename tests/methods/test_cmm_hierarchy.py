"""What a hierarchy means: what is taken, what the wall may draw of it, what the handbook says."""

from __future__ import annotations

import random
from typing import Any

import pytest

from workshops import bots_made, fields
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.cmm_hierarchy import DEFAULT, LEVELS, Answer, Levels, page, plenary

EXERCISE = exercise("stuck_utterance")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
FULL: dict[str, Any] = {
    "utterance": "De kommer bare og går.",
    "mine": {
        "name": "Læreren",
        "order": ["organisation", "self", "relation", "speech_act"],
        "levels": {
            "organisation": {"story": "Skemaet er vores.", "strength": 3},
            "culture": {"story": "Det siger man ikke.", "strength": 1},
        },
        "highest": "organisation",
        "forces": [
            {
                "id": "a1b",
                "kind": "contextual",
                "from_level": "organisation",
                "to_level": "speech_act",
                "deontic": "must",
            },
            {"id": "c2d", "from_level": "self"},
        ],
        "loop": "charmed",
    },
    "theirs": {"highest": "self", "levels": {"self": {"strength": 0}}},
    "differs": "self",
    "new_utterance": "Hvad har du brug for om mandagen?",
    "effect": "Relationen: at vi er fælles om klassen.",
}


def test_everything_may_be_half_filled() -> None:
    assert Answer.parse({}).mine.order is None
    assert Answer.parse({"mine": {"forces": [{"id": "a1b"}]}}).mine.forces[0].kind is None
    assert Answer.parse({"theirs": {"levels": {"self": {}}}}).theirs.levels.self.strength is None
    assert Answer.parse(FULL).mine.levels.culture.story == "Det siger man ikke."


def test_every_level_has_its_place_its_word_and_its_question() -> None:
    assert tuple(Levels.model_fields) == LEVELS
    assert set(DEFAULT) < set(LEVELS)
    for words in (DA, EN):
        for level in LEVELS:
            assert words[f"level_{level}"]
            assert words[f"hint_{level}"]


@pytest.mark.parametrize(
    "value",
    [
        {"mine": {"levels": {"self": {"strength": 4}}}},
        {"mine": {"levels": {"self": {"strength": True}}}},
        {"mine": {"levels": {"god": {"strength": 1}}}},
        {"mine": {"order": ["self", "self"]}},
        {"mine": {"order": ["self", "boss"]}},
        {"theirs": {"loop": "vicious"}},
        {"theirs": {"forces": [{"id": str(n)} for n in range(7)]}},
        {"theirs": {"forces": [{"id": "a", "deontic": "should"}]}},
        {"utterance": "x" * 201},
        {"score": 3},
    ],
)
def test_what_is_no_answer_is_refused(value: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        Answer.parse(value)


def test_an_answer_is_the_same_after_its_fields_were_stored_one_by_one() -> None:
    stored = fields.leaves(FULL)
    taken = {path: fields.checked(Answer, path, leaf) for path, leaf in stored.items()}
    assert fields.tree(taken) == FULL
    for path in ("mine.order", "mine.highest", "theirs.loop", "theirs.levels.self.strength"):
        assert fields.checked(Answer, path, None) is None


def test_two_who_write_one_story_at_once_both_keep_their_text() -> None:
    assert fields.is_long(Answer, "theirs.levels.speech_act.story")
    assert fields.is_long(Answer, "new_utterance")


def test_the_loop_and_the_highest_level_are_marked_and_never_worked_out() -> None:
    strong = {"order": ["self", "culture"], "levels": {"self": {"strength": 3}}}
    drawn = plenary([Answer.parse({"mine": strong})])["hierarchies"][0]["mine"]
    assert (drawn["highest"], drawn["loop"]) == (None, None)
    assert [one["level"] for one in drawn["levels"]] == ["self", "culture"]


def test_a_level_that_was_taken_out_is_no_longer_highest_and_keeps_its_story() -> None:
    gone = {"order": ["self", "culture"], "highest": "relation"}
    answer = Answer.parse({"mine": gone})
    assert plenary([answer])["highest"]["mine"]["relation"] == 0
    kept = Answer.parse(FULL)
    assert "culture" not in [
        one["level"] for one in plenary([kept])["hierarchies"][0]["mine"]["levels"]
    ]
    assert kept.mine.levels.culture.story


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_wall_counts_what_was_marked_whatever_came(count: int) -> None:
    chance = random.Random(count)  # noqa: S311 - made, not secret
    values = [bots_made.made(EXERCISE, "group", number, count) for number in range(count)]
    answers = [Answer.parse(one) for one in values]
    figure = plenary(answers)
    assert figure["kind"] == "hierarchies"
    assert len(figure["hierarchies"]) <= count
    for side in ("mine", "theirs"):
        counted = figure["highest"][side]
        assert tuple(counted) == LEVELS
        shown = [one[side]["highest"] for one in figure["hierarchies"]]
        assert sum(counted.values()) == sum(1 for level in shown if level)
    assert [row[1] for row in figure["rows"]] == [
        one.new_utterance for one in answers if one.new_utterance
    ]
    chance.shuffle(answers)
    assert plenary(answers)["highest"] == figure["highest"]


def test_who_has_done_nothing_is_not_drawn() -> None:
    figure = plenary([Answer.parse({}), Answer.parse({"utterance": "Hej"}), Answer.parse(FULL)])
    assert len(figure["hierarchies"]) == 1
    assert figure["rows"] == [[FULL["utterance"], FULL["new_utterance"], FULL["effect"]]]
    only_mine = plenary([Answer.parse({"mine": FULL["mine"]})])["hierarchies"][0]
    assert only_mine["theirs"]["levels"] == []


def test_no_story_and_no_name_goes_on_the_wall() -> None:
    told = str(plenary([Answer.parse(FULL)]))
    for private in ("Skemaet", "Læreren", "Det siger man ikke"):
        assert private not in told


def test_the_page_says_what_was_marked_and_calls_a_guess_a_guess() -> None:
    sections = page(Answer.parse(FULL), DA)
    mine, theirs = (one for one in sections if one["is"] == "table")
    assert mine["title"] == "Læreren · et bud"
    assert mine["rows"][0] == ["Organisation (højeste kontekst)", "Skemaet er vores.", "stærk"]
    assert [row[0] for row in theirs["rows"]] == [
        "Kultur", "Selv/identitet (højeste kontekst)", "Relation", "Episode", "Talehandling",
    ]  # fmt: skip
    assert theirs["title"] == "Den anden part · et bud"
    texts = [one["text"] for one in sections if one["is"] == "text"]
    assert "Kontekstuel kraft · Organisation → Talehandling · skal" in texts
    assert DA["loop_charmed"] in texts
    assert FULL["effect"] in texts


def test_the_page_speaks_the_readers_language() -> None:
    texts = [one.get("text", "") for one in page(Answer.parse(FULL), EN)]
    assert "Contextual force · Organisation → Speech act · must" in texts


def test_an_empty_answer_leaves_an_empty_page() -> None:
    assert page(Answer.parse({}), DA) == []
