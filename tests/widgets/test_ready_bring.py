"""A copy brought back, in a real browser: seen first, then yes, then undo."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.test_readiness_page import DA, READY, presses, ready, show

__all__ = ["show"]
SECRET = "tre sole over fjorden"


def said(text):
    return {"da": text, "en": text}


def copy(file, *, locked=False):
    return {"file": file, "locked": locked, "when": said(f"når {file}"), "size": said("45 kB")}


COPIES = [copy("f.locked", locked=True), *(copy(f"{name}.sqlite3") for name in "edcba")]
INSIDE = {"people": 23, "sheets": 41, "written": said("mandag"), "older": True}


@pytest.fixture
def part(show):
    """Give a function that opens the part; `page` hangs on what it gives."""

    def opened(*, width=1440, theme="light", locale="da", fold=True, **more):
        page = show("readiness", ready(**more), width=width, theme=theme, locale=locale)
        if fold:
            page.locator(".bring summary").click()
        return page.locator(".bring")

    return opened


def give(part, **more):
    part.page.evaluate("(more) => window.give(more)", more)


def button(part, word):
    return part.get_by_role("button", name=DA[word])


def test_the_newest_copies_are_offered_and_the_rest_on_request(part):
    shown = part(copies=COPIES)
    assert shown.locator("input:checked").input_value() == "f.locked"
    assert "45 kB, låst" in shown.inner_text()
    assert shown.locator("input[type=radio]").count() == 5
    shown.get_by_role("button", name=DA["ready_bring_all"].format(n=6)).click()
    assert shown.locator("input[type=radio]").count() == 7
    assert shown.page.evaluate("document.activeElement.value") == "b.sqlite3"
    assert shown.get_by_role("button").count() == 1


def test_until_somebody_chooses_it_is_the_newest_and_then_it_stays(part):
    shown = part(copies=[])
    assert DA["ready_bring_none"] in shown.inner_text()
    assert shown.get_by_label(DA["ready_bring_path"]).is_visible()
    give(shown, copies=COPIES[2:])
    assert shown.locator("input:checked").input_value() == "d.sqlite3"
    shown.get_by_text("når c.sqlite3").click()
    give(shown, copies=COPIES)
    assert shown.locator("input:checked").input_value() == "c.sqlite3"
    assert shown.page.evaluate("document.activeElement.value") == "c.sqlite3"


def test_a_passphrase_is_asked_for_where_it_may_be_needed_and_does_not_stay(part):
    shown = part(copies=COPIES)
    secret = shown.get_by_label(DA["ready_bring_secret"])
    secret.fill(SECRET)
    button(shown, "ready_bring_see").click()
    assert presses(shown.page, "see")[0] == {
        "n": 2, "button": "see", "file": "f.locked", "passphrase": SECRET,
    }  # fmt: skip
    assert secret.input_value() == ""
    shown.get_by_text("når e.sqlite3").click()
    assert secret.is_hidden()


def test_a_copy_on_a_stick_is_named_by_its_path(part):
    shown = part(copies=COPIES)
    shown.get_by_text(DA["ready_bring_own"]).click()
    path = shown.get_by_label(DA["ready_bring_path"])
    assert path.evaluate("(one) => one === document.activeElement")
    path.fill(" /media/usb/x.zip ")
    button(shown, "ready_bring_see").click()
    assert presses(shown.page, "see")[0]["file"] == "/media/usb/x.zip"


def test_seen_then_yes_then_undo_by_keys_alone(part):
    shown = part(copies=COPIES[1:])
    page = shown.page
    button(shown, "ready_bring_see").focus()
    page.keyboard.press("Enter")
    give(shown, busy="see")
    assert shown.get_by_role("status").inner_text() == DA["ready_bring_seeing"]
    page.keyboard.press("Enter")
    assert len(presses(page, "see")) == 1
    give(shown, busy=None, seen={"file": "e.sqlite3", **INSIDE})
    told = shown.locator("details .found").inner_text()
    facts = ("når e.sqlite3", "23", "41", "mandag", DA["ready_bring_older"], DA["ready_bring_sure"])
    assert all(one in told for one in facts)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert presses(page, "bring")
    give(shown, busy="bring")
    assert shown.get_by_role("status").inner_text() == DA["ready_bring_doing"]
    give(shown, busy=None, seen=None, waiting=INSIDE)
    assert DA["ready_bring_waits_say"] in shown.inner_text()
    assert page.evaluate("document.activeElement.textContent") == DA["ready_bring_undo"]
    page.keyboard.press("Enter")
    assert presses(page, "cancel")
    give(shown, waiting=None)
    assert shown.get_by_role("status").inner_text() == DA["ready_bring_undone"]
    assert page.evaluate("document.activeElement.textContent") == DA["ready_bring"]


def test_yes_is_only_for_the_copy_that_was_seen(part):
    shown = part(copies=COPIES, seen={"file": "f.locked", **INSIDE})
    assert button(shown, "ready_bring_do").is_visible()
    shown.get_by_text("når d.sqlite3").click()
    assert button(shown, "ready_bring_do").is_hidden()


def test_what_waits_is_said_after_a_reload_before_anything_is_opened(part):
    shown = part(copies=COPIES, waiting=INSIDE, fold=False)
    assert DA["ready_bring_waits"] in shown.inner_text()
    assert shown.locator("summary").is_hidden()


def test_a_refusal_is_in_sight_where_the_page_is_long(part):
    shown = part(copies=COPIES, width=390)
    button(shown, "ready_bring_see").click()
    give(shown, note=said("Kopien er i stykker."))
    top = shown.page.get_by_text("Kopien er i stykker.").bounding_box()["y"]
    assert 0 <= top < 200
    assert shown.page.evaluate("scrollY") > 200


def test_alone_nothing_is_offered(part):
    assert part(can=False, fold=False).is_hidden()


@pytest.mark.parametrize(("width", "theme"), [(390, "light"), (1920, "dark")])
@pytest.mark.parametrize(
    "value",
    [
        {"copies": []},
        {"copies": COPIES, "busy": "see"},
        {"copies": COPIES, "seen": {"file": "f.locked", **INSIDE}},
        {"copies": COPIES, "waiting": INSIDE, "note": said("Nej.")},
    ],
    ids=["none", "seeing", "seen", "waits"],
)
def test_every_state_is_accessible_and_never_scrolls_sideways(part, value, width, theme):
    shown = part(width=width, theme=theme, locale="en", fold="waiting" not in value, **value)
    page = shown.page
    assert READY["en"]["ready_bring" if "waiting" not in value else "ready_bring_waits"] in (
        shown.inner_text()
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.evaluate(
        """[...document.querySelectorAll(".bring :is(button, .choice, .input, summary)")]
        .filter((one) => one.offsetParent && Math.min(one.offsetWidth, one.offsetHeight) < 44)
        .map((one) => one.outerHTML)"""
    )
    assert small == []
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
