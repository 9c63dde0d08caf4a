"""The desk of the handbook, with two groups' examples in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.test_takeaway_handbook import say_yes, sheet
from tests.widgets.deskpages import DeskKernel
from widgets.handbook_desk import HandbookDesk
from workshops.dashboards.handbook import BookDesk, book_words

if TYPE_CHECKING:
    from pathlib import Path


class Kernel(DeskKernel):
    name = "handbook_desk"
    title = "Metodehåndbog"

    def __init__(self, data: Path | None = None) -> None:
        self.data = data
        super().__init__()

    def join(self) -> HandbookDesk:
        for table, text in (("1", "næste personalemøde"), ("2", "forældremødet i maj")):
            sheet(self.store, table, {"transfer": text})
            say_yes(self.store, table)
        shown = HandbookDesk()
        self.desk = BookDesk(self.store, shown, self.data)
        self.desk.stop()
        return shown

    def words(self) -> dict[str, dict[str, str]]:
        return book_words()
