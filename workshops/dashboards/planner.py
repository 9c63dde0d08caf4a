"""The planner in its kernel: each step becomes a draft in the store, taken into use as a version.

Nothing is kept here that a new page would miss, but for what the page is looking at.
"""

from __future__ import annotations

from tomllib import TOMLDecodeError
from typing import TYPE_CHECKING, Any

from workshops.dashboards import planner_facts as facts
from workshops.dashboards.desk import AWAY, Soon, where
from workshops.programme import editing, versions
from workshops.programme.plan import Plan, plan
from workshops.programme.planning import Changes, applied
from workshops.programme.rewording import fits_a_page
from workshops.store import Declined, Entry, Event, Store
from workshops.words import LANGUAGES, sentence

if TYPE_CHECKING:
    from widgets.planner import Planner

KINDS = (versions.DRAFT, versions.VERSION)
AGAIN = 2.0
"""Seconds until a room that did not answer is asked again."""
MOST = {"who": 60, "why": 400, "need": 200}
"""Letters a version's own words may have."""
WRITTEN = "written"
"""Stands for the version that the file itself is."""


def planner() -> Planner:
    """Show the planner, joined to the running room (or, in Lab, to a store of its own)."""
    from widgets.planner import Planner  # noqa: PLC0415 - widgets only where there is a kernel
    from workshops import kernel  # noqa: PLC0415 - as above

    shown = Planner(words=facts.planner_words(), options={"locale": kernel.language()})
    Planning(kernel.store(), shown, desk="/desk" if kernel.face() != "lab" else None)
    return shown


class Planning:
    """One planner at one store."""

    def __init__(self, store: Store, planner: Planner, *, desk: str | None = None) -> None:
        self.store = store
        self.planner = planner
        self.desk = desk
        self.heard = 0
        self.note: dict[str, str] | None = None
        self.looking: dict[str, Any] = {"day": None, "block": None, "version": None}
        self._events: list[Event] = []
        self.soon = Soon(self.refresh)
        planner.observe(self._pressed, "pressed")
        self.stop = store.watch(self._happened)
        self.refresh()

    def _happened(self, one: Entry | Event) -> None:
        """Draw again when a plan or the running day changed; what people write is not here."""
        if isinstance(one, Event) and one.kind in {*KINDS, "run"}:
            self.soon()

    def _mine(self, day: str) -> versions.Desk:
        """Give a day's drafts and versions; only what is new is asked for."""
        since = self._events[-1].id if self._events else 0
        new = [one for kind in KINDS for one in self.store.events(kind, since)]
        self._events += sorted(new, key=lambda one: one.id)
        return versions.desk(self._events, day)

    def refresh(self) -> None:
        """Give the planner everything anew; when the room is silent, say so and try again."""
        try:
            told = self._told()
        except Declined as no:
            word = "planner_room_gone" if no.word in AWAY else no.word
            told = {**self.planner.value, "note": _sentences(word, **no.facts)}
            self.soon.later(AGAIN)
        except (OSError, TOMLDecodeError, KeyError, TypeError):
            told = {**self.planner.value, "note": _sentences("planner_broken", file="plan.toml")}
        self.planner.value = {**facts.NOTHING, **told, "heard": self.heard}

    def _told(self) -> dict[str, Any]:
        days = facts.days()
        running = where(self.store)
        day = self.looking["day"] or running.get("day") or (days[0]["id"] if days else None)
        about = {"days": days, "note": self.note, "desk": self.desk}
        if day not in [one["id"] for one in days]:
            return about
        self.looking["day"] = day
        written, mine = plan(day), self._mine(day)
        block = applied(written, mine.draft).block(self.looking["block"])
        return {
            **about,
            **facts.shown(written, mine),
            "live": running.get("block") if running.get("day") == day else None,
            "editing": facts.texts_of(day, block, mine.draft) if block else None,
            "compare": self._compared(written, mine),
        }

    def _compared(self, written: Plan, mine: versions.Desk) -> dict[str, Any] | None:
        chosen = _snapshot(mine, self.looking["version"])
        if chosen is None:
            return None
        found = facts.compared(written, chosen, mine.draft)
        return {"version": self.looking["version"], **found}

    # ── presses ──────────────────────────────────────────────────────────
    def _pressed(self, change: Any) -> None:
        pressed = dict(change["new"] or {})
        number, act = pressed.pop("n", 0), pressed.pop("act", "")
        self.heard = number if isinstance(number, int) else 0
        if act != "look":
            self.note = None
        try:
            self._do(str(act), pressed)
        except Declined as no:
            self.note = None if no.word in AWAY else _sentences(no.word, **no.facts)
        except (OSError, TOMLDecodeError, LookupError):
            self.note = _sentences("planner_no_change")
        self.refresh()

    def _do(self, act: str, given: dict[str, Any]) -> None:
        if act == "look":
            self.looking |= {key: given[key] for key in self.looking if key in given}
            return
        day = self.looking["day"]
        if day is None:
            raise Declined("planner_empty")
        mine = self._mine(day)
        if act == "undo":
            if len(mine.past) > 1:
                self.store.mark(versions.DRAFT, day, {"undo": True}, who="desk")
        elif act == "publish":
            self._publish(day, mine, given)
        else:
            self._step(day, mine, act, given)

    def _step(self, day: str, mine: versions.Desk, act: str, given: dict[str, Any]) -> None:
        written = plan(day)
        joins = bool(given.pop("joins", False))
        after = editing.edit(written, mine.draft, act, **self._with_own(written, mine, act, given))
        if after == mine.draft:
            if act in ("text", "cell", "look") or given.get("part") in ("start", "end"):
                return
            raise Declined("planner_no_change")
        draft = {"changes": after, **({"joins": True} if joins else {})}
        self.store.mark(versions.DRAFT, day, draft, who="desk")

    def _with_own(
        self, written: Plan, mine: versions.Desk, act: str, given: dict[str, Any]
    ) -> dict[str, Any]:
        """Name what a text belongs to, and what its file says: the page is not asked for either."""
        if act not in ("text", "cell"):
            return given
        block = applied(written, mine.draft).block(given.get("block"))
        if block is None:
            raise Declined("planner_no_change")
        language, key = str(given.get("language")), str(given.get("key"))
        if act == "text":
            own = facts.exercises.as_written(block.exercise).words[language][key]
            return {**given, "exercise": block.exercise, "own": own}
        own = facts.task_cells(written.day, block.notebook)[f"{key}-{language}"]
        if not fits_a_page(given.get("value"), own):
            raise Declined("planner_only_text")
        return {**given, "notebook": block.notebook, "cell": f"{key}-{language}", "own": own}

    def _publish(self, day: str, mine: versions.Desk, given: dict[str, Any]) -> None:
        """Let the room run by the draft, or by an older version again."""
        said = {key: str(given.get(key) or "").strip()[:most] for key, most in MOST.items()}
        wanted = given.get("version")
        snapshot = mine.draft if wanted is None else _snapshot(mine, wanted)
        if snapshot is None or snapshot == mine.running:
            raise Declined("planner_nothing_new")
        value = {**snapshot, "need": said["need"]} if said["need"] else snapshot
        self.store.mark(versions.VERSION, day, value, who=said["who"] or "desk", why=said["why"])
        self.looking["version"] = None


def _snapshot(mine: versions.Desk, wanted: object) -> Changes | None:
    if wanted == WRITTEN:
        return {}
    found = next((one for one in mine.versions if one.id == wanted), None)
    return versions.changes(found.value) if found else None


def _sentences(word: str, **given: object) -> dict[str, str]:
    return {language: sentence(word, language, **given) for language in LANGUAGES}
