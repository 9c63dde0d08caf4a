"""No page of the days is much heavier on its way to a phone than the first exercise's."""

from __future__ import annotations

from tests.rooms import on_a_loop
from workshops.bench import PAGE, alone
from workshops.bench_pages import weights

FURTHER = 20.0
"""Kilobytes, packed as they travel."""


async def weighed() -> dict[str, float]:
    async with alone() as (_, about):
        return await weights(about)


def test_no_page_weighs_much_more_than_the_first_exercise() -> None:
    found = on_a_loop(weighed())
    assert len(found) > 20
    assert {one: kb for one, kb in found.items() if kb > found[PAGE] + FURTHER} == {}
