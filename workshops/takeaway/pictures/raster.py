"""SVG as PNG for print, each drawing once; many are drawn ahead on all cores.

The library that draws does not let go of Python's lock, so a room would stand still meanwhile, and
a second thread would not help. Processes of their own do: this file is also what they run.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import OrderedDict, deque
from collections.abc import Iterable
from concurrent.futures import Future
from threading import Lock, Thread
from typing import NamedTuple

FEWEST = 4
"""Fewer new drawings than these are done before another process has begun."""
MOST = 512
"""So many pictures are kept: those of a programme's handbook, and the signs on every page."""


class Order(NamedTuple):
    """What is to be drawn, and with which letters."""

    svg: str
    dpi: int
    fonts: tuple[str, ...]
    family: str
    ours: bool
    """Whether our fonts have all its letters: looking through all installed ones takes time."""


_kept: OrderedDict[Order, Future[bytes]] = OrderedDict()
_door = Lock()


def png(order: Order) -> bytes:
    """Give a drawing as PNG, drawn now if nobody has begun it."""
    with _door:
        future = _kept.get(order)
        mine = future is None
        if future is None:
            future = _kept[order] = Future()
            _forget()
    if mine:
        _settle(future, order)
    return future.result()


def ahead(orders: Iterable[Order]) -> None:
    """Begin to draw what is not drawn yet, on all cores."""
    with _door:
        new = {one: Future[bytes]() for one in orders if one not in _kept}
        if len(new) < FEWEST:
            return
        _kept.update(new)
        _forget()
    todo = deque(new.items())
    for _ in range(min(os.cpu_count() or 1, len(new) // 2)):
        Thread(target=_work_off, args=(todo,), name="raster", daemon=True).start()


def clear() -> None:
    """Forget all pictures: for whoever measures how long they take."""
    with _door:
        _kept.clear()


def _forget() -> None:
    while len(_kept) > MOST:
        _kept.popitem(last=False)


def _settle(future: Future[bytes], order: Order) -> None:
    try:
        future.set_result(drawn(order))
    except Exception as fault:  # noqa: BLE001 - it is raised where the picture is asked for
        future.set_exception(fault)


def _work_off(todo: deque[tuple[Order, Future[bytes]]]) -> None:
    """Let one more process draw until nothing is left; what it cannot draw is drawn here."""
    child = _begun()
    while todo:
        try:
            order, future = todo.popleft()
        except IndexError:  # another thread took the last one
            break
        made = _asked(child, order) if child else b""
        if made:
            future.set_result(made)
        else:
            _settle(future, order)
    if child:
        child.kill()
        child.communicate()


def _begun() -> subprocess.Popen[bytes] | None:
    # -P: the names beside this file are not to stand for any library's.
    command = [sys.executable, "-P", __file__]
    try:
        return subprocess.Popen(  # noqa: S603 - our own file
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except OSError:
        return None


def _asked(child: subprocess.Popen[bytes], order: Order) -> bytes:
    """Give what the process draws; nothing when it could not, or is gone."""
    if not child.stdin or not child.stdout:
        return b""
    try:
        child.stdin.write(json.dumps(order).encode() + b"\n")
        child.stdin.flush()
        size = int(child.stdout.readline() or 0)
        return child.stdout.read(size)
    except (OSError, ValueError):
        return b""


def drawn(order: Order) -> bytes:
    """Draw an order here and now."""
    import resvg_py  # noqa: PLC0415 - only an export draws

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=order.svg,
            dpi=order.dpi,
            skip_system_fonts=order.ours,
            font_files=list(order.fonts),
            font_family=order.family,
        )
    )


def _serve() -> None:
    for line in sys.stdin.buffer:
        try:
            made = drawn(Order(*json.loads(line)))
        except Exception:  # noqa: BLE001 - who asked draws it again and hears why
            made = b""
        sys.stdout.buffer.write(b"%d\n" % len(made) + made)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    _serve()
