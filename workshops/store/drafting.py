"""Drafting: a change on its way in is looked over before it may wait for the disk."""

from __future__ import annotations

import secrets

from workshops.store import Audience, Change, Declined
from workshops.store.ledger import AUDIENCES
from workshops.store.merging import is_order, merging
from workshops.store.rows import Draft
from workshops.store.tables import entry, plain, written

SAME_FIELD = ("exercise", "subject", "author", "field")
HELD, DESK = "@held", "desk"
"""The field that only the trainer writes, through `hold`, and by whom."""


def draft_of(change: Change) -> Draft:
    """Give the draft of a change; declines what no client of ours sends."""
    values = {
        "exercise": change.exercise,
        "subject": change.subject,
        "author": change.author,
        "field": change.field,
        "key": change.key,
    }
    plain(*values.values())
    kind, name = change.subject[:2], change.subject[2:]
    if not all([*values.values(), name, kind in {"p:", "g:"}, _is_id(change.seen)]):
        raise Declined("refused_message")
    if change.field == HELD:
        raise Declined("refused_not_yours")
    if kind == "p:":
        own(change.subject, change.author)
    more = {"value": written(change.value), "seen": change.seen, "undoes": None}
    complete = merging(change) if is_order(change) else None
    return Draft(entry, {**values, **more}, same=SAME_FIELD, complete=complete)


def holding(exercise: str, subject: str, on: bool) -> Draft:
    """Give the draft by which the trainer holds a sheet back, or shows it again."""
    if not isinstance(on, bool):
        raise Declined("refused_message")
    values = {"exercise": exercise, "subject": subject, "author": DESK, "field": HELD}
    more = {"value": written(on), "seen": None, "undoes": None, "key": secrets.token_urlsafe(12)}
    return Draft(entry, {**values, **more}, same=SAME_FIELD)


def own(subject: str, participant: str) -> None:
    """Decline unless the sheet is the participant's."""
    if subject != f"p:{participant}":
        raise Declined("refused_not_yours")


def _is_id(seen: object) -> bool:
    return seen is None or (type(seen) is int and 0 <= seen < 2**63)


def share(audience: Audience) -> str:
    """Give the field of a share."""
    if audience not in AUDIENCES:
        raise Declined("refused_message")
    return f"@{audience}"
