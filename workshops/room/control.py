"""The one scan that passes a group's controls on: the code as a picture, and the page it opens."""

from __future__ import annotations

import asyncio

from tornado.web import HTTPError

from workshops import exercises
from workshops.room.pages import Page
from workshops.room.qr import qr
from workshops.store import Declined
from workshops.words import sentence


class ControlQr(Page):
    """The code, for the table's own phones."""

    def get(self, wanted: str) -> None:
        """Send it; a table that has offered nothing has no code."""
        table = self.person.table if self.person else ""
        if not table or not exercises.is_known(wanted):
            raise HTTPError(404)
        control = self.hall.controls.of(wanted, table)
        # The phone that has the controls shows the code; while nobody has them, any phone may.
        if not control.key or not self.person or not control.is_with(self.person.id):
            raise HTTPError(404)
        self.set_header("Content-Type", "image/svg+xml")
        self.set_header("Cache-Control", "no-store")
        self.write(qr(f"http://{self.hall.address}/control?k={control.key}", alone=True))


class TakeControl(Page):
    """What the scan opens: it takes the controls by itself, or by a press."""

    def get(self) -> None:
        """Show the page; a camera that only looks at the address takes nothing."""
        key = self.get_query_argument("k", "")[:40]
        if self.person is None:
            self.redirect("/")
        elif not self.person.table:
            self.redirect("/seat")
        elif self.hall.controls.offer_of(key, self.person.table) is None:
            self._no("refused_control_code")
        else:
            self.show("control_take", key=key)

    async def post(self) -> None:
        """Make this phone the one that holds the controls; the code is used up."""
        key = self.get_body_argument("k", "")[:40]
        if self.person is None or not self.same_origin():
            self.redirect("/", status=303)
            return
        take = self.hall.controls.take_by_code
        try:
            await asyncio.to_thread(take, key, self.person.table, self.person.id)
        except Declined as no:
            self._no(no.word)
            return
        self.redirect("/now", status=303)

    def _no(self, word: str) -> None:
        self.show("sorry", 403, why=sentence(word, self.language))
