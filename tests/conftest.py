"""What every test may ask for: the browser on this machine, and the long proofs with --long."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
ON_PATH = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge", "msedge",
)  # fmt: skip
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    "C:/Program Files/Microsoft/Edge/Application/msedge.exe",
)
NO_BROWSER = "no Chromium, Chrome or Edge here (LAERINGSDAGE_BROWSER may name one)"


def chromium_path() -> str | None:
    """Give a browser of Chromium's kind that is on this machine, or None."""
    named = os.environ.get("LAERINGSDAGE_BROWSER")
    found = [named] if named else [shutil.which(name) for name in ON_PATH]
    found += [] if named else [place for place in ELSEWHERE if Path(place).exists()]
    return next((path for path in found if path), None)


STARTS = ("dashboards", "phone", "room")
"""Fixtures that start a program of ours."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the long proofs, too")


def pytest_configure() -> None:
    # A room that runs on this machine, or somebody's own content, is none of the tests' business.
    for name in [name for name in os.environ if name.startswith("LAERINGSDAGE_")]:
        if name != "LAERINGSDAGE_BROWSER":
            del os.environ[name]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    # Playwright keeps this thread's event loop from its first page on, so files without a browser
    # go first. Of both kinds the long files begin, so that those who run side by side end together:
    # first the ones that start a program of ours, then those with many tests.
    def files(*fixtures: str) -> set[Path]:
        return {item.path for item in items if {*fixtures} & {*getattr(item, "fixturenames", ())}}

    paged, starting = files("browser"), files(*STARTS)
    tests = Counter(item.path for item in items)

    def order(item: pytest.Item) -> tuple[object, ...]:
        path = item.path
        return path in paged, path not in starting, -tests[path], str(path)

    items.sort(key=order)
    if config.getoption("--long"):
        return
    looks: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.get_closest_marker("looks"):
            looks.setdefault(item.nodeid.partition("[")[0], []).append(item)
    between = {one for these in looks.values() for one in these[1:-1]}
    for item in items:
        if item.get_closest_marker("long") or item in between:
            item.add_marker(pytest.mark.skip(reason="long: runs with --long"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    lost = [one for one in skipped if NO_BROWSER in str(one.longrepr)]
    if lost:
        terminalreporter.section("NO BROWSER", sep="!", red=True, bold=True)
        terminalreporter.line(f"{len(lost)} browser tests did not run: {NO_BROWSER}", red=True)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Give the browser's path; without one skip, or fail where CI promises one."""
    found = chromium_path()
    if found is None and os.environ.get("CI") == "true":
        pytest.fail(NO_BROWSER)
    if found is None:
        pytest.skip(NO_BROWSER)
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Give one Chromium for the whole run; every host but this machine is unresolvable in it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only browser tests need it

    nowhere = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"
    sandbox = [] if sys.platform == "win32" or os.geteuid() else ["--no-sandbox"]
    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=chromium, args=[nowhere, *sandbox])
        yield one
        one.close()
