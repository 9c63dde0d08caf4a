"""Sorting: cards that lie in one of a few piles, or in the tray until somebody has decided."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class Sorting(View):
    """Cards into piles; no pile is better than another, and no card has to be placed.

    `value` = {"placed": {card: pile | None}}; a card that is missing, or lies in a pile nobody
    knows, lies in the tray. Keys the sorting does not know (a group's sheet) stay as they are.

    `options`: cards (4–12 keys) and piles (2–5 keys), both in the order they are shown in; stage,
    readonly, undo, locale. Words by key: `card_<key>`, `pile_<key>`, `pile_<key>_hint`; for all:
    `tray`, `tray_empty`, `pile_empty`, `card_name` ({n}), `card_lifted` ({n}), `card_placed` ({n},
    {pile}, {left}), `card_back` ({n}), `put_back`, `sort_hint`, `sort_help`, `in_words`, and
    `doubt`, a sentence under the tray, where there is one.
    """

    _esm, _css = front_end(__file__)
