"""The commands that make papers: the handbook, the script of a day, and its print pack."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any


def tell(lines: Iterable[str]) -> int:
    """Print what a command says as it goes on; gives its exit code."""
    for line in lines:
        print(line, flush=True)
    return 0


def _handbook(options: argparse.Namespace) -> int:
    from workshops.takeaway.handbook.command import told

    return tell(told(options))


def _script(options: argparse.Namespace) -> int:
    from workshops.takeaway.script.command import script_told

    return tell(script_told(options))


def _pack(options: argparse.Namespace) -> int:
    from workshops.takeaway.script.command import pack_told

    return tell(pack_told(options))


PRINTED: dict[str, dict[str, Any]] = {
    "--day": {"required": True, "metavar": "DAY"},
    "--language": {"choices": ["da", "en"], "default": "da"},
    "--data": {"type": Path, "metavar": "DIR"},
    "--out": {"type": Path, "metavar": "DIR", "default": Path("exports/print")},
    "--formats": {"metavar": "A,B", "default": "docx,pdf"},
}
PAPERS: dict[Callable[[argparse.Namespace], int], dict[str, dict[str, Any]]] = {
    _handbook: {
        "--edition": {"metavar": "NAME", "default": "puf"},
        "--language": {"choices": ["da", "en"], "default": "da"},
        "--data": {"type": Path, "metavar": "DIR"},
        "--out": {"type": Path, "metavar": "DIR", "default": Path("exports")},
        "--formats": {"metavar": "A,B", "default": "docx,pdf,html"},
    },
    _script: PRINTED,
    _pack: {**PRINTED, "--address": {"metavar": "HOST:PORT"}},
}
