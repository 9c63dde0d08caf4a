"""The supervisor: the dashboards are started, watched, started again, and end with the room."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.rooms import on_a_loop
from tests.walls import KIT, content, free_port
from workshops.dashboards import supervisor
from workshops.dashboards.shelf import shelf
from workshops.dashboards.supervisor import Supervisor

NOBODY = "http://127.0.0.1:1"
Play = Callable[[Supervisor], Awaitable[None]]
Supervised = Callable[[Play], None]


@pytest.fixture(scope="module", autouse=True)
def quick(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        folder = content(tmp_path_factory.mktemp("content"))
        patched.setenv("LAERINGSDAGE_CONTENT", str(folder))
        patched.setattr(supervisor, "LOOK", 0.2)
        patched.setattr(supervisor, "ANSWER", 1.0)
        patched.setattr(supervisor, "CALM", 3600.0)
        yield


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    """Give a loop in a thread of its own, for what lives longer than one test."""
    one = asyncio.new_event_loop()
    thread = threading.Thread(target=one.run_forever)
    thread.start()
    yield one
    one.call_soon_threadsafe(one.stop)
    thread.join()
    one.close()


@pytest.fixture(scope="module")
def started(
    loop: asyncio.AbstractEventLoop, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Supervisor]:
    """Give a supervisor whose dashboards each test finds running, and leaves so."""
    one = Supervisor(NOBODY, "token", tmp_path_factory.mktemp("data"), free_port())
    on(loop, one.start())
    yield one
    on(loop, one.stop())


def on(loop: asyncio.AbstractEventLoop, work: Coroutine[Any, Any, None]) -> None:
    asyncio.run_coroutine_threadsafe(work, loop).result(120)


@pytest.fixture
def supervised(loop: asyncio.AbstractEventLoop, started: Supervisor) -> Supervised:
    """Give a call that plays with the supervisor once the dashboards run."""

    async def whole(play: Play) -> None:
        await until(started, "running")
        await play(started)

    return lambda play: on(loop, whole(play))


async def until(one: Supervisor, state: str) -> None:
    async with asyncio.timeout(60):
        while one.state != state:  # noqa: ASYNC110 - the state has no event, by design
            await asyncio.sleep(0.02)


def test_they_run_and_end_with_the_supervisor(tmp_path: Path) -> None:
    async def whole() -> None:
        one = Supervisor(NOBODY, "token", tmp_path, free_port())
        await one.start()
        await until(one, "running")
        await one.stop()
        assert one.process.poll() is not None
        assert one.state == "stopped"

    on_a_loop(whole())


def test_their_token_stands_on_no_command_line(supervised: Supervised) -> None:
    async def play(one: Supervisor) -> None:
        assert one.address == f"http://127.0.0.1:{one.port}"
        assert one.token not in " ".join(psutil.Process(one.process.pid).cmdline())

    supervised(play)


def test_a_process_that_ended_is_started_again(
    supervised: Supervised, caplog: pytest.LogCaptureFixture
) -> None:
    async def play(one: Supervisor) -> None:
        first = one.process.pid
        os.kill(first, signal.SIGKILL)
        await until(one, "restarting")
        await until(one, "running")
        assert one.process.pid != first

    supervised(play)
    assert "De starter igen" in caplog.text
    assert "starting again" in caplog.text


def test_a_process_that_hangs_is_started_again(
    supervised: Supervised, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def play(one: Supervisor) -> None:
        first = one.process.pid
        os.kill(first, signal.SIGSTOP)
        monkeypatch.setattr(supervisor, "ANSWER", 0.3)
        await until(one, "restarting")
        monkeypatch.undo()
        await until(one, "running")
        assert one.process.pid != first
        assert not psutil.pid_exists(first)

    supervised(play)


def test_a_page_that_cannot_be_drawn_is_said_in_the_log(
    supervised: Supervised, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def play(one: Supervisor) -> None:
        monkeypatch.setattr(supervisor, "CALM", 0.0)
        monkeypatch.setattr(supervisor, "shelf", lambda _content: ["day1_test/03_fails.ipynb"])
        await one._prove()
        assert await one._fault("day1_test/01_light.ipynb") == ""
        assert '{"kernels": 0}' in await one._ask("/alive", 5)

    supervised(play)
    assert "Siden day1_test/03_fails.ipynb kan ikke" in caplog.text
    assert "The page day1_test/03_fails.ipynb cannot" in caplog.text


def test_another_port_is_taken_when_ours_stays_in_use() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        found: list[int] = []

        async def choose() -> None:
            found.append(await supervisor._port(port))

        on_a_loop(choose())
        assert found != [port]


def test_the_token_is_the_same_after_a_restart_and_another_elsewhere(tmp_path: Path) -> None:
    tokens = set()
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "secret.key").write_text(name)
        made = [Supervisor(NOBODY, "token", tmp_path / name).token for _ in range(2)]
        assert made[0] == made[1]
        assert name not in made[0]
        tokens.add(made[0])
    assert len(tokens) == 2
    assert (
        Supervisor(NOBODY, "token", tmp_path).token != Supervisor(NOBODY, "token", tmp_path).token
    )


def test_they_end_when_the_room_is_killed(tmp_path: Path) -> None:
    parent = """
import asyncio, sys
from pathlib import Path
from workshops.dashboards.supervisor import Supervisor

async def main():
    one = Supervisor("http://127.0.0.1:1", "token", Path(sys.argv[1]), int(sys.argv[2]))
    await one.start()
    while one.state != "running":
        await asyncio.sleep(0.05)
    print(one.process.pid, flush=True)
    await asyncio.sleep(600)

asyncio.run(main())
"""
    command = [sys.executable, "-c", parent, str(tmp_path), str(free_port())]
    room = subprocess.Popen(
        command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(KIT)}
    )
    dashboards = psutil.Process(int(room.stdout.readline()))
    room.kill()
    room.wait()
    _, alive = psutil.wait_procs([dashboards], timeout=20)
    assert alive == []


def test_the_shelf_holds_blocks_and_desk_and_nothing_else(tmp_path: Path) -> None:
    found = shelf(content(tmp_path / "content"))
    assert [one for one in found if one.startswith("day")] == [
        "day1_test/01_light.ipynb",
        "day1_test/02_other.ipynb",
        "day1_test/03_fails.ipynb",
    ]
    assert "desk/cockpit.ipynb" in found
    assert not any("elsewhere" in one or "index" in one for one in found)
