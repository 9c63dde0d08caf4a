"""One group's sheet of paper on its way in: codes become fields, fields become codes again."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, time
from typing import Any

from workshops import fields
from workshops.binding import Binding
from workshops.methods import Refused
from workshops.room.typed.at_desk import AtDesk
from workshops.store import Audience, Entry
from workshops.takeaway.script.paper_blocks import SEATS
from workshops.takeaway.script.paper_order import PaperField, paper_blocks
from workshops.takeaway.script.paper_shapes import ITEM
from workshops.takeaway.script.paper_typed import as_typed, said, typed
from workshops.words import words

BEGUN = "log.p1."
"""The turn a meeting on paper begins with: to its content."""


class Typing:
    """What is typed at one table of one exercise. Everything here may wait."""

    def __init__(self, binding: Binding, language: str) -> None:
        self.binding = binding
        self.language = language
        self._seats = 0
        self.read()

    def read(self) -> None:
        """Take the sheet as it stands now."""
        self.sheet = self.binding.sheet("group")
        self.values = self.sheet.fields
        at_desk = self.binding if isinstance(self.binding, AtDesk) else None
        self.unseen = at_desk.unseen(self.sheet) if at_desk else frozenset[str]()
        told = self.values.get("seats")
        seats = told if isinstance(told, int) and 1 <= told <= len(SEATS) else len(SEATS)
        if seats != self._seats:  # with fewer at the table another seat speaks in a round
            self._seats = seats
            self.blocks = paper_blocks(self.binding.exercise, self.language, "group", seats)
            self.fields = {one.code: one for block in self.blocks for one in block.fields}

    # ── in ───────────────────────────────────────────────────────────────
    def put(self, code: str, text: str, key: str, seen: int = 0) -> Entry:
        """Keep what stands at a code; back when it is durable. Raises `Refused` or `Declined`."""
        if code not in self.fields:
            raise Refused("typed_no_code", code=code[:6])
        field = self.fields[code]
        path = self.path(field.path)
        if path in self.unseen:
            raise Refused("typed_by_group", code=code)
        value = typed(field, text, self._filled_rows(field.of), self._began())
        entry = self.binding.put("group", path, value, key, seen).result()
        self.read()
        self._list(field, key)
        if field.kind == "moment" and value is not None:
            self._begin(key)
        return entry

    def undo(self, key: str) -> Entry | None:
        """Set back the newest change; a row that came with it goes with it."""
        back = self.binding.undo("group", key)
        step = 1
        while back and (back.field.endswith(fields.ORDER) or back.field.startswith(BEGUN)):
            step += 1
            back = self.binding.undo("group", f"{key}-{step}")
        self.read()
        return back

    def share(self, audience: Audience, on: bool, key: str) -> None:
        """Share the sheet in plenary or as an example in the handbook, or take that back."""
        act = self.binding.share if on else self.binding.withdraw
        act("group", audience, key).result()
        self.read()

    def _list(self, field: PaperField, key: str) -> None:
        """Put the row of a list among the others, or take it away when nothing is left in it."""
        found = ITEM.search(field.path)
        if not found:
            return
        listed = field.path[: found.start() - 1]
        order = self._order(listed)
        rows = self._ids(listed)
        row = rows[int(found[0][1:]) - 1]
        wanted = [one for one in rows if (one in order or one == row) and self._stands(listed, one)]
        wanted += [one for one in order if one not in rows]
        if wanted == order:
            return
        path = f"{listed}.{fields.ORDER}"
        seen = self.sheet.entries[path].id if path in self.sheet.entries else 0
        self.binding.put("group", path, wanted, f"{key}-#", seen).result()
        self.read()

    def _begin(self, key: str) -> None:
        """Write the start that a table's minutes are counted from, as a phone does when it begins.

        Without it the first time-out would be the start, and every minute on paper another.
        """
        if self._order("log"):
            return
        turn = {"t": self._began(), "level": "content"}
        changes = [(f"{BEGUN}{part}", value) for part, value in turn.items()]
        with suppress(Refused):  # a phone holds the controls: its taps are the start
            for path, value in [*changes, (f"log.{fields.ORDER}", ["p1"])]:
                own = f"{key}-{path.rpartition('.')[2]}0"
                self.binding.put("group", path, value, own).result()
        self.read()

    # ── rows of lists ────────────────────────────────────────────────────
    def path(self, path: str) -> str:
        """Give the field's own path: a row of paper may be an item that a phone has made."""
        found = ITEM.search(path)
        if not found:
            return path
        listed = path[: found.start() - 1]
        return f"{listed}.{self._ids(listed)[int(found[0][1:]) - 1]}{path[found.end() :]}"

    def _order(self, listed: str) -> list[str]:
        return list(self.values.get(f"{listed}.{fields.ORDER}") or ())

    def _ids(self, listed: str) -> list[str]:
        """Give the id of each row of paper: its own, else of an item that came from elsewhere."""
        begin = f"{listed}.p"
        rows = [
            one.path[len(begin) :] for one in self.fields.values() if one.path.startswith(begin)
        ]
        many = max((int(one.partition(".")[0]) for one in rows), default=0)
        order = self._order(listed)
        own = {f"p{number}" for number in range(1, many + 1)}
        others = iter(one for one in order if one not in own)
        names = [f"p{number}" for number in range(1, many + 1)]
        return [one if one in order else next(others, one) for one in names]

    def _stands(self, listed: str, row: str) -> bool:
        begin = f"{listed}.{row}."
        inside = (value for path, value in self.values.items() if path.startswith(begin))
        return any(value not in (None, "", [], False) for value in inside)

    def _filled_rows(self, listed: str) -> Sequence[str]:
        """Give the rows of a list to point at, an empty id where nothing stands."""
        order = self._order(listed) if listed else []
        return [one if one in order else "" for one in self._ids(listed)] if listed else ()

    def _began(self) -> int:
        """Give the moment that minutes are counted from: a phone's log has it, paper has a day."""
        log = self._order("log")
        marks = [self.values.get(f"log.{one}.t") for one in log]
        known = [one for one in marks if isinstance(one, int)]
        if known:
            return min(known)
        stops = (self.values.get(f"timeouts.{one}.t") for one in self._order("timeouts"))
        first = min((one for one in stops if isinstance(one, int)), default=None)
        moment = datetime.fromtimestamp(first / 1000, UTC) if first else datetime.now(UTC)
        return int(datetime.combine(moment.date(), time(), UTC).timestamp() * 1000)

    # ── out ──────────────────────────────────────────────────────────────
    def told(self) -> dict[str, Any]:
        """Give the sheet as the page needs it: what stands at each code, and how far one is."""
        fields_told = {code: self._field(one) for code, one in self.fields.items()}
        filled = [code for code, one in fields_told.items() if one["text"] or one["unseen"]]
        return {
            "fields": fields_told,
            "filled": len(filled),
            "all": self._wanted(fields_told),
            "shared": "plenary" in self.sheet.shared,
            "example": {"plenary", "handbook"} <= self.sheet.shared,
            "held": self.sheet.held,
            "may": self.binding.is_open(self.binding.exercise.id),
        }

    def _field(self, field: PaperField) -> dict[str, Any]:
        path = self.path(field.path)
        entry = self.sheet.entries.get(path)
        unseen = path in self.unseen
        value = None if unseen else self.values.get(path)
        rows = self._ids(field.of) if field.of else ()
        other = entry.other if entry and not unseen else None
        text = as_typed(field, value, rows, self._began() if field.kind == "moment" else 0)
        if value is False and self.is_yes_or_no(field):
            text = words(self.language)["typed_no"]
        return {
            "text": text,
            "said": said(field, value),
            "id": entry.id if entry else 0,
            "unseen": unseen,
            "other": str(other.value) if other else "",
        }

    def is_yes_or_no(self, field: PaperField) -> bool:
        """Say whether a tick may also be a no, and not only nothing."""
        path = self.path(field.path)
        return (
            field.kind == "tick"
            and fields.checked(self.binding.exercise.answer, path, None) is None
        )

    def _wanted(self, told: dict[str, dict[str, Any]]) -> int:
        """Count the fields that ask for something: of a list, the rows that are begun, or one."""
        count = 0
        for block in self.blocks:
            if not block.rows or not ITEM.search(block.fields[0].path):
                count += len(block.fields)
                continue
            begun = [
                some for _name, some in block.rows if any(told[one.code]["text"] for one in some)
            ]
            count += sum(map(len, begun)) or len(block.rows[0][1])
        return count
