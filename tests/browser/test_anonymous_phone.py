"""The anonymous question on a real phone in a real room: a promise, one answer, one result."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from workshops import questions
from workshops.store import ENOUGH

DAY, PAGE, WANTED = "day4_motivation", "day4_motivation/05_safety", "safety_items"
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
SAYS = {
    "da": ("Ingen kan se, hvem der har svaret hvad", "Svar anonymt", "Flere gange", "Tak."),
    "en": ("Nobody can see who answered what", "Answer anonymously", "Several times", "Thank you."),
}


@pytest.fixture
def asked(phone, room):
    """Give a phone that stands in the open question."""
    room.press("go", day=DAY, block="psych_safety")
    room.press("stage", day=DAY, stage="individual")

    def at(lang: str = "da", alias: str = "Anna"):
        page = phone(alias, lang=lang)
        page.goto(f"{room.address}/page/{PAGE}")
        expect(page.locator(".anonymous .field_sheet")).to_be_visible()
        return page

    return at


def others(room, count: int) -> None:
    for number in range(count):
        room.store.answer(WANTED, f"device {number}", {"doubt": "once"})


def answer(page, lang: str = "da") -> None:
    _, send, several, _ = SAYS[lang]
    page.get_by_text(several, exact=True).first.click()
    page.get_by_role("button", name=send).click()


def close(room) -> None:
    room.press("close", day=DAY, exercise=WANTED)
    room.press("stage", day=DAY, stage="plenary")


def is_clean(page) -> bool:
    fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(page, options=AXE).response["violations"]
    assert found == [], found
    return fits


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_promise_stands_above_the_field_and_one_press_sends_once(asked, room, lang):
    promise, send, _, thanks = SAYS[lang]
    page = asked(lang)
    said = page.locator(".anonymous").get_by_text(promise)
    first = page.locator(".anonymous .field_sheet").first
    expect(said).to_be_in_viewport()
    assert said.bounding_box()["y"] < first.bounding_box()["y"]
    button = page.get_by_role("button", name=send)
    expect(button).to_be_disabled()
    assert is_clean(page)
    answer(page, lang)
    expect(page.locator(".anonymous [role=status]")).to_contain_text(thanks)
    expect(page.locator(".anonymous [role=status]")).to_be_focused()
    expect(button).to_be_hidden()
    assert is_clean(page)
    others(room, ENOUGH - 1)
    assert room.store.close_question(WANTED) == ENOUGH


def test_neither_a_reload_nor_another_tab_gives_a_second_answer(asked, room):
    page = asked()
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator(".anonymous .field_sheet")).to_be_visible()
    late = page.context.new_page()
    answer(page)
    thanks = page.locator(".anonymous [role=status]")
    expect(thanks).to_contain_text("Tak.")
    page.reload()
    late.goto(page.url)
    for one in (page, late):
        expect(one.locator(".anonymous [role=status]")).to_contain_text("Tak.")
        expect(one.get_by_role("button", name="Svar anonymt")).to_be_hidden()
    other.get_by_text("Flere gange", exact=True).first.click()  # it still had the form
    expect(other.get_by_role("button", name="Svar anonymt")).to_be_hidden()
    page.evaluate("localStorage.clear()")  # a phone that forgets is stopped by the room
    page.reload()
    answer(page)
    expect(thanks).to_contain_text("Det første svar gælder")
    others(room, ENOUGH - 1)
    assert room.store.close_question(WANTED) == ENOUGH


def test_nothing_but_the_fact_stays_on_the_phone(asked):
    page = asked()
    answer(page)
    expect(page.locator(".anonymous [role=status]")).to_contain_text("Tak.")
    kept = page.evaluate("Object.entries({...localStorage, ...sessionStorage})")
    assert [value for name, value in kept if WANTED in name] == ["1"]
    assert "several" not in str(kept)


def test_six_answers_are_shown_together_when_it_closes_and_not_before(asked, room):
    page = asked()
    others(room, ENOUGH - 1)
    answer(page)
    expect(page.locator(".anonymous [role=status]")).to_contain_text("Tak.")
    page.get_by_role("button", name="Plenum").click()
    shown = page.locator(".shared-figure")
    expect(shown.filter(has_text="Delt en tvivl")).to_have_count(0)
    close(room)
    expect(shown.filter(has_text="Svar i hele rummet: 6")).to_be_visible()
    assert is_clean(page)
    room.press("open", day=DAY, exercise=WANTED)
    room.press("stage", day=DAY, stage="individual")
    expect(page.locator(".anonymous [role=status]")).to_contain_text("Spørgsmålet er lukket")
    expect(page.get_by_role("button", name="Svar anonymt")).to_be_hidden()


def test_five_answers_are_never_shown_and_that_is_said_kindly(asked, room):
    page = asked()
    others(room, ENOUGH - 2)
    answer(page)
    expect(page.locator(".anonymous [role=status]")).to_contain_text("Tak.")
    close(room)
    page.get_by_role("button", name="Individuelt").click()
    few = page.locator(".anonymous [role=status]")
    expect(few).to_contain_text("Færre end seks svarede")
    page.get_by_role("button", name="Plenum").click()
    expect(page.locator(".shared-figure").filter(has_text="Delt en tvivl")).to_have_count(0)
    expect(page.locator(".shared-figure").filter(has_text="Færre end seks")).to_be_visible()
    assert is_clean(page)
    room.press("go", day=DAY, block="safety_agreements")  # nothing to do alone there
    chips = page.locator("ol.stage li")
    expect(chips.filter(has_text="Gruppe")).to_be_visible()
    expect(chips.filter(has_text="Individuelt")).to_be_hidden()
    assert (questions.told(room.store, WANTED) or {})["answers"] == 0
