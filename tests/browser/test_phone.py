"""The exercise on a phone, as a participant meets it: in a real browser, against the real room."""

from __future__ import annotations

import re
import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import PAGE

SAVED = re.compile(r"Gemt kl\. \d+\.\d\d")


def kept(room, alias="Anna"):
    return room.kept(alias)


def write(page, text, label="Fra a til b: Hvad sagde de?"):
    page.get_by_label(label).locator("visible=true").fill(text)


def test_joining_takes_a_name_a_table_and_one_press(browser, room):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{room.address}/?k={room.code}")
    page.get_by_label("Navn eller initialer").fill("Birgitte")
    page.get_by_role("radio", name="Gruppe 3").check(force=True)
    page.get_by_role("button", name="Deltag").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert room.store.events("seat")[-1].value["alias"] == "Birgitte"
    page.context.close()


def test_the_whole_exercise_goes_by_keyboard(phone, room):
    room.press("stage", stage="individual")
    page = phone()
    for name, keys in (("Inviteret", ["ArrowLeft"] * 3), ("Ønsket", ["ArrowRight", "ArrowUp"])):
        page.locator(".choice button:visible", has_text=name).focus()
        for key in keys:
            page.keyboard.press(key)
    page.get_by_label("Fra a til b: Hvad sagde de?").locator("visible=true").focus()
    page.keyboard.type("Du ved jo, hvad der virker")
    expect(page.locator(".foot .save")).to_have_text(SAVED)
    page.get_by_role("button", name="Del med gruppen").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Træk tilbage fra gruppen")).to_be_visible()
    fields = kept(room)
    assert fields["words.taken"] == "Du ved jo, hvad der virker"
    assert fields["invited"][0] < 0
    assert fields["wished"][1] > 0


def test_a_mark_is_placed_by_tap_and_moved_by_drag(phone, room):
    room.press("stage", stage="individual")
    page = phone()
    field = page.locator(".positioning_map .map:visible").first
    field.evaluate("one => one.scrollIntoView({ block: 'center' })")
    box = field.bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.25)
    expect(page.locator(".foot .save")).to_have_text(SAVED)
    start = kept(room)["invited"]
    pin = field.locator(".pin.invited, .pin[data-mark='invited']").bounding_box()
    page.mouse.move(pin["x"] + pin["width"] / 2, pin["y"] + pin["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + box["height"] * 0.75, steps=5)
    page.mouse.up()
    deadline = time.monotonic() + 5
    while kept(room)["invited"] == start and time.monotonic() < deadline:
        page.wait_for_timeout(50)
    end = kept(room)["invited"]
    assert start[0] < 0 < start[1]
    assert end[1] < 0 < end[0]


def test_the_line_gone_is_said_within_five_seconds_and_nothing_is_lost(phone, room):
    room.press("stage", stage="individual")
    page = phone()
    write(page, "før bruddet")
    expect(page.locator(".foot .save")).to_have_text(SAVED)
    gone = time.monotonic()
    room.kill()
    expect(page.locator(".banner")).to_contain_text("Ingen forbindelse", timeout=5000)
    assert time.monotonic() - gone < 5
    write(page, "skrevet uden forbindelse")
    expect(page.locator(".foot .save")).to_contain_text("Ikke gemt endnu")
    room.start()
    expect(page.locator(".banner")).to_be_hidden(timeout=10_000)
    expect(page.locator(".foot .save")).to_have_text(SAVED)
    assert kept(room)["words.taken"] == "skrevet uden forbindelse"


def test_after_a_reload_without_a_line_the_text_is_still_sent(phone, room):
    room.press("stage", stage="individual")
    page = phone()
    write(page, "lå kun på enheden")
    page.evaluate("document.activeElement.blur()")
    room.kill()
    room.start()
    page.reload()
    expect(page.locator(".foot .save")).to_have_text(SAVED)
    assert kept(room)["words.taken"] == "lå kun på enheden"


def test_the_page_follows_the_room_but_never_takes_a_half_written_field_away(phone, room):
    room.press("stage", stage="individual")
    page = phone()
    expect(page.locator("html")).to_have_attribute("data-stage", "individual")
    page.get_by_label("Fra a til b: Hvad sagde de?").locator("visible=true").focus()
    page.keyboard.type("midt i en sæ")
    room.press("stage", stage="group")
    expect(page.locator(".banner")).to_contain_text("Gruppe")
    expect(page.locator("html")).to_have_attribute("data-stage", "individual")
    page.get_by_role("button", name="Følg med").click()
    expect(page.locator("html")).to_have_attribute("data-stage", "group")
    room.press("stage", stage="plenary")
    expect(page.locator("html")).to_have_attribute("data-stage", "plenary")


def test_two_phones_of_a_table_fill_the_same_sheet(phone, room):
    room.press("stage", stage="group")
    anna, bo = phone("Anna"), phone("Bo")
    anna.locator(".field_sheet:visible textarea").first.fill("Bare sig, hvad vi skal gøre")
    anna.locator(".field_sheet:visible textarea").first.blur()
    expect(bo.locator(".field_sheet:visible textarea").first).to_have_value(
        "Bare sig, hvad vi skal gøre"
    )


def test_words_of_a_participant_are_never_markup(phone, room):
    room.press("stage", stage="individual")
    anna = phone("<img src=x onerror=document.title='hit'>"[:30])
    write(anna, "<b onclick=alert(1)>fed</b>")
    expect(anna.locator(".foot .save")).to_have_text(SAVED)
    anna.get_by_role("button", name="Del med gruppen").click()
    room.press("stage", stage="group")
    bo = phone("Bo")
    bo.locator(".told details.card summary").first.click()
    expect(bo.locator(".told details.card")).to_contain_text("<img src=x")
    expect(bo.locator(".told details.card")).to_contain_text("<b onclick=alert(1)>fed</b>")
    assert bo.locator("details.card img, details.card b[onclick]").count() == 0


def test_the_language_changes_at_once_and_keeps_what_is_written(phone, room):
    room.press("stage", stage="individual")
    page = phone()
    write(page, "på dansk")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_label("From a to b").locator("visible=true")).to_have_value("på dansk")
    expect(page.get_by_role("button", name="Share with the group")).to_be_visible()


def test_no_page_asks_another_host(phone, room):
    room.press("stage", stage="individual")
    page = phone()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("/", "/card", "/seat", "/return", f"/page/{PAGE}"):
        page.goto(room.address + path)
        page.wait_for_load_state("networkidle")
    hosts = {url.split("/")[2] for url in asked if not url.startswith(("data:", "blob:"))}
    assert hosts == {room.address.split("/")[2]}


@pytest.mark.parametrize("stage", ["talk", "individual", "group", "plenary"])
@pytest.mark.parametrize(
    "width", [320, *(pytest.param(one, marks=pytest.mark.long) for one in (390, 768, 1920))]
)
def test_the_exercise_has_no_barrier(phone, room, stage, width):
    room.press("stage", stage=stage)
    page = phone(width=width)
    expect(page.locator("html")).to_have_attribute("data-stage", stage)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", ["/?new=1", "/return", "/card", "/seat", "/now?first=1"])
def test_the_rooms_own_pages_have_no_barrier(phone, room, path):
    page = phone()
    for width in (320, 768):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(room.address + path)
        if path.startswith("/now"):  # the exercise's page writes its words when it has a line
            page.wait_for_selector(".stage [aria-current], .seat *")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def violations(page):
    """Give what axe finds with the whole page in view: what scrolls under the foot is no target."""
    page.set_viewport_size({"width": page.viewport_size["width"], "height": 5000})
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    )
    return [
        f"{one['id']}: {node['html'][:120]}"
        for one in found.response["violations"]
        for node in one["nodes"]
    ]
