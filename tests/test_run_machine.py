"""The run-of-show as a machine: presses, time and changed plans in any order, always checked."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from workshops.programme.agenda import agenda, clock, ends
from workshops.programme.plan import STAGES, Block, Plan, Stage, at_clock
from workshops.programme.replay import stepped
from workshops.programme.run import BUTTONS, LONGEST, press, resolved
from workshops.programme.state import SCALES, VIEWS, State
from workshops.store import Event

NINE = at_clock(datetime(2026, 11, 26, 12).astimezone(), "09.00")
MINUTE = timedelta(minutes=1)


def block(name: str, minutes: int, *stages: tuple[str, int], **more: Any) -> Block:
    made = tuple(Stage(*one) for one in stages)
    return Block(name, {"da": name, "en": name}, minutes, stages=made, **more)


WRITTEN = Plan(
    "day1_context",
    {"da": "Dag", "en": "Day"},
    (
        block("welcome", 20),
        block("check_in", 15, ("individual", 5), ("plenary", 10), exercise="check_in"),
        block("map", 67, ("talk", 12), ("individual", 6), ("group", 34), ("plenary", 15),
              notebook="05_positioning", exercise="stuck_episode"),
        block("lunch", 45, kind="break"),
        block("walk", 25, kind="walk", optional=True),
        block("check_out", 15, ("plenary", 15), exercise="check_out"),
    ),
)  # fmt: skip
IDS = [one.id for one in WRITTEN.blocks]
leaf = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9),
    st.sampled_from([*IDS, *STAGES, "map+2", "3", "light", "dark", 150, -1, 1]),
)  # fmt: skip
json = st.one_of(leaf, st.lists(leaf, max_size=2), st.dictionaries(st.text(max_size=3), leaf))
NAMES = [
    "block", "with", "stage", "minutes", "table", "beside", "theme", "exercise", "scale", "view",
    "by", "on", "state", "plan", "now", "day", "button",
]  # fmt: skip
sensible = st.one_of(
    st.sampled_from(
        ["next", "repeat", "split", "pause", "resume", "more", "stop", "open", "close"]
    ).map(lambda button: (button, {})),
    st.tuples(
        st.sampled_from(["go", "skip", "unskip"]),
        st.sampled_from(IDS).map(lambda one: {"block": one}),
    ),
    st.tuples(st.sampled_from(["skip", "swap"]), st.just({})),
    st.tuples(
        st.just("swap"),
        st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).map(
            lambda pair: {"block": pair[0], "with": pair[1]}
        ),
    ),
    st.tuples(st.just("stage"), st.sampled_from(STAGES).map(lambda one: {"stage": one})),
    st.tuples(
        st.sampled_from(["timer", "more"]), st.integers(0, 700).map(lambda n: {"minutes": n})
    ),
    st.tuples(st.just("go"), st.just({"block": None})),
)
changes = st.fixed_dictionaries(
    {},
    optional={
        "order": st.permutations(IDS),
        "skipped": st.lists(st.sampled_from(IDS), max_size=4),
        "copies": st.just({"map~2": "map", "lost": "nobody"}),
        "blocks": st.dictionaries(
            st.sampled_from([*IDS, "map~2"]),
            st.fixed_dictionaries({"minutes": st.integers(1, 120)}),
            max_size=3,
        ),
    },
)


class Day(RuleBasedStateMachine):
    """A day in the room: what the trainer presses, time that goes, plans that change, restarts."""

    def __init__(self) -> None:
        super().__init__()
        self.plan = WRITTEN
        self.now = NINE - 10 * MINUTE
        self.state = State(WRITTEN.day)
        self.events: list[Event] = []
        self.file = patch("workshops.programme.replay.plan", lambda _day: WRITTEN)
        self.file.start()

    def teardown(self) -> None:
        self.file.stop()

    def _happens(self, kind: str, value: Any) -> None:
        """Keep an event and take it into account, as room, desk and remote do."""
        at, day = self.now.isoformat(), WRITTEN.day
        self.events.append(Event(len(self.events), at, day, kind, day, value, "desk", ""))
        self.state, self.plan = stepped(self.state, self.plan, self.events[-1])

    # ── what happens ─────────────────────────────────────────────────────
    @rule(press_=sensible)
    def the_trainer_presses(self, press_: tuple[str, dict[str, Any]]) -> None:
        button, given = press_
        before = self.state.of_this_date(self.now)
        meant = resolved(before, button, self.plan, **given)
        after = press(before, button, self.plan, self.now, **given)
        if meant is None:
            assert after == before
            return
        button, given = meant
        # What is kept means the same as what was pressed.
        assert press(before, button, self.plan, self.now, **given) == after
        self._happens("run", {"button": button, **given})
        assert self.state == after

    @rule(
        button=st.one_of(st.sampled_from(sorted(BUTTONS)), st.text(max_size=5)),
        given=st.dictionaries(st.sampled_from(NAMES), json, max_size=4),
    )
    def anything_is_pressed(self, button: str, given: dict[str, Any]) -> None:
        self._happens("run", {**given, "button": button})

    @rule(kind=st.sampled_from(["run", "plan"]), value=json)
    def anything_is_kept(self, kind: str, value: Any) -> None:
        self._happens(kind, value)

    @rule(seconds=st.integers(1, 5400))
    def time_goes(self, seconds: int) -> None:
        late = self._behind()
        self.now += timedelta(seconds=seconds)
        if late is not None:
            assert 0 <= self._behind() - late <= seconds // 60 + 1

    @rule(change=changes)
    def the_plan_changes(self, change: dict[str, Any]) -> None:
        self._happens("plan", change)

    @rule()
    def the_room_starts_again(self) -> None:
        state, plan = State(WRITTEN.day), WRITTEN
        for event in self.events:
            state, plan = stepped(state, plan, event)
        assert (state, plan) == (self.state, self.plan)

    @precondition(lambda self: self.state.running(self.plan) and not self.state.paused)
    @rule(minutes=st.integers(0, 300))
    def a_pause_takes_nothing(self, minutes: int) -> None:
        state = self.state.of_this_date(self.now)
        left = state.time_left(self.now)
        held = press(state, "pause", self.plan, self.now)
        assert held.ends is None
        later = min(self.now + minutes * MINUTE, self.now.replace(hour=23, minute=59))
        again = press(held, "resume", self.plan, later)
        assert again.time_left(later) == left
        assert replace(again, ends=None) == replace(state, ends=None)

    @rule()
    def next_and_next_reaches_the_end_of_the_day(self) -> None:
        state, met = self.state.of_this_date(self.now), []
        coming = [one.id for one in state.following(self.plan)]
        for _ in range(sum(len(one.stages) + 1 for one in state.blocks(self.plan)) + 1):
            before, state = state, press(state, "next", self.plan, self.now)
            if state.block != before.block:
                met.append(state.block)
        assert met == coming
        assert resolved(state, "next", self.plan) is None

    # ── what holds all the time ──────────────────────────────────────────
    @invariant()
    def the_state_is_defined(self) -> None:
        state = self.state
        assert state.stage in STAGES
        assert 0 <= state.minutes <= LONGEST
        assert state.theme in ("light", "dark")
        assert state.view in VIEWS
        assert state.scale in SCALES
        assert all(type(one) is bool for one in (state.dark, state.review))
        assert type(state.turn) is int
        assert all(isinstance(one, str) for one in state.opened)
        assert state.ends is None or state.paused is None
        assert state.left is None or state.paused is not None
        assert state.beside is None or state.spotlight not in (None, state.beside)

    @invariant()
    def each_block_stands_once(self) -> None:
        ids = [one.id for one in self.state.blocks(self.plan)]
        assert len(set(ids)) == len(ids)
        parts = {one.id for one in self.state.parts if self.plan.block(one.of)}
        assert set(ids) == {one.id for one in self.plan.blocks} | parts
        assert self.state.block is None or self.state.block in ids

    @invariant()
    def what_was_run_has_begun_and_ended(self) -> None:
        past = self.state.past
        assert all(one.began <= one.ended <= self.now for one in past)
        assert [one.began for one in past] == sorted(one.began for one in past)

    @invariant()
    def times_reflow(self) -> None:
        items = agenda(self.state, self.plan, self.now)
        assert [one.block for one in items] == self.state.blocks(self.plan)
        states = [one.state for one in items]
        assert states.count("now") == (self.state.running(self.plan) is not None)
        coming = [one for one in items if one.state in ("next", "later")]
        assert states.count("next") == bool(coming)
        assert not coming or coming[0].state == "next"
        assert all(not one.block.skipped for one in coming)
        for one, after in itertools.pairwise(coming):
            assert after.begins - one.begins == one.block.minutes * MINUTE
        begun = self.state.began is not None or self.state.past
        assert all(one.begins >= self.now for one in coming) or not begun
        end = ends(self.state, self.plan, self.now)
        assert not coming or end == coming[-1].begins + coming[-1].block.minutes * MINUTE
        assert (clock(self.state, self.plan, self.now) is None) == (not begun)

    @invariant()
    def the_agenda_and_the_button_agree_on_what_comes_next(self) -> None:
        if self.state.running(self.plan) is None:
            return
        items = agenda(self.state, self.plan, self.now)
        told = [one.block.id for one in items if one.state == "next"]
        assert told == [one.id for one in self.state.following(self.plan)][:1]

    def _behind(self) -> int | None:
        told = clock(self.state, self.plan, self.now)
        return int(str(told["behind"])) if told else None


Day.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
test_any_day_is_defined = Day.TestCase


def test_next_goes_on_after_a_split_and_a_new_order() -> None:
    state, plan = State(WRITTEN.day), WRITTEN
    events = [
        ("run", {"button": "go", "block": "welcome"}),
        ("run", {"button": "split"}),
        ("plan", {"order": ["check_in", "welcome", "map", "lunch", "walk", "check_out"]}),
        *[("run", {"button": "next"})] * 12,
    ]
    with patch("workshops.programme.replay.plan", lambda _day: WRITTEN):
        for number, (kind, value) in enumerate(events):
            event = Event(number, NINE.isoformat(), plan.day, kind, plan.day, value, "desk", "")
            state, plan = stepped(state, plan, event)
    assert state.block == "check_out"
