"""CMM hierarchy: one stuck utterance, what framed it for each of two parties, and a new utterance.

Source: Pearce & Cronen (1980); Pearce (1989, 2007); Cronen, Johnson & Lannamann (1982) on loops;
Olsen (2005). The order of the levels is the group's to find, and what stands for the other party is
a guess. Which level is highest, and whether it goes round in a loop, is marked and never computed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from workshops.methods import Shape, Text

INSTRUMENT = "hierarchy"

Key = Literal[
    "culture", "organisation", "profession", "self", "relation", "episode", "speech_act", "content"
]
LEVELS = (
    "culture", "organisation", "profession", "self", "relation", "episode", "speech_act", "content",
)  # fmt: skip
DEFAULT = ("culture", "self", "relation", "episode", "speech_act")
"""The levels that stand there from the start, from the top down; the others can be added."""
SIDES = ("mine", "theirs")

Utterance = Annotated[Text, Field(max_length=200)]


def _each_once(order: list[Key]) -> list[Key]:
    if len(set(order)) != len(order):
        raise ValueError("a level stands in the order once")
    return order


class Level(Shape):
    """What a level told this party about the utterance, and how strongly: 0 none … 3 strong."""

    story: Annotated[Text, Field(max_length=200)] = ""
    strength: Annotated[int, Field(ge=0, le=3)] | None = None


class Levels(Shape):
    """Every level there can be; one that is out of the order keeps its story."""

    culture: Level = Level()
    organisation: Level = Level()
    profession: Level = Level()
    self: Level = Level()
    relation: Level = Level()
    episode: Level = Level()
    speech_act: Level = Level()
    content: Level = Level()


class Force(Shape):
    """A pull between two levels, and how it is felt: must, may, must not, unclear."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
    kind: Literal["contextual", "implicative", "prefigurative", "practical"] | None = None
    from_level: Key | None = None
    to_level: Key | None = None
    deontic: Literal["must", "may", "must_not", "unclear"] | None = None


class Party(Shape):
    """One party's hierarchy; `order` goes from the top down, none is the order from the start."""

    name: Annotated[Text, Field(max_length=40)] = ""
    order: Annotated[list[Key], Field(max_length=8), AfterValidator(_each_once)] | None = None
    levels: Levels = Levels()
    highest: Key | None = None
    forces: Annotated[list[Force], Field(max_length=6, default_factory=list)]
    loop: Literal["none", "charmed", "strange"] | None = None


class LevelRow(Shape):
    """A level of one party as a row; `place` 1 is the top, None when it was taken out."""

    party: Literal["mine", "theirs"]
    level: Key
    place: int | None
    story: str
    strength: int | None
    is_highest: bool


class Rows(Shape):
    """The levels as one counts in them."""

    levels: list[LevelRow]


class Answer(Shape):
    """One utterance and both parties; a group's answer also holds what it wants to say instead."""

    utterance: Utterance = ""
    situation: Annotated[Text, Field(max_length=160)] = ""
    mine: Party = Party(forces=[])
    theirs: Party = Party(forces=[])
    differs: Key | None = None
    new_utterance: Utterance = ""
    effect: Annotated[Text, Field(max_length=400)] = ""
    tried: Annotated[Text, Field(max_length=400)] = ""
    transfer: Annotated[Text, Field(max_length=400)] = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give what the groups' hierarchies look like, which level was highest, and old → new.

    "hierarchies": for each answer that has anything to draw, in the order of the answers (so the
    wall can set each group's sign over its own): {"mine", "theirs": {"levels": [{"level",
    "strength": 0…3 or None, "written": anything said of it}] from the top down, "highest",
    "loop"}, "differs"}. No stories: they are read in one group's own sheet. "highest": {"mine",
    "theirs": {level: how many}} in the levels' fixed order, zeros too. "rows": [old, new
    utterance, expected effect], where there is a new one.

    The wall (widgets/hierarchy_wall) draws one narrow column a group: two lists one under the other
    (mine, then theirs with "vores bud"), each level a word over a bar of 0…3 thirds, the marked
    highest level bold with its flag (only marked, never the top one taken for it), and the loop in
    words below. None: the question and a sentence; one or two: wide columns; from six on in pages.
    The last page is the count by level as plain blocks without a mean; the table of utterances is
    the other view. Nothing is sorted by size.
    """
    drawn = [one for one in answers if any(_is_begun(getattr(one, side)) for side in SIDES)]
    highest = {side: [_highest(getattr(one, side)) for one in answers] for side in SIDES}
    return {
        "kind": "hierarchies",
        "hierarchies": [_multiple(one) for one in drawn],
        "highest": {
            side: {level: marked.count(level) for level in LEVELS}
            for side, marked in highest.items()
        },
        "heads": ["line_old", "line_new", "line_effect"],
        "rows": [
            [one.utterance, one.new_utterance, one.effect] for one in answers if one.new_utterance
        ],
    }


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the sections of one answer for the handbook and the text twin; empty ones fall out."""
    guess = words["guess_page"]
    mine = f"{answer.mine.name} · {guess}" if answer.mine.name else words["name_mine"]
    theirs = f"{answer.theirs.name or words['name_theirs']} · {guess}"
    both = ((answer.mine, mine), (answer.theirs, theirs))
    sections: list[dict[str, Any]] = [
        {"is": "text", "title": words["utterance"], "text": answer.utterance},
        {"is": "text", "title": words["situation"], "text": answer.situation},
        *(part for side, name in both for part in _side(side, name, words)),
        {"is": "text", "title": words["differs"], "text": _level(answer.differs, words)},
        {"is": "text", "title": words["new_utterance"], "text": answer.new_utterance},
        {"is": "text", "title": words["effect"], "text": answer.effect},
        {"is": "text", "title": words["tried"], "text": answer.tried},
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("rows")]


def rows(answer: Answer) -> Rows:
    """Give every level of each party that is begun; the shape itself says no place, no highest."""
    found = []
    for name in SIDES:
        side: Party = getattr(answer, name)
        order = _order(side)
        for level in LEVELS if _is_begun(side) else ():
            told: Level = getattr(side.levels, level)
            place = order.index(level) + 1 if level in order else None
            row = {"party": name, "level": level, "place": place, **dict(told)}
            found.append(LevelRow.parse(row | {"is_highest": _highest(side) == level}))
    return Rows(levels=found)


# ── one party ────────────────────────────────────────────────────────────────
def _order(side: Party) -> tuple[str, ...]:
    return tuple(side.order or DEFAULT)


def _highest(side: Party) -> str | None:
    return side.highest if side.highest in _order(side) else None


def _is_begun(side: Party) -> bool:
    written = (getattr(side.levels, level) for level in LEVELS)
    return bool(side.order or side.highest or side.forces or side.loop) or any(
        one.story or one.strength is not None for one in written
    )


def _multiple(answer: Answer) -> dict[str, Any]:
    found: dict[str, Any] = {"differs": answer.differs}
    for name in SIDES:
        side: Party = getattr(answer, name)
        levels = [
            {
                "level": level,
                "strength": one.strength,
                "written": bool(one.story) or one.strength is not None,
            }
            for level in _order(side)
            for one in (getattr(side.levels, level),)
        ]
        begun = _is_begun(side)
        found[name] = {
            "levels": levels if begun else [],
            "highest": _highest(side),
            "loop": side.loop,
        }
    return found


def _level(level: str | None, words: dict[str, str]) -> str:
    return words[f"level_{level}"] if level else ""


def _side(side: Party, name: str, words: dict[str, str]) -> Iterator[dict[str, Any]]:
    rows = [_row(side, level, words) for level in _order(side)] if _is_begun(side) else []
    heads = [words["level"], words["story"], words["strength"]]
    yield {"is": "table", "title": name, "heads": heads, "rows": rows}
    pulls = [text for force in side.forces if (text := _pull(force, words))]
    yield {"is": "text", "title": f"{words['forces']} · {name}", "text": "\n".join(pulls)}
    loop = words[f"loop_{side.loop}"] if side.loop else ""
    yield {"is": "text", "title": f"{words['loop']} · {name}", "text": loop}


def _row(side: Party, level: str, words: dict[str, str]) -> list[str]:
    one: Level = getattr(side.levels, level)
    name = _level(level, words)
    if _highest(side) == level:
        name = f"{name} ({words['highest'].lower()})"
    strength = "" if one.strength is None else words[f"strength_{one.strength}"]
    return [name, one.story, strength]


def _pull(force: Force, words: dict[str, str]) -> str:
    if not force.kind:
        return ""
    ends = (_level(force.from_level, words), _level(force.to_level, words))
    felt = words[f"deontic_{force.deontic}"].lower() if force.deontic else ""
    way = " → ".join(end for end in ends if end)
    return " · ".join(part for part in (words[f"force_{force.kind}"], way, felt) if part)
