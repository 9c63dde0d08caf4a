"""Who types paper in where: a table on its own phone, any table at the desk."""

from __future__ import annotations

import asyncio
import hmac
from typing import Any

from tornado.web import HTTPError

from workshops import exercises, identity
from workshops.binding import Binding
from workshops.exercises import DAYS, Exercise
from workshops.programme.plan import plan
from workshops.room.floor import Floor
from workshops.room.pages import Asset, Page
from workshops.room.typed import late
from workshops.room.typed.at_desk import AtDesk, Known
from workshops.room.typed.form import TypingPage, has_paper
from workshops.room.typed.key import ADDRESS, key_of

Routes = list[tuple[str, type[Page], dict[str, Any]]]


def of_tables(floor: Floor) -> Routes:
    """Give the phones' addresses."""
    about = {"floor": floor}
    return [
        (r"/type/(\w+)", AtTable, about),
        (r"/type/(\w+)/(put|undo|share)", TableSays, about),
    ]


def of_the_desk(floor: Floor, token: str) -> Routes:
    """Give the desk's addresses, with the files its page needs: for this machine only."""
    about = {"floor": floor, "token": token, "known": Known(floor.hall.store)}
    return [
        (r"/type", Choose, about),
        (r"/type/(\w+)/(\d+)", AtDeskPage, about),
        (r"/type/(\w+)/(\d+)/(put|undo|share|late)", DeskSays, about),
        (r"/static/([\w.-]+)", Asset, {"floor": floor}),
    ]


class AtTable(TypingPage):
    """A table's own sheet, on a phone that sits there."""

    async def get(self, wanted: str) -> None:
        """Show the form; without a seat, or a table, the way to one."""
        if self.person is None or not self.person.table:
            self.redirect("/seat" if self.person else "/")
            return
        binding = self._binding(self.exercise(wanted))
        await self.show_form(binding, f"{ADDRESS}/{wanted}", at_desk=None)

    def _binding(self, exercise: Exercise) -> Binding:
        hall, person = self.hall, self.person or identity.Person("")
        held = hall.controls.holder
        return Binding(hall.store, exercise, person, lambda one: late.may_type(hall, one), held)


class TableSays(AtTable):
    """One field, a step back, a yes to plenary: sent, never fetched."""

    async def post(self, wanted: str, verb: str) -> None:
        """Do it for the table the phone sits at now."""
        if self.person is None or not self.person.table or not self.same_origin():
            raise HTTPError(403)
        await self.do(self._binding(self.exercise(wanted)), verb)

    async def get(self, *_given: str) -> None:
        """Give nothing."""
        raise HTTPError(405)


class Desk(TypingPage):
    """Only whoever came by the desk's own link, on this very machine, gets any further."""

    def initialize(self, floor: Floor, token: str, known: Known) -> None:  # type: ignore[override]
        """Remember the floor, the key, and the sheets as they are known here."""
        super().initialize(floor)
        self.key = key_of(token)
        self.known = known

    def prepare(self) -> None:
        """Turn everybody else away; the key in a link becomes a cookie and leaves the address."""
        name = self.request.host.rsplit(":", 1)[0]
        here = name in {"127.0.0.1", "localhost"}
        given = self.get_query_argument("key", "")[:80]
        if here and given and self._fits(given):
            self.set_cookie("typing", self.key, httponly=True, samesite="Strict")
            self.redirect(self.request.path)
        elif not here or not self._fits(self.get_cookie("typing", "") or ""):
            self.set_status(403)
            self.finish()

    def _fits(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self.key.encode())

    def binding(self, wanted: str, table: str) -> AtDesk:
        """Give the desk at a table's sheet."""
        if table not in identity.TABLES:
            raise HTTPError(404)
        return AtDesk(self.hall, self.known, self.exercise(wanted), table)


class Choose(Desk):
    """The choice of an exercise and a table."""

    def get(self) -> None:
        """Show the choice, or go where it leads."""
        wanted, table = (self.get_query_argument(one, "") for one in ("exercise", "table"))
        if wanted and table:
            binding = self.binding(wanted, table)
            self.redirect(f"{ADDRESS}/{binding.exercise.id}/{table}")
            return
        running = self.hall.state.exercise(self.hall.plan)
        days = [(day, _of_day(day)) for day in DAYS]
        today = self.hall.plan.day
        chosen = next((one.id for day, some in days if day == today for one in some), "")
        known = {one.id for _day, some in days for one in some}
        self.show("type_choose", days=days, chosen=running if running in known else chosen)


class AtDeskPage(Desk):
    """Any table's sheet, at the desk."""

    async def get(self, wanted: str, table: str) -> None:
        """Show the form, the way to the other tables, and whether tables may type late."""
        binding = self.binding(wanted, table)
        counts = await asyncio.to_thread(self.hall.store.counts, wanted)
        written = [one for one, some in counts["groups"].items() if some["sheet"]]
        is_late = late.is_late(self.hall.store, wanted)
        at_desk = {"written": written, "late": is_late, "open": self.hall.is_open(wanted)}
        await self.show_form(binding, f"{ADDRESS}/{wanted}/{table}", at_desk=at_desk)


class DeskSays(Desk):
    """What the desk's form sends."""

    async def post(self, wanted: str, table: str, verb: str) -> None:
        """Do it, if the form is one of this very page's."""
        if "Origin" not in self.request.headers or not self.same_origin():
            raise HTTPError(403)
        binding = self.binding(wanted, table)
        if verb != "late":
            await self.do(binding, verb)
            return
        on = self.get_body_argument("on", "") == "yes"
        await asyncio.to_thread(late.allow, self.hall.store, wanted, on, "desk")
        self.redirect(f"{ADDRESS}/{wanted}/{table}", status=303)


def _of_day(day: str) -> list[Exercise]:
    """Give the day's exercises with a group's sheet, in the order of its plan."""
    try:
        planned = [block.exercise for block in plan(day).blocks]
    except OSError:
        planned = []
    found = [one for one in exercises.exercises(day) if has_paper(one)]
    return sorted(found, key=lambda one: _place(planned, one.id))


def _place(planned: list[str], wanted: str) -> int:
    return planned.index(wanted) if wanted in planned else len(planned)
