"""Gamemaster: leading the talk about the talk – contract, time-out, summing up.

Source: Pearce (1994) on game player and game master; Søholm, Storch & Clemensen (2004) on content
and process and the three acts; Wittgenstein (1953) on language games. A turn to process is neither
good nor bad, and no number of time-outs is the right one.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "game_table"

Level = Literal["content", "process"]
LEVELS = ("content", "process")
CARDS = 8
"""So many cards with a disturbance there are; the exercise has their words."""
LONGEST = 3600
"""Seconds a meeting may be long."""

Id = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
Moment = Annotated[int, Field(ge=0, le=4_102_444_800_000)]
"""Milliseconds since 1970 by the room's clock, up to the year 2100."""
_MADE_UP = 1_790_000_000_000


def _for_example(*seconds: int) -> list[int]:
    """Give moments of one plausible meeting: made answers take theirs from these."""
    return [_MADE_UP + 1000 * one for one in seconds]


Line = Annotated[Text, Field(max_length=180)]
Long = Annotated[Text, Field(max_length=400)]


class Contract(Shape):
    """What the table agrees on before it begins; `time` is the meeting's, in minutes."""

    frame: Line = ""
    direction: Line = ""
    rules: Line = ""
    time: Annotated[int, Field(ge=1, le=60)] | None = None


class Live(Shape):
    """The meeting while it runs: the level it is on and since when; `over` is when it ended."""

    level: Literal["content", "process", "timeout"] | None = None
    since: Annotated[Moment | None, Field(examples=_for_example(780))] = None
    over: Annotated[Moment | None, Field(examples=_for_example(870, 900, 915))] = None


class Turn(Shape):
    """One turn of the talk to content or to process, as it was tapped."""

    id: Id
    t: Annotated[
        Moment | None, Field(examples=_for_example(0, 140, 190, 390, 460, 520, 720, 780))
    ] = None
    level: Level | None = None
    note: Annotated[Text, Field(max_length=120)] = ""


class TimeOut(Shape):
    """One time-out: what was noticed, what was asked, and what the table decided together."""

    id: Id
    t: Annotated[Moment | None, Field(examples=_for_example(230, 260, 570, 640))] = None
    end: Annotated[Moment | None, Field(examples=_for_example(330, 345))] = None
    noticed: Line = ""
    asked: Line = ""
    decided: Line = ""


class SummingUp(Shape):
    """What came of it, what happens next, and what was learned about the way to talk."""

    outcome: Long = ""
    next: Long = ""
    learning: Long = ""


class Answer(Shape):
    """One meeting with its contract and time-outs; on a person's own sheet the card drawn."""

    contract: Contract = Contract()
    live: Live = Live()
    log: Annotated[list[Turn], Field(max_length=80, default_factory=list)]
    timeouts: Annotated[list[TimeOut], Field(max_length=12, default_factory=list)]
    best: Annotated[Id | None, Field(json_schema_extra={"of": "timeout"})] = None
    summing_up: SummingUp = SummingUp()
    transfer: Long = ""
    card: Annotated[int, Field(ge=1, le=CARDS)] | None = None

    def for_all(self) -> Self:
        """Give the answer without the card: it is its owner's alone."""
        return self if self.card is None else self.model_copy(update={"card": None})


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give each group's meeting on two lanes, and its sentence with what was decided.

    "timelines": one for each answer, in their order, None where no meeting was begun: {"seconds":
    how long it took (0 where nobody ended it), "turns": [{"at": seconds, "to": level}],
    "timeouts": [{"at", "until": seconds or None, "best": whether the table chose it}], "sentence":
    the chosen one or ""}. "n": how many there are. "rows": [sentence, decided] of the time-out the
    table chose; of all that have a sentence where none was chosen. Nothing is counted or sorted.
    """
    lines = [_timeline(one) for one in answers]
    return {
        "kind": "timelines",
        "n": sum(1 for one in lines if one),
        "timelines": lines,
        "heads": ["line_timeout", "line_decided"],
        "rows": [row for one in answers for row in _rows(one)],
    }


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the sections of one answer for the handbook and the text twin; empty ones fall out."""
    chosen = _chosen(answer)
    sections: list[dict[str, Any]] = [
        {"is": "pairs", "title": words["contract"], "pairs": _contract(answer, words)},
        _told(answer, words),
        _talks(answer, words),
        {"is": "text", "title": words["best"], "text": _sentence(chosen) if chosen else ""},
        *(
            {"is": "text", "title": words[f"summing_up_{name}"], "text": text}
            for name, text in answer.summing_up
        ),
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("rows") or one.get("pairs")]


# ── one meeting ──────────────────────────────────────────────────────────────
def _turns(answer: Answer) -> list[Turn]:
    whole = [one for one in answer.log if one.t is not None and one.level]
    return sorted(whole, key=lambda one: (one.t or 0, one.id))


def _timeouts(answer: Answer) -> list[TimeOut]:
    whole = [one for one in answer.timeouts if one.t is not None]
    return sorted(whole, key=lambda one: (one.t or 0, one.id))


def _every(answer: Answer) -> list[TimeOut]:
    """Give all time-outs with those nobody timed last: on paper the minute may be left out."""
    return [*_timeouts(answer), *(one for one in answer.timeouts if one.t is None)]


def _began(answer: Answer) -> int | None:
    turns, stops = ([one.t or 0 for one in part] for part in (_turns(answer), _timeouts(answer)))
    return min((*turns, *stops), default=None)


def _second(moment: int, began: int) -> int:
    return min(LONGEST, max(0, (moment - began) // 1000))


def _sentence(one: TimeOut) -> str:
    return one.asked or one.noticed


def _chosen(answer: Answer) -> TimeOut | None:
    return next((one for one in answer.timeouts if one.id == answer.best), None)


def _rows(answer: Answer) -> list[list[str]]:
    chosen = _chosen(answer)
    told = [chosen] if chosen and _sentence(chosen) else _every(answer)
    return [[_sentence(one), one.decided] for one in told if _sentence(one)]


def _timeline(answer: Answer) -> dict[str, Any] | None:
    began, chosen = _began(answer), _chosen(answer)
    if began is None:
        return None
    timeouts = [
        {
            "at": _second(one.t or 0, began),
            "until": None if one.end is None else _second(max(one.end, one.t or 0), began),
            "best": one is chosen,
        }
        for one in _timeouts(answer)
    ]
    over = answer.live.over
    return {
        "seconds": 0 if over is None else _second(over, began),
        "turns": [{"at": _second(one.t or 0, began), "to": one.level} for one in _turns(answer)],
        "timeouts": timeouts,
        "sentence": _sentence(chosen) if chosen else "",
    }


# ── one page ─────────────────────────────────────────────────────────────────
def _contract(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    told = answer.contract
    minutes = words["n_minutes"].format(n=told.time) if told.time else ""
    texts = {"frame": told.frame, "direction": told.direction, "rules": told.rules}
    return [
        {"name": words[f"contract_{name}"], "value": text, "voice": name != "time"}
        for name, text in {**texts, "time": minutes}.items()
        if text
    ]


def _told(answer: Answer, words: dict[str, str]) -> dict[str, Any]:
    """Give the meeting in words: when it turned to what, and when there was a time-out."""
    began = _began(answer) or 0
    lines = [(one.t or 0, words[f"level_{one.level}"], one.note) for one in _turns(answer)]
    for number, one in enumerate(_timeouts(answer), start=1):
        lines.append((one.t or 0, words["timeout_n"].format(n=number), _until(one, began)))
    rows = [[_clock(_second(t, began)), name, note] for t, name, note in sorted(lines)]
    heads = [words[key] for key in ("head_time", "head_level", "head_note")]
    return {"is": "table", "title": words["strip_words"], "heads": heads, "rows": rows}


def _until(one: TimeOut, began: int) -> str:
    return "" if one.end is None else f"– {_clock(_second(one.end, began))}"


def _talks(answer: Answer, words: dict[str, str]) -> dict[str, Any]:
    rows = [[one.noticed, one.asked, one.decided] for one in _every(answer)]
    heads = [words[key] for key in ("noticed", "asked", "decided")]
    kept = [row for row in rows if any(row)]
    return {"is": "table", "title": words["timeouts"], "heads": heads, "rows": kept}


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
