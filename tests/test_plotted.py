"""Plenaries as plotly figures: the same as on the big screen, words stay words, nobody is asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest

from workshops import bots_shared, exercises, frames, kernel, methods
from workshops.checks.notebooks import bare
from workshops.frames import chosen
from workshops.plotted.drawn import drawn
from workshops.store import Change, Declined, Store
from workshops.store.temporary import TemporaryStore
from workshops.takeaway import paper
from workshops.takeaway.pictures.drawing import Drawing, Line, Pen, Words

NOTEBOOK = Path(__file__).resolve().parent.parent / "docs" / "counting.ipynb"
HOSTILE = '<a href="javascript:alert(1)">tryk</a> $\\int$ & \u202egnirts\u0000'


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Give the kernel's own store, new and empty."""
    one = TemporaryStore()
    monkeypatch.setattr(kernel, "store", lambda: one)
    monkeypatch.setattr(bots_shared, "own_store", lambda: one)
    yield one
    one.close()


def figure(wanted: str) -> go.Figure:
    return frames(wanted).figures[wanted]


def texts(part: Any) -> Iterator[str]:
    """Give every text of a figure, wherever in it."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list | tuple):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from texts(inner)


def told(one: go.Figure) -> str:
    return "\n".join(texts(json.loads(one.to_json())))


# ── every plenary ────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_plenary_has_a_figure_with_the_exercises_question(
    store: Store, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert store.last() == 0
    monkeypatch.setenv("LAERINGSDAGE_LANGUAGE", language)
    bots_shared.share()
    found = frames().figures
    kinds = {one.id: methods.find(one.method).plenary([])["kind"] for one in chosen(None, None)}
    assert set(found) == {name for name, kind in kinds.items() if kind != "quiet"}
    for name, one in found.items():
        words = exercises.exercise(name).words[language]
        assert one.layout.title.text == words["plenary_title"].replace("\u00ad", "")
        assert one.layout.separators == {"da": ",.", "en": ".,"}[language]
        assert one.layout.paper_bgcolor == paper.PAPER
        assert one.data or one.layout.shapes


def test_a_figure_asks_nobody_outside(store: Store) -> None:
    assert store.last() == 0
    bots_shared.share("stuck_utterance", "six_to_sixty_plan", "stuck_episode")
    for name in ("stuck_utterance", "six_to_sixty_plan", "stuck_episode"):
        assert "http" not in told(figure(name))
        assert not figure(name).layout.images


def test_what_a_chart_counts_is_what_the_plenary_counts(store: Store) -> None:
    assert store.last() == 0
    bots_shared.share("same_words", "prep_card", "six_to_sixty_plan", "question_types")
    counts = [list(row) for row in figure("same_words").data[0].z]
    shared = frames("same_words")._shared["same_words"]
    assert counts == shared.figure["cells"]
    dots = sum(len(trace.x) for trace in figure("prep_card").data)
    plots = frames("prep_card")._shared["prep_card"].figure["plots"]
    assert dots == sum(sum(plot["counts"]) for plot in plots)
    minutes = sum(sum(trace.x) for trace in figure("six_to_sixty_plan").data)
    assert minutes == frames("six_to_sixty_plan")["steps"]["minutes"].sum()
    pairs = frames("question_types")._shared["question_types"].figure["pairs"]
    assert len(figure("question_types").data[1].x) == len(pairs)


# ── the promise ──────────────────────────────────────────────────────────────
def test_nothing_shared_is_no_figure(store: Store) -> None:
    assert store.last() == 0
    assert frames().figures == {}


@pytest.mark.parametrize(("people", "seen"), [(5, False), (6, True)])
def test_of_fewer_than_six_people_there_is_no_figure(
    store: Store,
    people: int,
    seen: bool,
) -> None:
    assert store.last() == 0
    bots_shared.share("check_out_1", people=people)
    assert ("check_out_1" in frames("check_out_1").figures) is seen


def test_what_is_withdrawn_is_in_no_figure(store: Store) -> None:
    bots_shared.share("power_lenses", groups=1)
    assert figure("power_lenses").data
    store.withdraw("power_lenses", "g:1", bots_shared.GROUP, "plenary", "withdrawn")
    assert frames("power_lenses").figures == {}


def test_values_that_are_shared_apart_have_a_row_each(store: Store) -> None:
    assert store.last() == 0
    bots_shared.share("prep_card", "flow_points")
    needs = ["autonomy", "competence", "relatedness"]
    alone = frames("prep_card")["unnamed"]
    assert len(alone)
    assert (alone[needs].notna().sum(axis=1) == 1).all()
    assert alone["answer"].is_unique
    for name in needs:
        values = alone[name].dropna().tolist()
        assert values == sorted(values)
    points = frames("flow_points")["unnamed"]
    assert (points[["first_x", "second_x", "third_x"]].notna().sum(axis=1) == 1).all()


def test_nothing_invented_is_mixed_in_among_real_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bots_shared, "own_store", object)
    with pytest.raises(Declined) as declined:
        bots_shared.share("check_out_1")
    assert declined.value.word == "frames_not_invented"


# ── words ────────────────────────────────────────────────────────────────────
def test_peoples_words_are_no_markup_and_no_formula(store: Store) -> None:
    of_group = [("power_lenses", "saw_direct", "g:1", bots_shared.GROUP)]
    of_people = [("check_out_1", "line", f"p:{at:08x}", f"{at:08x}") for at in range(6)]
    for name, path, subject, author in of_group + of_people:
        store.submit(Change(name, subject, author, path, HOSTILE, f"{name} {subject}")).result()
        store.release(name, subject, author, "plenary", f"{name} {subject} shared")
    for name in ("power_lenses", "check_out_1"):
        said = told(figure(name))
        assert "&lt;a href=" in said
        assert "<a" not in said
        assert "$" not in said
        assert not set(said) & {"\u202e", "\u0000"}


def test_the_words_of_a_drawing_are_no_markup_either() -> None:
    drawing = Drawing(100.0, 50.0)
    drawing.add(Words((10.0, 20.0), ("<b>$x$</b>", "to"), bold=True, anchor="end"))
    drawing.add(Line(((0.0, 0.0), (9.0, 0.0)), Pen(paper.INK, 0.3), head="full"))
    one = drawn(go.Figure(), drawing)
    first, second = one.layout.annotations
    assert first.text == "&lt;b&gt;&#36;x&#36;&lt;/b&gt;"
    assert (first.xanchor, first.font.weight) == ("right", 700)
    assert second.y > first.y
    assert tuple(one.layout.yaxis.range) == (50.0, 0.0)
    assert len(one.layout.shapes) == 2


# ── the worked example ───────────────────────────────────────────────────────
def test_the_worked_example_is_bare_and_in_both_languages() -> None:
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    assert bare(notebook) == notebook
    ids = [cell["id"] for cell in notebook["cells"] if cell["cell_type"] == "markdown"]
    assert ids[::2] == [one.removesuffix("-en") + "-da" for one in ids[1::2]]
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            assert len(cell["source"]) <= 8
