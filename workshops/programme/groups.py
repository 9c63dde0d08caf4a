"""Who sits with whom: table groups of about five, mixed, with as few repeats as can be had.

Pure and repeatable: the same people, history and seed give the same tables. Learning groups are
not drawn: they follow the districts.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from workshops.identity import TABLES, Person

AT_A_TABLE, MOST_AT_A_TABLE, FEWEST = 5, 6, 3
"""A group of five works best, six is the most, and below three there is nobody left to observe."""
LEARNING_MOST = 8
"""More than this in one district make two learning groups."""
AGAIN, SAME_DISTRICT, SAME_AREA = 100, 10, 4
"""What a pair at one table costs: having sat together before weighs more than being alike."""
TRIES, SHAKES = 5, 60
"""Fresh starts, and how often each is shaken a little and settled again, keeping the better."""

Tables = dict[str, list[str]]
"""Table → ids of the people at it."""


def sizes(people: int) -> list[int]:
    """Give how many sit at each table: nearest to five, never more than six while tables last."""
    if people <= 0:
        return []
    able = [k for k in range(1, len(TABLES) + 1) if math.ceil(people / k) <= MOST_AT_A_TABLE]
    tables = min(able or [len(TABLES)], key=lambda k: (_unlike_five(people, k), k))
    return _even(people, tables)


def met(seatings: Iterable[Mapping[str, Sequence[str]]]) -> Counter[frozenset[str]]:
    """Give how often each pair has sat together, a seating for each day."""
    return Counter(
        frozenset(pair)
        for tables in seatings
        for here in tables.values()
        for pair in combinations(sorted({one for one in here if one}), 2)
    )


def repeats(tables: Mapping[str, Sequence[str]], before: Counter[frozenset[str]]) -> int:
    """Give how many pairs at these tables have sat together before."""
    now = met([tables])
    return sum(1 for pair in now if before[pair])


def drawn(people: Sequence[Person], before: Counter[frozenset[str]], seed: int = 0) -> Tables:
    """Give tables for these people: fewest repeats first, then mixed districts, then areas."""
    wanted = sizes(len(people))
    if not wanted:
        return {}
    order = sorted(people, key=lambda one: one.id)
    cost = _costs(order, before)
    chance = random.Random(seed)  # noqa: S311 - a draw of seats, no secret
    best: list[list[int]] = []
    least = math.inf
    for _ in range(TRIES):
        dealt = _dealt(order, wanted, chance)
        total = _settled(dealt, cost)
        for _ in range(SHAKES if total else 0):
            shaken = _shaken(dealt, chance)
            if (after := _settled(shaken, cost)) <= total:
                dealt, total = shaken, after
        if total < least:
            best, least = dealt, total
        if total == 0:
            break
    names = [[order[at].id for at in table] for table in best]
    return dict(zip(TABLES, names, strict=False))


def placed(
    late: Sequence[Person],
    here: Sequence[Person],
    before: Counter[frozenset[str]],
) -> dict[str, str]:
    """Give person → table for those who come late: nobody else moves, small tables fill first."""
    at: dict[str, list[Person]] = defaultdict(list)
    for one in here:
        if one.table:
            at[one.table].append(one)
    tables = sorted(at, key=int) or list(TABLES[: len(sizes(len(late)))])
    found = {}
    for one in sorted(late, key=lambda person: person.id):
        if all(len(at[table]) >= MOST_AT_A_TABLE for table in tables):
            tables = [*tables, *_next_free(tables)]
        table = min((len(at[name]), _joining(one, at[name], before), name) for name in tables)[2]
        at[table].append(one)
        found[one.id] = table
    return found


def learning(people: Iterable[Person], known: Sequence[str] = ()) -> dict[str, str]:
    """Give person → learning group by district; a large district makes several of even size.

    `known` are the names that the plan gives its learning groups; a district takes the name that
    says the same. Who has no district is left out.
    """
    by: dict[str, list[Person]] = defaultdict(list)
    for one in people:
        if one.district:
            by[known_as(one.district, known)].append(one)
    found: dict[str, str] = {}
    for name, members in by.items():
        parts = _even(len(members), math.ceil(len(members) / LEARNING_MOST))
        spread = _spread(members, len(parts))
        for at, part in enumerate(spread):
            group = f"{name} {at + 1}" if len(parts) > 1 else name
            found |= {one.id: group for one in part}
    return found


def known_as(district: str, known: Sequence[str]) -> str:
    """Give the learning group whose name says the same as a district's: «Nord», «Distrikt Nord»."""
    return next((one for one in known if _bare(one) == _bare(district)), district)


def _bare(name: str) -> str:
    words = [one for one in name.casefold().split() if one not in {"distrikt", "district"}]
    return " ".join(words)


def _spread(members: list[Person], parts: int) -> list[list[Person]]:
    """Deal people out area by area, so that each part has something of each."""
    order = sorted(members, key=lambda one: (one.area, one.alias.casefold(), one.id))
    return [order[at::parts] for at in range(parts)]


def _unlike_five(people: int, tables: int) -> int:
    return sum((size - AT_A_TABLE) ** 2 for size in _even(people, tables))


def _even(people: int, parts: int) -> list[int]:
    if parts < 1:
        return []
    each, more = divmod(people, parts)
    return [each + 1] * more + [each] * (parts - more)


def _costs(people: Sequence[Person], before: Counter[frozenset[str]]) -> list[list[int]]:
    return [[_cost(one, other, before) for other in people] for one in people]


def _cost(one: Person, other: Person, before: Counter[frozenset[str]]) -> int:
    if one.id == other.id:
        return 0
    times = before[frozenset((one.id, other.id))]
    alike = SAME_DISTRICT * (one.district != "" and one.district == other.district)
    return AGAIN * times * times + alike + SAME_AREA * (one.area != "" and one.area == other.area)


def _dealt(people: Sequence[Person], wanted: list[int], chance: random.Random) -> list[list[int]]:
    """Deal like cards, district by district, so that the first deal is mixed already."""
    order = list(range(len(people)))
    chance.shuffle(order)
    order.sort(key=lambda at: (people[at].district, people[at].area))
    dealt: list[list[int]] = [[] for _ in wanted]
    tables = list(range(len(wanted)))
    chance.shuffle(tables)
    at = 0
    for person in order:
        while len(dealt[tables[at % len(tables)]]) >= wanted[tables[at % len(tables)]]:
            at += 1
        dealt[tables[at % len(tables)]].append(person)
        at += 1
    return dealt


def _settled(dealt: list[list[int]], cost: list[list[int]]) -> int:
    """Exchange two people at a time for as long as it helps; give what the tables then cost."""
    helped = True
    while helped:
        helped = False
        for one, other in combinations(range(len(dealt)), 2):
            helped |= _exchanged(dealt[one], dealt[other], cost)
    return sum(cost[a][b] for table in dealt for a, b in combinations(table, 2))


def _shaken(dealt: list[list[int]], chance: random.Random) -> list[list[int]]:
    """Give the same tables with three exchanges made blindly."""
    found = [list(table) for table in dealt]
    for _ in range(3 if len(found) > 1 else 0):
        here, there = chance.sample(found, 2)
        i, j = chance.randrange(len(here)), chance.randrange(len(there))
        here[i], there[j] = there[j], here[i]
    return found


def _exchanged(here: list[int], there: list[int], cost: list[list[int]]) -> bool:
    """Make the exchange between two tables that helps most; say whether there was one."""
    best, places = 0, None
    with_here = {b: sum(cost[b][x] for x in here) for b in [*here, *there]}
    with_there = {b: sum(cost[b][x] for x in there) for b in [*here, *there]}
    for i, a in enumerate(here):
        for j, b in enumerate(there):
            after = with_there[a] + with_here[b] - 2 * cost[a][b]
            change = after - with_here[a] - with_there[b]
            if change < best:
                best, places = change, (i, j)
    if places is None:
        return False
    i, j = places
    here[i], there[j] = there[j], here[i]
    return True


def _joining(one: Person, there: Sequence[Person], before: Counter[frozenset[str]]) -> int:
    return sum(_cost(one, other, before) for other in there)


def _next_free(tables: Sequence[str]) -> list[str]:
    return [one for one in TABLES if one not in tables][:1]
