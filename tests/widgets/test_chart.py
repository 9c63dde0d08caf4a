"""The chart in a real browser: what it draws, what it loads, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import show
from widgets.chart import Chart
from workshops import exercises, figures, twins
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WORDS = {**words("da"), **exercises.exercise("stuck_episode").words["da"]}
ENDS = [([-4.0, 3.0], [2.0, 4.0]), ([-3.0, -1.0], [3.0, 1.0]), ([1.0, -3.0], [-2.0, -4.0])]
TRACES = ".scatterlayer > .trace"


def plain(count: int = 3) -> dict[str, Any]:
    arrows = [{"from": start, "to": end} for start, end in ENDS[:count]]
    return {"kind": "arrows", "range": [-5.5, 5.5], "arrows": arrows, "rows": []}


def model(count: int = 3, **options: Any) -> dict[str, Any]:
    told = {"heading": "Hvad?", "twin": twins.twin(plain(count), WORDS), "pickable": True}
    url = {"plotly_url": "/plotly.js"}
    value = figures.figure(plain(count), WORDS)
    return {"words": WORDS, "options": {**told, **url, **options}, "value": value}


@pytest.fixture(scope="module")
def drawn(browser: Browser) -> Iterator[Page]:
    page = show(browser, "chart", model(), model(2), width=800, surface="desk")
    yield page
    page.close()


@pytest.fixture
def chart(drawn: Page) -> Page:
    """Give a page with two charts, of three arrows and of two, as if nobody had touched it."""
    drawn.evaluate("one => models[0].give('value', one)", model()["value"])
    drawn.evaluate("document.documentElement.dataset.theme = 'light'")
    drawn.wait_for_function(f"document.querySelectorAll('{TRACES}').length === 7")
    return drawn


def test_the_kernel_never_carries_plotly() -> None:
    chart = Chart(value=figures.figure(plain(), WORDS))
    assert len(chart._esm) + len(chart._css) < 80_000


def test_two_charts_load_plotly_once(chart: Page) -> None:
    assert chart.asked.count("/plotly.js") == 1


def test_colours_follow_the_theme_at_once(chart: Page) -> None:
    head = f"#el0 {TRACES}:last-child .point:last-child"
    light = chart.locator(head).evaluate("node => getComputedStyle(node).fill")
    chart.evaluate("document.documentElement.dataset.theme = 'dark'")
    chart.wait_for_function(
        "([head, light]) => getComputedStyle(document.querySelector(head)).fill !== light",
        arg=[head, light],
    )


def test_what_looks_like_markup_is_shown_as_it_was_written(chart: Page) -> None:
    value = model()["value"]
    said = {"x": [0], "y": [0], "mode": "text", "text": ["<b>nu</b> & $x$"]}
    value["data"][3] = said
    chart.evaluate("one => models[0].give('value', one)", value)
    chart.wait_for_selector(".textpoint text")
    assert chart.locator(".textpoint text").text_content() == "<b>nu</b> & $x$"


def test_a_tap_lifts_the_arrow_under_the_finger_and_a_second_one_puts_it_back(chart: Page) -> None:
    plot = chart.locator("#el0 .picks")
    side = plot.bounding_box()["width"]
    there = {"x": side / 2, "y": side / 2}  # the second arrow goes through the middle
    plot.click(position=there)
    assert chart.evaluate("models[0].data.value.picked") == figures.uid_of(*ENDS[1])
    plot.click(position=there)
    assert chart.evaluate("models[0].data.value.picked") == ""


def test_arrows_are_picked_by_key_and_said_by_their_place(chart: Page) -> None:
    chart.locator("#el0 .picks").focus()
    chart.keyboard.press("ArrowRight")
    chosen = chart.locator("#el0 [role=option][aria-selected=true]")
    assert chosen.text_content() == figures.figure(plain(), WORDS)["data"][1]["name"]
    pointed = chart.locator("#el0 .picks").get_attribute("aria-activedescendant")
    assert pointed == chosen.get_attribute("id")
    chart.keyboard.press("Escape")
    assert chart.evaluate("models[0].data.value.picked") == ""


def test_only_a_new_arrow_fades_in(chart: Page) -> None:
    assert chart.locator(f"#el1 {TRACES}.arriving").count() == 0
    chart.evaluate("one => models[1].give('value', one)", model(3)["value"])
    chart.wait_for_selector(f"#el1 {TRACES}.arriving")
    assert chart.locator(f"#el1 {TRACES}.arriving").count() == 1
    chart.evaluate("one => models[1].give('value', one)", model(2)["value"])


def test_while_there_is_nothing_a_sentence_says_what_will_come(browser: Browser) -> None:
    page = show(browser, "chart", model(0, empty=["Her kommer pilene."]))
    assert page.get_by_text("Her kommer pilene.").is_visible()
    assert page.locator(".picks").is_hidden()
    assert "/plotly.js" not in page.asked
    page.close()


def test_without_plotly_everybody_reads_the_words(browser: Browser) -> None:
    page = show(browser, "chart", model(plotly_url="/gone.js"))
    page.get_by_text(WORDS["plenary_no_picture"]).wait_for()
    assert page.locator("table td").first.is_visible()
    assert page.locator(".picture").is_hidden()
    page.close()


def test_a_screen_reader_meets_the_sentence_and_the_table(chart: Page) -> None:
    name = chart.get_by_role("group", name="3 pile, hver fra")
    assert name.count() == 1
    assert chart.locator("#el0").get_by_role("row").count() == 4


def test_nothing_here_shuts_anybody_out(chart: Page) -> None:
    found = Axe().run(chart, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []


def test_the_chart_leaves_nothing_behind(browser: Browser) -> None:
    page = show(browser, "chart", model(0, empty=["Her kommer pilene."]))
    page.evaluate("models[0].end()")
    assert page.locator("#el0").evaluate("el => el.childNodes.length") == 0
    page.close()
