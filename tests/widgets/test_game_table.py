"""The game table under finger and keyboard: one meeting on several phones, one card on one."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import put_away, show, show_again
from tests.widgets.test_round_lab import SHARED
from widgets.front_end import FOLDER, front_end
from workshops.exercises import exercise
from workshops.methods import gamemaster
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

EXERCISE = exercise("lead_the_talk")
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
SENDS = "models.forEach((one) => { one.sent = []; one.send = (what) => one.sent.push(what); })"
PRESS = """one => {
  if (!one.checkVisibility() || one.disabled) throw new Error(one.outerHTML);
  one.click();
}"""
HOSTILE = "<img src=x onerror=alert(1)>"
Opened = Callable[..., "Page"]


def running(ago: int = 300, **more: Any) -> dict[str, Any]:
    began = int((time.time() - ago) * 1000)
    return {"log": [{"id": "a", "t": began, "level": "content"}], **more}


def paused(noticed: str = "") -> dict[str, Any]:
    began = int((time.time() - 40) * 1000)
    return running(timeouts=[{"id": "x", "t": began, "noticed": noticed}])


def over() -> dict[str, Any]:
    began = 1_790_000_000_000
    stops = [
        {"id": "x", "t": began + 250_000, "end": began + 330_000, "asked": "Hvad er besluttet?"},
        {"id": "y", "t": began + 600_000, "end": began + 660_000, "noticed": HOSTILE},
    ]
    log = [{"id": "a", "t": began, "level": "content"}]
    return {"log": log, "timeouts": stops, "live": {"over": began + 900_000}}


@pytest.fixture(scope="module")
def table(browser: Browser) -> Iterator[Page]:
    page = show(browser, "game_table", model({}))
    yield page
    put_away(page)


def model(value: Any, stage: str = "group", **more: Any) -> dict[str, Any]:
    options = {**EXERCISE.options(stage), "locale": "da", **more}
    return {"words": words("da") | EXERCISE.words["da"], "options": options, "value": value}


@pytest.fixture
def opened(table: Page) -> Opened:
    """Give a function that opens the table; `phones` of them share one sheet."""

    def open_it(
        value: Any, stage: str = "group", width: int = 390, phones: int = 1, **more: Any
    ) -> Page:
        surface = more.pop("surface", "phone")
        models = [model(value, stage, **more)] * phones
        show_again(table, *models, width=width, surface=surface)
        table.evaluate(SHARED)
        table.evaluate(SENDS)
        return table

    return open_it


def kept(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("models[0].data.value")
    gamemaster.Answer.parse(found)  # whatever a finger does, the method takes it
    return found


def button(page: Page | Locator, name: str) -> Locator:
    return page.get_by_role("button", name=name)


def press(page: Page | Locator, name: str) -> None:
    """Press what can be seen and pressed, without waiting for a picture of it to stand still."""
    button(page, name).first.evaluate(PRESS)


# ── what its files hold ──────────────────────────────────────────────────────
@pytest.mark.parametrize("folder", ["game_table", "talk_wall"])
def test_the_inlined_script_stands_alone_and_is_light(folder: str) -> None:
    script, _ = front_end(str(FOLDER / folder / "__init__.py"))
    assert not re.search(r"^\s*import\b", script, re.MULTILINE)
    names = re.findall(r"^(?:export )?(?:function\*?|const|class) (\w+)", script, re.MULTILINE)
    assert len(names) == len(set(names))
    for file in (FOLDER / folder).glob("*.js"):
        assert not re.search(r"innerHTML|https?:|Storage|cookie", file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", ["game_table", "talk_wall"])
def test_no_colour_is_its_own(folder: str) -> None:
    style = (FOLDER / folder / "view.css").read_text(encoding="utf-8")
    tokens = (FOLDER / "shared" / "tokens.css").read_text(encoding="utf-8")
    used = set(re.findall(r"var\((--[\w-]+)", style)) - {"--rows"}
    assert used <= set(re.findall(r"(--[\w-]+):", tokens))
    assert not re.search(r"#[0-9a-fA-F]{3,6}\b|rgb", style)


def test_python_and_the_page_know_the_same_levels_and_cards() -> None:
    script = (FOLDER / "game_table" / "geometry.js").read_text(encoding="utf-8")
    (levels,) = re.findall(r"^export const LEVELS = \[(.*?)\];", script, re.MULTILINE)
    assert tuple(re.findall(r'"(\w+)"', levels)) == gamemaster.LEVELS
    assert re.findall(r"^export const CARDS = (\d+);", script, re.MULTILINE) == [
        str(gamemaster.CARDS)
    ]


# ── contract and meeting ─────────────────────────────────────────────────────
def test_a_contract_is_written_and_the_room_s_clock_says_when_the_meeting_began(
    opened: Opened,
) -> None:
    page = opened({}, skew=3_600_000)
    page.get_by_label("Retning").fill("Et udkast")
    press(page, "Et minut mindre")
    button(page, "Begynd mødet").click()
    assert kept(page)["contract"] == {"direction": "Et udkast", "time": 14}
    (first,) = kept(page)["log"]
    assert first["level"] == "content"
    assert abs(first["t"] - (time.time() * 1000 + 3_600_000)) < 5000
    assert page.get_by_label("Retning").is_hidden()


def test_a_tap_sets_a_turn_on_all_phones_and_takes_a_note(opened: Opened) -> None:
    page = opened(running(), phones=2)
    button(page.locator("#el0"), "Proces").click()
    press(page.locator("#el0"), "Proces")
    page.locator("#el0").get_by_label("Et par ord").fill("Vi venter på hinanden")
    assert [one["level"] for one in kept(page)["log"]] == ["content", "process"]
    assert kept(page)["log"][1]["note"] == "Vi venter på hinanden"
    pressed = button(page.locator("#el1"), "Proces").get_attribute("aria-pressed")
    assert pressed == "true"


def test_a_time_out_is_a_talk_and_leads_back_to_the_content(opened: Opened) -> None:
    page = opened(running(), phones=2)
    press(page.locator("#el0"), "Time-out")
    assert page.locator("#el1").get_by_role("heading", name="Time-out 1").is_visible()
    page.locator("#el1").get_by_label("Mit spørgsmål").fill("Hvad er besluttet?")
    press(page.locator("#el1"), "Tilbage til mødet")
    (one,) = kept(page)["timeouts"]
    assert one["asked"] == "Hvad er besluttet?"
    assert one["end"] >= one["t"]
    pressed = button(page.locator("#el0"), "Indhold").get_attribute("aria-pressed")
    assert pressed == "true"


def test_the_room_hears_when_the_controls_are_lent_and_when_to_take_them_up(
    opened: Opened,
) -> None:
    page = opened(running())
    press(page, "Time-out")
    press(page, "Tilbage til mødet")
    page.wait_for_function("models[0].sent.length === 2")
    assert page.evaluate("models[0].sent") == [{"control": "lend"}, {"control": "resume"}]


def test_a_host_without_a_room_is_told_nothing_and_works(opened: Opened) -> None:
    page = opened(running())
    page.evaluate("delete models[0].send")
    press(page, "Time-out")
    press(page, "Fjern time-outen")
    assert kept(page)["timeouts"] == []
    assert button(page, "Proces").is_visible()


def test_while_another_holds_the_controls_the_meeting_is_only_followed(opened: Opened) -> None:
    page = opened(running(), control={"mine": False, "by": "Anna", "lent": False})
    assert page.get_by_text("Anna har styringen").is_visible()
    for name in ("Indhold", "Proces", "Time-out", "Afslut mødet"):
        assert button(page, name).is_disabled()
    page.locator("summary").click()
    page.get_by_label("Ramme").fill("Personaledagen")
    assert kept(page)["contract"]["frame"] == "Personaledagen"


def test_nobody_else_begins_the_meeting_and_in_a_lent_time_out_all_may_write(
    opened: Opened,
) -> None:
    page = opened({}, control={"mine": False, "by": "Anna", "lent": False})
    assert button(page, "Begynd mødet").is_disabled()
    page.evaluate("one => models[0].give('value', one)", paused())
    assert page.get_by_label("Mit spørgsmål").is_disabled()
    page.evaluate(
        "models[0].give('options', {...models[0].data.options, control: "
        "{mine: true, by: 'Anna', lent: true}})"
    )
    assert page.get_by_label("Mit spørgsmål").is_enabled()
    assert button(page, "Tilbage til mødet").is_enabled()


def test_undo_takes_back_whole_acts_and_only_one_s_own(opened: Opened) -> None:
    page = opened(running(), phones=2)
    mine, theirs = page.locator("#el0"), page.locator("#el1")
    press(mine, "Proces")
    press(mine, "Fortryd")
    assert len(kept(page)["log"]) == 1
    press(mine, "Time-out")
    mine.get_by_label("Det lægger jeg mærke til").fill("To samtaler")
    for _ in range(2):
        press(mine, "Fortryd")
    assert kept(page)["timeouts"] == []
    press(mine, "Proces")
    press(theirs, "Indhold")
    assert button(mine, "Fortryd").is_hidden()


# ── afterwards ───────────────────────────────────────────────────────────────
def test_the_table_chooses_its_sentence_and_may_take_it_back(opened: Opened) -> None:
    page = opened(over())
    press(page, "Vælg denne sætning")
    assert kept(page)["best"] == "x"
    press(page, "Den har I valgt")
    assert kept(page)["best"] is None


def test_a_time_out_is_opened_by_key_written_in_moved_and_removed(opened: Opened) -> None:
    page = opened(over())
    page.locator("button.top").first.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Det besluttede vi").first.fill("Lederen siger det først")
    before = kept(page)["timeouts"][0]["t"]
    press(page, "1 min. senere")
    one = kept(page)["timeouts"][0]
    assert (one["t"] - before, one["end"] - one["t"]) == (60_000, 80_000)
    assert one["decided"] == "Lederen siger det først"
    press(page, "Fjern time-outen")
    assert [one["id"] for one in kept(page)["timeouts"]] == ["y"]


def test_without_a_clock_time_outs_are_written_afterwards(opened: Opened) -> None:
    page = opened({})
    press(page, "Uden ur")
    press(page, "Tilføj en time-out")
    page.get_by_label("Mit spørgsmål").fill("Hvad har vi brug for?")
    press(page, "Vælg denne sætning")
    (line,) = gamemaster.plenary([gamemaster.Answer.parse(kept(page))])["timelines"]
    assert line["seconds"] == 900
    assert 0 < line["timeouts"][0]["at"] < 900
    assert line["sentence"] == "Hvad har vi brug for?"


def test_the_meeting_can_be_read_in_words(opened: Opened) -> None:
    page = opened(over())
    press(page, "Mødet i ord")
    told = page.locator(".told li").all_text_contents()
    assert told == ["0:00 Indhold", "4:10–5:30 Time-out 1", "10:00–11:00 Time-out 2"]


def test_readonly_shows_the_meeting_and_nothing_to_press(opened: Opened) -> None:
    page = opened({**over(), "best": "x"}, readonly=True, width=1920, surface="screen")
    assert page.locator(".chosen").inner_text() == "Hvad er besluttet?"
    assert page.get_by_text(HOSTILE).count() == 1
    assert page.locator("button:visible").count() == 0
    assert page.locator(".stop.best").count() >= 1


# ── the card ─────────────────────────────────────────────────────────────────
def test_a_card_is_seen_while_it_is_held_and_covered_when_let_go(opened: Opened) -> None:
    page = opened({}, stage="individual")
    press(page, "Træk et kort")
    text = EXERCISE.words["da"][f"card_{kept(page)['card']}_text"]
    assert page.get_by_text(text).count() == 0
    button(page, "Hold nede").hover()
    page.mouse.down()
    assert page.get_by_text(text).is_visible()
    page.mouse.up()
    assert page.get_by_text(text).count() == 0


def test_a_key_and_a_screen_reader_can_turn_the_card_as_well(opened: Opened) -> None:
    page = opened({"card": 2}, stage="individual")
    text = EXERCISE.words["da"]["card_2_text"]
    button(page, "Hold nede").focus()
    page.keyboard.down("Enter")
    assert page.get_by_text(text).is_visible()
    page.keyboard.up("Enter")
    assert page.get_by_text(text).count() == 0
    button(page, "Hold nede").evaluate("one => one.click()")
    assert page.get_by_text(text).is_visible()
    press(page, "Læg kortet tilbage")
    assert kept(page)["card"] is None


def test_somebody_else_s_sheet_shows_no_card(opened: Opened) -> None:
    page = opened({"card": 2}, readonly=True)
    assert page.get_by_text("Kortet er kun for den, der har trukket det.").is_visible()
    assert page.get_by_text(EXERCISE.words["da"]["card_2_title"]).count() == 0


@pytest.mark.parametrize("value", [{}, running(), paused("x"), over(), {"card": 8}])
def test_it_fits_a_narrow_phone_and_shuts_nobody_out(opened: Opened, value: dict[str, Any]) -> None:
    page = opened(value, width=320, stage="individual" if "card" in value else "group")
    if value.get("live"):
        page.locator("button.top").first.click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert Axe().run(page, options=AXE).response["violations"] == []
    small = page.locator("button:visible").evaluate_all(
        "all => all.filter(one => one.offsetHeight < 44 || one.offsetWidth < 44).length"
    )
    assert small == 0
