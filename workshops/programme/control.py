"""Who holds a group's controls in an exercise that has any: the group, until one phone takes them.

They pass by one scan of a code, come back whenever somebody calls them back, and are lent to the
whole group while a time-out lasts. Every step is an event, so a restart leaves them where they are.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from workshops.programme.plan import moment
from workshops.store import Declined, Event, Store

KIND = "control"
VALID = timedelta(minutes=10)
"""How long a code may wait to be scanned."""
ACTS = ("offer", "take", "lend", "resume", "back")


@dataclass(frozen=True)
class Control:
    """Where the controls are: with `by`, or with the group; `lent` gets them after a time-out."""

    by: str = ""
    lent: str = ""
    key: str = ""
    offered: str = ""
    act: str = ""
    who: str = ""

    def is_with(self, person: str) -> bool:
        """Say whether a person may press: the holder, or anybody while nobody holds them."""
        return self.by in ("", person)


class Controls:
    """The controls of every group; `sits` says whether a person is at a table."""

    def __init__(
        self, store: Store, sits: Callable[[str, str], bool] = lambda _person, _table: True
    ) -> None:
        self.store = store
        self.sits = sits
        self._lock = threading.Lock()

    def of(self, exercise: str, table: str) -> Control:
        """Give where the controls of a table's exercise are today; yesterday's are nobody's."""
        today = datetime.now().astimezone().date()
        control = Control()
        for event in self.store.events(KIND):
            if event.subject != f"g:{table}" or event.value.get("exercise") != exercise:
                continue
            if moment(event.at).astimezone().date() == today:
                control = stepped(control, event)
        gone = {one for one in (control.by, control.lent) if one and not self.sits(one, table)}
        by = "" if control.by in gone else control.by
        lent = "" if control.lent in gone else control.lent
        return replace(control, by=by, lent=lent)

    def holder(self, exercise: str, table: str) -> str:
        """Give whose phone has the controls; "" while they are the whole group's."""
        return self.of(exercise, table).by

    def do(self, exercise: str, table: str, act: object, who: str, key: str = "") -> bool:
        """Take one step and say whether it changed anything, or decline with one sentence."""
        with self._lock:  # two phones at once: the second sees what the first has done
            control = self.of(exercise, table)
            if act == "offer":
                _may_offer(control, who)
                key = secrets.token_urlsafe(12)
            elif act == "take":
                _may_take(control, who, key)
            elif act not in ACTS:
                raise Declined("refused_message")
            if act in ("lend", "resume", "back") and not _changes(control, str(act), who):
                return False
            value = {"exercise": exercise, "act": act} | ({"key": key} if act == "offer" else {})
            self.store.mark(KIND, f"g:{table}", value, who)
            return True

    def take_by_code(self, key: str, table: str, who: str) -> None:
        """Hand the controls a code is for to whoever scanned it at the table."""
        exercise = self.offer_of(key, table)
        if exercise is None:
            raise Declined("refused_control_code")
        self.do(exercise, table, "take", who, key)

    def offer_of(self, key: str, table: str) -> str | None:
        """Give the exercise whose controls a code hands over at a table; None for a void code."""
        for exercise in {event.value.get("exercise") for event in self.store.events(KIND)}:
            if _opens(self.of(str(exercise), table), key):
                return str(exercise)
        return None


def stepped(control: Control, event: Event) -> Control:
    """Give where the controls are after one event."""
    act = event.value.get("act")
    last = {"act": str(act), "who": event.who}
    if act == "offer":
        return replace(control, key=event.value.get("key", ""), offered=event.at, **last)
    if act == "take":
        return Control(by=event.who, **last)
    if act == "lend" and control.by == event.who:
        return Control(lent=event.who, **last)
    if act == "resume":
        return Control(by=control.lent or control.by, **last)
    if act == "back":
        return Control(**last)
    return control


def _may_offer(control: Control, who: str) -> None:
    if control.lent or not control.is_with(who):
        raise Declined("refused_control_held")


def _may_take(control: Control, who: str, key: str) -> None:
    """Decline a code that is void, and a press without one while somebody has the controls."""
    if key and not _opens(control, key):
        raise Declined("refused_control_code")
    if not key and (control.lent or not control.is_with(who)):
        raise Declined("refused_control_held")


def _opens(control: Control, key: str) -> bool:
    fresh = control.offered and datetime.now(UTC) - moment(control.offered) < VALID
    return bool(
        fresh and control.key and secrets.compare_digest(control.key.encode(), key.encode())
    )


def _changes(control: Control, act: str, who: str) -> bool:
    if act == "lend":
        return control.by == who
    return bool(control.lent) if act == "resume" else bool(control.by or control.lent)
