"""What the instruments of a talk ask for on paper: its levels, its turns, its rounds, its line."""

from __future__ import annotations

from workshops.exercises import Exercise
from workshops.takeaway.script.paper_blocks import LETTERS, SEATS, Ask, Block, asks, items

ROUNDS = ("r1", "r2", "r3", "r4", "r5", "r6")
LEVELS = (
    "culture", "organisation", "profession", "self", "relation", "episode", "speech_act", "content",
)  # fmt: skip
SPEAKER = "speaker"
"""Stands for the seat that speaks in a round: the first in round one, and so on round the table."""


def hierarchy(_exercise: Exercise, _stage: str) -> list[Block]:
    """Give the utterance, each party's levels with their forces, and where the two differ."""
    found = [Block(asks("utterance situation"))]
    for side in ("mine", "theirs"):
        found += _party(side)
    return [*found, Block((Ask("differs", "differs", chosen="level"),))]


def _party(side: str) -> list[Block]:
    level = (Ask("story", "story"), Ask("strength", "strength", chosen="strength"))
    order = Ask(f"{side}.order", "script_order", f"note_{side}", "level", kind="order")
    marked = (
        order,
        Ask(f"{side}.highest", "highest", chosen="level"),
        Ask(f"{side}.loop", "loop", "loop_hint", "loop"),
    )
    force = (
        Ask("kind", "force", chosen="force"),
        Ask("from_level", "force_from", chosen="level"),
        Ask("to_level", "force_to", chosen="level"),
        Ask("deontic", "force_felt", chosen="deontic"),
    )
    party = f"party_{side}"
    name = (Ask(f"{side}.name", f"name_{side}", f"name_{side}_hint"),)
    return [
        Block(name, party),
        Block(level, "level", "", f"{side}.levels", LEVELS, "level", party),
        Block(marked, about=party),
        Block(force, "forces", "forces_hint", f"{side}.forces", items(3), about=party),
    ]


def serpentine(_exercise: Exercise, _stage: str) -> list[Block]:
    """Give the talk turn by turn, and what each made."""
    turn = (Ask("who", "who", chosen="party"), Ask("text", "text_head", "text_hint"))
    made = (*asks("made"), Ask("fork", "fork"))
    names = asks("mine theirs third", "name_", "names.", hints=False)
    return [
        Block(asks("situation")),
        Block(names, "names", "names_hint"),
        Block((*turn, *made), "turns", "", "turns", items(10)),
    ]


def round_lab(exercise: Exercise, _stage: str) -> list[Block]:
    """Give a row for each round: the card, what was heard, and what came of it."""
    told = exercise.settings
    mark, draw = told["mark"], told.get("draw", {})
    cards = tuple(draw.get("cards", ()))
    drawn = (Ask("drawn", "card_was", chosen="card", options=cards),) if cards else ()
    if mark["by"] == "speaker":
        heard: tuple[Ask, ...] = (
            Ask(f"heard.{SPEAKER}", "mark_ask", chosen="card", options=cards),
        )
    else:
        heard = _seats("heard", "mark_ask", chosen="mark", options=tuple(mark["of"]))
    sign = asks("sign") if mark.get("sign") else ()
    rounds = ("rounds", ROUNDS, "round")
    found = [
        Block((Ask("seats", "seat_many"),)),
        Block((*drawn, *heard, *sign), "in_words", "mark_ask", *rounds),
    ]
    if mark.get("reply"):
        found.append(Block(_seats("reply", "reply"), "reply", "reply_hint", *rounds))
    if told.get("taps"):
        found.append(Block(_seats("taps", "taps_all"), "taps_all", "", *rounds))
    return found


def _seats(
    part: str, label: str, chosen: str = "", options: tuple[str, ...] = ()
) -> tuple[Ask, ...]:
    return tuple(
        Ask(f"{part}.{seat}", label, chosen=chosen, options=options, seat=letter)
        for seat, letter in zip(SEATS, LETTERS, strict=True)
    )


def hat_line(_exercise: Exercise, _stage: str) -> list[Block]:
    """Give the hat one begins with and a row for each change of hat."""
    shift = (
        Ask("at", "shift_at", "script_minute", kind="minute"),
        Ask("to", "shift_to", chosen="hat"),
        *asks("announced permission", hints=False),
    )
    return [
        Block((Ask("first", "start_hat", chosen="hat"),)),
        Block(shift, "strip_words", "", "shifts", items(10), ground="hat_line"),
    ]


def game_table(_exercise: Exercise, stage: str) -> list[Block]:
    """Give the contract and a row for each time-out; of one's own nothing: the card is paper."""
    if stage == "individual":
        return []
    contract = (
        *asks("frame direction rules", "contract_", "contract."),
        Ask("contract.time", "contract_time"),
    )
    timeout = (
        Ask("t", "head_time", "script_minute", kind="moment"),
        *asks("noticed asked decided"),
    )
    return [
        Block(contract, "contract"),
        Block(timeout, "timeouts", "timeouts_hint", "timeouts", items(4)),
        Block((Ask("best", "best", "best_ask", kind="row"),)),
    ]
