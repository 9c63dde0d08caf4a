"""The floor of the room: every live device, and who hears what when something is kept."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable
from typing import Protocol

from workshops import exercises, questions
from workshops.binding import Binding, To
from workshops.identity import Person
from workshops.programme import control
from workshops.room.hall import Hall
from workshops.room.messages import Messages
from workshops.room.notebooks import ahead
from workshops.store import Entry, Event

BEAT = 2.0
"""Seconds between two signs of life: a device says «no connection» after twice that."""
CALM = 3.0
"""Seconds after a press until pages to come are rendered: by then everybody has followed."""
SOON = 0.15
"""Seconds in which changes for many are gathered into one message."""


class Device(Protocol):
    """One live channel, as the floor needs it."""

    person: Person
    exercises: frozenset[str]

    def tell(self, message: str) -> None:
        """Send one message, without waiting."""


class Floor:
    """All devices; tells each what it may know, and no more."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall
        self.say = Messages(hall)
        self.devices: set[Device] = set()
        self._by_subject: dict[str, set[Device]] = defaultdict(set)
        self._soon: set[tuple[str, ...]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: Callable[[], None] = lambda: None

    def start(self) -> None:
        """Listen to the store and begin to beat; must be called on the loop."""
        loop = asyncio.get_running_loop()
        self._loop = loop
        self._stop = self.hall.store.watch(lambda one: loop.call_soon_threadsafe(self.heard, one))
        loop.call_later(BEAT, self._beat)
        self._ahead()

    def stop(self) -> None:
        """Listen no more."""
        self._stop()
        self._loop = None

    # ── devices ──────────────────────────────────────────────────────────
    def enter(self, device: Device) -> None:
        """Take a device in."""
        self.devices.add(device)
        for subject in _subjects(device.person):
            self._by_subject[subject].add(device)

    def leave(self, device: Device) -> None:
        """Let a device go."""
        self.devices.discard(device)
        if device.person.table:
            self._later(("controls", device.person.table))
        for subject in _subjects(device.person):
            self._by_subject[subject].discard(device)

    def welcome(self, device: Device) -> None:
        """Tell a device all it may know of its page: the same after a reload, sleep or restart."""
        device.tell(self.say.state(device.person))
        for wanted in sorted(device.exercises):
            binding = self.binding(wanted, device.person)
            device.tell(self.say.sheet(binding, "me"))
            if device.person.table:
                device.tell(self.say.sheet(binding, "group"))
                device.tell(self.say.told(binding))
            device.tell(self.say.plenary(wanted))
        if device.person.table:
            device.tell(self.say.table(device.person.table))
            self._controls(device.person.table)  # who was away is here again

    def binding(self, wanted: str, person: Person) -> Binding:
        """Give the meeting of a person and an exercise."""
        found, hall = exercises.exercise(wanted), self.hall
        return Binding(hall.store, found, person, hall.is_open, hall.controls.holder)

    # ── what happens ─────────────────────────────────────────────────────
    def heard(self, one: Entry | Event) -> None:
        """Pass on what has just been kept."""
        if isinstance(one, Event):
            self._event(one)
            return
        for device in self._by_subject.get(one.subject, ()):
            if one.exercise in device.exercises:
                to: To = "me" if one.subject.startswith("p:") else "group"
                binding = self.binding(one.exercise, device.person)
                device.tell(self.say.sheet(binding, to, only=one))
        if one.subject.startswith("p:") and self._is_told(one):
            table = self.hall.people.get(one.subject[2:], Person("")).table
            self._later(("told", one.exercise, table))
        if one.field in ("@plenary", "@held") or one.subject.startswith("g:"):
            self._later(("plenary", one.exercise))

    def _is_told(self, entry: Entry) -> bool:
        """Say whether the table hears of this row: it is in a told sheet, or the telling itself."""
        sheet = self.hall.store.mine(entry.exercise, entry.subject[2:])
        return entry.field == "@group" or "group" in sheet.shared

    def _event(self, event: Event) -> None:
        before, sat = self.hall.state, self.hall.people.get(event.subject[2:])
        self.hall.heard(event)
        if event.kind == "seat":
            self._reseat(event.subject)
            for one in (sat, self.hall.people.get(event.subject[2:])):
                if one is not None and one.table:
                    self._later(("table", one.table))
        if event.kind == control.KIND:
            self._controls(event.subject[2:])
        if event.kind == "help":
            self._later(("table", event.subject[2:]))
        if event.kind == "run":
            self._question(event.value)
        if event.kind == questions.KIND:
            self._later(("plenary", event.subject))
        if self.hall.state is not before and event.kind == "run":
            self.tell_state()
            self._later(("ahead",))
            if event.value.get("button") == "close":
                wanted = event.value.get("exercise") or before.exercise(self.hall.plan)
                self._later(("plenary", str(wanted)))
        else:
            self._later(("state",))

    def _question(self, pressed: dict[str, object]) -> None:
        """Open or close an anonymous question as the trainer's presses have it."""
        state = self.hall.state
        wanted = pressed.get("exercise") or state.exercise(self.hall.plan)
        day = state.day if state.block else ""
        if self._loop:
            given = (str(wanted or ""), pressed.get("button"), str(state.stage), day)
            self._loop.run_in_executor(None, questions.turned, self.hall.store, *given)

    def _controls(self, table: str) -> None:
        """Tell a table who has the controls of the exercises its phones look at."""
        for device in tuple(self._by_subject.get(f"g:{table}", ())):
            for wanted in sorted(device.exercises):
                if exercises.exercise(wanted).held:
                    device.tell(self.say.control(wanted, device.person, self._is_here))

    def _is_here(self, person: str) -> bool:
        return bool(self._by_subject.get(f"p:{person}"))

    def _ahead(self) -> None:
        """Have the pages rendered before 25 phones ask for them; the first takes 0.7 s."""
        seen = self.hall.seen()
        if self._loop:
            self._loop.run_in_executor(None, ahead, [seen["page"], seen["next_page"]])

    def _reseat(self, subject: str) -> None:
        for device in tuple(self._by_subject.get(subject, ())):
            person = self.hall.people.get(subject[2:])
            if person is not None and device.person != person:
                self.leave(device)
                device.person = person
                self.enter(device)
                self.welcome(device)

    def tell_state(self) -> None:
        """Tell every device where the room is."""
        shared = json.dumps(self.hall.seen())
        for device in tuple(self.devices):
            device.tell(self.say.state(device.person, shared))

    def _later(self, what: tuple[str, ...]) -> None:
        if self._loop and what not in self._soon:
            self._soon.add(what)
            # A phone that reloads is away for a moment only.
            calm = what[0] in ("ahead", "controls")
            self._loop.call_later(CALM if calm else SOON, self._now, what)

    def _now(self, what: tuple[str, ...]) -> None:
        self._soon.discard(what)
        kind, rest = what[0], what[1:]
        if kind == "state":
            self.tell_state()
        elif kind == "ahead":
            self._ahead()
        elif kind == "controls":
            self._controls(rest[0])
        elif kind == "table":
            self._tell(f"g:{rest[0]}", lambda _device: self.say.table(rest[0]))
        elif kind == "told":
            self._tell(
                f"g:{rest[1]}",
                lambda one: self.say.told(self.binding(rest[0], one.person)),
                rest[0],
            )
        elif kind == "plenary" and exercises.is_known(rest[0]):
            message = self.say.plenary(rest[0])
            for device in tuple(self.devices):
                if rest[0] in device.exercises:
                    device.tell(message)

    def _tell(self, subject: str, say: Callable[[Device], str], exercise: str = "") -> None:
        for device in tuple(self._by_subject.get(subject, ())):
            if not exercise or exercise in device.exercises:
                device.tell(say(device))

    def _beat(self) -> None:
        for device in tuple(self.devices):
            device.tell('{"is":"beat"}')
        if self._loop:
            self._loop.call_later(BEAT, self._beat)


def _subjects(person: Person) -> list[str]:
    return [f"p:{person.id}"] + ([f"g:{person.table}"] if person.table else [])
