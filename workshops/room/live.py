"""The live channel: one websocket a device; what comes up is refused with a sentence or kept."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from tornado.websocket import WebSocketClosedError, WebSocketHandler

from workshops import exercises
from workshops.binding import Binding
from workshops.identity import Person
from workshops.methods import Refused
from workshops.room.floor import Floor
from workshops.room.hall import PACES, Hall
from workshops.store import Declined, Entry
from workshops.words import LANGUAGES, sentence

LONGEST = 16_384
"""Characters of a message; the longest field an answer has is far below."""
MOST_EXERCISES = 12


class Live(WebSocketHandler):
    """One device's channel."""

    def initialize(self, floor: Floor) -> None:
        """Remember the floor this device is on."""
        self.floor = floor
        self.person = Person("")
        self.exercises: frozenset[str] = frozenset()

    @property
    def hall(self) -> Hall:
        """The room's knowledge."""
        return self.floor.hall

    def prepare(self) -> None:
        """Let nobody in without a seat."""
        seat = self.get_signed_cookie("seat", max_age_days=400)
        person = self.hall.people.get(seat.decode()) if seat else None
        if person is None:
            self.set_status(403)
            self.finish()
            return
        self.person = person

    def open(self, *_args: str, **_kwargs: str) -> None:
        """Take the device in."""
        self.set_nodelay(True)
        self.floor.enter(self)

    def on_close(self) -> None:
        """Let the device go, and what it said of the pace."""
        self.floor.leave(self)
        self.hall.pace.pop(self, None)

    def tell(self, message: str) -> None:
        """Send one message, without waiting."""
        try:
            self.write_message(message)
        except WebSocketClosedError:
            self.floor.leave(self)

    async def on_message(self, message: str | bytes) -> None:
        """Do what the device asks, or say in one sentence why not."""
        asked: dict[str, Any] = {}
        try:
            asked = _read(message)
            await self._do(asked)
        except (Refused, Declined) as no:
            self._refuse(asked, no.word, no.facts)
        except LookupError:
            self._refuse(asked, "refused_message", {})

    async def _do(self, asked: dict[str, Any]) -> None:
        kind = asked.get("is")
        if kind == "open":
            wanted = asked.get("exercises")
            if not isinstance(wanted, list) or len(wanted) > MOST_EXERCISES:
                raise Refused("refused_message")
            self.exercises = frozenset(exercises.exercise(str(one)).id for one in wanted)
            self.floor.welcome(self)
            return
        if kind == "beat":
            return
        if kind == "help":
            await self._help(asked)
            return
        if kind == "pace":
            self._pace(asked.get("value"))
            return
        if kind == "answer":
            await self._answer(asked)
            return
        if kind == "control":
            await self._control(asked)
            return
        verb = _VERBS.get(str(kind))
        if verb is None:
            raise Refused("refused_message")
        binding = self.floor.binding(str(asked.get("exercise")), self.person)
        entry = await verb(binding, asked)
        self.tell(json.dumps({"is": "ack", "key": asked.get("key"), **_kept(entry)}))

    async def _help(self, asked: dict[str, Any]) -> None:
        if not self.person.table:
            raise Refused("refused_not_group")
        subject, on = f"g:{self.person.table}", asked.get("on") is True
        await asyncio.to_thread(self.hall.store.mark, "help", subject, on, self.person.id)
        self.tell(json.dumps({"is": "ack", "key": asked.get("key")}))

    async def _control(self, asked: dict[str, Any]) -> None:
        """Move the controls of the table's exercise; who has them then is told to all of it."""
        binding = self.floor.binding(str(asked.get("exercise")), self.person)
        if not binding.exercise.held:
            raise Refused("refused_message")
        binding.subject("group")
        wanted, key = (binding.exercise.id, self.person.table), str(asked.get("code") or "")
        do, act = self.hall.controls.do, asked.get("act")
        await asyncio.to_thread(do, *wanted, act, self.person.id, key)
        self.tell(json.dumps({"is": "ack", "key": asked.get("key")}))

    async def _answer(self, asked: dict[str, Any]) -> None:
        """Take an anonymous answer; the thanks carry no number and no time."""
        binding = self.floor.binding(str(asked.get("exercise")), self.person)
        first = await asyncio.to_thread(binding.answer, asked.get("value"))
        told = {"is": "thanks", "exercise": binding.exercise.id, "key": asked.get("key")}
        self.tell(json.dumps(told | {"first": first}))

    def _pace(self, value: Any) -> None:
        """Count what the device says of the pace; nothing of it is kept."""
        if value is None:
            self.hall.pace.pop(self, None)
        elif value in PACES:
            self.hall.pace[self] = value
        else:
            raise Refused("refused_message")

    def _refuse(self, asked: dict[str, Any], word: str, facts: dict[str, Any]) -> None:
        key, field = asked.get("key"), asked.get("field")
        why = {language: sentence(word, language, **facts) for language in LANGUAGES}
        self.tell(
            json.dumps(
                {
                    "is": "refused",
                    "key": key if isinstance(key, str) else None,
                    "exercise": asked.get("exercise") if isinstance(field, str) else None,
                    "field": field if isinstance(field, str) else None,
                    "word": word,
                    "why": why,
                }
            )
        )


async def _put(binding: Binding, asked: dict[str, Any]) -> Entry:
    field, seen = asked.get("field"), asked.get("seen", 0)
    if not isinstance(field, str) or not isinstance(seen, int):
        raise Refused("refused_message")
    future = binding.put(_to(asked), field, asked.get("value"), _key(asked), seen)
    return await asyncio.wrap_future(future)


async def _release(binding: Binding, asked: dict[str, Any]) -> Entry:
    future = binding.share(_to(asked), _audience(asked), _key(asked))
    return await asyncio.wrap_future(future)


async def _withdraw(binding: Binding, asked: dict[str, Any]) -> Entry:
    future = binding.withdraw(_to(asked), _audience(asked), _key(asked))
    return await asyncio.wrap_future(future)


async def _done(binding: Binding, asked: dict[str, Any]) -> Entry:
    return await asyncio.wrap_future(binding.done(_to(asked), asked.get("on"), _key(asked)))


async def _undo(binding: Binding, asked: dict[str, Any]) -> Entry | None:
    return await asyncio.to_thread(binding.undo, _to(asked), _key(asked))


_VERBS: dict[str, Callable[[Binding, dict[str, Any]], Awaitable[Entry | None]]] = {
    "put": _put,
    "release": _release,
    "withdraw": _withdraw,
    "done": _done,
    "undo": _undo,
}


def _read(message: str | bytes) -> dict[str, Any]:
    if len(message) > LONGEST:
        raise Refused("refused_size")
    try:
        asked = json.loads(message)
    except (ValueError, RecursionError):
        raise Refused("refused_message") from None
    if not isinstance(asked, dict):
        raise Refused("refused_message")
    return asked


def _to(asked: dict[str, Any]) -> Any:
    return asked.get("subject")


def _audience(asked: dict[str, Any]) -> Any:
    return asked.get("audience")


def _key(asked: dict[str, Any]) -> str:
    key = asked.get("key")
    if not isinstance(key, str):
        raise Refused("refused_message")
    return key


def _kept(entry: Entry | None) -> dict[str, Any]:
    return {"id": entry.id, "at": entry.at} if entry else {"id": None, "at": None}
