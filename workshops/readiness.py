"""Is everything ready? What was measured of machine, network and day becomes calm findings.

Pure: nothing is measured here. A finding has a state (ok, look, wrong), a sentence, and what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Literal

from workshops.room.addresses import LOOPBACK, Card
from workshops.words import LANGUAGES, sentence, words

State = Literal["ok", "look", "wrong"]
Fact = object | Callable[[str], str]
"""A fact of a sentence; one that reads differently in each language is a function of it."""

LITTLE, NOTHING = 1_000_000_000, 200_000_000
"""Bytes free on the disk below which one should look, and below which a day cannot be kept."""
FRESH = timedelta(hours=12)
"""A copy from before that is not of this day."""
CLOCKS = 5.0
"""Seconds two clocks may differ."""
NARROW, LOW = 1024, 700
"""Pixels a big screen should have at least."""
UNITS = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "kB"))
BATTERY = 0.5
"""The part of a battery that will not last a day."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `case` picks its sentence `ready_<key>_<case>`."""

    key: str
    state: State
    case: str
    facts: dict[str, Fact] = field(default_factory=dict)

    def told(self) -> dict[str, Any]:
        """Give the finding as JSON, in both languages."""
        return {
            "key": self.key,
            "state": self.state,
            "title": self._said(f"ready_{self.key}"),
            "say": self._said(f"ready_{self.key}_{self.case}"),
            "do": self._said(f"ready_{self.key}_{self.case}_do"),
        }

    def _said(self, word: str) -> dict[str, str] | None:
        if word not in words(LANGUAGES[0]):
            return None
        return said(word, **self.facts)


def said(word: str, **facts: Fact) -> dict[str, str]:
    """Give a sentence in both languages, its facts as each language says them."""
    return {
        language: sentence(
            word,
            language,
            **{name: fact(language) if callable(fact) else fact for name, fact in facts.items()},
        )
        for language in LANGUAGES
    }


def network(cards: list[Card], address: str) -> Finding:
    """Say whether phones can find this machine: no net, a VPN, several nets, or a net that left."""
    used = address.partition(":")[0]
    lan = [card for card in cards if card.kind == "lan"]
    vpn = next((card for card in cards if card.kind == "vpn"), None)
    facts: dict[str, Fact] = {"address": address, "n": len(lan)}
    if not lan:
        return Finding("network", "wrong", "alone" if cards and not vpn else "none", facts)
    if used == LOOPBACK or used not in {card.address for card in cards}:
        return Finding("network", "wrong", "moved", facts)
    if vpn:
        return Finding("network", "look", "vpn", {**facts, "name": vpn.name})
    if len(lan) > 1:
        name = next((card.name for card in lan if card.address == used), used)
        others = ", ".join(f"{card.name} ({card.address})" for card in lan if card.address != used)
        return Finding("network", "look", "several", {**facts, "name": name, "others": others})
    return Finding("network", "ok", "fine", {**facts, "name": lan[0].name})


def door(address: str, *, answers: bool) -> Finding:
    """Say whether the room answers at the address that stands on the wall."""
    if not answers:
        return Finding("door", "wrong", "silent", {"address": address})
    return Finding("door", "ok", "fine", {"address": address})


def phones(came: int) -> Finding:
    """Say whether a phone has been in: only that proves router and firewall."""
    return Finding("phones", "ok" if came else "look", "fine" if came else "none", {"n": came})


def clock(now: datetime, newest: datetime | None, browser: datetime | None) -> Finding:
    """Say what time this machine believes it is; look when it runs behind what was kept before."""
    facts: dict[str, Fact] = {"time": spoken_time(now), "date": spoken_date(now.date())}
    if newest and newest - now > timedelta(seconds=CLOCKS):
        return Finding("clock", "wrong", "behind", facts)
    if browser and abs((browser - now).total_seconds()) > CLOCKS:
        return Finding("clock", "look", "apart", facts)
    return Finding("clock", "ok", "fine", facts)


def day(today: date, dates: dict[str, str], number: int) -> Finding:
    """Say whether the day that is chosen is the one the programme has today."""
    planned = {key: parsed for key, text in dates.items() if (parsed := _parsed(text))}
    chosen = next((one for key, one in planned.items() if key.startswith(f"day{number}_")), None)
    facts: dict[str, Fact] = {"n": number, "date": spoken_date(chosen) if chosen else "…"}
    if not planned:
        return Finding("day", "look", "none", facts)
    if chosen == today:
        return Finding("day", "ok", "fine", facts)
    other = next((key for key, one in planned.items() if one == today), None)
    if other:
        return Finding("day", "wrong", "other", {**facts, "m": other[3:4]})
    return (
        Finding("day", "ok", "coming", facts) if chosen else Finding("day", "look", "none", facts)
    )


def content(missing: Iterable[str], pages: int) -> Finding:
    """Say whether every page the plan names is there."""
    lost = list(missing)
    if lost:
        return Finding("content", "wrong", "missing", {"files": ", ".join(lost[:5])})
    return Finding("content", "ok", "fine", {"n": pages})


def disk(free: int) -> Finding:
    """Say whether there is room for what will be written."""
    facts: dict[str, Fact] = {"size": spoken_size(free)}
    if free < NOTHING:
        return Finding("disk", "wrong", "full", facts)
    return Finding(
        "disk", "look" if free < LITTLE else "ok", "low" if free < LITTLE else "fine", facts
    )


def backup(at: datetime | None, *, readable: bool, now: datetime) -> Finding:
    """Say whether the newest copy is of today and can be read."""
    if at is None:
        return Finding("backup", "look", "none")
    facts: dict[str, Fact] = {"time": spoken_time(at), "date": spoken_date(at.astimezone().date())}
    if not readable:
        return Finding("backup", "wrong", "broken", facts)
    if now - at > FRESH:
        return Finding("backup", "look", "old", facts)
    return Finding("backup", "ok", "fine", facts)


def pack(cards: int) -> Finding:
    """Say whether there is something to print: the join sheet always, code cards with a roster."""
    return Finding("pack", "ok", "fine" if cards else "sheet", {"n": cards})


def screen(told: dict[str, Any] | None) -> Finding:
    """Say how large the big screen is, as the browser tells once it has opened it from here."""
    if not told:
        return Finding("screen", "look", "none")
    width, height = _whole(told.get("width")), _whole(told.get("height"))
    facts: dict[str, Fact] = {"width": width, "height": height}
    if width < NARROW or height < LOW:
        return Finding("screen", "look", "small", facts)
    if told.get("full") is False:
        return Finding("screen", "look", "framed", facts)
    return Finding("screen", "ok", "fine", facts)


def browser(told: dict[str, Any] | None) -> Finding:
    """Say whether this browser can draw the pages of desk and wall."""
    name = str((told or {}).get("name", ""))[:40]
    facts: dict[str, Fact] = {"name": name or (lambda one: words(one)["ready_browser"])}
    if told and told.get("modern") is False:
        return Finding("browser", "wrong", "old", facts)
    return Finding("browser", "ok", "fine", facts)


def power(plugged: bool | None, part: float) -> Finding:
    """Say whether the machine will last: one without a battery will."""
    facts: dict[str, Fact] = {"n": round(part * 100)}
    if plugged is False:
        return Finding("power", "look", "low" if part < BATTERY else "battery", facts)
    return Finding("power", "ok", "fine", facts)


def _whole(number: object) -> int:
    return int(number) if isinstance(number, int | float) else 0


def _parsed(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None


def spoken_time(when: datetime) -> Callable[[str], str]:
    """Give a time of day as each language writes it."""
    local = when.astimezone()
    return lambda language: f"{local.hour}{words(language)['ready_clock_mark']}{local:%M}"


def spoken_date(when: date) -> Callable[[str], str]:
    """Give a date with its day of the week."""

    def told(language: str) -> str:
        month = words(language)["ready_months"].split(" ")[when.month - 1]
        weekday = words(language)["ready_weekdays"].split(" ")[when.weekday()]
        return sentence("ready_date", language, weekday=weekday, n=when.day, month=month)

    return told


def spoken_size(size: int) -> Callable[[str], str]:
    """Give a number of bytes in the unit people would use."""
    number, unit = next((size / one, name) for one, name in UNITS if size >= one or one == 1000)
    text = f"{number:.1f}" if number < 10 else f"{number:.0f}"
    return lambda language: f"{text.replace('.', words(language)['ready_decimal'])} {unit}"
