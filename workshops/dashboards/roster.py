"""The trainer's list of participants in its kernel: presses become seats, seats become the page.

What a press does to the list stands in `roster_moves`; here it is written down, taken back, and
shown. Only the reading of a pasted list and a proposal not yet used are the page's own.
"""

from __future__ import annotations

import secrets
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from workshops.dashboards import roster_facts as facts
from workshops.dashboards import roster_moves as moves
from workshops.dashboards.desk import AWAY, Soon, where
from workshops.exercises import DAYS
from workshops.identity import Person
from workshops.programme import groups, seating
from workshops.programme.plan import plan
from workshops.programme.roster import Pasted, read
from workshops.store import Declined, Store
from workshops.words import LANGUAGES, sentence

if TYPE_CHECKING:
    from widgets.roster import Roster

AGAIN = 2.0
"""Seconds until a room that did not answer is asked again."""


def roster() -> Roster:
    """Show the list of participants and the groups, joined to the running room."""
    from widgets.roster import Roster  # noqa: PLC0415 - widgets only where there is a kernel
    from workshops import kernel  # noqa: PLC0415 - as above

    shown = Roster(words=facts.roster_words(), options={"locale": kernel.language()})
    RosterDesk(kernel.store(), shown)
    return shown


class RosterDesk:
    """One page of the list at one store."""

    def __init__(self, store: Store, shown: Roster) -> None:
        self.store = store
        self.shown = shown
        self.heard = 0
        self.note: dict[str, str] | None = None
        self.day = ""
        self.pasted: Pasted | None = None
        self.proposal: groups.Tables | None = None
        self.cards = False
        self.seed = 0
        self.soon = Soon(self.refresh)
        shown.observe(self._pressed, "pressed")
        self.stop = store.watch(lambda _one: self.soon())
        self.refresh()

    # ── what is shown ────────────────────────────────────────────────────
    def refresh(self) -> None:
        """Give the page everything anew; when the room is silent, say so and try again."""
        try:
            told = self._told()
        except Declined as no:
            word = "roster_room_gone" if no.word in AWAY else no.word
            told = {**self.shown.value, "note": _sentences(word, **no.facts)}
            self.soon.later(AGAIN)
        self.shown.value = {**facts.NOTHING, **told, "heard": self.heard}

    def _told(self) -> dict[str, Any]:
        state = where(self.store)
        self.day = self.day or state.get("day", DAYS[0])
        people = self._people()
        everybody = list(people.values())
        before = self._before()
        proposal = self.proposal
        last = seating.newest_batch(self.store.events("seat"))
        return {
            "day": DAYS.index(self.day) + 1,
            "people": [facts.person(one) for one in everybody],
            "known": self._known(everybody),
            "repeats": groups.repeats(seating.at_tables(everybody), before),
            "met_days": len(self._other_days()),
            "proposal": proposal
            and {"tables": proposal, "repeats": groups.repeats(proposal, before)},
            "preview": self.pasted and asdict(self.pasted),
            "cards": facts.cards(everybody, state.get("join") or {}) if self.cards else None,
            "undo": {"what": last.what, "n": len(last.events)} if last else None,
            "note": self.note,
        }

    def _people(self) -> dict[str, Person]:
        return seating.people(self.store.events("seat"))

    def _known(self, people: list[Person]) -> list[str]:
        used = {one.learning_group for one in people} - {""}
        written = self._written()
        return [*written, *sorted(used - set(written), key=str.casefold)]

    def _written(self) -> list[str]:
        kept = self.store.events("programme")  # the first set-up may have named them
        if kept and kept[-1].value.get("learning_groups"):
            return list(kept[-1].value["learning_groups"])
        """Give the names the programme, or else the day's plan, gives its learning groups."""
        chosen = [one.value.get("learning_groups") for one in self.store.events("programme")]
        if chosen and chosen[-1]:
            return list(chosen[-1])
        try:
            return list(plan(self.day).learning_groups or plan(DAYS[0]).learning_groups)
        except FileNotFoundError:
            return []

    def _other_days(self) -> list[groups.Tables]:
        sat = seating.seatings(self.store.events("seating"))
        return [tables for day, tables in sat.items() if day != self.day]

    def _before(self) -> Any:
        return groups.met(self._other_days())

    # ── presses ──────────────────────────────────────────────────────────
    def _pressed(self, change: Any) -> None:
        pressed = dict(change["new"] or {})
        number, button = pressed.pop("n", 0), pressed.pop("button", "")
        self.heard = number if isinstance(number, int) else 0
        if button != "look":
            self.note = None
            try:
                self._do(str(button), pressed)
            except Declined as no:
                self.note = None if no.word in AWAY else _sentences(no.word, **no.facts)
        self.refresh()

    def _do(self, button: str, given: dict[str, Any]) -> None:
        own = getattr(self, f"_on_{button}", None)
        if own is not None:
            own(given)
            return
        move = moves.MOVES.get(button)
        if move is None:
            raise Declined("roster_no_change")
        people = self._people()
        told = moves.Told(people, given, self._before(), self._known(list(people.values())))
        self._write(button, move(told))

    def _on_read(self, given: dict[str, Any]) -> None:
        text = given.get("text")
        pasted = read(text if isinstance(text, str) else "", list(self._people().values()))
        if not pasted.rows:
            raise Declined("roster_nothing_read")
        self.pasted = pasted

    def _on_leave(self, _given: dict[str, Any]) -> None:
        self.pasted = self.proposal = None

    def _on_land(self, _given: dict[str, Any]) -> None:
        if self.pasted:
            self._write("land", moves.landed(self.pasted.rows, self._people(), self._written()))
        self.pasted = None

    def _on_draw(self, _given: dict[str, Any]) -> None:
        here = [one for one in self._people().values() if moves.is_seated(one)]
        if not here:
            raise Declined("roster_nobody_here")
        self.seed += 1
        self.proposal = groups.drawn(here, self._before(), self.seed)

    def _on_use(self, _given: dict[str, Any]) -> None:
        if self.proposal is None:
            return
        people = self._people()
        self._keep_last_day(people)
        self._write("use", moves.seated(people, self.proposal))
        self.proposal = None
        self._keep_seating(always=True)

    def _on_undo(self, _given: dict[str, Any]) -> None:
        seats = self.store.events("seat")
        batch = seating.newest_batch(seats)
        if batch is None:
            raise Declined("roster_no_change")
        back = seating.taken_back(batch, seats)
        for person, seat in back.items():
            self.store.mark("seat", f"p:{person}", seat, "desk", f"{seating.UNDO} {batch.id}")
        if not back:  # everything has changed since: say so once, and go on to the batch before
            last = batch.events[-1]
            newest = [one for one in seats if one.subject == last.subject][-1]
            self.store.mark("seat", last.subject, newest.value, "desk", f"undo {batch.id}")
        self._keep_seating()

    def _on_day(self, given: dict[str, Any]) -> None:
        number = given.get("day")
        if isinstance(number, int) and 1 <= number <= len(DAYS):
            self.day, self.proposal = DAYS[number - 1], None

    def _on_cards(self, given: dict[str, Any]) -> None:
        self.cards = given.get("on") is True

    def _on_forget(self, given: dict[str, Any]) -> None:
        person = self._people().get(str(given.get("who")))
        if person is None:
            raise Declined("roster_no_change")
        self.store.forget(person.id)

    # ── what is kept ─────────────────────────────────────────────────────
    def _write(self, what: str, changed: dict[str, dict[str, Any]]) -> None:
        """Keep the changed seats as one batch."""
        if not changed:
            raise Declined("roster_no_change")
        batch = secrets.token_hex(4)
        for person, seat in changed.items():
            self.store.mark("seat", f"p:{person}", seat, "desk", seating.why(batch, what))
        if any("table" in seat for seat in changed.values()):
            self._keep_seating()

    def _keep_seating(self, *, always: bool = False) -> None:
        """Keep who sits together on the chosen day, once groups were made for it."""
        sat = seating.seatings(self.store.events("seating"))
        tables = seating.at_tables(self._people().values())
        if (always or self.day in sat) and sat.get(self.day) != tables:
            self.store.mark("seating", self.day, tables, "desk")

    def _keep_last_day(self, people: dict[str, Person]) -> None:
        """Before the first groups of a day: keep how people sat on the day before."""
        sat = seating.seatings(self.store.events("seating"))
        ran = [one.subject for one in self.store.events("run") if one.subject != self.day]
        if self.day not in sat and ran and seating.at_tables(people.values()):
            self.store.mark("seating", ran[-1], seating.at_tables(people.values()), "desk")


def _sentences(word: str, **given: object) -> dict[str, str]:
    return {language: sentence(word, language, **given) for language in LANGUAGES}
