"""The method handbook: a chapter for each method, in editions, as Word, PDF and one HTML file.

Built anew each time from notebooks, exercises and store: an example whose group has taken its yes
back is not in the next one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from itertools import groupby
from pathlib import Path

from workshops import exercises
from workshops.store import Declined, Store
from workshops.takeaway import document, place
from workshops.takeaway.document import Document, Leaf, Part
from workshops.takeaway.gathered import Gathered, date_name, day_name, gather
from workshops.takeaway.handbook.chapters import Chapter, leaf
from workshops.takeaway.handbook.edition import NOTES, Edition, Piece, edition, editions
from workshops.takeaway.lessons import Lesson, every_lesson
from workshops.takeaway.names import slug
from workshops.words import sentence, words

FORMATS = ("docx", "pdf", "html")
TOP = 1
_NUMBER = re.compile(r"\d+_")

Progress = Callable[[int, int, str], None]
"""Is told how many steps are done, of how many, and which one comes now."""

__all__ = ["FORMATS", "Chapter", "build", "chapters", "edition", "editions", "write"]


def write(  # noqa: PLR0913 - what a handbook is made of and where it goes
    store: Store,
    wanted: Edition,
    out: Path,
    *,
    language: str = "da",
    formats: tuple[str, ...] = FORMATS,
    progress: Progress | None = None,
) -> list[Path]:
    """Write an edition into the folder `out` in each format, and give the files."""
    name = file_name(wanted, language)
    whole = build(store, wanted, language, _before(progress, len(formats)))
    total = len(wanted_lessons(wanted, language)) + len(formats)
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = []
    for number, form in enumerate(formats):
        file = f"{name}.{form}"
        if progress:
            told = sentence("take_making", language, file=file)
            progress(total - len(formats) + number, total, told)
        made.append(place(out, file, _writer(form)(whole)))
    return made


def file_name(wanted: Edition, language: str) -> str:
    """Give what an edition's files are called, without their ends."""
    return slug(f"{wanted.said('title', language)} {language if language != 'da' else ''}")


def build(
    store: Store, wanted: Edition, language: str = "da", progress: Progress | None = None
) -> Document:
    """Give an edition as a document."""
    made = chapters(store, wanted, language, progress)
    leaves = [Leaf([*_front(wanted, made, language)], foot=False)]
    if wanted.days:
        by_day = sorted(made, key=lambda one: one.lesson.day)
        for day, of_day in groupby(by_day, key=lambda one: one.lesson.day):
            of_this = list(of_day)
            leaves.append(_day(store, wanted, day, of_this))
            leaves += [leaf(one, wanted, TOP + 1) for one in of_this]
    else:
        leaves += [leaf(one, wanted, TOP) for one in made]
    kit, now = words(language)["take_kit"], datetime.now().astimezone()
    return Document(wanted.said("title", language), language, now, kit, leaves)


def chapters(
    store: Store, wanted: Edition, language: str = "da", progress: Progress | None = None
) -> list[Chapter]:
    """Give the chapters of an edition, with what the groups have shared until now."""

    @cache  # an exercise that comes in several notebooks is asked for once
    def shared(exercise: str) -> Gathered:
        return gather(store, exercises.exercise(exercise), language)

    made = []
    pieces = wanted_lessons(wanted, language)
    for number, (lesson, piece) in enumerate(pieces):
        if progress:
            progress(number, len(pieces), lesson.title)
        shown = wanted.shown if piece.shown is None else piece.shown
        tasks = tuple(exercises.exercise(one) for one in lesson.exercises)
        in_groups = [one.id for one in tasks if one.instruments.get("group")]
        gathered = tuple(shared(one) for one in in_groups if "examples" in shown)
        made.append(Chapter(lesson, piece, shown, language, gathered, tasks))
    return made


def wanted_lessons(wanted: Edition, language: str) -> list[tuple[Lesson, Piece]]:
    """Give the notebooks of an edition in its order: those it names, or each method once."""
    every = {f"{one.day}/{one.stem}": one for one in every_lesson(language) if one.exercises}
    if not wanted.pieces:
        # Check-in, try-out and check-out come every day; a handbook has them once.
        once: dict[str, str] = {}
        for address, lesson in every.items():
            once.setdefault(_NUMBER.sub("", lesson.stem, count=1), address)
        return [(every[address], Piece(address)) for address in once.values()]
    for piece in wanted.pieces:
        if piece.of not in every:
            raise Declined("book_no_chapter", edition=wanted.name, chapter=piece.of)
    return [(every[piece.of], piece) for piece in wanted.pieces]


# ── what stands before the chapters ──────────────────────────────────────────
def _front(wanted: Edition, made: list[Chapter], language: str) -> Iterator[Part]:
    said = words(language)
    count = sum(len(one.examples) for one in made)
    now = datetime.now().astimezone()
    lines = [wanted.said("whom", language), date_name(now, language)]
    title = wanted.said("title", language)
    yield document.cover(said["take_kit"], title, [one for one in lines if one])
    about = wanted.said("about", language)
    if about:
        yield document.line(about, below=10)
    if count:
        word = "book_count" if count > 1 else "book_count_one"
        yield document.line(sentence(word, language, n=count), "quiet", below=10)
    yield document.contents(said["take_contents"], depth=TOP + wanted.days)


def _day(store: Store, wanted: Edition, day: str, of_day: list[Chapter]) -> Leaf:
    """Give the leaf that opens a day: its chapters and their aims, what people took along."""
    language = of_day[0].language
    name = day_name(day, language)
    title = _day_title(day, language)
    head = document.heading(f"{name}: {title}" if title else name, TOP)
    parts = [head, *_overview(of_day)]
    notes = _notes(store, day, language) if NOTES in wanted.shown else []
    if notes:
        parts.append(document.heading(words(language)["book_notes"], TOP + 1, "part"))
        parts += [document.line(text, "voice", below=4) for text in notes]
        parts.append(document.line(words(language)["book_notes_note"], "quiet", above=8))
    return Leaf(parts, wanted.said("title", language), name, whose=name)


def _overview(of_day: list[Chapter]) -> Iterator[Part]:
    """Give each chapter of a day with its aim: a day's name alone is an empty page."""
    strong = {"bold": True, "italic": False}
    items = [[{"text": f"{one.title}\n", **strong}, *document.said(one.aim)] for one in of_day]
    yield document.bullets(items)


def _day_title(day: str, language: str) -> str:
    first = next(iter(exercises.exercises(day)), None)
    return Gathered(first, language, (), {}, datetime.now().astimezone()).day_title if first else ""


def _notes(store: Store, day: str, language: str) -> list[str]:
    """Give the lines people shared without names when they checked out of a day."""
    shared = [gather(store, one, language) for one in exercises.exercises(day) if _is_last(one)]
    return [str(text) for one in shared for text in one.figure.get("lines", [])]


def _is_last(one: exercises.Exercise) -> bool:
    return one.method == "check_out" and bool(one.unnamed)


def _before(progress: Progress | None, more: int) -> Progress | None:
    """Let the steps of building count as the first of them all."""
    if progress is None:
        return None
    return lambda done, total, told: progress(done, total + more, told)


def _writer(form: str) -> Callable[[Document], bytes]:
    """Give what writes a format; the heavy libraries wait until then."""
    if form == "docx":
        from workshops.takeaway.word import worded  # noqa: PLC0415 - python-docx, only when asked for

        return worded.printed
    if form == "pdf":
        from workshops.takeaway.pdf import press  # noqa: PLC0415 - typst, only when asked for

        return press.pressed
    from workshops.takeaway.web import webbed  # noqa: PLC0415 - as above

    return webbed.printed
