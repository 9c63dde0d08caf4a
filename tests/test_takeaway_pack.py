"""The print pack: every field of every exercise on paper once, and nothing that is somebody's."""

from __future__ import annotations

import argparse
import io
import re
from collections import Counter
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest

from workshops import exercises
from workshops.exercises import DAYS, Exercise
from workshops.fields import checked
from workshops.store import Declined, Store
from workshops.store.temporary import TemporaryStore
from workshops.takeaway.document import Document
from workshops.takeaway.pdf import press
from workshops.takeaway.script import command, day_content
from workshops.takeaway.script.pack import pack
from workshops.takeaway.script.paper_order import (
    PaperField,
    paper_blocks,
    paper_fields,
    screen_only,
    stage_of,
)
from workshops.takeaway.script.paper_shapes import pattern_of, shapes
from workshops.takeaway.script.sheet_parts import key_of
from workshops.takeaway.script.squares import place_of, square_of
from workshops.takeaway.script.worksheets import worksheets
from workshops.takeaway.word import worded
from workshops.words import words

DAY = "day1_context"
EVERY = [(one.id, stage) for one in exercises.exercises() for stage in one.instruments
         if stage != "plenary"]  # fmt: skip
OTHER_STAGE = {
    ("question_types", "group"): ("given.*",),
    ("question_types", "individual"): ("questions.*",),
    ("lead_the_talk", "group"): ("card",),
    ("lead_the_talk", "individual"): ("*",),
    ("draw_loop", "individual"): ("actors.*.punctuation",),
    ("conflict_steps", "individual"): ("modes.*",),
}
"""What an instrument asks for on its other stage only; the card of a meeting is paper itself."""


def words_of(document: Document) -> str:
    """Give every text of a document as Word has it."""
    file = docx.Document(io.BytesIO(worded.printed(document)))
    texts = [one.text for one in file.element.iter("{*}t") if one.text]
    return " ".join(texts)


def text_of_pdf(document: Document) -> str:
    pages = pypdf.PdfReader(io.BytesIO(press.pressed(document))).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def asked(exercise: Exercise, stage: str) -> set[str]:
    """Give the patterns of the fields that a stage's screen asks for."""
    of_sheet = {pattern for field in exercise.sheet for pattern in patterns(exercise, field)}
    here = {
        pattern
        for field in exercise.sheet
        if field.get("stage", stage) == stage and "field_sheet" in exercise.instruments[stage]
        for pattern in patterns(exercise, field)
    }
    if exercise.instruments[stage] != ["field_sheet"]:
        here |= {one for one in shapes(exercise.answer) if one not in of_sheet}
    if exercise.method == "contract":
        here |= {one for one in shapes(exercise.answer) if one.startswith("unclear.")}
    else_where = OTHER_STAGE.get((exercise.id, stage), ())
    return {
        one
        for one in here
        if not one.endswith(".id") and not any(fnmatch(one, other) for other in else_where)
    }


def patterns(exercise: Exercise, field: dict[str, Any]) -> list[str]:
    name = field["field"]
    return [one for one in shapes(exercise.answer) if one == name or one.startswith(f"{name}.*.")]


def sample(field: PaperField) -> Any:
    """Give something that may be typed into a field."""
    if field.kind in ("choice", "ticks", "order"):
        first = field.options[0][0]
        return first if field.kind == "choice" else [first]
    made: dict[str, Any] = {
        "text": "ord", "tick": True, "number": int(field.low), "row": "p1", "minute": 90,
        "moment": 1_800_000_000_000, "square": place_of("C4", field.low, field.high),
    }  # fmt: skip
    return made.get(field.kind)


# ── every field once ─────────────────────────────────────────────────────────
@pytest.mark.parametrize(("name", "stage"), EVERY)
def test_every_field_one_can_write_is_on_the_paper_exactly_once(name: str, stage: str) -> None:
    one = exercises.exercise(name)
    fields = paper_fields(one, "da", stage)
    assert [path for path, n in Counter(field.path for field in fields).items() if n > 1] == []
    assert [code for code, n in Counter(field.code for field in fields).items() if n > 1] == []
    here = {pattern_of(field.path) for field in fields}
    only = screen_only(one, stage)
    missing = {one for one in asked(one, stage) - here if not any(fnmatch(one, s) for s in only)}
    assert missing == set()
    assert here <= asked(one, stage)


@pytest.mark.parametrize(("name", "stage"), EVERY)
def test_a_field_on_paper_is_one_the_store_takes(name: str, stage: str) -> None:
    one = exercises.exercise(name)
    for field in paper_fields(one, "da", stage):
        value = sample(field)
        if value is not None:
            checked(one.answer, field.path, value)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(("name", "stage"), EVERY)
def test_every_field_has_words_and_every_choice_its_own(
    name: str, stage: str, language: str
) -> None:
    one = exercises.exercise(name)
    for field in paper_fields(one, language, stage):
        assert field.label, field
        assert field.label != field.path, field
        unsaid = [value for value, label in field.options if str(value) == label]
        assert language == "en" or unsaid == [], field  # «calm» is an English word as well
        assert "{" not in field.label + field.hint, field


def test_codes_are_the_same_in_both_languages_and_keep_when_a_list_grows() -> None:
    for one in exercises.exercises():
        danish, english = paper_fields(one, "da"), paper_fields(one, "en")
        assert [(f.code, f.path, f.kind) for f in danish] == [
            (f.code, f.path, f.kind) for f in english
        ]
    fields = {field.path: field.code for field in paper_fields(exercises.exercise("stuck_episode"))}
    assert fields["episode"] == "A1"
    assert fields["lines.p1.invitation"] == "F1a"
    assert fields["lines.p3.shift"] == "F3c"


def test_a_table_of_fewer_hears_its_first_seat_again() -> None:
    one = exercises.exercise("listening_lab")
    paths = [field.path for field in paper_fields(one, seats=3)]
    assert "rounds.r4.heard.s1" in paths
    assert "rounds.r4.heard.s4" in [field.path for field in paper_fields(one)]


@pytest.mark.parametrize(("low", "high"), [(-5, 5), (-1, 1), (0, 10)])
def test_a_square_and_its_place_are_each_others_twin(low: float, high: float) -> None:
    for square in ("A1", "F6", "K11", "C4"):
        place = place_of(square, low, high)
        assert place is not None
        assert square_of(place, low, high) == square
    assert place_of("F6", low, high) == [(low + high) / 2] * 2
    assert place_of(" c 4 ", low, high) == place_of("C4", low, high)
    assert [place_of(no, low, high) for no in ("L3", "C12", "C0", "", "=C4")] == [None] * 5


def test_the_key_of_a_sheet_names_the_fields_of_the_screen() -> None:
    key = key_of(paper_blocks(exercises.exercise("stuck_episode")))
    assert "B1 invited" in key
    assert "F1a lines.*.invitation" in key


# ── the files ────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", ["stuck_episode", "stuck_utterance", "question_types", "try_outs"])
def test_a_worksheet_says_every_label_in_word_and_pdf(name: str, language: str) -> None:
    one = exercises.exercise(name)
    made = Document("x", language, datetime.now(UTC), "", worksheets(one, language))
    in_word = words_of(made)
    squeezed = re.sub(r"[\s­]", "", text_of_pdf(made))
    for field in paper_fields(one, language, stage_of(one)):
        label = field.label.rpartition(" · ")[0] or field.label
        assert label in in_word
        assert re.sub(r"[\s­]", "", label) in squeezed, label


@pytest.mark.long
@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_pack_holds_every_exercise_case_role_and_card_of_its_day(day: str, language: str) -> None:
    kit = words(language)
    made = {one.title.partition(" · ")[2]: one for one in pack(day, language)}
    sheets = words_of(made[kit["script_pack_worksheets"]])
    for one in day_content.exercises_of(day, language):
        said = one.words[language]
        title = said.get("title_group") if stage_of(one) == "group" else None
        assert (title or said["title"]) in sheets, one.id
    cards = words_of(made[kit["script_pack_cards"]])
    for case in day_content.cases_of(day):
        said = case.said[language]
        assert said["text"] in cards
        assert all(role["card"] in cards for role in said["roles"])
    for _one, deck in day_content.decks(day, language):
        assert all(title in cards for title, _text in deck)
    assert kit["script_observer"] in words_of(made[kit["script_pack_observers"]])


def test_the_groups_signs_are_ten_and_say_so_to_a_screen_reader() -> None:
    signs = next(one for one in pack(DAY) if one.title.endswith(words()["script_pack_signs"]))
    assert [leaf.sheet for leaf in signs.leaves[1:]] == ["a4 across"] * 10
    alts = [part["alt"] for leaf in signs.leaves[1:] for part in leaf.parts]
    assert alts == [words()["take_group"].format(n=n) for n in range(1, 11)]


def test_the_way_in_has_its_code_only_when_the_address_is_known() -> None:
    store = seated()
    known = pack(DAY, "da", store, "10.0.0.7:8080")[3].leaves[0]
    unknown = pack(DAY, "da", store)[3].leaves[0]
    assert [part["is"] for part in known.parts].count("picture") == 1
    assert "ABC234" in str(known.parts)
    assert "picture" not in [part["is"] for part in unknown.parts]
    store.close()


# ── code cards ───────────────────────────────────────────────────────────────
def seated() -> Store:
    store = TemporaryStore()
    store.mark("code", DAY, "ABC234", "room")
    for number, name in enumerate(("Anna", "Bo", "Carla", "Dorte")):
        seat = {"alias": name, "table": str(number + 1), "code": f"birk-havn-{number}1"}
        store.mark("seat", f"p:0000000{number}", seat, f"0000000{number}")
    store.mark("seat", "p:00000002", {"alias": "Carla", "code": "x-y-1", "gone": True}, "desk")
    store.forget("00000003")
    return store


def test_code_cards_are_those_of_the_people_who_have_a_seat_here() -> None:
    store = seated()
    made = words_of(pack(DAY, "da", store)[4])
    assert all(one in made for one in ("Anna", "birk-havn-01", "Bo", "birk-havn-11"))
    assert not any(one in made for one in ("Carla", "x-y-1", "Dorte", "birk-havn-31"))
    store.close()


def test_without_a_list_code_cards_are_empty_and_no_other_paper_knows_a_name() -> None:
    assert "birk-havn" not in words_of(pack(DAY)[4])
    store = seated()
    others = [words_of(one) for one in pack(DAY, "da", store)[:4]]
    assert not any(name in text for text in others for name in ("Anna", "birk-havn"))
    store.close()


def test_a_hostile_name_is_a_name_on_a_card() -> None:
    store = TemporaryStore()
    hostile = "=1+1 <b>\u202e#let x\\"
    store.mark("seat", "p:1", {"alias": hostile, "code": "a-b-1"}, "1")
    cards = pack(DAY, "da", store)[4]
    assert "=1+1 <b>#let x\\" in words_of(cards)
    assert "=1+1 <b>#let x\\" in text_of_pdf(cards)
    store.close()


# ── the command ──────────────────────────────────────────────────────────────
def options(tmp_path: Path, **more: object) -> argparse.Namespace:
    given = {"day": DAY, "language": "da", "data": tmp_path / "data", "out": tmp_path / "out",
             "formats": "docx", "address": None}  # fmt: skip
    return argparse.Namespace(**(given | more))


def test_the_command_writes_a_file_for_each_and_says_where(tmp_path: Path) -> None:
    said = list(command.pack_told(options(tmp_path)))
    files = sorted(file.name for file in (tmp_path / "out").iterdir())
    assert len(said) == len(files) == 5
    assert "laeringsdag-1-arbejdsark-da.docx" in files


@pytest.mark.parametrize("wrong", [{"day": "day9"}, {"formats": "odt"}])
def test_the_command_refuses_what_is_not_there(tmp_path: Path, wrong: dict[str, str]) -> None:
    with pytest.raises(Declined) as refused:
        list(command.pack_told(options(tmp_path, **wrong)))
    assert refused.value.word in words()
