"""The form on which a sheet of paper is typed in, for whoever types: what it shows and does."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from tornado.web import HTTPError

from workshops import exercises
from workshops.binding import Binding
from workshops.exercises import Exercise
from workshops.methods import Refused
from workshops.room.live import LONGEST
from workshops.room.pages import Page
from workshops.room.typed.sheet import Typing
from workshops.store import Declined
from workshops.takeaway.script.paper_order import PaperField
from workshops.words import sentence, words

KIT = ("typed_", "ui_undo", "ui_saved")
"""The words that travel to the page."""


def has_paper(exercise: Exercise) -> bool:
    """Say whether a group fills in a sheet here."""
    return "group" in exercise.instruments and not exercise.anonymous


class TypingPage(Page):
    """What phone and desk have in common: one form, and what is done with it."""

    def exercise(self, wanted: str) -> Exercise:
        """Give the exercise; 404 where a group has no sheet."""
        try:
            found = exercises.exercise(wanted)
        except LookupError as nothing:
            raise HTTPError(404) from nothing
        if not has_paper(found):
            raise HTTPError(404)
        return found

    async def show_form(self, binding: Binding, address: str, **given: Any) -> None:
        """Show the sheet as it stands."""
        typing = await asyncio.to_thread(Typing, binding, self.language)
        told = await asyncio.to_thread(typing.told)
        said, kit = binding.exercise.words[self.language], words(self.language)
        config = {
            "words": {name: word for name, word in kit.items() if name.startswith(KIT)},
            "address": address,
            "told": told,
        }
        self.show(
            "type_in",
            said=said,
            title=said.get("title_group") or said["title"],
            table=binding.person.table,
            exercise=binding.exercise,
            blocks=typing.blocks,
            told=told,
            config=config,
            how=lambda field: _how(typing, field),
            **given,
        )

    async def do(self, binding: Binding, verb: str) -> None:
        """Do what the form asks, or say in one sentence why not."""
        try:
            asked = _read(self.request.body)
            told = await asyncio.to_thread(_done, binding, self.language, verb, asked)
        except (Refused, Declined) as no:
            self.set_status(409)
            self.write({"ok": False, "why": sentence(no.word, self.language, **no.facts)})
            return
        self.write({"ok": True, **told})


def _how(typing: Typing, field: PaperField) -> str:
    """Say in a word what is typed: "1–4", "fx C4"."""
    kind = "choice" if field.options and field.kind == "number" else field.kind
    kind = "yes_or_no" if typing.is_yes_or_no(field) else kind
    low, high = f"{field.low:g}", f"{field.high:g}"
    many = len(field.options)
    return sentence(f"typed_how_{kind}", typing.language, low=low, high=high, many=many)


def _read(body: bytes) -> dict[str, Any]:
    if len(body) > LONGEST:
        raise Refused("refused_size")
    try:
        asked = json.loads(body)
    except (ValueError, RecursionError):
        raise Refused("refused_message") from None
    if not isinstance(asked, dict) or not isinstance(asked.get("key"), str):
        raise Refused("refused_message")
    return asked


def _done(binding: Binding, language: str, verb: str, asked: dict[str, Any]) -> dict[str, Any]:
    typing, key = Typing(binding, language), asked["key"][:40]
    if verb == "put":
        code, text, seen = (asked.get(one) for one in ("code", "text", "seen"))
        if not isinstance(code, str) or not isinstance(text, str) or type(seen) is not int:
            raise Refused("refused_message")
        typing.put(code, text, key, seen)
    elif verb == "undo":
        if typing.undo(key) is None:
            raise Refused("typed_nothing_to_undo")
    else:
        on = asked.get("on") is True
        if on and asked.get("yes") is not True:
            raise Refused("typed_no_yes")
        typing.share("handbook" if asked.get("example") is True else "plenary", on, key)
    return typing.told()
