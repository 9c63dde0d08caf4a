"""The case library as a table meets it: role cards, the lines one at a time, and on paper."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import RoomProcess

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
CASE = "/cases/who_asked"
LINES = [
    "”Hvad er det, I skal sige bagefter?”",
    "”Ingenting, det her er jeres rum.”",
    "”Årsager til den lave trivsel.”",
    "”Vi ville egentlig hellere tale om det, der er begyndt at lykkes.”",
]


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """Give one room for them all: no case leaves anything behind in it."""
    one = RoomProcess(tmp_path_factory.mktemp("cases") / "data")
    yield one
    one.stop()


@pytest.fixture
def table(phone, room):
    def at(path: str = CASE, width: int = 390, lang: str = "da"):
        page = phone(width=width, lang=lang)
        page.goto(f"{room.address}{path}")
        return page

    return at


def shown(page):
    return page.locator("#lines .voice:visible").all_inner_texts()


@pytest.mark.parametrize(
    ("lang", "role", "begin"),
    [("da", "Læringspartneren", "Start scenen"), ("en", "The learning partner", "Start the scene")],
)
def test_axe_finds_nothing_in_the_scene_and_in_the_list(table, lang, role, begin):
    page = table(lang=lang)
    page.get_by_role("button", name=role).click()
    page.get_by_role("button", name=begin).click()
    assert Axe().run(page, options=AXE).response["violations"] == []
    page.get_by_role("link", name="Alle casekort" if lang == "da" else "All case cards").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert Axe().run(page, options=AXE).response["violations"] == []


def test_the_lines_come_one_at_a_time_with_a_pause_after_each(table):
    page = table()
    assert shown(page) == []
    page.get_by_role("button", name="Start scenen").click()
    assert shown(page) == LINES[:1]
    expect(page.get_by_role("status")).to_contain_text("Pause. Hvad gør du nu?")
    page.get_by_role("button", name="Næste replik").click()
    assert shown(page) == LINES[:2]
    expect(page.locator("#lines .pause:visible")).to_have_count(1)
    for _ in range(2):
        page.get_by_role("button", name="Næste replik").click()
    assert shown(page) == LINES
    page.get_by_role("button", name="Fra begyndelsen").click()
    assert shown(page) == []


def test_the_scene_goes_by_keyboard_and_the_focus_stays_on_the_button(table):
    page = table()
    page.get_by_role("button", name="Start scenen").focus()
    for _ in range(3):
        page.keyboard.press("Enter")
    assert shown(page) == LINES[:3]
    expect(page.locator("#press")).to_be_focused()


def test_only_ones_own_card_is_shown_until_it_is_hidden(table):
    page = table()
    expect(page.locator(".gist:visible")).to_have_count(0)
    page.get_by_role("button", name="Læringspartneren").click()
    expect(page.locator(".gist:visible")).to_have_count(1)
    expect(page.locator(".role:visible")).to_have_count(1)
    page.get_by_role("button", name="Skjul").click()
    expect(page.locator(".gist:visible")).to_have_count(0)
    expect(page.locator(".role:visible")).to_have_count(5)
    expect(page.get_by_role("button", name="Læringspartneren")).to_be_focused()


def test_a_sheet_of_paper_has_all_lines_and_all_cards_whatever_was_opened(table):
    page = table()
    page.get_by_role("button", name="Læringspartneren").click()
    page.emulate_media(media="print")
    assert shown(page) == LINES
    expect(page.locator(".gist:visible")).to_have_count(5)
    expect(page.locator(".case button:visible:not(.role)")).to_have_count(0)
    expect(page.get_by_role("heading", name="Hvornår skal I stoppe?")).to_be_visible()
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1


def test_without_scripts_everything_is_there(browser, room):
    context = browser.new_context(java_script_enabled=False)
    context.request.post(f"{room.address}/", form={"code": room.code, "alias": "Bo", "table": "2"})
    page = context.new_page()
    page.goto(f"{room.address}{CASE}")
    assert shown(page) == LINES
    expect(page.locator(".gist:visible")).to_have_count(5)
    context.close()


def test_nothing_runs_over_the_edge(table, room):
    page = table("/cases")
    fits = "document.documentElement.scrollWidth <= innerWidth"
    for path in ("/cases", CASE):
        page.goto(f"{room.address}{path}")
        if path == CASE:
            page.get_by_role("button", name="Den ene ressourceperson").click()
            page.get_by_role("button", name="Start scenen").click()
        for width in (320, 768, 1920):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(fits), (path, width)


def test_the_days_own_cases_come_first(table, room):
    room.store.mark("run", "day4_motivation", {"button": "go", "block": "welcome"}, "test")
    page = table("/cases")
    first = page.locator(".shelf").first
    expect(first.get_by_role("heading", level=2)).to_have_text("Til i dag")
    titles = ["To sider af gangen", "Gruppen, der blev stille", "Fra seks til tres"]
    expect(first.get_by_role("link")).to_have_text(titles)


def test_an_exercise_leads_to_its_case_and_a_check_in_to_none(phone, room):
    room.press("go", block="positioning")
    room.press("stage", stage="individual")
    page = phone()
    page.get_by_role("link", name="Casekort").locator("visible=true").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bare sig, hvad vi skal gøre")
    room.press("go", block="check_in")
    page.get_by_role("link", name="Tilbage til dagen").click()
    expect(page.get_by_label("Din linje")).to_be_visible()
    expect(page.get_by_role("link", name="Casekort")).to_have_count(0)
