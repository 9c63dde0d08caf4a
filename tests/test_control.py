"""A group's controls: with the group until a phone takes them, lent to all in a time-out."""

from __future__ import annotations

from datetime import timedelta

import pytest

from workshops.programme import control
from workshops.programme.control import Controls
from workshops.store import Declined
from workshops.store.temporary import TemporaryStore

GAME, TABLE = "lead_the_talk", "3"


class Table:
    """A table with controls, and the people who sit at it."""

    def __init__(self) -> None:
        self.store = TemporaryStore()
        self.gone: set[str] = set()
        self.controls = Controls(self.store, lambda person, _table: person not in self.gone)

    def do(self, who: str, act: str, key: str = "") -> bool:
        return self.controls.do(GAME, TABLE, act, who, key)

    def code(self, who: str) -> str:
        self.do(who, "offer")
        return self.now.key

    @property
    def now(self) -> control.Control:
        return self.controls.of(GAME, TABLE)


@pytest.fixture
def table() -> Table:
    return Table()


def test_everybody_may_press_until_somebody_takes_the_controls(table: Table) -> None:
    assert table.now.by == ""
    assert table.now.is_with("anna")
    table.do("anna", "take")
    assert table.now.is_with("anna")
    assert not table.now.is_with("bo")


def test_while_one_has_them_another_cannot_simply_take_them(table: Table) -> None:
    table.do("anna", "take")
    with pytest.raises(Declined, match="refused_control_held"):
        table.do("bo", "take")
    with pytest.raises(Declined, match="refused_control_held"):
        table.do("bo", "offer")
    assert table.now.by == "anna"


def test_one_scan_passes_them_on_and_uses_the_code_up(table: Table) -> None:
    table.do("anna", "take")
    key = table.code("anna")
    table.controls.take_by_code(key, TABLE, "bo")
    assert table.now.by == "bo"
    with pytest.raises(Declined, match="refused_control_code"):
        table.controls.take_by_code(key, TABLE, "carl")


def test_a_code_opens_nothing_at_another_table_nor_after_ten_minutes(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = table.code("anna")
    with pytest.raises(Declined, match="refused_control_code"):
        table.controls.take_by_code(key, "4", "bo")
    monkeypatch.setattr(control, "VALID", timedelta(0))
    with pytest.raises(Declined, match="refused_control_code"):
        table.controls.take_by_code(key, TABLE, "bo")


def test_anybody_may_call_them_back_and_the_phone_that_had_them_is_out(table: Table) -> None:
    table.do("anna", "take")
    table.do("bo", "back")
    assert table.now.by == ""
    assert table.do("anna", "lend") is False  # it wakes up and acts as if it still had them
    assert table.now.lent == ""


def test_calling_back_makes_a_code_that_waits_void(table: Table) -> None:
    table.do("anna", "take")
    key = table.code("anna")
    table.do("bo", "back")
    with pytest.raises(Declined, match="refused_control_code"):
        table.controls.take_by_code(key, TABLE, "carl")


def test_a_time_out_lends_them_to_all_and_gives_them_to_the_same_afterwards(table: Table) -> None:
    table.do("anna", "take")
    table.do("anna", "lend")
    assert table.now.is_with("bo")
    with pytest.raises(Declined, match="refused_control_held"):
        table.do("bo", "take")  # they are lent, not free
    table.do("bo", "resume")
    assert table.now.by == "anna"


def test_called_back_in_a_time_out_they_stay_with_the_group(table: Table) -> None:
    table.do("anna", "take")
    table.do("anna", "lend")
    table.do("bo", "back")
    assert table.do("bo", "resume") is False
    assert table.now.by == ""


def test_whoever_leaves_the_table_takes_no_controls_along(table: Table) -> None:
    table.do("anna", "take")
    table.gone.add("anna")
    assert table.now.by == ""
    assert table.now.is_with("bo")


def test_another_table_and_another_exercise_have_controls_of_their_own(table: Table) -> None:
    table.do("anna", "take")
    assert table.controls.of(GAME, "4").by == ""
    assert table.controls.of("next_meeting", TABLE).by == ""


def test_what_changes_nothing_is_no_event(table: Table) -> None:
    assert table.do("anna", "back") is False
    assert table.do("anna", "resume") is False
    assert table.store.events(control.KIND) == []
    with pytest.raises(Declined, match="refused_message"):
        table.do("anna", "seize")
