"""The groups' hierarchies on the wall, in a real browser: whole pages, and nothing scrolls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import show
from workshops import bots_made
from workshops.exercises import exercise
from workshops.methods import cmm_hierarchy
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EXERCISE = exercise("stuck_utterance")


def value(groups: int) -> dict[str, Any]:
    order = ["organisation", "culture", "relation", "self", "episode", "speech_act"]
    side = {
        "order": order,
        "levels": {level: {"strength": at % 4} for at, level in enumerate(order)},
        "highest": "culture",
        "loop": "strange",
    }
    answer = cmm_hierarchy.Answer.parse({"mine": side, "theirs": side})
    plain = cmm_hierarchy.plenary([answer] * groups)
    drawn = [{"table": str(at + 1), **one} for at, one in enumerate(plain["hierarchies"])]
    return {"groups": drawn, "highest": plain["highest"]}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    options = {"heading": "Hvilket niveau lå øverst?", "eyebrow": "", "empty": ["Her kommer de."]}
    model = {"words": words("da") | EXERCISE.words["da"], "options": options, "value": {}}
    one = show(browser, "hierarchy_wall", model, width=1920, surface="screen")
    one.set_viewport_size({"width": 1920, "height": 1080})
    one.add_style_tag(content="main { height: 880px; padding: 8px 96px !important; }")
    yield one
    one.close()


def given(page: Page, one: dict[str, Any]) -> None:
    page.evaluate("one => models[0].give('value', one)", one)


def test_while_nobody_has_shared_a_sentence_says_what_will_come(page: Page) -> None:
    given(page, value(0))
    assert page.get_by_text("Her kommer de.").is_visible()
    assert page.locator(".plots").is_hidden()


@pytest.mark.parametrize(("groups", "pages"), [(1, 2), (5, 2), (6, 3), (10, 3)])
def test_every_group_has_its_turn_and_no_level_is_cut_off(
    page: Page, groups: int, pages: int
) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    given(page, value(0))
    given(page, value(groups))
    assert page.locator(".wall-pages .num").text_content().split()[-1] == str(pages)
    met = 0
    for _ in range(pages - 1):
        met += page.locator(".group:visible").count()
        bottoms = page.locator(".group:visible li").evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect().bottom)"
        )
        assert max(bottoms) < 880
        page.get_by_role("button", name="Næste side").click()
    assert met == groups
    row = page.locator(".counts tbody tr", has_text="Kultur")
    assert row.locator("td .num").all_text_contents() == [str(groups)] * 2
    page.get_by_role("button", name="Næste side").click()


def test_only_what_was_marked_has_a_flag(page: Page) -> None:
    given(page, value(1))
    assert (
        page.locator(".multiples .high").all_text_contents()
        == ["Kultur, Højeste kontekst, svag"] * 2
    )


@pytest.mark.parametrize(("width", "surface"), [(320, "phone"), (768, "desk"), (1920, "screen")])
def test_nothing_here_shuts_anybody_out(page: Page, width: int, surface: str) -> None:
    page.evaluate("one => { document.documentElement.dataset.surface = one; }", surface)
    page.set_viewport_size({"width": width, "height": 1080})
    page.add_style_tag(content="[data-surface=phone] main { padding: 8px !important; }")
    given(page, value(5))
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_anybody_may_write_can_be_drawn(page: Page) -> None:
    made = [bots_made.made(EXERCISE, "group", number, 7) for number in range(9)]
    plain = cmm_hierarchy.plenary([cmm_hierarchy.Answer.parse(one) for one in made])
    drawn = [{"table": str(at + 1), **one} for at, one in enumerate(plain["hierarchies"])]
    given(page, {"groups": drawn, "highest": plain["highest"]})
    assert page.locator(".group").count() == len(drawn)
