"""The first set-up: what is kept, what is refused, and a plan that is brought from elsewhere."""

from __future__ import annotations

import json
from datetime import date

import pytest

from widgets.first_run import FirstRun
from workshops.dashboards.begin import Begin, brought, fresh, sources
from workshops.dashboards.measured import programme_of
from workshops.dashboards.readiness import LINKS
from workshops.room.hall import Hall
from workshops.room.starting import SET_UP
from workshops.store import Declined
from workshops.store.carrying import carry
from workshops.store.database import DatabaseStore
from workshops.store.opening import FILE, data_folder
from workshops.store.temporary import TemporaryStore
from workshops.words import sentence

DAY = "day1_context"


@pytest.fixture
def store():
    one = TemporaryStore()
    yield one
    one.close()


@pytest.fixture
def page(store, tmp_path):
    shown = FirstRun()
    Begin(store, shown, tmp_path / "data", LINKS)
    return shown


def keep(page, **changed):
    programme = {**page.value["programme"], **changed}
    page.pressed = {"n": page.pressed.get("n", 0) + 1, "button": "keep", "programme": programme}
    return page.value


def elsewhere(tmp_path, name="gammel"):
    """Give a data folder of an earlier programme, with people in it."""
    data = data_folder(tmp_path / name)
    store = DatabaseStore(data / FILE, data)
    store.mark("programme", "programme", {"name": "Forløbet i fjor"}, "desk")
    store.mark("plan", DAY, {"skipped": ["walk"], "need": "mere tid"}, "desk")
    store.mark("seat", "p:ab12cd34", {"alias": "Anna", "code": "sol-fjord-42"}, "ab12cd34")
    return data, store


def test_everything_is_filled_in_before_anybody_has_said_anything(page):
    shown = page.value["programme"]
    assert shown["name"] == f"Læringsdage {date.today().year}"  # noqa: DTZ011
    assert shown["people"] == 25
    assert shown["learning_groups"]
    assert not page.value["kept"]


def test_what_is_said_is_one_event_and_said_once(page, store):
    dates = {DAY: "2026-11-24"}
    assert keep(page, name="  PUF   2026 ", dates=dates, people=23)["note"] is None
    keep(page)
    (event,) = store.events("programme")
    assert (event.value["name"], event.value["dates"], event.value["people"]) == (
        "PUF 2026",
        dates,
        23,
    )
    assert page.value["kept"]


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"name": " "}, "begin_wrong_name"),
        ({"name": "x" * 61}, "begin_wrong_name"),
        ({"people": 0}, "begin_wrong_people"),
        ({"people": "25"}, "begin_wrong_people"),
        ({"people": True}, "begin_wrong_people"),
        ({"dates": {DAY: "i morgen"}}, "begin_wrong_date"),
        ({"learning_groups": [str(n) for n in range(13)]}, "begin_wrong_group"),
        ({"source": "/nowhere/at/all"}, "begin_wrong_source"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_nothing_is_kept(page, store, changed, word):
    shown = keep(page, **changed)
    given = {"most": {"begin_wrong_name": 60, "begin_wrong_group": 12}.get(word)}
    given |= {"path": changed.get("source"), "date": "i morgen"}
    assert shown["note"]["da"] == sentence(word, "da", **given)
    assert store.events("programme") == []
    assert shown["heard"] == 1


def test_days_come_in_their_order(page, store):
    days = [one["day"] for one in page.value["days"]]
    if len(days) < 2:
        pytest.skip("one day has a plan")
    shown = keep(page, dates={days[0]: "2026-12-15", days[1]: "2026-11-24"})
    assert "2" in shown["note"]["da"]
    assert store.events("programme") == []


def test_nonsense_leaves_no_trace(page, store):
    odd = {**fresh(), "learning_groups": 3, "dates": 4, "people": None}
    for programme in (None, "x", [], {"name": 7}, {"learning_groups": 3}, odd):
        page.pressed = {"n": page.pressed.get("n", 0) + 1, "button": "keep", "programme": programme}
    page.pressed = {"n": 99, "button": "forget"}
    assert store.events("programme") == []


def test_the_learning_groups_are_those_at_the_door(page, store):
    keep(page, learning_groups=["Øst", " Øst ", "", "Vest"])
    assert Hall(store).learning_groups() == ["Øst", "Vest"]


def test_a_room_that_is_open_hears_of_new_learning_groups(page, store):
    hall = Hall(store)
    keep(page, learning_groups=["Øst"])
    hall.heard(store.events("programme")[-1])
    assert hall.learning_groups() == ["Øst"]


def test_an_earlier_programme_beside_this_one_is_offered_by_its_name(tmp_path):
    data, other = elsewhere(tmp_path)
    other.close()
    data_folder(tmp_path / "empty")
    assert sources(tmp_path / "data") == [{"path": str(data), "name": "Forløbet i fjor"}]
    assert sources(None) == []


@pytest.mark.parametrize("kind", ["folder", "database", "carried"])
def test_a_plan_comes_along_and_nobody_with_it(page, store, tmp_path, kind):
    data, other = elsewhere(tmp_path)
    (tmp_path / "stick").mkdir()
    carried = carry(other, data, tmp_path / "stick")
    other.close()
    path = {"folder": data, "database": data / FILE, "carried": carried}[kind]
    assert keep(page, source=str(path))["note"] is None
    keep(page, people=20)
    (event,) = store.events("plan")
    assert (event.subject, event.value["skipped"], event.value["need"]) == (DAY, ["walk"], "")
    assert store.events("seat") == []
    assert programme_of(store)["source"] == str(path)


def test_a_file_that_is_no_copy_is_refused(tmp_path):
    (tmp_path / "notes.zip").write_bytes(b"hello")
    (tmp_path / "x.sqlite3").write_bytes(b"hello")
    for name in ("notes.zip", "x.sqlite3", "none.zip"):
        with pytest.raises(Declined):
            brought(str(tmp_path / name))


def test_a_folder_with_a_programme_is_set_up(store, page):
    assert not any(map(store.events, SET_UP))
    keep(page)
    assert any(map(store.events, SET_UP))


def test_the_page_holds_plain_json(page):
    assert json.loads(json.dumps(page.value)) == page.value
    assert fresh()["source"] == ""
