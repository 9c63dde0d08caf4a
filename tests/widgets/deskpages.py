"""A page of the trainer's desk in a real browser with the real desk behind it, without a kernel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from widgets.front_end import FOLDER, front_end
from workshops.store.temporary import TemporaryStore

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from widgets.view import View

PAGE = """<!doctype html><html lang="da" data-surface="desk" data-theme="%s"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>%s</title><style>%s
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


class DeskKernel:
    """A desk without a kernel: the page's presses come in, its value goes out."""

    name: str
    """The instrument's folder."""
    title: str

    def __init__(self) -> None:
        self.store = TemporaryStore()
        self.shown = self.join()
        self.n = 0

    def join(self) -> View:
        """Give the instrument, joined to its desk; the desk no longer listens to the store.

        Without a kernel's loop the store's thread would draw, too.
        """
        raise NotImplementedError

    def words(self) -> dict[str, dict[str, str]]:
        """Give the words of the page in both languages."""
        raise NotImplementedError

    def press(self, button: str, **given: Any) -> dict[str, Any]:
        self.n += 1
        return self.take({"n": self.n, "button": button, **given})

    def take(self, pressed: dict[str, Any]) -> dict[str, Any]:
        self.n = pressed["n"]
        self.shown.pressed = pressed
        return self.shown.value


def opened(
    browser: Browser, kernel: DeskKernel, width: int = 1440, locale: str = "da",
    theme: str = "light",
) -> Page:  # fmt: skip
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.wrong = []  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.wrong.append(str(error)))  # type: ignore[attr-defined]
    script, style = front_end(str(FOLDER / kernel.name / "__init__.py"))
    tokens = (FOLDER / "shared" / "tokens.css").read_text(encoding="utf-8")
    page.set_content(PAGE % (theme, kernel.title, tokens, style))
    page.expose_function("kernel", kernel.take)
    data = {
        "words": kernel.words(),
        "options": {"locale": locale},
        "value": kernel.shown.value,
        "pressed": {"n": kernel.n},
    }
    page.evaluate(START, [script, data])
    return page
