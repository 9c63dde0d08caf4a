"""What a sheet of paper asks for, before it has words: blocks of questions."""

from __future__ import annotations

from dataclasses import dataclass

SEATS = ("s1", "s2", "s3", "s4", "s5", "s6")
LETTERS = "ABCDEF"
"""What the seats at a table are called."""


@dataclass(frozen=True)
class Ask:
    """One question: its field, and the names of its words in the exercise or in the kit's."""

    path: str
    label: str
    hint: str = ""
    chosen: str = ""
    """How the words of its options begin: "near" when they are near_fore and near_back."""
    kind: str = ""
    """Only where the answer's shape does not say it."""
    options: tuple[str, ...] = ()
    """What may be chosen, when the exercise offers fewer than the method knows."""
    seat: str = ""
    """The letter of the seat at the table whose column it is."""
    room: int = 0
    """Lines to write on; 0: as many as a text of the longest length needs."""


@dataclass(frozen=True)
class Block:
    """Questions under a heading; with `rows` a table in which each row is one branch of `at`."""

    asks: tuple[Ask, ...]
    title: str = ""
    hint: str = ""
    at: str = ""
    rows: tuple[str, ...] = ()
    named: str = ""
    """How the words of the rows begin; without it the rows are numbered."""
    about: str = ""
    """The word for whose block it is: a party's."""
    ground: str = ""
    """The picture that is printed empty above the questions: a map, the stairs, a ring."""


def items(many: int) -> tuple[str, ...]:
    """Give the rows of a list on paper: their names stay the same when more are added."""
    return tuple(f"p{number}" for number in range(1, many + 1))


def asks(names: str, stem: str = "", at: str = "", *, hints: bool = True) -> tuple[Ask, ...]:
    """Give questions whose words are named like their fields, after a stem."""
    words = {name: f"{stem}{name}" for name in names.split()}
    return tuple(
        Ask(f"{at}{name}", word, f"{word}_hint" if hints else "") for name, word in words.items()
    )
