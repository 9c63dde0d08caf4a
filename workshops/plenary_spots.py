"""What the desk asks the wall to show in plenary: a view, a lifted arrow, groups in spotlight."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from workshops import figures

MOST = 2
"""So many sheets fit beside each other on a wall and are still read from the last row."""


@dataclass(frozen=True)
class Shown:
    """What the presses of a day ask the wall to show; None leaves it to what there is."""

    view: str | None = None  # "arrows", "lines"
    table: str | None = None  # the group in the spotlight
    lifted: str | None = None  # uid of the arrow we talk about
    beside: str | None = None  # the group beside it


def shown(presses: Iterable[dict[str, Any]]) -> Shown:
    """Give what a day's presses lead to; a new block or stage starts afresh."""
    found = Shown()
    for press in presses:
        button = press.get("button")
        if button in ("go", "stage"):
            found = Shown()
        elif button == "spotlight":
            table, beside = (str(press.get(one) or "") or None for one in ("table", "beside"))
            found = Shown(found.view, table, found.lifted, beside)
        elif button == "view":
            found = Shown(press.get("view"), None, found.lifted)
        elif button == "lift":
            found = replace(found, lifted=_uid(press.get("arrow")))
    return found


def _uid(arrow: Any) -> str | None:
    numbers = isinstance(arrow, list) and all(isinstance(one, int | float) for one in arrow)
    return figures.uid_of(arrow[:2], arrow[2:]) if numbers and len(arrow) == 4 else None


class Spots:
    """The sheets in the spotlight; `box` holds them, each a `title` over a `map`."""

    def __init__(self, made: Callable[[], tuple[Any, Any]]) -> None:
        import ipywidgets as ipw  # noqa: PLC0415 - heavy, and the room imports this package

        self.pairs = [made() for _ in range(MOST)]
        whole = {"width": "100%", "overflow": "visible"}
        self._columns = [ipw.VBox(pair, layout=ipw.Layout(**whole)) for pair in self.pairs]
        self.box = ipw.HBox(self._columns, layout=ipw.Layout(**whole))
        self.box.add_class("spots")

    def show(self, groups: list[dict[str, Any]], *tables: str | None) -> bool:
        """Show these tables' sheets in this order; say whether there is any to show."""
        by_table = {one["table"]: one for one in groups}
        found = [by_table[table] for table in dict.fromkeys(tables) if table in by_table]
        for place, (title, sheet) in enumerate(self.pairs):
            group = found[place] if place < len(found) else None
            self._columns[place].layout.display = None if group else "none"
            if group:
                _set(title, {"groups": [{"table": group["table"], "rows": []}]})
                _set(sheet, group["value"])
        (self.box.add_class if len(found) > 1 else self.box.remove_class)("two")
        return bool(found)


def _set(widget: Any, value: dict[str, Any]) -> None:
    if widget.value != value:
        widget.value = value
