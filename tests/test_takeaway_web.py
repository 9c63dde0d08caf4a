"""The handbook as one HTML file: it asks nobody, finds what one types, and reads everywhere."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from workshops import bots_made, exercises
from workshops.takeaway import document, handbook, marked
from workshops.takeaway.document import Document, Leaf, Part
from workshops.takeaway.pictures import badge
from workshops.takeaway.web import webbed

from .test_takeaway_handbook import say_yes, sheet

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
HOSTILE = '<img src=x onerror=alert(1)></script><b>&amp;"\u202eslut'


def every_part(text: str) -> list[Part]:
    """Give one part of each kind, each saying the same."""
    drawing = badge.draw("3")
    pairs = {"is": "pairs", "title": text, "pairs": [{"name": text, "value": text, "voice": True}]}
    table = {"is": "table", "title": text, "heads": [text, text], "rows": [[text, text]]}
    place = {"name": text, "value": text}
    return [
        document.cover(text, text, [text]),
        document.contents(text, depth=2),
        document.heading(text, 1),
        document.heading(text, 1, again=True),
        document.line(text, "voice"),
        document.prose([{"text": text, "bold": True, "italic": True}], "voice"),
        document.bullets([document.said(text)], ordered=True),
        document.blanks(3),
        document.frame(text),
        document.beside([document.line(text)], [document.line(text)]),
        document.signed(drawing, text, text, 2),
        document.picture(drawing, text, places=[place], signs={text: drawing}, more=pairs),
        document.section({"is": "text", "title": text, "text": text}, 2),
        document.section(pairs, 2),
        document.section(table, 2),
    ]


def told(*parts: Part, language: str = "da", title: str = "Prøve") -> str:
    leaf = Leaf(list(parts), "venstre", "højre", "kilde")
    made = datetime(2026, 11, 26, tzinfo=UTC)
    return webbed.printed(Document(title, language, made, leaves=[leaf])).decode()


class Read(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_every_kind_of_part_that_the_other_writers_know_is_written() -> None:
    kinds = set(webbed.Writer(Document("", "da", datetime.now(UTC))).kinds)
    assert kinds == set(marked._KINDS)
    page = Read(told(*every_part("Fjordens ord")))
    assert page.text.count("Fjordens ord") >= len(every_part("")) - 3


def test_words_are_words_in_every_part() -> None:
    page = Read(told(*every_part(HOSTILE), title=HOSTILE))
    assert {tag for tag, _ in page.tags} & {"img", "b", "iframe", "object"} == set()
    assert all(not name.startswith("on") for _, attrs in page.tags for name in attrs)
    assert sum(tag == "script" for tag, _ in page.tags) == 2
    assert "onerror=alert(1)" in page.text
    assert "\u202e" not in page.text


def test_the_page_may_run_our_own_script_and_fetch_nothing() -> None:
    text = told(*every_part("ord"))
    (policy,) = (attrs["content"] or "" for tag, attrs in Read(text).tags
                 if attrs.get("http-equiv") == "Content-Security-Policy")  # fmt: skip
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for tag, within in (("style", r"<style>(.*?)</style>"), ("script", r"<script>(.*?)</script>")):
        (found,) = re.findall(within, text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(found.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_no_address_is_in_the_file() -> None:
    text = told(*every_part("ord")).replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?:|//[a-z]+\.", text.replace("data:font/woff2", ""))
    assert text.count("data:font/woff2;base64,") == 2
    assert not re.search(r'\s(?:style|on\w+)="', text)


def test_every_heading_has_an_address_of_its_own_and_the_list_leads_there() -> None:
    text = told(*every_part("samme ord"), document.heading("text", 1), document.heading("find", 2))
    tags = Read(text).tags
    addresses = [attrs["id"] for _, attrs in tags if attrs.get("id")]
    assert len(addresses) == len(set(addresses))
    links = [attrs["href"] for tag, attrs in tags if tag == "a"]
    assert links
    assert {str(one).removeprefix("#") for one in links} <= set(addresses)


@pytest.mark.parametrize(("language", "word"), [("da", "Søg i håndbogen"), ("en", "Search the")])
def test_the_page_speaks_its_language(language: str, word: str) -> None:
    text = told(document.heading("x", 1), language=language)
    assert f'<html lang="{language}"' in text
    assert word in text


# ── in a browser ─────────────────────────────────────────────────────────────
@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a handbook of a few chapters with an example, as a file."""
    from workshops.store.temporary import TemporaryStore  # noqa: PLC0415 - one of two is needed

    store = TemporaryStore()
    sheet(store, "1", bots_made.made(exercises.exercise("stuck_episode"), "group", 1))
    say_yes(store, "1")
    out = tmp_path_factory.mktemp("web")
    edition = handbook.edition("puf")
    (made,) = handbook.write(store, edition, out, formats=("html",))
    store.close()
    return made


@pytest.fixture
def page(browser: Browser, file: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    one = context.new_page()
    one.goto(file.as_uri())
    yield one
    context.close()


def look_for(page: Page, text: str) -> int:
    """Type a search and give how many chapters are left when it has been done."""
    page.locator("#find").fill(text)
    page.wait_for_function(
        "wanted => document.body.classList.contains('looking') === (wanted.trim().length > 1)"
        " && (!document.getElementById('clear').hidden) === (wanted.length > 0)",
        arg=text,
    )
    page.wait_for_timeout(200)
    return page.locator(".leaf:not([hidden]):not(.front):not(.opens)").count()


def test_searching_leaves_the_chapters_that_have_it_and_marks_it(page: Page) -> None:
    every = look_for(page, "")
    left = look_for(page, "modpositionering")
    assert 0 < left < every
    marked_words = page.locator("mark").all_inner_texts()
    assert {one.casefold().replace("\u00ad", "") for one in marked_words} == {"modpositionering"}
    assert page.get_by_role("status").inner_text().startswith(f"{len(marked_words)} steder")
    days = page.locator(".leaf.opens")
    assert page.locator(".side li:not([hidden])").count() == left + days.count()
    assert all("Læringsdag" in one for one in days.all_inner_texts())
    assert look_for(page, "") == every
    assert page.locator("mark").count() == 0


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("prøvehandling", "prøvehandling"),
        ("PRØVEHANDLING", "prøvehandling"),
        ("proevehandling", "prøvehandling"),
        ("paa gulvet", "På gulvet"),
        ("på  gulvet", "På gulvet"),
        ("saet", "sæt"),
        ("harre", "Harré"),
    ],
)
def test_danish_letters_are_found_as_one_may_type_them(page: Page, typed: str, found: str) -> None:
    assert look_for(page, typed) > 0
    words = {one.casefold() for one in page.locator("mark").all_inner_texts()}
    assert found.casefold() in words


def test_another_letter_is_another_letter(page: Page) -> None:
    look_for(page, "prov")
    assert not [one for one in page.locator("mark").all_inner_texts() if "ø" in one.casefold()]


def test_what_is_nowhere_is_said(page: Page) -> None:
    assert look_for(page, "xyzzy") == 0
    assert "Prøv et kortere ord" in page.get_by_role("status").inner_text()


def test_markup_that_is_typed_is_only_looked_for(page: Page) -> None:
    look_for(page, "<img src=x onerror=alert(1)>")
    assert page.locator("main img").count() == 0


def test_all_of_it_goes_by_keyboard(page: Page) -> None:
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    look_for(page, "position")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    now = "[...document.querySelectorAll('mark')].findIndex((one) => one.className === 'now')"
    assert page.evaluate(now) == 1
    page.keyboard.press("Shift+Enter")
    assert page.evaluate(now) == 0
    assert page.locator("mark.now").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#find").input_value() == ""
    assert page.locator("mark").count() == 0


def test_nothing_is_asked_for_and_nothing_is_refused(browser: Browser, file: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    refused: list[Any] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: refused.append(said.text))
    page.on("pageerror", lambda fault: refused.append(str(fault)))
    page.goto(file.as_uri())
    page.locator("#theme").click()
    look_for(page, "case")
    page.evaluate("document.fonts.ready")
    assert [one for one in asked if not one.startswith("data:")] == [file.as_uri()]
    assert refused == []
    fonts = "[...document.fonts].filter((one) => one.status === 'loaded').map((one) => one.family)"
    assert {one.strip('"') for one in page.evaluate(fonts)} == {
        "Figtree Variable",
        "Literata Variable",
    }
    context.close()


@pytest.mark.looks
@pytest.mark.parametrize("width", [320, 390, 1920])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_cut_off(
    browser: Browser, file: Path, width: int, scheme: Any
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - browser tests only

    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(file.as_uri())
    look_for(page, "modpositionering")
    found = Axe().run(page, options=AXE).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_it_prints_as_a_book_with_every_chapter_in_it(page: Page) -> None:
    look_for(page, "modpositionering")
    page.emulate_media(media="print")
    hidden = "[...document.querySelectorAll('.leaf')].filter((one) => !one.offsetHeight).length"
    assert page.evaluate(hidden) == 0
    assert page.locator(".inside").is_visible()
    assert not page.locator(".bar").is_visible()
    assert page.locator(".blanks").first.is_visible()
