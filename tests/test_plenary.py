"""What the wall shows of an exercise: only what was shared, live, and what somebody points at."""

from __future__ import annotations

import asyncio
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from workshops import exercises, fields
from workshops.plenary import Shown, Wall, plenary_view, shown
from workshops.store import Change, Store
from workshops.store.temporary import TemporaryStore

EXERCISE = exercises.exercise("stuck_episode")
WORDS = EXERCISE.words["da"]
MAP = {"invited": [-3.0, 4.0], "wished": [3.0, 2.5]}
LINES = [{"id": "a1b", "invitation": "Bare sig det", "counter": "<b>Jeg</b> har et bud."}]


@pytest.fixture
def store() -> Iterator[TemporaryStore]:
    one = TemporaryStore()
    yield one
    one.close()


def put(store: Store, subject: str, author: str, value: dict[str, Any]) -> None:
    for path, leaf in fields.leaves(value).items():
        key = secrets.token_urlsafe(9)
        store.put(Change(EXERCISE.id, subject, author, path, leaf, key))


def share(store: Store, subject: str, author: str) -> None:
    store.release(EXERCISE.id, subject, author, "plenary", secrets.token_urlsafe(9))


def people(store: Store, count: int) -> None:
    """Let so many place and share their arrows, each another one."""
    for number in range(count):
        who = f"{number:08x}"
        store.mark("seat", f"p:{who}", {"alias": who, "table": "1", "learning_group": ""}, who)
        put(store, f"p:{who}", who, {**MAP, "invited": [-5 + number / 2, 1.0]})
        share(store, f"p:{who}", who)


def group(store: Store, table: str, value: dict[str, Any] | None = None) -> None:
    """Let a table write its sheet and release it."""
    who = f"{int(table):07x}a"
    store.mark("seat", f"p:{who}", {"alias": who, "table": table, "learning_group": ""}, who)
    put(store, f"g:{table}", who, value or {**MAP, "lines": LINES})
    share(store, f"g:{table}", who)


def wall(store: Store, language: str = "da") -> Wall:
    one = Wall(EXERCISE, store, language, "/plotly/x.js")
    one.refresh()
    return one


def visible(one: Wall) -> list[str]:
    names = ("arrows", "lines", "spotlight", "switch")
    return [
        name
        for name, part in zip(names, one.box.children, strict=True)
        if part.layout.display != "none"
    ]


# ── what is shown ──
def test_nobody_has_shared_the_question_stands_alone(store: TemporaryStore) -> None:
    one = wall(store)
    assert visible(one) == ["arrows"]
    assert one.chart.options["heading"] == WORDS["plenary_title"]
    assert one.chart.options["empty"] == [WORDS["plenary_empty"], WORDS["plenary_too_few"]]
    assert one.chart.options["eyebrow"] == ""


@pytest.mark.parametrize(("shared", "arrows"), [(1, 0), (5, 0), (6, 6), (8, 6), (9, 9)])
def test_arrows_come_from_six_on_and_in_batches(
    store: TemporaryStore, shared: int, arrows: int
) -> None:
    people(store, shared)
    one = wall(store)
    assert len(one.arrows) == arrows
    assert bool(one.chart.options["empty"]) is (arrows == 0)
    assert one.chart.options["eyebrow"] == (f"{arrows} kort · ingen navne" if arrows else "")


def test_the_picture_holds_no_words_of_anybody(store: TemporaryStore) -> None:
    people(store, 6)
    put(store, "p:00000000", "00000000", {"words": {"taken": "hemmeligt"}, "episode": "hemmeligt"})
    one = wall(store)
    assert "hemmeligt" not in str(one.chart.get_state())
    assert "00000000" not in str(one.chart.get_state())


@pytest.mark.parametrize("count", [1, 5, 10])
def test_the_groups_lines_stand_by_group_as_they_were_written(
    store: TemporaryStore, count: int
) -> None:
    for table in range(1, count + 1):
        group(store, str(table))
    one = wall(store)
    assert [told["table"] for told in one.lines.value["groups"]] == [
        str(table) for table in range(1, count + 1)
    ]
    assert one.lines.value["groups"][0]["rows"] == [["Bare sig det", "<b>Jeg</b> har et bud."]]
    assert visible(one) == ["lines"]


def test_a_sheet_that_is_not_released_is_not_there(store: TemporaryStore) -> None:
    put(store, "g:2", "0000000a", {"lines": LINES})
    assert wall(store).lines.value == {"groups": []}


def test_the_wall_asks_the_store_for_nothing_private(store: TemporaryStore) -> None:
    people(store, 6)
    group(store, "3")
    asked: set[str] = set()

    class Watched:
        def __getattr__(self, verb: str) -> Any:
            asked.add(verb)
            return getattr(store, verb)

    wall(Watched())  # type: ignore[arg-type]
    assert asked == {"events", "released", "unnamed"}


def test_the_wall_speaks_the_language_it_is_asked_for(store: TemporaryStore) -> None:
    people(store, 6)
    one = wall(store, "en")
    assert one.chart.options["eyebrow"] == "6 maps · no names"
    assert one.map.options["locale"] == "en"


# ── what somebody points at ──
def test_presses_lead_to_one_view_and_a_new_stage_starts_afresh() -> None:
    lift = {"button": "lift", "arrow": [-3, 4, 3, 2.5]}
    spot = {"button": "spotlight", "table": 3}
    lines = {"button": "view", "view": "lines"}
    assert shown([]) == Shown()
    assert shown([lines, spot]) == Shown("lines", "3", None)
    assert shown([spot, lines]) == Shown("lines", None, None)
    assert shown([lines, spot, {"button": "spotlight", "table": None}]) == Shown("lines")
    assert shown([lift]).lifted == "at_m3_4_3_2d5"
    assert shown([lift, {"button": "lift", "arrow": None}]) == Shown()
    assert shown([lift, spot, {"button": "stage", "stage": "plenary"}]) == Shown()
    assert shown([{"button": "lift", "arrow": ["x"]}, {"button": "timer", "minutes": 5}]) == Shown()


def test_an_arrow_picked_on_the_wall_is_lifted_and_put_back(store: TemporaryStore) -> None:
    people(store, 6)
    one = wall(store)
    uid = next(iter(one.arrows))
    one.chart.value = {**one.chart.value, "picked": uid}
    one.refresh()
    assert one.chart.options["lifted"] == uid
    assert one.chart.value["data"][-1]["line"]["color"] == "var(--d-mark)"
    one.chart.value = {**one.chart.value, "picked": ""}
    one.refresh()
    assert one.chart.options["lifted"] is None


def test_the_lifted_arrow_is_known_by_its_place_also_on_a_wall_that_comes_later(
    store: TemporaryStore,
) -> None:
    people(store, 6)
    first = wall(store)
    first.chart.value = {**first.chart.value, "picked": next(iter(first.arrows))}
    assert wall(store).chart.options["lifted"] == next(iter(first.arrows))


def test_the_switch_turns_between_arrows_and_lines(store: TemporaryStore) -> None:
    people(store, 6)
    group(store, "3")
    one = wall(store)
    assert visible(one) == ["arrows", "switch"]
    one.switch.value = {"view": "lines"}
    one.refresh()
    assert visible(one) == ["lines", "switch"]
    assert len(store.events("run")) == 1


def test_two_groups_stand_beside_each_other_in_the_order_asked_for(store: TemporaryStore) -> None:
    for table in ("3", "5"):
        group(store, table)
    one = wall(store)
    both = {"button": "spotlight", "table": "5", "beside": "3"}
    store.mark("run", EXERCISE.day, both, "desk")
    one.refresh()
    shown_titles = [title.value["groups"][0]["table"] for title, _ in one.spots.pairs]
    assert shown_titles == ["5", "3"]
    assert [column.layout.display for column in one.spots.box.children] == [None, None]
    store.mark("run", EXERCISE.day, both | {"beside": "9"}, "desk")
    one.refresh()
    assert [column.layout.display for column in one.spots.box.children] == [None, "none"]


def test_the_spotlight_shows_one_group_s_own_map_and_goes_out_again(store: TemporaryStore) -> None:
    group(store, "3")
    one = wall(store)
    store.mark("run", EXERCISE.day, {"button": "spotlight", "table": "3"}, "desk")
    one.refresh()
    assert visible(one) == ["spotlight"]
    assert one.map.value["wished"] == [3.0, 2.5]
    assert one.map.options["readonly"]
    assert one.title.value["groups"][0]["table"] == "3"
    store.mark("run", EXERCISE.day, {"button": "spotlight", "table": None}, "desk")
    one.refresh()
    assert visible(one) == ["lines"]


def test_a_group_that_has_not_shared_or_withdraws_has_no_spotlight(store: TemporaryStore) -> None:
    store.mark("run", EXERCISE.day, {"button": "spotlight", "table": "3"}, "desk")
    one = wall(store)
    assert visible(one) == ["arrows"]
    group(store, "3")
    one.refresh()
    assert visible(one) == ["spotlight"]
    store.withdraw(EXERCISE.id, "g:3", "0000003a", "plenary", secrets.token_urlsafe(9))
    one.refresh()
    assert visible(one) == ["arrows"]


def test_another_day_s_presses_do_not_count(store: TemporaryStore) -> None:
    people(store, 6)
    group(store, "3")
    store.mark("run", "day2_inquiry", {"button": "view", "view": "lines"}, "desk")
    assert "arrows" in visible(wall(store))


# ── live ──
def test_the_wall_follows_the_store_within_a_second(store: TemporaryStore) -> None:
    async def share_while_it_stands() -> list[int]:
        box = plenary_view(EXERCISE, store)
        chart, lines = box.children[:2]
        await asyncio.to_thread(people, store, 6)
        await asyncio.to_thread(group, store, "4")
        for _ in range(100):
            if chart.options["eyebrow"] and lines.value["groups"]:
                break
            await asyncio.sleep(0.01)
        return [len(chart.value["data"]), len(lines.value["groups"])]

    assert asyncio.run(share_while_it_stands()) == [7, 1]


def test_private_writing_does_not_wake_the_wall(store: TemporaryStore) -> None:
    one = wall(store)
    woken: list[int] = []
    one.soon = lambda: woken.append(1)
    store.watch(one.heard)
    put(store, "p:00000001", "00000001", MAP)
    assert woken == []
    share(store, "p:00000001", "00000001")
    for _ in range(100):
        if woken:
            break
        asyncio.run(asyncio.sleep(0.01))
    assert woken == [1]


def test_asking_for_the_plenary_loads_nothing_heavy() -> None:
    code = (
        "import sys, workshops.plenary, workshops.figures; "
        "print([name for name in ('plotly', 'pandas', 'ipywidgets', 'anywidget', 'sqlalchemy') "
        "if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ
    )
    assert run.stdout.strip() == "[]"
