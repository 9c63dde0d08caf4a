"""The door: join with the room's code, come back by code card, choose a table."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict, deque

from workshops import identity
from workshops.methods import Refused
from workshops.room import asking
from workshops.room.floor import Floor
from workshops.room.pages import Page
from workshops.room.qr import qr
from workshops.words import sentence

WRONG_MOST, WRONG_WITHIN = 5, 60.0
"""So many wrong codes in so many seconds pause a device."""


class WrongCodes:
    """Wrong codes by device; five a minute pause it."""

    def __init__(self) -> None:
        self._times: defaultdict[str, deque[float]] = defaultdict(lambda: deque(maxlen=WRONG_MOST))

    def note(self, device: str) -> None:
        """Remember a wrong code."""
        self._times[device].append(time.monotonic())

    def is_paused(self, device: str) -> bool:
        """Say whether the device has to wait."""
        times = self._times[device]
        return len(times) == WRONG_MOST and time.monotonic() - times[0] < WRONG_WITHIN


class Door(Page):
    """A page that codes are typed into."""

    def initialize(self, floor: Floor, wrong: WrongCodes) -> None:  # type: ignore[override]
        """Remember the floor and who typed wrong codes."""
        super().initialize(floor)
        self.wrong = wrong


class Welcome(Door):
    """The first page: join, or straight on for somebody who has a seat."""

    def get(self) -> None:
        """Show the form."""
        if self.person and not self.get_query_argument("new", ""):
            self.redirect("/now")
            return
        self._ask(identity.join_code(self.get_query_argument("k", "")))

    def post(self) -> None:
        """Seat whom the list waits for, or somebody new."""
        code = self.get_body_argument("code", "")
        name = self.get_body_argument("alias", "")
        try:
            alias = self._let_in(code, name)
        except Refused as no:
            why = sentence(no.word, self.language, **no.facts)
            self._ask(code[:12], name[: identity.ALIAS_MOST], why, status=400)
            return
        person = None
        if not self.get_body_argument("as_new", ""):
            person = self.hall.claim(alias)
            if person is None and identity.is_near(alias, list(self.hall.people.values())):
                why = sentence("roster_phone_near", self.language)
                self._ask(code[:12], alias, why, near=True)
                return
        person = self._come(alias, person)
        self.seat(person)
        self.redirect("/now" if person.table or self._saw_tables() else "/seat", status=303)

    def _come(self, alias: str, person: identity.Person | None) -> identity.Person:
        """Give the seat, with the table and group chosen here where the list has none."""
        table = self.get_body_argument("table", "")
        group = self.get_body_argument("learning_group", "")[:60]
        table = table if table in identity.TABLES else ""
        if person is None:
            return self.hall.come(alias, table, group)
        seat = {"table": person.table or table, "learning_group": person.learning_group or group}
        if seat != {"table": person.table, "learning_group": person.learning_group}:
            return self.hall.move(person, **seat)
        return person

    def _saw_tables(self) -> bool:
        return "listed" not in self.request.body_arguments

    def _ask(
        self, code: str, name: str = "", why: str = "", *, near: bool = False, status: int = 200
    ) -> None:
        """Show the form; where the list has given people tables, a name and the code are all."""
        listed = any(one.table and not one.device for one in self.hall.people.values())
        self.show("join", status, code=code, name=name, why=why, near=near, listed=listed)

    def _let_in(self, code: str, name: str) -> str:
        device = self.request.remote_ip or ""
        if self.wrong.is_paused(device):
            raise Refused("refused_wait")
        if identity.join_code(code) != self.hall.code or not self.same_origin():
            self.wrong.note(device)
            raise Refused("refused_wrong_code")
        return identity.alias(name)


class Return(Door):
    """Come back by code card: the exact code opens; a nearly right one asks the trainer."""

    def get(self) -> None:
        """Show the form."""
        self.show("return", card=self.get_query_argument("c", "")[:60], why="", asking=False)

    async def post(self) -> None:
        """Open the seat, if the card is right to the letter."""
        typed = self.get_body_argument("card", "")[:60]
        device = self.request.remote_ip or ""
        if self.wrong.is_paused(device):
            self._again(typed, "refused_wait")
            return
        person = self.hall.by_card(identity.card(typed)) if self.same_origin() else None
        if person:
            self.seat(self.hall.here(person))
            self.redirect("/now", status=303)
            return
        self.wrong.note(device)
        near = identity.near_cards(typed, [one.code for one in self.hall.people.values()])
        owner = self.hall.by_card(near[0]) if near else None
        if owner is None:
            self._again(typed, "room_return_unknown")
            return
        question = await asyncio.to_thread(asking.ask_in, self.hall.store, owner.id)
        self.set_signed_cookie("asking", question, expires_days=1, httponly=True, samesite="Lax")
        self._again(typed, "room_return_near", asking=True)

    def _again(self, typed: str, word: str, *, asking: bool = False) -> None:
        why = sentence(word, self.language)
        self.show("return", 400, card=typed, why=why, asking=asking)


class Asked(Page):
    """Has the trainer said yes? The page at the door asks every other second."""

    def get(self) -> None:
        """Seat whoever was let in; 204 while nobody has answered."""
        question = self.get_signed_cookie("asking", max_age_days=1)
        found = asking.seat_for(self.hall.store, question.decode()) if question else None
        person = self.hall.people.get(found or "")
        if person is None:
            self.set_status(204)
            return
        self.clear_cookie("asking")
        self.seat(self.hall.here(person))
        self.write({"go": "/now"})


class Card(Page):
    """One's own code card, to be photographed or written down."""

    def get(self) -> None:
        """Show the card."""
        if self.person is None:
            self.redirect("/")
            return
        address = f"http://{self.request.host}/return?c={self.person.code}"
        self.show("card", person=self.person, qr=qr(address))


class Seat(Page):
    """Change table."""

    def get(self) -> None:
        """Show the tables."""
        if self.person is None:
            self.redirect("/")
            return
        self.show("seat", person=self.person)

    def post(self) -> None:
        """Move the person and go on."""
        if self.person is None or not self.same_origin():
            self.redirect("/")
            return
        table = self.get_body_argument("table", "")
        if table in identity.TABLES:
            self.hall.move(self.person, table=table)
        self.redirect("/now", status=303)


class Group(Page):
    """Choose or change one's learning group."""

    def post(self) -> None:
        """Keep it, when it is one of those there are, and go on."""
        if self.person is None or not self.same_origin():
            self.redirect("/")
            return
        group = self.get_body_argument("learning_group", "")
        if group in self.hall.learning_groups():
            self.hall.move(self.person, learning_group=group)
        self.redirect("/now", status=303)


class Forget(Page):
    """Slet mine data: asked once more, then done for good, backups included."""

    def get(self) -> None:
        """Say what goes and what stays."""
        if self.person is None:
            self.redirect("/")
            return
        self.show("forget", person=self.person)

    async def post(self) -> None:
        """Delete the person and let the device go."""
        person = self.person
        if person is None or not self.same_origin():
            self.redirect("/")
            return
        await asyncio.to_thread(self.hall.store.forget, person.id)
        self.hall.people.pop(person.id, None)
        self.clear_cookie("seat")
        self.redirect("/", status=303)
