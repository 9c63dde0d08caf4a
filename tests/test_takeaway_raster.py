"""Drawings become PNG in processes of their own, and nothing stops when those do not work."""

from __future__ import annotations

import sys

import pytest

from workshops.takeaway.pictures import raster
from workshops.takeaway.pictures.raster import Order, ahead, drawn, png

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="9mm" height="9mm"><path d="M0 {n}L9 9"/></svg>'
)


def orders(word: str, number: int = 6) -> list[Order]:
    drawings = [f"{SVG.format(n=n)}<!--{word}-->" for n in range(number)]
    return [Order(one, 96, (), "serif", ours=True) for one in drawings]


def test_what_is_drawn_ahead_is_what_would_be_drawn_here(monkeypatch: pytest.MonkeyPatch) -> None:
    here = [drawn(one) for one in orders("æ")]
    monkeypatch.setattr(raster, "drawn", lambda _order: pytest.fail("it was drawn here"))
    ahead(orders("æ"))
    assert [png(one) for one in orders("æ")] == here


@pytest.mark.parametrize("program", [[sys.executable, "-c", "exit()"], ["/no/such/program"]])
def test_without_a_process_the_pictures_come_all_the_same(
    monkeypatch: pytest.MonkeyPatch, program: list[str]
) -> None:
    popen = raster.subprocess.Popen
    monkeypatch.setattr(raster.subprocess, "Popen", lambda _, **more: popen(program, **more))
    asked = orders(program[0])
    ahead(asked)
    assert all(png(one).startswith(b"\x89PNG") for one in asked)


def test_what_cannot_be_drawn_says_why_and_stops_no_other() -> None:
    asked = [*orders("between"), Order("<svg", 96, (), "serif", ours=True)]
    ahead(asked)
    with pytest.raises(ValueError, match="root node"):
        png(asked[-1])
    assert png(asked[0])
