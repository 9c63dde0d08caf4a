"""The process sheet under finger, mouse and keyboard, and what its files may hold."""

from __future__ import annotations

import copy
import gzip
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import show
from widgets.front_end import FOLDER, front_end
from widgets.process_sheet import ProcessSheet
from workshops.exercises import exercise
from workshops.methods.process_plan import Answer
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

HERE = FOLDER / "process_sheet"
EXERCISE = exercise("six_to_sixty_plan")
HOSTILE = "<img src=x onerror=alert(1)>"
FULL: dict[str, Any] = {
    "purpose": "At alle ved, hvad der er åbent.",
    "six": {
        "steps": [
            {"id": "a1", "title": "En runde", "purpose": "At få eksempler", "phase": "open"},
            {"id": "b2", "title": "Prikker", "phase": "explore", "form": "G", "minutes": 20},
            {"id": "c3", "title": "Hvem gør hvad", "phase": "close", "minutes": 10},
        ]
    },
    "changed": "Runden holdt ikke.",
}
Opened = Callable[..., "Page"]


def model(value: Any, language: str = "da", **options: Any) -> dict[str, Any]:
    told = {**EXERCISE.options("group"), "locale": language, **options}
    kit = {**words(language), **EXERCISE.words[language]}
    return {"words": kit, "options": told, "value": value}


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """Give a function that opens the sheet; its pages are closed afterwards."""
    pages = []

    def open_it(
        value: Any, width: int = 390, look: dict[str, str] | None = None, **more: Any
    ) -> Page:
        page = show(browser, "process_sheet", model(value, **more), width=width, **(look or {}))
        pages.append(page)
        return page

    yield open_it
    for page in pages:
        page.close()


def value(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("models[0].data.value")
    Answer.parse(found)  # whatever a finger does, the method takes it
    return found


def ids(page: Page, plan: str = "six") -> list[str]:
    return [one["id"] for one in value(page)[plan]["steps"]]


def plan(page: Page, name: str = "Med 6") -> Locator:
    return page.locator(".plan").and_(page.get_by_role("group", name=name, exact=True))


def grip(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=f"Flyt: {name}")


# ── what its files hold ──────────────────────────────────────────────────────
def test_the_traits_keep_what_they_do_not_know() -> None:
    assert ProcessSheet(value=FULL).value["changed"] == FULL["changed"]


@pytest.mark.parametrize(("name", "most"), [("process_sheet", 13_000), ("stacks", 4_000)])
def test_the_inlined_script_stands_alone_and_is_light(name: str, most: int) -> None:
    script, style = front_end(str(FOLDER / name / "__init__.py"))
    assert not re.search(r"^\s*import\b", script, re.MULTILINE)
    names = re.findall(r"^(?:export )?(?:function\*?|const|class) (\w+)", script, re.MULTILINE)
    assert len(names) == len(set(names))
    own = "".join(file.read_text(encoding="utf-8") for file in (FOLDER / name).glob("*.[jc]s*"))
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|https?:|\.send\(|invoke", own)
    assert len(gzip.compress(own.encode())) < most
    assert f".{name}" in style


@pytest.mark.parametrize("name", ["process_sheet", "stacks"])
def test_no_rule_reaches_outside_and_no_colour_is_its_own(name: str) -> None:
    style = (FOLDER / name / "view.css").read_text(encoding="utf-8")
    bare = re.sub(r"@media[^{]*\{", "", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL))
    for head in re.findall(r"([^{}]+)\{", bare):
        for one in re.split(r",(?![^(]*\))", head):
            assert one.strip().startswith(f".{name}"), one
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(|:has\(", style)


def test_the_exercise_has_every_word_the_sheet_asks_for() -> None:
    script = "".join(file.read_text(encoding="utf-8") for file in HERE.glob("*.js"))
    asked = set(re.findall(r'my\.word\("(\w+)"', script))
    asked |= set(re.findall(r'shown\(my, "\w+", "(\w+)"', script))
    asked |= set(re.findall(r'key: "(hint_\w+)"', script))
    for language in ("da", "en"):
        assert asked - {*words(language), *EXERCISE.words[language]} == set()


# ── touch ────────────────────────────────────────────────────────────────────
def test_a_step_is_added_and_what_it_is_for_comes_first(opened: Opened) -> None:
    page = opened({})
    page.get_by_role("button", name="Tilføj første trin").click()
    page.keyboard.type("At alle er med")
    page.get_by_role("textbox", name="Trin", exact=True).fill("Tjek ind")
    page.get_by_role("button", name="To og to").click()
    (step,) = value(page)["six"]["steps"]
    assert (step["purpose"], step["title"]) == ("At alle er med", "Tjek ind")
    assert (step["phase"], step["form"], step["minutes"]) == ("open", "par", 10)
    assert plan(page).get_by_text("10 af 60 min.").is_visible()


def test_minutes_go_up_and_down_and_are_typed(opened: Opened) -> None:
    page = opened(FULL)
    page.get_by_role("button", name="Redigér: Prikker").click()
    page.get_by_role("button", name="Flere: Minutter").locator("visible=true").click()
    assert value(page)["six"]["steps"][1]["minutes"] == 25
    box = page.get_by_role("textbox", name="Minutter").locator("visible=true")
    box.fill("7")
    box.press("Enter")
    box.blur()
    assert value(page)["six"]["steps"][1]["minutes"] == 7
    assert plan(page).get_by_text("Udforske 7").is_visible()
    page.get_by_role("button", name="Færre: Tid i alt").click()
    assert value(page)["minutes"] == 55


def test_a_step_is_moved_tap_by_tap_and_undo_takes_it_back(opened: Opened) -> None:
    page = opened(FULL)
    grip(page, "En runde").click()
    assert page.get_by_text("Hvor skal ”En runde” hen? Tryk på et andet trin.").is_visible()
    page.get_by_role("heading", name="Hvem gør hvad").click()
    assert ids(page) == ["b2", "c3", "a1"]
    assert page.get_by_text("En runde er nu trin 3.").is_visible()
    page.get_by_role("button", name="Fortryd").click()
    assert ids(page) == ["a1", "b2", "c3"]


def test_a_step_is_dragged_and_saved_once(opened: Opened) -> None:
    page = opened(FULL)
    start = grip(page, "Hvem gør hvad").bounding_box()
    goal = grip(page, "En runde").bounding_box()
    assert start
    assert goal
    page.mouse.move(start["x"] + 20, start["y"] + 20)
    page.mouse.down()
    page.mouse.move(goal["x"] + 20, goal["y"] + 10, steps=5)
    page.mouse.up()
    assert ids(page) == ["c3", "a1", "b2"]
    assert page.evaluate("models[0].saved") == 1


def test_a_step_is_moved_by_key_and_keeps_the_focus(opened: Opened) -> None:
    page = opened(FULL)
    grip(page, "En runde").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert ids(page) == ["a1", "b2", "c3"]
    page.keyboard.press("ArrowDown")
    assert ids(page) == ["b2", "a1", "c3"]
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Flyt: En runde"


def test_a_step_is_removed_and_undo_brings_it_back_whole(opened: Opened) -> None:
    page = opened(FULL)
    page.get_by_role("button", name="Redigér: Prikker").click()
    page.get_by_role("button", name="Fjern: Prikker").click()
    assert ids(page) == ["a1", "c3"]
    page.get_by_role("button", name="Fortryd").click()
    assert value(page)["six"] == FULL["six"]


def test_hints_are_questions_that_come_and_go_and_stop_nobody(opened: Opened) -> None:
    page = opened({"six": {"steps": [{**FULL["six"]["steps"][0], "minutes": 50}]}})
    hints = plan(page).locator(".hints li")
    assert len(hints.all()) == 2
    assert all("?" in text for text in hints.all_text_contents())
    page.get_by_role("button", name="Redigér: En runde").click()
    page.get_by_label("Afklaringsmetode").select_option("pause")
    page.get_by_role("button", name="Lukke").click()
    assert hints.all() == []
    assert value(page)["six"]["steps"][0]["method"] == "pause"


# ── six and sixty ────────────────────────────────────────────────────────────
def test_sixty_begins_as_a_copy_and_says_what_it_was_with_six(opened: Opened) -> None:
    page = opened(FULL)
    page.get_by_role("button", name="Med 60").click()
    page.get_by_role("button", name="Kopiér til 60").click()
    assert value(page)["sixty"] == FULL["six"]
    page.get_by_role("button", name="Redigér: Prikker").click()
    page.get_by_role("button", name="To og to").click()
    page.get_by_role("button", name="Færdig: Prikker").click()
    assert plan(page, "Med 60").get_by_text("Med 6: Grupper", exact=True).is_visible()
    assert value(page)["six"] == FULL["six"]
    page.get_by_role("button", name="Redigér: En runde").click()
    page.get_by_role("button", name="Fjern: En runde").click()
    assert plan(page, "Med 60").get_by_text("Ikke med længere: En runde").is_visible()


def test_one_plan_at_a_time_on_a_phone_and_both_where_there_is_room(opened: Opened) -> None:
    page = opened(FULL)
    assert plan(page).is_visible()
    assert not page.locator(".plan").nth(1).is_visible()
    page.set_viewport_size({"width": 1200, "height": 900})
    page.locator(".process_sheet[data-fit=wide]").wait_for()
    first, second = (page.locator(".plan").nth(at).bounding_box() for at in (0, 1))
    assert first
    assert second
    assert first["y"] == second["y"]


def test_what_another_phone_writes_comes_in_and_the_caret_stays(opened: Opened) -> None:
    page = opened(FULL)
    page.get_by_role("button", name="Redigér: Prikker").click()
    page.get_by_role("textbox", name="Formål", exact=True).fill("At se")
    mine = value(page)
    mine["six"]["steps"] = [{"id": "n9", "title": "Pause"}, *mine["six"]["steps"]]
    page.evaluate("one => models[0].give('value', one)", mine)
    page.keyboard.type(" energien")
    assert value(page)["six"]["steps"][2]["purpose"] == "At se energien"


def test_two_purposes_stand_in_full_until_somebody_chooses(opened: Opened) -> None:
    others = {"six.steps.a1.purpose": {"value": "At høre alle", "by": "Anna", "mine": False}}
    page = opened(FULL, others=others)
    assert page.get_by_text("At høre alle").is_visible()
    page.get_by_role("button", name=words("da")["ui_keep_other"]).click()
    assert value(page)["six"]["steps"][0]["purpose"] == "At høre alle"


# ── to read only ─────────────────────────────────────────────────────────────
@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
def test_a_group_s_two_plans_stand_whole_on_the_wall(opened: Opened, size: tuple[int, int]) -> None:
    step = {"title": "Et trin med en lang titel", "purpose": "Til noget", "phase": "open"}
    steps = [{"id": f"s{n}", "minutes": 5, **step} for n in range(12)]
    both = {"purpose": "x " * 100, "six": {"steps": steps}, "sixty": {"steps": steps[:9]}}
    page = opened(both, width=size[0], readonly=True, look={"surface": "screen"})
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.evaluate("one => models[0].give('value', one)", both)
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert page.locator(".steps > li:visible").count() == 21
    assert page.locator("button:visible, textarea:visible, input:visible").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_sheet_that_is_only_read_asks_nothing(opened: Opened) -> None:
    page = opened({"six": {"steps": [{"id": "a", "minutes": 90}]}}, readonly=True)
    assert page.locator(".hints").count() == 0
    assert page.get_by_text("Ingen plan endnu.").last.is_visible()


def test_participants_words_are_never_markup(opened: Opened) -> None:
    steps = [{"id": "a", "title": HOSTILE, "purpose": HOSTILE, "lead": HOSTILE, "minutes": 5}]
    page = opened({"purpose": HOSTILE, "six": {"steps": steps}}, readonly=True)
    assert page.locator("img").count() == 0
    assert page.get_by_text(HOSTILE).first.is_visible()


@pytest.mark.parametrize(
    ("width", "look", "more"),
    [
        (320, {"theme": "dark"}, {}),
        (1200, {"surface": "desk"}, {"language": "en"}),
        (1920, {"surface": "screen"}, {"readonly": True}),
    ],
)
def test_nothing_here_shuts_anybody_out(
    opened: Opened, width: int, look: dict[str, str], more: dict[str, Any]
) -> None:
    both = {**FULL, "sixty": copy.deepcopy(FULL["six"])}
    both["sixty"]["steps"][1]["minutes"] = 80
    page = opened(both, width=width, look=look, **more)
    if "readonly" not in more:
        page.get_by_role("button", name=re.compile("^(Redigér|Edit): Prikker")).first.click()
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
