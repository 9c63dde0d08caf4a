"""The ladder under finger, mouse and keyboard, and what its files may hold."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.widgets.pages import show
from widgets.front_end import FOLDER, front_end
from widgets.ladder import Ladder
from workshops import fields
from workshops.exercises import exercise
from workshops.methods.conflict_stair import Answer
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

HERE = FOLDER / "ladder"
EXERCISE = exercise("conflict_steps")
HOSTILE = "<img src=x onerror=alert(1)>"
FULL: dict[str, Any] = {
    "situation": "Hvem gør klar til de fælles timer?",
    "parties": {"mine": "Lærerne", "theirs": "Pædagogerne"},
    "steps": {"mine": 2, "theirs": 4},
    "kinds": {"mine": {"instrumental": True}, "theirs": {"value": True}},
    "modes": {"avoiding": True},
    "transfer": "Torsdag",
}
SAME: dict[str, Any] = {**FULL, "steps": {"mine": 5, "theirs": 5}}
Opened = Callable[..., "Page"]


def model(
    value: Any, language: str = "da", stage: str = "individual", **options: Any
) -> dict[str, Any]:
    told = {**EXERCISE.options(stage), "locale": language, **options}
    return {
        "words": {**words(language), **EXERCISE.words[language]},
        "options": told,
        "value": value,
    }


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """Give a function that opens a ladder; its pages are closed afterwards."""
    pages = []

    def open_it(
        value: Any, width: int = 390, look: dict[str, str] | None = None, **more: Any
    ) -> Page:
        page = show(browser, "ladder", model(value, **more), width=width, **(look or {}))
        pages.append(page)
        return page

    yield open_it
    for page in pages:
        page.close()


def value(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = fields.tree(fields.leaves(page.evaluate("models[0].data.value")))
    Answer.parse(found)  # whatever a finger does, the method takes it
    return found


def steps(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = value(page).get("steps", {})
    return found


def party(page: Page, key: str) -> Locator:
    return page.locator(f'.party[data-party="{key}"]')


def stair(page: Page, at: int) -> Locator:
    return page.locator(f'.stair[data-at="{at}"]')


def told(page: Page) -> str:
    return page.locator(".told").inner_text()


# ── what its files hold ──────────────────────────────────────────────────────
def test_the_traits_keep_what_they_do_not_know() -> None:
    assert Ladder(value=FULL).value["transfer"] == "Torsdag"


def test_the_ladder_knows_nothing_of_what_its_stairs_mean() -> None:
    for file in (*HERE.glob("*.js"), *HERE.glob("*.css"), *HERE.glob("*.py")):
        assert not re.search(r"conflict|konflikt|mode|giraf", file.read_text().replace("model", ""))


def test_the_inlined_script_stands_alone_and_is_light() -> None:
    script, style = front_end(str(HERE / "__init__.py"))
    assert not re.search(r"^\s*import\b", script, re.MULTILINE)
    names = re.findall(r"^(?:export )?(?:function\*?|const|class) (\w+)", script, re.MULTILINE)
    assert len(names) == len(set(names))
    own = "".join(file.read_text(encoding="utf-8") for file in HERE.glob("*.[jc]s*"))
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|https?:|\.send\(|invoke", own)
    assert len(gzip.compress(own.encode())) < 8_192
    assert ".ladder" in style


def test_no_rule_reaches_outside_and_no_colour_is_its_own() -> None:
    style = (HERE / "view.css").read_text(encoding="utf-8")
    bare = re.sub(r"@media[^{]*\{", "", re.sub(r"/\*.*?\*/", "", style))
    for head in re.findall(r"([^{}]+)\{", bare):
        for one in re.split(r",(?![^(]*\))", head):
            assert one.strip().startswith(".ladder"), one
    known = set(re.findall(r"(--[\w-]+):", (FOLDER / "shared" / "tokens.css").read_text()))
    assert set(re.findall(r"var\((--[\w-]+)", style)) - known <= {"--rise", "--at"}
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(|:has\(", style)


def test_the_exercise_has_every_word_the_ladder_asks_for() -> None:
    script = "".join(file.read_text(encoding="utf-8") for file in HERE.glob("*.js"))
    asked = set(re.findall(r'my\.word\("(\w+)"\)|shown\(my, "\w+", "(\w+)"', script))
    plain = {key for pair in asked for key in pair if key}
    plain |= {"stands", "stands_none", "party_placed", "party_back", "party_name_hint"}
    plain |= {f"step_{one}{end}" for one in EXERCISE.settings["steps"] for end in ("", "_hint")}
    for row in EXERCISE.settings["ticks"]:
        plain |= {f"{row['field']}_{one}" for one in row["options"]} | {row["field"]}
    for language in ("da", "en"):
        assert plain - {*words(language), *EXERCISE.words[language]} == set()


# ── touch ────────────────────────────────────────────────────────────────────
def test_a_party_is_tapped_and_then_its_stair(opened: Opened) -> None:
    page = opened({}, width=320)
    party(page, "theirs").click()
    assert told(page) == "Hvor står Den anden part, set med egne øjne? Tryk på et trin."
    stair(page, 4).locator(".tread").click()
    assert steps(page) == {"theirs": 4}
    assert told(page) == "Den anden part står nu på trin 4: Samtale opgives."
    assert page.locator(".picked").count() == 0


def test_a_stair_may_be_tapped_first(opened: Opened) -> None:
    page = opened({})
    stair(page, 2).locator(".tread").click()
    assert told(page) == "Hvem står på trin 2? Tryk på en part."
    party(page, "mine").click()
    assert steps(page) == {"mine": 2}


def test_two_parties_stand_on_the_same_stair_or_on_two(opened: Opened) -> None:
    page = opened(FULL)
    party(page, "mine").click()
    stair(page, 4).locator(".tread").click()
    assert stair(page, 4).locator(".party").count() == 2
    assert stair(page, 4).locator(".mark").evaluate_all(
        "all => all.map((one) => getComputedStyle(one).borderTopStyle)"
    ) == ["solid", "dashed"]


def test_a_party_is_taken_down_again(opened: Opened) -> None:
    page = opened(FULL)
    party(page, "theirs").click()
    page.get_by_role("button", name="Tag ned igen").click()
    assert steps(page) == {"mine": 2}
    assert page.locator(".waiting .party").count() == 1


def test_a_party_is_dragged_along_the_stairs_and_saved_once(opened: Opened) -> None:
    page = opened(FULL)
    stair(page, 1).scroll_into_view_if_needed()
    held, goal = party(page, "mine").bounding_box(), stair(page, 6).bounding_box()
    page.mouse.move(held["x"] + 40, held["y"] + 20)
    page.mouse.down()
    page.mouse.move(goal["x"] + 90, goal["y"] + 20, steps=6)
    assert page.locator(".stair.over").get_attribute("data-at") == "6"
    assert page.evaluate("models[0].saved") == 0
    page.mouse.up()
    assert steps(page) == {"mine": 6, "theirs": 4}
    assert page.evaluate("models[0].saved") == 1
    assert page.locator(".dragged, .over").count() == 0


def test_a_party_is_dragged_down_to_the_foot(opened: Opened) -> None:
    page = opened(FULL)
    party(page, "mine").scroll_into_view_if_needed()
    held, low = party(page, "mine").bounding_box(), stair(page, 1).bounding_box()
    page.mouse.move(held["x"] + 40, held["y"] + 20)
    page.mouse.down()
    page.mouse.move(held["x"] + 40, low["y"] + low["height"] + 30, steps=6)
    page.mouse.up()
    assert steps(page) == {"theirs": 4}


def test_a_party_dropped_beside_the_stairs_stays_where_it_was(opened: Opened) -> None:
    page = opened(FULL)
    stair(page, 1).scroll_into_view_if_needed()
    held = party(page, "mine").bounding_box()
    page.mouse.move(held["x"] + 40, held["y"] + 20)
    page.mouse.down()
    page.mouse.move(held["x"] + 40, 890, steps=6)
    page.mouse.up()
    assert steps(page) == FULL["steps"]


def test_arrows_numbers_and_delete_move_the_party_one_stands_on(opened: Opened) -> None:
    page = opened({})
    party(page, "mine").focus()
    for key, at in (("ArrowUp", 1), ("ArrowUp", 2), ("ArrowDown", 1), ("7", 7), ("ArrowUp", 7)):
        page.keyboard.press(key)
        assert steps(page) == {"mine": at}
        assert page.evaluate("document.activeElement.dataset.party") == "mine"
    page.keyboard.press("Delete")
    assert steps(page) == {}


def test_everything_can_be_done_with_enter_alone(opened: Opened) -> None:
    page = opened({})
    party(page, "theirs").focus()
    page.keyboard.press("Enter")
    stair(page, 3).locator(".tread").focus()
    page.keyboard.press("Enter")
    assert steps(page) == {"theirs": 3}
    assert page.evaluate("document.activeElement.dataset.party") == "theirs"


def test_undo_takes_back_one_s_own_last_step_only(opened: Opened) -> None:
    page = opened(FULL)
    party(page, "mine").focus()
    page.keyboard.press("5")
    page.evaluate(
        """models[0].give("value", { ...models[0].data.value,
        steps: { ...models[0].data.value.steps, theirs: 6 } })"""
    )
    page.get_by_role("button", name="Fortryd").click()
    assert steps(page) == {"mine": 2, "theirs": 6}


def test_a_party_s_own_name_goes_with_it(opened: Opened) -> None:
    page = opened({})
    page.get_by_role("textbox", name="Den ene part").fill(HOSTILE)
    assert HOSTILE in party(page, "mine").inner_text()
    assert page.locator("img").count() == 0
    assert value(page)["parties"] == {"mine": HOSTILE}


def test_any_number_of_options_may_be_on_for_each_party(opened: Opened) -> None:
    page = opened({})
    theirs = page.get_by_role("group", name="Hvad handler det om for dem? · Den anden part")
    for name in ("Værdikonflikt", "Personlig konflikt", "Værdikonflikt"):
        theirs.get_by_role("button", name=name).click()
    kinds = Answer.parse(value(page)).kinds
    assert (kinds.theirs.value, kinds.theirs.personal, kinds.mine.personal) == (False, True, False)


def test_the_talk_cards_wait_for_the_group(opened: Opened) -> None:
    assert opened({}).get_by_role("group", name="Fem måder").count() == 0
    page = opened({}, stage="group")
    page.get_by_role("button", name="Kompromissøgende").click()
    assert value(page) == {"modes": {"compromising": True}}


def test_two_texts_at_once_are_both_kept(opened: Opened) -> None:
    others = {"situation": {"value": "Skemaet", "by": "Anna", "mine": False}}
    page = opened(FULL, others=others)
    page.get_by_role("button", name="Begge").first.click()
    assert page.evaluate("models[0].data.settled") == {
        "path": "situation",
        "value": f"{FULL['situation']}\nSkemaet",
    }


def test_no_stair_looks_better_than_another(opened: Opened) -> None:
    page = opened({})
    looks = page.locator(".stair").evaluate_all(
        """all => all.map((one) => { const { backgroundColor, borderLeftColor, color } =
        getComputedStyle(one); return `${backgroundColor} ${borderLeftColor} ${color}`; })"""
    )
    assert len(looks) == 7
    assert len(set(looks)) == 1


# ── what is only looked at ───────────────────────────────────────────────────
def test_stairs_to_read_have_nothing_to_press_and_say_everything(opened: Opened) -> None:
    page = opened({**FULL, "situation": HOSTILE}, readonly=True)
    assert page.locator("button, textarea, img").count() == 0
    for text in (HOSTILE, "Lærerne", "Samtale opgives", "Værdikonflikt", "Undvigende"):
        assert page.get_by_text(text).first.is_visible()


def test_the_stairs_are_in_words_for_ears_and_for_paper(opened: Opened) -> None:
    page = opened(FULL)
    twin = page.locator(".twin")
    assert "Pædagogerne: trin 4, Samtale opgives · mit bud" in twin.text_content()
    page.emulate_media(media="print")
    assert twin.bounding_box()["width"] > 40


@pytest.mark.parametrize("readonly", [True, False])
def test_a_broken_value_draws_what_it_can(browser: Browser, readonly: bool) -> None:
    broken: list[Any] = [None, {"steps": 3}, {"steps": {"mine": 9, "x": 1}, "kinds": None}]
    page = show(browser, "ladder", *(model(one, readonly=readonly) for one in broken))
    for at in range(len(broken)):
        assert page.locator(f"#el{at} .waiting .party").count() == 2
    page.close()


def test_leaving_leaves_nothing_behind(opened: Opened) -> None:
    page = opened(FULL)
    page.evaluate("models[0].end()")
    assert page.evaluate("[el0.childNodes.length, el0.className]") == [0, ""]


SMALL = """() => [...document.querySelectorAll("button")]
  .filter((one) => one.offsetWidth && (one.offsetWidth < 44 || one.offsetHeight < 43.9))
  .map((one) => one.outerHTML.slice(0, 90))"""
LONG = {**SAME, "parties": {"mine": "Uoverensstemmelsesafklaringsudvalget xyz", "theirs": "x" * 40}}


@pytest.mark.parametrize(
    ("width", "surface", "theme", "told_as"),
    [
        (320, "phone", "light", LONG),
        (390, "phone", "dark", {}),
        (768, "desk", "light", FULL),
        (1280, "desk", "dark", SAME),
    ],
)
def test_everybody_can_use_it_at_every_width(
    opened: Opened, width: int, surface: str, theme: str, told_as: dict[str, Any]
) -> None:
    language = "en" if theme == "dark" else "da"
    look = {"surface": surface, "theme": theme}
    page = opened(told_as, width, look, language=language, stage="group")
    party(page, "mine").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_on_the_wall_one_group_s_stairs_are_whole_and_large(opened: Opened, theme: str) -> None:
    every = {side: dict.fromkeys(("instrumental", "interest", "value", "personal"), True)
             for side in ("mine", "theirs")}  # fmt: skip
    full = {**LONG, "situation": "ja " * 80, "kinds": every}
    page = opened(full, 1920, {"surface": "screen", "theme": theme}, readonly=True)
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.add_style_tag(content="main { height: 930px; padding: 8px 96px !important; }")
    page.wait_for_function("document.querySelector('.ladder').offsetHeight <= 914")
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
