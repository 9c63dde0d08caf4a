"""Paper typed in, in a real browser at a real room: by keys alone, on phone, tablet and laptop."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import EXERCISE, RoomProcess
from workshops.room.typed import late
from workshops.room.typed.key import link
from workshops.words import sentence, words

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
DA = words("da")


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """Give one room for them all; each test types at a table of its own."""
    one = RoomProcess(tmp_path_factory.mktemp("typed") / "data")
    one.press("stage", stage="group", minutes=30)
    yield one
    one.stop()


@pytest.fixture
def desk(browser, room):
    """Give a call that comes by the desk's link and opens a table's sheet; no script may fail."""
    contexts, wrong = [], []

    def opened(table="1", exercise=EXERCISE, width=768, lang="da", theme="light"):
        context = browser.new_context(viewport={"width": width, "height": 900})
        contexts.append(context)
        chosen = {"lang": lang, "theme": theme}
        context.add_cookies([{"name": n, "value": v, "url": room.inner} for n, v in chosen.items()])
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(link(room.inner, room.token))
        page.goto(f"{room.inner}/type/{exercise}/{table}")
        page.wait_for_selector("#far:not(:empty)")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def saved(page, code):
    page.get_by_text(sentence("typed_saved_code", code=code), exact=True).wait_for()


def field(page, code):
    return page.locator(f'[data-code="{code}"]')


def focused(page):
    return page.evaluate("document.activeElement.dataset.code || document.activeElement.id")


def kept(room, table):
    sheets = [one for one in room.store.released(EXERCISE) if one.subject == f"g:{table}"]
    return sheets[0].fields if sheets else None


def test_a_sheet_is_typed_in_by_keys_alone_and_shared_when_the_group_said_yes(desk, room):
    page = desk("1")
    assert focused(page) == "A1"
    page.keyboard.type("Et møde, der gik i stå")
    page.keyboard.press("Enter")
    saved(page, "A1")
    page.keyboard.type("c4")
    page.keyboard.press("Enter")
    saved(page, "B1")
    assert field(page, "B1").input_value() == "C4"
    page.keyboard.press("Escape")
    page.keyboard.type("e2")
    page.keyboard.press("Enter")
    assert focused(page) == "E2"
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    saved(page, "E2")
    assert "Genforhandlede" in page.locator(".line", has=field(page, "E2")).inner_text()
    page.keyboard.press("Escape")
    page.keyboard.type("f1")
    page.keyboard.press("Enter")
    page.keyboard.type("Når nogen siger stop")
    for _ in range(3):
        page.keyboard.press("Enter")
    assert focused(page) == "F2a"
    page.keyboard.press("Enter")
    assert focused(page) == "G1"
    page.get_by_text(sentence("typed_far", n=4, all=21), exact=True).wait_for()
    page.get_by_role("button", name=DA["ui_release"]).click()
    page.get_by_text(DA["typed_no_yes"]).wait_for()
    assert kept(room, "1") is None
    page.get_by_label(DA["typed_yes"]).check()
    page.get_by_role("button", name=DA["ui_release"]).click()
    page.get_by_role("button", name=DA["typed_withdraw"]).wait_for()
    found = kept(room, "1")
    assert (found["episode"], found["invited"]) == ("Et møde, der gik i stå", [-3, -2])
    assert found["lines.#"] == ["p1"]
    page.get_by_label(DA["typed_example"]).check()
    page.get_by_text(DA["typed_is_example"]).wait_for()
    page.reload()
    page.wait_for_selector("#far:not(:empty)")
    assert page.get_by_label(DA["typed_example"]).is_checked()
    assert field(page, "F1a").input_value() == "Når nogen siger stop"


def test_what_cannot_be_read_stays_with_a_sentence_until_it_is_put_right(desk):
    page = desk("2")
    field(page, "B2").fill("L14")
    field(page, "B2").press("Enter")
    wrong = page.locator(".line", has=field(page, "B2")).locator(".wrong")
    wrong.get_by_text(sentence("typed_no_square", code="B2")).wait_for()
    assert focused(page) == "B2"
    assert field(page, "B2").input_value() == "L14"
    field(page, "B2").fill("k11")
    field(page, "B2").press("Enter")
    saved(page, "B2")
    assert wrong.inner_text() == ""
    page.get_by_role("button", name=DA["ui_undo"]).click()
    page.get_by_text(DA["typed_undone"]).wait_for()
    assert field(page, "B2").input_value() == ""


def test_a_scribe_types_for_the_own_table_and_late_only_with_the_trainers_yes(phone, room, desk):
    page = phone("Anna", "4", width=390)
    page.goto(f"{room.address}/type/{EXERCISE}")
    field(page, "A1").fill("skrevet ved bordet")
    field(page, "A1").press("Enter")
    saved(page, "A1")
    room.press("close", exercise=EXERCISE)
    page.reload()
    page.get_by_text(DA["typed_closed"]).wait_for()
    assert field(page, "A1").get_attribute("readonly") is not None
    laptop = desk("4")
    assert laptop.get_by_text(DA["typed_group_wrote"]).count() == 1
    assert "skrevet ved bordet" not in laptop.content()
    laptop.get_by_role("button", name=DA["typed_late_allow"]).click()
    laptop.get_by_role("button", name=DA["typed_late_stop"]).wait_for()
    page.reload()
    field(page, "C1").fill("også bagefter")
    field(page, "C1").press("Enter")
    saved(page, "C1")
    late.allow(room.store, EXERCISE, False, "test")
    room.press("open", exercise=EXERCISE)


def test_a_field_waits_while_the_room_is_away_and_is_then_saved_once(desk, page_off):
    page = desk("5")
    page_off(page, True)
    field(page, "A1").fill("uden net")
    field(page, "A1").press("Enter")
    page.get_by_text(DA["typed_waits"]).wait_for()
    page_off(page, False)
    saved(page, "A1")


@pytest.fixture
def page_off():
    return lambda page, off: page.context.set_offline(off)


def test_nobody_without_the_key_comes_to_the_desks_page(browser, room):
    context = browser.new_context()
    for path in ("/type", f"/type/{EXERCISE}/1", "/type?key=wrong"):
        assert context.request.get(f"{room.inner}{path}").status == 403
        assert context.request.get(f"{room.address}{path}").status in (403, 404)
    sent = {"code": "A1", "text": "fremmed", "key": "12345678", "seen": 0}
    assert context.request.post(f"{room.inner}/type/{EXERCISE}/1/put", data=sent).status == 403
    context.request.get(link(room.inner, room.token))
    elsewhere = {"Origin": "http://elsewhere.test"}
    for headers in (elsewhere, {}):
        answer = context.request.post(
            f"{room.inner}/type/{EXERCISE}/1/put", data=sent, headers=headers
        )
        assert answer.status == 403
    host = {"Host": "evil.test"}
    assert context.request.get(f"{room.inner}/type", headers=host).status == 403
    context.close()


def test_the_desk_chooses_an_exercise_and_a_table_and_goes_on_to_the_next(desk):
    page = desk("6")
    page.get_by_role("link", name=DA["typed_other"]).click()
    page.get_by_label(DA["typed_exercise"]).select_option("three_domains")
    page.get_by_label(DA["typed_table"]).select_option("7")
    page.get_by_role("button", name=DA["typed_begin"]).click()
    page.wait_for_url("**/type/three_domains/7")
    page.get_by_role("link", name=sentence("take_group", n=8)).click()
    page.wait_for_url("**/type/three_domains/8")


WORDS = '</script><img src=x onerror="window.bad=1">{{ 1+1 }}'


def test_peoples_words_are_only_words(desk):
    page = desk("9")
    field(page, "A1").fill(WORDS)
    field(page, "A1").press("Enter")
    saved(page, "A1")
    page.reload()
    page.wait_for_selector("#far:not(:empty)")
    assert field(page, "A1").input_value() == WORDS
    assert page.evaluate("window.bad") is None


@pytest.mark.looks
@pytest.mark.parametrize(
    ("width", "lang", "theme"), [(320, "da", "light"), (390, "en", "dark"), (1920, "da", "dark")]
)
@pytest.mark.parametrize("exercise", [EXERCISE, "stuck_utterance"])
def test_axe_finds_nothing_and_nothing_is_cut_off(desk, exercise, width, lang, theme):
    page = desk("10", exercise, width, lang, theme)
    first = page.locator("[data-code][placeholder]").first
    first.fill("99999")
    first.press("Enter")
    page.locator('[aria-invalid="true"]').wait_for()
    assert Axe().run(page, options=AXE).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_axe_finds_nothing_on_the_choice(desk, room):
    page = desk("10", width=390)
    page.goto(f"{room.inner}/type")
    assert Axe().run(page, options=AXE).response["violations"] == []
