"""The positioning map under finger, mouse and keyboard; a fake model stands in for the host."""

import json
import re

import pytest

from widgets.front_end import FOLDER, front_end, lone_tokens
from workshops.exercises import exercise

FILE = FOLDER / "positioning_map" / "__init__.py"
WORDS = exercise("stuck_episode").words
FULL = {
    "episode": "Dialogmøde efter et anmeldt tilsyn",
    "invited": [-3.5, 3.5],
    "taken": [-2.5, -2.5],
    "wished": [3, 2.5],
    "given": [2.5, -3.5],
    "words": {
        "taken": "Du ved jo, hvad der virker, så bare sig, hvad vi skal gøre",
        "wished": "Må vi lige høre, hvad vejlederen har lagt mærke til først?",
        "given": "Så skal I nok også have styr på dokumentationskravene",
    },
    "rights": "Vi må tøve",
    "lines": [{"id": "3f2", "invitation": "Bare sig det"}],
}
PAGE = """<!doctype html><html lang="da" {look}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Kort</title>
<style>{style} body {{ margin: 0; padding: 16px; background: var(--c-ground, #fff); }}</style>
</head><body><main><h1>Kort</h1><div id="el"></div></main></body></html>"""
START = """async ([code, data]) => {
  const heard = {};
  window.data = data;
  window.saves = 0;
  window.heard = heard;
  window.model = {
    get: (name) => data[name],
    set(name, part) { data[name] = part; (heard[`change:${name}`] || []).forEach((one) => one()); },
    save_changes() { window.saves += 1; },
    on(event, one) { (heard[event] = heard[event] || []).push(one); },
    off(event, one) { heard[event] = (heard[event] || []).filter((other) => other !== one); },
  };
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const view = (await import(url)).default;
  window.leave = view.render({ model: window.model, el: document.getElementById("el") });
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""


@pytest.fixture
def opened(browser):
    """Give a function that opens the map on a page of its own; pages are closed afterwards."""
    contexts = []

    def open_map(value, *, width=390, look='data-surface="phone"', **options):
        style = lone_tokens() if not look else tokens_of_a_page()
        script, own = front_end(str(FILE))
        context = browser.new_context(
            viewport={"width": width, "height": 900}, has_touch=width < 700
        )
        contexts.append(context)
        page = context.new_page()
        page.set_content(PAGE.format(look=look, style=f"{style}\n{own}"))
        language = options.get("locale", "da")
        data = {
            "words": WORDS[language],
            "value": value,
            "options": {"locale": language, **options},
        }
        page.evaluate(START, [script, data])
        return page

    yield open_map
    for context in contexts:
        context.close()


SMALL = """() => [...document.querySelectorAll("#el button:not(.sr), textarea, summary")]
  .filter((one) => one.offsetWidth && (one.offsetWidth < 44 || one.offsetHeight < 44)).length"""
TYPE = """() => [...document.querySelectorAll("#el *")]
  .filter((one) => !one.children.length && one.textContent && one.checkVisibility())
  .filter((one) => !one.closest("svg, .sr"))
  .map((one) => parseFloat(getComputedStyle(one).fontSize))"""
COVERED = """() => {
  const box = (one) => one.getBoundingClientRect();
  const all = (kind) => [...document.querySelectorAll(kind)];
  const marks = all(".pin .mark").map(box).filter((one) => one.width);
  const words = all(".map .said, .map .end")
    .filter((one) => one.checkVisibility({ visibilityProperty: true }));
  const meet = (at, mark) => at.left < mark.right - 1 && mark.left < at.right - 1
    && at.top < mark.bottom - 1 && mark.top < at.bottom - 1;
  return words.filter((one) => marks.some((mark) => meet(box(one), mark)))
    .map((one) => one.textContent);
}"""
"""The words on the map that lie over a mark's picture."""


def tokens_of_a_page() -> str:
    tokens = (FOLDER / "shared" / "tokens.css").read_text(encoding="utf-8")
    return re.sub(r"@font-face\s*\{[^}]*\}", "", tokens)


def value(page):
    return page.evaluate("data.value")


def point(page, x, y):
    box = page.locator(".map").bounding_box()
    return box["x"] + box["width"] * (x + 6) / 12, box["y"] + box["height"] * (6 - y) / 12


def test_choose_a_mark_and_tap_the_map(opened):
    page = opened({})
    page.touchscreen.tap(*point(page, -3.4, 3.4))
    page.get_by_role("button", name=WORDS["da"]["mark_taken"]).tap()
    page.touchscreen.tap(*point(page, -3, 3))  # right beside the first pin
    assert value(page) == {"invited": [-3.5, 3.5], "taken": [-3, 3]}
    assert page.locator('.pin[data-mark="taken"]').get_attribute("aria-label") == (
        f"{WORDS['da']['mark_taken']}: viden 3, støtte og udvikling 3"
    )


def test_a_drag_saves_once_and_undo_takes_it_back(opened):
    page = opened({**FULL})
    box = page.locator('.pin[data-mark="wished"]').bounding_box()
    page.mouse.move(box["x"] + 15, box["y"] + 25)
    page.mouse.down()
    end = point(page, -1, 4)
    page.mouse.move(end[0] - 60, end[1] + 60, steps=4)
    assert page.evaluate("saves") == 0
    page.mouse.move(end[0] + 15 - box["width"] / 2, end[1] + 25 - box["height"] / 2, steps=4)
    page.mouse.up()
    assert (value(page)["wished"], page.evaluate("saves")) == ([-1, 4], 1)
    page.get_by_role("button", name=WORDS["da"]["undo"]).tap()
    assert value(page) == FULL


def test_the_whole_map_is_done_by_keyboard(opened):
    page = opened({}, width=1280, look='data-surface="desk"')
    page.locator('.choice [data-mark="wished"]').focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowUp")
    assert value(page)["wished"] == [0.5, 1]
    page.locator('.pin[data-mark="wished"]').focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Control+z")
    assert value(page)["wished"] == [0.5, 1]
    page.keyboard.press("Delete")
    assert value(page)["wished"] is None
    assert page.evaluate("document.activeElement.dataset.mark") == "wished"


def test_a_mark_is_removed_by_touch(opened):
    page = opened({**FULL})
    page.get_by_role("button", name=WORDS["da"]["mark_invited"], exact=True).tap()
    page.get_by_role("button", name=WORDS["da"]["mark_remove"].format(letter="a")).tap()
    assert value(page)["invited"] is None
    assert page.get_by_text(WORDS["da"]["not_placed"]).count() == 1


def test_the_caret_stays_while_others_write_and_the_language_changes(opened):
    page = opened({**FULL})
    field = page.get_by_label(WORDS["da"]["said_taken"])
    field.focus()
    page.keyboard.press("Control+Home")
    page.keyboard.type("Nå, ")
    page.evaluate(
        "model.set('value', {...data.value, invited: [1, 1], "
        "words: {...data.value.words, taken: 'x', wished: 'fra Anna'}})"
    )
    page.evaluate("(words) => model.set('words', words)", WORDS["en"])
    assert page.evaluate("document.activeElement.selectionStart") == 4
    field = page.get_by_label(WORDS["en"]["said_taken"])
    assert field.input_value().startswith("Nå, Du ved")
    assert page.get_by_label(WORDS["en"]["said_wished"]).input_value() == "fra Anna"
    assert value(page)["lines"] == FULL["lines"]


def test_too_long_is_said_and_nothing_is_cut(opened):
    page = opened({})
    field = page.get_by_label(WORDS["da"]["said_taken"])
    field.fill("æ" * 61)
    assert field.get_attribute("aria-invalid") == "true"
    assert page.get_by_text("61 / 60").count() >= 1
    assert value(page)["words"]["taken"] == "æ" * 61


def test_a_told_map_has_nothing_to_press_and_says_its_words(opened):
    page = opened({**FULL}, readonly=True)
    assert page.locator("#el button, #el textarea, #el input").count() == 0
    assert page.locator("dd", has_text=FULL["words"]["given"]).count() == 1
    page.evaluate("model.set('options', {...data.options, readonly: false, undo: false})")
    assert page.locator("#el textarea").count() == 8


@pytest.mark.parametrize(
    "broken", [None, {"words": None, "taken": "x", "wished": [1]}, {"given": [None, 2]}]
)
def test_a_half_filled_or_broken_value_draws_what_it_can(opened, broken):
    page = opened(broken)
    assert page.locator(".pin:visible").count() == 0
    assert page.get_by_text(WORDS["da"]["not_placed"]).count() == 4


def test_leaving_leaves_nothing_behind(opened):
    page = opened({**FULL}, look="")
    assert page.evaluate("document.getElementById('el').dataset.alone") == ""
    page.evaluate("leave()")
    assert page.evaluate("""() => { const el = document.getElementById("el");
        return [el.childNodes.length, el.className, Object.keys(el.dataset).length,
                Object.values(heard).flat().length]; }""") == [0, "", 0, 0]


LOOKS = [
    (320, "phone", "light"),
    (390, "phone", "dark"),
    (1920, "desk", "light"),
    *(
        pytest.param(width, surface, theme, marks=pytest.mark.long)
        for width, surface in ((320, "phone"), (390, "phone"), (768, "desk"), (1920, "desk"))
        for theme in ("light", "dark")
    ),
]


@pytest.mark.parametrize(("width", "surface", "theme"), LOOKS)
def test_everybody_can_use_it_at_every_width(opened, width, surface, theme):
    look = f'data-surface="{surface}" data-theme="{theme}"'
    page = opened({**FULL}, width=width, look=look, locale="en" if theme == "dark" else "da")
    page.locator("summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    small = page.evaluate(SMALL)
    assert small == 0
    assert page.evaluate(COVERED) == []


def test_on_the_wall_nothing_is_smaller_than_five_metres_allow(opened):
    page = opened(
        {**FULL}, width=1920, look='data-surface="screen" data-theme="light"', readonly=True
    )
    sizes = page.evaluate(TYPE)
    scale = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") / 16
    assert min(sizes) >= 27.9 * scale
    assert violations(page) == []
    assert page.evaluate(COVERED) == []


def violations(page) -> list[str]:
    axe_python = pytest.importorskip("axe_playwright_python.sync_playwright")
    levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = axe_python.Axe().run(page, options={"runOnly": {"type": "tag", "values": levels}})
    return [
        json.dumps([one["id"], one["nodes"][0]["target"]]) for one in found.response["violations"]
    ]
