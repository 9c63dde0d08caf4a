"""The wall's live channel, and the files the dashboards send."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from tests.walls import LOOPBACK, PAGE, Dashboards, MadeUpRoom, content, running, until
from workshops.dashboards.sent import plotly_file
from workshops.dashboards.server import STATIC
from workshops.theme import asset, assets

RENDER = f"/voila/render/{PAGE}.ipynb"


@pytest.fixture(scope="module")
def room() -> Iterator[MadeUpRoom]:
    made = MadeUpRoom()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def dashboards(room: MadeUpRoom, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboards]:
    data = tmp_path_factory.mktemp("data")
    exports = data / "exports"
    (exports / "below").mkdir(parents=True)
    for name in ("one.zip", "Læringsdag 1.zip", ".hidden", "below/two.zip"):
        (exports / name).write_bytes(b"PK")
    (data / "secret.key").write_bytes(b"secret")
    (exports / "link.zip").symlink_to(data / "secret.key")
    with running(content(tmp_path_factory.mktemp("content")), room, data) as found:
        yield found


@pytest.fixture
def line(dashboards: Dashboards) -> Iterator[ClientConnection]:
    with connect(
        f"ws://{LOOPBACK}:{dashboards.port}/wall/live",
        additional_headers={"Authorization": f"token {dashboards.token}"},
    ) as opened:
        yield opened


def heard(line: ClientConnection, true: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """Read until a message is as wanted."""
    for _ in range(40):
        message = json.loads(line.recv(timeout=10))
        if true(message):
            return message
    raise AssertionError("never said")


# ── live ─────────────────────────────────────────────────────────────────────
def test_the_wall_hears_where_the_room_is(line: ClientConnection, room: MadeUpRoom) -> None:
    assert heard(line, lambda one: one["is"] == "hello")["start"]
    state = heard(line, lambda one: one["is"] == "state" and one["line"])["state"]
    assert state["join"] == room.state["join"]


def test_a_press_reaches_the_wall_at_once(line: ClientConnection, room: MadeUpRoom) -> None:
    heard(line, lambda one: one["is"] == "state" and one["line"])
    room.tell(joined=12, exercise="some_exercise")
    state = heard(line, lambda one: one["is"] == "state" and one["state"]["joined"] == 12)["state"]
    assert state["counts"] == room.counts
    room.tell(exercise=None)


def test_the_wall_is_told_that_the_room_is_gone_and_back(
    line: ClientConnection, room: MadeUpRoom
) -> None:
    heard(line, lambda one: one["is"] == "state" and one["line"])
    room.silent = True
    gone = heard(line, lambda one: one["is"] == "state" and not one["line"])
    assert gone["state"]["join"] == room.state["join"]
    room.silent = False
    heard(line, lambda one: one["is"] == "state" and one["line"])


def test_a_page_is_told_that_its_kernel_is_dead(
    line: ClientConnection, dashboards: Dashboards
) -> None:
    html = dashboards.ask(RENDER).text
    kernel = re.search(r'"kernelId":"([\w-]+)"', html)[1]
    line.send(json.dumps({"kernels": [kernel, "00000000-0000-0000-0000-000000000000"]}))
    gone = heard(line, lambda one: one["is"] == "gone")
    assert gone["kernels"] == ["00000000-0000-0000-0000-000000000000"]
    for child in psutil.Process(dashboards.process.pid).children():
        child.kill()

    def said(message: dict[str, Any]) -> bool:
        line.send(json.dumps({"kernels": [kernel]}))  # a page asks again and again
        return message["is"] == "gone"

    assert heard(line, said)["kernels"] == [kernel]
    assert dashboards.kernels == 0


@pytest.mark.parametrize(
    "junk", ["", "[]", "null", '{"kernels": 3}', '{"kernels": [[]]}', "x" * 5000]
)
def test_what_cannot_be_read_is_ignored(line: ClientConnection, junk: str) -> None:
    line.send(junk)
    heard(line, lambda one: one["is"] == "state")


def test_the_live_channel_is_closed_without_the_token(dashboards: Dashboards) -> None:
    with (
        pytest.raises(InvalidStatus, match="403"),
        connect(f"ws://{LOOPBACK}:{dashboards.port}/wall/live"),
    ):
        pass


def test_another_page_cannot_listen_with_the_trainers_cookie(dashboards: Dashboards) -> None:
    cookie = dashboards.ask("/wall").headers.get_all("Set-Cookie")[0].split(";")[0]
    with (
        pytest.raises(InvalidStatus, match="403"),
        connect(
            f"ws://{LOOPBACK}:{dashboards.port}/wall/live",
            additional_headers={"Cookie": cookie},
            origin="http://evil.example",
        ),
    ):
        pass


# ── files ────────────────────────────────────────────────────────────────────
def test_our_files_are_cached_for_good_under_their_names(dashboards: Dashboards) -> None:
    for path in [f"/theme/{name}" for name in assets().values()] + [f"{STATIC}/voila.js"]:
        answer = dashboards.ask(path)
        assert answer.code == 200, path
        assert "immutable" in answer.headers["Cache-Control"]
    assert dashboards.ask("/theme/tokens.css").code == 404


def test_plotly_is_one_static_file(dashboards: Dashboards) -> None:
    file, name = plotly_file()
    answer = dashboards.ask(f"/plotly/{name}")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.body == file.read_bytes()
    assert dashboards.ask("/plotly/plotly.js").code == 404


@pytest.mark.parametrize("name", ["one.zip", "L%C3%A6ringsdag%201.zip"])
def test_an_export_is_handed_out_to_be_kept(dashboards: Dashboards, name: str) -> None:
    answer = dashboards.ask(f"/exports/{name}")
    assert (answer.code, answer.body) == (200, b"PK")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "name",
    [
        "", "none.zip", ".hidden", "link.zip", "below", "below/two.zip", "below%2Ftwo.zip", "..",
        "..%2Fsecret.key", "%2E%2E%2Fsecret.key", "..%5Csecret.key", "one.zip%00.txt",
    ],
)  # fmt: skip
def test_nothing_but_plain_files_of_exports_is_handed_out(
    dashboards: Dashboards, name: str
) -> None:
    assert dashboards.ask(f"/exports/{name}").code in (400, 404)


def test_the_desk_has_a_short_address(dashboards: Dashboards) -> None:
    answer = dashboards.ask("/desk?lang=en")
    assert answer.headers["Location"] == "/voila/render/desk/cockpit.ipynb?lang=en"


def test_the_join_code_is_drawn_black_on_white(dashboards: Dashboards) -> None:
    until(lambda: dashboards.ask("/wall/qr.svg").code == 200)
    answer = dashboards.ask("/wall/qr.svg")
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert 'fill="#fff"' in answer.text


def test_a_page_has_what_it_needs_under_hashed_names(dashboards: Dashboards) -> None:
    html = dashboards.ask(RENDER).text
    asked = re.findall(r'(?:src|href)="(/theme/[^"]+)"', html)
    assert {Path(one).name for one in asked} <= set(assets().values())
    assert all(asset(Path(one).name) for one in asked)
    assert {"frame", "screen", "page", "tokens"} <= {Path(one).name.split(".")[0] for one in asked}
