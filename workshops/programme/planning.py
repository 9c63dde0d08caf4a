"""What the desk changed in a day's plan: snapshots of overrides, kept as events, over the file.

The newest snapshot counts; going back is writing an older one again. The file is never touched.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from workshops.programme.plan import Block, Plan, Stage, plan
from workshops.store import Store

Changes = dict[str, Any]
"""order, skipped, copies, blocks, texts, cells, start, end, need: each may be missing."""
SIMPLE = (
    "title", "minutes", "kind", "form", "tempo", "body", "lead", "purpose", "prompt", "ends",
    "cues", "optional",
)  # fmt: skip
"""Fields of a block that are taken over as they are."""


def changes_of(store: Store, day: str) -> Changes:
    """Give the newest snapshot of a day; empty when nobody changed anything."""
    snapshots = [one.value for one in store.events("plan") if one.subject == day]
    return dict(snapshots[-1]) if snapshots and isinstance(snapshots[-1], dict) else {}


def today(store: Store, day: str) -> Plan:
    """Give the plan of a day as the desk left it."""
    return applied(plan(day), changes_of(store, day))


def texts(store: Store) -> dict[str, dict[str, dict[str, str]]]:
    """Give the exercises' words that a desk has written anew: exercise → language → key → text."""
    newest = {one.subject: one.value for one in store.events("plan") if isinstance(one.value, dict)}
    found: dict[str, dict[str, dict[str, str]]] = {}
    for changes in newest.values():
        found |= changes.get("texts", {})
    return found


def cells(store: Store) -> dict[str, dict[str, str]]:
    """Give the text cells that a desk has written anew: "day/notebook" → cell → Markdown."""
    newest = {one.subject: one.value for one in store.events("plan") if isinstance(one.value, dict)}
    return {
        f"{day}/{notebook}": said
        for day, changes in newest.items()
        for notebook, said in changes.get("cells", {}).items()
    }


def applied(written: Plan, changes: Changes) -> Plan:
    """Give the plan with the changes; what they name and the file no longer has is left out."""
    known = {one.id: one for one in written.blocks}
    edits = changes.get("blocks", {})
    for new, old in changes.get("copies", {}).items():
        if old in known:
            known[new] = replace(known[old], id=new)
        elif not old and "title" in edits.get(new, {}):  # put in at the desk: no block of the file
            known[new] = Block(new, edits[new]["title"], 10)
    turned = set(changes.get("skipped", ()))
    blocks = [
        _skipping(_edited(known[one], edits.get(one, {})), turned=one in turned)
        for one in ordered(written, list(known), changes.get("order", []))
    ]
    return replace(
        written,
        blocks=tuple(blocks),
        start=changes.get("start", written.start),
        end=changes.get("end", written.end),
    )


def with_optional(written: Plan, changes: Changes) -> Changes:
    """Give the snapshot with every optional block taken in; what the desk left out stays out."""
    out = {one.id for one in applied(written, changes).blocks if one.optional and one.skipped}
    return {**changes, "skipped": sorted(out.symmetric_difference(changes.get("skipped", ())))}


def _skipping(block: Block, *, turned: bool) -> Block:
    """Give the block skipped or not: what the desk names in `skipped` turns what the file has.

    An optional block stands outside the day's time until the desk takes it in.
    """
    return replace(block, skipped=turned != block.optional)


def ordered(written: Plan, known: list[str], wanted: list[str]) -> list[str]:
    """Give ids in the wanted order; one that nobody placed stands as in the file."""
    order = [one for at, one in enumerate(wanted) if one in known and one not in wanted[:at]]
    before: str | None = None
    for one in [block.id for block in written.blocks] + known[len(written.blocks) :]:
        if one not in order:
            order.insert(order.index(before) + 1 if before in order else 0, one)
        before = one
    return order


def _edited(block: Block, edit: dict[str, Any]) -> Block:
    fields: dict[str, Any] = {key: edit[key] for key in SIMPLE if key in edit}
    if "stages" in edit:
        fields["stages"] = tuple(Stage(one["stage"], one["minutes"]) for one in edit["stages"])
    for key in ("competences", "elements"):
        if key in edit:
            fields[key] = tuple(edit[key])
    return replace(block, **fields)
