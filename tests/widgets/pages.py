"""A page with one instrument on it and a made-up model, for tests in a real browser."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import plotly

from widgets.front_end import FOLDER, front_end
from workshops.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

    from workshops.exercises import Exercise

Opened = Callable[..., "Page"]
PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
HERE = "http://127.0.0.1:9"  # every answer is made up below
PAGE = """<!doctype html><html lang="da" data-surface="{surface}" data-theme="{theme}"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Instrument</title><style>{style} body {{ margin: 0; background: var(--c-ground); }}
main {{ padding: 1rem; }}</style></head><body><main>{roots}</main><script type="module">
import view from "/view.js";
const rendered = (data, i) => {{
  const heard = {{}};
  const tell = (name) => (heard[`change:${{name}}`] || []).slice().forEach((one) => one());
  const model = {{
    get: (name) => data[name],
    set: (name, value) => {{ data[name] = value; }},
    save_changes: () => (model.saved += 1),
    on: (name, one) => (heard[name] = heard[name] || []).push(one),
    off: (name, one) => {{ heard[name] = (heard[name] || []).filter((other) => other !== one); }},
    give: (name, value) => {{ data[name] = value; tell(name); }},
    saved: 0,
    data,
  }};
  model.end = view.render({{ model, el: document.getElementById(`el${{i}}`) }});
  return model;
}};
window.models = {models}.map(rendered);
window.again = (shown) => {{
  for (const one of window.models) one.end();
  const rooted = (_, i) => Object.assign(document.createElement("div"), {{ id: `el${{i}}` }});
  const roots = shown.map(rooted);
  document.querySelector("main").replaceChildren(...roots);
  window.models = shown.map(rendered);
}};
</script></body></html>"""


def show(
    browser: Browser, instrument: str, *models: dict[str, Any], width: int = 390, **look: str
) -> Page:
    """Give a page that shows an instrument once for each model; `asked` counts what it loads."""
    script, style = front_end(str(FOLDER / instrument / "__init__.py"))
    tokens = (FOLDER / "shared" / "tokens.css").read_text(encoding="utf-8")
    roots = "".join(f'<div id="el{at}"></div>' for at in range(len(models)))
    facts = {"surface": "phone", "theme": "light", "style": tokens + style, "roots": roots, **look}
    html = PAGE.format(models=json.dumps(models), **facts)
    answers = {"/": ("text/html", html), "/view.js": ("text/javascript", script)}
    answers["/plotly.js"] = ("text/javascript", PLOTLY.read_text(encoding="utf-8"))
    asked: list[str] = []

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(HERE)
        asked.append(path)
        kind, body = answers.get(path, ("", ""))
        route.fulfill(status=200 if kind else 404, content_type=kind, body=body)

    page = _kept.pop() if _kept else browser.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.route("**/*", answer)
    page.goto(f"{HERE}/")
    page.wait_for_function("window.models")
    page.asked = asked  # type: ignore[attr-defined]
    return page


def show_again(
    page: Page, *models: dict[str, Any], width: int = 390, surface: str = "phone"
) -> None:
    """Show other models on the page of the same instrument: cheaper than a page anew."""
    page.mouse.up()
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("one => { document.documentElement.dataset.surface = one; }", surface)
    page.evaluate("models => window.again(models)", list(models))


_kept: list[Page] = []
"""Pages that tests are done with: a new one costs as much as all that most tests do with it."""


def put_away(page: Page) -> None:
    """Let a later `show` have the page; nothing of what was shown stays in it."""
    if page.is_closed():
        return
    page.unroute_all()
    page.goto("about:blank")
    page.emulate_media(media="null", color_scheme="null", reduced_motion="null")
    page.mouse.up()
    page.mouse.move(0, 0)
    _kept.append(page)


@dataclass(frozen=True)
class Instrument:
    """An instrument with the exercise it is tried in, and the stage it is tried at."""

    name: str
    exercise: Exercise
    stage: str = "individual"

    def model(self, value: Any, language: str = "da", **options: Any) -> dict[str, Any]:
        """Give what a page hands it; `options` go before the exercise's, `words` too."""
        said = {**words(language), **self.exercise.words[language], **options.pop("words", {})}
        told = self.exercise.options(options.get("stage", self.stage))
        return {"words": said, "options": {**told, "locale": language, **options}, "value": value}

    def opened(self, browser: Browser) -> Iterator[Opened]:
        """Give a function that opens it; its pages are put away afterwards."""
        pages = []

        def open_it(
            value: Any, width: int = 390, look: dict[str, str] | None = None, **more: Any
        ) -> Page:
            model = self.model(value, **more)
            pages.append(show(browser, self.name, model, width=width, **(look or {})))
            return pages[-1]

        yield open_it
        for page in pages:
            put_away(page)

    def value(self, page: Page) -> dict[str, Any]:
        """Give what was written there: whatever a finger does, the method takes it."""
        found: dict[str, Any] = page.evaluate("models[0].data.value")
        self.exercise.answer.parse(found)
        return found
