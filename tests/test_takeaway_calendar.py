"""Dates for a calendar: the right time, the same entry when fetched again, and words as words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar, Event

from tests.test_takeaway_hostile import HOSTILE
from workshops import fields
from workshops.exercises import exercise
from workshops.store import Change
from workshops.store.temporary import TemporaryStore
from workshops.takeaway import calendar
from workshops.takeaway.gathered import legible

ONE = exercise("next_meeting")
MEETING: dict[str, Any] = {
    "meeting": "Teammøde",
    "intention": "Forældre går hjem med spørgsmål.",
    "knowledge": "Hvad de andre gør",
    "points": [
        {"id": "a", "what": "Vi lander", "minutes": 10, "lead": "AK"},
        {"id": "b", "what": "Tre ting", "minutes": 35},
    ],
    "roles": [{"id": "r", "role": "Mødeleder", "who": "Anna K."}],
    "date": "2026-11-26",
    "start": "14.15",
    "place": "Personalerummet",
}


def entries(made: bytes | None) -> list[Event]:
    assert made
    return list(Calendar.from_ical(made).walk("VEVENT"))


def meeting(**given: Any) -> bytes | None:
    answer = ONE.answer.parse(MEETING | given)
    return calendar.as_file(calendar.meeting(answer, ONE.words["da"], "u"))


def event(text: str = "x", start: str | None = "09.00") -> bytes | None:
    return calendar.event(text, "2026-11-26", start, 30, text, text, "u")


def test_a_meeting_stands_at_its_time_and_says_why_one_meets():
    (one,) = entries(meeting())
    assert one.start.isoformat() == "2026-11-26T14:15:00+01:00"
    assert one.end - one.start == timedelta(minutes=45)
    assert one["summary"] == "Teammøde"
    assert one["location"] == "Personalerummet"
    lines = str(one["description"]).splitlines()
    assert MEETING["intention"] in lines
    assert "Det ved vi: Hvad de andre gør" in lines
    assert lines[-2:] == ["14.15  Vi lander", "14.25  Tre ting"]


def test_in_summer_the_clock_is_an_hour_ahead_and_outlook_is_told_by_rules():
    made = meeting(date="2027-06-01")
    assert entries(made)[0].start.isoformat() == "2027-06-01T14:15:00+02:00"
    (zone,) = Calendar.from_ical(made or b"").walk("VTIMEZONE")
    rules = [part["rrule"].to_ical() for part in zone.subcomponents]
    assert rules == [b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"]
    assert b"RDATE" not in (made or b"")


def test_it_names_nobody_and_rings_no_bell():
    made = (meeting() or b"").decode()
    words = ("ATTENDEE", "ORGANIZER", "VALARM", "METHOD", "mailto", "@", "Anna K.", "AK")
    assert [word for word in words if word in made] == []


@pytest.mark.parametrize("day", [None, "2026-02-31"])
def test_without_a_day_there_is_no_file(day):
    assert meeting(date=day) is None


def test_without_a_time_of_day_it_is_a_day_on_which_one_is_free():
    (one,) = entries(meeting(start=None))
    assert (one.start, one.end) == (date(2026, 11, 26), date(2026, 11, 27))
    assert one["transp"] == "TRANSPARENT"
    assert b"VTIMEZONE" not in (meeting(start=None) or b"")


def test_the_time_may_be_written_as_a_phone_writes_it():
    assert entries(event(start="14:30"))[0].start == entries(event(start="14.30"))[0].start


def test_a_second_download_is_the_same_entry_and_counts_as_newer_after_a_change():
    store = TemporaryStore()
    sheets = []
    for number, place in enumerate(("Lokale 1", "Lokale 2")):
        leaves = fields.leaves({**MEETING, "place": place})
        for path, value in leaves.items():
            store.put(Change(ONE.id, "p:00000001", "00000001", path, value, f"{number} {path}"))
        sheets.append(store.mine(ONE.id, "00000001"))
    made = [calendar.of_sheet(ONE, sheet, "da", "s") for sheet in sheets]
    assert made[1] == calendar.of_sheet(ONE, sheets[1], "da", "s")
    first, second = (entries(one)[0] for one in made)
    assert first["uid"] == second["uid"]
    assert (first["location"], second["location"]) == ("Lokale 1", "Lokale 2")
    store.close()
    at = datetime(2026, 12, 1, 9, tzinfo=UTC)
    one = calendar.Entry("x", "2026-12-24", "", None, "", "", "u")
    earlier, later = (
        entries(calendar.as_file([one], at + timedelta(seconds=more)))[0] for more in (0, 1)
    )
    assert later["sequence"] == earlier["sequence"] + 1
    assert later["dtstamp"].dt == at + timedelta(seconds=1)


def test_table_three_here_is_not_table_three_elsewhere():
    names = [calendar.uid_of(secret, ONE.id, "g:3") for secret in ("here", "there", "here")]
    assert names[0] == names[2] != names[1]


def test_only_try_outs_with_a_day_that_are_still_to_come_are_in_it_and_for_ones_own_eyes():
    one = exercise("try_outs")
    trials = [
        {"id": "a", "action": "Spørge først", "date": "2026-12-01", "wondering": "Om K."},
        {"id": "b", "action": "Uden dato", "where_when": "1. december"},
        {"id": "c", "action": "Prøvet", "date": "2026-11-01", "status": "tried"},
    ]
    answer = one.answer.parse({"trials": trials})
    made = calendar.as_file(calendar.trials(answer, one.words["da"], "u"))
    (found,) = entries(made)
    assert (found["summary"], found["uid"], found["class"]) == ("Spørge først", "u-a", "PRIVATE")
    assert b"Om K." not in (made or b"")


def test_learning_days_with_a_date_are_in_it_from_start_to_end():
    dates = {"day1_context": "2026-11-26", "day2_inquiry": ""}
    (one,) = entries(calendar.as_file(calendar.days(dates, "da", "u")))
    assert one["summary"].startswith("Læringsdag 1: ")
    assert f"{one.start:%H.%M}–{one.end:%H.%M}" == "09.00–15.30"
    assert calendar.as_file(calendar.days({}, "da", "u")) is None


def test_a_learning_groups_meetings_are_in_it():
    one = exercise("six_month_promise")
    answer = one.answer.parse({"meet2": {"date": "2027-05-03", "start": "13:00", "caller": "BB"}})
    made = calendar.as_file(calendar.group_meetings(answer, one.words["da"], "u"))
    (found,) = entries(made)
    assert found.start.isoformat() == "2027-05-03T13:00:00+02:00"
    assert b"BB" not in (made or b"")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_come_back_as_the_words_they_are(text):
    made = event(text) or b""
    (one,) = entries(made)
    assert str(one.get("description", "")) == legible(text)
    assert str(one.get("summary", "")).split() == legible(text).split()
    # A strong line break ends each line, and no line is longer than readers take.
    lines = made.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line or len(line) > 75 for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "x\r\nATTENDEE:mailto:eve@example.org",
        "x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:y",
        "x\\nBEGIN:VALARM",
        "x;y,z:\\;",
        'TZID="x":y',
    ],
)
def test_no_words_become_a_line_of_the_format(text):
    (one,) = entries(event(text))
    assert not one.subcomponents
    assert {"ATTENDEE", "ORGANIZER"} & set(one) == set()
    assert str(one["description"]) == text.replace("\r", "")
