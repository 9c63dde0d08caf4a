"""A sheet as one file: it asks nobody, it runs without the kit, and words stay words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.rooms import address, in_a_room
from workshops import theme
from workshops.bots import Bot
from workshops.exercises import exercise
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ONE = exercise("next_meeting")
NASTY = "</script><img src=x onerror=window.hit=1>{0}"
VALUE = {
    "meeting": f"Møde {NASTY}",
    "intention": NASTY,
    "points": [{"id": "a1", "what": "Rammen", "minutes": 5}, {"id": "b1", "what": "Vælg"}],
}


def made(value: dict[str, Any], language: str = "da") -> str:
    options = {**ONE.options("individual"), "locale": language}
    told = words(language) | ONE.words[language]
    title = str(value.get("meeting", "Møde"))
    return theme.alone("meeting_frame", value, words=told, options=options, title=title)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_file_runs_a_meeting_without_asking_anybody(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    file = tmp_path / "meeting.html"
    file.write_text(made(VALUE, language), encoding="utf-8")
    page = browser.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.on("pageerror", lambda one: faults.append(str(one)))
    page.goto(file.as_uri())
    page.get_by_role("button", name=ONE.words[language]["live_begin"]).click()
    page.get_by_role("button", name=ONE.words[language]["live_next"]).click()
    assert page.locator("#sheet .live h2").inner_text() == "Vælg"
    assert page.evaluate("window.hit") is None
    assert page.locator("#sheet textarea").nth(1).input_value() == NASTY
    assert [one for one in asked if not one.startswith(("file:", "data:"))] == []
    assert faults == []
    page.emulate_media(media="print")
    assert page.locator("#poster .agenda li").count() == 2
    assert page.locator("#sheet").is_hidden()
    page.close()


def test_a_changed_file_is_saved_as_a_new_one_that_holds_the_changes(
    browser: Browser, tmp_path: Path
) -> None:
    file, copy = tmp_path / "meeting.html", tmp_path / "copy.html"
    file.write_text(made(VALUE), encoding="utf-8")
    first = browser.new_context().new_page()
    first.goto(file.as_uri())
    first.locator("#sheet textarea").nth(1).fill("Nu hedder det <b>noget andet</b>")
    with first.expect_download() as saved:
        first.get_by_role("button", name=words("da")["alone_keep"]).click()
    saved.value.save_as(copy)
    first.context.close()
    again = browser.new_context().new_page()  # a browser that remembers nothing
    again.goto(copy.as_uri())
    again.wait_for_selector("#sheet textarea")
    held = again.locator("#sheet textarea").nth(1).input_value()
    assert held == "Nu hedder det <b>noget andet</b>"
    assert again.evaluate("window.hit") is None
    again.context.close()


def test_only_those_at_the_table_get_its_file(tmp_path: Path) -> None:
    async def play(room: Any) -> None:
        room.store.mark("run", "day3_facilitation", {"button": "go", "block": "idoart"}, "test")
        anna, eve = Bot(address(room), "Anna", "1"), Bot(address(room), "Eve", "2")
        for bot in (anna, eve):
            await bot.join(room.hall.code)
            await bot.connect("day3_facilitation/05_idoart", [ONE.id])
        await anna.put(ONE.id, "group", "intention", "Kun ved bord et")
        await anna.put(ONE.id, "me", "intention", "Kun for Anna")
        own = await anna.get(f"/take/{ONE.id}/group.html")
        assert "Kun ved bord et" in own.text
        assert "Kun for Anna" in (await anna.get(f"/take/{ONE.id}/me.html")).text
        for whose in ("me", "group"):
            other = await eve.get(f"/take/{ONE.id}/{whose}.html")
            assert other.code == 200
            assert "Kun" not in other.text.split('id="told">')[1].split('"words"')[0]
            assert "bord et" not in other.text
            assert "for Anna" not in other.text

    in_a_room(tmp_path, play)
