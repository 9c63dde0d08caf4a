"""The planner in a real browser, joined to the real steps on a store of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from widgets.front_end import FOLDER, front_end
from widgets.planner import Planner
from workshops import exercises, theme
from workshops.dashboards.planner import Planning
from workshops.dashboards.planner_facts import planner_words
from workshops.programme import planning
from workshops.store.temporary import TemporaryStore

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

FILE = FOLDER / "planner" / "__init__.py"
DAY = "day1_context"
DA, EN = planner_words()["da"], planner_words()["en"]
PLAN = """
title = { da = "Konsulent i kontekst", en = "Consultant in context" }
start = "09.00"
end = "11.30"
[[blocks]]
id = "welcome"
title = { da = "Velkommen", en = "Welcome" }
minutes = 30
[[blocks]]
id = "positioning"
title = { da = "Positionering", en = "Positioning" }
notebook = "05_positioning"
exercise = "stuck_episode"
minutes = 60
form = "G"
stages = [{ stage = "talk", minutes = 12 }, { stage = "group", minutes = 48 }]
competences = ["K3"]
elements = ["slf_3"]
purpose = { da = "at høre invitationen", en = "to hear the invitation" }
[blocks.cues]
da = ["Der er ikke noget godt hjørne."]
en = ["There is no good corner."]
[[blocks]]
id = "pause"
kind = "break"
title = { da = "Pause", en = "Break" }
minutes = 15
[[blocks]]
id = "round"
kind = "round"
title = { da = "Runde", en = "Round" }
minutes = 20
prompt = { da = "Hvad er du nysgerrig på?", en = "What are you curious about?" }
[[blocks]]
id = "out"
kind = "check_out"
title = { da = "Tjek ud", en = "Check-out" }
minutes = 15
"""
PAGE = """<!doctype html><html lang="da" data-surface="desk" data-theme="light"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Dagsplan</title><style>%s
body { margin: 0; background: var(--c-ground); }</style></head>
<body><main id="el"></main></body></html>"""
START = """async ([code, data]) => {
  const heard = {};
  const tell = (name) => (heard[`change:${name}`] || []).forEach((one) => one());
  const model = {
    get: (name) => data[name],
    set(name, value) { data[name] = value; },
    on(event, one) { (heard[event] = heard[event] || []).push(one); },
    off(event, one) { heard[event] = (heard[event] || []).filter((other) => other !== one); },
    async save_changes() {
      data.value = await window.kernel(JSON.parse(JSON.stringify(data.pressed)));
      tell("value");
    },
  };
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const view = (await import(url)).default;
  window.heard = heard;
  window.leave = view.render({ model, el: document.getElementById("el") });
}"""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TemporaryStore]:
    theirs = exercises.content() / DAY
    day = tmp_path / "content" / DAY
    (day / "exercises").mkdir(parents=True)
    name = "exercises/stuck_episode.toml"
    (day / name).write_bytes((theirs / name).read_bytes())
    (day / "05_positioning.ipynb").write_bytes((theirs / "05_positioning.ipynb").read_bytes())
    (day / "plan.toml").write_text(PLAN, encoding="utf-8")
    monkeypatch.setenv("LAERINGSDAGE_CONTENT", str(tmp_path / "content"))
    one = TemporaryStore()
    yield one
    one.close()
    exercises.rewrite({})
    theme.rewrite({})


@pytest.fixture
def planner(browser: Browser, store: TemporaryStore) -> Iterator[Callable[..., Page]]:
    """Give a function that opens the planner; the page is closed afterwards, without an error."""
    pages: list[Page] = []

    def opened(
        *, width: int = 1440, height: int = 900, locale: str = "da", look: str = "light"
    ) -> Page:
        page = browser.new_page(viewport={"width": width, "height": height})
        pages.append(page)
        page.wrong = []  # type: ignore[attr-defined]
        page.on("pageerror", lambda error: page.wrong.append(str(error)))  # type: ignore[attr-defined]
        shown = Planner()
        Planning(store, shown, desk="/desk").stop()

        def kernel(pressed: dict[str, Any]) -> dict[str, Any]:
            shown.pressed = pressed
            return shown.value

        page.expose_function("kernel", kernel)
        script, style = front_end(str(FILE))
        tokens = (FOLDER / "shared" / "tokens.css").read_text(encoding="utf-8")
        page.set_content(PAGE % f"{tokens}\n{style}")
        page.evaluate(f"document.documentElement.dataset.theme = '{look}'")
        data = {"words": planner_words(), "options": {"locale": locale}, "value": shown.value}
        page.evaluate(START, [script, data])
        return page

    yield opened
    for page in pages:
        assert page.wrong == []  # type: ignore[attr-defined]
        page.close()


def row(page: Page, block: str) -> Locator:
    return page.locator(f'.day > li[data-block="{block}"]')


def order(page: Page) -> list[str]:
    return page.eval_on_selector_all(".day > li", "rows => rows.map((row) => row.dataset.block)")


def waits_for(page: Page, wanted: list[str]) -> None:
    page.wait_for_function(
        "wanted => [...document.querySelectorAll('.day > li')].map((row) => row.dataset.block)"
        ".join() === wanted.join()",
        arg=wanted,
    )


# ── moving ───────────────────────────────────────────────────────────────────
def test_a_block_is_dragged_to_another_place_and_the_times_follow(planner: Any) -> None:
    page = planner()
    grip = row(page, "round").locator(".grip").bounding_box()
    goal = row(page, "welcome").bounding_box()
    page.mouse.move(grip["x"] + 20, grip["y"] + 20)
    page.mouse.down()
    page.mouse.move(grip["x"] + 20, goal["y"] + 40, steps=8)
    page.mouse.move(grip["x"] + 20, goal["y"] + 2, steps=3)
    assert row(page, "welcome").evaluate("one => one.classList.contains('drop-above')")
    page.mouse.up()
    waits_for(page, ["round", "welcome", "positioning", "pause", "out"])
    page.wait_for_function(
        "document.querySelector('[data-block=welcome] .time').textContent === '9.20'"
    )


def test_arrow_keys_move_a_block_and_keep_the_focus_on_its_grip(planner: Any) -> None:
    page = planner()
    row(page, "pause").locator(".grip").focus()
    page.keyboard.press("ArrowUp")
    waits_for(page, ["welcome", "pause", "positioning", "round", "out"])
    page.wait_for_function("document.activeElement.dataset.block === 'pause'")
    page.keyboard.press("End")
    waits_for(page, ["welcome", "positioning", "round", "out", "pause"])
    told = page.locator(".list [aria-live]").inner_text()
    assert told == "Pause står nu som nummer 5 af 5."


def test_two_taps_move_a_block_too(planner: Any) -> None:
    page = planner()
    row(page, "out").locator(".grip").click()
    assert row(page, "out").locator(".grip").get_attribute("aria-pressed") == "true"
    row(page, "welcome").locator(".grip").click()
    waits_for(page, ["out", "welcome", "positioning", "pause", "round"])
    row(page, "out").locator(".grip").click()
    page.keyboard.press("Escape")
    assert row(page, "out").locator(".grip").get_attribute("aria-pressed") == "false"


# ── changing ─────────────────────────────────────────────────────────────────
def test_minutes_are_set_in_the_list_and_nonsense_is_put_back(planner: Any) -> None:
    page = planner()
    field = row(page, "welcome").locator(".mins")
    field.fill("20")
    field.press("Enter")
    page.wait_for_function(
        "document.querySelector('[data-block=positioning] .time').textContent === '9.20'"
    )
    field.fill("0")
    field.press("Enter")
    assert field.input_value() == "20"


def test_a_title_is_rewritten_in_both_languages_and_undone_in_one_step(planner: Any) -> None:
    page = planner()
    row(page, "welcome").locator(".pencil").click()
    editor = row(page, "welcome").locator(".editor")
    fields = editor.locator(".pair").first.locator("textarea")
    fields.nth(0).press_sequentially(" <b>alle</b>")
    fields.nth(0).blur()
    name = "document.querySelector('[data-block=welcome] .name').textContent"
    page.wait_for_function(f"{name} === 'Velkommen <b>alle</b>'")
    fields.nth(1).fill("Welcome all")
    fields.nth(1).blur()
    page.get_by_role("button", name="English").click()
    page.wait_for_function(
        "document.querySelector('[data-block=welcome] .name').textContent === 'Welcome all'"
    )
    page.get_by_role("button", name=EN["ui_undo"]).click()
    page.get_by_role("button", name=EN["ui_undo"]).click()
    page.wait_for_function(
        "document.querySelector('[data-block=welcome] .name').textContent === 'Welcome'"
    )
    page.get_by_role("button", name="Dansk").click()
    assert row(page, "welcome").locator(".name").inner_text() == "Velkommen"


def test_a_task_is_reworded_and_says_what_it_was(planner: Any, store: TemporaryStore) -> None:
    page = planner()
    row(page, "positioning").locator(".pencil").click()
    texts = row(page, "positioning").locator(".its-texts .pair")
    texts.first.wait_for()
    task = texts.nth(0).locator("textarea").nth(0)
    task.fill("## Ny opgave")
    task.blur()
    texts.nth(0).locator(".field .hint").first.wait_for()
    assert "Før: ## Spil samme episode" in texts.nth(0).locator(".field .hint").first.inner_text()
    draft = store.events("draft")[-1].value["changes"]
    assert draft["cells"]["05_positioning"]["task-da"] == "## Ny opgave"


def test_a_block_is_split_copied_skipped_and_taken_in_again(planner: Any) -> None:
    page = planner()
    row(page, "positioning").locator(".pencil").click()
    editor = row(page, "positioning").locator(".editor")
    editor.get_by_role("button", name=DA["ui_split"]).click()
    waits_for(page, ["welcome", "positioning", "positioning~2", "pause", "round", "out"])
    editor.get_by_role("button", name=DA["ui_skip"]).click()
    editor.get_by_role("button", name=DA["planner_unskip"]).wait_for()
    assert row(page, "positioning").locator(".time").inner_text() == "–"
    page.keyboard.press("Escape")
    row(page, "positioning~2").locator(".pencil").click()
    row(page, "positioning~2").get_by_role("button", name=DA["planner_remove"]).click()
    waits_for(page, ["welcome", "positioning", "pause", "round", "out"])


def test_a_tag_is_put_on_and_the_coverage_follows(planner: Any) -> None:
    page = planner()
    row(page, "round").locator(".pencil").click()
    row(page, "round").get_by_role("button", name="K1").click()
    page.wait_for_function(
        "document.querySelector('[data-block=round] .tags').textContent === 'K1'"
    )
    first = page.locator(".coverage .covered li").first
    assert first.inner_text().split() == ["K1", "·", "Samarbejde", "på", "tværs", "20", "min."]


def test_an_advice_is_taken_with_one_press_and_can_be_undone(planner: Any) -> None:
    page = planner()
    note = page.locator(".note", has_text="minutter på stolen").first
    note.wait_for()
    assert page.locator(".bracket").count() == 1
    note.get_by_role("button", name="i bevægelse").click()
    page.wait_for_function("!document.querySelector('.bracket')")
    page.keyboard.press("Control+z")
    page.wait_for_function("document.querySelector('.bracket')")


def test_a_new_break_is_put_in_before_the_closing(planner: Any) -> None:
    page = planner()
    page.get_by_role("button", name=DA["planner_add"], exact=True).click()
    page.get_by_role("button", name=DA["planner_kind_walk"]).click()
    waits_for(page, ["welcome", "positioning", "pause", "round", "walk~2", "out"])


# ── versions ─────────────────────────────────────────────────────────────────
def test_a_draft_is_taken_into_use_with_a_reason_and_restored(
    planner: Any, store: TemporaryStore
) -> None:
    page = planner()
    row(page, "welcome").locator(".mins").fill("20")
    row(page, "welcome").locator(".mins").press("Enter")
    page.get_by_text("Udkast: 1 ændring er ikke taget i brug").wait_for()
    page.locator(".standing .main").click()
    page.get_by_label(DA["planner_who"], exact=True).fill("Anna")
    page.get_by_label(DA["planner_why"], exact=True).fill("Kortere velkomst")
    page.get_by_label(DA["planner_need"], exact=True).fill("mere krop")
    assert page.locator(".btn.main:visible").count() == 1
    page.locator(".publish .main").click()
    page.get_by_text("Anna · Kortere velkomst · Behov: mere krop").wait_for()
    assert planning.today(store, DAY).block("welcome").minutes == 20
    last = page.locator(".versions li").last
    last.get_by_role("button", name=DA["planner_compare"]).click()
    page.locator(".comparison .differs", has_text="Velkommen").wait_for()
    assert page.locator(".comparison .differs").count() == 1
    last.get_by_role("button", name=DA["ui_restore"]).click()
    page.locator(".publish .main").click()
    page.get_by_text("Tilbage til: Planen, som den er skrevet").wait_for()
    assert planning.today(store, DAY).block("welcome").minutes == 30


def test_a_field_with_focus_is_never_taken_away(planner: Any, store: TemporaryStore) -> None:
    page = planner()
    row(page, "round").locator(".pencil").click()
    field = row(page, "round").locator(".editor textarea").first
    field.fill("En halv tit")
    other = {"changes": {"blocks": {"round": {"minutes": 25}}}}
    store.mark("draft", DAY, other, who="desk")  # a second desk
    page.keyboard.type("el")
    field.press("Tab")
    page.wait_for_function(
        "document.querySelector('[data-block=round] .name').textContent === 'En halv titel'"
    )
    assert field.input_value() == "En halv titel"
    assert row(page, "round").locator(".mins").first.input_value() == "25"


# ── how it looks ─────────────────────────────────────────────────────────────
@pytest.mark.looks
@pytest.mark.parametrize("opened", [False, True], ids=["list", "opened"])
@pytest.mark.parametrize(
    ("width", "look"), [(320, "light"), (390, "dark"), (768, "light"), (1920, "dark")]
)
def test_the_planner_reflows_is_large_enough_to_hit_and_passes_axe(
    planner: Any, width: int, look: str, opened: bool
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - browser tests only

    page = planner(width=width, look=look, locale="en" if width == 768 else "da")
    if opened:
        row(page, "positioning").locator(".pencil").click()
        row(page, "positioning").locator(".its-texts summary").click()
        page.locator(".versions li").last.get_by_role("button").first.click()
        page.locator(".comparison table").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.evaluate(
        """[...document.querySelectorAll("#el button, #el input, #el .btn, #el summary")]
        .filter((one) => one.offsetParent && Math.min(one.offsetWidth, one.offsetHeight) < 44)
        .map((one) => one.outerHTML)"""
    )
    assert small == []
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_leaving_takes_everything_off_again(planner: Any) -> None:
    page = planner()
    page.evaluate("window.leave()")
    assert page.evaluate("Object.values(window.heard).flat().length") == 0
