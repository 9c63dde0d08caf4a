"""The round lab under finger and keyboard, on one phone and on several at one table."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.widgets.pages import put_away, show
from widgets.front_end import FOLDER, front_end
from widgets.round_lab import RoundLab
from workshops.exercises import exercise
from workshops.methods import listening, performative
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HERE = FOLDER / "round_lab"
LAB, WORDS = exercise("listening_lab"), exercise("same_words")
ANSWERS = {"listening_lab": listening.Answer, "same_words": performative.Answer}
TALK = 3 * 60_000
HOSTILE = "<img src=x onerror=alert(1)>"
FIVE = {
    "draw": None,
    "mark": {"by": "listeners", "many": True, "of": ["control", "care", "criticism"]},
    "dark": [],
}
"""Rounds without a card, in which the listeners tick as many as they heard."""
DONE: dict[str, Any] = {
    "rounds": {
        "r1": {
            "drawn": "factual",
            "shown": True,
            "began": 1,
            "heard": {"s1": "empathic"},
            "sign": HOSTILE,
            "taps": {"s3": 2},
        },
        "r2": {"drawn": "downloading", "began": 2, "heard": {"s2": "generative"}},
    },
    "gathered": "Øjnene",
}
Opened = Callable[..., "Page"]

SHARED = """() => models.forEach((one) => { const save = one.save_changes;
  one.save_changes = () => { save(); for (const other of models) if (other !== one)
    other.give("value", JSON.parse(JSON.stringify(one.data.value))); }; })"""


def model(
    value: Any, name: str = "listening_lab", language: str = "da", **options: Any
) -> dict[str, Any]:
    asked = exercise(name)
    told = {**asked.options("group"), "locale": language, **options}
    return {"words": {**words(language), **asked.words[language]}, "options": told, "value": value}


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """Give a function that opens the lab; `phones` of them share one sheet."""
    pages = []

    def open_it(
        value: Any, width: int = 390, look: Any = None, phones: int = 1, **more: Any
    ) -> Page:
        models = [model(value, **more)] * phones
        page = show(browser, "round_lab", *models, width=width, **(look or {}))
        page.evaluate(SHARED)
        pages.append(page)
        return page

    yield open_it
    for page in pages:
        put_away(page)


def value(page: Page, name: str = "listening_lab") -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("models[0].data.value")
    ANSWERS[name].parse(found)  # whatever a finger does, the method takes it
    return found


def first(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("models[0].data.value.rounds.r1")
    return found


def sit(page: Page, seat: str, at: int = 0) -> Any:
    phone = page.locator(f"#el{at}")
    change = phone.get_by_role("button", name="Skift plads")
    if change.is_visible():
        change.click()
    phone.get_by_role("button", name=seat).click()
    return phone


def later(page: Page, ms: int) -> None:
    """Move the room's clock on, on every phone."""
    page.evaluate(
        """(ms) => models.forEach((one) => one.give("options",
        { ...one.data.options, skew: (one.data.options.skew || 0) + ms }))""",
        ms,
    )


def begun(ago: int = 1000, **more: Any) -> dict[str, Any]:
    return {"rounds": {"r1": {"began": int(time.time() * 1000) - ago, "drawn": "factual", **more}}}


# ── what its files hold ──────────────────────────────────────────────────────
def test_the_traits_keep_what_they_do_not_know() -> None:
    assert RoundLab(value=DONE).value["gathered"] == "Øjnene"


def test_python_and_the_page_know_the_same_slots() -> None:
    script = (HERE / "geometry.js").read_text(encoding="utf-8")
    for name in ("ROUNDS", "SEATS"):
        (found,) = re.findall(rf"^export const {name} = \[(.*?)\];", script, re.MULTILINE)
        for method in (listening, performative):
            assert tuple(re.findall(r'"(\w+)"', found)) == getattr(method, name)


def test_the_inlined_script_stands_alone() -> None:
    script, _ = front_end(str(HERE / "__init__.py"))
    assert not re.search(r"^\s*import\b", script, re.MULTILINE)
    names = re.findall(r"^(?:export )?(?:function\*?|const|class) (\w+)", script, re.MULTILINE)
    assert len(names) == len(set(names))
    for file in HERE.glob("*.js"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|https?:|\.send\(|invoke|Storage|cookie", text)


def test_no_colour_is_its_own() -> None:
    style = re.sub(r"/\*.*?\*/", "", (HERE / "view.css").read_text(encoding="utf-8"))
    tokens = (FOLDER / "shared" / "tokens.css").read_text(encoding="utf-8")
    assert set(re.findall(r"var\((--[\w-]+)", style)) <= set(re.findall(r"(--[\w-]+):", tokens))
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(|:has\(|[\d.]+(?:px|rem|pt)\b", style)


def test_the_exercises_have_every_word_the_lab_asks_for() -> None:
    script = "".join(file.read_text(encoding="utf-8") for file in HERE.glob("*.js"))
    asked = set(re.findall(r'(?:my\.word\(|shown\(my, "\w+", )"(\w+)"', script))
    asked -= {"say", "do_shown"}
    only_here = {"listening_lab": {"reply"}, "same_words": {"sign", "tap", "tap_rest", "taps"}}
    for one, without in only_here.items():
        for language in ("da", "en"):
            known = {*words(language), *exercise(one).words[language]}
            assert asked - without - known == set()


# ── a round, phone by phone ──────────────────────────────────────────────────
def test_a_phone_asks_its_seat_and_can_change_it_and_stores_nothing_of_it(opened: Opened) -> None:
    page = opened({})
    assert page.get_by_role("button", name="Plads F").is_hidden()
    page.get_by_role("button", name="6", exact=True).click()
    sit(page, "Plads F")
    assert page.get_by_text("Plads F").first.is_visible()
    assert value(page) == {"seats": 6}
    sit(page, "Plads A")
    assert page.get_by_text("taler").first.is_visible()


def test_only_the_phone_that_draws_sees_the_card_until_it_is_shown(opened: Opened) -> None:
    page = opened({}, phones=3)
    for at, seat in enumerate(("Plads A", "Plads B", "Plads C")):
        sit(page, seat, at)
    speaker, listener, observer = (page.locator(f"#el{at}") for at in range(3))
    assert speaker.get_by_text("Plads B trækker et kort.").is_visible()
    listener.get_by_role("button", name="Træk et kort").click()
    card = LAB.words["da"][f"card_{first(page)['drawn']}"]
    assert listener.locator(".face .name").inner_text() == card
    for other in (speaker, observer):
        assert card not in other.inner_text()
    speaker.get_by_role("button", name="Begynd runde 1").click()
    later(page, TALK)
    speaker.get_by_role("button", name="Empatisk").click()
    assert observer.locator(".choice").count() == 0
    assert card not in observer.inner_text()
    listener.get_by_role("button", name="Vis kortet").click()
    for phone in (speaker, listener, observer):
        assert phone.locator(".result").get_by_text(card).first.is_visible()
    assert first(page)["heard"] == {"s1": "empathic"}
    assert speaker.locator(".choice:visible").count() == 0


def test_all_phones_count_down_and_open_the_marking_by_themselves(opened: Opened) -> None:
    page = opened({}, phones=2)
    sit(page, "Plads A", 0)
    observer = sit(page, "Plads D", 1)
    page.locator("#el0").get_by_role("button", name="Begynd runde 1").click()
    assert abs(first(page)["began"] - time.time() * 1000) < 60_000
    assert observer.locator(".clock .timer").inner_text() in ("3:00", "2:59", "2:58")
    later(page, TALK)
    for at in range(2):
        phone = page.locator(f"#el{at}")
        assert phone.get_by_role("heading", name="Rund roligt af").is_visible()
        assert phone.locator('.sr[role="status"]').inner_text() == "Rund roligt af"


def test_the_speakers_phone_goes_dark_until_it_is_lit_or_the_time_is_up(opened: Opened) -> None:
    page = opened(begun())
    sit(page, "Plads A")
    dark = page.get_by_role("dialog")
    assert dark.is_visible()
    assert dark.bounding_box()["height"] == 900
    page.keyboard.press("Escape")
    assert dark.is_hidden()
    again = opened(begun())
    sit(again, "Plads A")
    later(again, TALK)
    assert again.get_by_role("dialog").is_hidden()
    assert again.get_by_role("heading", name="Rund roligt af").is_visible()


def test_the_listeners_phone_shows_one_prompt_and_can_cover_it(opened: Opened) -> None:
    page = opened(begun())
    sit(page, "Plads B")
    assert page.get_by_text(LAB.words["da"]["prompt_factual"]).is_visible()
    page.get_by_role("button", name="Skjul kortet").click()
    assert LAB.words["da"]["prompt_factual"] not in page.locator("main").inner_text()


def test_an_observer_taps_once_and_then_looks_up(opened: Opened) -> None:
    page = opened(begun())
    sit(page, "Plads D")
    page.get_by_role("button", name="Nu skiftede lytningen").click()
    rest = page.get_by_role("button", name="Øjnene op igen")
    assert rest.get_attribute("aria-disabled") == "true"
    rest.click(force=True)
    assert first(page)["taps"] == {"s4": 1}


def test_the_last_round_is_a_free_choice(opened: Opened) -> None:
    page = opened({"rounds": {"r4": {"drawn": "factual", "began": 1, "shown": True}}})
    sit(page, "Plads A")
    page.get_by_role("button", name="Videre til runde 5").click()
    page.get_by_role("button", name="Generativ lytning").click()
    assert value(page)["rounds"]["r5"] == {"drawn": "generative"}


def test_a_page_that_is_loaded_anew_finds_its_round_and_its_time(opened: Opened) -> None:
    rounds = {"r1": {"began": 1, "shown": True}, "r2": begun(60_000)["rounds"]["r1"]}
    page = opened({"rounds": rounds})
    sit(page, "Plads E")
    assert page.get_by_role("heading", name="Runde 2 af 5").is_visible()
    assert page.locator(".clock .timer").inner_text().startswith(("2:00", "1:5"))


def test_nobody_loses_a_half_written_sign_when_the_table_moves_on(opened: Opened) -> None:
    page = opened(begun(TALK + 1000))
    sit(page, "Plads A")
    field = page.get_by_label("Et tegn på det")
    field.fill("Hun ven")
    page.evaluate(
        """() => models[0].give("value", { ...models[0].data.value,
        rounds: { ...models[0].data.value.rounds, r2: { began: Date.now() } } })"""
    )
    page.keyboard.type("tede")
    assert first(page)["sign"] == "Hun ventede"
    field.blur()
    assert page.get_by_role("heading", name="Runde 2 af 5").is_visible()


def test_one_phone_goes_round_and_hides_what_each_has_marked(opened: Opened) -> None:
    page = opened({"seats": 3}, name="same_words")
    sit(page, "Én telefon går rundt")
    assert page.get_by_text("Giv telefonen til plads A").is_visible()
    page.get_by_role("button", name="Træk et kort").click()
    page.get_by_role("button", name="Skjul kortet").click()
    page.get_by_role("button", name="Begynd runde 1").click()
    assert page.locator(".face:visible").count() == 0
    page.get_by_role("button", name="Rund af nu").click()
    page.locator(".choice:visible").first.click()
    page.get_by_role("button", name="Giv telefonen til plads C").click()
    assert page.locator('.choice[aria-pressed="true"]:visible').count() == 0
    page.get_by_role("button", name="Noget andet").locator("visible=true").click()
    page.get_by_label("Hvad fik du lyst til at svare?").locator("visible=true").fill("Fint, tak")
    page.get_by_role("button", name="Vis kortet").click()
    assert page.get_by_text("Fint, tak").locator("visible=true").count() == 1
    found = value(page, "same_words")["rounds"]["r1"]
    assert found["heard"] == {"s2": "control", "s3": "other"}
    assert found["reply"] == {"s3": "Fint, tak"}


def test_without_a_card_the_listeners_tick_as_many_as_they_heard(opened: Opened) -> None:
    page = opened({}, name="same_words", **FIVE)
    sit(page, "Plads B")
    assert page.get_by_role("button", name="Træk et kort").is_hidden()
    page.get_by_role("button", name="Uden ur").click()
    page.locator(".choice").nth(2).click()
    page.locator(".choice").nth(0).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert first(page)["heard"] == {"s2": ["care", "criticism"]}


def test_one_line_in_the_settings_changes_the_set_of_levels(opened: Opened) -> None:
    three = {**LAB.settings["draw"], "cards": ["self", "other", "field"]}
    page = opened({"rounds": {"r1": {"began": 1, "drawn": "field"}}}, draw=three)
    sit(page, "Plads A")
    assert page.locator(".choice b").all_inner_texts() == [
        LAB.words["da"][f"card_{one}"] for one in three["cards"]
    ]


def test_undo_takes_back_the_last_own_mark(opened: Opened) -> None:
    page = opened(begun(TALK + 1000))
    sit(page, "Plads A")
    page.get_by_role("button", name="Empatisk").click()
    page.get_by_role("button", name="Fortryd").click()
    assert first(page)["heard"] == {"s1": None}


def test_the_rounds_stand_in_words_but_nothing_secret_does(opened: Opened) -> None:
    page = opened({"rounds": {**DONE["rounds"], "r3": {"drawn": "generative"}}})
    page.get_by_role("button", name="Runderne i ord").click()
    text = page.locator(".read").inner_text()
    assert HOSTILE in text
    assert "Downloading" in text
    assert text.count("Generativ") == 1
    assert page.locator("img").count() == 0


@pytest.mark.parametrize("broken", [None, {"rounds": 3}, {"seats": "x", "rounds": {"r1": []}}])
@pytest.mark.parametrize("readonly", [True, False])
def test_a_broken_value_draws_what_it_can(opened: Opened, broken: Any, readonly: bool) -> None:
    page = opened(broken, readonly=readonly)
    assert page.get_by_text("Ingen runder endnu").count() == 1


def test_leaving_leaves_nothing_behind(opened: Opened) -> None:
    page = opened(begun())
    sit(page, "Plads A")
    page.evaluate("models[0].end()")
    assert page.evaluate("[el0.childNodes.length, el0.className]") == [0, ""]


SMALL = """() => [...document.querySelectorAll("button, textarea, summary")]
  .filter((one) => one.offsetWidth && (one.offsetWidth < 44 || one.offsetHeight < 44))
  .map((one) => one.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize(
    ("width", "surface", "theme"), [(320, "phone", "light"), (390, "phone", "dark")]
)
def test_everybody_can_use_every_phase(
    opened: Opened, width: int, surface: str, theme: str
) -> None:
    language = "en" if theme == "dark" else "da"
    page = opened({"seats": 6}, width, {"surface": surface, "theme": theme}, language=language)
    asked = page.locator(".seating .seat")
    for role, moment in ((1, {}), (1, begun()), (3, begun()), (0, begun(TALK + 1000)), (0, DONE)):
        page.evaluate("(given) => models[0].give('value', given)", {"seats": 6, **moment})
        if not asked.first.is_visible():
            page.locator(".lab .row .btn").first.click()
        asked.nth(role).click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(SMALL) == []
        if theme == "light":
            assert violations(page) == []


def test_on_the_wall_it_can_be_read_at_five_metres(opened: Opened) -> None:
    page = opened(DONE, 1920, {"surface": "screen", "theme": "dark"}, readonly=True)
    page.set_viewport_size({"width": 1920, "height": 1080})
    assert page.locator("button, textarea").count() == 0
    smallest = page.evaluate(
        """() => Math.min(...[...document.querySelectorAll("#el0 *")]
        .filter((one) => !one.children.length && one.textContent && one.checkVisibility())
        .map((one) => parseFloat(getComputedStyle(one).fontSize)))"""
    )
    assert smallest >= 27.9
    assert page.get_by_text("Generativ lytning").is_visible()
    assert violations(page) == []


def violations(page: Page) -> list[Any]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = axe.run(page, options={"runOnly": {"type": "tag", "values": levels}})
    return [[one["id"], one["nodes"][0]["target"]] for one in found.response["violations"]]
