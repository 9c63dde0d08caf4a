"""How files get into a folder: at once and whole, and with a word of how far it is."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from workshops.words import sentence

Progress = Callable[[int, int, str], None]
"""Is told how many files are done, of how many, and which one comes now."""


def told_to(progress: Progress | None, done: int, total: int, file: str, language: str) -> None:
    """Say which file comes now, where somebody wants to know."""
    if progress:
        progress(done, total, sentence("take_making", language, file=file))


def place(out: Path, name: str, made: bytes) -> Path:
    """Put a file in its place at once and whole; beside it when somebody has it open."""
    fresh = out / f".{secrets.token_hex(4)}.part"
    target = out / name
    try:
        fresh.write_bytes(made)
        if os.name == "posix":
            fresh.chmod(0o600)
        try:
            fresh.replace(target)
        except PermissionError:  # Windows keeps a file that Word or Excel has open
            target = target.with_stem(f"{target.stem}-{secrets.token_hex(2)}")
            fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    return target
