"""The handbook at the desk: what is chosen there is what is built, here and on the command line."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.test_takeaway_handbook import said
from tests.widgets.handbooks import Kernel
from workshops.takeaway import handbook
from workshops.takeaway.handbook import edits

POSITIONING = "day1_context/05_positioning"


@pytest.fixture
def kernel(tmp_path: Path) -> Iterator[Kernel]:
    one = Kernel(tmp_path)
    yield one
    one.store.close()


def chapter(shown: dict[str, Any], of: str = POSITIONING) -> dict[str, Any]:
    return next(one for one in shown["chapters"] if one["of"] == of)


def built(kernel: Kernel, name: str = "puf", language: str = "da") -> str:
    wanted = edits.edited(handbook.edition(name), kernel.store)
    return said(handbook.build(kernel.store, wanted, language))


def test_it_shows_every_chapter_with_what_groups_have_said_yes_to(kernel: Kernel) -> None:
    shown = kernel.shown.value
    assert {one["name"] for one in shown["editions"]} == {"newcomers", "puf", "vejledere"}
    assert len(shown["chapters"]) > 20
    assert all(one["title"]["da"] and one["title"]["en"] and one["on"] for one in shown["chapters"])
    texts = {one["text"] for one in chapter(shown)["examples"]}
    assert texts == {"næste personalemøde", "forældremødet i maj"}


def test_a_chapter_switched_off_is_out_until_it_is_on_again(kernel: Kernel) -> None:
    assert not chapter(kernel.press("turn", of=POSITIONING, on=False))["on"]
    assert "øjebliksbillede" not in built(kernel)
    assert chapter(kernel.press("turn", of=POSITIONING, on=True))["on"]
    assert "øjebliksbillede" in built(kernel)


def test_a_chapter_moves_within_its_day(kernel: Kernel) -> None:
    before = [one["of"] for one in kernel.shown.value["chapters"]]
    at = before.index(POSITIONING)
    after = [one["of"] for one in kernel.press("move", of=POSITIONING, by=-1)["chapters"]]
    assert after[at - 1] == POSITIONING
    assert sorted(after) == sorted(before)
    text = built(kernel)
    assert text.index('"text": "Positionering", "level"') < text.index('"De tre domæner", "level"')
    first = kernel.shown.value["chapters"][0]
    assert first["first"]
    assert kernel.press("move", of=first["of"], by=-1)["note"]["da"]


def test_an_example_left_out_is_out_and_one_withdrawn_is_gone(kernel: Kernel) -> None:
    (one, other) = chapter(kernel.shown.value)["examples"]
    shown = kernel.press("example", of=POSITIONING, key=one["key"], on=False)
    assert [each["on"] for each in chapter(shown)["examples"]] == [False, True]
    assert one["text"] not in built(kernel)
    assert other["text"] in built(kernel)
    table = other["key"].split("/")[1]
    kernel.store.withdraw("stuck_episode", f"g:{table}", "00000000", "handbook", "gone")
    assert other["text"] not in built(kernel)
    assert len(chapter(kernel.press("edition", name="puf"))["examples"]) == 1


@pytest.mark.parametrize(
    ("language", "text"), [("da", "Vi gør det på tavlen."), ("en", "We use the board.")]
)
def test_words_of_ones_own_stand_at_the_end_of_the_chapter(
    kernel: Kernel, language: str, text: str
) -> None:
    kernel.press("local", of=POSITIONING, language=language, text=f"{text}\n\n- og en liste")
    whole = built(kernel, language=language)
    assert text in whole
    assert whole.index(text) > whole.index({"da": "malertape", "en": "masking tape"}[language])
    assert text not in built(kernel, "newcomers", language)
    assert kernel.press("local", of=POSITIONING, language="da", text="x" * 4001)["note"]


def test_undo_takes_back_step_by_step_and_only_in_its_edition(kernel: Kernel) -> None:
    untouched = kernel.shown.value["chapters"]
    assert kernel.shown.value["undo"] is None
    kernel.press("turn", of=POSITIONING, on=False)
    once = kernel.press("local", of=POSITIONING, language="da", text="Vi bruger tavlen.")
    assert once["undo"] == {"what": "local"}
    assert kernel.press("edition", name="newcomers")["undo"] is None
    assert kernel.press("undo")["note"]["da"]
    kernel.press("edition", name="puf")
    back = kernel.press("undo")
    assert chapter(back)["local"] == {}
    assert not chapter(back)["on"]
    assert back["undo"] == {"what": "turn"}
    assert kernel.press("undo")["chapters"] == untouched
    assert len(kernel.store.events("handbook")) == 4  # nothing is deleted


def test_undo_does_not_bring_back_an_example_whose_group_has_said_no(kernel: Kernel) -> None:
    (one, _other) = chapter(kernel.shown.value)["examples"]
    kernel.press("example", of=POSITIONING, key=one["key"], on=False)
    table = one["key"].split("/")[1]
    kernel.store.withdraw("stuck_episode", f"g:{table}", "00000000", "handbook", "gone")
    assert len(chapter(kernel.press("undo"))["examples"]) == 1
    assert one["text"] not in built(kernel)


def test_an_edition_without_examples_offers_none(kernel: Kernel) -> None:
    shown = kernel.press("edition", name="newcomers")
    assert chapter(shown)["examples"] is None


def test_all_chapters_off_is_said_and_not_everything_built(kernel: Kernel) -> None:
    kernel.press("edition", name="newcomers")
    for one in kernel.shown.value["chapters"]:
        kernel.press("turn", of=one["of"], on=False)
    kernel.press("build", language="da")
    assert "slået fra" in waited(kernel)["note"]["da"]


def waited(kernel: Kernel) -> dict[str, Any]:
    """Give what is shown once nothing is under way."""
    for _ in range(600):
        if kernel.desk.busy is None:
            break
        time.sleep(0.05)
    kernel.desk.refresh()
    return kernel.shown.value


def test_a_build_leaves_the_files_where_the_desk_can_fetch_them(
    kernel: Kernel, tmp_path: Path
) -> None:
    kernel.press("edition", name="newcomers")
    kernel.press("build", language="da")
    shown = waited(kernel)
    assert shown["note"] is None
    assert {one["name"] for one in shown["files"]} == {
        "ny-i-puf.docx",
        "ny-i-puf.pdf",
        "ny-i-puf.html",
    }
    assert all((tmp_path / "exports" / one["name"]).is_file() for one in shown["files"])
    assert {one["url"] for one in shown["files"]} >= {"/exports/ny-i-puf.pdf"}


@pytest.mark.parametrize(
    "press",
    [
        {"button": "turn", "of": "../nowhere", "on": True},
        {"button": "move", "of": POSITIONING, "by": 7},
        {"button": "move", "of": POSITIONING, "by": "1"},
        {"button": "local", "of": POSITIONING, "language": "sv", "text": "x"},
        {"button": "local", "of": POSITIONING, "language": "da", "text": 3},
        {"button": "edition", "name": "../../etc"},
        {"button": "nonsense", "of": POSITIONING},
    ],
)
def test_a_strange_press_changes_nothing_and_is_answered(
    kernel: Kernel, press: dict[str, Any]
) -> None:
    button = press.pop("button")
    before = kernel.store.events("handbook")
    assert kernel.press(button, **press)["note"]["da"]
    assert kernel.store.events("handbook") == before


def test_without_a_data_folder_it_says_how_to_build() -> None:
    kernel = Kernel()
    assert "start.py handbook" in kernel.press("build", language="da")["note"]["da"]
    kernel.store.close()
