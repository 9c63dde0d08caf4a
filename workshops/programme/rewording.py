"""What a trainer rewrites in a block: its words, minutes, form and tags, and its exercise's words.

Each step changes the snapshot it is given and says whether anything was changed.
"""

from __future__ import annotations

import re
from typing import Any, TypeGuard

from workshops.programme.plan import BODIES, FORMS, STAGES, TEMPOS, Block, Plan
from workshops.programme.planning import Changes, applied
from workshops.words import LANGUAGES

LONGEST = 600
"""Minutes a block may take: ten hours is more than any day."""
TAGS = {
    "competences": ("K1", "K2", "K3", "K4", "K5"),
    "elements": ("slf_1", "slf_2", "slf_3", "slf_4", "slf_5"),
}
MOST = {"title": 120, "purpose": 600, "prompt": 400, "lead": 80, "text": 4000, "cell": 8000}
"""Letters a text may have."""
CUES, CUE = 30, 400
"""Lines of cue notes, and letters of a line."""
CHOICES = {"form": FORMS, "tempo": TEMPOS, "body": BODIES}
_TAG, _PICTURE = re.compile(r"<[a-zA-Z/!?]"), re.compile(r"!\[[^\]]*\][(\[][^)\]]*[)\]]")
_CLOCK = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")


def now(written: Plan, changes: Changes, given: dict[str, Any]) -> Block | None:
    """Give the block a step is about, as the snapshot leaves it."""
    wanted = given.get("block")
    return applied(written, changes).block(wanted) if isinstance(wanted, str) else None


def set_part(written: Plan, changes: Changes, given: dict[str, Any]) -> bool:
    """Set one part of a block, named like "minutes", "form", "title.da" or "stages.group"."""
    block, value = now(written, changes, given), given.get("value")
    part, _, inner = str(given.get("part", "")).partition(".")
    if block is None:
        return False
    if part in ("minutes", "stages"):
        fields = _times(block, inner if part == "stages" else "", value)
    elif part in TAGS:
        fields = {part: _tags(part, value)}
    elif part == "lead" or part in CHOICES:
        fields = {part: value} if _fits(part, value) else {}
    else:
        fields = _said(block, part, inner, value)
    if not fields or all(_plain(getattr(block, key)) == one for key, one in fields.items()):
        return False
    changes.setdefault("blocks", {}).setdefault(block.id, {}).update(fields)
    _forget_own(written, changes, block.id)
    return True


def _times(block: Block, stage: str, value: object) -> dict[str, Any]:
    """Keep a block and its stages in step: a stage moves the block, the block all its stages."""
    if not is_whole(value) or not 1 <= value <= LONGEST:
        return {}
    if stage:
        if stage not in STAGES or stage not in [one.stage for one in block.stages]:
            return {}
        longer = value - block.minutes_of(stage)
        stages = [{"stage": s.stage, "minutes": value if s.stage == stage else s.minutes}
                  for s in block.stages]  # fmt: skip
        return {"stages": stages, "minutes": min(LONGEST, max(1, block.minutes + longer))}
    if not block.stages:
        return {"minutes": value}
    parts = shared_out(value, [one.minutes for one in block.stages])
    stages = [{"stage": s.stage, "minutes": n} for s, n in zip(block.stages, parts, strict=True)]
    return {"stages": stages, "minutes": value}


def shared_out(minutes: int, parts: list[int]) -> list[int]:
    """Give whole minutes that keep the parts' proportions and fill `minutes`; none below one."""
    whole = sum(parts) or 1
    exact = [minutes * one / whole for one in parts]
    found = [max(1, int(one)) for one in exact]
    by_rest = sorted(range(len(parts)), key=lambda at: found[at] - exact[at])
    for at in (by_rest * minutes)[: max(0, minutes - sum(found))]:
        found[at] += 1
    while sum(found) > minutes and max(found) > 1:
        found[found.index(max(found))] -= 1
    return found


def _said(block: Block, part: str, inner: str, value: object) -> dict[str, Any]:
    if inner not in LANGUAGES or not isinstance(value, str):
        return {}
    if part == "cues":
        lines = [line.strip()[:CUE] for line in value.splitlines() if line.strip()][:CUES]
        empty: dict[str, Any] = {one: [] for one in LANGUAGES}
        return {"cues": {**empty, **(block.cues or {}), inner: lines}}
    if part not in ("title", "purpose", "prompt") or len(value) > MOST[part]:
        return {}
    if part == "title" and not value.strip():
        return {}
    empty = dict.fromkeys(LANGUAGES, "")
    return {part: {**empty, **(getattr(block, part) or {}), inner: value.strip()}}


def set_text(_written: Plan, changes: Changes, given: dict[str, Any]) -> bool:
    """Set one word of an exercise; `own` is what the file says."""
    names = [given.get(one) for one in ("exercise", "language", "key")]
    return _leaf(changes.setdefault("texts", {}), names, given, MOST["text"])


def set_cell(_written: Plan, changes: Changes, given: dict[str, Any]) -> bool:
    """Set one text cell of a notebook; `own` is what the file says."""
    names = [given.get(one) for one in ("notebook", "cell")]
    if not fits_a_page(given.get("value"), given.get("own")):
        return False
    return _leaf(changes.setdefault("cells", {}), names, given, MOST["cell"])


def fits_a_page(text: object, own: object) -> bool:
    """Say whether Markdown is safe to show: no tags, and no pictures but the file's own.

    An unclosed tag or a missing drawing would take the page away from everybody in the room.
    """
    if not isinstance(text, str):
        return False
    return not _TAG.search(text) and set(_PICTURE.findall(text)) <= set(_PICTURE.findall(str(own)))


def _leaf(branch: dict[str, Any], names: list[Any], given: dict[str, Any], most: int) -> bool:
    value, own = given.get("value"), given.get("own")
    if not all(isinstance(one, str) and one for one in names) or not isinstance(value, str):
        return False
    *above, last = names
    for name in above:
        branch = branch.setdefault(name, {})
    if len(value) > most or branch.get(last, own) == value:
        return False
    if value == own or not value.strip():
        branch.pop(last, None)
    else:
        branch[last] = value
    return True


def set_day(written: Plan, changes: Changes, given: dict[str, Any]) -> bool:
    """Set when the day begins or ends: "9.00", "09:00"."""
    part, match = given.get("part"), _CLOCK.fullmatch(str(given.get("value", "")).strip())
    if part not in ("start", "end") or match is None:
        return False
    clock = f"{int(match[1]):02}.{match[2]}"
    if changes.get(part, getattr(written, part)) == clock:
        return False
    changes[part] = clock
    if getattr(written, part) == clock:
        del changes[part]
    return True


def _forget_own(written: Plan, changes: Changes, block: str) -> None:
    """Take out of a block's changes what its file says anyway."""
    edits = changes["blocks"].pop(block)
    base = applied(written, changes).block(block)
    invented = changes.get("copies", {}).get(block) == ""
    keep = {
        key: value
        for key, value in edits.items()
        if invented or base is None or _plain(getattr(base, key)) != value
    }
    if keep:
        changes["blocks"][block] = keep


def _plain(value: Any) -> Any:
    """Give a field of a block as a snapshot holds it."""
    if isinstance(value, tuple):
        return [vars(one) if hasattr(one, "stage") else one for one in value]
    return value


def _tags(part: str, value: object) -> list[str]:
    chosen = value if isinstance(value, list) else []
    return [one for one in TAGS[part] if one in chosen]


def _fits(part: str, value: object) -> bool:
    if part == "lead":
        return isinstance(value, str) and len(value) <= MOST["lead"]
    return value in CHOICES[part]


def is_whole(value: object) -> TypeGuard[int]:
    """Say whether something is a whole number; True is none."""
    return isinstance(value, int) and not isinstance(value, bool)
