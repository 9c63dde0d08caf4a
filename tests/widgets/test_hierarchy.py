"""The hierarchy builder under finger, mouse and keyboard, and what its files may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, get_args

import pytest

from tests.widgets.pages import Instrument, Opened
from widgets.front_end import FOLDER, front_end
from widgets.hierarchy import Hierarchy
from workshops.exercises import exercise
from workshops.methods import cmm_hierarchy
from workshops.methods.cmm_hierarchy import DEFAULT, LEVELS
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HERE = FOLDER / "hierarchy"
EXERCISE = exercise("stuck_utterance")
INSTRUMENT = Instrument("hierarchy", EXERCISE)
value = INSTRUMENT.value
DA = {**words("da"), **EXERCISE.words["da"]}
HOSTILE = "<img src=x onerror=alert(1)>"
FULL: dict[str, Any] = {
    "utterance": "De kommer bare og går. Vi sidder tilbage med ansvaret.",
    "situation": "Sagt af en lærer, lige efter at punktet blev sprunget over",
    "mine": {
        "name": "Læreren",
        "order": ["organisation", "relation", "self", "episode", "speech_act"],
        "highest": "organisation",
        "levels": {
            "organisation": {"story": "Skemaet er vores.", "strength": 3},
            "relation": {"story": "Vi er ikke fælles om klassen.", "strength": 2},
        },
        "forces": [
            {
                "id": "a1b",
                "kind": "contextual",
                "from_level": "organisation",
                "to_level": "speech_act",
                "deontic": "must",
            }
        ],
        "loop": "charmed",
    },
    "theirs": {"name": "Pædagogen", "highest": "self"},
    "new_utterance": "Hvad har du brug for om mandagen?",
    "effect": "Relationen",
}


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    yield from INSTRUMENT.opened(browser)


def order(page: Page, side: int = 0) -> list[str]:
    return page.locator(".party").nth(side).locator(".levels > li").evaluate_all(
        "all => all.map(one => one.dataset.level)"
    )  # fmt: skip


def card(page: Page, level: str, side: int = 0) -> Any:
    return page.locator(".party").nth(side).locator(f'.levels > li[data-level="{level}"]')


def story(page: Page, level: str) -> Any:
    return page.locator(".party").first.get_by_role("textbox", name=level, exact=True)


# ── what its files hold ──────────────────────────────────────────────────────
def test_the_traits_keep_what_they_do_not_know() -> None:
    assert Hierarchy(value=FULL).value["effect"] == "Relationen"


def test_python_and_the_page_know_the_same_levels_and_choices() -> None:
    script = (HERE / "geometry.js").read_text(encoding="utf-8")

    def listed(name: str) -> tuple[str, ...]:
        (found,) = re.findall(rf"^export const {name} = \[(.*?)\];", script, re.MULTILINE)
        return tuple(re.findall(r'"(\w+)"', found))

    force, side = cmm_hierarchy.Force.model_fields, cmm_hierarchy.Party.model_fields
    assert listed("LEVELS") == LEVELS
    assert listed("DEFAULT") == DEFAULT
    assert listed("SIDES") == cmm_hierarchy.SIDES
    for name, field in (
        ("KINDS", force["kind"]),
        ("DEONTICS", force["deontic"]),
        ("LOOPS", side["loop"]),
    ):
        known = [set(get_args(one)) for one in get_args(field.annotation)]
        assert set(listed(name)) in known


def test_the_inlined_script_stands_alone() -> None:
    script, _ = front_end(str(HERE / "__init__.py"))
    assert not re.search(r"^\s*import\b", script, re.MULTILINE)
    names = re.findall(r"^(?:export )?(?:function\*?|const|class) (\w+)", script, re.MULTILINE)
    assert len(names) == len(set(names))
    for file in HERE.glob("*.js"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacent|https?:|\.send\(|invoke", text)


def test_no_rule_reaches_outside_and_no_colour_is_its_own() -> None:
    style = re.sub(r"/\*.*?\*/", "", (HERE / "view.css").read_text(encoding="utf-8"))
    bare = re.sub(r"@media[^{]*\{", "", style)
    for head in re.findall(r"([^{}]+)\{", bare):
        for one in re.split(r",(?![^(]*\))", head):
            assert one.strip().startswith(".hierarchy"), one
    tokens = (FOLDER / "shared" / "tokens.css").read_text(encoding="utf-8")
    known = set(re.findall(r"(--[\w-]+):", tokens))
    assert set(re.findall(r"var\((--[\w-]+)", style)) <= known
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(|:has\(", style)
    assert set(re.findall(r"[\d.]+(?:px|rem|pt)\b", style)) <= {"1px"}


def test_the_exercise_has_every_word_the_builder_asks_for() -> None:
    script = "".join(file.read_text(encoding="utf-8") for file in HERE.glob("*.js"))
    asked = set(re.findall(r'(?:my\.(?:word|spoken)\(|shown\(my, "\w+", )"(\w+)"', script))
    asked |= {f"{stem}_{level}" for stem in ("level", "hint") for level in LEVELS}
    asked |= {
        f"force_{one}{end}"
        for one in ("contextual", "implicative", "prefigurative", "practical")
        for end in ("", "_hint")
    }
    asked |= {f"{stem}_{side}" for stem in ("party", "name", "note") for side in ("mine", "theirs")}
    asked |= {f"strength_{step}" for step in range(4)}
    for language in ("da", "en"):
        assert asked - {*words(language), *EXERCISE.words[language]} == set()


# ── touch ────────────────────────────────────────────────────────────────────
def test_a_level_moves_by_its_arrows_and_undo_takes_it_back(opened: Opened) -> None:
    page = opened({})
    page.get_by_role("button", name="Flyt op: Relation").click()
    assert order(page) == ["culture", "relation", "self", "episode", "speech_act"]
    assert page.get_by_text("Relation er nu nummer 2 af 5 fra oven.").count() == 1
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Flyt op: Relation"
    assert value(page) == {"mine": {"order": order(page)}}
    page.get_by_role("button", name="Fortryd").click()
    assert order(page) == list(DEFAULT)


def test_a_level_moves_tap_by_tap(opened: Opened) -> None:
    page = opened({})
    card(page, "speech_act").locator(".grip").click()
    assert card(page, "speech_act").locator(".grip").get_attribute("aria-pressed") == "true"
    assert page.get_by_text("Talehandling er løftet").count() == 1
    card(page, "culture").locator("h3").click()
    assert order(page)[0] == "speech_act"
    assert page.locator(".picked").count() == 0


def test_a_level_moves_by_key(opened: Opened) -> None:
    page = opened({})
    card(page, "episode").locator(".grip").focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert order(page)[1] == "episode"
    assert page.evaluate("document.activeElement.dataset.level") == "episode"
    page.keyboard.press("ArrowDown")
    assert order(page)[2] == "episode"


def test_a_level_is_dragged_by_its_grip_and_saved_once(opened: Opened) -> None:
    page = opened({}, width=1280, look={"surface": "desk"})
    grip = card(page, "culture").locator(".grip").bounding_box()
    goal = card(page, "relation").bounding_box()
    page.mouse.move(grip["x"] + 20, grip["y"] + 20)
    page.mouse.down()
    page.mouse.move(grip["x"] + 20, goal["y"] + 60, steps=8)
    assert page.evaluate("models[0].saved") == 0
    assert page.locator(".drop:visible").count() == 1
    page.mouse.move(grip["x"] + 20, goal["y"] + goal["height"] - 10, steps=4)
    page.mouse.up()
    assert order(page) == ["self", "relation", "culture", "episode", "speech_act"]
    assert page.evaluate("models[0].saved") == 1
    assert page.locator(".dragged, .drop:visible").count() == 0
    assert order(page, 1) == list(DEFAULT)


def test_a_level_is_added_and_taken_out_and_keeps_its_story(opened: Opened) -> None:
    page = opened({})
    page.get_by_role("button", name="Organisation", exact=True).click()
    assert order(page)[1] == "organisation"
    story(page, "Organisation").fill("Skemaet er vores")
    page.get_by_role("button", name="Fjern: Organisation").click()
    assert order(page) == list(DEFAULT)
    page.get_by_role("button", name="Organisation", exact=True).click()
    assert story(page, "Organisation").input_value() == "Skemaet er vores"
    for level in ("Kultur", "Organisation", "Selv/identitet", "Relation"):
        page.get_by_role("button", name=f"Fjern: {level}").click()
    last = page.get_by_role("button", name="Fjern: Episode")
    assert last.get_attribute("aria-disabled") == "true"
    last.click(force=True)
    assert order(page) == ["episode", "speech_act"]


def test_strength_is_set_by_tap_and_by_key_and_has_a_word(opened: Opened) -> None:
    page = opened({})
    row = page.get_by_role("radiogroup", name="Styrke: Relation")
    row.get_by_role("radio", name="tydelig").click()
    page.keyboard.press("ArrowRight")
    assert value(page)["mine"]["levels"]["relation"]["strength"] == 3
    assert card(page, "relation").locator(".felt").inner_text() == "stærk"
    row.get_by_role("radio", name="ingen").click()
    assert value(page)["mine"]["levels"]["relation"]["strength"] == 0


def test_only_one_level_is_highest_and_only_when_somebody_says_so(opened: Opened) -> None:
    page = opened({})
    assert page.locator('.flag[aria-pressed="true"]').count() == 0
    page.get_by_role("button", name="Højeste kontekst: Kultur").click()
    page.get_by_role("button", name="Højeste kontekst: Episode").click()
    assert value(page)["mine"]["highest"] == "episode"
    assert page.locator('.flag[aria-pressed="true"]').count() == 1
    assert page.get_by_text("Hvad rammer hvad ind?").is_visible()
    assert order(page) == list(DEFAULT)
    page.get_by_role("button", name="Højeste kontekst: Episode").click()
    assert value(page)["mine"]["highest"] is None


def test_a_force_is_built_and_said_between_the_levels(opened: Opened) -> None:
    page = opened({})
    page.get_by_role("button", name="Tilføj en kraft").click()
    force = page.get_by_role("group", name="Kraft 1")
    for label, choice in (
        ("Hvilken", "Implikativ kraft"),
        ("Hvordan", "Må gerne"),
        ("Fra", "Episode"),
        ("Til", "Kultur"),
    ):
        force.get_by_label(label).select_option(label=choice)
    (made,) = value(page)["mine"]["forces"]
    assert made == {
        "id": made["id"],
        "kind": "implicative",
        "from_level": "episode",
        "to_level": "culture",
        "deontic": "may",
    }
    chip = card(page, "relation").locator(".gap li")
    assert chip.inner_text() == "Implikativ kraft · Episode → Kultur · må gerne"
    page.get_by_role("button", name="Fjern: Kraft 1").click()
    assert value(page)["mine"]["forces"] == []


def test_the_loop_is_for_people_to_mark(opened: Opened) -> None:
    page = opened({**FULL, "mine": {**FULL["mine"], "loop": None}})
    assert page.locator(".party").first.locator("input:checked").count() == 0
    page.get_by_label("Ja, meningen vender hver gang").first.check()
    assert value(page)["mine"]["loop"] == "strange"


def test_the_other_party_is_a_guess_and_stands_one_tap_away_on_a_phone(opened: Opened) -> None:
    page = opened({})
    assert page.locator(".party:visible").count() == 1
    page.get_by_role("button", name="Den anden · mit bud").first.click()
    assert page.get_by_role("heading", name="Den anden").first.is_visible()
    assert page.get_by_text("Her gætter du på den andens vegne").is_visible()
    page.get_by_role("button", name="Fjern: Kultur").click()
    assert list(value(page)) == ["theirs"]
    wide = opened({}, width=1280, look={"surface": "desk"})
    assert wide.locator(".party:visible").count() == 2


def test_who_plays_somebody_else_guesses_too(opened: Opened) -> None:
    page = opened({"mine": {"name": "Læreren"}})
    assert page.get_by_role("button", name="Læreren · mit bud").count() > 0


def test_only_the_group_is_asked_where_the_two_differ_most(opened: Opened) -> None:
    assert opened({}).get_by_label(DA["differs"]).is_hidden()
    page = opened({}, stage="group")
    page.get_by_label(DA["differs"]).select_option(label="Relation")
    assert value(page) == {"differs": "relation"}
    assert page.get_by_role("button", name="Fokuspersonen").count() > 0
    assert page.get_by_role("button", name="Den anden · vores bud").count() > 0


# ── others, and what is only looked at ───────────────────────────────────────
def test_two_texts_of_one_story_stand_side_by_side_until_somebody_chooses(opened: Opened) -> None:
    path = "mine.levels.relation.story"
    page = opened(FULL, others={path: {"value": "Der er to hold.", "by": "Anna", "mine": False}})
    assert page.get_by_text("Anna skrev også her").is_visible()
    page.get_by_role("button", name="Behold begge").click()
    both = "Vi er ikke fælles om klassen.\nDer er to hold."
    assert value(page)["mine"]["levels"]["relation"]["story"] == both
    assert page.evaluate("models[0].data.settled") == {"path": path, "value": both}


def test_the_caret_stays_while_others_move_the_level_one_writes_on(opened: Opened) -> None:
    page = opened(FULL)
    story(page, "Relation").focus()
    page.keyboard.press("Control+Home")
    page.keyboard.type("Nå, ")
    page.evaluate(
        """() => { const { mine } = models[0].data.value;
        const levels = { ...mine.levels, self: { story: "fra Anna" } };
        const theirs = { ...mine, order: ["relation", "self"], levels };
        models[0].give("value", { ...models[0].data.value, mine: theirs }); }"""
    )
    assert page.evaluate("document.activeElement.selectionStart") == 4
    assert story(page, "Selv/identitet").input_value() == "fra Anna"
    assert order(page) == ["relation", "self"]
    assert value(page)["effect"] == "Relationen"


def test_a_told_hierarchy_has_nothing_to_press_and_says_everything(opened: Opened) -> None:
    page = opened({**FULL, "utterance": HOSTILE}, readonly=True)
    assert page.locator("button, textarea, input, select").count() == 0
    text = page.locator("#el0").inner_text()
    for said in (
        "Skemaet er vores.",
        "stærk",
        "Kontekstuel kraft · Organisation → Talehandling · skal",
        DA["loop_charmed"],
        HOSTILE,
        FULL["new_utterance"],
        "bud",
    ):
        assert said in text
    assert page.locator("img").count() == 0


BROKEN = [
    None,
    {"mine": 3, "theirs": []},
    {"mine": {"order": ["boss"], "levels": 4, "forces": [None, {}]}},
]


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("readonly", [True, False])
def test_a_broken_value_draws_what_it_can(opened: Opened, broken: Any, readonly: bool) -> None:
    page = opened(broken, readonly=readonly)
    assert page.get_by_text(DA["not_begun"]).count() > 0


def test_leaving_leaves_nothing_behind(opened: Opened) -> None:
    page = opened(FULL)
    page.evaluate("models[0].end()")
    assert page.evaluate("[el0.childNodes.length, el0.className]") == [0, ""]


SMALL = """() => [...document.querySelectorAll("button, textarea, select, .loops label")]
  .filter((one) => one.offsetWidth && (one.offsetWidth < 44 || one.offsetHeight < 44))
  .map((one) => one.outerHTML.slice(0, 90))"""
LOOKS = [
    (320, "phone", "light"),
    (390, "phone", "dark"),
    (768, "desk", "light"),
    (1920, "desk", "dark"),
]


@pytest.mark.looks
@pytest.mark.parametrize(("width", "surface", "theme"), LOOKS)
@pytest.mark.parametrize("filled", [True, False])
def test_everybody_can_use_it_at_every_width(
    opened: Opened, width: int, surface: str, theme: str, filled: bool
) -> None:
    look = {"surface": surface, "theme": theme}
    language = "en" if theme == "dark" else "da"
    page = opened(FULL if filled else {}, width, look, language=language, stage="group")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_on_the_wall_it_can_be_read_at_five_metres(opened: Opened, theme: str) -> None:
    page = opened(FULL, 1920, {"surface": "screen", "theme": theme}, readonly=True)
    page.set_viewport_size({"width": 1920, "height": 1080})
    smallest = page.evaluate(
        """() => Math.min(...[...document.querySelectorAll("#el0 *")]
        .filter((one) => !one.children.length && one.textContent && one.checkVisibility())
        .filter((one) => !one.closest("svg, .sr"))
        .map((one) => parseFloat(getComputedStyle(one).fontSize)))"""
    )
    assert smallest >= 27.9
    assert violations(page) == []


def violations(page: Page) -> list[Any]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = axe.run(page, options={"runOnly": {"type": "tag", "values": levels}})
    return [[one["id"], one["nodes"][0]["target"]] for one in found.response["violations"]]
