"""Each hostile text in all fields at once, and a megabyte in one: every writer makes its file."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests import taken_home, test_takeaway_folder, test_takeaway_inert
from tests.taken_home import CORPUS
from tests.taken_home_files import COMPLETE, Home, blurred, every_file, gone
from workshops import fields, methods
from workshops.store.temporary import TemporaryStore
from workshops.takeaway.gathered import Gathered, gather
from workshops.takeaway.shelf import FORMATS

IN_GROUPS = [one.id for one in taken_home.taken_home() if one.instruments.get("group")]
SAMPLE = ("stuck_episode", "pdf")
"""The megabyte that goes through every run: a page of a fixed size has to find what it cuts."""
A_MINUTE = 60.0


def _long(one: str) -> list[pytest.MarkDecorator]:
    """Give the mark of what only the long run proves."""
    return [] if one in SAMPLE else [pytest.mark.long]


def all_shared(
    texts: Callable[[str, int], str], wanted: str = "", table: str = "1"
) -> list[Gathered]:
    """Give exercises as one group shared them, each of their texts given by field and limit."""
    store = TemporaryStore()
    those = [one for one in taken_home.taken_home() if wanted in {"", one.id}]
    for one in those:
        leaves = taken_home.filled(one, "group", 1)
        leaves |= {at: texts(at, most) for at, most in taken_home.texts(one, leaves).items()}
        taken_home.write(store, one, f"g:{table}", leaves)
        taken_home.share(store, one, f"g:{table}")
    made = [gather(store, one, "da") for one in those]
    store.close()
    return made


@pytest.mark.long
@pytest.mark.parametrize("text", CORPUS, ids=range(len(CORPUS)))
def test_each_hostile_text_in_all_fields_at_once(text: str) -> None:
    whole = text.encode("utf-8", "ignore").decode()
    made = {one.exercise.id: one for one in all_shared(lambda _at, most: whole[:most])}
    with blurred():
        home = Home(every_file(made, TemporaryStore()), made)
    for proof in (
        test_takeaway_inert.test_office_files_have_no_field_link_or_formula_of_anybodys,
        test_takeaway_inert.test_no_cell_of_a_csv_can_become_a_formula,
        test_takeaway_inert.test_markdown_has_only_the_marks_we_set,
        test_takeaway_inert.test_a_pdf_points_nowhere_and_does_nothing,
        test_takeaway_inert.test_a_picture_has_only_shapes_and_words,
        test_takeaway_folder.test_files_lie_in_their_folder_under_our_own_names,
    ):
        proof(home)
    for form in set(COMPLETE) - {"pdf"}:
        assert gone(home, form) == {}, form


@pytest.mark.parametrize("form", [pytest.param(one, marks=_long(one)) for one in FORMATS])
@pytest.mark.parametrize("long", ["x" * 1_000_000, "ord " * 250_000], ids=["word", "words"])
@pytest.mark.parametrize("wanted", [pytest.param(one, marks=_long(one)) for one in IN_GROUPS])
def test_a_megabyte_in_a_field_stops_no_writer(wanted: str, long: str, form: str) -> None:
    """No field takes so much; what a writer would make of it all the same is a file, in time."""
    (one,) = all_shared(lambda _at, _most: "kort", wanted)
    output = one.outputs[0]
    leaves = fields.leaves(output.answer.model_dump())
    path = max(taken_home.texts(one.exercise, leaves), key=lambda at: at == "transfer")
    answer = _with(output.answer, path.split("."), long)
    sections = methods.find(one.exercise.method).page(answer, one.words)
    swollen = replace(one, outputs=(replace(output, answer=answer, sections=sections),))
    begun = time.process_time()
    assert every_file({wanted: swollen}, TemporaryStore(), [form]) or form in {"ics", "pictures"}
    assert time.process_time() - begun < A_MINUTE


def _with(told: Any, path: list[str], text: str) -> Any:
    """Give an answer with a text at a path, past what the field takes."""
    if not path:
        return text
    if isinstance(told, list):
        return [_with(one, path[1:], text) if one.id == path[0] else one for one in told]
    return told.model_copy(update={path[0]: _with(getattr(told, path[0]), path[1:], text)})
