"""What the floor says to a device, as JSON: never more than that device's person may know."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from workshops import exercises, fields, figures, methods, questions
from workshops.binding import Binding, To
from workshops.identity import Person
from workshops.room.hall import Hall
from workshops.store import Entry, Sheet


class Messages:
    """The messages of one room."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall

    def state(self, person: Person, shared: str = "") -> str:
        """Give where the room is and who the reader is; `shared` spares writing it again."""
        seen = shared or json.dumps(self.hall.seen())
        return f'{{"is":"state","state":{seen},"me":{json.dumps(self.me(person))}}}'

    def me(self, person: Person) -> dict[str, Any]:
        """Give who the reader is, as its page needs it."""
        return {
            "id": person.id,
            "alias": person.alias,
            "table": person.table,
            "learning_group": person.learning_group,
            "circle": self._circle(person),
        }

    def _circle(self, person: Person) -> list[str]:
        """Give who is in the reader's learning group, while the block is about it."""
        block = self.hall.state.running(self.hall.plan)
        if block is None or block.kind != "groups":
            return []
        return [one.alias for one in self.hall.in_learning_group(person.learning_group)]

    def _alias(self, author: str) -> str | None:
        person = self.hall.people.get(author)
        return person.alias if person else None

    def sheet(self, binding: Binding, to: To, only: Entry | None = None) -> str:
        """Give a sheet as it stands, or the one row that has just been kept."""
        sheet = binding.sheet(to)
        entries = list(sheet.entries.values()) if only is None else [only]
        rows = [self._row(one, binding.person) for one in entries if one.field[0] != "@"]
        return json.dumps(
            {
                "is": "entries",
                "exercise": binding.exercise.id,
                "subject": to,
                "entries": rows,
                "shared": sorted(sheet.shared),
                "done": sheet.done,
                "held": sheet.held,
                "all": only is None,
            }
        )

    def _row(self, entry: Entry, person: Person) -> dict[str, Any]:
        return {
            "id": entry.id,
            "field": entry.field,
            "value": entry.value,
            "by": self._alias(entry.author),
            "mine": entry.author == person.id,
            "other": self._other(entry, person),
        }

    def _other(self, entry: Entry, person: Person) -> dict[str, Any] | None:
        """Give the text the entry overtook, named after whoever of the two is not the reader."""
        other = entry.other
        if other is None:
            return None
        mine = other.author == person.id
        by = entry.author if mine else other.author
        return {"id": other.id, "value": other.value, "by": self._alias(by), "mine": mine}

    def told(self, binding: Binding) -> str:
        """Give the sheets that members of the reader's table have told."""
        exercise = binding.exercise
        sheets = [self._told_sheet(exercise, sheet, binding.person) for sheet in binding.told()]
        return json.dumps({"is": "told", "exercise": binding.exercise.id, "sheets": sheets})

    def _told_sheet(
        self, exercise: exercises.Exercise, sheet: Sheet, person: Person
    ) -> dict[str, Any]:
        author = sheet.subject.removeprefix("p:")
        value = exercise.for_table(fields.tree(sheet.fields))
        return {"by": self._alias(author), "mine": author == person.id, "value": value}

    def table(self, table: str) -> str:
        """Give who sits at a table, and whether it has asked for help."""
        helps = [one for one in self.hall.store.events("help") if one.subject == f"g:{table}"]
        here = [one.alias for one in self.hall.at_table(table) if not one.absent]
        asked = bool(helps and helps[-1].value)
        return json.dumps({"is": "table", "table": table, "here": here, "help": asked})

    def control(self, wanted: str, person: Person, is_here: Callable[[str], bool]) -> str:
        """Give who has the controls of the reader's table; `away` when that phone is silent."""
        control = self.hall.controls.of(wanted, person.table)
        told = {
            "is": "control",
            "exercise": wanted,
            "by": self._alias(control.by) or "",
            "mine": control.is_with(person.id),
            "holds": bool(control.by) and control.by == person.id,
            "lent": self._alias(control.lent) or "",
            "away": bool(control.by) and not is_here(control.by),
            "last": {"act": control.act, "by": self._alias(control.who) or ""},
            "code": control.act == "offer",
        }
        return json.dumps(told)

    def plenary(self, wanted: str) -> str:
        """Give what is shared of an exercise: its picture, and the groups' sheets."""
        exercise = exercises.exercise(wanted)
        method = methods.find(exercise.method)
        groups = [
            {
                "table": sheet.subject.removeprefix("g:"),
                "value": exercise.for_all(fields.tree(sheet.fields)),
            }
            for sheet in self.hall.store.released(wanted)
        ]
        drawn = self.hall.store.unnamed(wanted, exercise.unnamed, exercise.apart)
        if figures.is_of_groups(method.plenary([])["kind"], exercise.unnamed):
            drawn = [group["value"] for group in groups]
        question = questions.told(self.hall.store, wanted)
        if question:
            drawn = questions.pooled(self.hall.store, exercise)
        figure = method.plenary([exercise.answer.parse(one) for one in drawn])
        told = {"is": "plenary", "exercise": wanted, "figure": figure, "groups": groups}
        return json.dumps(told | {"question": question})
