"""What a map means: what is taken, what the wall may draw of it, what the handbook says."""

from __future__ import annotations

import pytest

from workshops import fields
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.positioning import Answer, page, plenary

DA = exercise("stuck_episode").words["da"]
EN = exercise("stuck_episode").words["en"]


def test_everything_may_be_half_filled():
    assert Answer.parse({}).invited is None
    assert Answer.parse({"invited": [0, 0]}).wished is None


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ({"invited": [6, 0]}, "refused_outside"),
        ({"invited": [float("nan"), 0]}, "refused_outside"),
        ({"invited": [1]}, "refused_too_few_parts"),
        ({"invited": "nord"}, "refused_kind"),
        ({"words": {"taken": "x" * 61}}, "refused_too_long"),
        ({"score": 3}, "refused_unknown_field"),
        ({"second": {"said": "x" * 201}}, "refused_too_long"),
        ({"second": {"response": "obey"}}, "refused_kind"),
        ({"lines": [{"id": str(n)} for n in range(7)]}, "refused_too_many"),
        ({"episode": "\ud800"}, "refused_kind"),
    ],
)
def test_what_is_no_answer_is_refused_with_a_reason(value, word):
    with pytest.raises(Refused) as no:
        Answer.parse(value)
    assert no.value.word in {word, "refused_kind"}


def test_sixty_characters_are_counted_as_the_reader_counts_them():
    assert Answer.parse({"words": {"taken": "æ" * 60}}).words.taken == "æ" * 60


def test_the_order_of_arrows_tells_nothing_about_who_came_when():
    first = Answer.parse({"invited": [-1, 2], "wished": [3, 1]})
    second = Answer.parse({"invited": [-4, 0], "wished": [0, 1]})
    assert plenary([first, second]) == plenary([second, first])


def test_only_whole_arrows_on_the_common_axes_are_drawn():
    whole = {"invited": [-1, 2], "wished": [3, 1]}
    own = {**whole, "axes": {"left": "Tempo"}}
    answers = [Answer.parse(one) for one in (whole, own, {"invited": [1, 1]}, {})]
    assert plenary(answers)["arrows"] == [{"from": [-1, 2], "to": [3, 1]}]


def test_the_figure_holds_no_words_of_a_map():
    answer = Answer.parse(
        {
            "invited": [1, 1],
            "wished": [2, 2],
            "words": {"taken": "hemmeligt"},
            "episode": "hemmeligt",
        }
    )
    assert "hemmeligt" not in str(plenary([answer]))


def test_the_text_twin_speaks_the_readers_language():
    answer = Answer.parse({"invited": [-3.5, 4], "wished": [0, -1]})
    (danish,) = [one["twin"] for one in page(answer, DA) if one["is"] == "picture"]
    (english,) = [one["twin"] for one in page(answer, EN) if one["is"] == "picture"]
    assert danish[0]["value"] == "viden 3,5, støtte og udvikling 4"
    assert "3.5" in english[0]["value"]
    assert danish[1]["value"].startswith("midt mellem viden og facilitering")


SECOND = {
    "said": "Jeg har et bud. Må jeg først høre, hvad I har prøvet?",
    "response": "renegotiate",
    "answer": "Ja, men så vil vi også høre dit bud i dag.",
}


def test_the_page_says_how_the_second_run_was_met():
    (told,) = [one for one in page(Answer.parse({"second": SECOND}), DA) if one["is"] == "pairs"]
    assert told["title"] == DA["second"]
    assert [pair["value"] for pair in told["pairs"]] == [
        SECOND["said"], "Genforhandlede", SECOND["answer"],
    ]  # fmt: skip
    (english,) = page(Answer.parse({"second": {"response": "ignore"}}), EN)
    assert [pair["value"] for pair in english["pairs"]] == ["Let it pass"]


def test_the_second_run_stays_with_the_group_and_out_of_the_plenary():
    answer = Answer.parse({"second": SECOND, "invited": [1, 1], "wished": [2, 2]})
    assert plenary([answer]) == plenary([Answer.parse({"invited": [1, 1], "wished": [2, 2]})])


def test_an_answer_from_before_the_second_run_was_asked_for_is_still_one():
    stored = {"episode": "Et møde", "lines": [{"id": "l1a", "counter": "Jeg har et bud."}]}
    assert Answer.parse(stored).second.response is None
    assert [one["is"] for one in page(Answer.parse(stored), DA)] == ["text", "table"]


def test_the_second_run_is_stored_field_by_field():
    stored = fields.leaves({"second": SECOND})
    taken = {path: fields.checked(Answer, path, leaf) for path, leaf in stored.items()}
    assert fields.tree(taken) == {"second": SECOND}
    assert fields.checked(Answer, "second.response", None) is None
    assert fields.is_long(Answer, "second.said")


def test_an_empty_answer_leaves_an_empty_page():
    assert page(Answer.parse({}), DA) == []
