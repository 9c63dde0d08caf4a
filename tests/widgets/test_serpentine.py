"""The winding line under finger, mouse and keyboard, and what its files may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, get_args

import pytest

from tests.widgets.pages import Instrument, Opened, show
from widgets.front_end import FOLDER, front_end
from widgets.serpentine import Serpentine
from workshops.exercises import exercise
from workshops.methods import serpentine
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HERE = FOLDER / "serpentine"
EXERCISE = exercise("winding_talk")
INSTRUMENT = Instrument("serpentine", EXERCISE)
model, value = INSTRUMENT.model, INSTRUMENT.value
HOSTILE = "<img src=x onerror=alert(1)>"
FULL: dict[str, Any] = {
    "situation": "Et møde om fravær",
    "names": {"mine": "Lederen", "theirs": "Konsulenten", "third": "Vejlederen"},
    "turns": [
        {"id": "a1", "who": "mine", "text": "Bare sig, hvad vi skal gøre.", "made": "Travlhed"},
        {"id": "b2", "who": "third", "text": "Vi fik jo også en plan.", "fork": True},
        {"id": "c3", "who": "mine", "text": "Den var for besværlig."},
        {"id": "d4", "who": "theirs", "text": "Så hør her: tre greb.", "made": "Ro og tavshed"},
    ],
    "instead": "Hvad skete der med den plan?",
    "made_instead": "At vejlederen fik ordet",
}


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    yield from INSTRUMENT.opened(browser)


def order(page: Page) -> str:
    ids = page.locator(".turns > li").evaluate_all("all => all.map(one => one.dataset.id)")
    return " ".join(ids)


def card(page: Page, turn: str) -> Any:
    return page.locator(f'.turns > li[data-id="{turn}"]')


# ── what its files hold ──────────────────────────────────────────────────────
def test_the_traits_keep_what_they_do_not_know() -> None:
    assert Serpentine(value=FULL).value["instead"] == FULL["instead"]


def test_python_and_the_page_know_the_same_voices_and_limits() -> None:
    script = (HERE / "geometry.js").read_text(encoding="utf-8")
    (voices,) = re.findall(r"^export const WHO = \[(.*?)\];", script, re.MULTILINE)
    assert tuple(re.findall(r'"(\w+)"', voices)) == get_args(serpentine.Who)
    assert f"MOST = {serpentine.MOST};" in script


def test_the_inlined_script_stands_alone() -> None:
    script, _ = front_end(str(HERE / "__init__.py"))
    assert not re.search(r"^\s*import\b", script, re.MULTILINE)
    names = re.findall(r"^(?:export )?(?:function\*?|const|class) (\w+)", script, re.MULTILINE)
    assert len(names) == len(set(names))


def test_no_rule_has_a_colour_or_a_size_of_its_own() -> None:
    style = re.sub(r"/\*.*?\*/", "", (HERE / "view.css").read_text(encoding="utf-8"))
    tokens = (FOLDER / "shared" / "tokens.css").read_text(encoding="utf-8")
    known = {*re.findall(r"(--[\w-]+):", tokens), "--stop", "--rim", "--columns"}
    assert set(re.findall(r"var\((--[\w-]+)", style)) <= known
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(|[\d.]+(?:px|pt)\b", style)


def test_the_exercise_has_every_word_the_line_asks_for() -> None:
    script = "".join(file.read_text(encoding="utf-8") for file in HERE.glob("*.js"))
    asked = set(re.findall(r'(?:word|spokenKey|shown\(my, "\w+",|:) ?\(?"(\w+)"\)?', script))
    asked = {one for one in asked if "_" in one or one in EXERCISE.words["da"]}
    asked |= {f"{stem}_{who}" for stem in ("party", "name") for who in ("mine", "theirs", "third")}
    for language in ("da", "en"):
        assert asked - {*words(language), *EXERCISE.words[language]} == set()


# ── touch ────────────────────────────────────────────────────────────────────
def test_an_empty_line_is_begun_and_written_turn_by_turn(opened: Opened) -> None:
    page = opened({})
    page.get_by_role("button", name="Skriv den første tur").click()
    page.keyboard.type("Bare sig det")
    page.get_by_role("button", name="Mig", exact=True).click()
    page.get_by_label("Mit bud: Hvad skabte det?").fill("Travlhed")
    page.get_by_role("button", name="Tilføj en tur").click()
    first, second = value(page)["turns"]
    kept = {"who": "mine", "text": "Bare sig det", "made": "Travlhed"}
    assert first == {"id": first["id"], **kept}
    assert second == {"id": second["id"], "who": "theirs"}
    assert page.locator(".fields:visible").count() == 1
    assert card(page, first["id"]).get_by_text("Travlhed").is_visible()


def test_a_turn_comes_in_between_and_goes_again_and_undo_brings_it_back(opened: Opened) -> None:
    page = opened(FULL)
    page.get_by_role("button", name="Redigér: Tur 2").click()
    page.get_by_role("button", name="Ny tur herefter: Tur 2").click()
    page.keyboard.type("Hvad skete der?")
    turns = value(page)["turns"]
    assert turns[2]["text"] == "Hvad skete der?"
    assert page.get_by_text("Tur 3 af 5 er kommet til.").count() == 1
    page.get_by_role("button", name="Fjern: Tur 3").click()
    assert order(page) == "a1 b2 c3 d4"
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Redigér: Tur 3"
    page.get_by_role("button", name="Fortryd").click()
    assert value(page)["turns"] == turns


def test_no_more_than_twelve_turns_can_be_added(opened: Opened) -> None:
    page = opened({"turns": [{"id": f"t{n}", "text": "Ord"} for n in range(12)]})
    assert page.get_by_role("button", name="Tilføj en tur").is_hidden()
    page.get_by_role("button", name="Redigér: Tur 1", exact=True).click()
    assert page.get_by_role("button", name="Ny tur herefter").first.is_hidden()


def test_several_turns_may_be_forks_and_none_is_one_by_itself(opened: Opened) -> None:
    page = opened({"turns": [{"id": "a1", "text": "Ja"}, {"id": "b2", "text": "Nej"}]})
    assert page.locator('[data-fork="true"]').count() == 0
    page.get_by_role("button", name="Forgreningspunkt: Tur 1").click()
    page.get_by_role("button", name="Forgreningspunkt: Tur 2").click()
    assert [one["fork"] for one in value(page)["turns"]] == [True, True]
    assert page.locator(".out").get_attribute("d")
    page.get_by_role("button", name="Forgreningspunkt: Tur 1").click()
    assert value(page)["turns"][0]["fork"] is None


def test_a_turn_stands_on_the_side_of_who_says_it(opened: Opened) -> None:
    page = opened(FULL)
    lefts = [card(page, one).locator(".stop").bounding_box()["x"] for one in ("a1", "b2", "d4")]
    assert lefts == sorted(lefts)
    page.get_by_role("button", name="Redigér: Tur 1").click()
    card(page, "a1").get_by_role("button", name="Konsulenten").click()
    assert card(page, "a1").locator(".stop").bounding_box()["x"] == lefts[2]
    card(page, "a1").get_by_role("button", name="Konsulenten").click()
    assert value(page)["turns"][0]["who"] is None


def test_a_turn_moves_by_button_and_by_key(opened: Opened) -> None:
    page = opened(FULL)
    page.get_by_role("button", name="Redigér: Tur 3").click()
    page.get_by_role("button", name="Flyt tidligere: Tur 3").click()
    assert order(page) == "a1 c3 b2 d4"
    assert page.get_by_text("Tur 3 er nu tur 2 af 4.").count() == 1
    page.keyboard.press("Alt+ArrowDown")
    assert order(page) == "a1 b2 c3 d4"
    card(page, "a1").locator(".grip").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert order(page) == "a1 b2 c3 d4"
    assert page.evaluate("document.activeElement.dataset.id") == "a1"


def test_a_turn_moves_tap_by_tap(opened: Opened) -> None:
    page = opened(FULL)
    card(page, "d4").locator(".grip").click()
    assert page.get_by_text("Tur 4 er løftet").count() == 1
    card(page, "a1").locator(".words").click()
    assert order(page) == "d4 a1 b2 c3"
    assert page.locator(".picked, .fields:visible").count() == 0


def test_a_turn_is_dragged_by_its_grip_and_saved_once(opened: Opened) -> None:
    page = opened(FULL)
    drag(page, "a1", "c3")
    assert order(page) == "b2 c3 a1 d4"
    assert page.evaluate("models[0].saved") == 1
    assert page.locator(".dragged, .aim").count() == 0


def test_on_a_wide_page_the_line_runs_in_rows_and_a_turn_is_dragged_across(opened: Opened) -> None:
    page = opened(FULL, width=1000, look={"surface": "desk"})
    page.wait_for_selector('[data-lay="rows"]')
    boxes = [card(page, one).bounding_box() for one in ("a1", "b2", "c3", "d4")]
    assert boxes[0]["x"] < boxes[1]["x"]
    assert boxes[2]["y"] > boxes[1]["y"]
    assert boxes[2]["x"] > boxes[3]["x"]
    drag(page, "a1", "d4")
    assert order(page) == "b2 c3 d4 a1"


def drag(page: Page, turn: str, goal: str) -> None:
    grip = card(page, turn).locator(".grip").bounding_box()
    start, end = (card(page, one).bounding_box() for one in (turn, goal))
    x, y = grip["x"] + 20, grip["y"] + 20
    far = [end[side] + end[size] / 2 - start[side] - start[size] / 2 for side, size in
           (("x", "width"), ("y", "height"))]  # fmt: skip
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + far[0], y + far[1], steps=6)
    assert page.locator(".aim").count() == 1
    page.mouse.up()


def test_voices_are_called_what_somebody_names_them(opened: Opened) -> None:
    page = opened({"turns": [{"id": "a1", "who": "mine", "text": "Ja"}]}, stage="group")
    assert page.get_by_role("heading", name="Fokuspersonen").is_visible()
    page.get_by_text("Hvem taler?").click()
    page.get_by_label("Den ene part").fill("Vejlederen")
    assert page.get_by_role("heading", name="Vejlederen").is_visible()
    assert value(page)["names"] == {"mine": "Vejlederen"}


# ── others, and what is only looked at ───────────────────────────────────────
def test_two_texts_of_one_turn_stand_side_by_side_until_somebody_chooses(opened: Opened) -> None:
    path = "turns.a1.text"
    page = opened(FULL, others={path: {"value": "Sig det nu.", "by": "Anna", "mine": False}})
    assert page.get_by_text("Anna skrev også her").is_visible()
    page.get_by_role("button", name="Behold begge").click()
    both = "Bare sig, hvad vi skal gøre.\nSig det nu."
    assert value(page)["turns"][0]["text"] == both
    assert page.evaluate("models[0].data.settled") == {"path": path, "value": both}


def test_the_caret_stays_while_others_move_the_turn_one_writes_on(opened: Opened) -> None:
    page = opened(FULL)
    page.get_by_role("button", name="Redigér: Tur 3").click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("Nå, ")
    page.evaluate(
        """() => { const { value } = models[0].data;
        models[0].give("value", { ...value, turns: [...value.turns].reverse() }); }"""
    )
    assert page.evaluate("document.activeElement.selectionStart") == 4
    assert order(page) == "d4 c3 b2 a1"
    assert value(page)["instead"] == FULL["instead"]


def test_a_told_line_has_nothing_to_press_and_says_everything(opened: Opened) -> None:
    turns = [*FULL["turns"], {"id": "e5", "who": "mine"}, {"id": "f6", "text": HOSTILE}]
    page = opened({**FULL, "turns": turns}, readonly=True)
    assert page.locator("button, textarea, input, details").count() == 0
    text = page.locator("#el0").inner_text()
    for said in ("Et møde om fravær", "Vejlederen", "Travlhed", "Forgreningspunkt", HOSTILE):
        assert said in text
    assert FULL["instead"] in text
    assert page.locator(".turns > li").count() == 5
    assert page.locator("img").count() == 0


BROKEN = [None, {"turns": 3, "names": []}, {"turns": [None, {}, {"id": "a", "text": 4}]}]


def test_a_broken_value_draws_what_it_can(browser: Browser) -> None:
    lines = [model(one, readonly=readonly) for one in BROKEN for readonly in (True, False)]
    page = show(browser, "serpentine", *lines)
    assert page.locator(".empty:visible").count() == len(lines) - 1
    assert page.locator(".turns > li").count() == 1
    page.close()


def test_leaving_leaves_nothing_behind(opened: Opened) -> None:
    page = opened(FULL)
    page.evaluate("models[0].end()")
    assert page.evaluate("[el0.childNodes.length, el0.className]") == [0, ""]


SMALL = """() => [...document.querySelectorAll("button, textarea, summary")]
  .filter((one) => one.offsetWidth && (one.offsetWidth < 44 || one.offsetHeight < 43.9))
  .map((one) => one.outerHTML.slice(0, 90))"""
LOOKS = [
    (320, "phone", "light"),
    (390, "phone", "dark"),
    (768, "desk", "light"),
    (1920, "desk", "dark"),
]


@pytest.mark.looks
@pytest.mark.parametrize(("width", "surface", "theme"), LOOKS)
def test_everybody_can_use_it_at_every_width(
    opened: Opened, width: int, surface: str, theme: str
) -> None:
    language = "en" if theme == "dark" else "da"
    look = {"surface": surface, "theme": theme}
    page = opened(FULL, width, look, language=language, stage="group")
    page.locator(".pen").nth(1).click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_on_the_wall_twelve_turns_are_whole_and_read_at_five_metres(
    opened: Opened, theme: str
) -> None:
    turns = [{**FULL["turns"][n % 4], "id": f"t{n}"} for n in range(12)]
    look = {"surface": "screen", "theme": theme}
    page = opened({**FULL, "turns": turns}, 1920, look, readonly=True)
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
