"""The handbook's page in a browser: by finger and by key, and what one writes is never lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.deskpages import opened
from tests.widgets.handbooks import Kernel

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
POSITIONING = "day1_context/05_positioning"


@pytest.fixture
def kernel(tmp_path) -> Iterator[Kernel]:
    one = Kernel(tmp_path)
    yield one
    one.store.close()


def order(kernel):
    return [one["of"] for one in kernel.shown.value["chapters"]]


def test_a_chapter_is_moved_by_button_and_by_key_and_keeps_the_focus(browser, kernel):
    page = opened(browser, kernel)
    at = order(kernel).index(POSITIONING)
    page.get_by_role("button", name="Flyt Positionering op").click()
    page.wait_for_function("document.activeElement.ariaLabel === 'Flyt Positionering op'")
    assert order(kernel).index(POSITIONING) == at - 1
    box = page.get_by_role("checkbox", name="Positionering", exact=True)
    box.focus()
    page.keyboard.press("ArrowDown")
    page.wait_for_function("document.activeElement.type === 'checkbox'")
    assert order(kernel).index(POSITIONING) == at
    page.keyboard.press("Control+z")
    page.wait_for_function("window.model.get('value').heard === 3")
    assert order(kernel).index(POSITIONING) == at - 1
    page.get_by_role("button", name="Fortryd flytningen").click()
    page.wait_for_function("document.querySelector('.top button').disabled")
    assert order(kernel).index(POSITIONING) == at
    page.close()


def test_an_example_is_left_out_and_words_are_added(browser, kernel):
    page = opened(browser, kernel)
    page.get_by_role("button", name="Eksempler og egne ord: Positionering").click()
    page.get_by_label("næste personalemøde").uncheck()
    page.get_by_label("Hos os, på dansk").fill("Vi bruger tavlen.")
    page.get_by_label("Hos os, på engelsk").focus()
    chapter = next(one for one in kernel.shown.value["chapters"] if one["of"] == POSITIONING)
    assert chapter["local"] == {"da": "Vi bruger tavlen."}
    assert [one["on"] for one in chapter["examples"]].count(False) == 1
    page.close()


def test_what_somebody_is_writing_is_not_drawn_over(browser, kernel):
    page = opened(browser, kernel)
    page.get_by_role("button", name="Eksempler og egne ord: Positionering").click()
    field = page.get_by_label("Hos os, på dansk")
    field.type("Halvt skre")
    kernel.press("turn", of="day1_context/03_loop", on=False)  # somebody else, meanwhile
    page.evaluate("window.model.save_changes()")
    field.type("vet")
    assert field.input_value() == "Halvt skrevet"
    page.close()


@pytest.mark.parametrize(("width", "theme"), [(320, "light"), (1280, "dark")])
def test_axe_finds_nothing_and_nothing_is_cut_off(browser, kernel, width, theme):
    page = opened(browser, kernel, width, theme=theme)
    page.get_by_role("button", name="Eksempler og egne ord: Positionering").click()
    found = Axe().run(page, options=AXE).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()
