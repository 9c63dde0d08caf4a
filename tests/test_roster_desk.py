"""The list at the desk: it lands after a look, groups are used, and each step is taken back."""

import pytest

from tests.widgets.rosters import Kernel, pasted
from workshops.identity import Person
from workshops.programme import groups, seating
from workshops.store import Event


@pytest.fixture
def kernel():
    one = Kernel()
    yield one
    one.store.close()


def by_name(kernel):
    return {one["alias"]: one for one in kernel.shown.value["people"]}


def tables(kernel):
    return {one["alias"]: one["table"] for one in kernel.shown.value["people"]}


def come_in(kernel, alias):
    """Somebody comes in on a phone."""
    person = seating.people(kernel.store.events("seat"))[by_name(kernel)[alias]["id"]]
    seat = {**person.seat, "device": True}
    kernel.store.mark("seat", f"p:{person.id}", seat, person.id, "move")


def test_nothing_lands_before_the_trainer_has_looked(kernel):
    shown = kernel.press("read", text=pasted())
    assert len(shown["preview"]["rows"]) == 25
    assert shown["people"] == []
    assert kernel.store.events("seat") == []
    assert kernel.press("leave")["preview"] is None
    assert kernel.press("land")["people"] == []


def test_a_list_lands_with_learning_groups_and_code_cards_and_goes_again(kernel):
    shown = kernel.list()
    assert len(shown["people"]) == 25
    assert by_name(kernel)["Anna Krogh"]["learning_group"] == "Distrikt Nord"
    codes = [one.value["code"] for one in kernel.store.events("seat")]
    assert len(set(codes)) == 25
    assert all(codes)
    assert shown["undo"] == {"what": "land", "n": 25}
    assert kernel.press("undo")["people"] == []


def test_the_page_never_has_a_code_card_but_to_print(kernel):
    shown = kernel.list(3)
    assert not any("code" in one for one in shown["people"])
    assert shown["cards"] is None
    cards = kernel.press("cards", on=True)["cards"]
    assert all(one["code"] for one in cards["cards"])
    assert kernel.press("cards", on=False)["cards"] is None


def test_the_same_list_again_adds_nobody(kernel):
    kernel.list()
    kernel.press("read", text=pasted() + "\nKim\tSkole\tNord")
    assert len(kernel.press("land")["people"]) == 26


def test_somebody_who_came_meanwhile_stays_when_the_list_is_taken_back(kernel):
    kernel.list(5)
    come_in(kernel, "Dorte Lund")
    assert [one["alias"] for one in kernel.press("undo")["people"]] == ["Dorte Lund"]


def test_groups_are_a_proposal_until_they_are_used(kernel):
    kernel.list()
    shown = kernel.press("draw")
    assert sorted(len(one) for one in shown["proposal"]["tables"].values()) == [5] * 5
    assert set(tables(kernel).values()) == {""}
    shown = kernel.press("use")
    assert sorted(set(tables(kernel).values())) == ["1", "2", "3", "4", "5"]
    assert shown["proposal"] is None
    sat = seating.seatings(kernel.store.events("seating"))["day1_context"]
    assert sorted(map(len, sat.values())) == [5] * 5
    kernel.press("undo")
    assert set(tables(kernel).values()) == {""}


def test_the_next_day_counts_how_people_sat_at_last_also_by_their_own_hand(kernel):
    kernel.list()
    kernel.store.mark("run", "day1_context", {"button": "go", "block": "welcome"}, "desk")
    kernel.press("draw")
    kernel.press("use")
    moved = by_name(kernel)["Anna Krogh"]
    person = seating.people(kernel.store.events("seat"))[moved["id"]]
    other = "1" if person.table != "1" else "2"
    kernel.store.mark("seat", f"p:{person.id}", {**person.seat, "table": other}, person.id, "move")
    kernel.press("day", day=2)
    shown = kernel.press("draw")
    assert shown["met_days"] == 1
    assert shown["proposal"]["repeats"] <= 2
    kernel.press("use")
    sat = seating.seatings(kernel.store.events("seating"))
    assert person.id in sat["day1_context"][other]
    before = groups.met([sat["day1_context"]])
    assert groups.repeats(sat["day2_inquiry"], before) <= 2


def test_absence_frees_the_place_and_the_trainer_is_at_no_table(kernel):
    kernel.list(10)
    kernel.press("draw")
    kernel.press("use")
    people = by_name(kernel)
    kernel.press("set", who=people["Anna Krogh"]["id"], absent=True)
    kernel.press("set", who=people["Erik Vang"]["id"], role="trainer")
    assert tables(kernel)["Anna Krogh"] == tables(kernel)["Erik Vang"] == ""
    drawn = kernel.press("draw")["proposal"]["tables"]
    assert sum(map(len, drawn.values())) == 8


def test_a_new_day_expects_everybody_again(kernel):
    kernel.list(5)
    ids = [one["id"] for one in kernel.shown.value["people"]]
    kernel.press("set", who=ids[:2], absent=True)
    assert sum(one["absent"] for one in kernel.shown.value["people"]) == 2
    kernel.press("all_here")
    assert not any(one["absent"] for one in kernel.shown.value["people"])


def test_who_comes_late_gets_a_place_and_the_others_keep_theirs(kernel):
    kernel.list(9)
    kernel.press("draw")
    kernel.press("use")
    before = tables(kernel)
    kernel.press("add", alias="Kim", area="school", district="Nord", role="participant")
    assert by_name(kernel)["Kim"]["table"]
    assert {name: table for name, table in tables(kernel).items() if name != "Kim"} == before
    assert kernel.press("add", alias="kim")["note"]["da"]
    assert kernel.press("add", alias="  ")["note"]["da"]


def test_people_without_a_table_are_given_one_together(kernel):
    kernel.list(10)
    kernel.press("draw")
    kernel.press("use")
    ids = [one["id"] for one in kernel.shown.value["people"]][:3]
    kernel.press("seat", who=ids, table="")
    kernel.press("place")
    assert "" not in tables(kernel).values()


def test_learning_groups_are_moved_by_hand_and_filled_by_district(kernel):
    kernel.list(4)
    anna = by_name(kernel)["Anna Krogh"]["id"]
    assert kernel.press("by_district")["note"]["da"]
    kernel.press("group", who=anna, group="")
    kernel.press("by_district")
    assert by_name(kernel)["Anna Krogh"]["learning_group"] == "Distrikt Nord"
    kernel.press("group", who=anna, group="Tværs")
    assert "Tværs" in kernel.shown.value["known"]


def test_somebody_who_came_under_another_name_becomes_the_one_on_the_list(kernel):
    kernel.list(2)
    kernel.store.mark("seat", "p:abcd1234", Person("abcd1234", "AK", code="x").seat, "abcd1234")
    kernel.press("look")
    kernel.press("is", who=by_name(kernel)["Anna Krogh"]["id"], came="abcd1234")
    people = by_name(kernel)
    assert set(people) == {"Anna Krogh", "Birgitte Holm"}
    assert people["Anna Krogh"]["id"] == "abcd1234"
    assert people["Anna Krogh"]["district"] == "Nord"
    kernel.press("undo")
    assert set(by_name(kernel)) == {"Anna Krogh", "Birgitte Holm", "AK"}


def test_who_has_come_is_not_struck_off_but_deleted_for_good(kernel):
    kernel.list(2)
    anna, birgitte = (by_name(kernel)[one]["id"] for one in ("Anna Krogh", "Birgitte Holm"))
    come_in(kernel, "Anna Krogh")
    assert kernel.press("remove", who=anna)["note"]["da"]
    kernel.press("remove", who=birgitte)
    assert set(by_name(kernel)) == {"Anna Krogh"}
    kernel.press("undo")
    kernel.press("forget", who=anna)
    assert set(by_name(kernel)) == {"Birgitte Holm"}
    assert anna not in repr(kernel.store.events("seat"))


@pytest.mark.parametrize(
    ("button", "given"),
    [
        ("seat", {"who": ["nobody"], "table": "1"}),
        ("seat", {"who": "x", "table": "99"}),
        ("group", {"who": 3, "group": ["x"]}),
        ("set", {"who": None}),
        ("set", {"who": [{}], "alias": "x"}),
        ("day", {"day": "2"}),
        ("read", {"text": 5}),
        ("read", {"text": " \n;;"}),
        ("is", {"who": "a", "came": "b"}),
        ("forget", {"who": ["x"]}),
        ("_pressed", {}),
        ("refresh", {}),
        ("nothing", {}),
    ],
)
def test_a_page_that_sends_anything_changes_nothing(kernel, button, given):
    kernel.list(2)
    before = len(kernel.store.events("seat"))
    kernel.press(button, **given)
    assert len(kernel.store.events("seat")) == before
    assert len(kernel.shown.value["people"]) == 2


def test_two_undos_take_back_two_steps_and_a_third_says_there_is_none(kernel):
    kernel.list(3)
    anna = by_name(kernel)["Anna Krogh"]["id"]
    kernel.press("set", who=anna, district="Vest")
    kernel.press("undo")
    assert by_name(kernel)["Anna Krogh"]["district"] == "Nord"
    assert kernel.press("undo")["people"] == []
    shown = kernel.press("undo")
    assert shown["undo"] is None
    assert shown["note"]["da"]


def test_undo_leaves_alone_what_somebody_else_changed_since():
    def event(at, who, why, **seat):
        value = Person("a", "Anna", **seat).seat
        return Event(at, "", "", "seat", "p:a", value, who, why)

    seats = [
        event(1, "a", "join", table="1"),
        event(2, "desk", "list x seat", table="2"),
        event(3, "a", "move", table="3", learning_group="Nord"),
    ]
    batch = seating.newest_batch(seats)
    assert batch.what == "seat"
    assert seating.taken_back(batch, seats) == {}
