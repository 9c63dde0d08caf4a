"""Check-in, goals, try-out and check-out on a phone, in a real browser, against the real room."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

FIRST, SECOND = "day1_context", "day2_inquiry"
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}


@pytest.fixture
def anna(phone, room):
    def at(block: str, day: str = FIRST):
        page.goto("about:blank")  # or the phone would follow by itself at the same moment
        room.store.mark("run", day, {"button": "go", "block": block}, "test")
        if block == "try_out":  # begins with a talk
            room.store.mark("run", day, {"button": "stage", "stage": "individual"}, "test")
        page.goto(f"{room.address}/now")
        page.wait_for_selector(".stage [aria-current]")
        return page

    page = phone()
    return at


def saved(page):
    expect(page.locator(".foot .save")).to_contain_text("Gemt kl.")


def test_a_check_in_is_told_at_the_table_and_has_no_plenary(anna):
    page = anna("check_in")
    page.get_by_label("Din linje").fill("Spændt")
    saved(page)
    expect(page.get_by_role("button", name="Plenum")).to_be_hidden()
    page.get_by_role("button", name="Del med gruppen").click()
    page.get_by_role("button", name="Gruppe", exact=True).click()
    page.locator(".told summary").click()
    expect(page.locator(".told .voice", has_text="Spændt")).to_be_visible()


def test_a_check_out_goes_straight_to_plenary_and_stays_on_one_s_own_page(anna, room):
    page = anna("check_out")
    page.get_by_label("Din linje").fill("At jeg må tøve.")
    saved(page)
    page.get_by_role("button", name="Del min linje i plenum").click()
    page.locator(".confirm .btn.main").click()
    expect(page.get_by_role("button", name="Træk min linje tilbage")).to_be_visible()
    page.goto(f"{room.address}/mine")
    expect(page.get_by_text("At jeg må tøve.")).to_be_visible()
    assert Axe().run(page, options=AXE).response["violations"] == []


def test_the_next_check_in_opens_with_the_open_try_outs(anna):
    page = anna("try_out")
    page.get_by_label("Det vil jeg prøve").fill("Jeg spørger vejlederen først")
    saved(page)
    page = anna("check_in", SECOND)
    expect(page.locator(".looked .voice", has_text="Jeg spørger vejlederen først")).to_be_visible()
    assert page.locator(".looked textarea").count() == 0
    expect(page.get_by_label("Din linje")).to_be_editable()
    page = anna("since_last", SECOND)
    expect(page.get_by_label("Det vil jeg prøve")).to_be_editable()


def test_on_a_page_of_two_exercises_only_the_running_one_asks(anna):
    page = anna("own_goals")
    expect(page.get_by_label("Jeg vil gerne kunne")).to_be_editable()
    expect(page.get_by_label("Vi vil gerne kunne")).to_be_hidden()
    page = anna("shared_goals")
    expect(page.get_by_label("Vi vil gerne kunne")).to_be_editable()
    expect(page.get_by_role("button", name="Klar")).to_have_count(1)
    assert Axe().run(page, options=AXE).response["violations"] == []


@pytest.mark.parametrize("width", [320, 768])
def test_nothing_runs_over_the_edge(anna, width):
    for block in ("check_in", "own_goals", "shared_goals", "try_out", "check_out"):
        page = anna(block)
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), block
        assert Axe().run(page, options=AXE).response["violations"] == [], block
