"""The planner at a store: each step is a draft, and the room runs by what was taken into use."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from widgets.planner import Planner
from workshops import exercises, theme
from workshops.dashboards import planner_facts
from workshops.dashboards.contents import Shelf
from workshops.dashboards.feed import Feed
from workshops.dashboards.planner import Planning
from workshops.programme import planning
from workshops.room import notebooks
from workshops.room.hall import Hall
from workshops.store import Declined
from workshops.store.temporary import TemporaryStore
from workshops.words import words

ROOT = Path(__file__).resolve().parent.parent
DAY = "day1_context"
PLAN = """
title = { da = "Konsulent i kontekst", en = "Consultant in context" }
start = "09.00"
end = "10.52"
[[blocks]]
id = "welcome"
title = { da = "Velkommen", en = "Welcome" }
minutes = 30
[[blocks]]
id = "positioning"
title = { da = "Positionering", en = "Positioning" }
notebook = "05_positioning"
exercise = "stuck_episode"
minutes = 67
stages = [{ stage = "talk", minutes = 12 }, { stage = "group", minutes = 55 }]
purpose = { da = "at høre invitationen", en = "to hear the invitation" }
[blocks.cues]
da = ["Der er ikke noget godt hjørne."]
en = ["There is no good corner."]
[[blocks]]
id = "out"
kind = "check_out"
title = { da = "Tjek ud", en = "Check-out" }
minutes = 15
"""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a content folder with one planned day and the kit's own notebook and exercise."""
    day = tmp_path / "content" / DAY
    shutil.copytree(ROOT / DAY / "exercises", day / "exercises")
    shutil.copytree(ROOT / DAY / "figures", day / "figures")
    shutil.copy(ROOT / DAY / "05_positioning.ipynb", day)
    (day / "plan.toml").write_text(PLAN, encoding="utf-8")
    monkeypatch.setenv("LAERINGSDAGE_CONTENT", str(tmp_path / "content"))
    yield day
    exercises.rewrite({})
    theme.rewrite({})


@pytest.fixture
def store(content: Path) -> Iterator[TemporaryStore]:  # noqa: ARG001 - a store wants a plan
    one = TemporaryStore()
    yield one
    one.close()


class Trainer:
    """Somebody who plans, and looks at what the page shows."""

    def __init__(self, store: Any) -> None:
        self.page = Planner()
        self.planning = Planning(store, self.page, desk="/desk")
        self.planning.stop()  # without a kernel's loop the store's thread would draw, too
        self.n = 0

    def press(self, act: str, **given: Any) -> dict[str, Any]:
        self.n += 1
        self.page.pressed = {"n": self.n, "act": act, **given}
        return self.shown

    @property
    def shown(self) -> dict[str, Any]:
        return self.page.value

    def block(self, wanted: str) -> dict[str, Any]:
        return next(one for one in self.shown["blocks"] if one["id"] == wanted)


@pytest.fixture
def trainer(store: TemporaryStore) -> Trainer:
    return Trainer(store)


def test_a_fresh_planner_shows_the_day_with_its_times(trainer: Trainer) -> None:
    shown = trainer.shown
    assert [(one["id"], one["at"]) for one in shown["blocks"]] == [
        ("welcome", "09.00"),
        ("positioning", "09.30"),
        ("out", "10.37"),
    ]
    assert (shown["ends"], shown["open"], shown["undo"]) == ("10.52", 0, False)
    json.dumps(shown)


def test_a_step_is_a_draft_that_the_room_does_not_follow_yet(
    trainer: Trainer, store: TemporaryStore
) -> None:
    shown = trainer.press("set", block="welcome", part="minutes", value=20)
    assert trainer.block("positioning")["at"] == "09.20"
    assert (shown["open"], shown["undo"], shown["heard"]) == (1, True, 1)
    assert planning.today(store, DAY).block("welcome").minutes == 30


def test_taken_into_use_it_is_the_room_s_plan_with_who_why_and_need(
    trainer: Trainer, store: TemporaryStore
) -> None:
    trainer.press("set", block="welcome", part="minutes", value=20)
    shown = trainer.press("publish", who="Anna", why="Kortere velkomst", need="mere krop")
    assert planning.today(store, DAY).block("welcome").minutes == 20
    version = shown["versions"][0]
    assert (version["who"], version["why"], version["need"]) == (
        "Anna",
        "Kortere velkomst",
        "mere krop",
    )
    assert shown["open"] == 0
    assert Hall(store).plan.block("welcome").minutes == 20


def test_the_same_plan_is_not_taken_into_use_twice(trainer: Trainer, store: TemporaryStore) -> None:
    shown = trainer.press("publish")
    assert shown["note"]["da"] == words("da")["planner_nothing_new"]
    assert store.events("plan") == []


def test_an_older_version_and_the_file_itself_can_be_restored(
    trainer: Trainer, store: TemporaryStore
) -> None:
    trainer.press("set", block="welcome", part="minutes", value=20)
    first = trainer.press("publish")["versions"][0]["id"]
    trainer.press("set", block="welcome", part="minutes", value=25)
    trainer.press("publish")
    trainer.press("publish", version=first, why="tilbage")
    assert planning.today(store, DAY).block("welcome").minutes == 20
    shown = trainer.press("publish", version="written")
    assert planning.today(store, DAY).block("welcome").minutes == 30
    assert len(shown["versions"]) == 4
    assert trainer.press("publish", version=999)["note"] is not None


def test_a_restored_version_can_be_undone_into_the_draft_it_replaced(trainer: Trainer) -> None:
    trainer.press("set", block="welcome", part="minutes", value=20)
    trainer.press("publish")
    trainer.press("set", block="welcome", part="minutes", value=25)
    trainer.press("publish", version="written")
    assert trainer.block("welcome")["minutes"] == 30
    trainer.press("undo")
    assert trainer.block("welcome")["minutes"] == 25


def test_undo_survives_a_new_page(trainer: Trainer, store: TemporaryStore) -> None:
    trainer.press("set", block="welcome", part="minutes", value=20)
    trainer.press("skip", block="welcome", on=True)
    again = Trainer(store)
    assert again.block("welcome")["skipped"]
    again.press("undo")
    assert not again.block("welcome")["skipped"]
    assert again.block("welcome")["minutes"] == 20
    assert not again.press("undo")["undo"]


def test_letters_of_one_title_are_one_step_of_undo(trainer: Trainer) -> None:
    trainer.press("set", block="welcome", part="title.da", value="Go")
    trainer.press("set", block="welcome", part="title.da", value="Godmorgen", joins=True)
    trainer.press("undo")
    assert trainer.block("welcome")["title"]["da"] == "Velkommen"


def test_two_versions_are_shown_side_by_side(trainer: Trainer) -> None:
    trainer.press("move", block="out", to=0)
    rows = trainer.press("look", version="written")["compare"]["rows"]
    assert [(one["id"], one["changed"]) for one in rows] == [
        ("out", ["moved"]),
        ("welcome", []),
        ("positioning", []),
    ]
    assert trainer.press("look", version=None)["compare"] is None


def test_a_block_opens_with_its_task_and_its_exercise_s_words(trainer: Trainer) -> None:
    editing = trainer.press("look", block="positioning")["editing"]
    assert [one["cell"] for one in editing["cells"]] == ["task"]
    assert editing["cells"][0]["now"]["da"].startswith("## Spil samme episode")
    keys = {one["key"] for one in editing["texts"]}
    assert {"title", "task", "task_group"} <= keys
    assert [one["key"] for one in editing["texts"] if one["first"]] == ["task", "task_group"]


def test_a_task_is_reworded_without_touching_a_file(
    trainer: Trainer, store: TemporaryStore, content: Path
) -> None:
    before = {file: file.read_bytes() for file in content.rglob("*.*")}
    trainer.press("text", block="positioning", language="da", key="task", value="Tænk på i går.")
    trainer.press("cell", block="positioning", language="da", key="task", value="## Ny opgave")
    trainer.press("look", block="positioning")
    assert trainer.block("positioning")["changed"]
    assert trainer.shown["open"] == 2
    trainer.press("publish")
    Hall(store)
    assert exercises.exercise("stuck_episode").words["da"]["task"] == "Tænk på i går."
    notebook = content / "05_positioning.ipynb"
    assert "Ny opgave" in "".join(one.get("html", "") for one in theme.parts(notebook))
    assert b"Ny opgave" in notebooks.page(notebook)[0]
    assert {file: file.read_bytes() for file in content.rglob("*.*")} == before
    trainer.press("publish", version="written")
    Hall(store)
    assert b"Ny opgave" not in notebooks.page(notebook)[0]


def test_the_big_screen_reads_the_reworded_task(content: Path) -> None:
    theme.rewrite({f"{DAY}/05_positioning": {"task-da": "## Ny opgave", "exercise": "print(1)"}})
    shelf = Shelf(root_dir=str(content.parent))
    cells = shelf.get(f"{DAY}/05_positioning.ipynb")["content"]["cells"]
    sources = {one["id"]: one["source"] for one in cells}
    assert sources["task-da"] == "## Ny opgave"
    assert sources["exercise"] == 'exercise("stuck_episode")', "a call is never reworded"


def test_the_dashboards_learn_of_reworded_tasks_from_the_room(content: Path) -> None:  # noqa: ARG001
    cells = {f"{DAY}/05_positioning": {"task-da": "## Ny opgave"}}

    async def room(_verb: str, **_given: Any) -> dict[str, Any]:
        return {"day": DAY, "cells": cells}

    feed = Feed("", "")
    feed._verb = room
    assert asyncio.run(feed._where()) == {"day": DAY}, "the walls have no use for them"
    assert theme.rewritten() == cells


def test_own_words_written_back_are_no_change(trainer: Trainer) -> None:
    own = exercises.as_written("stuck_episode").words["da"]["task"]
    text = {"block": "positioning", "language": "da", "key": "task"}
    trainer.press("text", **text, value="Noget andet")
    assert trainer.press("text", **text, value=own)["open"] == 0


@pytest.mark.parametrize("value", ["<div>", "Se ![her](figures/nobody.svg)", "<!-- x"])
def test_a_task_that_could_break_the_page_is_refused_in_a_sentence(
    trainer: Trainer, store: TemporaryStore, value: str
) -> None:
    shown = trainer.press("cell", block="positioning", language="da", key="task", value=value)
    assert shown["note"]["da"] == words("da")["planner_only_text"]
    assert store.events("draft") == []
    trainer.press("cell", block="positioning", language="da", key="task", value="Under < 10 min.")
    assert len(store.events("draft")) == 1


@pytest.mark.parametrize(
    ("act", "given"),
    [
        ("move", {"block": "nobody", "to": 0}),
        ("set", {"block": "welcome", "part": "minutes", "value": 0}),
        ("text", {"block": "welcome", "language": "da", "key": "task", "value": "x"}),
        ("text", {"block": "positioning", "language": "da", "key": "nothing", "value": "x"}),
        ("cell", {"block": "positioning", "language": "da", "key": "kit", "value": "x"}),
        ("sing", {}),
    ],
)
def test_a_step_that_makes_no_sense_is_said_and_stores_nothing(
    trainer: Trainer, store: TemporaryStore, act: str, given: dict[str, Any]
) -> None:
    assert trainer.press(act, **given)["note"]["da"] == words("da")["planner_no_change"]
    assert store.events("draft") == []
    assert trainer.press("look")["note"] is not None, "a look does not wipe what was said"


def test_another_day_is_looked_at_and_planned(
    store: TemporaryStore, content: Path, trainer: Trainer
) -> None:
    other = content.parent / "day2_inquiry"
    other.mkdir()
    (other / "plan.toml").write_text(PLAN.split("[[blocks]]", maxsplit=1)[0], encoding="utf-8")
    shown = trainer.press("look", day="day2_inquiry")
    assert (shown["day"], shown["blocks"]) == ("day2_inquiry", [])
    trainer.press("add", kind="round")
    assert [one.kind for one in planning.today(store, DAY).blocks] == [
        "block",
        "block",
        "check_out",
    ]
    trainer.press("publish")
    assert [one.kind for one in planning.today(store, "day2_inquiry").blocks] == ["round"]


def test_while_the_day_runs_the_page_says_so(trainer: Trainer, store: TemporaryStore) -> None:
    assert trainer.shown["live"] is None
    store.mark("run", DAY, {"button": "go", "block": "welcome"}, who="desk")
    assert trainer.press("look")["live"] == "welcome"


class Room:
    """A room over loopback, as far as the planner needs one."""

    def __init__(self, store: TemporaryStore) -> None:
        self.store = store
        self.there = True

    def call(self, verb: str) -> dict[str, Any]:
        assert verb == "state"
        if not self.there:
            raise Declined("refused_no_room")
        return Hall(self.store).seen()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)


def test_a_silent_room_is_said_and_what_was_shown_stays(store: TemporaryStore) -> None:
    room = Room(store)
    trainer = Trainer(room)
    room.there = False
    shown = trainer.press("look")
    assert shown["note"]["da"] == words("da")["planner_room_gone"]
    assert len(shown["blocks"]) == 3
    room.there = True
    assert trainer.press("look")["note"] is None


def test_a_plan_with_a_typing_error_is_said_and_stops_nothing(
    trainer: Trainer, content: Path
) -> None:
    (content / "plan.toml").write_text("title = [", encoding="utf-8")
    shown = trainer.press("look")
    assert "plan.toml" in shown["note"]["en"]
    assert len(shown["blocks"]) == 3


def test_without_a_plan_the_page_stands_empty(store: TemporaryStore, content: Path) -> None:
    (content / "plan.toml").unlink()
    trainer = Trainer(store)
    assert (trainer.shown["day"], trainer.shown["blocks"]) == (None, [])
    assert trainer.press("move", block="a", to=1)["note"]["da"] == words("da")["planner_empty"]


def test_the_words_come_in_both_languages_with_equal_keys() -> None:
    found = planner_facts.planner_words()
    assert found["da"].keys() == found["en"].keys()
