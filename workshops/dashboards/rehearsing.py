"""A rehearsal beside the desk: a process of its own, which ends with the kernel that began it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from workshops.dashboards.shelf import with_kit

OURS = "LAERINGSDAGE_"
KEPT = ("LAERINGSDAGE_CONTENT",)
"""All it may know of the running kit: where the days lie. Room, token and database it may not."""


class Rehearsing:
    """One rehearsal at a time; `told` is what there is to show of it."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self.told: dict[str, Any] | None = None
        self._changed = changed
        self._process: subprocess.Popen[str] | None = None

    @property
    def running(self) -> bool:
        """Say whether one is under way."""
        return self._process is not None

    def begin(self, asked: dict[str, Any]) -> None:
        """Start one: {days, people, seed, events}."""
        around = {
            name: text
            for name, text in os.environ.items()
            if not name.startswith(OURS) or name in KEPT
        }
        around["PYTHONPATH"] = with_kit(around.get("PYTHONPATH", ""))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "workshops.rehearse"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**around, "PYTHONIOENCODING": "utf-8"},
        )
        self.told = {"far": None, "report": None, "people": asked["people"]}
        threading.Thread(
            target=self._follow, args=(self._process, asked), name="rehearsing", daemon=True
        ).start()

    def stop(self) -> None:
        """Let go of it: it tidies up and ends by itself."""
        if self._process is not None and self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()
        self.told = None

    def _follow(self, process: subprocess.Popen[str], asked: dict[str, Any]) -> None:
        if process.stdin is None or process.stdout is None:
            return
        with suppress(OSError):
            process.stdin.write(json.dumps(asked) + "\n")
            process.stdin.flush()
        for line in process.stdout:
            with suppress(ValueError):
                self._hear(json.loads(line))
        process.wait()
        self._process = None
        if self.told and not self.told["report"]:
            self.told = {**self.told, "report": {"unfinished": True}}
        self._changed()

    def _hear(self, line: dict[str, Any]) -> None:
        if self.told is not None:
            self.told = {**self.told, **line}
            self._changed()
