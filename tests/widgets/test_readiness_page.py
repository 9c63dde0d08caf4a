"""Readiness and the first set-up in a real browser; a fake model stands in for the kernel."""

import re

import pytest

from widgets.front_end import FOLDER, front_end
from workshops import readiness
from workshops.dashboards import begin
from workshops.dashboards import readiness as desk
from workshops.room.addresses import Card

READY = desk.page_words(desk.NAMES)
FIRST = desk.page_words(begin.NAMES)
DA = {**READY["da"], **FIRST["da"]}
PAGE = """<!doctype html><html lang="da" data-surface="desk" data-theme="light"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Klar</title><style>%s
%s
body { margin: 0; background: var(--c-ground); }</style></head>
<body><main id="el"></main></body></html>"""
START = """async ([code, data]) => {
  const heard = {};
  const tell = (name) => (heard[`change:${name}`] || []).forEach((one) => one());
  window.presses = [];
  window.model = {
    get: (name) => data[name],
    set(name, value) { data[name] = value; },
    on(event, one) { (heard[event] = heard[event] || []).push(one); },
    off(event, one) { heard[event] = (heard[event] || []).filter((other) => other !== one); },
    save_changes() {
      window.presses.push(JSON.parse(JSON.stringify(data.pressed)));
      setTimeout(() => window.give({ heard: data.pressed.n, ...(window.answer || {}) }), 5);
    },
  };
  window.give = (part) => { data.value = { ...data.value, ...part }; tell("value"); };
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const view = (await import(url)).default;
  window.leave = view.render({ model: window.model, el: document.getElementById("el") });
}"""
DAYS = [
    {"day": "day1_context", "number": 1, "title": {"da": "Kontekst", "en": "Context"}},
    {"day": "day2_inquiry", "number": 2, "title": {"da": "Undersøgelse", "en": "Inquiry"}},
]
WIFI = Card("Wi-Fi", "192.168.8.2", "lan")
TUNNEL = Card("utun4", "10.8.0.6", "vpn")


def findings():
    found = [
        readiness.network([WIFI, TUNNEL], "192.168.8.2:8080"),
        readiness.door("192.168.8.2:8080", answers=False),
        readiness.screen(None),
        readiness.pack(25),
        readiness.power(None, 1),
    ]
    return [one.told() for one in found]


def block(title, **more):
    return {
        "block": title, "title": {"da": title, "en": title}, "kind": "block", "minutes": 5,
        "stages": [], "written": 0, "shared": 0, "slowest": 0.02, "faults": [], **more,
    }  # fmt: skip


REPORT = {
    "people": 25, "fields": 968, "lost": [], "files": ["x.zip"], "copy": True, "seconds": 20.9,
    "faults": [], "fine": True,
    "days": {"day1_context": [block("Velkommen"), block("Posi\u00adtionering", written=23)]},
}  # fmt: skip


def ready(**more):
    return {
        "findings": findings(), "looked": "2026-11-24T08:05:00+00:00", "day": "day1_context",
        "days": DAYS, "people": 25, "drives": ["/media/usb"], "can": True, "busy": None,
        "copied": None, "trying": False, "rehearsal": None, "links": desk.LINKS,
        "copies": [], "seen": None, "waiting": None,
        "lines": desk.lines(), "note": None, "heard": 0, **more,
    }  # fmt: skip


def first(**more):
    programme = {
        "name": "Læringsdage 2026", "source": "", "dates": {}, "people": 25,
        "learning_groups": ["Nord", "Syd"],
    }  # fmt: skip
    return {
        "programme": programme, "kept": False, "days": DAYS,
        "sources": [{"path": "/data/i-fjor", "name": "I fjor"}],
        "most": begin.MOST, "links": desk.LINKS, "note": None, "heard": 0, **more,
    }  # fmt: skip


@pytest.fixture
def show(browser):
    """Give a function that opens one of the two pages; it is closed afterwards."""
    pages = []

    def opened(name, value, *, width=1440, locale="da", theme="light"):
        page = browser.new_page(viewport={"width": width, "height": 900})
        pages.append(page)
        page.wrong = []
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        script, style = front_end(str(FOLDER / name / "__init__.py"))
        tokens = (FOLDER / "shared" / "tokens.css").read_text(encoding="utf-8")
        page.set_content(PAGE % (tokens, style))
        page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
        words = READY if name == "readiness" else FIRST
        data = {"words": words, "options": {"locale": locale}, "value": value, "pressed": {}}
        page.evaluate(START, [script, data])
        return page

    yield opened
    wrong = [error for page in pages for error in page.wrong]
    for page in pages:
        page.close()
    assert not wrong


def presses(page, button):
    return [one for one in page.evaluate("window.presses") if one["button"] == button]


@pytest.mark.parametrize("name", ["readiness", "first_run"])
def test_the_front_end_is_one_script_with_every_name_once(name):
    script, _style = front_end(str(FOLDER / name / "__init__.py"))
    names = re.findall(r"^(?:const|let|function|async function) (\w+)", script, re.MULTILINE)
    assert "import {" not in script
    assert sorted(one for one in set(names) if names.count(one) > 1) == []


@pytest.mark.parametrize(("name", "said"), [("readiness", READY), ("first_run", FIRST)])
def test_every_word_of_the_front_end_exists_in_both_languages(name, said):
    text = "".join(file.read_text(encoding="utf-8") for file in (FOLDER / name).glob("*.js"))
    for words in said.values():
        used = re.findall(r'"((?:ready|begin|ui)_\w*\w)"', text)
        assert [key for key in used if key not in words and not key.endswith("_")] == []


# ── readiness ──
def test_the_page_looks_by_itself_and_says_what_the_browser_is(show):
    page = show("readiness", ready())
    (look,) = presses(page, "look")
    assert look["browser"]["modern"] is True
    assert look["browser"]["name"].startswith("Chrome")
    assert look["screen"] is None


def test_what_has_to_be_put_right_comes_first_and_on_top_in_one_sentence(show):
    page = show("readiness", ready())
    assert page.locator(".leading .lead").inner_text() == DA["ready_lead_wrong_one"]
    keys = page.locator(".finding").evaluate_all("all => all.map((one) => one.dataset.key)")
    assert keys == ["door", "network", "screen", "pack", "power"]
    assert page.locator(".btn.main:visible").count() == 1


def test_when_all_is_ready_the_main_button_leads_to_the_desk(show):
    fine = [readiness.power(None, 1).told(), readiness.pack(25).told()]
    page = show("readiness", ready(findings=fine))
    assert page.locator(".btn.main:visible").inner_text() == DA["ready_to_desk"]
    assert page.locator(".leading .lead").inner_text() == DA["ready_lead_fine"]


def test_a_finding_that_changes_keeps_the_focus_of_its_button(show):
    page = show("readiness", ready())
    page.locator('[data-key="pack"] button').focus()
    page.evaluate("(found) => window.give({ findings: found })", findings()[::-1])
    assert page.evaluate("document.activeElement.closest('li').dataset.key") == "pack"


def test_a_copy_goes_where_it_is_sent_and_the_passphrase_does_not_stay(show):
    page = show("readiness", ready())
    copy = page.locator(".copy")
    assert copy.get_by_label(DA["ready_copy_secret"]).is_hidden()
    copy.get_by_text("/media/usb").click()
    copy.get_by_label(DA["ready_copy_secret"]).fill("tre sole over fjorden")
    copy.get_by_role("button").click()
    assert presses(page, "copy") == [
        {"n": 2, "button": "copy", "to": "/media/usb", "passphrase": "tre sole over fjorden"}
    ]
    assert copy.get_by_label(DA["ready_copy_secret"]).input_value() == ""


def test_a_stick_that_is_pulled_out_is_not_chosen_any_more(show):
    page = show("readiness", ready())
    page.locator(".copy").get_by_text("/media/usb").click()
    page.evaluate("window.give({ drives: [] })")
    assert page.locator(".taking input[type=radio]:checked").input_value() == ""


def test_a_rehearsal_is_asked_for_followed_and_told(show):
    page = show("readiness", ready())
    trial = page.locator(".trial")
    trial.get_by_text("Læringsdag 2").click()
    trial.get_by_role("button").click()
    asked = presses(page, "rehearse")[0]
    assert (asked["days"], asked["people"]) == (["day1_context", "day2_inquiry"], 25)
    far = {"day": "day1_context", "done": 3, "of": 12, "title": {"da": "Pause", "en": "Break"}}
    page.evaluate("(far) => window.give({ trying: true, rehearsal: { far } })", far)
    assert "blok 3 af 12: Pause" in trial.inner_text()
    trial.get_by_role("button", name=DA["ready_try_stop"]).click()
    assert presses(page, "stop")
    page.evaluate("(r) => window.give({ trying: false, rehearsal: { report: r } })", REPORT)
    assert "968" in trial.locator(".result").inner_text()
    assert trial.locator("tbody th").all_inner_texts() == ["Velkommen", "Positionering"]


def test_what_went_wrong_is_said_under_its_block(show):
    bad = {**REPORT, "fine": False, "lost": ["a b"], "faults": ["Timeout"]}
    bad["days"] = {"day1_context": [block("Pause", faults=["/now: 500"])]}
    page = show("readiness", ready(rehearsal={"report": bad}))
    said = page.locator(".result").inner_text()
    assert all(one in said for one in (DA["ready_try_wrong"], "/now: 500", "Timeout", "1 felter"))


# ── the first set-up ──
def step(page, **answer):
    page.evaluate("(answer) => { window.answer = answer; }", answer)
    page.locator(".acts .main").click()


def test_four_presses_are_enough(show):
    page = show("first_run", first())
    for title in ("begin_dates", "begin_groups", "begin_print"):
        step(page)
        page.get_by_role("heading", name=DA[title], exact=True).wait_for()
    assert len(presses(page, "keep")) == 3
    assert presses(page, "keep")[-1]["programme"] == first()["programme"]
    assert page.locator(".way").count() == 4
    assert page.locator(".acts .main").is_hidden()


def test_what_is_typed_is_what_is_kept_by_keys_alone(show):
    page = show("first_run", first())
    page.get_by_label(DA["begin_name"]).fill("PUF 2026")
    page.keyboard.press("Enter")
    kept = presses(page, "keep")[0]["programme"]
    assert kept["name"] == "PUF 2026"


def test_a_sentence_keeps_the_step_and_what_was_typed(show):
    page = show("first_run", first())
    page.get_by_label(DA["begin_name"]).fill("")
    step(page, note={"da": "Giv forløbet et navn.", "en": "Give it a name."})
    page.get_by_text("Giv forløbet et navn.").wait_for()
    assert page.get_by_role("heading", level=1).inner_text() == DA["begin_programme"]
    assert page.get_by_label(DA["begin_name"]).input_value() == ""


def test_dates_and_tables_are_said_in_words(show):
    page = show("first_run", first())
    step(page)
    page.locator("input[type=date]").first.fill("2026-11-24")
    assert "tirsdag den 24. november 2026" in page.locator(".dates").inner_text()
    step(page)
    page.get_by_label(DA["begin_people"]).fill("23")
    assert DA["begin_tables"].format(n=5) in page.locator(".body").inner_text()


def test_going_back_keeps_everything(show):
    page = show("first_run", first())
    page.get_by_text(DA["begin_copy_of"].format(name="I fjor")).click()
    page.get_by_label(DA["begin_name"]).fill("Nyt")
    programme = {**first()["programme"], "name": "Nyt", "source": "/data/i-fjor"}
    step(page, programme=programme)
    page.get_by_role("heading", name=DA["begin_dates"], exact=True).wait_for()
    page.get_by_role("button", name=DA["begin_back"]).click()
    assert page.get_by_label(DA["begin_name"]).input_value() == "Nyt"
    assert page.locator("input[type=radio]:checked").input_value() == "/data/i-fjor"


# ── both ──
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("readiness", ready()),
        ("readiness", ready(findings=[], drives=[], can=False, links={}, days=[])),
        (
            "readiness",
            ready(rehearsal={"report": REPORT}, copied={"name": None, "say": {"da": "x"}}),
        ),
        ("first_run", first()),
    ],
    ids=["ready", "alone", "tried", "first"],
)
@pytest.mark.parametrize(
    ("width", "theme"),
    [
        (320, "light"),
        (1920, "dark"),
        pytest.param(390, "dark", marks=pytest.mark.long),
        pytest.param(768, "light", marks=pytest.mark.long),
    ],
)
def test_every_width_is_accessible_and_never_scrolls_sideways(show, name, value, width, theme):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - browser tests only

    page = show(name, value, width=width, theme=theme, locale="en" if width == 768 else "da")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.evaluate(
        """[...document.querySelectorAll("#el :is(button, .choice, .btn, .input, summary)")]
        .filter((one) => one.offsetParent && Math.min(one.offsetWidth, one.offsetHeight) < 44)
        .map((one) => one.outerHTML)"""
    )
    assert small == []
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


@pytest.mark.parametrize("at", [1, 2, 3])
def test_every_step_is_accessible(show, at):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - browser tests only

    page = show("first_run", first(), width=320)
    for title in ("begin_dates", "begin_groups", "begin_print")[:at]:
        step(page)
        page.get_by_role("heading", name=DA[title], exact=True).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
