"""The sorting under finger, mouse and keyboard, and what its files may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.widgets.pages import Instrument, Opened, show
from widgets.front_end import FOLDER, front_end
from widgets.sorting import Sorting
from workshops.exercises import exercise
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

HERE = FOLDER / "sorting"
EXERCISE = exercise("three_domains")
INSTRUMENT = Instrument("sorting", EXERCISE)
DA = {**words("da"), **EXERCISE.words["da"]}
HOSTILE = "<img src=x onerror=alert(1)>"
HALF: dict[str, Any] = {
    "placed": {"c1": "production", "c3": "personal", "c4": "production", "c7": "reflection"},
    "transfer": "Torsdag",
}
ALL = {"placed": {f"c{n}": "production" for n in range(1, 9)}}


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    yield from INSTRUMENT.opened(browser)


def placed(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = INSTRUMENT.value(page).get("placed", {})
    return found


def card(page: Page, key: str) -> Locator:
    return page.locator(f'.one[data-card="{key}"]')


def zone(page: Page, pile: str) -> Locator:
    return page.locator(f'.board .zone[data-pile="{pile}"]')


def lying(page: Page, pile: str) -> list[str]:
    found: list[str] = (
        zone(page, pile).locator(".one").evaluate_all("all => all.map(one => one.dataset.card)")
    )
    return found


def focused(page: Page) -> Any:
    return page.evaluate("document.activeElement.dataset.card")


def told(page: Page) -> str:
    return page.get_by_role("status").inner_text()


# ── what its files hold ──────────────────────────────────────────────────────
def test_the_traits_keep_what_they_do_not_know() -> None:
    assert Sorting(value=HALF).value["transfer"] == "Torsdag"


def test_the_sorting_knows_nothing_of_what_is_sorted() -> None:
    for file in (*HERE.glob("*.js"), *HERE.glob("*.css"), *HERE.glob("*.py")):
        assert not re.search(r"domain|production|reflection", file.read_text(encoding="utf-8"))


def test_the_exercise_has_every_word_the_sorting_asks_for() -> None:
    script = "".join(file.read_text(encoding="utf-8") for file in HERE.glob("*.js"))
    asked = set(re.findall(r'my\.word\("(\w+)"\)|shown\(my, "\w+", "(\w+)"', script))
    plain = {key for pair in asked for key in pair if key}
    plain |= {"tray", "doubt", "tray_empty", "pile_empty", "card_back", "card_placed"}
    plain |= {f"card_{one}" for one in EXERCISE.settings["cards"]}
    plain |= {f"pile_{one}{end}" for one in EXERCISE.settings["piles"] for end in ("", "_hint")}
    for language in ("da", "en"):
        assert plain - {*words(language), *EXERCISE.words[language]} == set()


def test_the_inlined_script_stands_alone() -> None:
    script, _ = front_end(str(HERE / "__init__.py"))
    assert not re.search(r"^\s*import\b", script, re.MULTILINE)
    names = re.findall(r"^(?:export )?(?:function\*?|const|class) (\w+)", script, re.MULTILINE)
    assert len(names) == len(set(names))


def test_no_colour_or_size_is_its_own() -> None:
    style = re.sub(r"/\*.*?\*/", "", (HERE / "view.css").read_text(encoding="utf-8"))
    tokens = (FOLDER / "shared" / "tokens.css").read_text(encoding="utf-8")
    known = set(re.findall(r"(--[\w-]+):", tokens))
    assert set(re.findall(r"var\((--[\w-]+)", style)) <= known
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(|:has\(", style)
    assert set(re.findall(r"[\d.]+(?:px|rem|pt)\b", style)) <= {"0px"}


# ── touch ────────────────────────────────────────────────────────────────────
def test_a_card_is_taken_up_and_put_down_where_the_thumb_is(opened: Opened) -> None:
    page = opened({}, width=320)
    card(page, "c2").click()
    assert page.locator(".targets:visible").count() == 1
    assert told(page) == "Udsagn 2: Hvor hører du det?"
    page.get_by_role("button", name="Refleksionens domæne").click()
    assert placed(page) == {"c2": "reflection"}
    assert lying(page, "reflection") == ["c2"]
    assert told(page) == "Udsagn 2 ligger nu her: Refleksionens domæne. Der er 7 tilbage."
    assert page.locator(".targets:visible").count() == 0


def test_the_thumb_goes_on_with_the_next_card_at_the_same_place(opened: Opened) -> None:
    page = opened({})
    for pile in ("Produktionens domæne", "Det personlige domæne"):
        page.locator(".tray .one").first.click()
        page.get_by_role("button", name=pile).click()
    assert placed(page) == {"c1": "production", "c2": "personal"}
    assert focused(page) == "c3"


def test_a_card_that_is_taken_up_is_put_down_by_a_tap_on_a_pile(opened: Opened) -> None:
    page = opened(HALF)
    zone(page, "reflection").locator("h3").click()
    assert lying(page, "reflection") == ["c7"]
    card(page, "c2").click()
    zone(page, "reflection").locator("h3").click()
    assert lying(page, "reflection") == ["c2", "c7"]


def test_a_tap_on_another_card_takes_that_one_up_instead(opened: Opened) -> None:
    page = opened(HALF)
    card(page, "c2").click()
    card(page, "c1").click()
    assert page.locator(".picked").count() == 1
    page.get_by_role("button", name=DA["put_back"]).click()
    assert placed(page)["c1"] is None
    assert lying(page, "") == ["c1", "c2", "c5", "c6", "c8"]
    assert told(page) == "Udsagn 1 er taget op igen. Der er 5 tilbage."


def test_undo_takes_back_the_last_move_only(opened: Opened) -> None:
    page = opened(HALF)
    card(page, "c2").click()
    page.get_by_role("button", name="Det personlige domæne", exact=True).click()
    page.get_by_role("button", name="Fortryd").click()
    assert lying(page, "personal") == ["c3"]
    assert lying(page, "production") == ["c1", "c4"]
    assert focused(page) == "c2"


def test_numbers_arrows_and_delete_move_the_card_one_stands_on(opened: Opened) -> None:
    page = opened({})
    card(page, "c1").focus()
    for key, pile in (
        ("2", "reflection"),
        ("ArrowRight", "personal"),
        ("ArrowRight", "personal"),
        ("ArrowLeft", "reflection"),
        ("Delete", None),
    ):
        page.keyboard.press(key)
        assert placed(page)["c1"] == pile
        assert focused(page) == "c1"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("1")
    assert placed(page)["c2"] == "production"
    page.keyboard.press("ArrowUp")
    assert focused(page) == "c1"


def test_a_card_is_taken_up_and_put_down_by_enter_alone(opened: Opened) -> None:
    page = opened({})
    card(page, "c1").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert placed(page) == {"c1": "production"}
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.locator(".picked").count() == 0


def test_a_card_is_dragged_with_a_mouse_and_saved_once(opened: Opened) -> None:
    page = opened({}, width=1280, look={"surface": "desk"})
    held, goal = card(page, "c5").bounding_box(), zone(page, "personal").bounding_box()
    page.mouse.move(held["x"] + 90, held["y"] + 15)
    page.mouse.down()
    page.mouse.move(goal["x"] + 60, goal["y"] + 40, steps=8)
    assert page.locator(".zone.over").get_attribute("data-pile") == "personal"
    assert page.evaluate("models[0].saved") == 0
    page.mouse.up()
    assert placed(page) == {"c5": "personal"}
    assert page.evaluate("models[0].saved") == 1
    assert page.locator(".dragged, .over, .dock:visible").count() == 0


def test_on_a_phone_the_piles_come_to_the_foot_while_a_card_is_dragged(opened: Opened) -> None:
    page = opened({}, width=320)
    assert page.locator(".dock:visible").count() == 0
    held = card(page, "c2").locator(".grip").bounding_box()
    page.mouse.move(held["x"] + 20, held["y"] + 20)
    page.mouse.down()
    page.mouse.move(held["x"] + 20, held["y"] + 120, steps=4)
    goal = page.locator('.dock [data-pile="personal"]').bounding_box()
    page.mouse.move(goal["x"] + 30, goal["y"] + 20, steps=4)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    lifted = page.locator(".dragged").bounding_box()
    assert lifted["y"] + lifted["height"] <= goal["y"] + 20
    page.mouse.up()
    assert placed(page) == {"c2": "personal"}


def test_a_card_dropped_beside_the_piles_stays_where_it_was(opened: Opened) -> None:
    page = opened(HALF, width=1280, look={"surface": "desk"})
    held = card(page, "c1").bounding_box()
    page.mouse.move(held["x"] + 90, held["y"] + 15)
    page.mouse.down()
    page.mouse.move(held["x"] + 90, 880, steps=6)
    page.mouse.up()
    assert placed(page) == HALF["placed"]
    assert lying(page, "production") == ["c1", "c4"]


def test_the_card_one_stands_on_keeps_its_focus_while_others_move_cards(opened: Opened) -> None:
    page = opened(HALF)
    card(page, "c1").focus()
    page.evaluate(
        """models[0].give("value", { ...models[0].data.value,
        placed: { c1: "personal", c2: "reflection" } })"""
    )
    assert focused(page) == "c1"
    assert (lying(page, "personal"), lying(page, "production")) == (["c1"], [])
    assert page.evaluate("models[0].data.value.transfer") == "Torsdag"


def test_every_pile_weighs_the_same(opened: Opened) -> None:
    page = opened({}, width=1280, look={"surface": "desk"})
    looks = page.locator(".pile").evaluate_all(
        """all => all.map(one => { const { backgroundColor, borderColor } = getComputedStyle(one);
        return `${backgroundColor} ${borderColor} ${Math.round(one.offsetWidth)}`; })"""
    )
    assert len(looks) == 3
    assert len(set(looks)) == 1


# ── what is only looked at ───────────────────────────────────────────────────
def test_a_told_sorting_has_nothing_to_press_and_says_everything(opened: Opened) -> None:
    page = opened(HALF, readonly=True, words={"card_c3": HOSTILE})
    assert page.locator("button, textarea, input").count() == 0
    text = page.locator("#el0").inner_text()
    for said in (DA["pile_personal"], DA["card_c1"], HOSTILE, DA["tray"], DA["card_c8"]):
        assert said in text
    assert page.locator("img").count() == 0


def test_the_piles_are_in_words_for_ears_and_for_paper(opened: Opened) -> None:
    page = opened(HALF)
    twin = page.locator(".twin")
    assert DA["card_c7"] in twin.text_content()
    page.emulate_media(media="print")
    assert twin.get_by_text(DA["card_c7"]).bounding_box()["width"] > 40
    assert page.locator(".one:visible").count() == 0


@pytest.mark.parametrize("readonly", [True, False])
def test_a_broken_value_draws_what_it_can(browser: Browser, readonly: bool) -> None:
    broken: list[Any] = [None, {"placed": 3}, {"placed": {"c1": "law", "x": None}}]
    page = show(browser, "sorting", *(INSTRUMENT.model(one, readonly=readonly) for one in broken))
    for at in range(len(broken)):
        assert page.locator(f"#el{at}").get_by_text(DA["card_c1"]).first.is_visible()
    page.close()


def test_leaving_leaves_nothing_behind(opened: Opened) -> None:
    page = opened(HALF)
    page.evaluate("models[0].end()")
    assert page.evaluate("[el0.childNodes.length, el0.className]") == [0, ""]


SMALL = """() => [...document.querySelectorAll("button, .grip")]
  .filter((one) => one.offsetWidth && (one.offsetWidth < 44 || one.offsetHeight < 43.9))
  .map((one) => one.outerHTML.slice(0, 90))"""
LOOKS = [
    (320, "phone", "light", {}),
    (390, "phone", "dark", HALF),
    (768, "desk", "light", HALF),
    (1920, "desk", "dark", {}),
]


@pytest.mark.parametrize(("width", "surface", "theme", "value"), LOOKS)
def test_everybody_can_use_it_at_every_width(
    opened: Opened, width: int, surface: str, theme: str, value: dict[str, Any]
) -> None:
    language = "en" if theme == "dark" else "da"
    page = opened(value, width, {"surface": surface, "theme": theme}, language=language)
    card(page, "c2").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize(("theme", "value"), [("light", ALL), ("dark", HALF)])
def test_on_the_wall_it_can_be_read_at_five_metres(opened: Opened, theme: str, value: Any) -> None:
    page = opened(value, 1920, {"surface": "screen", "theme": theme}, readonly=True)
    page.set_viewport_size({"width": 1920, "height": 1080})
    smallest = page.evaluate(
        """() => Math.min(...[...document.querySelectorAll("#el0 *")]
        .filter((one) => !one.children.length && one.textContent && one.checkVisibility())
        .filter((one) => !one.closest("svg, .sr"))
        .map((one) => parseFloat(getComputedStyle(one).fontSize)))"""
    )
    assert smallest >= 27.9
    assert page.evaluate("document.documentElement.scrollHeight") <= 1080
    assert violations(page) == []


def violations(page: Page) -> list[Any]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = axe.run(page, options={"runOnly": {"type": "tag", "values": levels}})
    return [[one["id"], one["nodes"][0]["target"]] for one in found.response["violations"]]
