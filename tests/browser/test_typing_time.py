"""How long a sheet takes to type in: keys counted in the real form, at 35 words a minute."""

from __future__ import annotations

import sys

import pytest

from tests.browser.conftest import RoomProcess
from tests.test_paper_day import WITH_PAPER, on_paper
from workshops.room.typed.key import link

PER_MINUTE = 35 * 5
"""Keys: a word is five, the space among them."""
EYES = 1.0
"""Seconds from the key to the paper and back, for each field that is filled."""
MOST = 3.0
"""Minutes a sheet may take."""
BESIDE = 2.6
"""Keys beside the words for each field that is filled: to the next one, and past those left out."""


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """Give one room for all sheets."""
    one = RoomProcess(tmp_path_factory.mktemp("timed") / "data")
    yield one
    one.stop()


class Typist:
    """Types a sheet by keys alone, each way to the next field as short as it can be."""

    def __init__(self, page) -> None:
        self.page = page
        self.keys = 0
        self.beside = 0
        self.fields = 0

    def at(self) -> str:
        return self.page.evaluate("document.activeElement.dataset.code || ''")

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.keys += 1
        self.beside += 1

    def say(self, text: str) -> None:
        self.page.keyboard.insert_text(text)
        self.keys += len(text) + sum(letter.isupper() for letter in text)

    def go(self, code: str) -> None:
        """Go on key by key, or jump, whichever has fewer keys."""
        codes = self.page.evaluate(
            "[...document.querySelectorAll('[data-code]')].map(x => x.dataset.code)"
        )
        here = self.at()
        near = codes.index(code) - codes.index(here) if here in codes else -1
        if 0 <= near <= len(code) + 2:
            for _ in range(near):
                self.press("Tab")
            return
        self.press("Escape")
        self.page.keyboard.insert_text(code)
        self.keys += len(code)
        self.beside += len(code)
        self.press("Enter")
        assert self.at() == code

    def fill(self, code: str, text: str) -> None:
        self.go(code)
        lines = text.split("\n")
        for number, line in enumerate(lines):
            self.say(line)
            if number < len(lines) - 1:
                self.press("Shift+Enter")
        self.press("Enter")
        self.page.get_by_text(f"{code} er gemt ✓", exact=True).wait_for()
        self.fields += 1


@pytest.mark.long
@pytest.mark.parametrize("table", ["1", "2"])
def test_what_the_form_asks_beside_the_words_is_little(browser, room, capsys, table):
    rows = []
    context = browser.new_context()
    page = context.new_page()
    page.goto(link(room.inner, room.token))
    for one in WITH_PAPER:
        _answer, texts = on_paper(one.id, table)
        page.goto(f"{room.inner}/type/{one.id}/{table}")
        page.wait_for_selector("#far:not(:empty)")
        typist = Typist(page)
        for code, text in texts.items():
            typist.fill(code, text)
        rows.append((one.id, typist.fields, typist.keys, typist.beside))
    context.close()
    with capsys.disabled():
        sys.stdout.write(told(rows))
    assert [row for row in rows if row[3] > BESIDE * row[1]] == []


def told(rows: list[tuple[str, int, int, int]]) -> str:
    """Give the table of what was counted; « marks a sheet of more than three minutes."""
    lines = ["", "exercise            fields  keys  beside  minutes  with eyes  words alone"]
    for name, fields, keys, beside in rows:
        minutes = keys / PER_MINUTE
        looked = minutes + fields * EYES / 60
        over = "  «" if minutes > MOST else ""
        alone = (keys - beside) / PER_MINUTE
        counted = f"{keys:6}{beside:8}{minutes:9.1f}{looked:11.1f}{alone:8.1f}{alone / looked:5.0%}"
        lines.append(f"{name:20}{fields:6}{counted}{over}")
    return "\n".join([*lines, ""])
