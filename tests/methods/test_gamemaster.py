"""What a meeting with time-outs means: when, not how many; and a card nobody else sees."""

from __future__ import annotations

from typing import Any

import pytest

from workshops import fields, twins
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.gamemaster import CARDS, LEVELS, Answer, page, plenary

EXERCISE = exercise("lead_the_talk")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
BEGAN = 1_790_000_000_000
FIRST = {
    "id": "a",
    "t": BEGAN + 250_000,
    "end": BEGAN + 330_000,
    "noticed": "At vi er tilbage ved frokosten",
    "asked": "Hvad har vi brug for at få sagt om det, der allerede er besluttet?",
    "decided": "Lederen siger det højt først",
}
FULL: dict[str, Any] = {
    "contract": {"frame": "Personaledagen", "direction": "Et udkast i morgen", "time": 15},
    "live": {"level": "content", "since": BEGAN + 330_000, "over": BEGAN + 900_400},
    "log": [
        {"id": "p", "t": BEGAN + 180_000, "level": "process", "note": "Vi venter på hinanden"},
        {"id": "s", "t": BEGAN, "level": "content"},
        {"id": "q", "t": BEGAN + 205_000, "level": "content"},
    ],
    "timeouts": [{"id": "b", "t": BEGAN + 600_000, "noticed": "To samtaler på én gang"}, FIRST],
    "best": "a",
    "summing_up": {"outcome": "Et halvt udkast", "learning": "Vi stoppede for sent"},
    "transfer": "På næste teammøde",
}


def many(count: int, **more: Any) -> list[Answer]:
    return [Answer.parse(FULL | more)] * count


def test_everything_may_be_half_filled() -> None:
    assert Answer.parse({}).log == []
    assert Answer.parse({"timeouts": [{"id": "a"}]}).timeouts[0].t is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"log": [{"id": "a", "t": -1}]},
        {"log": [{"id": "a", "level": "timeout"}]},
        {"live": {"level": "chaos"}},
        {"timeouts": [{"id": "a"}] * 13},
        {"timeouts": [{"id": "a", "asked": "x" * 181}]},
        {"contract": {"time": 0}},
        {"card": CARDS + 1},
        {"score": 1},
    ],
)
def test_what_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        Answer.parse(wrong)


def test_what_the_holder_writes_lies_apart_from_what_all_write() -> None:
    written = fields.leaves(Answer.parse(FULL).model_dump(exclude_defaults=True))
    held = {path.split(".")[0] for path in written} & set(EXERCISE.settings["held"])
    assert held == {"live", "log"}
    assert set(EXERCISE.settings["held"]) <= set(Answer.model_fields)


def test_a_timeline_goes_by_the_clock_from_the_first_tap() -> None:
    (line,) = plenary(many(1))["timelines"]
    assert line["turns"] == [
        {"at": 0, "to": "content"},
        {"at": 180, "to": "process"},
        {"at": 205, "to": "content"},
    ]
    assert line["timeouts"] == [
        {"at": 250, "until": 330, "best": True},
        {"at": 600, "until": None, "best": False},
    ]
    assert (line["seconds"], line["sentence"]) == (900, FIRST["asked"])


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_plenary_is_honest_at_any_size(count: int) -> None:
    figure = plenary([*many(count), Answer.parse({})])
    assert figure["n"] == count
    assert len(figure["timelines"]) == count + 1
    assert figure["timelines"][-1] is None
    assert figure["rows"] == [[FIRST["asked"], FIRST["decided"]]] * count


def test_without_a_choice_every_sentence_stands_in_the_order_of_the_clock() -> None:
    (first, second) = plenary(many(1, best=None))["rows"]
    assert first[0] == FIRST["asked"]
    assert second == ["To samtaler på én gang", ""]


def test_a_choice_of_a_time_out_that_was_removed_is_no_choice() -> None:
    figure = plenary(many(1, best="gone"))
    assert len(figure["rows"]) == 2
    assert figure["timelines"][0]["sentence"] == ""


def test_a_clock_that_was_set_back_gives_no_time_below_zero() -> None:
    value = {"log": [{"id": "a", "t": BEGAN, "level": "content"}], "live": {"over": BEGAN - 9}}
    assert plenary([Answer.parse(value)])["timelines"][0]["seconds"] == 0


def test_the_card_leaves_its_owner_in_no_way() -> None:
    drawn = Answer.parse(FULL | {"card": 5})
    assert drawn.for_all().card is None
    assert EXERCISE.for_all({"card": 5}) == {}
    assert page(drawn, DA) == page(Answer.parse(FULL), DA)
    assert plenary([drawn]) == plenary(many(1))
    assert EXERCISE.told is False


@pytest.mark.parametrize("words", [DA, EN])
def test_the_page_tells_contract_meeting_time_outs_and_summing_up(words: dict[str, str]) -> None:
    contract, told, talks, best, *texts = page(Answer.parse(FULL), words)
    assert [one["name"] for one in contract["pairs"]] == [
        words["contract_frame"],
        words["contract_direction"],
        words["contract_time"],
    ]
    assert told["rows"][1] == ["3:00", words["level_process"], "Vi venter på hinanden"]
    assert told["rows"][3] == ["4:10", words["timeout_n"].format(n=1), "– 5:30"]
    assert talks["rows"][0] == [FIRST["noticed"], FIRST["asked"], FIRST["decided"]]
    assert best["text"] == FIRST["asked"]
    assert [one["text"] for one in texts] == [
        "Et halvt udkast",
        "Vi stoppede for sent",
        "På næste teammøde",
    ]
    assert page(Answer.parse({}), words) == []


def test_the_twin_says_when_the_talk_turned_and_stopped() -> None:
    figure = plenary([Answer.parse({}), *many(1)])
    told = twins.twin(figure, DA, ("Gruppe 1", "Gruppe 2"))
    ((group, line),) = told["rows"]
    assert group == "Gruppe 2"
    assert line == "0:00 Indhold, 3:00 Proces, 3:25 Indhold, 4:10 Time-out 1, 10:00 Time-out 2"


@pytest.mark.parametrize("words", [DA, EN])
def test_every_level_and_every_card_has_its_words(words: dict[str, str]) -> None:
    assert all(words[f"level_{level}"] for level in LEVELS)
    for number in range(1, CARDS + 1):
        assert all(words[f"card_{number}_{part}"] for part in ("title", "text", "line"))
    assert f"card_{CARDS + 1}_title" not in words
