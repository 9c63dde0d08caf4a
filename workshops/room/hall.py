"""What the room knows right now: who sits where, what runs, and which code opens the door."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import Any

from workshops import exercises, theme
from workshops.exercises import DAYS, content
from workshops.identity import Person, new_card, new_id, new_join_code, unclaimed
from workshops.programme import planning
from workshops.programme.agenda import Item, agenda, clock
from workshops.programme.control import Controls
from workshops.programme.plan import Block, Plan, clock_of
from workshops.programme.replay import stepped, where
from workshops.programme.state import State
from workshops.store import Event, Store

PACES = ("pace_ok", "pace_faster", "pace_slower", "pace_lost")
"""What a device may say of the pace: counted, never kept, forgotten with the block."""
SCREEN = ("dark", "theme", "scale", "spotlight", "beside", "view", "debrief", "turn", "review")
"""What of the state is about the big screen."""


class Hall:
    """Seats, run-of-show and code as the events leave them; every change is an event first."""

    def __init__(self, store: Store, address: str = "") -> None:
        self.store = store
        self.address = address
        self.people: dict[str, Person] = {}
        self.tallies: dict[str, list[int]] = {}
        self.pace: dict[object, str] = {}
        self.groups: list[str] = []
        self.controls = Controls(store, self._sits)
        self._lock = threading.Lock()
        for kind in ("seat", "tally", "programme"):
            for event in store.events(kind):
                self.heard(event)
        self.state, self.plan = self._where()
        self.code = self._code()

    # ── who is here ──────────────────────────────────────────────────────
    def come(self, alias: str, table: str, learning_group: str) -> Person:
        """Seat somebody new and give the person with a code card."""
        with self._lock:
            taken = {one.code for one in self.people.values()}
            person = Person(new_id(), alias, table, learning_group, new_card(taken))
            self.people[person.id] = person
        self.store.mark("seat", f"p:{person.id}", person.seat, person.id, "join")
        return person

    def claim(self, name: str) -> Person | None:
        """Give the seat on the list that waits for somebody of this name; from now it is taken."""
        with self._lock:
            waiting = unclaimed(name, list(self.people.values()))
            return self.here(waiting) if waiting else None

    def here(self, person: Person) -> Person:
        """Give a person a device has come in for; whoever comes is not absent."""
        if person.device and not person.absent:
            return person
        return self.move(person, device=True, absent=False)

    def move(self, person: Person, **seat: Any) -> Person:
        """Change a person's alias, table or learning group."""
        moved = Person.of({**person.seat, **seat}, person.id)
        self.store.mark("seat", f"p:{person.id}", moved.seat, person.id, "move")
        self.people[person.id] = moved
        return moved

    def by_card(self, card: str) -> Person | None:
        """Give the person whose code card this is, to the letter."""
        return next((one for one in self.people.values() if card and one.code == card), None)

    def at_table(self, table: str) -> list[Person]:
        """Give the people at a table by alias."""
        here = [one for one in self.people.values() if one.table == table]
        return sorted(here, key=lambda one: one.alias.casefold())

    def in_learning_group(self, name: str) -> list[Person]:
        """Give the people of a learning group by alias."""
        here = [one for one in self.people.values() if name and one.learning_group == name]
        return sorted(here, key=lambda one: one.alias.casefold())

    def learning_groups(self) -> list[str]:
        """Give the learning groups one may choose: the programme's or plan's, then the list's."""
        chosen = self.groups or list(self.plan.learning_groups)
        used = {one.learning_group for one in self.people.values()} - {""}
        return [*chosen, *sorted(used - set(chosen), key=str.casefold)]

    def _sits(self, person: str, table: str) -> bool:
        here = self.people.get(person)
        return here is not None and here.table == table and not here.absent

    # ── what runs ────────────────────────────────────────────────────────
    def heard(self, event: Event) -> None:
        """Take an event from the store into account."""
        if event.kind == "seat":
            self._seat(event)
        elif event.kind == "forget":
            self.people.pop(event.subject.removeprefix("p:"), None)
        elif event.kind == "tally":
            self.tallies[event.subject] = list(event.value)
        elif event.kind == "programme":
            self.groups = list(event.value.get("learning_groups", ()))
        elif event.kind in ("plan", "run"):
            self._moved(event)

    def _moved(self, event: Event) -> None:
        before = self.state.block
        if event.kind == "plan":
            exercises.rewrite(planning.texts(self.store))
            theme.rewrite(planning.cells(self.store))
        if event.subject == self.state.day:
            self.state, self.plan = stepped(self.state, self.plan, event)
        elif event.kind == "run":
            self.state, self.plan = self._where()
        if self.state.block != before:
            self.pace.clear()

    def is_open(self, exercise: str) -> bool:
        """Say whether the exercise takes answers now."""
        return exercise in self.state.opened

    def seen(self) -> dict[str, Any]:
        """Give the state as every page gets it (JSON); it holds nobody's words."""
        state, now = self.state, datetime.now(UTC)
        block = state.running(self.plan)
        page = self._page(block)
        following = (self._page(one) for one in state.following(self.plan))
        ends = state.ends.isoformat() if state.ends else None
        return {
            "day": self.plan.day,
            "day_number": DAYS.index(self.plan.day) + 1,
            "day_title": self.plan.title,
            "block": state.block,
            "block_title": block.title if block else None,
            "kind": block.kind if block else None,
            "prompt": block.prompt if block else None,
            "ends": block.ends if block else None,
            "exercise": block.exercise if block else None,
            "texts": exercises.rewritten(block.exercise) if block else {},
            "page": page,
            "next_page": next((one for one in following if one and one != page), None),
            "stage": state.stage,
            "stages": [one.stage for one in block.stages] if block else [],
            "open": bool(block and block.exercise in state.opened),
            "timer": {"ends": ends, "minutes": state.minutes} if ends else None,
            "paused": state.paused is not None,
            "left": state.left.total_seconds() if state.left is not None else None,
            "call_back": clock_of(state.ends) if state.ends else None,
            "now": now.isoformat(),
            "clock": clock(state, self.plan, now),
            "agenda": [_told(one) for one in agenda(state, self.plan, now)],
            "asked": state.asked.isoformat() if state.asked else None,
            "tally": self.tallies.get(state.block or ""),
            "joined": sum(one.device for one in self.people.values()),
            "join": {"address": self.address, "code": self.code},
            **{name: getattr(state, name) for name in SCREEN},
        }

    def told(self) -> dict[str, Any]:
        """Give what desk and wall know beside it: counts of the pace, and who meets whom."""
        block = self.state.running(self.plan)
        said = list(self.pace.values())
        groups = [
            {"name": name, "people": [one.alias for one in self.in_learning_group(name)]}
            for name in (self.learning_groups() if block and block.kind == "groups" else ())
        ]
        pace = {one: said.count(one) for one in PACES}
        return {"pace": pace, "groups": groups, "controls": self._controls(block)}

    def _controls(self, block: Block | None) -> dict[str, Any]:
        """Give who has the controls of which table, while an exercise runs that has any."""
        wanted = block.exercise if block else ""
        if not wanted or not exercises.is_known(wanted) or not exercises.exercise(wanted).held:
            return {}
        tables = {one.table for one in self.people.values() if one.table}
        held = {table: self.controls.of(wanted, table) for table in sorted(tables)}
        return {
            table: {"by": self.people[one.by or one.lent].alias, "lent": bool(one.lent)}
            for table, one in held.items()
            if one.by or one.lent
        }

    def _page(self, block: Block | None) -> str | None:
        """Give the block's page; a notebook that is not there is as none: phones would get lost."""
        if not block or not block.notebook:
            return None
        file = content() / self.plan.day / f"{block.notebook}.ipynb"
        return f"{self.plan.day}/{block.notebook}" if file.is_file() else None

    def _seat(self, event: Event) -> None:
        person = event.subject.removeprefix("p:")
        seated = Person.of(event.value, person)
        self.people[person] = seated
        if seated.gone:
            del self.people[person]

    def _where(self) -> tuple[State, Plan]:
        runs = self.store.events("run")
        days = [day for day in DAYS if (content() / day / "plan.toml").is_file()]
        day = runs[-1].subject if runs and runs[-1].subject in days else days[0]
        exercises.rewrite(planning.texts(self.store))
        theme.rewrite(planning.cells(self.store))
        return where(self.store, day)

    def _code(self) -> str:
        codes = self.store.events("code")
        if codes:
            return str(codes[-1].value)
        code = new_join_code()
        self.store.mark("code", self.plan.day, code, "room", "first start")
        return code


def _told(item: Item) -> dict[str, Any]:
    block = item.block
    return {
        "id": block.id,
        "title": block.title,
        "kind": block.kind,
        "minutes": block.minutes,
        "at": clock_of(item.begins),
        "state": item.state,
    }
