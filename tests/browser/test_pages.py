"""Every notebook of every day on a phone, in both languages, as its plan plays it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import nbformat
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ROOT, RoomProcess
from tests.browser.test_phone import violations
from workshops.bench_pages import shelf
from workshops.exercises import exercise
from workshops.programme.plan import Block, plan

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTH, HEIGHT = 390, 844
STRAY = """() => {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (words.nextNode()) {
    const text = words.currentNode.nodeValue.trim();
    if (!words.currentNode.parentElement.checkVisibility()) continue;
    if (/^[a-z]+(_[a-z0-9]+)+$|^undefined$|\\{[a-z]+\\}/.test(text)) found.push(text);
  }
  const other = [...document.querySelectorAll("main .part[lang]")];
  const visible = other.filter((one) => one.lang !== document.documentElement.lang)
    .filter((one) => one.checkVisibility());
  return [...found, ...visible.map((one) => one.textContent.trim().slice(0, 40))];
}"""
"""Finds what nobody should read: a word's own key, a gap nothing was put in, the other language."""
STANDS = """([exercise, stage, name]) => {
  const view = `[data-exercise="${exercise}"] [data-view="${stage}"]`;
  return [...document.querySelectorAll(`${view} .${name}`)].some((one) =>
    one.checkVisibility() && one.offsetHeight > 40 && one.innerText.trim().length > 3);
}"""


@dataclass
class Phone:
    """One phone that goes from page to page; `wrong` is what it complains of."""

    page: Page
    room: RoomProcess
    wrong: list[str] = field(default_factory=list)

    def listen(self) -> None:
        tell = self.wrong.append
        self.page.on("pageerror", lambda one: tell(f"error: {one}"))
        self.page.on("requestfailed", lambda one: tell(f"{one.url}: {one.failure}"))
        self.page.on("response", lambda one: one.status < 400 or tell(f"{one.url}: {one.status}"))
        self.page.on("console", lambda one: one.type == "error" and tell(f"said: {one.text}"))

    def speak(self, language: str) -> None:
        """Let the page be in a language: by its cookie before it opens, by its button after."""
        if self.page.locator("html").get_attribute("lang") != language:
            self.page.locator(".speak").click()
        expect(self.page.locator("html")).to_have_attribute("lang", language)

    def stand(self, block: Block, stage: str, day: str) -> None:
        """Let the trainer bring the room to a stage, and wait until the phone is there."""
        self.room.press("stage", day=day, stage=stage)
        expect(self.page.locator("html")).to_have_attribute("data-stage", stage)
        for name in exercise(block.exercise).instruments[stage]:
            self.page.wait_for_function(STANDS, arg=[block.exercise, stage, name])

    def heading(self) -> str:
        shown = self.page.locator("main h1").filter(visible=True)
        return plain(shown.first.inner_text())


@pytest.fixture(scope="module")
def phone(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Phone]:
    room = RoomProcess(tmp_path_factory.mktemp("room"))
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    form = {"code": room.code, "alias": "Anna", "table": "3"}
    context.request.post(f"{room.address}/", form=form)
    one = Phone(context.new_page(), room)
    one.listen()
    yield one
    context.close()
    room.stop()


def plain(text: str) -> str:
    return text.replace("\u00ad", "").strip()


def titles(where: str) -> dict[str, str]:
    """Give what a notebook's title says in each language."""
    cells = nbformat.read(ROOT / f"{where}.ipynb", as_version=4).cells
    said = {one.id: one.source for one in cells}
    return {
        language: plain(said[f"title-{language}"].splitlines()[0].removeprefix("# "))
        for language in ("da", "en")
    }


def worked(block: Block) -> str:
    """Give the stage people write in: the group's if the plan has it, else one's own."""
    asked = exercise(block.exercise).instruments
    stages = [one.stage for one in block.stages]
    return next(one for one in ("group", "individual") if one in stages and one in asked)


def asked(block: Block, stage: str, language: str) -> str:
    """Give what stands over an exercise on a stage."""
    words = exercise(block.exercise).words[language]
    return plain(words.get("title_group", words["title"]) if stage == "group" else words["title"])


AGAIN = ("check_in", "since_last", "try_out", "check_out")
"""Notebooks every day has: in the quick run they are looked at where they come first."""


def looked_at() -> list[object]:
    """Give the pages; those whose like came on an earlier day wait for the long run."""
    met = set[str]()
    found: list[object] = []
    for one in shelf():
        name = next((name for name in AGAIN if one.endswith(name)), "")
        found.append(pytest.param(one, marks=[pytest.mark.long] if name in met else []))
        met |= {name} - {""}
    return found


@pytest.mark.parametrize("where", looked_at())
def test_a_page_stands_on_a_phone_in_both_languages(phone: Phone, where: str) -> None:
    day, _, notebook = where.partition("/")
    page, room = phone.page, phone.room
    blocks = [one for one in plan(day).blocks if one.notebook == notebook]
    page.goto("about:blank")
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    cookie = {"name": "lang", "value": "en", "url": room.address}
    page.context.add_cookies([cookie])
    phone.wrong.clear()
    assert blocks, "no plan has this notebook"
    for block in blocks:
        room.press("go", day=day, block=block.id)
        if block is blocks[0]:
            page.goto(f"{room.address}/now")
        page.wait_for_url(f"**/page/{where}")
        looked(phone, block, where)
    assert violations(page) == []
    assert phone.wrong == []


def looked(phone: Phone, block: Block, where: str) -> None:
    """Look at a block: its talk if it has one, and the stage in which people write."""
    first, stage = block.stages[0].stage, worked(block)
    day = where.partition("/")[0]
    for at in dict.fromkeys([first, stage] if first == "talk" else [stage]):
        if at == "talk":
            expect(phone.page.locator("html")).to_have_attribute("data-stage", "talk")
        else:
            phone.stand(block, at, day)
        for language in ("en", "da"):
            phone.speak(language)
            wanted = titles(where)[language] if at == "talk" else asked(block, at, language)
            assert phone.heading() == wanted
            assert phone.page.evaluate(STRAY) == []
            assert phone.page.evaluate("document.documentElement.scrollWidth") <= WIDTH
