"""What the instruments ask for on paper, in the order in which their screens do."""

from __future__ import annotations

from collections.abc import Callable

from workshops.exercises import Exercise
from workshops.takeaway.script import paper_talks as talks
from workshops.takeaway.script.paper_blocks import Ask, Block, asks, items

SCREEN_ONLY: dict[str, tuple[str, ...]] = {
    "round_lab": ("rounds.*.began", "rounds.*.shown"),
    "hat_line": ("began", "ended", "shifts.*.by"),
    "game_table": ("live.*", "log.*", "timeouts.*.end"),
    "meeting_frame": ("live.*",),
    "question_map": ("shown",),
}
"""Fields that no pen writes: running clocks, who tapped, what is shown at this moment."""


def blocks_of(instrument: str, exercise: Exercise, stage: str) -> list[Block]:
    """Give what an instrument asks for on a stage; KeyError when nobody has set it on paper."""
    return _INSTRUMENTS[instrument](exercise, stage)


# ── maps ─────────────────────────────────────────────────────────────────────
def _positioning_map(_exercise: Exercise, _stage: str) -> list[Block]:
    marks = ("invited", "taken", "wished", "given")
    places = tuple(Ask(one, f"mark_{one}", f"mark_{one}_hint", kind="square") for one in marks)
    axes = tuple(
        Ask(f"axes.{end}", f"axis_{end}", kind="own") for end in ("left", "right", "bottom", "top")
    )
    return [
        Block(asks("episode")),
        Block(places, "map", ground="positioning_map"),
        Block(asks(" ".join(marks[1:]), "said_", "words.", hints=False), "said"),
        Block(axes, "axes_edit", "axes_note"),
    ]


def _question_map(exercise: Exercise, stage: str) -> list[Block]:
    if stage == "individual":
        given = tuple(exercise.settings["given"])
        place = (Ask("", "ask_given", kind="square"),)
        return [Block(place, "given", "", "given", given, "given", ground="question_map")]
    heard = tuple(Ask(f"heard.h{n}", f"seat_h{n}", kind="square") for n in range(1, 6))
    question = (
        Ask("text", "question", "question_hint"),
        Ask("asked", "seat_asked", kind="square"),
        *heard,
        Ask("moved", "moved"),
        Ask("effect_note", "effect_note", "effect_note_hint"),
    )
    table = ("questions", "ask_heard", "questions", items(8))
    return [Block(question, *table, ground="question_map")]


def _flow_map(exercise: Exercise, _stage: str) -> list[Block]:
    told = exercise.settings
    places = tuple(
        Ask(mark, f"mark_{mark}", f"mark_{mark}_hint", kind="square") for mark in told["marks"]
    )
    texts = asks(" ".join(told.get("text", {}).values()))
    return [Block(places, "map", ground="flow_map"), Block(texts)]


def _loop_map(exercise: Exercise, stage: str) -> list[Block]:
    told = exercise.settings
    own = [one for one in told.get("actor_parts", ()) if one.get("stage", stage) == stage]
    actors = (Ask("name", "script_role"), *(_part("actor", one) for one in own))
    ways = (Ask("from_actor", "script_from", kind="row"), Ask("to_actor", "script_to", kind="row"))
    arrows = (*ways, *(_part("arrow", one) for one in told["arrow_parts"]))
    most, drawn = told.get("most_actors", 6), min(told.get("most_arrows", 12), 8)
    return [
        Block(asks(" ".join(told.get("above", ())))),
        Block(actors, "actors", "actors_hint", "actors", items(most), ground="ring"),
        Block(arrows, "arrows", "", "arrows", items(drawn)),
        Block((Ask("self_actor", "self_ask", kind="row"),)),
    ]


def _part(of: str, part: str | dict[str, str]) -> Ask:
    name = part if isinstance(part, str) else part["part"]
    return Ask(name, f"{of}_{name}", f"{of}_{name}_hint", f"{of}_{name}")


# ── cards ────────────────────────────────────────────────────────────────────
def _sorting(exercise: Exercise, _stage: str) -> list[Block]:
    told = exercise.settings
    pile = (Ask("", "heard_in", chosen="pile", options=tuple(told["piles"])),)
    return [Block(pile, "in_words", "", "placed", tuple(told["cards"]), "card")]


def _daisy(_exercise: Exercise, _stage: str) -> list[Block]:
    petal = (*asks("talk"), Ask("near", "near", chosen="near"))
    first = Block(asks("utterance situation"))
    return [first, Block(petal, "petals", "petals_hint", "petals", items(8), ground="flower")]


def _ladder(exercise: Exercise, stage: str) -> list[Block]:
    told = exercise.settings
    parties = told["parties"]
    names = tuple(Ask(f"parties.{one}", f"party_{one}", "party_name_hint") for one in parties)
    steps = tuple(Ask(f"steps.{one}", f"party_{one}", "guess") for one in parties)
    above = asks(" ".join(told.get("above", ())))
    found = [Block((*above, *names)), Block(steps, "ladder", ground="stairs")]
    for tick in told.get("ticks", ()):
        name, options = tick["field"], " ".join(tick["options"])
        if tick.get("stage", stage) == stage and tick.get("each"):
            kinds = asks(options, f"{name}_")
            found.append(Block(kinds, name, f"{name}_hint", name, tuple(parties), "party"))
        elif tick.get("stage", stage) == stage:
            found.append(Block(asks(options, f"{name}_", f"{name}."), name, f"{name}_hint"))
    return found


def _scale(exercise: Exercise, _stage: str) -> list[Block]:
    found: list[Ask] = []
    for scale in exercise.settings["scales"]:
        says = scale.get("says", scale.get("text", ""))
        if "text" in scale:
            found.append(Ask(scale["text"], says, f"{says}_hint"))
        if "field" in scale:
            word = scale.get("word", scale["field"])
            label = f"{says.partition('_')[0]}_{word}" if "says" in scale else word
            stops = tuple(scale.get("stops", ()))
            found.append(Ask(scale["field"], label, f"{word}_hint", word, options=stops))
    return [Block(tuple(found))]


# ── plans ────────────────────────────────────────────────────────────────────
def _meeting_frame(_exercise: Exercise, _stage: str) -> list[Block]:
    when = (Ask("date", "date", kind="date"), Ask("start", "start", kind="clock"))
    point = asks("what how minutes lead", "point_")
    return [
        Block(asks("meeting")),
        Block(asks("intention"), "letter_i", "letter_i_hint"),
        Block(asks("product knowledge feeling"), "letter_do", "letter_do_hint"),
        Block(point, "letter_a", "letter_a_hint", "points", items(8)),
        Block(asks("role who", "role_"), "letter_r", "letter_r_hint", "roles", items(5)),
        Block(asks("rules")),
        Block((*when, *asks("place")), "letter_t", "letter_t_hint"),
    ]


def _process_sheet(_exercise: Exercise, _stage: str) -> list[Block]:
    first = asks("title purpose", "step_")
    picked = tuple(
        Ask(one, one, chosen=one) for one in ("phase", "method", "form", "minutes", "tempo", "body")
    )
    step = (*first, *picked, *asks("lead materials", "step_"))
    plans = [Block(step, f"with_{one}", "", f"{one}.steps", items(7)) for one in ("six", "sixty")]
    return [Block((Ask("minutes", "minutes_all"),)), *plans]


_INSTRUMENTS: dict[str, Callable[[Exercise, str], list[Block]]] = {
    "positioning_map": _positioning_map,
    "question_map": _question_map,
    "flow_map": _flow_map,
    "loop_map": _loop_map,
    "sorting": _sorting,
    "daisy": _daisy,
    "ladder": _ladder,
    "scale": _scale,
    "meeting_frame": _meeting_frame,
    "process_sheet": _process_sheet,
    "hierarchy": talks.hierarchy,
    "serpentine": talks.serpentine,
    "round_lab": talks.round_lab,
    "hat_line": talks.hat_line,
    "game_table": talks.game_table,
}
