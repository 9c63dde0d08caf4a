"""The desk of the list of participants, and a list as it is pasted."""

from __future__ import annotations

from typing import Any

from tests.widgets.deskpages import DeskKernel
from widgets.roster import Roster
from workshops.dashboards.roster import RosterDesk
from workshops.dashboards.roster_facts import roster_words

AREAS = ("Dagtilbud", "Skole", "Fritid")
DISTRICTS = ("Nord", "Vest", "Syd", "Øst")
NAMES = (
    "Anna Krogh", "Birgitte Holm", "Camilla Bech", "Dorte Lund", "Erik Vang", "Freja Skov",
    "Gitte Toft", "Henrik Dam", "Ida Friis", "Jens Ager", "Karen Bruun", "Lars Østergaard",
    "Mette Aagaard", "Niels Krabbe", "Ole Hjort", "Pia Søgaard", "Rikke Juhl", "Søren Koch",
    "Tina Berg", "Ulla Rask", "Vibeke Thorup", "Winnie Falk", "Yrsa Munk", "Åse Lind",
    "Merete Vestergaard-Kristoffer",
)  # fmt: skip


def pasted(many: int = 25) -> str:
    """Give a list as it is copied from a spreadsheet."""
    rows = [
        f"{name}\t{AREAS[at // 4 % 3]}\t{DISTRICTS[at % 4]}" for at, name in enumerate(NAMES[:many])
    ]
    return "\n".join(["Navn\tOmråde\tDistrikt", *rows])


class Kernel(DeskKernel):
    name = "roster"
    title = "Deltagere"

    def join(self) -> Roster:
        shown = Roster()
        self.desk = RosterDesk(self.store, shown)
        self.desk.stop()
        return shown

    def words(self) -> dict[str, dict[str, str]]:
        return roster_words()

    def list(self, many: int = 25) -> dict[str, Any]:
        self.press("read", text=pasted(many))
        return self.press("land")
