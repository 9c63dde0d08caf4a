"""The page of the list in a real browser with the real desk behind it, on a temporary store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from widgets.front_end import FOLDER, front_end
from widgets.roster import Roster
from workshops.dashboards.roster import RosterDesk
from workshops.dashboards.roster_facts import roster_words
from workshops.store.temporary import TemporaryStore

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGE = """<!doctype html><html lang="da" data-surface="desk" data-theme="%s"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Deltagere</title><style>%s
%s
body { margin: 0; background: var(--c-ground); }</style></head>
<body><main id="el"></main></body></html>"""
START = """async ([code, data]) => {
  const heard = [];
  window.model = {
    get: (name) => data[name],
    set(name, value) { data[name] = value; },
    on(event, one) { if (event === "change:value") heard.push(one); },
    off() {},
    async save_changes() {
      data.value = await window.kernel(data.pressed);
      heard.forEach((one) => one());
    },
  };
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const view = (await import(url)).default;
  window.leave = view.render({ model: window.model, el: document.getElementById("el") });
}"""
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


class Kernel:
    """A desk without a kernel: the page's presses come in, its value goes out."""

    def __init__(self) -> None:
        self.store = TemporaryStore()
        self.shown = Roster()
        self.desk = RosterDesk(self.store, self.shown)
        self.desk.stop()  # without a kernel's loop the store's thread would draw, too
        self.n = 0

    def press(self, button: str, **given: Any) -> dict[str, Any]:
        self.n += 1
        return self.take({"n": self.n, "button": button, **given})

    def take(self, pressed: dict[str, Any]) -> dict[str, Any]:
        self.n = pressed["n"]
        self.shown.pressed = pressed
        return self.shown.value

    def list(self, many: int = 25) -> dict[str, Any]:
        self.press("read", text=pasted(many))
        return self.press("land")


def opened(
    browser: Browser, kernel: Kernel, width: int = 1440, locale: str = "da", theme: str = "light"
) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.wrong = []  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.wrong.append(str(error)))  # type: ignore[attr-defined]
    script, style = front_end(str(FOLDER / "roster" / "__init__.py"))
    tokens = (FOLDER / "shared" / "tokens.css").read_text(encoding="utf-8")
    page.set_content(PAGE % (theme, tokens, style))
    page.expose_function("kernel", kernel.take)
    data = {
        "words": roster_words(),
        "options": {"locale": locale},
        "value": kernel.shown.value,
        "pressed": {"n": kernel.n},
    }
    page.evaluate(START, [script, data])
    return page
