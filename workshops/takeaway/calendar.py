"""Dates for one's own calendar: an .ics file that Outlook, Apple and Google all read.

A file names nobody and sends nothing: no organiser, no guests, no mail address, no alarm. What the
formats ask for: RFC 5545; what Outlook makes of it: MS-STANOICAL and MS-OXCICAL (Microsoft).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.enums import CLASS, TRANSP

from workshops import methods
from workshops.exercises import Exercise
from workshops.programme.plan import plan
from workshops.store import Sheet
from workshops.takeaway.gathered import answer_of, day_name, legible

ZONE = "Europe/Copenhagen"
A_WHILE = 60
"""Minutes of a meeting nobody has given minutes: without an end a calendar shows a mere stroke."""
COUNTED_FROM = datetime(2026, 1, 1, tzinfo=UTC)
"""SEQUENCE is the seconds from here to the last change: later words always count as newer."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to be at: `date` "2026-11-26", `start` "09.30" or "09:30", or empty: all day."""

    title: str
    date: str | None
    start: str | None
    minutes: int | None
    place: str
    text: str
    uid: str
    private: bool = False


def event(  # noqa: PLR0913, PLR0917 - what an entry in a calendar has
    title: str,
    date: str | None,
    start: str | None,
    minutes: int | None,
    place: str,
    text: str,
    uid: str,
    *,
    changed: datetime | None = None,
) -> bytes | None:
    """Give an .ics with one entry; None when there is no such date.

    `uid` is the same every time the same thing is fetched (see `uid_of`): a calendar then updates
    its entry, as long as `changed` (when somebody last changed it; now) is later.
    """
    return as_file([Entry(title, date, start, minutes, place, text, uid)], changed)


def as_file(entries: list[Entry], changed: datetime | None = None) -> bytes | None:
    """Give an .ics with those of the entries that have a date; None when none has."""
    dated = [(one, day) for one in entries if (day := _day(one.date))]
    if not dated:
        return None
    moment = (changed or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    calendar = Calendar()
    calendar.add("prodid", "-//Laeringsdage//DA")
    calendar.add("version", "2.0")
    made = [_event(one, day, moment) for one, day in dated]
    if any(isinstance(one.start, datetime) for one in made):
        calendar.add_component(_zone())
    for one in made:
        calendar.add_component(one)
    return bytes(calendar.to_ical())


def uid_of(secret: str, *what: str) -> str:
    """Give the name a calendar knows something by: always the same, and it tells nothing.

    `secret` is the data folder's own, so that table 3 here is not table 3 somewhere else.
    """
    told = "\0".join((secret, *what)).encode("utf-8", "ignore")
    return hashlib.sha256(told).hexdigest()[:32]


def of_sheet(exercise: Exercise, sheet: Sheet, language: str, secret: str) -> bytes | None:
    """Give the dates of somebody's sheet, or a table's; None when there are none in it."""
    made = OF.get(exercise.method)
    if made is None:
        return None
    answer = answer_of(exercise, sheet.fields)
    uid = uid_of(secret, exercise.id, sheet.subject)
    return as_file(made(answer, exercise.words[language], uid), changed(sheet))


def changed(sheet: Sheet) -> datetime | None:
    """Give when the sheet was last written in."""
    newest = max((one.at for one in sheet.entries.values()), default=None)
    return datetime.fromisoformat(newest) if newest else None


# ── what there is to be at ───────────────────────────────────────────────────
def meeting(answer: Any, said: dict[str, str], uid: str) -> list[Entry]:
    """Give the meeting of an I DO ART: intention, outcome and agenda stand in its text.

    Who does what stays out: more people look into a calendar than have the sheet.
    """
    minutes = sum(point.minutes or 0 for point in answer.points)
    kept = [said["intention"], said["outcome"], said["agenda"]]
    sections = {one["title"]: one for one in methods.find("idoart").page(answer, said)}
    text = "\n\n".join(_told(sections[title]) for title in kept if title in sections)
    title = answer.meeting or said["meeting"]
    return [Entry(title, answer.date, answer.start, minutes, answer.place, text, uid)]


def trials(answer: Any, said: dict[str, str], uid: str) -> list[Entry]:
    """Give a person's try-outs that are still to come, each on its day; they are private."""
    return [
        Entry(
            title=one.action or said["trial_untitled"],
            date=one.date,
            start=None,
            minutes=None,
            place="",
            text="\n\n".join(
                f"{said[f'trial_{part}']}\n{text}"
                for part in ("where_when", "signs_to_look_for")
                if (text := getattr(one, part))
            ),
            uid=f"{uid}-{one.id}",
            private=True,
        )
        for one in answer.trials
        if one.status in (None, "planned")
    ]


def group_meetings(answer: Any, said: dict[str, str], uid: str) -> list[Entry]:
    """Give the meetings a learning group has agreed on; who calls them stays on the sheet."""
    return [
        Entry(said[f"fold_{name}"], one.date, one.start, None, one.place, "", f"{uid}-{name}")
        for name in methods.find("promise").MEETINGS
        if (one := getattr(answer, name))
    ]


OF: dict[str, Callable[[Any, dict[str, str], str], list[Entry]]] = {
    "idoart": meeting,
    "promise": group_meetings,
    "try_out": trials,
}
"""The methods whose sheets hold dates, and what is made of them."""


def days(dates: dict[str, str], language: str, uid: str) -> list[Entry]:
    """Give the learning days of a programme: `dates` is day → date, as the first set-up keeps it.

    A day whose date nobody has written yet is not among them.
    """
    entries = []
    for day in sorted(dates):
        planned = plan(day)
        title = f"{day_name(day, language)}: {planned.title[language]}"
        minutes = _minutes(planned.start, planned.end)
        entries.append(Entry(title, dates[day], planned.start, minutes, "", "", f"{uid}-{day}"))
    return entries


# ── how it is written ────────────────────────────────────────────────────────
def _event(one: Entry, day: date, moment: datetime) -> Event:
    clock = _clock(one.start)
    begins: date | datetime = day
    ends: date | datetime = day + timedelta(days=1)
    if clock:
        begins = datetime.combine(day, clock, ZoneInfo(ZONE))
        ends = begins + timedelta(minutes=one.minutes or A_WHILE)
    return Event.new(
        uid=one.uid,
        stamp=moment,
        last_modified=moment,
        sequence=max(0, int((moment - COUNTED_FROM).total_seconds())),
        start=begins,
        end=ends,
        summary=" ".join(legible(one.title).split()),
        location=" ".join(legible(one.place).split()) or None,
        description=legible(one.text) or None,
        classification=CLASS.PRIVATE if one.private else None,
        # A day without a time of day is something to remember: nobody is away because of it.
        transparency=None if clock else TRANSP.TRANSPARENT,
    )


def _zone() -> Timezone:
    """Give summer and winter time as rules: Outlook does not read a list of dates."""
    zone = Timezone()
    zone.add("tzid", ZONE)
    winter, summer = timedelta(hours=1), timedelta(hours=2)
    for made, name, begins, before, after in (
        (TimezoneDaylight(), "CEST", datetime(1996, 3, 31, 2), winter, summer),  # noqa: DTZ001 - local
        (TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), summer, winter),  # noqa: DTZ001 - local
    ):
        made.add("tzname", name)
        made.add("dtstart", begins)
        made.add("rrule", {"freq": "yearly", "bymonth": begins.month, "byday": "-1su"})
        made.add("tzoffsetfrom", before)
        made.add("tzoffsetto", after)
        zone.add_component(made)
    return zone


def _told(section: dict[str, Any]) -> str:
    """Give a section of a page as lines of plain text; of the agenda, when and what."""
    lines = [section["title"]]
    if section["is"] == "text":
        lines.append(section["text"])
    elif section["is"] == "pairs":
        lines += [f"{one['name']}: {one['value']}" for one in section["pairs"]]
    else:
        lines += ["  ".join(cell for cell in row[:2] if cell) for row in section["rows"]]
    return "\n".join(lines)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:  # the 31st of February has the shape of a date
        return None


def _clock(text: str | None) -> time | None:
    try:
        return time.fromisoformat((text or "").replace(".", ":"))
    except ValueError:
        return None


def _minutes(start: str, end: str) -> int | None:
    begins, ends = _clock(start), _clock(end)
    if begins is None or ends is None:
        return None
    return (ends.hour - begins.hour) * 60 + ends.minute - begins.minute
