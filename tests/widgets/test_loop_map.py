"""The loop map under finger, mouse and keyboard, and what its files may hold."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import Instrument, Opened
from widgets.front_end import FOLDER, front_end
from widgets.loop_map import LoopMap
from workshops.exercises import exercise
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

HERE = FOLDER / "loop_map"
EXERCISE = exercise("draw_loop")
INSTRUMENT = Instrument("loop_map", EXERCISE, stage="group")
value = INSTRUMENT.value
DA = {**words("da"), **EXERCISE.words["da"]}
HOSTILE = "<img src=x onerror=alert(1)>"
FULL: dict[str, Any] = {
    "pattern": "Jo mere vi spørger, jo kortere svarer de.",
    "actors": [
        {"id": "a1", "name": "Teamet", "punctuation": "Det begyndte, da tallene kom."},
        {"id": "b2", "name": "Konsulenten"},
        {"id": "c3", "name": "Forvaltningen"},
    ],
    "arrows": [
        {"id": "x1", "from_actor": "b2", "to_actor": "a1", "does": "Spørger", "meaning": "Kontrol"},
        {"id": "x2", "from_actor": "a1", "to_actor": "b2", "does": "Svarer kort"},
    ],
    "self_actor": "b2",
    "move": "Vi begynder et andet sted.",
}


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    yield from INSTRUMENT.opened(browser)


def arrows(page: Page) -> list[tuple[str, str]]:
    names = {one["id"]: one.get("name", "") for one in value(page)["actors"]}
    return [(names[one["from_actor"]], names[one["to_actor"]]) for one in value(page)["arrows"]]


def node(page: Page, name: str) -> Locator:
    return page.locator(".map .actor", has_text=name)


# ── what its files hold ──────────────────────────────────────────────────────
def test_the_traits_keep_what_they_do_not_know() -> None:
    assert LoopMap(value=FULL).value["move"] == FULL["move"]


def test_the_inlined_script_stands_alone_and_is_light() -> None:
    script, style = front_end(str(HERE / "__init__.py"))
    assert not re.search(r"^\s*import\b", script, re.MULTILINE)
    names = re.findall(r"^(?:export )?(?:function\*?|const|class) (\w+)", script, re.MULTILINE)
    assert len(names) == len(set(names))
    own = "".join(file.read_text(encoding="utf-8") for file in HERE.glob("*.[jc]s*"))
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|https?:|\.send\(|invoke", own)
    assert len(gzip.compress(own.encode())) < 14_000
    assert ".loop_map" in style


@pytest.mark.parametrize("name", ["loop_map", "loop_wall"])
def test_no_rule_reaches_outside_and_no_colour_is_its_own(name: str) -> None:
    style = (FOLDER / name / "view.css").read_text(encoding="utf-8")
    bare = re.sub(r"@media[^{]*\{", "", re.sub(r"/\*.*?\*/", "", style))
    for head in re.findall(r"([^{}]+)\{", bare):
        for one in re.split(r",(?![^(]*\))", head):
            assert one.strip().startswith(f".{name}"), one
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(|:has\(", style)


def test_the_exercise_has_every_word_the_map_asks_for() -> None:
    script = "".join(file.read_text(encoding="utf-8") for file in HERE.glob("*.js"))
    asked = set(re.findall(r'my\.(?:word|spoken)\("(\w+)"', script))
    asked |= set(re.findall(r'shown\(my, "\w+", "(\w+)"', script)) - {"actors_said"}
    asked |= {f"{part}{end}" for part in ("arrow_does", "arrow_meaning") for end in ("", "_hint")}
    asked |= {"actor_punctuation", "actor_punctuation_hint", "pattern", "pattern_hint"}
    for language in ("da", "en"):
        assert asked - {*words(language), *EXERCISE.words[language]} == set()


# ── touch ────────────────────────────────────────────────────────────────────
def test_a_name_is_written_where_it_stands_and_comes_onto_the_map(opened: Opened) -> None:
    page = opened({})
    assert page.locator(".map .actor.ready").count() == 3
    page.get_by_role("textbox", name="Aktør 2").fill("Teamet")
    assert node(page, "Teamet").is_visible()
    assert [one["name"] for one in value(page)["actors"]] == ["Teamet"]
    assert page.get_by_role("textbox", name="Aktør 2").input_value() == "Teamet"
    page.get_by_role("button", name="Tilføj en aktør").click()
    page.keyboard.type("Lederen")
    assert [one["name"] for one in value(page)["actors"]] == ["Teamet", "Lederen"]


def test_an_arrow_is_drawn_tap_by_tap_and_undo_takes_it_back(opened: Opened) -> None:
    page = opened({**FULL, "arrows": []})
    node(page, "Teamet").click()
    assert node(page, "Teamet").get_attribute("aria-pressed") == "true"
    assert page.get_by_text("Pilen går fra Teamet.").is_visible()
    node(page, "Forvaltningen").click()
    assert arrows(page) == [("Teamet", "Forvaltningen")]
    assert page.get_by_role("status").filter(has_text="Pil 1: Teamet → Forvaltningen").is_visible()
    assert page.get_by_role("group", name="1 · Teamet → Forvaltningen").is_visible()
    page.get_by_role("button", name="Fortryd").click()
    assert value(page)["arrows"] == []


def test_an_arrow_is_dragged_from_one_to_the_other_and_saved_once(opened: Opened) -> None:
    page = opened({**FULL, "arrows": []})
    start, goal = (node(page, name).bounding_box() for name in ("Konsulenten", "Teamet"))
    page.mouse.move(start["x"] + 6, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(200, 300, steps=4)
    assert page.evaluate("models[0].saved") == 0
    page.mouse.move(goal["x"] + goal["width"] - 6, goal["y"] + goal["height"] / 2, steps=6)
    assert node(page, "Teamet").evaluate("one => one.classList.contains('over')")
    page.mouse.up()
    assert arrows(page) == [("Konsulenten", "Teamet")]
    assert page.evaluate("models[0].saved") == 1
    assert page.locator(".picked, .over.actor").count() == 0


def test_an_arrow_is_drawn_by_keys_alone(opened: Opened) -> None:
    page = opened({**FULL, "arrows": []})
    node(page, "Teamet").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.textContent") == "Konsulenten"
    page.keyboard.press("Enter")
    assert arrows(page) == [("Teamet", "Konsulenten")]
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.locator(".actor.picked").count() == 0


def test_actors_that_only_stand_ready_can_be_joined_too(opened: Opened) -> None:
    page = opened({})
    node(page, "Aktør 3").click()
    node(page, "Aktør 1").click()
    (made,) = value(page)["arrows"]
    assert {one["id"] for one in value(page)["actors"]} == {made["from_actor"], made["to_actor"]}


def test_an_arrow_has_its_words_in_the_list_and_is_lifted_while_one_writes(opened: Opened) -> None:
    page = opened(FULL)
    words_of = page.get_by_role("group", name="2 · Teamet → Konsulenten")
    words_of.get_by_label("Forstås som").fill("De vil ikke")
    assert value(page)["arrows"][1]["meaning"] == "De vil ikke"
    assert page.locator(".map .sign.lit").inner_text() == "2"
    page.locator(".map .sign").first.click()
    assert page.evaluate("document.activeElement.dataset.path") == "arrows.x1.does"
    page.get_by_role("button", name="Fjern pil: 1 · Konsulenten → Teamet").click()
    assert [one["id"] for one in value(page)["arrows"]] == ["x2"]
    assert page.evaluate("document.activeElement.textContent").startswith("1Teamet")


def test_an_actor_taken_out_takes_its_arrows_along_and_undo_brings_both_back(
    opened: Opened,
) -> None:
    page = opened(FULL)
    page.get_by_role("button", name="Fjern: Teamet").click()
    assert page.locator(".map .sign").count() == 0
    page.get_by_role("button", name="Fortryd").click()
    assert page.locator(".map .sign").count() == 2


def test_the_map_asks_on_where_the_loop_is_open_and_refuses_nothing(opened: Opened) -> None:
    page = opened({**FULL, "arrows": FULL["arrows"][:1]})
    assert page.get_by_text("Hvad gør Teamet så?").is_visible()
    node(page, "Teamet").click()
    node(page, "Konsulenten").click()
    assert page.get_by_text("Cirklen er sluttet.").is_visible()


def test_one_of_them_is_oneself_and_a_second_tap_takes_it_back(opened: Opened) -> None:
    page = opened(FULL)
    own = page.get_by_role("group", name=DA["self_ask_group"])
    assert node(page, "Konsulenten").evaluate("one => one.classList.contains('own')")
    own.get_by_role("button", name="Teamet").click()
    assert value(page)["self_actor"] == "a1"
    own.get_by_role("button", name="Teamet").click()
    assert value(page)["self_actor"] is None


def test_only_the_group_is_asked_where_it_began_for_each(opened: Opened) -> None:
    assert opened(FULL, stage="individual").get_by_text("Hvornår begyndte det").count() == 0
    page = opened(FULL)
    field = page.locator('[data-path="actors.b2.punctuation"]')
    field.fill("Det begyndte, da de tav.")
    assert value(page)["actors"][1]["punctuation"] == "Det begyndte, da de tav."


def test_another_method_asks_for_other_parts_and_for_choices(opened: Opened) -> None:
    response = {"part": "response", "kind": "choice", "options": ["accept", "reject"]}
    page = opened(FULL, arrow_parts=["utterance", response], closes=False, asks_self=False)
    answers = {"arrow_response": "Svar", "arrow_response_accept": "Tager imod"}
    page.evaluate("more => models[0].give('words', {...models[0].data.words, ...more})", answers)
    first = page.get_by_role("group", name="1 · Konsulenten → Teamet")
    first.get_by_role("button", name="Tager imod").click()
    assert page.evaluate("models[0].data.value.arrows[0].response") == "accept"
    first.get_by_role("button", name="Tager imod").click()
    assert page.evaluate("models[0].data.value.arrows[0].response") is None
    assert page.get_by_text(DA["self_ask_group"]).is_hidden()
    assert page.locator(".query:visible").count() == 0


def test_no_more_actors_and_arrows_than_fit(opened: Opened) -> None:
    page = opened(FULL, most_actors=3, most_arrows=2)
    assert page.get_by_role("button", name="Tilføj en aktør").is_hidden()
    node(page, "Teamet").click()
    node(page, "Forvaltningen").click()
    assert len(value(page)["arrows"]) == 2
    assert page.get_by_text("Der er allerede 2 pile.").is_visible()


# ── others, and what is only looked at ───────────────────────────────────────
def test_two_texts_of_one_actor_stand_side_by_side_until_somebody_chooses(opened: Opened) -> None:
    path = "actors.a1.punctuation"
    page = opened(FULL, others={path: {"value": "Da mødet kom.", "by": "Anna", "mine": False}})
    assert page.get_by_text("Anna skrev også her").is_visible()
    page.get_by_role("button", name="Behold begge").click()
    both = "Det begyndte, da tallene kom.\nDa mødet kom."
    assert page.evaluate("models[0].data.settled") == {"path": path, "value": both}


def test_the_caret_stays_while_others_draw(opened: Opened) -> None:
    page = opened(FULL)
    page.locator('[data-path="arrows.x2.does"]').focus()
    page.keyboard.press("Home")
    page.keyboard.type("Nå, ")
    page.evaluate(
        """() => { const old = models[0].data.value;
        const actors = [{ id: "n1", name: "Lederen" }, ...old.actors];
        const arrows = [{ id: "n2", from_actor: "n1", to_actor: "a1" }, ...old.arrows];
        models[0].give("value", { ...old, actors, arrows }); }"""
    )
    page.keyboard.type("ja, ")
    assert value(page)["arrows"][2]["does"] == "Nå, ja, Svarer kort"
    assert page.get_by_role("group", name="3 · Teamet → Konsulenten").is_visible()


def test_a_map_to_read_says_everything_and_has_nothing_to_press(opened: Opened) -> None:
    page = opened({**FULL, "pattern": HOSTILE}, readonly=True)
    assert page.locator("button, textarea, img").count() == 0
    for text in (HOSTILE, "Konsulenten → Teamet", "Kontrol", "Det begyndte, da tallene kom."):
        assert page.get_by_text(text).first.is_visible()
    assert page.locator(".read .chip").inner_text() == "Det er os"


def test_one_group_s_map_is_whole_on_the_wall(opened: Opened) -> None:
    many = [{"id": f"a{n}", "name": "Den helt nye leder på skolen"} for n in range(6)]
    some = [
        {
            "id": f"x{n}",
            "from_actor": f"a{n % 6}",
            "to_actor": f"a{(n + 1) % 6}",
            "does": "ja " * 40,
        }
        for n in range(12)
    ]
    full = {"pattern": "Jo mere " * 20, "actors": many, "arrows": some}
    page = opened(full, width=1920, look={"surface": "screen"}, readonly=True)
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.add_style_tag(content="main { height: 930px; padding: 8px 96px !important; }")
    page.wait_for_function("document.querySelector('.loop_map').offsetHeight <= 914")
    assert page.locator(".sign:visible").count() == 12


@pytest.mark.parametrize(
    ("width", "surface", "theme", "readonly"),
    [(320, "phone", "light", False), (390, "phone", "dark", True), (1280, "desk", "light", False)],
)
def test_nothing_here_shuts_anybody_out(
    opened: Opened, width: int, surface: str, theme: str, readonly: bool
) -> None:
    full = {
        **FULL,
        "actors": [*FULL["actors"], *({"id": f"d{n}", "name": "x" * 40} for n in (1, 2, 3))],
    }
    page = opened(full, width=width, look={"surface": surface, "theme": theme}, readonly=readonly)
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
