"""Groups' hats and groups' meetings on the wall, in a real browser: all of them, no scrolling."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.methods.test_gamemaster import EXERCISE as GAME
from tests.methods.test_gamemaster import FIRST, FULL
from tests.widgets.pages import put_away, show
from tests.widgets.test_hat_line import TALK
from workshops import bots_made, plenary_pictures
from workshops.exercises import Exercise, exercise
from workshops.methods import both_and, gamemaster
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@dataclass(frozen=True)
class Lanes:
    """A wall of lanes: what draws it, what groups have written, and where they stand in it."""

    instrument: str
    exercise: Exercise
    method: Any
    sheet: dict[str, Any]
    shaped: Callable[[Any, list[Any], list[str]], dict[str, Any]]
    groups: str

    def value(self, groups: int, made: bool = False) -> dict[str, Any]:
        """Give what the wall is handed from so many groups, alike or as invented people write."""
        told = [
            bots_made.made(self.exercise, "group", at, 7) if made else self.sheet
            for at in range(groups)
        ]
        answers = [self.method.Answer.parse(one) for one in told]
        tables = [str(at + 1) for at in range(groups)]
        return self.shaped(self.method, answers, tables)


HATS = Lanes(
    "strip_wall", exercise("hat_shifts"), both_and, TALK, plenary_pictures._strips, ".strips"
)
MEETINGS = Lanes("talk_wall", GAME, gamemaster, FULL, plenary_pictures._timelines, ".meetings")


@dataclass(frozen=True)
class Seen:
    """A page of the wall."""

    page: Page
    lanes: Lanes

    def given(self, groups: int, made: bool = False) -> Page:
        """Let so many groups share."""
        value = self.lanes.value(groups, made)
        self.page.evaluate("one => models[0].give('value', one)", value)
        return self.page


def opened(browser: Browser, lanes: Lanes) -> Iterator[Seen]:
    options = {"heading": "Hvornår hjalp det?", "eyebrow": "", "empty": ["Her kommer de."]}
    told = words("da") | lanes.exercise.words["da"]
    model = {"words": told, "options": options, "value": {}}
    page = show(browser, lanes.instrument, model, width=1920, surface="screen")
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.add_style_tag(
        content="[data-surface=screen] main { height: 82vh; padding: 8px 5vw !important; }"
    )
    yield Seen(page, lanes)
    put_away(page)


@pytest.fixture(scope="module")
def hats(browser: Browser) -> Iterator[Seen]:
    yield from opened(browser, HATS)


@pytest.fixture(scope="module")
def meetings(browser: Browser) -> Iterator[Seen]:
    yield from opened(browser, MEETINGS)


@pytest.fixture(params=["hats", "meetings"])
def wall(request: pytest.FixtureRequest) -> Seen:
    seen: Seen = request.getfixturevalue(request.param)
    seen.page.evaluate("document.documentElement.dataset.surface = 'screen'")
    seen.page.set_viewport_size({"width": 1920, "height": 1080})
    return seen


# ── what both must hold ──────────────────────────────────────────────────────
def test_while_nobody_has_shared_a_sentence_says_what_will_come(wall: Seen) -> None:
    page = wall.given(0)
    assert page.get_by_text("Her kommer de.").is_visible()
    assert page.locator(wall.lanes.groups).is_hidden()


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
@pytest.mark.parametrize("groups", [1, 5, 10])
def test_every_group_stands_there_and_nothing_scrolls(
    wall: Seen, groups: int, size: tuple[int, int]
) -> None:
    wall.page.set_viewport_size({"width": size[0], "height": size[1]})
    page = wall.given(groups)
    assert page.locator(".group:visible").count() == groups
    bottoms = page.locator(".ground").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().bottom)"
    )
    assert max(bottoms) < size[1] * 0.82
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("width", "surface"), [(320, "phone"), (1920, "screen")])
def test_nothing_here_shuts_anybody_out(wall: Seen, width: int, surface: str) -> None:
    wall.page.evaluate("one => { document.documentElement.dataset.surface = one; }", surface)
    wall.page.set_viewport_size({"width": width, "height": 1080})
    page = wall.given(5)
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_anybody_may_tap_can_be_drawn(wall: Seen) -> None:
    assert wall.given(9, made=True).locator(".group").count() >= 1


# ── hats ─────────────────────────────────────────────────────────────────────
def test_the_same_time_stands_under_the_same_time(hats: Seen) -> None:
    lefts = (
        hats.given(5)
        .locator(".group .mark:first-of-type")
        .evaluate_all("all => all.map((one) => Math.round(one.getBoundingClientRect().left))")
    )
    assert len(set(lefts)) == 1


def test_a_screen_reader_hears_each_line(hats: Seen) -> None:
    page = hats.given(1)
    assert page.get_by_text("2:10 Vidensperson, sagt højt, spurgt om lov").count() == 1
    assert page.get_by_role("heading", name="Gruppe 1").count() == 1


# ── meetings ─────────────────────────────────────────────────────────────────
def test_the_chosen_time_out_is_marked_and_its_sentence_stands_beside(meetings: Seen) -> None:
    page = meetings.given(5)
    assert page.locator(".ground .stop").count() == 10
    assert page.locator(".ground .stop.best").count() == 5
    assert page.locator(".sentence:visible").first.inner_text() == FIRST["asked"]


def test_a_screen_reader_hears_each_meeting(meetings: Seen) -> None:
    page = meetings.given(1)
    assert page.get_by_text("3:00 Proces").count() == 1
    assert page.get_by_text("4:10 Time-out 1, den time-out, bordet har valgt").count() == 1
    assert page.get_by_role("heading", name="Gruppe 1").count() == 1
