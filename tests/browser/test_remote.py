"""The remote on a trainer's phone, in a real browser at a real room."""

from __future__ import annotations

import re

import pytest

from workshops.room import remote_codes
from workshops.words import words

DAY = "day1_context"
DA = words("da")


@pytest.fixture
def remote(browser, room):
    """Give a call that makes a fresh phone the remote; no script may fail on it."""
    contexts, wrong = [], []

    def taken(width=390, lang="da", theme="light"):
        context = browser.new_context(viewport={"width": width, "height": 844})
        contexts.append(context)
        chosen = {"lang": lang, "theme": theme}
        context.add_cookies(
            [{"name": name, "value": one, "url": room.address} for name, one in chosen.items()]
        )
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        remote_codes.offer(room.store, DAY)
        key = room.store.events("remote")[-1].value["key"]
        page.goto(f"{room.address}/remote?k={key}")
        page.get_by_role("button", name=words(lang)["remote_take"]).click()
        page.wait_for_selector(".remote-acts")
        return page

    yield taken
    for context in contexts:
        context.close()
    assert wrong == []


def wait_for(page, text):
    page.get_by_text(text, exact=True).first.wait_for()


def test_the_remote_shows_now_next_notes_clock_and_groups(remote, phone):
    phone("Anna", "3")
    page = remote()
    text = page.locator("#remote").inner_text()
    assert page.get_by_role("heading", level=1).inner_text() == "Positionering"
    for said in ("desk_cues", "desk_groups", "desk_stage_plenary"):
        assert DA[said] in text
    assert re.search(r"\d+:\d\d", page.locator(".timer").inner_text())
    assert DA["desk_group"].format(n=3) in text
    assert "Anna" not in text
    assert page.locator(".btn.main:visible").count() == 1


def test_a_press_on_the_phone_moves_the_room_and_the_phone_follows_the_desk(remote, room):
    page = remote()
    page.get_by_role("button", name=DA["desk_to_individual"]).dblclick()
    wait_for(page, DA["desk_to_group"])
    moved = [one.value for one in room.store.events("run") if one.who == "remote"]
    assert [one["stage"] for one in moved] == ["individual"]
    room.press("stage", stage="group", minutes=34)
    wait_for(page, DA["desk_to_plenary"])
    page.get_by_role("button", name=DA["ui_pause"]).click()
    wait_for(page, DA["desk_paused"])
    page.get_by_role("button", name=DA["desk_resume"]).click()
    page.get_by_role("button", name=DA["desk_wall_dark"]).click()
    wait_for(page, DA["desk_wall_light"])


def test_a_raised_hand_stands_on_top_until_it_is_seen(remote, room, phone):
    phone("Anna", "3")
    page = remote()
    room.store.mark("help", "g:3", True, "somebody")
    wait_for(page, DA["remote_hand"].format(n=3))
    page.get_by_role("button", name=DA["remote_lower_label"].format(n=3)).click()
    page.get_by_text(DA["remote_hand"].format(n=3)).wait_for(state="detached")


def test_a_dead_line_is_said_and_a_press_without_an_answer_too(remote, room):
    page = remote()
    room.kill()
    wait_for(page, DA["remote_offline"])
    page.get_by_role("button", name=DA["desk_more_label"]).click()
    wait_for(page, DA["remote_lost"])
    room.start()
    page.get_by_text(DA["remote_offline"]).wait_for(state="hidden")
    with page.expect_response("**/remote/press") as answer:
        page.get_by_role("button", name=DA["desk_more_label"]).click()
    assert answer.value.status == 200
    page.get_by_text(DA["remote_lost"]).wait_for(state="hidden")
    assert [one.value["button"] for one in room.store.events("run") if one.who == "remote"] == [
        "more"
    ]


def test_whoever_has_no_code_is_told_kindly_what_the_page_is(browser, room):
    context = browser.new_context()
    page = context.new_page()
    assert page.goto(f"{room.address}/remote").status == 403
    assert DA["remote_none"] in page.locator("main").inner_text()
    context.close()


@pytest.mark.parametrize(
    ("width", "lang", "theme"),
    [
        (390, "da", "light"),
        (320, "en", "dark"),
        *[
            pytest.param(*one, marks=pytest.mark.long)
            for one in [(320, "da", "light"), (390, "en", "dark"), (768, "da", "light"),
                        (1920, "en", "light")]
        ],
    ],
)  # fmt: skip
def test_every_width_is_accessible_and_never_scrolls_sideways(remote, room, width, lang, theme):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - browser tests only

    page = remote(width, lang, theme)
    room.store.mark("help", "g:3", True, "somebody")
    page.get_by_text(words(lang)["remote_more"]).click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.evaluate(
        """[...document.querySelectorAll("#remote button, #remote summary")]
        .filter((one) => one.offsetParent && Math.min(one.offsetWidth, one.offsetHeight) < 44)
        .map((one) => one.outerHTML)"""
    )
    assert small == []
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_a_group_that_has_shared_is_put_on_the_wall_from_the_phone(remote, phone, room):
    room.press("go", block="positioning")
    room.press("stage", stage="group")
    sheet = phone("Anna", "3")
    sheet.get_by_label("Rettigheder").locator("visible=true").first.fill("Vi må spørge")
    sheet.locator(".foot .save", has_text="Gemt kl.").wait_for()
    sheet.get_by_role("button", name="Del i plenum").click()
    sheet.get_by_role("button", name="Ikke endnu").wait_for()
    sheet.get_by_role("button", name="Del i plenum").click()
    sheet.get_by_role("button", name="Træk tilbage fra plenum").wait_for()
    room.press("stage", stage="plenary")
    page = remote()
    spot = page.get_by_role("button", name=DA["desk_spotlight_group"].format(n="3"))
    spot.click()
    page.get_by_role("button", name=DA["desk_spotlight_all"]).click()
    page.get_by_role("button", name=DA["desk_spotlight_all"]).wait_for(state="hidden")
    spots = [one.value for one in room.store.events("run") if one.value["button"] == "spotlight"]
    assert [one["table"] for one in spots] == ["3", None]
