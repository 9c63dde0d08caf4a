"""The page of the handbook in a real browser with the real desk behind it, on a temporary store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.test_takeaway_handbook import say_yes, sheet
from tests.widgets.rosters import PAGE, START
from widgets.front_end import FOLDER, front_end
from widgets.handbook_desk import HandbookDesk
from workshops.dashboards.handbook import BookDesk, book_words
from workshops.store.temporary import TemporaryStore

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page


class Kernel:
    """A desk without a kernel: the page's presses come in, its value goes out."""

    def __init__(self, data: Path | None = None) -> None:
        self.store = TemporaryStore()
        for table, text in (("1", "næste personalemøde"), ("2", "forældremødet i maj")):
            sheet(self.store, table, {"transfer": text})
            say_yes(self.store, table)
        self.shown = HandbookDesk()
        self.desk = BookDesk(self.store, self.shown, data)
        self.desk.stop()  # without a kernel's loop the store's thread would draw, too
        self.n = 0

    def press(self, button: str, **given: Any) -> dict[str, Any]:
        self.n += 1
        return self.take({"n": self.n, "button": button, **given})

    def take(self, pressed: dict[str, Any]) -> dict[str, Any]:
        self.n = pressed["n"]
        self.shown.pressed = pressed
        return self.shown.value


def opened(browser: Browser, kernel: Kernel, width: int = 1280, theme: str = "light") -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900})
    script, style = front_end(str(FOLDER / "handbook_desk" / "__init__.py"))
    tokens = (FOLDER / "shared" / "tokens.css").read_text(encoding="utf-8")
    page.set_content((PAGE % (theme, tokens, style)).replace("Deltagere", "Metodehåndbog"))
    page.expose_function("kernel", kernel.take)
    data = {
        "words": book_words(),
        "options": {"locale": "da"},
        "value": kernel.shown.value,
        "pressed": {"n": kernel.n},
    }
    page.evaluate(START, [script, data])
    return page
