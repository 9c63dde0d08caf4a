"""The question map under finger, mouse and keyboard: asked, and blind as it was heard."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import show
from widgets.front_end import FOLDER, front_end
from widgets.question_map import QuestionMap
from workshops.exercises import exercise
from workshops.methods.tomm_questions import Answer
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HERE = FOLDER / "question_map"
EXERCISE = exercise("question_types")
DA = {**words("da"), **EXERCISE.words["da"]}
HOSTILE = "<img src=x onerror=alert(1)>"
FULL: dict[str, Any] = {
    "questions": [
        {
            "id": "a1",
            "text": "Hvad skete der?",
            "asked": [-0.8, -0.6],
            "heard": {"h1": [0.7, -0.5], "h2": [-0.6, -0.6]},
        },
        {"id": "b2", "text": "Hvem lagde mærke til det?", "asked": [-0.4, 0.6]},
        {"id": "c3", "text": HOSTILE},
    ],
    "transfer": "På mandag",
}
Opened = Callable[..., "Page"]


def model(value: Any, **options: Any) -> dict[str, Any]:
    told = {**EXERCISE.options(options.get("stage", "group")), "locale": "da", **options}
    return {"words": DA, "options": told, "value": value}


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """Give a function that opens the map as somebody; its pages are closed afterwards."""
    pages = []

    def open_it(
        value: Any,
        width: int = 390,
        seat: str = "",
        look: dict[str, str] | None = None,
        **more: Any,
    ) -> Page:
        page = show(browser, "question_map", model(value, **more), width=width, **(look or {}))
        pages.append(page)
        if seat:
            page.get_by_role("button", name=seat, exact=True).click()
        return page

    yield open_it
    for page in pages:
        page.close()


def value(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("models[0].data.value")
    Answer.parse(found)  # whatever a finger does, the method takes it
    return found


def tap(page: Page, x: float, y: float) -> None:
    box = page.locator(".map").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] * x, box["y"] + box["height"] * y)


# ── what its files hold ──────────────────────────────────────────────────────
def test_the_traits_keep_what_they_do_not_know() -> None:
    assert QuestionMap(value=FULL).value["transfer"] == "På mandag"


@pytest.mark.parametrize("name", ["question_map", "question_wall"])
def test_the_inlined_script_stands_alone_and_is_light(name: str) -> None:
    script, style = front_end(str(FOLDER / name / "__init__.py"))
    assert not re.search(r"^\s*import\b", script, re.MULTILINE)
    names = re.findall(r"^(?:export )?(?:function\*?|const|class) (\w+)", script, re.MULTILINE)
    assert len(names) == len(set(names))
    files = (FOLDER / name).glob("*.[jc]s*")
    own = "".join(file.read_text(encoding="utf-8") for file in files)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|https?:|\.send\(|invoke", own)
    assert len(gzip.compress(own.encode())) < 14_000
    assert f".{name}" in style


def test_the_exercise_has_every_word_the_map_asks_for() -> None:
    script = "".join(file.read_text(encoding="utf-8") for file in HERE.glob("*.js"))
    asked = set(re.findall(r'(?:my\.word\(|shown\(my, "\w+", )"(\w+)"', script))
    for language in ("da", "en"):
        assert asked - {*words(language), *EXERCISE.words[language]} == set()


# ── the given questions ──────────────────────────────────────────────────────
def test_a_given_question_is_placed_by_a_tap_and_the_next_one_comes(opened: Opened) -> None:
    page = opened({}, stage="individual")
    assert page.locator(".said").inner_text() == DA["given_q1"]
    tap(page, 0.25, 0.25)
    assert value(page)["given"]["q1"][0] < 0
    assert page.get_by_text("Lineære · Detektiv").is_visible()
    page.get_by_role("button", name="Næste").click()
    assert page.locator(".said").inner_text() == DA["given_q2"]
    page.get_by_role("button", name="Fortryd").click()
    assert value(page)["given"]["q1"] is None


def test_how_they_were_meant_is_seen_when_one_asks_and_stored_nowhere(opened: Opened) -> None:
    page = opened({"given": {"q1": [0.5, 0.5]}}, stage="individual")
    assert page.get_by_text(DA["meant_q1"]).is_hidden()
    page.get_by_role("button", name=DA["show_meant"]).click()
    assert page.get_by_text(DA["meant_q1"]).is_visible()
    assert page.locator(".pin.asked").count() == 8
    tap(page, 0.5, 0.8)
    assert value(page) == {"given": {"q1": [0.5, 0.5]}}
    page.get_by_role("button", name=DA["hide_meant"]).click()
    assert page.locator(".pin.asked").count() == 0


# ── asked and heard ──────────────────────────────────────────────────────────
def test_nobody_places_before_saying_who_they_are(opened: Opened) -> None:
    page = opened(FULL)
    assert page.locator(".map").is_hidden()
    assert page.get_by_text(DA["seat_hint"]).is_visible()


def test_a_hearer_sees_no_mark_but_their_own_until_all_are_shown(opened: Opened) -> None:
    page = opened(FULL, seat="Observatør A")
    assert page.locator(".pin").count() == 1
    assert page.locator(".pin.heard").count() == 1
    told = page.locator(".listed").inner_text()
    assert "Strategiske" not in told
    assert "Spurgt" not in told
    page.get_by_role("button", name=DA["show_all"]).click()
    assert value(page)["shown"] is True
    assert page.locator(".pin.asked").count() == 2
    assert "Fokusperson" in page.locator(".listed").inner_text()
    tap(page, 0.5, 0.5)
    assert value(page)["questions"] == FULL["questions"]


def test_a_mark_goes_into_the_slot_of_whoever_places_it(opened: Opened) -> None:
    page = opened(FULL, seat="Fokusperson")
    page.locator(".tray button").nth(1).click()
    tap(page, 0.75, 0.75)
    one = value(page)["questions"][1]
    assert one["heard"]["h1"][0] > 0
    assert one["asked"] == [-0.4, 0.6]


def test_a_mark_is_dragged_and_saved_once(opened: Opened) -> None:
    page = opened(FULL, seat="Interviewer")
    box = page.locator(".map").bounding_box()
    start = page.locator(".pin").first.bounding_box()
    assert box
    assert start
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.8, box["y"] + box["height"] * 0.8, steps=5)
    assert page.evaluate("models[0].saved") == 0
    page.mouse.up()
    assert page.evaluate("models[0].saved") == 1
    assert min(value(page)["questions"][0]["asked"]) > 0.5


def test_a_mark_is_placed_by_keys_alone_and_held_down_it_is_one_undo(opened: Opened) -> None:
    page = opened(FULL, seat="Interviewer")
    page.locator(".tray button").nth(2).focus()
    for _ in range(3):
        page.keyboard.down("ArrowRight")
    page.keyboard.up("ArrowRight")
    assert value(page)["questions"][2]["asked"] == [0.3, 0]
    page.keyboard.press("Control+z")
    assert not value(page)["questions"][2].get("asked")


def test_the_askers_path_follows_the_order_of_the_list(opened: Opened) -> None:
    page = opened(FULL, seat="Interviewer")
    assert page.locator(".link.path").count() == 1
    page.get_by_role("button", name=f"{DA['ui_move_down']}: Spørgsmål 1").click()
    assert [one["id"] for one in value(page)["questions"]] == ["b2", "a1", "c3"]
    assert page.locator(".pin.asked").first.inner_text() in "12"


def test_a_question_is_written_where_it_is_added_and_can_be_taken_out(opened: Opened) -> None:
    page = opened({}, seat="Observatør A")
    page.get_by_role("button", name=DA["question_add"]).click()
    page.keyboard.type("Hvem ville savne planen?")
    assert value(page)["questions"][0]["text"] == "Hvem ville savne planen?"
    page.get_by_role("button", name=f"{DA['question_remove']}: Spørgsmål 1").click()
    assert value(page)["questions"] == []


def test_only_the_focus_person_says_what_moved_something(opened: Opened) -> None:
    page = opened(FULL, seat="Observatør B")
    assert page.locator(".moving:visible").count() == 0
    page.get_by_role("button", name="Fokusperson", exact=True).click()
    page.locator(".moving").first.click()
    assert value(page)["questions"][0]["moved"] is True
    page.get_by_label(DA["effect_note"]).first.fill("At jeg svarede for hende")
    assert value(page)["questions"][0]["effect_note"] == "At jeg svarede for hende"


def test_two_texts_of_one_question_stand_both_until_somebody_chooses(opened: Opened) -> None:
    path = "questions.a1.text"
    others = {path: {"value": "Hvad var det, der skete?", "by": "Anna", "mine": False}}
    page = opened(FULL, seat="Observatør A", others=others)
    page.get_by_role("button", name="Behold begge").click()
    both = "Hvad skete der?\nHvad var det, der skete?"
    assert page.evaluate("models[0].data.settled") == {"path": path, "value": both}


# ── what is only looked at ───────────────────────────────────────────────────
def test_a_map_to_read_says_everything_and_has_nothing_to_press(opened: Opened) -> None:
    page = opened(FULL, readonly=True)
    assert page.locator("button, textarea, img").count() == 0
    for text in (HOSTILE, "Fokusperson", "Strategiske · Kaptajn"):
        assert page.locator(".listed").get_by_text(text).first.is_visible()


def test_a_full_sheet_stands_whole_on_the_wall(opened: Opened) -> None:
    many = [{**FULL["questions"][0], "id": f"q{n}", "text": "Hvem ville " * 18} for n in range(12)]
    look = {"surface": "screen"}
    page = opened({"questions": many}, width=1920, look=look, readonly=True)
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.add_style_tag(content="main { height: 930px; padding: 8px 96px !important; }")
    page.wait_for_function("document.querySelector('.question_map').offsetHeight <= 914")
    assert page.locator(".row-of:visible").count() == 12


@pytest.mark.parametrize(
    ("width", "surface", "theme", "options"),
    [
        (320, "phone", "light", {"stage": "individual"}),
        (390, "phone", "dark", {}),
        (1280, "desk", "light", {"readonly": True}),
    ],
)
def test_nothing_here_shuts_anybody_out(
    opened: Opened, width: int, surface: str, theme: str, options: dict[str, Any]
) -> None:
    seat = "" if options else "Fokusperson"
    full = {**FULL, "given": {"q1": [0.3, 0.3]}}
    page = opened(
        full, width=width, seat=seat, look={"surface": surface, "theme": theme}, **options
    )
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
