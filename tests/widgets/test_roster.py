"""The page of the list in a real browser: pasted, dragged, tapped and moved by keys, printed."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.deskpages import opened
from tests.widgets.rosters import NAMES, Kernel, pasted
from widgets.front_end import FOLDER, front_end
from workshops.dashboards.roster_facts import roster_words

DA = roster_words()["da"]


@pytest.fixture
def desk(browser):
    """Give a function that opens the page; nothing may go wrong on it."""
    pages, kernels = [], []

    def one(many=0, used=False, **look):
        kernel = Kernel()
        kernels.append(kernel)
        if many:
            kernel.list(many)
        if used:
            kernel.press("draw")
            kernel.press("use")
        page = opened(browser, kernel, **look)
        pages.append(page)
        return page, kernel

    yield one
    wrong = [error for page in pages for error in page.wrong]
    for page in pages:
        page.close()
    for kernel in kernels:
        kernel.store.close()
    assert not wrong


def table_of(kernel, alias):
    return next(one["table"] for one in kernel.shown.value["people"] if one["alias"] == alias)


def chip(page, alias):
    return page.locator("button.one", has_text=alias)


def column(page, table):
    return page.locator(f'[data-column="{table}"]')


def test_every_word_of_the_page_exists_in_both_languages():
    files = [*(FOLDER / "roster").glob("*.js")]
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    asked = re.findall(r'word\(\s*(?:\w+ \? )?"(roster_\w+)"(?: : "(roster_\w+)")?', text)
    for language, words in roster_words().items():
        assert {key for pair in asked for key in pair if key} - words.keys() == set(), language


def test_the_front_end_is_one_script_with_every_name_once():
    script, _style = front_end(str(FOLDER / "roster" / "__init__.py"))
    names = re.findall(r"^(?:const|let|function|async function) (\w+)", script, re.MULTILINE)
    assert "import {" not in script
    assert len(names) == len(set(names))


def test_a_list_is_pasted_looked_at_and_put_in_and_taken_back(desk):
    page, kernel = desk()
    page.get_by_label(DA["roster_paste_label"]).fill(pasted(6))
    page.get_by_role("button", name=DA["roster_read"]).click()
    page.get_by_role("button", name=DA["roster_land_other"].format(n=6)).click()
    page.wait_for_selector(".all")
    assert page.locator(".all tbody tr").count() == 6
    page.get_by_role("button", name=DA["roster_undo_land"]).click()
    page.wait_for_selector(".list .empty")
    assert kernel.shown.value["people"] == []


def test_a_file_from_danish_excel_is_read_with_its_letters(desk):
    page, _kernel = desk()
    page.set_input_files(
        "#roster-file",
        {"name": "a.csv", "mimeType": "text/csv", "buffer": "Navn\nÅse Sørø".encode("cp1252")},
    )
    page.wait_for_function("document.getElementById('roster-text').value.includes('Sørø')")


def test_names_are_text_and_never_markup(desk):
    page, kernel = desk()
    kernel.press("add", alias="<img src=x onerror=1>")
    page.evaluate("model.save_changes()")
    page.wait_for_selector(".all")
    assert page.locator(".all img").count() == 0
    assert page.locator(".name").inner_text() == "<img src=x onerror=1>"


def test_somebody_is_dragged_to_another_table(desk):
    page, kernel = desk(10, used=True)
    page.click("[data-view=tables]")
    here = table_of(kernel, "Anna Krogh")
    there = "2" if here == "1" else "1"
    start, end = chip(page, "Anna Krogh").bounding_box(), column(page, there).bounding_box()
    page.mouse.move(start["x"] + 30, start["y"] + 20)
    page.mouse.down()
    page.mouse.move(end["x"] + 60, end["y"] + 100, steps=8)
    assert page.locator(".column.target").get_attribute("data-column") == there
    page.mouse.up()
    column(page, there).locator("button.one", has_text="Anna Krogh").wait_for()
    assert table_of(kernel, "Anna Krogh") == there


def test_a_tap_on_the_name_and_a_tap_on_the_table_move_too(desk):
    page, kernel = desk(10, used=True, width=390)
    page.click("[data-view=tables]")
    here = table_of(kernel, "Erik Vang")
    there = "2" if here == "1" else "1"
    chip(page, "Erik Vang").click()
    assert chip(page, "Erik Vang").get_attribute("aria-pressed") == "true"
    column(page, there).get_by_role(
        "button", name=DA["roster_move_here"].format(alias="Erik Vang")
    ).click()
    column(page, there).locator("button.one", has_text="Erik Vang").wait_for()
    assert table_of(kernel, "Erik Vang") == there


def test_arrow_keys_move_and_the_focus_goes_along_and_it_is_said(desk):
    page, kernel = desk(10, used=True)
    page.click("[data-view=tables]")
    first = column(page, "1").locator("button.one").first
    alias = first.locator(".alias").inner_text()
    first.focus()
    page.keyboard.press("ArrowRight")
    column(page, "2").locator("button.one", has_text=alias).wait_for()
    assert table_of(kernel, alias) == "2"
    assert page.evaluate("document.activeElement.innerText").startswith(alias)
    assert alias in page.locator(".groups [role=status]").first.inner_text()
    page.keyboard.press("ArrowLeft")
    column(page, "1").locator("button.one", has_text=alias).wait_for()


def test_groups_are_proposed_used_and_the_day_is_chosen(desk):
    page, kernel = desk(25)
    page.click("[data-view=tables]")
    page.get_by_role("button", name=DA["roster_draw"], exact=True).click()
    page.get_by_role("button", name=DA["roster_use"], exact=True).click()
    page.wait_for_selector("button.one")
    assert page.locator(".column").count() == 6  # five tables, and the next one that is free
    page.get_by_role("button", name="2", exact=True).click()
    page.wait_for_function(
        "document.querySelector('[data-key=day-2]').getAttribute('aria-pressed') === 'true'"
    )
    assert kernel.shown.value["day"] == 2


def test_a_new_learning_group_takes_people(desk):
    page, kernel = desk(4)
    page.click("[data-view=learning]")
    page.get_by_label(DA["roster_new_group"]).fill("Tværs")
    page.get_by_role("button", name=DA["roster_new_group_go"]).click()
    chip(page, "Anna Krogh").click()
    page.locator('[data-column="Tværs"] .here').click()
    page.locator('[data-column="Tværs"] button.one').wait_for()
    group = {one["alias"]: one["learning_group"] for one in kernel.shown.value["people"]}
    assert group["Anna Krogh"] == "Tværs"


def test_a_person_is_corrected_and_is_not_drawn_over_while_being_typed(desk):
    page, kernel = desk(3)
    page.locator(".name", has_text="Anna Krogh").click()
    name = page.locator("#roster-set-alias")
    name.fill("Anna Krog")
    page.evaluate("model.save_changes()")
    assert name.input_value() == "Anna Krog"
    name.press("Tab")
    page.wait_for_function("document.querySelector('.person h2').textContent === 'Anna Krog'")
    page.locator("#roster-set-area").select_option("leisure")
    page.get_by_role("button", name=DA["roster_is_absent"]).click()
    page.get_by_role("button", name=DA["roster_is_here"]).wait_for()
    person = next(one for one in kernel.shown.value["people"] if one["alias"] == "Anna Krog")
    assert (person["area"], person["absent"]) == ("leisure", True)


def test_deleting_somebody_for_good_is_asked_once_more(desk):
    page, kernel = desk(2)
    person = kernel.shown.value["people"][0]
    kernel.store.mark("seat", f"p:{person['id']}", {**person, "device": True}, person["id"])
    page.evaluate("model.save_changes()")
    page.locator(".name", has_text=person["alias"]).click()
    page.get_by_role("button", name=DA["roster_forget"].format(alias=person["alias"])).click()
    page.get_by_role("button", name=DA["roster_forget_no"], exact=True).click()
    assert len(kernel.shown.value["people"]) == 2
    page.get_by_role("button", name=DA["roster_forget"].format(alias=person["alias"])).click()
    page.get_by_role("button", name=DA["roster_forget_yes"]).click()
    page.wait_for_function("document.querySelectorAll('.all tbody tr').length === 1")


def test_only_notice_and_cards_reach_the_paper(desk):
    page, _kernel = desk(25)
    page.click("[data-view=print]")
    page.wait_for_selector(".codecard")
    assert page.locator(".codecard").count() == len(NAMES)
    page.emulate_media(media="print")
    assert page.locator(".top, .views, .noprint").locator("visible=true").count() == 0
    box = page.locator(".codecard").first.bounding_box()
    assert 330 < box["width"] < 336  # 88 mm: two beside each other on A4
    page.emulate_media(media="screen")


LONG = pytest.mark.long


@pytest.mark.parametrize(
    "width", [390, *(pytest.param(one, marks=LONG) for one in (320, 768, 1920))]
)
def test_every_view_fits_and_is_accessible(desk, width):
    page, kernel = desk(25, used=True, width=width, locale="da" if width != 768 else "en")
    looked = []
    for view in ("people", "tables", "learning", "print"):
        page.click(f"[data-view={view}]")
        page.wait_for_timeout(50)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found = Axe().run(page).response["violations"]
        looked.append((view, wide, [one["id"] for one in found]))
    kernel.press("read", text=pasted(3) + "\nKim\tRummet\tNord")
    page.evaluate("model.save_changes()")
    page.click("[data-view=people]")
    page.locator(".name").first.click()
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    looked.append(("preview", wide, [one["id"] for one in Axe().run(page).response["violations"]]))
    assert [one for one in looked if one[1] > 0 or one[2]] == []


def test_one_main_button_a_view(desk):
    page, _kernel = desk(25)
    for view in ("tables", "learning", "print"):
        page.click(f"[data-view={view}]")
        page.wait_for_timeout(50)
        assert page.locator(".btn.main:visible").count() == 1, view
