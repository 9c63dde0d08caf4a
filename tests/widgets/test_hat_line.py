"""The hat line under finger and keyboard, on one phone and on two at one table."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import show
from tests.widgets.test_round_lab import SHARED, later
from widgets.front_end import FOLDER, front_end
from workshops.exercises import exercise
from workshops.methods import both_and
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EXERCISE = exercise("hat_shifts")
Opened = Callable[..., "Page"]


def begun(ago: int = 60, **more: Any) -> dict[str, Any]:
    return {"began": int((time.time() - ago) * 1000), **more}


def ended(shifts: list[dict[str, Any]], took: int = 480) -> dict[str, Any]:
    return {"began": 1_000_000_000, "ended": 1_000_000_000 + took * 1000, "shifts": shifts}


TALK = ended(
    [
        {"id": "a", "at": 130, "to": "knowledge", "announced": True, "permission": True},
        {"id": "b", "at": 240, "to": "facilitator", "announced": False},
        {"id": "c", "at": 246, "to": "facilitator", "permission": True, "by": "s2"},
        {"id": "d", "at": 360, "to": "authority"},
    ]
)


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """Give a function that opens the line; `phones` of them share one sheet."""
    pages = []

    def open_it(
        value: Any, width: int = 390, phones: int = 1, look: Any = None, **more: Any
    ) -> Page:
        options = {**EXERCISE.options("group"), "locale": "da", **more}
        told = words("da") | EXERCISE.words["da"]
        models = [{"words": told, "options": options, "value": value}] * phones
        page = show(browser, "hat_line", *models, width=width, **(look or {}))
        page.evaluate(SHARED)
        pages.append(page)
        return page

    yield open_it
    for page in pages:
        page.close()


def kept(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("models[0].data.value")
    both_and.Answer.parse(found)  # whatever a finger does, the method takes it
    return found


def shift(page: Page, name: str) -> dict[str, Any]:
    return next(one for one in kept(page)["shifts"] if one["id"] == name)


def mark(page: Page, name: str) -> Any:
    return page.locator(f"button.mark[data-id={name}]")


# ── what its files hold ──────────────────────────────────────────────────────
@pytest.mark.parametrize("folder", ["hat_line", "strip_wall"])
def test_the_inlined_script_stands_alone_and_is_light(folder: str) -> None:
    script, _ = front_end(str(FOLDER / folder / "__init__.py"))
    assert not re.search(r"^\s*import\b", script, re.MULTILINE)
    names = re.findall(r"^(?:export )?(?:function\*?|const|class) (\w+)", script, re.MULTILINE)
    assert len(names) == len(set(names))
    for file in (FOLDER / folder).glob("*.js"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|https?:|\.send\(|invoke|Storage|cookie", text)


@pytest.mark.parametrize("folder", ["hat_line", "strip_wall"])
def test_no_colour_is_its_own(folder: str) -> None:
    style = (FOLDER / folder / "view.css").read_text(encoding="utf-8")
    tokens = (FOLDER / "shared" / "tokens.css").read_text(encoding="utf-8")
    own = set(re.findall(r"(--[\w-]+):", style)) | {"--rows"}
    used = set(re.findall(r"var\((--[\w-]+)", style))
    assert used <= set(re.findall(r"(--[\w-]+):", tokens)) | own
    assert not re.search(r"#[0-9a-fA-F]{3,6}\b|rgb", style)


def test_python_and_the_page_know_the_same_hats() -> None:
    script = (FOLDER / "hat_line" / "geometry.js").read_text(encoding="utf-8")
    (found,) = re.findall(r"^export const HATS = \[(.*?)\];", script, re.MULTILINE)
    assert tuple(re.findall(r'"(\w+)"', found)) == both_and.HATS


# ── while it runs ────────────────────────────────────────────────────────────
def test_the_room_s_clock_says_when_it_began(opened: Opened) -> None:
    page = opened({}, skew=3_600_000)
    page.get_by_role("button", name="Begynd simuleringen").click()
    assert abs(kept(page)["began"] - (time.time() * 1000 + 3_600_000)) < 5000
    assert page.get_by_role("button", name="Vidensperson").is_visible()


def test_one_tap_sets_a_change_with_its_time(opened: Opened) -> None:
    page = opened(begun(130))
    page.get_by_role("button", name="Vidensperson").click()
    (one,) = kept(page)["shifts"]
    assert one["to"] == "knowledge"
    assert 129 <= one["at"] <= 133
    assert page.get_by_text("Nu: Vidensperson").is_visible()


def test_the_same_finger_twice_is_one_tap(opened: Opened) -> None:
    page = opened(begun())
    page.get_by_role("button", name="Vidensperson").dblclick()
    assert len(kept(page)["shifts"]) == 1


def test_two_observers_may_tap_the_same_change(opened: Opened) -> None:
    page = opened({}, phones=2)
    for at, letter in enumerate("AB"):
        page.locator(f"#el{at}").get_by_role("button", name=f"Observatør {letter}").click()
    page.locator("#el0").get_by_role("button", name="Begynd simuleringen").click()
    for at in range(2):
        page.locator(f"#el{at}").get_by_role("button", name="Myndighed").click()
    assert [one["by"] for one in kept(page)["shifts"]] == ["s1", "s2"]


def test_undo_takes_back_one_s_own_tap_only(opened: Opened) -> None:
    page = opened(begun(), phones=2)
    for at in range(2):
        page.locator(f"#el{at}").get_by_role("button", name="Vidensperson").click()
    theirs = kept(page)["shifts"][1]["id"]
    page.locator("#el0").get_by_role("button", name="Fortryd").click()
    assert [one["id"] for one in kept(page)["shifts"]] == [theirs]


def test_beginning_again_is_offered_only_while_nothing_is_tapped(opened: Opened) -> None:
    page = opened(begun())
    again = page.get_by_role("button", name="Begynd forfra")
    assert again.is_visible()
    page.get_by_role("button", name="Vidensperson").click()
    assert again.is_hidden()


def test_at_zero_it_rounds_off_and_a_forgotten_clock_ends(opened: Opened) -> None:
    page = opened(begun(481))
    assert page.get_by_text("Rund roligt af").is_visible()
    assert page.get_by_role("button", name="Vidensperson").is_visible()
    later(page, 130_000)
    assert page.locator(".strip").is_visible()


def test_a_line_ended_by_mistake_goes_on(opened: Opened) -> None:
    page = opened(begun())
    page.get_by_role("button", name="Afslut simuleringen").click()
    page.get_by_role("button", name="Fortsæt simuleringen").click()
    assert page.get_by_role("button", name="Vidensperson").is_visible()
    assert kept(page)["ended"] is None


# ── the talk afterwards ──────────────────────────────────────────────────────
def test_what_is_known_of_a_change_is_set_and_taken_back(opened: Opened) -> None:
    page = opened(TALK)
    mark(page, "d").click()
    said = page.get_by_role("group", name="Blev det sagt højt?").get_by_role("button", name="Nej")
    said.click()
    assert shift(page, "d")["announced"] is False
    said.click()
    assert shift(page, "d")["announced"] is None


def test_a_finger_means_the_nearest_of_two_marks(opened: Opened) -> None:
    page = opened(TALK)
    for name, number in (("b", 2), ("c", 3)):
        mark(page, name).click(force=True)
        assert page.get_by_role("heading", name=f"Skift {number} af 4").is_visible()


def test_two_taps_are_merged_in_the_talk(opened: Opened) -> None:
    page = opened(TALK)
    mark(page, "c").click(force=True)
    page.get_by_role("button", name="Det var ét: slå sammen").click()
    assert [one["id"] for one in kept(page)["shifts"]] == ["a", "b", "d"]
    assert (shift(page, "b")["announced"], shift(page, "b")["permission"]) == (False, True)
    page.get_by_role("button", name="Fortryd").click()
    assert len(kept(page)["shifts"]) == 4


def test_a_change_is_removed_and_comes_back(opened: Opened) -> None:
    page = opened(TALK)
    mark(page, "d").click()
    page.get_by_role("button", name="Fjern skiftet").click()
    assert len(kept(page)["shifts"]) == 3
    page.get_by_role("button", name="Fortryd").click()
    assert len(kept(page)["shifts"]) == 4


def test_arrow_keys_move_a_change_by_five_seconds(opened: Opened) -> None:
    page = opened(TALK)
    mark(page, "d").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert shift(page, "d")["at"] == 370
    assert page.evaluate("document.activeElement.dataset.id") == "d"


def test_a_drag_moves_a_change(opened: Opened) -> None:
    page = opened(TALK)
    box = mark(page, "d").bounding_box()
    ground = page.locator(".ground").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + ground["width"] / 8, y, steps=4)
    page.mouse.up()
    assert 410 <= shift(page, "d")["at"] <= 430


def test_tap_and_tap_moves_a_change(opened: Opened) -> None:
    page = opened(TALK)
    ground = page.locator(".ground").bounding_box()
    mark(page, "d").click()
    page.mouse.click(ground["x"] + ground["width"] * 0.95, ground["y"] + 8)
    assert 450 <= shift(page, "d")["at"] <= 462


def test_without_a_clock_changes_are_set_afterwards(opened: Opened) -> None:
    page = opened({})
    page.get_by_role("button", name="Uden ur").click()
    page.get_by_role("button", name="Tilføj et skift").click()
    (one,) = kept(page)["shifts"]
    assert one["to"] == "knowledge"
    assert page.get_by_role("heading", name="Skift 1 af 1").is_visible()


def test_the_line_can_be_read_in_words(opened: Opened) -> None:
    page = opened(TALK)
    page.get_by_role("button", name="Tidslinjen i ord").click()
    told = page.locator(".rows li").all_text_contents()
    assert told[0] == "2:10 Vidensperson, sagt højt, spurgt om lov"
    assert told[2].endswith("Observatør B · samme kasket igen")


def test_readonly_shows_the_strip_and_nothing_to_press(opened: Opened) -> None:
    page = opened(TALK, readonly=True, width=1920, look={"surface": "screen"})
    assert page.locator(".mark:visible").count() >= 4
    assert page.locator("button:visible").count() == 0
    assert page.get_by_text("2:10 Vidensperson").count() == 1


@pytest.mark.parametrize("value", [{}, begun(), TALK])
@pytest.mark.parametrize("width", [320, 390])
def test_it_fits_a_narrow_phone_and_shuts_nobody_out(
    opened: Opened, value: dict[str, Any], width: int
) -> None:
    page = opened(value, width=width)
    if value is TALK:
        mark(page, "b").click(force=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if width == 390:
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
        assert found.response["violations"] == []
    small = page.locator("button:visible").evaluate_all(
        "all => all.filter(one => one.offsetHeight < 44 || one.offsetWidth < 44).length"
    )
    assert small == 0
