"""The trainer's desk at a store: a press is one event, and numbers are all it sees."""

import asyncio
import errno
import threading

import pytest

from widgets.cockpit import Cockpit
from workshops import exercises, takeaway
from workshops.dashboards import desk as desk_module
from workshops.dashboards import desk_facts
from workshops.dashboards.desk import Desk
from workshops.room import remote_codes
from workshops.room import trainer as trainer_facts
from workshops.store import Change, Declined
from workshops.store.temporary import TemporaryStore
from workshops.takeaway import papers
from workshops.takeaway.shelf import FORMATS
from workshops.words import words

DAY = "day1_context"
SECRET = "Det er jer, der ved, hvad der virker"
PLAN = """
title = { da = "Konsulent i kontekst", en = "Consultant in context" }
[[blocks]]
id = "welcome"
title = { da = "Velkommen", en = "Welcome" }
minutes = 30
[[blocks]]
id = "positioning"
title = { da = "Positionering", en = "Positioning" }
notebook = "05_positioning"
exercise = "stuck_episode"
minutes = 40
stages = [
  { stage = "talk", minutes = 10 },
  { stage = "individual", minutes = 6 },
  { stage = "group", minutes = 24 },
]
[blocks.cues]
da = ["Der er ikke noget godt hjørne."]
en = ["There is no good corner."]
"""


@pytest.fixture
def content(tmp_path, monkeypatch):
    """Give a content folder with one planned day and the kit's own exercise."""
    theirs = exercises.content() / DAY / "exercises"
    day = tmp_path / "content" / DAY
    (day / "exercises").mkdir(parents=True)
    for file in theirs.glob("*.toml"):
        (day / "exercises" / file.name).write_bytes(file.read_bytes())
    (day / "plan.toml").write_text(PLAN, encoding="utf-8")
    monkeypatch.setenv("LAERINGSDAGE_CONTENT", str(tmp_path / "content"))
    return day


@pytest.fixture
def store(content):  # noqa: ARG001 - there must be a plan before there is a store
    one = TemporaryStore()
    yield one
    one.close()


@pytest.fixture
def trainer(store, tmp_path):
    """Give a trainer at the desk, who presses buttons and looks at what is shown."""
    return Trainer(store, tmp_path / "data")


class Trainer:
    def __init__(self, store, data):
        self.cockpit = Cockpit()
        self.desk = Desk(store, self.cockpit, data)
        self.desk.stop()  # without a kernel's loop the store's thread would draw, too
        self.pressed = 0

    def press(self, button, **given):
        self.pressed += 1
        self.cockpit.pressed = {"n": self.pressed, "button": button, **given}
        return self.shown

    @property
    def shown(self):
        return self.cockpit.value

    def wait(self):
        """Wait until what runs in a thread is done."""
        for thread in threading.enumerate():
            if thread is not threading.current_thread() and thread.name.startswith("desk"):
                thread.join(10)
        return self.shown


def presses(store):
    return [one.value for one in store.events("run")]


def write(store, person="ab12cd34", field="words.taken", value=SECRET):
    change = Change("stuck_episode", f"p:{person}", person, field, value, f"key-{person}-{field}")
    return store.put(change)


def sit(store, person="ab12cd34", table="3", alias="Anna"):
    seat = {"alias": alias, "table": table, "learning_group": "", "code": ""}
    store.mark("seat", f"p:{person}", seat, person)


def test_a_fresh_desk_shows_the_plan_and_nobody(trainer):
    shown = trainer.shown
    assert shown["state"]["block"] is None
    assert [one["id"] for one in shown["blocks"]] == ["welcome", "positioning"]
    assert shown["blocks"][1]["stages"][1] == {"stage": "individual", "minutes": 6}
    assert shown["counts"] == {"written": 0, "shared": 0, "groups": {}}
    assert (shown["exports"], shown["backup"], shown["note"]) == ([], None, None)


def test_a_press_becomes_one_event_of_the_day(trainer, store):
    trainer.press("go", block="positioning")
    events = store.events("run")
    assert [(one.subject, one.value, one.who) for one in events] == [
        (DAY, {"button": "go", "block": "positioning"}, "desk")
    ]
    assert trainer.shown["state"]["block"] == "positioning"
    assert trainer.shown["heard"] == 1


def test_the_buttons_of_a_block_lead_where_they_say(trainer):
    trainer.press("go", block="positioning")
    assert trainer.shown["state"]["open"]
    assert trainer.press("stage", stage="group")["state"]["timer"]["minutes"] == 24
    assert trainer.press("more", minutes=5)["state"]["timer"]["minutes"] == 29
    assert trainer.press("timer", minutes=7)["state"]["timer"]["minutes"] == 7
    assert trainer.press("stop")["state"]["timer"] is None
    assert not trainer.press("close")["state"]["open"]
    assert trainer.press("open")["state"]["open"]
    assert trainer.press("dark")["state"]["dark"]
    assert not trainer.press("light")["state"]["dark"]
    assert trainer.press("theme", theme="dark")["state"]["theme"] == "dark"
    assert trainer.press("spotlight", table="3")["state"]["spotlight"] == "3"
    assert trainer.press("spotlight", table=None)["state"]["spotlight"] is None


def test_opening_and_closing_name_the_exercise(trainer, store):
    trainer.press("go", block="positioning")
    trainer.press("close")
    assert presses(store)[-1] == {"button": "close", "exercise": "stuck_episode"}


@pytest.mark.parametrize(
    ("button", "given"),
    [
        ("stage", {"stage": "plenary"}),  # no block runs
        ("go", {"block": "nowhere"}),
        ("go", {}),
        ("go", {"block": ["welcome"]}),
        ("go", {"block": "x" * 5000}),
        ("forget", {"participant": "ab12cd34"}),
        ("", {}),
        (None, {}),
        (["go"], {}),
        ("spotlight", {"table": {"a": 1}}),
    ],
)
def test_a_press_that_makes_no_sense_is_said_and_leaves_no_trace(trainer, store, button, given):
    shown = trainer.press(button, **given)
    assert shown["note"]["da"] == words("da")["desk_no_change"]
    assert presses(store) == []


@pytest.mark.parametrize("minutes", [0, 601, -5, 2.5, "6", True, None])
def test_minutes_the_timer_cannot_be_set_to_are_said(trainer, store, minutes):
    trainer.press("go", block="welcome")
    shown = trainer.press("timer", minutes=minutes)
    assert shown["note"]["da"] == words("da")["desk_wrong_minutes"]
    assert len(presses(store)) == 1


def test_a_sentence_goes_away_with_the_next_press(trainer):
    assert trainer.press("stage", stage="group")["note"]
    assert trainer.press("go", block="welcome")["note"] is None


def test_a_press_gives_away_nothing_but_what_its_button_needs(trainer, store):
    trainer.press("go", block="welcome", day="day4_motivation", who="somebody")
    assert presses(store) == [{"button": "go", "block": "welcome"}]


def test_a_quick_hand_loses_no_press(trainer, store):
    trainer.press("go", block="positioning")
    first = {"n": 2, "button": "stage", "stage": "group"}
    trainer.cockpit.pressed = {"n": 3, "button": "more", "minutes": 5, "earlier": [first]}
    trainer.cockpit.pressed = {"n": 3, "button": "more", "minutes": 6, "earlier": [first, 7, {}]}
    assert [one["button"] for one in presses(store)] == ["go", "stage", "more"]
    assert trainer.shown["heard"] == 3


def test_a_look_writes_nothing_down_and_keeps_the_sentence(trainer, store):
    trainer.press("stage", stage="group")
    shown = trainer.press("look")
    assert shown["note"]
    assert shown["heard"] == 2
    assert presses(store) == []


def test_what_happens_in_the_room_reaches_the_desk_by_itself(store):
    drawn = []

    async def day():
        written = asyncio.Event()

        def draw(change):
            drawn.append(change["new"])
            if change["new"]["counts"]["written"]:
                written.set()

        cockpit = Cockpit()
        desk = Desk(store, cockpit, None)
        cockpit.observe(draw, "value")
        cockpit.pressed = {"n": 1, "button": "go", "block": "positioning"}
        await asyncio.to_thread(sit, store)
        for field in ("words.taken", "words.wished", "episode"):
            await asyncio.to_thread(write, store, field=field)
        await asyncio.wait_for(written.wait(), 10)
        desk.stop()

    asyncio.run(day())
    assert drawn[-1]["state"]["joined"] == 1
    assert drawn[-1]["counts"]["groups"]["3"] == {
        "here": 1, "written": 1, "done": 0, "ready": 0, "released": 0, "help": 0
    }  # fmt: skip
    assert len(drawn) < 5  # many changes, few redraws


def test_the_desk_sees_how_many_have_written_and_never_what(trainer, store):
    trainer.press("go", block="positioning")
    sit(store)
    write(store)
    write(store, field="episode", value="Dialogmøde efter tilsyn")
    shown = trainer.press("look")
    seen = str(trainer.cockpit.get_state())
    assert shown["counts"]["written"] == 1
    for private in (SECRET, "Dialogmøde", "Anna", "ab12cd34"):
        assert private not in seen


def test_counts_hold_numbers_only_whatever_the_store_says():
    told = {
        "written": 2,
        "shared": "3",
        "texts": [SECRET],
        "groups": {"1": {"here": 5, "written": 2, "done": SECRET, "alias": "Anna"}},
    }
    found = trainer_facts.numbers(told)
    assert found["groups"]["1"]["done"] == 0
    assert SECRET not in str(found)
    assert "Anna" not in str(found)


def test_an_export_lands_in_the_data_folder_and_is_offered(trainer, store, monkeypatch):
    def export(asked, out, day, progress, language, **more):
        assert asked is store
        assert (day, language, set(more["formats"])) == (None, "en", set(FORMATS))
        progress(3, 12, "…")
        assert trainer.shown["busy"] == {"what": "export", "done": 3, "of": 12}
        out.mkdir(parents=True)
        (out / "laeringsdag-1.zip").write_bytes(b"PK")
        return out / "laeringsdag-1.zip"

    monkeypatch.setattr(takeaway, "export", export)
    trainer.press("export", language="en")
    shown = trainer.wait()
    assert shown["busy"] is None
    assert shown["note"] is None
    assert [(one["name"], one["url"], one["bytes"]) for one in shown["exports"]] == [
        ("laeringsdag-1.zip", "/exports/laeringsdag-1.zip", 2)
    ]


def test_a_trainer_chooses_day_and_formats(trainer, monkeypatch):
    asked = []

    def export(*given, formats):
        asked.append((given[2], formats))

    monkeypatch.setattr(takeaway, "export", export)
    trainer.press("export", day="day2_inquiry", formats=["pdf", "nonsense"])
    trainer.wait()
    assert asked == [("day2_inquiry", ["pdf"])]
    trainer.press("export", formats=[])
    assert trainer.wait()["note"]["da"] == words("da")["desk_no_formats"]
    assert len(asked) == 1


def test_papers_are_made_of_the_day_that_runs(trainer, monkeypatch):
    asked = []

    def write(_store, _out, what, day, _progress, language, *, address, formats):
        asked.append((what, day, language, address, list(formats)))

    monkeypatch.setattr(papers, "write", write)
    trainer.press("export", what="script", formats=["docx", "xlsx"], language="en")
    assert trainer.wait()["note"] is None
    assert asked == [("script", trainer.shown["state"]["day"], "en", "", ["docx"])]


def test_while_an_export_runs_the_desk_goes_on_and_starts_no_other(trainer, monkeypatch):
    begun, go_on = threading.Event(), threading.Event()

    def export(*_asked, **_more):
        begun.set()
        assert go_on.wait(10)

    monkeypatch.setattr(takeaway, "export", export)
    assert trainer.press("export")["busy"]["what"] == "export"
    assert begun.wait(10)
    assert trainer.press("go", block="welcome")["state"]["block"] == "welcome"
    assert trainer.press("export")["note"]["da"] == words("da")["desk_export_busy"]
    go_on.set()
    assert trainer.wait()["busy"] is None


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        (OSError(errno.ENOSPC, "full"), "desk_disk_full"),
        (ValueError("odd"), "desk_export_failed"),
        (Declined("desk_export_alone"), "desk_export_alone"),
    ],
)
def test_an_export_that_fails_is_a_sentence(trainer, monkeypatch, wrong, word):
    def export(*_asked, **_more):
        raise wrong

    monkeypatch.setattr(takeaway, "export", export)
    trainer.press("export")
    shown = trainer.wait()
    assert shown["note"] == {one: words(one)[word] for one in ("da", "en")}
    assert shown["busy"] is None


def test_without_a_data_folder_the_desk_says_where_exports_come_from(store):
    trainer = Trainer(store, None)
    trainer.press("export")
    assert trainer.wait()["note"]["da"] == words("da")["desk_export_alone"]


def test_a_backup_is_shown_with_its_time(trainer, store, tmp_path, monkeypatch):
    def backup():
        folder = tmp_path / "data" / "backups"
        folder.mkdir(parents=True)
        (folder / "copy.sqlite3").write_bytes(b"x")
        return folder / "copy.sqlite3"

    monkeypatch.setattr(store, "backup", backup)
    trainer.press("backup")
    assert trainer.wait()["backup"]["at"].startswith("20")


def test_hidden_files_and_folders_are_not_offered(tmp_path):
    (tmp_path / ".half.zip").write_bytes(b"x")
    (tmp_path / "inner").mkdir()
    (tmp_path / "dag & nat.zip").write_bytes(b"x")
    assert [one["url"] for one in desk_facts.files(tmp_path)] == ["/exports/dag%20%26%20nat.zip"]
    assert desk_facts.files(tmp_path / "none") == []


class Room:
    """A room over loopback, as far as the desk needs one."""

    def __init__(self, store):
        self.store = store
        self.there = True

    def call(self, verb):
        assert verb == "state"
        if not self.there:
            raise Declined("refused_no_room")
        return {**desk_module.where(self.store), "join": {"address": "10.0.0.2:8080", "code": "K7"}}

    def __getattr__(self, name):
        return getattr(self.store, name)


def test_a_running_room_is_asked_where_it_is(store, tmp_path):
    trainer = Trainer(Room(store), tmp_path)
    assert trainer.shown["state"]["join"]["code"] == "K7"
    assert trainer.shown["qr"]["d"].startswith("M4 4h1v1h-1z")
    assert trainer.press("go", block="welcome")["state"]["block"] == "welcome"


def test_a_silent_room_is_said_and_what_was_shown_stays(store, tmp_path):
    room = Room(store)
    trainer = Trainer(room, tmp_path)
    room.there = False
    shown = trainer.press("go", block="welcome")
    assert shown["note"]["da"] == words("da")["desk_room_gone"]
    assert [one["id"] for one in shown["blocks"]] == ["welcome", "positioning"]
    assert shown["heard"] == 1
    room.there = True
    assert trainer.press("look")["note"] is None
    assert presses(store) == []


def test_blocks_stand_as_the_presses_left_them(trainer, store):
    trainer.press("go", block="welcome")
    shown = trainer.press("skip", block="positioning")
    assert [one["state"] for one in shown["state"]["agenda"]] == ["now", "skipped"]
    shown = trainer.press("unskip", block="positioning")
    assert [one["state"] for one in shown["state"]["agenda"]] == ["now", "next"]
    shown = trainer.press("split")
    assert [one["id"] for one in shown["blocks"]][:2] == ["welcome", "positioning"]
    assert shown["blocks"][2]["title"]["da"] == "Velkommen"
    assert [one["id"] for one in shown["blocks"]] == [one["id"] for one in shown["state"]["agenda"]]
    assert [one["button"] for one in presses(store)] == ["go", "skip", "unskip", "split"]


def test_next_is_kept_as_what_it_meant_then(trainer, store):
    trainer.press("next")
    trainer.press("next")
    trainer.press("next")
    assert [one["button"] for one in presses(store)] == ["go", "go", "stage"]
    assert presses(store)[-1]["stage"] == "individual"


def test_a_press_made_somewhere_else_moves_nobody(trainer, store):
    trainer.press("go", block="positioning")
    trainer.press("stage", stage="individual", at="positioning/talk")
    shown = trainer.press("stage", stage="group", at="positioning/talk")
    assert shown["note"]["da"] == words("da")["desk_moved_on"]
    assert shown["state"]["stage"] == "individual"
    assert len(presses(store)) == 2


def test_a_pause_keeps_the_time_and_the_screen_is_asked_for_scale_and_review(trainer):
    trainer.press("go", block="positioning")
    paused = trainer.press("pause")["state"]
    assert (paused["paused"], paused["timer"]) == (True, None)
    assert 590 < paused["left"] <= 600
    assert trainer.press("resume")["state"]["timer"]["minutes"] == 10
    assert trainer.press("scale", scale=175)["state"]["scale"] == 175
    assert trainer.press("scale", scale=130)["note"]
    assert trainer.press("review", on=True)["state"]["review"] is True
    shown = trainer.press("spotlight", table="3", beside="1")["state"]
    assert (shown["spotlight"], shown["beside"]) == ("3", "1")


def test_a_hand_that_was_seen_comes_down(trainer, store):
    sit(store)
    store.mark("help", "g:3", True, "ab12cd34")
    assert trainer.press("look")["counts"]["groups"]["3"]["help"] == 1
    assert trainer.press("lower", table="3")["counts"]["groups"]["3"]["help"] == 0
    assert trainer.press("lower", table="99")["note"]


def test_the_line_is_counted_once_where_there_is_one(trainer, store, content):
    line = (
        '[[blocks]]\nid = "line"\nkind = "line"\nminutes = 8\n'
        'title = { da = "Linje", en = "Line" }\n'
    )
    (content / "plan.toml").write_text(PLAN + line, encoding="utf-8")
    trainer.press("go", block="welcome")
    assert trainer.press("tally", counts=[1, 2, 3, 4, 5])["note"]
    trainer.press("go", block="line")
    assert trainer.press("tally", counts=[1, 2, 3])["note"]
    assert trainer.press("tally", counts=[1, 2, 3, 4, 100])["note"]
    assert trainer.press("tally", counts=[0, 2, 3, 4, 5])["state"]["tally"] == [0, 2, 3, 4, 5]
    assert [one.subject for one in store.events("tally")] == ["line"]


def test_another_day_is_gone_to_and_a_day_without_a_plan_is_not(trainer, store, content):
    other = content.parent / "day2_inquiry"
    other.mkdir()
    (other / "plan.toml").write_text(PLAN, encoding="utf-8")
    shown = trainer.press("look")
    assert [one["n"] for one in shown["days"]] == [1, 2]
    assert trainer.press("day", day="day3_facilitation")["note"]
    assert trainer.press("day", day="day2_inquiry")["state"]["day"] == "day2_inquiry"
    assert store.events("run")[-1].subject == "day2_inquiry"


def test_what_is_shared_is_shown_in_words_and_can_be_held_back(trainer, store):
    trainer.press("go", block="positioning")
    sit(store)
    change = Change("stuck_episode", "g:3", "ab12cd34", "rights", SECRET, "key-sheet")
    store.put(change)
    assert trainer.press("look")["items"] == []
    store.release("stuck_episode", "g:3", "ab12cd34", "plenary", "key-release")
    (item,) = trainer.press("look")["items"]
    assert (item["table"], item["held"]) == ("3", False)
    assert SECRET in item["text"]["da"]
    (held,) = trainer.press("hold", item=item["item"], on=True)["items"]
    assert held["held"]
    assert store.released("stuck_episode") == []
    (again,) = trainer.press("hold", item=item["item"], on=False)["items"]
    assert not again["held"]
    assert trainer.press("hold", item="g:9", on=True)["note"]


def test_a_code_for_the_remote_is_drawn_and_can_be_taken_back(store, tmp_path):
    trainer = Trainer(Room(store), tmp_path)
    assert trainer.shown["remote"] == {"open": None, "phones": 0}
    assert trainer.press("remote")["remote"]["open"]["d"].startswith("M4 4h1v1h-1z")
    key = store.events("remote")[-1].value["key"]
    assert key not in str(trainer.cockpit.get_state())
    assert remote_codes.take(store, key)
    assert trainer.press("look")["remote"] == {"open": None, "phones": 1}
    assert trainer.press("remote_off")["remote"] == {"open": None, "phones": 0}


def test_without_a_plan_the_desk_stands_empty_and_says_so(store, content, tmp_path):
    (content / "plan.toml").unlink()
    trainer = Trainer(store, tmp_path)
    assert trainer.shown["blocks"] == []
    assert trainer.press("go", block="welcome")["note"]["da"] == words("da")["desk_no_plan"]


def test_a_plan_with_a_typing_error_is_said_and_stops_nothing(trainer, content):
    (content / "plan.toml").write_text("title = [", encoding="utf-8")
    shown = trainer.press("look")
    assert "plan.toml" in shown["note"]["en"]
    assert [one["id"] for one in shown["blocks"]] == ["welcome", "positioning"]


def test_the_words_come_in_both_languages_with_equal_keys():
    found = desk_facts.desk_words()
    assert found["da"].keys() == found["en"].keys()
    assert found["da"]["desk_promise"] != found["en"]["desk_promise"]
