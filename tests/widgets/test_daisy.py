"""The flower under finger, mouse and keyboard, and what its files may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, get_args

import pytest

from tests.widgets.pages import Instrument, Opened, show
from widgets.daisy import Daisy
from widgets.front_end import FOLDER, front_end
from workshops.exercises import exercise
from workshops.methods import daisy
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HERE = FOLDER / "daisy"
EXERCISE = exercise("many_talks")
INSTRUMENT = Instrument("daisy", EXERCISE)
model, value = INSTRUMENT.model, INSTRUMENT.value
HOSTILE = "<img src=x onerror=alert(1)>"
FULL: dict[str, Any] = {
    "utterance": "Vi fik jo også en plan sidste år.",
    "situation": "Sagt af vejlederen",
    "petals": [
        {"id": "a1", "talk": "Planen", "near": "fore"},
        {"id": "b2", "talk": "Hvem lederen lytter til", "near": "back"},
        {"id": "c3", "talk": "Hvor lang tid der er til at forberede sig på at tale med hjemmene"},
        {"id": "d4", "talk": "Hvad eleverne selv siger"},
    ],
    "surprising": "Den om lederen",
    "invite": "Hvad fortalte eleverne jer?",
}


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    yield from INSTRUMENT.opened(browser)


def nears(page: Page) -> list[str | None]:
    return [one.get("near") for one in value(page)["petals"]]


def pin(page: Page, at: int) -> Any:
    return page.locator(f'.pin[data-at="{at}"]')


# ── what its files hold ──────────────────────────────────────────────────────
def test_the_traits_keep_what_they_do_not_know() -> None:
    assert Daisy(value=FULL).value["invite"] == FULL["invite"]


def test_python_and_the_page_know_the_same_places_and_limits() -> None:
    script = (HERE / "geometry.js").read_text(encoding="utf-8")
    (places,) = re.findall(r"^export const NEAR = \[(.*?)\];", script, re.MULTILINE)
    near = daisy.Petal.model_fields["near"].annotation
    assert re.findall(r'"(\w+)"', places) == [*get_args(get_args(near)[0])]
    assert f"MOST = {daisy.MOST};" in script


def test_the_inlined_script_stands_alone() -> None:
    script, _ = front_end(str(HERE / "__init__.py"))
    assert not re.search(r"^\s*import\b", script, re.MULTILINE)
    names = re.findall(r"^(?:export )?(?:function\*?|const|class) (\w+)", script, re.MULTILINE)
    assert len(names) == len(set(names))


def test_no_rule_has_a_colour_or_a_size_of_its_own() -> None:
    style = re.sub(r"/\*.*?\*/", "", (HERE / "view.css").read_text(encoding="utf-8"))
    tokens = (FOLDER / "shared" / "tokens.css").read_text(encoding="utf-8")
    assert set(re.findall(r"var\((--[\w-]+)", style)) <= set(re.findall(r"(--[\w-]+):", tokens))
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", style)
    assert set(re.findall(r"[\d.]+(?:px|pt)\b", style)) <= {"1px", "1.5px"}


def test_the_exercise_has_every_word_the_flower_asks_for() -> None:
    script = "".join(file.read_text(encoding="utf-8") for file in HERE.glob("*.js"))
    asked = set(re.findall(r'(?:word\(|shown\(my, "\w+", |(?:label|hint|holder): )"(\w+)"', script))
    asked |= {"near_fore", "near_back", "near_open", "line_surprising", "line_invite"}
    for language in ("da", "en"):
        assert asked - {*words(language), *EXERCISE.words[language]} == set()


# ── touch ────────────────────────────────────────────────────────────────────
def test_an_empty_flower_has_four_places_and_is_filled_from_the_list(opened: Opened) -> None:
    page = opened({})
    assert page.locator(".petal.ghost").evaluate_all(
        "all => all.filter(one => one.getAttribute('d')).length"
    ) == 4  # fmt: skip
    page.get_by_role("button", name="Tilføj det første kronblad").click()
    page.keyboard.type("Skemaet")
    (petal,) = value(page)["petals"]
    assert petal == {"id": petal["id"], "talk": "Skemaet"}
    assert pin(page, 0).get_attribute("aria-label") == "1. Skemaet: ikke valgt"


def test_a_tap_on_a_petal_brings_it_forward_and_sends_it_back(opened: Opened) -> None:
    page = opened(FULL)
    pin(page, 2).click()
    assert nears(page) == ["fore", "back", "fore", None]
    pin(page, 2).click()
    assert nears(page)[2] == "back"
    assert page.locator("[role=status]").filter(has_text="baggrund").count() == 1
    page.get_by_role("button", name="Fortryd").click()
    page.get_by_role("button", name="Fortryd").click()
    assert nears(page)[2] is None


def test_a_petal_is_dragged_inwards_and_outwards_and_saved_once(opened: Opened) -> None:
    page = opened(FULL)
    for way, wanted in ((-40, "fore"), (40, "back")):
        box = pin(page, 1).bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] / 2 + way, box["y"] + box["height"] / 2, steps=4)
        assert page.locator(".petal.held").count() == 1
        page.mouse.up()
        assert nears(page)[1] == wanted
    assert page.evaluate("models[0].saved") == 2
    assert page.locator(".petal.held").count() == 0


def test_a_petal_goes_by_arrow_key_towards_the_middle_and_away(opened: Opened) -> None:
    page = opened(FULL)
    pin(page, 2).focus()
    page.keyboard.press("ArrowUp")
    assert nears(page)[2] == "fore"
    page.keyboard.press("ArrowDown")
    assert nears(page)[2] == "back"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    assert nears(page)[2] == "fore"


def test_the_list_says_where_a_petal_is_and_lets_it_go_again(opened: Opened) -> None:
    page = opened(FULL)
    seg = page.get_by_role("group", name="Hvor er det nu? Kronblad 1")
    assert seg.get_by_role("button", name="Forgrund").get_attribute("aria-pressed") == "true"
    seg.get_by_role("button", name="Forgrund").click()
    assert nears(page)[0] is None
    page.get_by_role("button", name="Fjern: Kronblad 2").click()
    assert [one["id"] for one in value(page)["petals"]] == ["a1", "c3", "d4"]
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Fjern: Kronblad 2"


def test_no_more_than_eight_petals_can_be_added(opened: Opened) -> None:
    page = opened({"petals": [{"id": f"p{n}", "talk": "Ord"} for n in range(7)]})
    page.get_by_role("button", name="Tilføj et kronblad").click()
    assert len(value(page)["petals"]) == 8
    assert page.get_by_role("button", name="Tilføj et kronblad").is_hidden()


def test_words_stand_on_a_petal_only_where_they_fit_and_its_number_always(opened: Opened) -> None:
    page = opened(FULL, width=320)
    assert pin(page, 0).locator(".talk").is_visible()
    assert pin(page, 2).locator(".talk").is_hidden()
    assert page.locator(".pin .nr:visible").all_inner_texts() == ["1", "2", "3", "4"]
    wide = opened(FULL, 1280, {"surface": "desk"})
    assert wide.locator(".pin .talk:visible").count() > 2


# ── others, and what is only looked at ───────────────────────────────────────
def test_two_texts_of_the_utterance_stand_side_by_side_until_somebody_chooses(
    opened: Opened,
) -> None:
    told = {"utterance": {"value": "Vi fik en plan.", "by": "Anna", "mine": False}}
    page = opened(FULL, others=told)
    assert page.get_by_text("Anna skrev også her").is_visible()
    page.get_by_role("button", name="Behold begge").click()
    assert value(page)["utterance"] == f"{FULL['utterance']}\nVi fik en plan."


def test_the_caret_stays_while_others_add_a_petal(opened: Opened) -> None:
    page = opened(FULL)
    page.get_by_role("textbox", name="Kronblad 2").focus()
    page.keyboard.press("Control+Home")
    page.keyboard.type("Nå, ")
    page.evaluate(
        """() => { const { value } = models[0].data;
        models[0].give("value", { ...value, petals: [...value.petals, { id: "e5" }] }); }"""
    )
    assert page.evaluate("document.activeElement.selectionStart") == 4
    assert page.locator(".petals > li").count() == 5
    assert value(page)["invite"] == FULL["invite"]


def test_a_told_flower_has_nothing_to_press_and_says_everything(opened: Opened) -> None:
    petals = [*FULL["petals"], {"id": "e5"}, {"id": "f6", "talk": HOSTILE, "near": "back"}]
    page = opened({**FULL, "petals": petals}, readonly=True)
    assert page.locator("button, textarea, input").count() == 0
    text = page.locator("#el0").inner_text()
    for said in ("Planen", "Forgrund", "Baggrund", FULL["surprising"], FULL["invite"], HOSTILE):
        assert said in text
    assert page.locator(".petals > li").count() == 5
    assert page.locator("img").count() == 0


def test_a_broken_value_draws_what_it_can(browser: Browser) -> None:
    broken: list[Any] = [None, {"petals": 3}, {"petals": [None, {}, {"id": "a", "talk": 4}]}]
    flowers = [model(one, readonly=readonly) for one in broken for readonly in (True, False)]
    page = show(browser, "daisy", *flowers)
    assert page.locator(".flower:visible").count() == len(flowers)
    page.locator("#el3").get_by_role("button", name="Tilføj det første kronblad").click()
    assert len(page.evaluate("models[3].data.value.petals")) == 1
    page.close()


def test_leaving_leaves_nothing_behind(opened: Opened) -> None:
    page = opened(FULL)
    page.evaluate("models[0].end()")
    assert page.evaluate("[el0.childNodes.length, el0.className]") == [0, ""]


SMALL = """() => [...document.querySelectorAll("button, textarea")]
  .filter((one) => one.offsetWidth && (one.offsetWidth < 44 || one.offsetHeight < 43.9))
  .map((one) => one.outerHTML.slice(0, 90))"""
LOOKS = [
    (320, "phone", "light"),
    (390, "phone", "dark"),
    (768, "desk", "light"),
    (1920, "desk", "dark"),
]
EIGHT = [{**FULL["petals"][n % 4], "id": f"p{n}"} for n in range(8)]


@pytest.mark.looks
@pytest.mark.parametrize(("width", "surface", "theme"), LOOKS)
def test_everybody_can_use_it_at_every_width(
    opened: Opened, width: int, surface: str, theme: str
) -> None:
    language = "en" if theme == "dark" else "da"
    look = {"surface": surface, "theme": theme}
    page = opened({**FULL, "petals": EIGHT}, width, look, language=language, stage="group")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_on_the_wall_eight_petals_are_whole_and_read_at_five_metres(
    opened: Opened, theme: str
) -> None:
    look = {"surface": "screen", "theme": theme}
    page = opened({**FULL, "petals": EIGHT}, 1920, look, readonly=True)
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
