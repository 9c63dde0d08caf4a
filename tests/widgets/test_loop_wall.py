"""The groups' loops on the wall, in a real browser: whole pages, and nothing scrolls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import show
from workshops import bots_made
from workshops.exercises import exercise
from workshops.methods import systemic_loop
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EXERCISE = exercise("draw_loop")
NAMES = [
    "Skolelederen på den mindste af skolerne",
    "Teamet",
    "Konsulenten",
    "Forvaltningen",
    "Forældrene",
]


def value(groups: int, actors: int = 5) -> dict[str, Any]:
    answer = {
        "actors": [{"id": f"a{n}", "name": name} for n, name in enumerate(NAMES[:actors])],
        "arrows": [
            {
                "id": f"x{n}",
                "from_actor": f"a{n}",
                "to_actor": f"a{(n + 1) % actors}",
                "does": "Spørger",
            }
            for n in range(actors)
        ],
        "self_actor": "a2",
    }
    plain = systemic_loop.plenary([systemic_loop.Answer.parse(answer)] * groups)
    return {"groups": [{"table": str(at + 1), **one} for at, one in enumerate(plain["loops"])]}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    options = {"heading": "Hvor står I selv i cirklen?", "eyebrow": "", "empty": ["Her kommer de."]}
    model = {"words": words("da") | EXERCISE.words["da"], "options": options, "value": {}}
    one = show(browser, "loop_wall", model, width=1920, surface="screen")
    one.set_viewport_size({"width": 1920, "height": 1080})
    one.add_style_tag(
        content="[data-surface=screen] main { height: 82vh; padding: 8px 5vw !important; }"
    )
    yield one
    one.close()


def given(page: Page, one: dict[str, Any]) -> None:
    page.evaluate("one => models[0].give('value', one)", one)


def test_while_nobody_has_shared_a_sentence_says_what_will_come(page: Page) -> None:
    given(page, value(0))
    assert page.get_by_text("Her kommer de.").is_visible()
    assert page.locator(".plots").is_hidden()


APART = """all => { const boxes = all.map((one) => one.getBoundingClientRect());
return boxes.every((one, i) => boxes.slice(0, i).every((other) =>
  one.right <= other.left + 1 || other.right <= one.left + 1
  || one.bottom <= other.top + 1 || other.bottom <= one.top + 1)); }"""


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
@pytest.mark.parametrize(("groups", "pages"), [(1, 1), (5, 1), (10, 2)])
def test_every_group_has_its_turn_and_nothing_overlaps_or_scrolls(
    page: Page, groups: int, pages: int, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    given(page, value(0))
    given(page, value(groups))
    met = 0
    for turn in range(pages):
        if turn:
            page.get_by_role("button", name="Næste side").click()
        met += page.locator(".group:visible").count()
        assert page.locator(".group:visible .ground").evaluate_all(
            f"all => all.every((one) => ({APART})([...one.querySelectorAll('.actor')]))"
        )
        bottoms = page.locator(
            ".group:visible .actor, .group:visible .said:not(.sr) .says"
        ).evaluate_all("all => all.map((one) => one.getBoundingClientRect().bottom)")
        assert max(bottoms) < size[1] * 0.82
    assert met == groups
    assert page.locator(".wall-pages").is_visible() == (pages > 1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_few_stand_with_their_words_and_many_with_numbers_only(page: Page) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    given(page, value(2))
    assert page.locator(".says").first.bounding_box()["width"] > 40
    given(page, value(5))
    assert page.locator(".said.sr").count() == 5
    assert page.locator(".ground .sign").count() == 25


def test_own_actor_is_filled_and_said_to_a_screen_reader(page: Page) -> None:
    given(page, value(1))
    assert page.locator(".actor.own").all_text_contents() == ["Konsulenten"]
    assert page.get_by_text("Konsulenten: Det er os").count() == 1
    assert page.get_by_text("Teamet → Konsulenten").count() == 1


def test_a_page_is_turned_by_key_and_stays_until_then(page: Page) -> None:
    given(page, value(10))
    page.get_by_role("button", name="Næste side").focus()
    page.keyboard.press("PageUp")
    page.keyboard.press("PageDown")
    assert page.locator(".wall-pages .num").text_content() == "Side 2 af 2"
    given(page, value(10, actors=3))
    assert page.locator(".wall-pages .num").text_content() == "Side 2 af 2"


@pytest.mark.parametrize(("width", "surface"), [(320, "phone"), (1920, "screen")])
def test_nothing_here_shuts_anybody_out(page: Page, width: int, surface: str) -> None:
    page.evaluate("one => { document.documentElement.dataset.surface = one; }", surface)
    page.set_viewport_size({"width": width, "height": 1080})
    given(page, value(5, actors=4))
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_anybody_may_write_can_be_drawn(page: Page) -> None:
    made = [bots_made.made(EXERCISE, "group", number, 7) for number in range(9)]
    plain = systemic_loop.plenary([systemic_loop.Answer.parse(one) for one in made])
    drawn = [{"table": str(at + 1), **one} for at, one in enumerate(plain["loops"])]
    given(page, {"groups": drawn})
    assert page.locator(".group").count() == plain["n"]
