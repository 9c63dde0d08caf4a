"""Examples in the handbook: sheets whose groups said yes, without names and the group's number."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from workshops.takeaway import pictures
from workshops.takeaway.document import Part, heading, line, picture, section
from workshops.takeaway.gathered import Gathered, Output
from workshops.words import sentence


@dataclass(frozen=True)
class Example:
    """One sheet; `key` is what an edition names it by when it leaves it out."""

    key: str
    of: Gathered
    output: Output

    @property
    def excerpt(self) -> str:
        """How it begins: enough to know it again."""
        found = [str(one["text"]) for one in self.output.sections if one["is"] == "text"]
        rows = [one["rows"] for one in self.output.sections if one["is"] == "table" and one["rows"]]
        return next(iter([*found, *(" · ".join(map(str, one[0])) for one in rows)]), "")


def examples(gathered: list[Gathered], without: frozenset[str] = frozenset()) -> list[Example]:
    """Give the examples in an order that tells nothing of the groups' numbers."""
    found = [
        Example(f"{one.exercise.id}/{output.table}", one, output)
        for one in gathered
        for output in one.outputs
        if output.consented and output.sections
    ]
    kept = [one for one in found if one.key not in without]
    of = [one.exercise.id for one in gathered]
    return sorted(kept, key=lambda one: (of.index(one.of.exercise.id), _mixed(one)))


def parts(found: list[Example], level: int, language: str) -> Iterator[Part]:
    """Give the examples under their heading, each under one of its own; nothing when none is."""
    if not found:
        return
    yield heading(sentence("book_examples", language), level, "part")
    several = len({one.of.exercise.id for one in found}) > 1
    for number, one in enumerate(found, start=1):
        title = sentence("book_example", language, n=number)
        if several:
            title = f"{title}: {one.of.words['title']}"
        yield heading(title, level + 1, "part")
        yield from _sheet(one, level + 2)
    # Behind them: between a heading and its picture it would let the two part at a page's end.
    yield line(sentence("book_examples_note", language), "quiet", above=8)


def _sheet(one: Example, level: int) -> Iterator[Part]:
    """Give the sections of the method's page, each under a small heading."""
    sections = list(one.output.sections)
    if not any(told["is"] == "picture" for told in sections):
        for drawing in pictures.beside_page(one.of.exercise, one.output.answer, one.of.language):
            yield heading(drawing.title, level, "head")
            yield picture(drawing, drawing.twin, level=level)
    while sections:
        told = sections.pop(0)
        if told["title"] and told["title"] not in told.get("heads", ()):  # a table's head says it
            yield heading(told["title"], level, "head")
        bare = told | {"title": ""}
        if told["is"] != "picture":
            yield section(bare, level)
            continue
        beside = sections.pop(0) if sections and sections[0]["is"] == "pairs" else None
        yield from _drawn(one, bare, level, beside, told["title"])


def _drawn(one: Example, told: Part, level: int, beside: Part | None, title: str) -> Iterator[Part]:
    module = pictures.find(told["picture"])
    said = one.of.words
    drawing = module.draw(one.output.answer, said, one.of.language) if module else None
    if module is None or drawing is None:
        yield section({"is": "pairs", "title": "", "pairs": told["twin"]}, level)
        if beside:
            yield heading(beside["title"], level, "head")
            yield section(beside | {"title": ""}, level)
        return
    where = ". ".join(f"{place['name']}: {place['value']}" for place in told["twin"])
    signs = module.glyphs(said)
    yield picture(drawing, f"{title}. {where}.", places=told["twin"], signs=signs, level=level,
                  more=beside)  # fmt: skip


def _mixed(one: Example) -> str:
    return hashlib.sha256(one.output.answer.model_dump_json().encode()).hexdigest()
