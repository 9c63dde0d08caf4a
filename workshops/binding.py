"""Meeting: joins one exercise, one person and the store, whether a kernel or the room is the host.

What is accepted is decided here and nowhere else: the method's `Answer`, the rights, the store.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Literal, Protocol

from workshops import fields
from workshops.exercises import Exercise
from workshops.identity import Person
from workshops.methods import Refused
from workshops.store import Audience, Change, Declined, Entry, Sheet, Store

To = Literal["me", "group"]
"""Whose sheet is meant, seen from the person: own or the table's."""

KEY_MOST = 64


class Instrument(Protocol):
    """What a kernel's widget offers: three traits and a way to hear of changes."""

    words: dict[str, str]
    options: dict[str, Any]
    value: dict[str, Any]

    def observe(self, handler: Callable[[Any], None], names: str) -> None:
        """Call `handler` when the trait changes."""


class Binding:
    """One person at one exercise."""

    def __init__(
        self,
        store: Store,
        exercise: Exercise,
        person: Person,
        is_open: Callable[[str], bool] = lambda _exercise: True,
        holder: Callable[[str, str], str] = lambda _exercise, _table: "",
    ) -> None:
        self.store = store
        self.exercise = exercise
        self.person = person
        self.is_open = is_open
        self.holder = holder

    def subject(self, to: To) -> str:
        """Give the store's name for whose sheet is meant; a group needs a table."""
        if to == "me":
            return f"p:{self.person.id}"
        if to != "group":
            raise Refused("refused_message")
        if not self.person.table:
            raise Refused("refused_not_group")
        return f"g:{self.person.table}"

    def put(self, to: To, field: str, value: Any, key: str, seen: int = 0) -> Future[Entry]:
        """Take one field's new value; the future is done when it is durably kept.

        Raises `Refused` when the value is not one of the method's or the exercise is closed.
        """
        self._writable()
        self._named()
        if to == "group" and field.partition(".")[0] in self.exercise.held:
            self._in_hand()
        kept = fields.checked(self.exercise.answer, field, value)
        looked = field.endswith(fields.ORDER) or fields.is_long(self.exercise.answer, field)
        change = Change(
            exercise=self.exercise.id,
            subject=self.subject(to),
            author=self.person.id,
            field=field,
            value=kept,
            key=_key(key),
            seen=seen if looked else None,
        )
        return self.store.submit(change)

    def answer(self, value: object) -> bool:
        """Take a whole answer to an anonymous question: no row, no key, no time. May wait.

        False when this person has answered already: the first one stands.
        """
        if not self.exercise.anonymous:
            raise Refused("refused_message")
        self._writable()
        whole = self.exercise.answer.parse(value).model_dump(exclude_defaults=True)
        if not whole:
            raise Refused("refused_nothing_to_share")
        return self.store.answer(self.exercise.id, self.person.id, whole)

    def share(self, to: To, audience: Audience, key: str) -> Future[Entry]:
        """Release a sheet: one's own to the group or without names in plenary, or the group's.

        The future is done when it is durably kept.
        """
        self._may_share(to, audience)
        if not self._something(to, audience):
            raise Refused("refused_nothing_to_share")
        return self._tick(to, f"@{audience}", True, key)

    def withdraw(self, to: To, audience: Audience, key: str) -> Future[Entry]:
        """Take a share back; that is possible when the exercise is closed, too."""
        self._may_share(to, audience)
        return self._tick(to, f"@{audience}", False, key)

    def done(self, to: To, on: object, key: str) -> Future[Entry]:
        """Tick a sheet as ready, or take the tick away."""
        if not isinstance(on, bool):
            raise Refused("refused_kind")
        return self._tick(to, "@done", on, key)

    def undo(self, to: To, key: str) -> Entry | None:
        """Set back the person's newest change that still stands."""
        self._writable()
        if to == "group" and self.exercise.held:  # what is undone may be one of the held fields
            self._in_hand()
        return self.store.undo(self.exercise.id, self.subject(to), self.person.id, _key(key))

    def sheet(self, to: To) -> Sheet:
        """Give the sheet as it stands."""
        if to == "me":
            return self.store.mine(self.exercise.id, self.person.id)
        self.subject(to)
        return self.store.group(self.exercise.id, self.person.table, self.person.id)[0]

    def told(self) -> list[Sheet]:
        """Give the sheets that members of the table have told, one's own among them."""
        if not self.person.table:
            return []
        mine = self.sheet("me")
        others = self.store.group(self.exercise.id, self.person.table, self.person.id)[1:]
        return ([mine] if "group" in mine.shared else []) + others

    def _tick(self, to: To, field: str, on: bool, key: str) -> Future[Entry]:
        self._named()
        subject = self.subject(to)
        change = Change(self.exercise.id, subject, self.person.id, field, on, _key(key))
        return self.store.submit(change)

    def _named(self) -> None:
        """Refuse whatever would write a name and a time beside an anonymous answer."""
        if self.exercise.anonymous:
            raise Refused("refused_message")

    def _writable(self) -> None:
        if not self.is_open(self.exercise.id):
            raise Refused("refused_closed")

    def _in_hand(self) -> None:
        """Refuse what only whoever holds the group's controls may do."""
        by = self.holder(self.exercise.id, self.person.table)
        if by not in ("", self.person.id):
            raise Refused("refused_control_held")

    def _may_share(self, to: To, audience: Audience) -> None:
        allowed = {("me", "group"), ("group", "plenary"), ("group", "handbook")}
        if not self.exercise.told:
            allowed.discard(("me", "group"))
        if self.exercise.unnamed:
            allowed.add(("me", "plenary"))
        if (to, audience) not in allowed:
            raise Refused("refused_message")
        if (to, audience) == ("me", "group"):
            self.subject("group")

    def _something(self, to: To, audience: Audience) -> bool:
        sheet = self.sheet(to)
        if audience == "handbook" and "plenary" not in sheet.shared:
            raise Refused("refused_not_in_plenary")  # an example is first of all something shown
        value = fields.tree(sheet.fields)
        if (to, audience) == ("me", "plenary"):
            if value.get("axes"):
                raise Refused("refused_own_axes")
            there = [value.get(field) not in (None, "", []) for field in self.exercise.unnamed]
            if any(there) and not (self.exercise.apart or all(there)):
                raise Refused("refused_half_an_arrow")
            return any(there)
        return bool(value)


def join(instrument: Instrument, binding: Binding, to: To) -> None:
    """Join a kernel's instrument to the store: what the trait gets is put, field by field.

    A refused field falls back to its last good value, with the sentence in `options["refused"]`.
    """
    instrument.value = fields.tree(binding.sheet(to).fields)

    def changed(_change: Any) -> None:
        kept = binding.sheet(to)
        refused: dict[str, str] = {}
        for field, value in fields.changes(kept.fields, instrument.value).items():
            seen = kept.entries[field].id if field in kept.entries else 0
            try:
                binding.put(to, field, value, secrets.token_urlsafe(12), seen).result()
            except (Refused, Declined) as no:
                refused[field] = no.word
        if refused:
            instrument.options = {**instrument.options, "refused": refused}
            instrument.value = fields.tree(binding.sheet(to).fields)

    instrument.observe(changed, "value")


def _key(key: object) -> str:
    if not isinstance(key, str) or not 8 <= len(key) <= KEY_MOST or not key.isascii():
        raise Refused("refused_message")
    return key
