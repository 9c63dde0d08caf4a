"""The list of participants as it is pasted or read from a file: rows, what is unclear, what is new.

Pure: it keeps nothing. Personal data is the least that works: a name to call somebody by, area,
district, learning group and role. Mail, phone and personal numbers are left behind on the way in.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workshops.identity import ALIAS_MOST, ROLES, Person, called
from workshops.methods import cleaned

ROWS_MOST, TEXT_MOST, PLACE_MOST = 200, 60_000, 60
"""A list is one programme's: more rows, or more text, are somebody's whole address book."""
FIELDS = ("alias", "area", "district", "role", "learning_group")
HEADS = {
    "alias": "navn name deltager deltagere participant alias initialer initials kaldenavn",
    "first": "fornavn firstname",
    "last": "efternavn lastname surname",
    "area": "område omraade area fagområde fagomraade",
    "district": "distrikt district distrikter",
    "role": "rolle role",
    "learning_group": "læringsgruppe laeringsgruppe learninggroup",
    "table": "bord table gruppe group nr nummer number",
    "mail": "mail email epost epostadresse mailadresse",
    "phone": "telefon tlf mobil phone mobile telefonnummer mobilnummer",
    "cpr": "cpr cprnr cprnummer personnummer fødselsdato birthday",
    "place": "arbejdssted arbejdsplads institution skolenavn sted workplace stilling title titel",
}
"""A header's words, Danish and English, without gaps and marks; what is not in FIELDS is left."""
AREA_WORDS = {
    "daycare": "dagtilbud daginstitution børnehave vuggestue dagpleje daycare nursery 0-6",
    "school": "skole skoler school schools grundskole",
    "leisure": "fritid fritidstilbud fritidsområdet klub klubber sfo leisure",
}
ROLE_WORDS = {
    "participant": "deltager participant konsulent consultant",
    "working_group": "arbejdsgruppe arbejdsgruppen workinggroup",
    "trainer": "underviser trainer facilitator oplægsholder",
}
_PRIVATE = re.compile(
    r"<?[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?"  # a mail address
    r"|(?<!\d)\d{6}[- ]?\d{4}(?!\d)"  # a personal number
    r"|(?<![\w+])\+?(?:\d[ .-]?){8,12}(?!\w)"  # a phone number
)
_BULLET = re.compile(r"^\s*(?:\d{1,3}[.)]\s+|[-–•*]\s+)")


@dataclass(frozen=True)
class Row:
    """One line of the list; `unclear` names the sentences that say what to look at."""

    line: int
    alias: str = ""
    area: str = ""
    district: str = ""
    role: str = ROLES[0]
    learning_group: str = ""
    unclear: tuple[str, ...] = ()
    is_new: bool = True
    person: str = ""
    """Id of the person on the list who bears the name already."""

    @property
    def usable(self) -> bool:
        """Say whether the row can land: it has a name of its own."""
        return not {"no_name", "twice"} & set(self.unclear)


@dataclass(frozen=True)
class Pasted:
    """A pasted list, read: its rows, and how many private facts were left behind."""

    rows: tuple[Row, ...] = ()
    left_out: int = 0
    too_many: bool = False


def read(text: str, people: Sequence[Person] = ()) -> Pasted:
    """Give a pasted list or a CSV file's text as rows: tab, semicolon or comma, header or none."""
    kept, left_out = _PRIVATE.subn("", text.lstrip("\ufeff")[:TEXT_MOST])
    lines = [one for one in kept.splitlines() if one.strip(" \t;,\"'")]
    too_many = len(lines) > ROWS_MOST + 1 or len(text) > TEXT_MOST
    table = _cells(lines[: ROWS_MOST + 1])
    heads = _header(table[0]) if table else []
    body = table[1:] if heads else table
    private = sum(one in {"mail", "phone", "cpr"} for one in heads) if body else 0
    heads = heads or _guessed(body)
    rows = [
        _row(at + (2 if len(body) < len(table) else 1), dict(zip(heads, cells, strict=False)))
        for at, cells in enumerate(body)
    ]
    return Pasted(_compared(rows, people), max(left_out, private), too_many)


def _cells(lines: list[str]) -> list[list[str]]:
    mark = _separator(lines)
    table = csv.reader(lines, delimiter=mark) if mark else [[one] for one in lines]
    return [[_tidy(cell) for cell in cells] for cells in table]


def _tidy(cell: str) -> str:
    return " ".join(cell.replace("\u00a0", " ").split()).strip(" ,;")


def _separator(lines: list[str]) -> str:
    """Give the mark most lines have; a tab goes before a semicolon, that before a comma."""
    for mark in ("\t", ";", ","):
        if 2 * sum(mark in line for line in lines) >= max(len(lines), 1):
            return mark
    return ""


def _plain(text: str) -> str:
    return re.sub(r"[^\wæøå]", "", text.casefold()).replace("_", "")


def _header(cells: list[str]) -> list[str]:
    """Give what each column of a header is; nothing when the first line is no header."""
    found = [
        next((name for name, words in HEADS.items() if _plain(cell) in words.split()), "")
        for cell in cells
    ]
    return found if {"alias", "first", "last"} & set(found) else []


def _guessed(body: list[list[str]]) -> list[str]:
    """Give what the columns of a list without a header most likely are."""
    width = max(map(len, body), default=0)
    found = [""] * width
    for at in range(width):
        column = [cells[at] for cells in body if at < len(cells) and cells[at]]
        for name, words in (("area", AREA_WORDS), ("role", ROLE_WORDS)):
            known = sum(bool(_meant(cell, words)) for cell in column)
            if name not in found and column and 2 * known > len(column):
                found[at] = name
    free = [at for at in range(width) if not found[at]]
    names = ["alias", "district"]
    if len(free) > 1 and _are_names(body, free[1]):
        names = ["last" if _is_turned(body) else "first", "first" if _is_turned(body) else "last"]
        names.append("district")
    for at, name in zip(free, names, strict=False):
        found[at] = name
    return found


def _are_names(body: list[list[str]], at: int) -> bool:
    """Say whether a column is surnames: districts come again and again, surnames hardly."""
    column = [cells[at] for cells in body if at < len(cells) and cells[at]]
    different = len(set(column))
    return len(column) > 3 and 3 * different > 2 * len(column) and _all_letters(column)


def _all_letters(column: list[str]) -> bool:
    return all(re.fullmatch(r"[^\W\d]+(?:[ .'’-]+[^\W\d]+)*\.?", cell) for cell in column)


def _is_turned(body: list[list[str]]) -> bool:
    """Say whether surnames come first: «Krogh, Anna» in a list with nothing else in it."""
    return max(map(len, body), default=0) == 2


def _row(line: int, cells: dict[str, str]) -> Row:
    names = (cells.get("alias", ""), cells.get("first", ""), cells.get("last", ""))
    alias = _words(_BULLET.sub("", " ".join(filter(None, names))))
    area, role = cells.get("area", ""), cells.get("role", "")
    row = Row(
        line=line,
        alias=alias[:ALIAS_MOST].strip(),
        area=_meant(area, AREA_WORDS),
        district=_words(cells.get("district", ""))[:PLACE_MOST],
        role=_meant(role, ROLE_WORDS) or ROLES[0],
        learning_group=_words(cells.get("learning_group", ""))[:PLACE_MOST],
    )
    unclear = {
        "no_name": not row.alias,
        "long_name": len(alias) > ALIAS_MOST,
        "area": bool(area) and not row.area,
        "role": bool(role) and not _meant(role, ROLE_WORDS),
    }
    return replace(row, unclear=tuple(name for name, is_so in unclear.items() if is_so))


def _words(text: str) -> str:
    """Give a text without what no name holds: control marks, gaps in a row."""
    try:
        return " ".join(str(cleaned(text)).split()).strip(" -–•*\"'")
    except ValueError:
        return ""


def _meant(cell: str, words: dict[str, str]) -> str:
    typed = _plain(cell)
    if not typed:
        return ""
    for name, forms in words.items():
        if any(typed == _plain(form) for form in forms.split()):
            return name
    for name, forms in words.items():
        if any(len(form) > 3 and typed.startswith(_plain(form)) for form in forms.split()):
            return name
    return ""


def _compared(rows: list[Row], people: Sequence[Person]) -> tuple[Row, ...]:
    """Mark what stands twice, and what is on the list already."""
    there = {called(one.alias): one.id for one in people if not one.gone}
    times = Counter(called(one.alias) for one in rows if one.alias)
    found, seen = [], set()
    for row in rows:
        name = called(row.alias)
        twice = bool(name) and times[name] > 1 and name in seen
        seen.add(name)
        unclear = (*row.unclear, "twice") if twice else row.unclear
        known = there.get(name, "")
        found.append(replace(row, unclear=unclear, is_new=not known, person=known))
    return tuple(found)


def districts(people: Iterable[Person]) -> list[str]:
    """Give the districts on the list, each once, in the order of their names."""
    return sorted({one.district for one in people if one.district}, key=str.casefold)
