"""The field sheet in a real browser: writing, rows, two texts, and who else writes meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.pages import show
from widgets.field_sheet import FieldSheet
from workshops import exercises
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EXERCISE = exercises.exercise("stuck_episode")
WORDS = {**words("da"), **EXERCISE.words["da"]}
CHOICE = {"field": "hat", "kind": "choice", "options": ["support", "control", "both"]}
HATS = {"hat": "Kasket", "hat_support": "Støtte", "hat_control": "Tilsyn", "hat_both": "Begge"}
LINES = [
    {"id": "a1b", "invitation": "Bare sig det", "counter": "Jeg har et bud."},
    {"id": "c2d", "invitation": "Er du her for at vurdere?"},
]
MINE, OTHERS = "Det kommer med.", "Skal vi se på, hvordan det kan stå?"


def model(value: dict[str, Any] | None = None, **options: Any) -> dict[str, Any]:
    told = {**EXERCISE.options("group"), "locale": "da", **options}
    told["fields"] = [*told["fields"], CHOICE]
    return {"words": {**WORDS, **HATS}, "options": told, "value": value or {}}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    one = show(browser, "field_sheet", model())
    yield one
    one.close()


@pytest.fixture
def sheet(page: Page) -> Page:
    """Give an empty sheet."""
    page.evaluate("document.activeElement.blur()")
    given(page, {})
    return page


def given(page: Page, value: dict[str, Any], **options: Any) -> None:
    page.evaluate("one => models[0].give('options', one)", model(**options)["options"])
    page.evaluate("one => models[0].give('value', one)", value)


def value_of(page: Page) -> dict[str, Any]:
    return page.evaluate("models[0].data.value")


def part(page: Page, row: int, name: str) -> Any:
    return page.get_by_role("group", name=f"Linje {row}").get_by_label(name)


def test_the_sheet_keeps_what_it_was_given() -> None:
    assert FieldSheet(value={"lines": LINES}).value["lines"] == LINES


def test_three_rows_stand_ready_and_nothing_is_stored(sheet: Page) -> None:
    assert sheet.get_by_role("group", name="Linje").count() == 3
    assert value_of(sheet) == {}


def test_a_row_is_stored_with_its_first_letter(sheet: Page) -> None:
    part(sheet, 2, "Det flytter").press_sequentially("ud")
    (line,) = value_of(sheet)["lines"]
    assert line["shift"] == "ud"
    assert len(line["id"]) == 3
    assert sheet.get_by_role("group", name="Linje").count() == 3


def test_somebody_else_s_row_does_not_move_the_caret(sheet: Page) -> None:
    field = part(sheet, 3, "Invitation")
    field.press_sequentially("Hej")
    field.press("ArrowLeft")
    mine = value_of(sheet)["lines"]
    given(sheet, {"lines": [*LINES, *mine], "rights": "at spørge"})
    here = "[document.activeElement.value, document.activeElement.selectionStart]"
    assert sheet.evaluate(here) == ["Hej", 2]
    assert sheet.get_by_label("Rettigheder").input_value() == "at spørge"


def test_what_others_write_in_the_same_field_waits_until_it_is_left(sheet: Page) -> None:
    given(sheet, {"rights": "at"})
    field = sheet.get_by_label("Rettigheder")
    field.press("End")
    given(sheet, {"rights": "at tøve"})
    assert field.input_value() == "at"
    field.blur()
    assert field.input_value() == "at tøve"


def test_rows_move_by_button_and_by_key_and_focus_goes_with_them(sheet: Page) -> None:
    given(sheet, {"lines": LINES})
    sheet.get_by_role("button", name="Flyt op: Linje 2").click()
    assert [line["id"] for line in value_of(sheet)["lines"]] == ["c2d", "a1b"]
    field = part(sheet, 1, "Invitation")
    field.press("Alt+ArrowDown")
    assert [line["id"] for line in value_of(sheet)["lines"]] == ["a1b", "c2d"]
    assert sheet.evaluate("document.activeElement.value") == LINES[1]["invitation"]


def test_a_removed_row_is_gone_and_focus_stays_in_the_list(sheet: Page) -> None:
    given(sheet, {"lines": LINES})
    sheet.get_by_role("button", name="Fjern linjen: Linje 1").click()
    assert value_of(sheet)["lines"] == [LINES[1]]
    assert sheet.evaluate("!!document.activeElement.closest('.items')")


def test_an_added_row_is_there_and_has_the_caret(sheet: Page) -> None:
    given(sheet, {"lines": LINES})
    rows = sheet.get_by_role("group", name="Linje").count()
    sheet.get_by_role("button", name="Tilføj en linje").click()
    assert sheet.get_by_role("group", name="Linje").count() == rows + 1
    assert value_of(sheet)["lines"] == LINES
    assert sheet.evaluate("document.activeElement.dataset.path").endswith(".invitation")


def test_a_choice_is_made_and_unmade(sheet: Page) -> None:
    button = sheet.get_by_role("group", name="Kasket").get_by_role("button", name="Tilsyn")
    button.click()
    assert value_of(sheet)["hat"] == "control"
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert value_of(sheet)["hat"] is None


def test_too_long_is_said_and_the_text_stays(sheet: Page) -> None:
    field = part(sheet, 1, "Invitation")
    field.fill("x" * 201)
    assert sheet.get_by_text("Der er plads til 200 tegn, og der står 201.").is_visible()
    assert len(field.input_value()) == 201


def test_a_refusal_stands_under_its_field(sheet: Page) -> None:
    given(sheet, {}, refused={"duties": "refused_closed"})
    assert sheet.get_by_text(WORDS["refused_closed"]).is_visible()


@pytest.mark.parametrize(
    ("button", "kept"),
    [
        ("ui_keep_mine", MINE),
        ("ui_keep_other", OTHERS),
        ("ui_keep_both", f"{MINE}\n{OTHERS}"),
    ],
)
def test_of_two_texts_the_chosen_one_is_kept(sheet: Page, button: str, kept: str) -> None:
    lines = [{"id": "a1b", "counter": MINE}]
    path = "lines.a1b.counter"
    given(sheet, {"lines": lines}, others={path: {"value": OTHERS, "by": "Anna"}})
    assert sheet.get_by_text("Anna skrev også her").is_visible()
    assert sheet.get_by_text(OTHERS).is_visible()
    sheet.get_by_role("button", name=WORDS[button]).click()
    assert value_of(sheet)["lines"][0]["counter"] == kept
    assert sheet.evaluate("models[0].data.settled") == {"path": path, "value": kept}


def test_mine_is_mine_also_when_the_other_s_text_stands_in_the_field(sheet: Page) -> None:
    other = {"value": MINE, "by": "Anna", "mine": True}
    given(sheet, {"rights": OTHERS}, others={"rights": other})
    sheet.get_by_role("button", name=WORDS["ui_keep_mine"]).click()
    assert value_of(sheet)["rights"] == MINE


def test_to_read_only_shows_what_is_written_as_text_and_no_more(sheet: Page) -> None:
    hostile = [{"id": "a1b", "invitation": "<img src=x onerror=alert(1)>"}]
    given(sheet, {"lines": hostile, "rights": "at\ntøve"}, readonly=True)
    assert sheet.get_by_text("<img src=x onerror=alert(1)>").is_visible()
    assert sheet.get_by_role("textbox").count() == 0
    assert sheet.get_by_text(WORDS["duties"]).is_hidden()
    given(sheet, {})


def test_the_whole_sheet_can_be_filled_by_key(sheet: Page) -> None:
    part(sheet, 1, "Invitation").focus()
    seen = []
    for _ in range(30):
        seen.append(
            sheet.evaluate("document.activeElement.dataset.path || document.activeElement.tagName")
        )
        sheet.keyboard.press("Tab")
    assert len({path for path in seen if path.startswith("lines.")}) == 9
    assert {"rights", "duties", "transfer"} < set(seen)


@pytest.mark.parametrize("width", [320, 390, 1000])
def test_nothing_here_shuts_anybody_out(sheet: Page, width: int) -> None:
    sheet.set_viewport_size({"width": width, "height": 900})
    given(sheet, {"lines": LINES}, others={"rights": {"value": OTHERS, "by": "Anna"}})
    found = Axe().run(sheet, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []
    assert sheet.evaluate("document.documentElement.scrollWidth <= innerWidth")
