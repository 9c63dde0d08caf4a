"""The room alone, without dashboards: for measuring and for tests. Prints where it is as JSON."""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
from pathlib import Path

from workshops.room.starting import LOOPBACK, Room
from workshops.store.opening import open_database


async def _serve(room: Room) -> None:
    room.open()
    room.sign()
    done = asyncio.Event()
    for one in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(one, done.set)
    about = {
        "address": f"http://{LOOPBACK}:{room.port}",
        "inner": room.inner,
        "token": room.token,
        "code": room.hall.code,
    }
    print(json.dumps(about), flush=True)  # noqa: T201 - its caller reads this line
    await done.wait()
    await room.close()


if __name__ == "__main__":
    wanted = argparse.ArgumentParser()
    wanted.add_argument("--data", type=Path, required=True)
    wanted.add_argument("--port", type=int, default=0)
    given = wanted.parse_args()
    opened = open_database(given.data)
    if not opened.events("run"):
        opened.mark("run", "day1_context", {"button": "go", "block": "positioning"}, "start")
    asyncio.run(_serve(Room(opened, given.data, given.port, LOOPBACK)))
