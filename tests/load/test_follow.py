"""Every device follows the room; how fast it does is what ``laeringsdage bench follow`` prints."""

from __future__ import annotations

import pytest

from tests.rooms import on_a_loop
from workshops.bench_follow import follow

LIMITS = [(25, 100), (200, 500)]
"""People, and the milliseconds in which the last of them stands on the new block."""


@pytest.mark.usefixtures("chromium")
def test_all_stand_on_the_new_block() -> None:
    found = on_a_loop(follow(25))
    # The call answers only when every device told that it stands there; how fast is for the bench.
    assert found["last_p50_ms"] > 0
    assert found["browser"]["p50_ms"] > 0


@pytest.mark.long
@pytest.mark.parametrize(("people", "most"), LIMITS)
@pytest.mark.usefixtures("chromium")
def test_all_stand_there_in_time(people: int, most: int) -> None:
    found = on_a_loop(follow(people))
    # Of several turns the typical one: another program on this machine may stop any single one.
    assert found["last_p50_ms"] <= most
    assert found["drift_ms"] <= 1000
    assert found["browser"]["p50_ms"] <= 1000
