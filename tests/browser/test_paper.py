"""The card that is filled in by hand before a day: on a phone, and on one sheet of paper."""

from __future__ import annotations

import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from pypdf import PdfReader

from tests.browser.conftest import RoomProcess

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
CARD = "/paper/prep_card"


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """Give one room for them all: an empty card leaves nothing behind in it."""
    one = RoomProcess(tmp_path_factory.mktemp("paper") / "data")
    yield one
    one.stop()


@pytest.mark.parametrize(
    ("lang", "promise"), [("da", "ingen beder dig vise det"), ("en", "nobody asks you to show it")]
)
def test_the_card_is_one_sheet_with_its_promise_on_it(phone, room, lang, promise):
    page = phone(width=390, lang=lang)
    page.goto(f"{room.address}{CARD}")
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    text = " ".join(sheets[0].extract_text().split())
    assert len(sheets) == 1
    assert promise in text
    assert page.get_by_role("button").last.inner_text() not in text


def test_my_page_leads_to_it_and_one_press_prints_it(phone, room):
    page = phone(width=390, lang="da")
    page.goto(f"{room.address}/mine")
    page.get_by_role("link", name="Tre behov · læringsdag 4").click()
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name="Udskriv kortet").click()
    assert page.evaluate("window.printed")


def test_axe_finds_nothing_and_nothing_is_cut_off(phone, room):
    page = phone(width=320, lang="da")
    page.goto(f"{room.address}{CARD}")
    assert Axe().run(page, options=AXE).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
