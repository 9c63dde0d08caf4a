"""Table groups: everybody once, nearest to five, mixed, with few repeats; learning groups."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshops.identity import TABLES, Person
from workshops.programme import groups

AREAS, DISTRICTS = ("daycare", "school", "leisure"), ("Nord", "Vest", "Syd", "Øst")


def room(many: int) -> list[Person]:
    """Give people as a real list has them: four districts, each with all three areas."""
    return [
        Person(f"{at:08x}", f"P{at}", area=AREAS[at // 4 % 3], district=DISTRICTS[at % 4])
        for at in range(many)
    ]


def days(many: int, number: int = 4) -> list[groups.Tables]:
    """Give the groups of so many days, each drawn with the days before in mind."""
    sat: list[groups.Tables] = []
    for day in range(number):
        sat.append(groups.drawn(room(many), groups.met(sat), seed=day))
    return sat


anybody = st.builds(
    Person,
    id=st.uuids().map(str),
    area=st.sampled_from(("", *AREAS)),
    district=st.sampled_from(("", *DISTRICTS)),
)
anyones = st.lists(anybody, max_size=40, unique_by=lambda one: one.id)


@given(people=anyones, seed=st.integers(0, 9))
@settings(max_examples=25, deadline=None)
def test_everybody_gets_one_place_at_an_even_table(people, seed):
    tables = groups.drawn(people, Counter(), seed)
    seated = [one for here in tables.values() for one in here]
    assert sorted(seated) == sorted(one.id for one in people)
    many = [len(here) for here in tables.values()]
    assert max(many, default=0) - min(many, default=0) <= 1
    assert max(many, default=0) <= groups.MOST_AT_A_TABLE
    assert list(tables) == list(TABLES[: len(tables)])


@given(people=anyones, seed=st.integers(0, 9))
@settings(max_examples=10, deadline=None)
def test_the_same_seed_gives_the_same_tables_whatever_the_order(people, seed):
    first = groups.drawn(people, Counter(), seed)
    assert groups.drawn(people[::-1], Counter(), seed) == first


@pytest.mark.parametrize(
    ("people", "wanted"),
    [
        (25, [5] * 5),
        (23, [5, 5, 5, 4, 4]),
        (27, [6, 6, 5, 5, 5]),
        (12, [6, 6]),
        (7, [4, 3]),
        (3, [3]),
        (0, []),
    ],
)
def test_tables_are_nearest_to_five(people, wanted):
    assert groups.sizes(people) == wanted


def test_more_people_than_places_still_get_a_table():
    assert sum(groups.sizes(80)) == 80
    assert len(groups.sizes(80)) == len(TABLES)


# Four days: so many pairs may meet twice or more. Twelve at two tables of six cannot do better
# than twelve the second day; 25 at five tables find three days without a single repeat.
@pytest.mark.parametrize(
    ("people", "most"),
    [(25, (0, 0, 0, 6)), (23, (0, 0, 0, 6)), (27, (0, 3, 6, 10)), (12, (0, 12, 24, 30))],
)
def test_four_days_bring_few_repeats(people, most):
    sat = days(people)
    for day, tables in enumerate(sat):
        assert groups.repeats(tables, groups.met(sat[:day])) <= most[day], day


@pytest.mark.parametrize("people", [25, 23, 27, 12])
def test_on_the_first_day_no_table_is_one_district_or_one_area(people):
    of = {one.id: one for one in room(people)}
    for here in days(people, 1)[0].values():
        assert max(Counter(of[one].district for one in here).values()) <= 2
        assert len({of[one].area for one in here}) == 3


@given(people=anyones, late=st.integers(1, 6))
@settings(max_examples=25, deadline=None)
def test_who_comes_late_moves_nobody(people, late):
    tables = groups.drawn(people, Counter())
    at = {one: table for table, here in tables.items() for one in here}
    here = [Person(one.id, district=one.district, table=at[one.id]) for one in people]
    new = [Person(f"late-{n}") for n in range(late)]
    found = groups.placed(new, here, Counter())
    assert set(found) == {one.id for one in new}
    assert set(found.values()) <= set(TABLES)
    full = Counter([*at.values(), *found.values()])
    assert max(full.values()) <= groups.MOST_AT_A_TABLE


def test_who_comes_late_sits_at_the_smallest_table_and_with_strangers():
    here = [Person(f"{n}", table="1" if n < 4 else "2") for n in range(8)]
    before = groups.met([{"1": ["late", "0", "1"]}])
    assert groups.placed([Person("late")], here, before) == {"late": "2"}


def test_pairs_are_counted_by_day_and_names_that_were_deleted_are_nobody():
    met = groups.met([{"1": ["a", "b", ""]}, {"2": ["b", "a"], "3": ["c", ""]}])
    assert met == Counter({frozenset("ab"): 2})


def test_learning_groups_follow_the_districts_under_the_plans_names():
    known = ["Distrikt Nord", "Distrikt Vest", "Distrikt Syd", "Distrikt Øst"]
    found = groups.learning([*room(8), Person("x")], known)
    assert found["00000000"] == "Distrikt Nord"
    assert found["00000003"] == "Distrikt Øst"
    assert "x" not in found


def test_a_large_district_makes_two_learning_groups_with_all_areas():
    people = [Person(f"{n:02}", area=AREAS[n % 3], district="Nord") for n in range(11)]
    found = groups.learning(people)
    assert Counter(found.values()) == {"Nord 1": 6, "Nord 2": 5}
    for name in ("Nord 1", "Nord 2"):
        assert {one.area for one in people if found[one.id] == name} == set(AREAS)
