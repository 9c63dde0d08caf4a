"""The ledger: what the rows come to, in memory, so that no screen waits for the disk.

It is a pure projection: the same rows in the order of their ids always give the same ledger.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from workshops.store import ENOUGH, Audience, Declined, Entry, Event, Sheet
from workshops.store.unnamed import Share, shown, standing_of

AUDIENCES: tuple[Audience, ...] = ("group", "plenary", "handbook")


@dataclass(slots=True)
class _Page:
    """One subject's part in one exercise."""

    entries: dict[str, Entry] = field(default_factory=dict)
    ticks: dict[str, Any] = field(default_factory=dict)  # "@group", "@plenary", "@done", "@held"
    ticked_at: dict[str, str] = field(default_factory=dict)
    told_at: str = ""  # the table where the author sat when telling the group

    @property
    def written(self) -> bool:
        return any(not empty(entry.value) for entry in self.entries.values())


class Ledger:
    """Newest entry of each field, shares, seats and events; it touches nothing outside."""

    def __init__(self) -> None:
        self.last = 0
        self.day = ""  # the day that the newest "run" event is about
        self._exercises: dict[str, dict[str, _Page]] = defaultdict(dict)
        self._shares: dict[str, list[Share]] = defaultdict(list)
        self._events: dict[str, list[Event]] = defaultdict(list)
        self._tables: dict[str, str] = {}  # subject → table
        self._help: set[str] = set()
        self._reviewed: dict[str, bool] = {}  # day → the trainer sees first what is shared

    # ── rows in ──────────────────────────────────────────────────────────
    def apply(self, row: Entry | Event) -> Entry | Event:
        """Take in the next row; gives it back with what it overtook."""
        self.last = max(self.last, row.id)
        if isinstance(row, Event):
            self._happened(row)
            return row
        page = self._exercises[row.exercise].setdefault(row.subject, _Page())
        if row.field.startswith("@"):
            self._tick(page, row)
            return row
        kept = overtaking(page.entries.get(row.field), row)
        page.entries[row.field] = kept
        return kept

    def _tick(self, page: _Page, row: Entry) -> None:
        anew = row.value is True and not page.ticks.get(row.field)
        page.ticks[row.field] = row.value is True
        if row.field == "@plenary" and anew and self._reviewed.get(self.day):
            page.ticks["@held"] = True
        page.ticked_at[row.field] = row.at
        if row.field == "@group":
            page.told_at = self._tables.get(row.subject, "")
        elif row.field == "@plenary" and row.subject.startswith("p:"):
            values = {path: entry.value for path, entry in page.entries.items()}
            share = Share(row.subject, values if row.value is True else None)
            self._shares[row.exercise].append(share)

    def _happened(self, event: Event) -> None:
        self._events[event.kind].append(event)
        value = event.value if isinstance(event.value, dict) else {}
        if event.kind == "seat":
            self._tables[event.subject] = str(value.get("table") or "")
        elif event.kind == "help":
            (self._help.add if event.value is True else self._help.discard)(event.subject)
        elif event.kind == "run":
            self.day = event.subject
            if value.get("button") == "close":
                self._shares[str(value.get("exercise"))].append(Share("", None))
            elif value.get("button") == "review":
                self._reviewed[self.day] = value.get("on") is True

    # ── answers out ──────────────────────────────────────────────────────
    def sheet(self, exercise: str, subject: str) -> Sheet:
        """Give what a subject has written, with its shares."""
        page = self._page(exercise, subject)
        shared = frozenset(to for to in AUDIENCES if self._is_shared(page, subject, to))
        at: dict[str, str] = {to: page.ticked_at[f"@{to}"] for to in shared}
        done = bool(page.ticks.get("@done"))
        held = "plenary" in shared and bool(page.ticks.get("@held"))
        return Sheet(exercise, subject, dict(page.entries), shared, done, at, held)

    def current(self, row: Entry) -> Entry:
        """Give a row as the ledger knows it, with what it overtook, while it is the newest."""
        newest = self._page(row.exercise, row.subject).entries.get(row.field)
        return newest if newest is not None and newest.id == row.id else row

    def sits_at(self, participant: str, table: str) -> None:
        """Decline unless the participant sits at the table now."""
        if not table or self._tables.get(f"p:{participant}") != table:
            raise Declined("refused_other_group")

    def group(self, exercise: str, table: str, participant: str) -> list[Sheet]:
        """Give the table's sheet, then what its other members have told there."""
        self.sits_at(participant, table)
        others = sorted(self._at(table) - {f"p:{participant}"})
        sheets = [self.sheet(exercise, subject) for subject in others]
        told = [sheet for sheet in sheets if "group" in sheet.shared]
        return [self.sheet(exercise, f"g:{table}"), *told]

    def released(self, exercise: str) -> list[Sheet]:
        """Give the groups' sheets that are on the wall; who wrote what stays here."""
        return [_nameless(sheet) for sheet in self._shared(exercise) if not sheet.held]

    def _shared(self, exercise: str) -> list[Sheet]:
        pages = self._exercises.get(exercise, {})
        groups = sorted((one for one in pages if one.startswith("g:")), key=_in_order)
        sheets = [self.sheet(exercise, subject) for subject in groups]
        return [sheet for sheet in sheets if "plenary" in sheet.shared]

    def unnamed(self, exercise: str, fields: Iterable[str], apart: bool) -> list[dict[str, Any]]:
        """Give the fields of the sheets shared without names, as far as they may be shown."""
        return shown(self._shares.get(exercise, ()), tuple(fields), self._held(exercise), apart)

    def items(
        self, exercise: str, fields: Iterable[str], apart: bool, name: Callable[[str], str]
    ) -> list[dict[str, Any]]:
        """Give what is shared, held or not; `name` hides whose an unnamed one is."""
        held, groups = self._held(exercise), self._shared(exercise)
        unnamed = standing_of(self._shares.get(exercise, ()), tuple(fields), apart)
        enough = sum(one.subject not in held for one in unnamed) >= ENOUGH
        return [_item(sheet) for sheet in groups] + [
            {
                "item": name(f"{exercise} {one.subject} {one.number}"),
                "table": "",
                "value": one.values,
                "at": "",
                "held": one.subject in held,
                "shown": enough and one.subject not in held,
            }
            for one in unnamed
        ]

    def holder_of(self, exercise: str, item: str, name: Callable[[str], str]) -> str:
        """Give whose sheet an item is; declines what is not shared now."""
        if item in {sheet.subject for sheet in self._shared(exercise)}:
            return item
        for number, step in enumerate(self._shares.get(exercise, ())):
            page = self._page(exercise, step.subject)
            if page.ticks.get("@plenary") and item == name(f"{exercise} {step.subject} {number}"):
                return step.subject
        raise Declined("refused_item_gone")

    def _held(self, exercise: str) -> set[str]:
        pages = self._exercises.get(exercise, {}).items()
        return {subject for subject, page in pages if page.ticks.get("@held")}

    def counts(self, exercise: str) -> dict[str, Any]:
        """Give the numbers that a trainer may see."""
        pages = self._exercises.get(exercise, {})
        people = {subject: page for subject, page in pages.items() if subject.startswith("p:")}
        tables = set(self._tables.values()) | {one[2:] for one in pages if one.startswith("g:")}
        return {
            "written": sum(page.written for page in people.values()),
            "shared": sum(bool(page.ticks.get("@plenary")) for page in people.values()),
            "groups": {
                table: self._count(exercise, table)
                for table in sorted(tables - {""}, key=lambda name: _in_order(f"g:{name}"))
            },
        }

    def _count(self, exercise: str, table: str) -> dict[str, int]:
        here = self._at(table)
        pages = [self._page(exercise, subject) for subject in here]
        sheet = self._page(exercise, f"g:{table}")
        return {
            "here": len(here),
            "written": sum(page.written for page in pages),
            "done": sum(bool(page.ticks.get("@done")) for page in pages),
            "told": sum(bool(page.ticks.get("@group")) and page.told_at == table for page in pages),
            "sheet": int(sheet.written),
            "ready": int(bool(sheet.ticks.get("@done"))),
            "released": int(bool(sheet.ticks.get("@plenary"))),
            "help": int(f"g:{table}" in self._help),
        }

    def events(self, kind: str, since: int = 0) -> list[Event]:
        """Give the events of a kind after an id."""
        return [event for event in self._events.get(kind, ()) if event.id > since]

    def _page(self, exercise: str, subject: str) -> _Page:
        return self._exercises.get(exercise, {}).get(subject) or _Page()

    def _at(self, table: str) -> set[str]:
        return {subject for subject, sits in self._tables.items() if sits == table}

    def _is_shared(self, page: _Page, subject: str, audience: Audience) -> bool:
        shared = bool(page.ticks.get(f"@{audience}"))
        if audience == "group" and subject.startswith("p:"):
            return shared and page.told_at == self._tables.get(subject, "")
        return shared


def overtaking(before: Entry | None, row: Entry) -> Entry:
    """Give the row with the one it overtook unseen, when both texts are to be kept.

    A conflict stays until somebody writes having seen it: typing on does not settle it.
    """
    if before is None or row.seen is None or row.seen >= before.id:
        return row
    rival = before if before.author != row.author else before.other
    if rival is None or rival.id <= row.seen or empty(rival.value) or rival.value == row.value:
        return row
    return replace(row, other=replace(rival, other=None))


def empty(value: Any) -> bool:
    """Say whether a field's value is nothing; False and 0 are something."""
    return value is None or value in ("", [])


def _in_order(subject: str) -> tuple[object, ...]:
    return tuple(
        (int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", subject)
    )


def _item(sheet: Sheet) -> dict[str, Any]:
    return {
        "item": sheet.subject,
        "table": sheet.subject[2:],
        "value": sheet.fields,
        "at": sheet.shared_at["plenary"],
        "held": sheet.held,
        "shown": not sheet.held,
    }


def _nameless(sheet: Sheet) -> Sheet:
    entries = {
        path: replace(entry, author="", key="", seen=None, undoes=None, other=None)
        for path, entry in sheet.entries.items()
    }
    return replace(sheet, entries=entries)
