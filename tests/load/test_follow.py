"""How fast every device follows, and how far their clocks part: what was promised, measured."""

from __future__ import annotations

import pytest

from tests.rooms import on_a_loop
from workshops.bench_follow import follow

LIMITS = [(25, 100), pytest.param(200, 500, marks=pytest.mark.long)]
"""People, and the milliseconds in which the last of them stands on the new block."""


@pytest.mark.parametrize(("people", "most"), LIMITS)
@pytest.mark.usefixtures("chromium")
def test_all_stand_on_the_new_block(people: int, most: int) -> None:
    found = on_a_loop(follow(people))
    # Of several turns the typical one: another program on this machine may stop any single one.
    assert found["last_p50_ms"] <= most
    assert found["drift_ms"] <= 1000
    assert found["browser"]["p50_ms"] <= 1000
