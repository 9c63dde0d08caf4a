"""A day as its papers need it: what its README says by hand, its tasks, its cases, its seats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from workshops import cases
from workshops.cases import Case
from workshops.exercises import Exercise, content, exercise, exercises, is_known
from workshops.identity import Person
from workshops.programme.plan import plan
from workshops.store import Store
from workshops.takeaway.lessons import Block, blocks_of, lessons
from workshops.words import LANGUAGES, words

_TOP = re.compile(r"^# ", re.MULTILINE)
_SECTION = re.compile(r"^## +(.+)$", re.MULTILINE)
_TABLE = re.compile(r"^\s*\|", re.MULTILINE)


@dataclass(frozen=True)
class Task:
    """One exercise as its notebook gives it: what is done, by whom, and with fewer or more."""

    exercise: str
    notebook: str
    title: str
    blocks: list[Block] = field(default_factory=list)
    floor: list[Block] = field(default_factory=list)

    @property
    def steps(self) -> list[Block]:
        """The numbered steps."""
        return [one for one in self.blocks if one["is"] == "list"]

    @property
    def roles(self) -> list[Block]:
        """Who does what: the paragraph that begins with a strong word of its own."""
        return [one for one in self.blocks if one["is"] == "prose" and one["runs"][0]["bold"]]

    @property
    def sizes(self) -> list[Block]:
        """What changes with three, four or six at the table."""
        return [one for one in self.blocks if one["is"] == "prose" and one["look"] == "quiet"]


def readme(day: str, language: str) -> list[tuple[str, list[Block]]]:
    """Give the hand-written sections of a day's README; the table is written from the plan."""
    file = content() / day / "README.md"
    if not file.is_file():
        return []
    parts = _TOP.split(file.read_text(encoding="utf-8"))[1:]
    at = LANGUAGES.index(language)
    if at >= len(parts):
        return []
    found = _SECTION.split(parts[at])[1:]
    sections = zip(found[::2], found[1::2], strict=True)
    return [(title, blocks_of(text)) for title, text in sections if not _TABLE.search(text)]


def tasks(day: str, language: str) -> dict[str, Task]:
    """Give the day's tasks by the exercise they are about."""
    found: dict[str, Task] = {}
    for lesson in lessons(day, language):
        pieces = list(_pieces(lesson.parts.get("task", []), lesson.heads.get("task", "")))
        for number, name in enumerate(dict.fromkeys(lesson.exercises)):
            title, blocks = pieces[number] if number < len(pieces) else (lesson.title, [])
            floor = lesson.parts.get("floor", []) if number == 0 else []
            found[name] = Task(name, lesson.stem, title or lesson.title, blocks, floor)
    return found


def _pieces(blocks: list[Block], title: str) -> Iterator[tuple[str, list[Block]]]:
    """Cut a part where a heading begins the next exercise."""
    piece: list[Block] = []
    for one in blocks:
        if one["is"] == "heading":
            yield title, piece
            title, piece = str(one["text"]), []
        else:
            piece.append(one)
    yield title, piece


def exercises_of(day: str, language: str) -> list[Exercise]:
    """Give the exercises a day uses in the order of its notebooks, some from an earlier day."""
    wanted = [name for lesson in lessons(day, language) for name in lesson.exercises]
    planned = [block.exercise for block in plan(day).blocks]
    here = [one.id for one in exercises(day)]
    return [exercise(one) for one in dict.fromkeys([*wanted, *planned, *here]) if is_known(one)]


def cases_of(day: str) -> list[Case]:
    """Give the cases the day's exercises suggest, by their numbers."""
    wanted = {one.case for one in exercises(day) if one.case}
    return [one for one in cases.cases() if one.id in wanted]


def decks(day: str, language: str) -> list[tuple[Exercise, list[tuple[str, str]]]]:
    """Give the cards that are drawn in an exercise: title and words of each."""
    found = []
    for one in exercises_of(day, language):
        cards = list(_deck(one, language))
        if cards:
            found.append((one, cards))
    return found


def _deck(exercise: Exercise, language: str) -> Iterator[tuple[str, str]]:
    said, quote = exercise.words[language], words(language)["take_quote"]
    for card in exercise.settings.get("draw", {}).get("cards", ()):
        yield said[f"card_{card}"], said.get(f"card_{card}_hint", "")
    for number in count(1):
        if f"card_{number}_title" not in said:
            return
        text, line = said[f"card_{number}_text"], said[f"card_{number}_line"]
        yield said[f"card_{number}_title"], f"{text}\n{quote.format(text=line)}"


def people(store: Store | None) -> list[Person]:
    """Give those who have a seat in this store now: nobody taken off the list, nobody forgotten."""
    found: dict[str, Person] = {}
    if store is None:
        return []
    gone = {event.subject: event.id for event in store.events("forget")}
    for event in store.events("seat"):
        if isinstance(event.value, dict) and event.id > gone.get(event.subject, 0):
            person = event.subject.removeprefix("p:")
            found[person] = Person.of(event.value, person)
    seated = [one for one in found.values() if one.alias and not one.gone]
    return sorted(seated, key=lambda one: (one.table.zfill(2), one.alias.casefold()))
