"""The room's pages: join, come back by code card, the running block, and the files they need."""

from __future__ import annotations

import re
from typing import Any

from tornado.web import RequestHandler

from workshops import exercises, identity, theme
from workshops.room.badges import badge
from workshops.room.floor import Floor
from workshops.room.hall import Hall
from workshops.room.notebooks import page, used
from workshops.room.qr import qr
from workshops.theme.page import dump
from workshops.words import LANGUAGES, sentence, words

CSP = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self' ws:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
SEAT_DAYS = 400
FOR_GOOD = "public, max-age=31536000, immutable"


class Page(RequestHandler):
    """What every page of the room has in common."""

    def initialize(self, floor: Floor) -> None:
        """Remember the floor."""
        self.floor = floor

    @property
    def hall(self) -> Hall:
        """The room's knowledge."""
        return self.floor.hall

    def set_default_headers(self) -> None:
        """Nothing from elsewhere, nothing guessed, nothing remembered by the way."""
        self.set_header("Content-Security-Policy", CSP)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("Cache-Control", "no-store")
        self.clear_header("Server")

    @property
    def person(self) -> identity.Person | None:
        """Who sits behind this cookie."""
        seat = self.get_signed_cookie("seat", max_age_days=SEAT_DAYS)
        return self.hall.people.get(seat.decode()) if seat else None

    @property
    def language(self) -> str:
        """The language the reader chose, Danish if none."""
        chosen = self.get_cookie("lang", "da")
        return chosen if chosen in LANGUAGES else "da"

    def seat(self, person: identity.Person) -> None:
        """Give the device its seat."""
        self.set_signed_cookie(
            "seat", person.id, expires_days=SEAT_DAYS, httponly=True, samesite="Lax"
        )

    def show(self, template: str, status: int = 200, **given: Any) -> None:
        """Write one of the room's own pages."""
        self.set_status(status)
        tables = [(table, len(self.hall.at_table(table))) for table in identity.TABLES]
        self.render(
            f"{template}.html",
            lang=self.language,
            theme=self.get_cookie("theme", "light"),
            w=words(self.language),
            asset=theme.asset_url,
            badge=badge,
            hall=self.hall,
            tables=tables,
            learning_groups=self.hall.learning_groups(),
            **given,
        )

    def write_error(self, status_code: int, **_given: Any) -> None:
        """Say what happened in one sentence, never how."""
        word = "room_not_found" if status_code == 404 else "room_went_wrong"
        self.show("sorry", status_code, why=sentence(word, self.language))

    def same_origin(self) -> bool:
        """Say whether a form was sent from this very address."""
        origin = self.request.headers.get("Origin")
        return origin is None or origin.split("//")[-1] == self.request.host


class Now(Page):
    """Where the room is: the block's page, or a calm waiting page."""

    def get(self) -> None:
        """Go there."""
        if self.person is None:
            self.redirect("/")
            return
        self.hall.here(self.person)  # whoever looks in is here, also after a day away
        seen = self.hall.seen()
        if seen["page"]:
            self.redirect(f"/page/{seen['page']}")
            return
        config = {
            "state": seen,
            "me": self.floor.say.me(self.person),
            "words": used(words(self.language), set()),
        }
        self.show("waiting", person=self.person, config=dump(config))


class Notebook(Page):
    """The page of one notebook."""

    def get(self, day: str, stem: str) -> None:
        """Write the rendered page; it is the same for everybody."""
        if self.person is None:
            self.redirect("/")
            return
        file = exercises.content() / day / f"{stem}.ipynb"
        if (
            day not in exercises.DAYS
            or not re.fullmatch(r"[\w-]{1,60}", stem)
            or not file.is_file()
        ):
            self.send_error(404)
            return
        body, packed = page(file)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Vary", "Accept-Encoding")
        _send(self, body, packed)


class Asset(Page):
    """Files under hashed names: compressed once, cached for good."""

    def get(self, name: str) -> None:
        """Send one."""
        found = theme.asset(name)
        if found is None:
            self.send_error(404)
            return
        self.set_header("Cache-Control", FOR_GOOD)
        self.set_header("Content-Type", found.type)
        self.set_header("Vary", "Accept-Encoding")
        _send(self, found.body, found.packed)


class Missing(Page):
    """Any other address: one sentence and the way back."""

    def prepare(self) -> None:
        """Say that there is nothing here."""
        self.send_error(404)


class JoinQr(Page):
    """The join QR as a picture."""

    def get(self) -> None:
        """Send it."""
        self.set_header("Content-Type", "image/svg+xml")
        self.write(qr(f"http://{self.hall.address}/?k={self.hall.code}", alone=True))


def _send(handler: RequestHandler, body: bytes, packed: bytes | None) -> None:
    if packed and "gzip" in handler.request.headers.get("Accept-Encoding", ""):
        handler.set_header("Content-Encoding", "gzip")
        handler.write(packed)
    else:
        handler.write(body)
