"""Is everything ready: each finding says what was seen, and what to do about it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from workshops import readiness
from workshops.dashboards import measured
from workshops.readiness import Finding
from workshops.room.addresses import Card, kind_of
from workshops.store.temporary import TemporaryStore
from workshops.words import LANGUAGES, words

WIFI = Card("Wi-Fi", "192.168.8.2", "lan")
CABLE = Card("Ethernet", "10.1.2.3", "lan")
TUNNEL = Card("utun4", "10.8.0.6", "vpn")
ALONE = Card("Wi-Fi", "169.254.7.7", "alone")
ADDRESS = "192.168.8.2:8080"
NOW = datetime(2026, 11, 24, 8, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("cards", "address", "state", "case"),
    [
        ([WIFI], ADDRESS, "ok", "fine"),
        ([], "127.0.0.1:8080", "wrong", "none"),
        ([ALONE], "169.254.7.7:8080", "wrong", "alone"),
        ([CABLE], ADDRESS, "wrong", "moved"),
        ([WIFI], "127.0.0.1:8080", "wrong", "moved"),
        ([WIFI, TUNNEL], ADDRESS, "look", "vpn"),
        ([WIFI, CABLE], ADDRESS, "look", "several"),
        ([WIFI, CABLE, TUNNEL], ADDRESS, "look", "vpn"),
        ([TUNNEL], "10.8.0.6:8080", "wrong", "none"),
    ],
)
def test_the_network_is_named_as_it_is(cards, address, state, case):
    found = readiness.network(cards, address)
    assert (found.state, found.case) == (state, case)


def test_several_networks_and_a_vpn_are_named_plainly():
    several = readiness.network([WIFI, CABLE], ADDRESS).told()["say"]["da"]
    assert "Wi-Fi" in several
    assert "Ethernet (10.1.2.3)" in several
    assert "utun4" in readiness.network([WIFI, TUNNEL], ADDRESS).told()["say"]["en"]


@pytest.mark.parametrize(
    ("name", "address", "kind"),
    [
        ("Wi-Fi", "192.168.1.4", "lan"),
        ("eth0", "10.0.0.4", "lan"),
        ("wg0", "10.9.0.2", "vpn"),
        ("tailscale0", "100.64.0.3", "vpn"),
        ("Cisco AnyConnect Virtual Miniport", "10.2.3.4", "vpn"),
        ("Kommune-VPN", "10.2.3.4", "vpn"),
        ("en0", "169.254.3.4", "alone"),
    ],
)
def test_a_network_card_is_known_by_its_name(name, address, kind):
    assert kind_of(name, address) == kind


def test_only_a_phone_proves_the_router():
    assert readiness.phones(0).state == "look"
    assert readiness.phones(1).state == "ok"


@pytest.mark.parametrize(
    ("newest", "browser", "case"),
    [
        (None, None, "fine"),
        (NOW - timedelta(days=3), NOW, "fine"),
        (NOW + timedelta(hours=1), NOW, "behind"),
        (None, NOW + timedelta(minutes=1), "apart"),
    ],
)
def test_the_clock_is_asked_about(newest, browser, case):
    assert readiness.clock(NOW, newest, browser).case == case


def test_time_and_date_are_written_as_each_language_writes_them():
    noon = datetime(2026, 11, 24, 9, 5).astimezone()
    told = readiness.clock(noon, None, None).told()
    assert "tirsdag den 24. november, kl. 9.05" in told["say"]["da"]
    assert "Tuesday 24 November, 9:05" in told["say"]["en"]


DATES = {"day1_context": "2026-11-24", "day2_inquiry": "2026-12-15"}


@pytest.mark.parametrize(
    ("today", "dates", "number", "state", "case"),
    [
        (date(2026, 11, 24), DATES, 1, "ok", "fine"),
        (date(2026, 11, 24), DATES, 2, "wrong", "other"),
        (date(2026, 11, 23), DATES, 1, "ok", "coming"),
        (date(2026, 11, 23), DATES, 3, "look", "none"),
        (date(2026, 11, 23), {}, 1, "look", "none"),
        (date(2026, 11, 23), {"day1_context": "soon"}, 1, "look", "none"),
    ],
)
def test_the_day_that_is_chosen_is_the_day_it_is(today, dates, number, state, case):
    found = readiness.day(today, dates, number)
    assert (found.state, found.case) == (state, case)


def test_the_wrong_day_is_named():
    told = readiness.day(date(2026, 12, 15), DATES, 1).told()["say"]["da"]
    assert told == "I dag er det læringsdag 2, men læringsdag 1 er valgt."


@pytest.mark.parametrize(("free", "state"), [(10**8, "wrong"), (5 * 10**8, "look"), (10**11, "ok")])
def test_the_disk_has_room(free, state):
    assert readiness.disk(free).state == state
    unit = " GB" if free >= 1e9 else " MB"
    assert unit in readiness.disk(free).told()["say"]["da"]


@pytest.mark.parametrize(
    ("at", "readable", "case"),
    [
        (None, False, "none"),
        (NOW, False, "broken"),
        (NOW - timedelta(days=2), True, "old"),
        (NOW - timedelta(hours=1), True, "fine"),
    ],
)
def test_a_copy_counts_when_it_is_of_today_and_can_be_read(at, readable, case):
    assert readiness.backup(at, readable=readable, now=NOW).case == case


@pytest.mark.parametrize(
    ("told", "case"),
    [
        (None, "none"),
        ({"width": 1920, "height": 1080, "full": True}, "fine"),
        ({"width": 1920, "height": 950, "full": False}, "framed"),
        ({"width": 800, "height": 600, "full": True}, "small"),
        ({"width": "wide"}, "small"),
    ],
)
def test_the_big_screen_is_as_large_as_the_browser_says(told, case):
    assert readiness.screen(told).case == case


def test_what_a_day_lasts_on():
    assert readiness.power(None, 1).state == "ok"
    assert readiness.power(True, 0.1).state == "ok"
    assert readiness.power(False, 0.9).case == "battery"
    assert readiness.power(False, 0.2).case == "low"


def every_finding() -> list[Finding]:
    cases = [readiness.network(cards, ADDRESS) for cards in ([WIFI], [], [ALONE], [CABLE])]
    cases += [readiness.network([WIFI, one], ADDRESS) for one in (TUNNEL, CABLE)]
    cases += [readiness.door(ADDRESS, answers=yes) for yes in (True, False)]
    cases += [readiness.content(lost, 5) for lost in ([], ["01_x.ipynb"])]
    cases += [readiness.pack(0), readiness.pack(25)]
    cases += [readiness.browser(told) for told in ({"modern": False, "name": "Safari 12"}, None)]
    cases += [readiness.power(False, part) for part in (0.1, 0.9)]
    cases += [readiness.screen(told) for told in (None, {"width": 640, "height": 480})]
    cases += [readiness.disk(free) for free in (1, 5 * 10**8, 10**12)]
    return [*cases, readiness.phones(0), readiness.phones(3), readiness.clock(NOW, None, None)]


@pytest.mark.parametrize("found", every_finding(), ids=lambda one: f"{one.key} {one.case}")
def test_a_finding_is_whole_sentences_and_says_what_to_do(found):
    told = found.told()
    for language in LANGUAGES:
        assert told["title"][language]
        assert told["say"][language].endswith((".", "?"))
        assert "…" not in told["say"][language]
        if found.state != "ok":
            assert told["do"][language].endswith(".")


def test_every_word_of_the_findings_has_a_title_in_front():
    keys = {key for key in words("da") if key.startswith("ready_") and key.endswith("_do")}
    assert all(key.removesuffix("_do") in words("da") for key in keys)


# ── what is measured ──
def test_a_copy_is_read_from_end_to_end(tmp_path: Path):
    (tmp_path / "backups").mkdir()
    assert measured.newest_copy(tmp_path) == (None, False)
    file = tmp_path / "backups" / "laeringsdage-2026-11-24T08-00-00.sqlite3"
    file.write_bytes(b"SQLite format 3\0 but no more than that")
    assert measured.newest_copy(tmp_path)[1] is False


def test_nobody_answers_on_a_closed_port():
    assert measured.answers("127.0.0.1:9") is False


def test_people_who_left_the_list_or_were_deleted_do_not_count():
    store = TemporaryStore()
    for person, more in (("a", {}), ("b", {"gone": True}), ("c", {"device": False})):
        store.mark("seat", f"p:{person}", {"alias": person, "code": "x-y-12", **more}, "desk")
    assert [one["alias"] for one in measured.seats(store)] == ["a", "c"]
    found = measured.findings(store, {"join": {"address": "127.0.0.1:9"}}, None, {})
    told = {one["key"]: one["say"]["da"] for one in found}
    assert told["phones"].startswith("1 har været inde")
    assert "2 kodekort" in told["pack"]
    store.close()


def test_what_the_plan_names_and_the_kit_lacks_is_found(tmp_path: Path, monkeypatch):
    day = tmp_path / "day1_context"
    (day / "exercises").mkdir(parents=True)
    (day / "plan.toml").write_text(
        'title = { da = "Dag", en = "Day" }\n[[blocks]]\nid = "a"\nminutes = 5\n'
        'title = { da = "A", en = "A" }\nnotebook = "01_a"\nexercise = "nothing"\n',
        encoding="utf-8",
    )
    monkeypatch.setenv("LAERINGSDAGE_CONTENT", str(tmp_path))
    store = TemporaryStore()
    state = {"day": "day1_context", "day_number": 1, "join": {}}
    told = {one["key"]: one for one in measured.findings(store, state, tmp_path, {})}
    assert told["content"]["state"] == "wrong"
    assert "01_a.ipynb, nothing.toml" in told["content"]["say"]["da"]
    assert told["disk"]["state"]
    assert told["backup"]["state"] == "look"
    store.close()


@pytest.mark.parametrize(
    ("size", "da", "en"),
    [
        (0, "0,0 kB", "0.0 kB"),
        (45_056, "45 kB", "45 kB"),
        (1_240_000, "1,2 MB", "1.2 MB"),
        (83_000_000_000, "83 GB", "83 GB"),
    ],
)
def test_a_size_is_written_in_the_unit_people_would_use(size, da, en):
    said = readiness.spoken_size(size)
    assert (said("da"), said("en")) == (da, en)
