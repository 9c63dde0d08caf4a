"""No page of the days is much heavier on its way to a phone than the first exercise's."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.rooms import on_a_loop
from workshops import theme
from workshops.bench import PAGE, alone
from workshops.bench_pages import shelf, weights
from workshops.room.notebooks import config
from workshops.theme.page import dump

ROOT = Path(__file__).resolve().parent.parent.parent
FURTHER = 20.0
"""Kilobytes, packed as they travel."""


def carried(page: str) -> float:
    """Give what a page alone brings: its instruments, and the words its script is told; in kB.

    The text of its cells is not in it, so that no page has to be rendered.
    """
    told = config(ROOT / f"{page}.ipynb")
    urls = [*told["scripts"].values(), *told["styles"].values()]
    sent = [theme.asset(url.rpartition("/")[2]) for url in urls]
    packed = [len(one.packed or one.body) for one in sent if one]
    return (sum(packed) + len(gzip.compress(dump(told).encode(), 9))) / 1000


async def weighed() -> dict[str, float]:
    async with alone() as (_, about):
        return await weights(about)


def too_heavy(found: dict[str, float]) -> dict[str, float]:
    assert len(found) > 20
    return {one: kb for one, kb in found.items() if kb > found[PAGE] + FURTHER}


def test_no_page_brings_much_more_than_the_first_exercise() -> None:
    assert too_heavy({one: carried(one) for one in shelf()}) == {}


@pytest.mark.long
def test_no_page_weighs_much_more_than_the_first_exercise() -> None:
    assert too_heavy(on_a_loop(weighed())) == {}
