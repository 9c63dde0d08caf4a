"""A chapter of the handbook: a notebook's own words, its traps as questions, groups' examples.

Nothing is written here that stands in a notebook or an exercise already: a sentence changed there
is changed in the next handbook.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from workshops.exercises import Exercise
from workshops.takeaway import document
from workshops.takeaway.document import Leaf, Part
from workshops.takeaway.gathered import Gathered, day_name
from workshops.takeaway.handbook import examples
from workshops.takeaway.handbook.asked import (
    asked,
    asked_by_the_sheet,
    text_of,
    with_something_below,
)
from workshops.takeaway.handbook.edition import Edition, Piece
from workshops.takeaway.lessons import Block, Lesson, blocks_of
from workshops.words import sentence, words

_SOURCE = re.compile(r"(?:Kilder?|Sources?):\s*(.+)", re.DOTALL)
ROOM = 3
"""Lines for a pen below "Hvor bruger jeg det?"."""


@dataclass(frozen=True)
class Chapter:
    """What a chapter is made of."""

    lesson: Lesson
    piece: Piece
    shown: tuple[str, ...]
    language: str
    gathered: tuple[Gathered, ...]
    exercises: tuple[Exercise, ...]

    @property
    def title(self) -> str:
        """The notebook's title, or the edition's own."""
        return self.piece.said("title", self.language) or self.lesson.title

    @property
    def aim(self) -> str:
        """What its notebook says it is for, without the word that opens the line."""
        runs = [run for block in self.lesson.lead for run in block.get("runs", [])]
        text = text_of([run for run in runs if not run["bold"]]).strip()
        return text[:1].upper() + text[1:]

    @property
    def examples(self) -> list[examples.Example]:
        """The sheets that stand in it."""
        if "examples" not in self.shown:
            return []
        return examples.examples(list(self.gathered), self.piece.without)


def leaf(chapter: Chapter, edition: Edition, level: int) -> Leaf:
    """Give a chapter on a leaf of its own, its title a heading of this level."""
    language = chapter.language
    parts = [document.heading(chapter.title, level), *_parts(chapter, level + 1)]
    right = day_name(chapter.lesson.day, language)
    return Leaf(parts, edition.said("title", language), right, whose=chapter.title)


def _parts(chapter: Chapter, level: int) -> Iterator[Part]:
    if chapter.piece.minutes:
        minutes = sentence("book_minutes", chapter.language, n=chapter.piece.minutes)
        yield document.line(minutes, "group")
    questions, cut = asked(chapter.lesson, chapter.language)
    if not questions:
        questions = asked_by_the_sheet(list(chapter.exercises), chapter.language)
    theory = with_something_below([one for one in cut.get("theory", []) if not _source(one)])
    heads = chapter.lesson.heads
    made: dict[str, Callable[[], Iterator[Part]]] = {
        "lead": lambda: _blocks(chapter.lesson.lead, level),
        "theory": lambda: _headed(heads.get("theory", ""), theory, level),
        "sources": lambda: _sources(chapter),
        "case": lambda: _headed(heads.get("case", ""), cut.get("case", []), level),
        "steps": lambda: _steps(heads.get("task", ""), cut.get("task", []), level, chapter),
        "traps": lambda: _traps(questions, level, chapter.language),
        "floor": lambda: _headed(heads.get("floor", ""), cut.get("floor", []), level),
        "examples": lambda: examples.parts(chapter.examples, level, chapter.language),
        "where": lambda: _where(cut.get("takeaway", []), level, chapter.language),
    }
    if "lead" in chapter.shown:
        yield from made["lead"]()
    yield from _local(chapter, "before", level)
    for name, make in made.items():
        if name in chapter.shown and name != "lead":
            yield from make()
    yield from _local(chapter, "after", level)
    added = blocks_of(chapter.piece.local.get(chapter.language, ""))
    if added:
        yield document.heading(words(chapter.language)["book_local"], level, "part")
        yield from _blocks(added, level + 1, own=True)


def _headed(head: str, blocks: list[Block], level: int) -> Iterator[Part]:
    if not blocks:
        return
    if head:
        yield document.heading(head, level, "part")
    yield from _blocks(blocks, level)


def _steps(head: str, blocks: list[Block], level: int, chapter: Chapter) -> Iterator[Part]:
    if not blocks:
        return
    yield document.heading(words(chapter.language)["book_steps"], level, "part")
    if head and head != chapter.title:
        yield document.heading(head, level + 1, "head")
    yield from _blocks(blocks, level + 1)


def _traps(questions: list[list[Part]], level: int, language: str) -> Iterator[Part]:
    if questions:
        yield document.heading(words(language)["book_traps"], level, "part")
        yield document.bullets(questions)


def _where(blocks: list[Block], level: int, language: str) -> Iterator[Part]:
    """Give what one takes along; a notebook's own question where to use it is the heading."""
    title = words(language)["book_where"]
    asks = [text_of(item).strip() for one in blocks if one["is"] == "list" for item in one["items"]]
    own = next((one for one in asks if _same_question(one, title)), title)
    kept = [
        one | {"items": [item for item in one["items"] if text_of(item).strip() != own]}
        if one["is"] == "list"
        else one
        for one in blocks
    ]
    if kept:
        yield from _headed(own, kept, level)
        yield document.blanks(ROOM)


def _same_question(one: str, other: str) -> bool:
    """Say whether two questions differ in their last word only: use it for this, or for that."""
    return one.split()[:-1] == other.split()[:-1]


def _local(chapter: Chapter, where: str, level: int) -> Iterator[Part]:
    """Give what an edition says before or after the chapter: Markdown, as in a notebook."""
    yield from _blocks(blocks_of(chapter.piece.said(where, chapter.language)), level, own=True)


def _blocks(blocks: list[Block], level: int, *, own: bool = False) -> Iterator[Part]:
    """Give blocks as parts; a heading among them is one of this level ("##") or the next."""
    for one in blocks:
        if one["is"] != "heading":
            yield one
        elif own or one["level"] <= 2:
            yield document.heading(one["text"], level, "part" if own else "head")
        else:
            yield document.heading(one["text"], level + 1, "head")


def _source(block: Block) -> str:
    """Give the sources a block names when it is a line of sources."""
    found = _SOURCE.fullmatch(text_of(block["runs"]).strip()) if block["is"] == "prose" else None
    return found[1] if found else ""


def _sources(chapter: Chapter) -> Iterator[Part]:
    """Give every source of the theory once; without theory, those the exercises name."""
    lines = [_source(one) for blocks in chapter.lesson.parts.values() for one in blocks]
    if not any(lines):
        lines = [one.words[chapter.language].get("source", "") for one in chapter.exercises]
    named = [name.strip() for text in lines for name in text.split(" · ") if name.strip()]
    if named:
        text = f"{words(chapter.language)['book_sources']}: {' · '.join(dict.fromkeys(named))}"
        yield document.line(text, "quiet", above=6, below=6)
