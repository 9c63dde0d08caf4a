"""What a map of invitations means: what is taken, what the wall tells, what the handbook says."""

from __future__ import annotations

from typing import Any

import pytest

from workshops import bots_made, fields
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.positions_between import Answer, page, plenary
from workshops.words import words

EXERCISE = exercise("who_invites_whom")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
TO_ME = {
    "id": "k1a",
    "from_actor": "led",
    "to_actor": "mig",
    "utterance": "Du ved jo, hvad der virker.",
    "position": "den, der har svaret",
    "response": "renegotiate",
}
TO_HER = {
    "id": "k2b",
    "from_actor": "led",
    "to_actor": "vej",
    "utterance": "Den var for besværlig.",
    "position": "den, der ikke leverede",
}
FULL: dict[str, Any] = {
    "episode": "Møde om fravær, fem minutter inde",
    "actors": [
        {"id": "led", "name": "Skoleleder"},
        {"id": "vej", "name": "Vejleder"},
        {"id": "mig", "name": "Konsulent"},
    ],
    "arrows": [TO_HER, TO_ME],
    "self_actor": "mig",
    "counter": "Jeg har et bud. Må vi først høre om planen fra sidste år?",
    "transfer": "Mødet på tirsdag",
}


def rows(**changed: Any) -> list[list[str]]:
    return plenary([Answer.parse({**FULL, **changed})])["rows"]


def test_everything_may_be_half_filled() -> None:
    assert Answer.parse({}).self_actor is None
    assert Answer.parse({"arrows": [{"id": "a1b"}]}).arrows[0].response is None
    assert Answer.parse(FULL).arrows[1].position == "den, der har svaret"


@pytest.mark.parametrize(
    "value",
    [
        {"arrows": [{"id": "a", "response": "obey"}]},
        {"arrows": [{"id": "a", "utterance": "x" * 201}]},
        {"arrows": [{"id": str(n)} for n in range(17)]},
        {"actors": [{"id": "Led"}]},
        {"self_actor": "Skolelederen!"},
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
    assert fields.checked(Answer, "arrows.k1a.response", None) is None


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_four_responses_are_called_as_in_the_glossary(language: str) -> None:
    for response in ("accept", "reject", "renegotiate", "ignore"):
        said = EXERCISE.words[language][f"arrow_response_{response}"]
        assert said == words(language)[f"resp_{response}"]


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_wall_tells_every_counter_positioning_once(count: int) -> None:
    values = [bots_made.made(EXERCISE, "group", number, count) for number in range(count)]
    answers = [Answer.parse(one) for one in values]
    figure = plenary(answers)
    assert figure["kind"] == "groups"
    assert all(len(row) == len(figure["heads"]) and any(row) for row in figure["rows"])
    told = [row[2] for row in figure["rows"] if row[2]]
    assert told == [one.counter for one in answers if one.counter]


def test_a_counter_positioning_stands_beside_the_one_invitation_to_oneself() -> None:
    assert rows() == [
        [TO_HER["utterance"], TO_HER["position"], ""],
        [TO_ME["utterance"], TO_ME["position"], FULL["counter"]],
    ]


@pytest.mark.parametrize(
    "changed",
    [{"self_actor": None}, {"arrows": [TO_ME, {**TO_ME, "id": "k3c"}]}, {"self_actor": "vaek"}],
)
def test_which_invitation_it_answers_is_never_guessed(changed: dict[str, Any]) -> None:
    *invitations, last = rows(**changed)
    assert last == ["", "", FULL["counter"]]
    assert [row[2] for row in invitations] == ["", ""]


def test_an_arrow_from_or_to_someone_who_was_taken_off_is_not_told() -> None:
    only_me = [one for one in FULL["actors"] if one["id"] != "vej"]
    assert rows(actors=only_me, counter="") == [[TO_ME["utterance"], TO_ME["position"], ""]]


def test_an_offered_position_is_called_a_guess_where_others_read_it() -> None:
    head = DA["arrow_position_short"]
    assert head.endswith("bud")
    assert [DA[one] for one in plenary([])["heads"]][1] == head
    (table,) = [one for one in page(Answer.parse(FULL), DA) if one["is"] == "table"]
    assert head in table["heads"]


def test_who_was_there_is_not_told_on_the_wall() -> None:
    told = str(plenary([Answer.parse(FULL)]))
    for private in ("Vejleder", "Skoleleder", "fravær", "tirsdag", "renegotiate"):
        assert private not in told


def test_the_page_tells_who_invited_whom_and_what_came_of_it() -> None:
    sections = page(Answer.parse(FULL), DA)
    (table,) = [one for one in sections if one["is"] == "table"]
    assert table["rows"][1] == [
        "Skoleleder → Konsulent", TO_ME["utterance"], TO_ME["position"], "Genforhandlede",
    ]  # fmt: skip
    assert sections[1]["text"].splitlines()[2] == f"Konsulent ({DA['self_page']})"
    assert FULL["counter"] in [one.get("text") for one in sections]


def test_the_page_speaks_the_readers_language() -> None:
    (table,) = [one for one in page(Answer.parse(FULL), EN) if one["is"] == "table"]
    assert table["rows"][1][3] == "Renegotiated"


def test_an_empty_answer_leaves_an_empty_page() -> None:
    assert page(Answer.parse({}), DA) == []
