"""The cockpit in a real browser, on a made-up day: a fake model stands in for the kernel."""

import re
from pathlib import Path

import pytest

from widgets.cockpit import Cockpit
from widgets.front_end import FOLDER, front_end
from workshops.dashboards.desk_facts import desk_words, qr

FILE = FOLDER / "cockpit" / "__init__.py"
DA = desk_words()["da"]
PAGE = """<!doctype html><html lang="da" data-surface="desk" data-theme="light"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Styring</title><style>%s
%s
body { margin: 0; background: var(--c-ground); }</style></head>
<body><main id="el"></main></body></html>"""
START = """async ([code, data]) => {
  const heard = {};
  const tell = (name) => (heard[`change:${name}`] || []).forEach((one) => one());
  window.presses = [];
  window.silent = false;
  window.model = {
    get: (name) => data[name],
    set(name, value) { data[name] = value; },
    on(event, one) { (heard[event] = heard[event] || []).push(one); },
    off(event, one) { heard[event] = (heard[event] || []).filter((other) => other !== one); },
    save_changes() {
      window.presses.push(data.pressed);
      if (!window.silent) setTimeout(() => window.give({ heard: data.pressed.n }), 5);
    },
  };
  window.give = (part) => { data.value = { ...data.value, ...part }; tell("value"); };
  window.heard = heard;
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const view = (await import(url)).default;
  window.leave = view.render({ model: window.model, el: document.getElementById("el") });
}"""


def group(**numbers):
    return {"here": 5, "written": 3, "done": 0, "ready": 0, "released": 0, "help": 0, **numbers}


def state(**now):
    return {
        "day": "day1_context",
        "day_title": {"da": "Konsulent i kontekst", "en": "Consultant in context"},
        "block": "positioning",
        "block_title": {"da": "Positionering", "en": "Positioning"},
        "exercise": "stuck_episode",
        "page": "day1_context/05_positioning",
        "stage": "individual",
        "open": True,
        "timer": None,
        "now": None,
        "dark": False,
        "theme": "light",
        "spotlight": None,
        "joined": 25,
        "join": {"address": "192.168.8.2:8080", "code": "K7MQ4X"},
        **now,
    }


def value(**more):
    steps = [
        {"stage": "individual", "minutes": 6},
        {"stage": "group", "minutes": 34},
        {"stage": "plenary", "minutes": 15},
    ]
    blocks = [
        {"id": "welcome", "title": {"da": "Velkommen", "en": "Welcome"}, "minutes": 30},
        {
            "id": "positioning",
            "title": {"da": "Positionering", "en": "Positioning"},
            "minutes": 67,
            "stages": steps,
            "cues": {"da": ["Der er ikke noget godt hjørne."], "en": ["There is no good corner."]},
        },
        {"id": "lenses", "title": {"da": "Magtbrillen", "en": "The power lens"}, "minutes": 35},
    ]
    groups = {"1": group(done=5), "2": group(), "3": group(help=1), "6": group(released=1)}
    return {
        "state": state(),
        "blocks": blocks,
        "counts": {"written": 12, "shared": 3, "groups": groups},
        "exports": [
            {"name": "dag.zip", "url": "/exports/dag.zip", "bytes": 18400, "at": "2026-11-26T09:41"}
        ],
        "busy": None,
        "backup": {"at": "2026-11-26T09:40"},
        "qr": qr({"address": "192.168.8.2:8080", "code": "K7MQ4X"}),
        "wall": "/wall",
        "note": None,
        "heard": 0,
        **more,
    }


@pytest.fixture
def desk(browser):
    """Give a function that opens the cockpit with a value; the page is closed afterwards."""
    pages = []

    def opened(shown=None, *, width=1440, height=900, locale="da", theme="light"):
        page = browser.new_page(viewport={"width": width, "height": height})
        pages.append(page)
        page.wrong = []
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        script, style = front_end(str(FILE))
        tokens = (FOLDER / "shared" / "tokens.css").read_text(encoding="utf-8")
        page.set_content(PAGE % (tokens, style))
        page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
        data = {
            "words": desk_words(),
            "options": {"locale": locale},
            "value": shown or value(),
            "pressed": {},
        }
        page.evaluate(START, [script, data])
        page.wait_for_function("window.presses.length > 0")  # the first look
        page.evaluate("window.presses.length = 0")
        return page

    yield opened
    wrong = [error for page in pages for error in page.wrong]
    for page in pages:
        page.close()
    assert not wrong


def fill(word):
    return DA[word].format(day=DA["desk_day"].format(n=1))


def presses(page):
    return page.evaluate("window.presses")


def test_the_front_end_is_one_script_without_imports_and_with_every_name_once():
    script, _style = front_end(str(FILE))
    names = re.findall(r"^(?:const|let|function|async function) (\w+)", script, re.MULTILINE)
    assert "import {" not in script
    assert len(names) == len(set(names))


def test_the_instrument_brings_a_press_trait_of_its_own():
    cockpit = Cockpit()
    assert cockpit.pressed == {}
    assert cockpit.trait_metadata("pressed", "sync")


def test_every_word_of_the_front_end_exists_in_both_languages():
    text = "".join(file.read_text(encoding="utf-8") for file in Path(FILE).parent.glob("*.js"))
    for language, words in desk_words().items():
        missing = [
            key for key in re.findall(r'"((?:desk|ui|exp)_\w*\w)"', text) if key not in words
        ]
        assert [key for key in missing if not key.endswith("_")] == [], language


def test_a_press_carries_its_button_and_a_number_that_counts_up(desk):
    page = desk()
    page.get_by_role("button", name=DA["desk_stage_plenary"]).click()
    page.get_by_role("button", name=DA["ui_close_exercise"]).click()
    page.get_by_role("button", name=DA["desk_wall_dark"]).click()
    sent = presses(page)
    assert [one["button"] for one in sent] == ["stage", "close", "dark"]
    assert sent[0]["stage"] == "plenary"
    assert [one["n"] for one in sent] == [2, 3, 4]


def test_the_main_button_says_the_next_step_and_a_double_click_takes_it_once(desk):
    page = desk()
    page.get_by_role("button", name=DA["desk_to_group"]).dblclick()
    assert [one["stage"] for one in presses(page)] == ["group"]
    assert page.locator(".btn.main:visible").count() == 1


def test_before_the_day_the_desk_says_what_to_do_first(desk):
    none = {"written": 0, "shared": 0, "groups": {}}
    fresh = state(block=None, page=None, exercise=None, joined=0, open=False)
    page = desk(value(state=fresh, counts=none, exports=[], backup=None))
    assert page.get_by_role("heading", level=1).inner_text() == fill("desk_start_title")
    assert DA["desk_groups_empty"] in page.locator(".side").inner_text()
    page.get_by_role("button", name=fill("desk_start")).click()
    assert presses(page)[0]["button"] == "go"
    assert presses(page)[0]["block"] == "welcome"


def test_without_a_plan_nothing_can_be_started(desk):
    page = desk(value(blocks=[], state={}, qr=None))
    assert page.get_by_role("heading", level=1).inner_text() == DA["desk_no_plan_title"]
    assert page.locator(".btn.main").is_disabled()


def test_minutes_are_set_with_enter_and_keep_what_is_being_typed(desk):
    page = desk()
    minutes = page.get_by_label(DA["desk_minutes"], exact=True)
    assert minutes.input_value() == "6"
    minutes.fill("9")
    page.evaluate("(state) => window.give({ state })", state(stage="group"))
    assert minutes.input_value() == "9"
    minutes.press("Enter")
    assert presses(page)[-1] == {"n": 2, "button": "timer", "minutes": 9}


def test_focus_stays_where_it_is_while_the_room_goes_on(desk):
    page = desk()
    for name in (
        DA["desk_to_group"],
        DA["desk_stage_plenary"],
        re.compile("^Magtbrillen"),
        DA["ui_close_exercise"],
    ):
        button = page.get_by_role("button", name=name)
        button.focus()
        button.evaluate("(node) => { window.had = node; }")
        groups = {"1": group(written=5), "2": group(), "4": group(), "6": group(released=1)}
        counts = {"written": 13, "shared": 4, "groups": groups}
        now = state(stage="group", open=False, joined=26)
        page.evaluate(
            "([state, counts]) => window.give({ state, counts, exports: [] })", [now, counts]
        )
        assert page.evaluate("document.activeElement === window.had"), name
        page.evaluate("(state) => window.give({ state })", state())


def test_a_button_that_goes_away_hands_its_focus_on(desk):
    running = {"ends": "2099-01-01T00:00:00+00:00", "minutes": 6}
    page = desk(value(state=state(timer=running)))
    page.get_by_role("button", name=DA["desk_timer_stop"]).focus()
    page.evaluate("(state) => window.give({ state })", state(timer=None))
    assert page.evaluate("document.activeElement.textContent") == DA["desk_timer_start"]


def test_arrow_keys_lead_through_the_blocks_and_only_enter_goes(desk):
    page = desk()
    page.get_by_role("button", name="Positionering").focus()
    page.keyboard.press("ArrowDown")
    assert "Magtbrillen" in page.evaluate("document.activeElement.textContent")
    assert presses(page) == []
    page.keyboard.press("Enter")
    assert presses(page)[0]["block"] == "lenses"
    assert page.locator(".plan button[tabindex='0']").count() == 1


def test_the_clock_is_the_rooms_and_at_zero_the_desk_rounds_off_calmly(desk):
    page = desk()
    soon = """(state) => {
      const room = Date.now() + 3600e3;  // this device is an hour behind
      const iso = (moment) => new Date(moment).toISOString();
      const timer = { ends: iso(room + %d), minutes: 6 };
      window.give({ state: { ...state, now: iso(room), timer } });
    }"""
    page.evaluate(soon % 125_000, state())
    assert page.locator(".timer").inner_text() == "2:05"
    assert page.locator(".clockrow [aria-live]").inner_text() == DA["desk_time_left_other"].format(
        n=3
    )
    page.evaluate(soon % -1000, state())
    assert page.locator(".timer").inner_text() == DA["desk_time_up"]
    assert page.locator(".clockrow [aria-live]").inner_text() == DA["desk_time_up"]


def test_a_group_with_its_hand_up_is_told_apart_by_a_word(desk):
    page = desk()
    row = page.locator(".groups li").nth(2)
    assert DA["desk_group"].format(n=3) in row.inner_text()
    assert DA["desk_help"] in row.inner_text()


def test_a_released_group_can_be_lifted_out_in_plenary_and_put_back(desk):
    page = desk()
    spot = page.get_by_role("button", name=DA["desk_spotlight_group"].format(n=6))
    assert spot.is_disabled()
    page.evaluate("(state) => window.give({ state })", state(stage="plenary"))
    spot.click()
    page.evaluate("(state) => window.give({ state })", state(stage="plenary", spotlight="6"))
    assert spot.get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name=DA["desk_spotlight_all"]).click()
    assert [one["table"] for one in presses(page)] == ["6", None]


def test_titles_are_text_and_never_markup(desk):
    evil = {"da": "<img src=x onerror=alert(1)>", "en": "x"}
    page = desk(value(blocks=[{"id": "positioning", "title": evil, "minutes": 5}]))
    assert page.locator("#el img").count() == 0
    assert evil["da"] in page.get_by_role("heading", level=1).inner_text()


def test_the_language_changes_at_once_and_the_toggle_keeps_focus(desk):
    page = desk()
    page.get_by_role("button", name="English").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Positioning"
    assert page.locator("#el").get_attribute("lang") == "en"
    assert page.evaluate("document.activeElement.textContent") == "English"
    assert presses(page) == []


def test_an_unanswered_press_is_said(desk):
    page = desk()
    page.evaluate("window.silent = true")
    page.get_by_role("button", name=DA["desk_wall_dark"]).click()
    assert page.get_by_role("alert").inner_text() == ""
    page.evaluate("(later) => { Date.now = () => later; }", page.evaluate("Date.now()") + 5000)
    page.evaluate("window.give({})")
    assert page.get_by_role("alert").inner_text() == DA["desk_unheard"]
    page.evaluate("window.give({ heard: 99 })")
    assert page.get_by_role("alert").inner_text() == ""


def test_files_of_the_export_are_links_and_progress_is_said(desk):
    page = desk(value(busy={"what": "export", "done": 3, "of": 12}))
    assert page.get_by_role("link", name="dag.zip").get_attribute("href") == "/exports/dag.zip"
    bar = page.get_by_role("progressbar")
    assert (bar.get_attribute("aria-valuenow"), bar.get_attribute("aria-valuemax")) == ("3", "12")
    assert DA["desk_exporting"].format(done=3, of=12) in page.locator(".out").inner_text()


def test_the_export_comes_in_the_language_of_the_desk(desk):
    page = desk(value(state=state(block="lenses")), locale="en")
    page.locator(".btn.main").click()
    page.locator(".out .btn").first.click()
    sent = [(one["button"], one["language"]) for one in presses(page)]
    assert sent == [("export", "en"), ("export", "en")]


def agenda(**states):
    """Give the day as the room tells it; all blocks are to come unless told otherwise."""
    return [
        {**one, "at": at, "state": states.get(one["id"], "later"), "kind": "block"}
        for one, at in zip(value()["blocks"], ("9.00", "9.30", "10.37"), strict=True)
    ]


RUNNING = {"welcome": "done", "positioning": "now", "lenses": "next"}


def test_the_day_stands_by_the_clock_and_says_how_late_it_is(desk):
    clock = {"behind": 4, "ends": "15.34", "planned": "15.30"}
    page = desk(value(state=state(agenda=agenda(**RUNNING), clock=clock)))
    rows = page.locator(".plan [data-block]")
    assert rows.nth(2).inner_text().split("\n")[:2] == ["10.37", "Magtbrillen"]
    assert rows.nth(1).get_attribute("aria-current") == "step"
    assert DA["time_behind"].format(n=4) in page.locator(".top").inner_text()
    assert (
        DA["desk_day_ends"].format(ends="15.34", planned="15.30")
        in page.locator(".sheet").inner_text()
    )
    page.get_by_role("button", name="English").click()
    assert rows.nth(2).inner_text().startswith("10:37")


def test_a_skipped_block_is_passed_by_and_can_be_taken_in_again(desk):
    days = agenda(welcome="now", positioning="skipped", lenses="next")
    page = desk(value(state=state(block="welcome", stage="talk", agenda=days)))
    row = page.locator(".plan li").nth(1)
    assert DA["desk_skipped"] in row.inner_text()
    assert page.locator(".coming h2").inner_text() == "Magtbrillen"
    page.locator(".btn.main").click()
    row.get_by_role("button", name=DA["desk_unskip"]).click()
    sent = [(one["button"], one["block"]) for one in presses(page)]
    assert sent == [("go", "lenses"), ("unskip", "positioning")]


def test_every_button_of_the_day_sends_its_press_and_says_where_it_was_made(desk):
    page = desk(value(state=state(block="welcome", stage="talk", agenda=agenda(welcome="now"))))
    acts, coming = page.locator(".acts"), page.locator(".coming")
    for name in ("desk_more", "ui_pause", "ui_repeat", "ui_split"):
        acts.get_by_role("button", name=DA[name]).click()
    for name in ("ui_skip", "ui_swap"):
        coming.get_by_role("button", name=DA[name]).click()
    page.evaluate("(state) => window.give({ state })", state(paused=True, left=61.2))
    assert page.locator(".now .timer").inner_text() == "1:02"
    acts.get_by_role("button", name=DA["desk_resume"]).click()
    sent = {one["button"]: one for one in presses(page)}
    assert [*sent] == ["more", "pause", "repeat", "split", "skip", "swap", "resume"]
    assert sent["split"]["at"] == "welcome/talk"
    assert sent["skip"]["block"] == "positioning"
    assert (sent["swap"]["block"], sent["swap"]["with"]) == ("positioning", "lenses")


def test_on_a_narrow_desk_the_seldom_buttons_come_when_asked_for(desk):
    page = desk(width=390)
    split = page.locator(".acts").get_by_role("button", name=DA["ui_split"])
    more = page.get_by_role("button", name=DA["desk_more_acts"])
    assert not split.is_visible()
    more.click()
    assert split.is_visible()
    assert more.get_attribute("aria-expanded") == "true"


def test_the_pages_of_a_talk_are_turned_from_the_desk(desk):
    page = desk(value(state=state(stage="talk")))
    page.get_by_role("button", name=DA["desk_turn_on"]).click()
    page.get_by_role("button", name=DA["desk_turn_back"]).click()
    assert [one["by"] for one in presses(page)] == [1, -1]
    page.evaluate("(state) => window.give({ state })", state(stage="group"))
    assert not page.get_by_role("button", name=DA["desk_turn_on"]).is_visible()


def test_those_who_stand_on_the_line_are_counted_in_five_fields(desk):
    ends = {"da": ["Helt i tvivl", "Helt sikker"], "en": ["Unsure", "Sure"]}
    page = desk(value(state=state(kind="line", ends=ends, exercise=None)))
    for place, count in enumerate((2, 5, 9, 7, 2), 1):
        page.get_by_label(DA["desk_tally_place"].format(n=place)).fill(str(count))
    assert "Helt sikker" in page.locator(".tally").inner_text()
    page.get_by_role("button", name=DA["desk_tally_show"]).click()
    assert presses(page)[-1]["counts"] == [2, 5, 9, 7, 2]


def test_how_people_find_the_pace_is_said_in_numbers(desk):
    pace = {"pace_ok": 9, "pace_faster": 0, "pace_slower": 3, "pace_lost": 0}
    page = desk(value(state=state(pace=pace)))
    assert page.locator(".said li").all_inner_texts() == [
        f"9\n{DA['pace_ok']}",
        f"3\n{DA['pace_slower']}",
    ]
    page.evaluate("(state) => window.give({ state })", state(pace={"pace_ok": 0}))
    assert DA["desk_pace_none"] in page.locator(".pace").inner_text()


def test_a_hand_is_answered_with_one_press(desk):
    page = desk()
    page.get_by_role("button", name=DA["desk_lower_label"].format(n=3)).click()
    assert presses(page)[-1] == {"n": 2, "button": "lower", "table": "3"}


def item(name, **more):
    text = {"da": "<b>Ro</b> på", "en": "Calm"}
    return {"item": name, "table": "", "held": False, "shown": True, "text": text, **more}


def test_a_shared_thing_is_shown_as_text_and_can_be_held_back_or_shown(desk):
    things = [item("g:2", table="2"), item("x1"), item("x2", held=True, shown=False)]
    page = desk(value(items=things))
    assert page.locator(".items b").count() == 0
    group = page.locator(".items li").first
    assert "<b>Ro</b> på" in group.inner_text()
    group.get_by_role("button", name=DA["desk_hold"]).click()
    page.get_by_text(DA["desk_items_unnamed_held"].format(n=2, held=1)).click()
    page.get_by_role("button", name=DA["desk_show_label"].format(what="")).last.click()
    page.get_by_role("switch", name=DA["desk_review"]).click()
    sent = [(one.get("item"), one["on"]) for one in presses(page)]
    assert sent == [("g:2", True), ("x2", False), (None, True)]


def test_a_question_that_everybody_has_left_open_is_said_and_can_be_closed(desk):
    left = {"exercise": "safety_items", "title": {"da": "Psykologisk tryghed", "en": "Safety"}}
    page = desk(value(left_open=[left]))
    said = page.get_by_text(DA["desk_anonymous_left"].format(title="Psykologisk tryghed"))
    assert said.is_visible()
    page.get_by_role("button", name=DA["desk_anonymous_left_close"]).click()
    assert [(one["button"], one["exercise"]) for one in presses(page)] == [
        ("close", "safety_items")
    ]
    page = desk(value())
    assert page.get_by_role("button", name=DA["desk_anonymous_left_close"]).count() == 0


def test_an_anonymous_question_is_not_counted_and_closing_it_shows_it(desk):
    asked = {"state": "open", "answers": 0, "shown": False}
    page = desk(value(question=asked, state=state(stages=["individual", "plenary"])))
    assert page.get_by_text(DA["desk_col_written"], exact=True).count() == 0
    page.get_by_role("button", name=DA["desk_anonymous_close"]).click()
    assert [one["button"] for one in presses(page)] == ["close", "stage"]


def test_before_anything_is_shared_the_desk_says_what_will_stand_there(desk):
    assert DA["desk_items_none"] in desk(value(items=[])).locator(".held-back").inner_text()


def test_a_second_group_can_stand_beside_the_first(desk):
    groups = {"1": group(released=1), "6": group(released=1)}
    counts = {"written": 2, "shared": 2, "groups": groups}
    page = desk(value(state=state(stage="plenary", spotlight="6"), counts=counts))
    page.get_by_role("button", name=DA["desk_beside_group"].format(n=1)).click()
    sent = presses(page)[-1]
    assert (sent["table"], sent["beside"]) == ("6", "1")


def test_type_and_light_of_the_big_screen_lie_behind_a_word(desk):
    page = desk()
    assert not page.get_by_role("button", name="175 %").is_visible()
    page.get_by_text(DA["desk_light"]).click()
    page.get_by_role("button", name="175 %").click()
    assert presses(page)[-1] == {"n": 2, "button": "scale", "scale": 175}


def test_the_code_of_the_remote_is_shown_when_asked_for(desk):
    page = desk(value(remote={"open": None, "phones": 0}))
    page.get_by_role("button", name=DA["desk_remote_show"]).click()
    assert presses(page)[-1]["button"] == "remote"
    drawn = qr({"address": "192.168.8.2:8080", "code": "K7MQ4X"})
    page.evaluate("(remote) => window.give({ remote })", {"open": drawn, "phones": 1})
    assert page.get_by_role("img", name=DA["desk_remote_qr"]).is_visible()
    assert DA["desk_remote_one"] in page.locator(".remote").inner_text()
    page.get_by_role("button", name=DA["desk_remote_off"]).click()
    assert presses(page)[-1]["button"] == "remote_off"


def test_other_pages_and_other_days_are_near(desk):
    pages = [{"name": "begin", "url": "/b"}, {"name": "planner", "url": "/p"}]
    title = {"da": "At spørge", "en": "To ask"}
    days = [
        {"day": "day1_context", "n": 1, "title": title},
        {"day": "day2_inquiry", "n": 2, "title": title},
    ]
    page = desk(value(pages=pages, days=days))
    links = page.locator(".links a")
    assert [one.get_attribute("href") for one in links.all()] == ["/p"]
    page.get_by_text(DA["desk_other_day"]).click()
    page.get_by_role("button", name=DA["desk_go_day"].format(n=2)).click()
    assert presses(page)[-1]["day"] == "day2_inquiry"


def test_leaving_stops_all_listening(desk):
    page = desk()
    page.evaluate("window.leave()")
    assert page.evaluate("Object.values(window.heard).flat().length") == 0


@pytest.mark.parametrize(
    ("width", "theme"),
    [
        (320, "light"),
        (390, "dark"),
        (768, "light"),
        (1920, "light"),
        *[
            pytest.param(width, theme, marks=pytest.mark.long)
            for width, theme in [(320, "dark"), (1024, "light"), (1440, "dark"), (1920, "dark")]
        ],
    ],
)
def test_every_width_is_accessible_and_never_scrolls_sideways(desk, width, theme):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - browser tests only

    page = desk(width=width, theme=theme, locale="en" if width == 768 else "da")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.evaluate(
        """[...document.querySelectorAll("#el button, #el input, #el .btn")]
        .filter((one) => one.offsetParent && Math.min(one.offsetWidth, one.offsetHeight) < 44)
        .map((one) => one.outerHTML)"""
    )
    assert small == []
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
