"""What a press does to the list of participants: pure, from seats to changed seats.

Each move gives person → the whole new seat, for the people it changes and for nobody else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workshops import identity
from workshops.identity import Person
from workshops.methods import Refused
from workshops.programme import groups
from workshops.programme.roster import PLACE_MOST, Row, read
from workshops.store import Declined

Changed = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Told:
    """What a move needs to know: the list, what the page gave, the days before, the groups."""

    people: dict[str, Person]
    given: dict[str, Any]
    before: Counter[frozenset[str]]
    known: Sequence[str] = ()

    @property
    def who(self) -> list[Person]:
        """The people the press is about."""
        asked = self.given.get("who")
        ids = asked if isinstance(asked, list) else [asked]
        return [self.people[one] for one in ids if isinstance(one, str) and one in self.people]


def is_seated(person: Person) -> bool:
    """Say whether somebody has a place at a table today: here, and not the trainer."""
    return not person.absent and person.role != "trainer"


def landed(rows: Sequence[Row], people: dict[str, Person], known: Sequence[str]) -> Changed:
    """Give the seats of a list that was read: new people, and what it says of those there."""
    taken = {one.code for one in people.values()}
    found: dict[str, Person] = {}
    for row in rows:
        if not row.usable:
            continue
        there = people.get(row.person)
        if there is None:
            there = Person(
                identity.new_id(), row.alias, device=False, code=identity.new_card(taken)
            )
            taken.add(there.code)
        found[there.id] = _said(there, row)
    grouped = groups.learning(
        [one for one in {**people, **found}.values() if one.role != "trainer"], known
    )
    found = {
        name: one if one.learning_group else replace(one, learning_group=grouped.get(name, ""))
        for name, one in found.items()
    }
    return _changed(people, found)


def _said(person: Person, row: Row) -> Person:
    """Give the person with what the row says; what it is silent about stays."""
    return replace(
        person,
        area=row.area or person.area,
        district=row.district or person.district,
        role=row.role if row.is_new or row.role != identity.ROLES[0] else person.role,
        learning_group=row.learning_group or person.learning_group,
    )


def seated(people: dict[str, Person], tables: Mapping[str, Sequence[str]]) -> Changed:
    """Give the seats of a proposal; whoever is not in it sits at no table."""
    at = {name: table for table, here in tables.items() for name in here}
    return _changed(
        people, {name: replace(one, table=at.get(name, "")) for name, one in people.items()}
    )


def _add(told: Told) -> Changed:
    """Somebody comes late: on the list, and at a table when the others sit at one."""
    said = {name: str(told.given.get(name) or "") for name in ("alias", "area", "district", "role")}
    rows = read(f"navn\tdistrikt\n{_one_line(said['alias'])}\t{_one_line(said['district'])}").rows
    if not rows or not rows[0].usable:
        raise Declined("refused_alias", most=identity.ALIAS_MOST)
    names = {identity.called(one.alias) for one in told.people.values()}
    if identity.called(rows[0].alias) in names:
        raise Declined("roster_name_taken", alias=rows[0].alias)
    row = replace(rows[0], area=_area(said["area"]), role=_role(said["role"] or identity.ROLES[0]))
    new = landed([row], told.people, told.known)
    (name, seat), here = next(iter(new.items())), list(told.people.values())
    person = Person.of(seat, name)
    if any(one.table for one in here) and is_seated(person):
        table = groups.placed([person], here, told.before)[name]
        return {name: {**seat, "table": table}}
    return new


def _seat(told: Told) -> Changed:
    table = told.given.get("table")
    if table not in ("", *identity.TABLES):
        raise Declined("roster_no_change")
    # Who is moved to a table is here: the trainer sees them.
    here = {one.id: replace(one, table=table, absent=one.absent and not table) for one in told.who}
    return _changed(told.people, here)


def _group(told: Told) -> Changed:
    name = _place(told.given.get("group"))
    return _changed(told.people, {one.id: replace(one, learning_group=name) for one in told.who})


def _set(told: Told) -> Changed:
    """Change facts of a person; whoever is not here sits at no table."""
    found = {}
    for one in told.who:
        facts = {
            name: take(told.given[name]) for name, take in _FACTS.items() if name in told.given
        }
        new = replace(one, **facts)
        names = {identity.called(o.alias) for o in told.people.values() if o.id != one.id}
        if "alias" in facts and identity.called(new.alias) in names:
            raise Declined("roster_name_taken", alias=new.alias)
        found[one.id] = new if is_seated(new) else replace(new, table="")
    return _changed(told.people, found)


def _all_here(told: Told) -> Changed:
    """Expect everybody again: it is a new day."""
    away = {one.id: replace(one, absent=False) for one in told.people.values() if one.absent}
    return _changed(told.people, away)


def _remove(told: Told) -> Changed:
    """Take people off the list; somebody who has come in is deleted for good instead."""
    if any(one.device for one in told.who):
        raise Declined("roster_has_come")
    gone = {one.id: replace(one, gone=True, table="") for one in told.who}
    return _changed(told.people, gone)


def _place_late(told: Told) -> Changed:
    late = [one for one in told.people.values() if is_seated(one) and not one.table]
    at = groups.placed(late, list(told.people.values()), told.before)
    return _changed(told.people, {one.id: replace(one, table=at[one.id]) for one in late})


def _by_district(told: Told) -> Changed:
    """Give learning groups by district to those who have none."""
    here = [one for one in told.people.values() if one.role != "trainer"]
    names = groups.learning(here, told.known)
    found = {
        one.id: replace(one, learning_group=names[one.id])
        for one in here
        if not one.learning_group and one.id in names
    }
    if not found:
        raise Declined("roster_no_district")
    return _changed(told.people, found)


def _is(told: Told) -> Changed:
    """Somebody who came in under another name is this person of the list: one seat, not two."""
    waiting, other = told.people.get(str(told.given.get("who"))), told.given.get("came")
    came = told.people.get(str(other))
    if waiting is None or came is None or waiting.device or not came.device:
        raise Declined("roster_no_change")
    whole = replace(
        came,
        alias=waiting.alias,
        area=waiting.area or came.area,
        district=waiting.district or came.district,
        role=waiting.role,
        learning_group=waiting.learning_group or came.learning_group,
        table=waiting.table or came.table,
    )
    both = {came.id: whole, waiting.id: replace(waiting, gone=True, table="")}
    return _changed(told.people, both)


MOVES: dict[str, Callable[[Told], Changed]] = {
    "add": _add,
    "seat": _seat,
    "group": _group,
    "set": _set,
    "all_here": _all_here,
    "remove": _remove,
    "place": _place_late,
    "by_district": _by_district,
    "is": _is,
}
"""The buttons that change seats; a page could send anything, so each looks at what it is given."""


def _changed(people: dict[str, Person], found: dict[str, Person]) -> Changed:
    return {name: one.seat for name, one in found.items() if people.get(name) != one}


def _one_line(text: str) -> str:
    return " ".join(text.replace('"', "”").split())


def _place(value: object) -> str:
    return _one_line(value)[:PLACE_MOST] if isinstance(value, str) else ""


def _alias(value: object) -> str:
    try:
        return identity.alias(str(value))
    except Refused as no:
        raise Declined(no.word, most=identity.ALIAS_MOST) from None


def _area(value: object) -> str:
    return value if isinstance(value, str) and value in identity.AREAS else ""


def _role(value: object) -> str:
    if not isinstance(value, str) or value not in identity.ROLES:
        raise Declined("roster_no_change")
    return value


_FACTS: dict[str, Callable[[object], Any]] = {
    "alias": _alias,
    "area": _area,
    "district": _place,
    "role": _role,
    "learning_group": _place,
    "absent": lambda value: value is True,
}
