"""A room in which every exercise was answered, by groups and people who share, or do not.

Every text somebody wrote ends in a mark of its own; its first letters say who may read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from tests.test_takeaway_hostile import HOSTILE
from workshops import bots_made, fields
from workshops.exercises import Exercise, exercises
from workshops.store import Change, Store

MARKUP = [
    "# overskrift", "- punkt", "+ punkt", "1. punkt", "> citat", "---", "===", "***", "* * *",
    "[klik](http://example.org)", "![billede](http://example.org/x.png)", "[1]: http://example.org",
    "<http://example.org>", "www.example.org og a@example.org", "**fed** _skæv_ ~~væk~~ ==gul==",
    "`kode` ``` ~~~", "    indrykket", "| celle | celle |\n|---|---|", "slut med\\", "[^1]: ",
    "$x^2$ $$y$$", "Ord\n: forklaring", "*[HTML]: Hyper", "- [x] gjort", "H~2~O x^2^ ^^ind^^",
    '#eval("1+1")', "= Overskrift", '#import "/x.typ": *', "@ref <mærke> #[x]", "\\u{41} \\n",
    "<svg onload=alert(1)>", '"><img src=x onerror=alert(1)>', "</script><script>alert(1)</script>",
    "<!--contents-->", "]]></w:t>", "{{ x }} {% y %}", "BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT",
    "=cmd|'/C calc'!A0", "%0A=1+1", "\ufeff=1+1", "\u00a0=1+1", "'=1+1", '"=1+1', ";=1+1", "|=1+1",
]  # fmt: skip
CORPUS = [*HOSTILE, *MARKUP]
"""Texts that are something else in some format: in each they are to be texts."""

SHARED, OLD, UNSHARED, WITHDRAWN, HELD, PRIVATE, ABSENT = "sontwhpa"[0], *"onwhpa"
GROUPS = {"1": SHARED, "2": "", "3": UNSHARED, "4": WITHDRAWN, "5": HELD}
"""What becomes of each group's sheet; of the second the texts are hostile and bear no mark."""
NOT_FOR_ALL = re.compile(f"qz[{OLD}{UNSHARED}{WITHDRAWN}{HELD}{PRIVATE}{ABSENT}][0-9]{{5}}zq")
SCRIBE = "00000000"
PEOPLE = 8
"""Of those who share without names; the last does not, and the one before takes it back."""


class Marks:
    """Gives marks, and knows afterwards which text of whom each one ended."""

    def __init__(self) -> None:
        self.of: dict[str, tuple[str, str, str]] = {}

    def one(self, kind: str, exercise: str, subject: str, path: str) -> str:
        """Give the next mark."""
        mark = f"qz{kind}{len(self.of):05}zq"
        self.of[mark] = (exercise, subject, path)
        return mark


def taken_home() -> list[Exercise]:
    """Give the exercises a file is made of: those with a group's sheet or with unnamed fields."""
    return [one for one in exercises() if one.instruments.get("group") or one.unnamed]


# ── what people write ────────────────────────────────────────────────────────
def filled(one: Exercise, stage: str, number: int) -> dict[str, Any]:
    """Give a made answer as leaves, with a text in every field the method has room for one in."""
    leaves = fields.leaves(bots_made.made(one, stage, number))
    for pattern in fields.limits(one.answer):
        for path in _paths(pattern, leaves):
            leaves.setdefault(path, "ord")
    return leaves


def _paths(pattern: str, leaves: dict[str, Any]) -> Iterator[str]:
    """Give the fields a pattern stands for; a list without items gets two."""
    before, star, after = pattern.partition(".*.")
    if not star:
        yield pattern
        return
    for key in leaves.setdefault(f"{before}.{fields.ORDER}", ["i1", "i2"]):
        yield from _paths(f"{before}.{key}.{after}", leaves)


def texts(one: Exercise, leaves: dict[str, Any]) -> dict[str, int]:
    """Give the fields of an answer that hold somebody's own words, with their limits."""
    found = {}
    for pattern, most in fields.limits(one.answer).items():
        shape = re.compile(re.escape(pattern).replace(r"\*", "[^.]+"))
        found |= {path: most for path in leaves if shape.fullmatch(path)}
    return found


def marked(one: Exercise, subject: str, kind: str, marks: Marks, number: int) -> dict[str, Any]:
    """Give an answer in which every text ends in a mark."""
    leaves = filled(one, "group" if subject.startswith("g:") else "individual", number)
    for path, most in texts(one, leaves).items():
        mark = marks.one(kind, one.id, subject, path)
        leaves[path] = f"{leaves[path][: most - len(mark) - 1]} {mark}".strip()
    return leaves


def hostile(one: Exercise, corpus: list[str], begin: int) -> dict[str, Any]:
    """Give an answer in which every text is one of the corpus, the first of them `begin`."""
    leaves = filled(one, "group", 2)
    for number, (path, most) in enumerate(texts(one, leaves).items()):
        text = corpus[(begin + number) % len(corpus)].encode("utf-8", "ignore").decode()
        leaves[path] = text[:most]  # the store has no broken letters: it refuses them
    return leaves


# ── the room ─────────────────────────────────────────────────────────────────
def write(
    store: Store, one: Exercise, subject: str, leaves: dict[str, Any], turn: str = ""
) -> None:
    """Let somebody write an answer."""
    author = SCRIBE if subject.startswith("g:") else subject[2:]
    changes = [
        Change(one.id, subject, author, path, leaf, f"{one.id} {subject} {path}{turn}"[-120:])
        for path, leaf in leaves.items()
    ]
    for kept in [store.submit(change) for change in changes]:
        kept.result()


def share(store: Store, one: Exercise, subject: str, audience: Any = "plenary") -> None:
    """Let somebody share an answer."""
    author = SCRIBE if subject.startswith("g:") else subject[2:]
    store.release(one.id, subject, author, audience, f"{one.id} {subject} {audience}")


def take_back(store: Store, one: Exercise, subject: str) -> None:
    """Let somebody take an answer back."""
    author = SCRIBE if subject.startswith("g:") else subject[2:]
    store.withdraw(one.id, subject, author, "plenary", f"{one.id} {subject} back")


def lived_through(store: Store, corpus: list[str], those: Iterable[Exercise]) -> Marks:
    """Let five groups and eight people answer those exercises; give what they marked."""
    marks = Marks()
    for number in range(PEOPLE):
        table = str(number % 5 + 1)
        alias = f"Navn{number}" if table in "12" else marks.one(ABSENT, "", table, "alias")
        seat = {"alias": alias, "table": table, "code": marks.one(PRIVATE, "", table, "code")}
        store.mark("seat", f"p:{number:08x}", seat, f"{number:08x}")
    begin = 0
    for one in those:
        if one.instruments.get("group"):
            begin = _groups(store, one, marks, corpus, begin)
        _people(store, one, marks)
    return marks


def _groups(store: Store, one: Exercise, marks: Marks, corpus: list[str], begin: int) -> int:
    for table, kind in GROUPS.items():
        subject = f"g:{table}"
        if kind == SHARED:
            earlier = marked(one, subject, OLD, marks, 1)
            write(store, one, subject, {at: earlier[at] for at in texts(one, earlier)}, " earlier")
        leaves = marked(one, subject, kind, marks, int(table)) if kind else {}
        if not kind:
            leaves = hostile(one, corpus, begin)
            begin += len(texts(one, leaves))
        write(store, one, subject, leaves)
        share(store, one, subject, "handbook")
        if kind != UNSHARED:
            share(store, one, subject)
    take_back(store, one, "g:4")
    (held,) = (item for item in store.items(one.id) if item["table"] == "5")
    store.hold(one.id, held["item"], on=True)
    return begin


def _people(store: Store, one: Exercise, marks: Marks) -> None:
    """Let people write their own sheets, tell them at the table, and share the unnamed fields."""
    for number in range(PEOPLE if one.unnamed else 2):
        subject = f"p:{number:08x}"
        leaves = marked(one, subject, PRIVATE, marks, number)
        shown = [path for path in texts(one, leaves) if path in one.unnamed and number < PEOPLE - 2]
        leaves |= {at: f"Tak for i dag. {marks.one(SHARED, one.id, subject, at)}" for at in shown}
        write(store, one, subject, leaves)
        share(store, one, subject, "group")
        if one.unnamed and number < PEOPLE - 1:
            share(store, one, subject)
        if one.unnamed and number == PEOPLE - 2:
            take_back(store, one, subject)
