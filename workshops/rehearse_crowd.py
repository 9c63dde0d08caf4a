"""The bots of a rehearsal: they join, follow, write and share; what was kept is remembered."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Iterable
from typing import Any

from workshops import bots, bots_made
from workshops.bots import Bot
from workshops.exercises import Exercise, exercise
from workshops.fields import leaves
from workshops.programme.run import resolved
from workshops.room.starting import LOOPBACK, Room

SOON = 10.0
"""Seconds in which every device has to stand where the room stands."""
WRITING = 0.85
"""The part of the participants who write something; the others think, or have no device."""
SHARING = 0.7
"""The part of those who share what may be shared."""
SEATS = 5
INVENTED = 25
"""So many names there are in bots.toml."""


class Crowd:
    """The bots of a rehearsal, and what each of them wrote and was told is kept."""

    def __init__(self, room: Room, people: int, seed: int) -> None:
        self.room = room
        self.seed = seed
        self.chance = random.Random(seed)  # noqa: S311 - a rehearsal is the same for a seed
        tables = max(1, min(10, -(-people // SEATS)))
        given = list(bots.answers(people))
        self.bots = [
            Bot(f"http://{LOOPBACK}:{room.port}", _alias(one["alias"], at), str(at % tables + 1))
            for at, one in enumerate(given)
        ]
        self.ids: dict[Bot, str] = {}
        self.kept: dict[tuple[str, str], dict[str, Any]] = {}
        self.refused: list[str] = []
        self.slowest = 0.0

    async def come(self) -> None:
        """Join, as 25 phones do: all at once."""
        groups = self.room.hall.learning_groups() or [""]
        for bot, answer in zip(
            self.bots,
            await asyncio.gather(
                *(bot.join(self.room.hall.code, self.chance.choice(groups)) for bot in self.bots)
            ),
            strict=True,
        ):
            if answer.code != 303:
                raise ConnectionError(f"{bot.alias}: {answer.code}")
        found = {(one.alias, one.table): one.id for one in self.room.hall.people.values()}
        self.ids = {bot: found[bot.alias, bot.table] for bot in self.bots}
        await asyncio.gather(*(bot.connect("", []) for bot in self.bots))

    async def leave(self) -> None:
        """Go home."""
        await asyncio.gather(*(bot.leave() for bot in self.bots))

    async def press(self, button: str, **given: Any) -> None:
        """Press a button of the desk and wait until every device stands where the room does."""
        hall = self.room.hall
        named = resolved(hall.state, button, hall.plan, **given)
        if named is None:
            return
        value = {"button": named[0], **named[1]}
        start = time.perf_counter()
        await asyncio.to_thread(self.room.store.mark, "run", hall.plan.day, value, "rehearsal")
        await self.together()
        self.slowest = max(self.slowest, time.perf_counter() - start)

    async def together(self) -> None:
        """Wait until every device shows the room's block, stage, and whether there is a break."""

        def here(bot: Bot) -> bool:
            seen, state = bot.state, self.room.hall.state
            stands = (seen["block"], seen["stage"], seen["day"])
            return stands == (state.block, state.stage, state.day) and (
                bool(seen.get("paused")) == bool(state.paused)
            )

        await asyncio.gather(*(bot.until(lambda bot=bot: here(bot), SOON) for bot in self.bots))

    async def open(self, page: str) -> list[Exercise]:
        """Open a page on every phone; one fetches all it needs, the others have that already."""
        answers = await asyncio.gather(*(bot.get(f"/page/{page}") for bot in self.bots))
        wrong = {one.code for one in answers} - {200}
        if wrong:
            raise ConnectionError(f"/page/{page}: {wrong.pop()}")
        config = await self.bots[0].load(page)
        found = [exercise(one) for one in config.get("exercises", {})]
        message = {"is": "open", "page": page, "exercises": [one.id for one in found], "since": 0}
        await asyncio.gather(*(bot.say(message) for bot in self.bots))
        return found

    async def wait(self) -> None:
        """Look at the waiting page, as phones do while there is nothing to write."""
        for answer in await asyncio.gather(*(bot.get("/now") for bot in self.bots[:SEATS])):
            if answer.code not in (200, 302):
                raise ConnectionError(f"/now: {answer.code}")

    async def sleep(self, page: str, wanted: Iterable[str]) -> None:
        """Let one phone fall asleep and wake: it must land where the others are."""
        bot = self.chance.choice(self.bots)
        await bot.leave()
        bot.state = {}
        await bot.connect(page, list(wanted))
        await self.together()

    # ── writing and sharing ──────────────────────────────────────────────
    async def write(self, one: Exercise, stage: str) -> int:
        """Let everybody (or a scribe at each table) write; give how many did."""
        to = "me" if stage == "individual" else "group"
        writers = [
            (bot, number)
            for number, bot in enumerate(self._writers(to))
            if to == "group" or self.chance.random() < WRITING
        ]
        await asyncio.gather(
            *(
                self._write(bot, one, to, bots_made.made(one, stage, number, self.seed))
                for bot, number in writers
            )
        )
        return len(writers)

    async def _write(self, bot: Bot, one: Exercise, to: str, value: dict[str, Any]) -> None:
        if one.anonymous:
            await self._answer(bot, one, value)
            return
        for path, leaf in leaves(value).items():
            answer = await bot.put(one.id, to, path, leaf)
            if answer["is"] == "refused":
                self.refused.append(f"{one.id} {path}: {answer['why']['da']}")
                continue
            self.kept.setdefault((self._subject(bot, to), one.id), {})[path] = leaf

    async def _answer(self, bot: Bot, one: Exercise, value: dict[str, Any]) -> None:
        """Answer an anonymous question; nothing of it can be looked for afterwards."""
        answer = await bot.ask({"is": "answer", "exercise": one.id, "value": value})
        if answer["is"] == "refused":
            self.refused.append(f"{one.id}: {answer['why']['da']}")

    async def share(self, one: Exercise) -> int:
        """Let groups share in plenary, and people what may be shown without names."""
        asked = [
            (bot, "group", "plenary")
            for bot in self._writers("group")
            if self._wrote(bot, one, "group")
        ]
        for bot in self.bots:
            if self._wrote(bot, one, "me") and self.chance.random() < SHARING:
                asked += [(bot, "me", "group")]
                asked += [(bot, "me", "plenary")] if one.unnamed else []
        told = await asyncio.gather(*(bot.release(one.id, to, who) for bot, to, who in asked))
        kept = zip(asked, told, strict=True)
        return sum(answer["is"] == "ack" and ask[2] == "plenary" for ask, answer in kept)

    def _wrote(self, bot: Bot, one: Exercise, to: str) -> bool:
        return (self._subject(bot, to), one.id) in self.kept

    def _writers(self, to: str) -> list[Bot]:
        if to == "me":
            return self.bots
        return list({bot.table: bot for bot in reversed(self.bots)}.values())

    def _subject(self, bot: Bot, to: str) -> str:
        return f"p:{self.ids[bot]}" if to == "me" else f"g:{bot.table}"

    def lost(self) -> list[str]:
        """Give every field that was kept and is not there any more, or reads otherwise."""
        store, sits = self.room.store, {bot.table: self.ids[bot] for bot in self.bots}
        missing = []
        for (subject, wanted), kept in self.kept.items():
            if subject.startswith("p:"):
                now = store.mine(wanted, subject[2:]).fields
            else:
                now = store.group(wanted, subject[2:], sits[subject[2:]])[0].fields
            missing += [f"{wanted} {path}" for path, leaf in kept.items() if now.get(path) != leaf]
        return missing


def _alias(name: str, at: int) -> str:
    """Give a name nobody else has, when there are more people than invented ones."""
    return name if at < INVENTED else f"{name} {at // INVENTED + 1}"
