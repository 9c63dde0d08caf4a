"""Run every check of the kit, pytest last: its closing line closes the run.

`python3 start.py test` calls this after the set-up; the arguments go to pytest.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent


def before_pytest() -> dict[str, list[str]]:
    """Give the checks that come before pytest, by name."""
    python = [sys.executable, "-m"]
    steps = {
        "ruff check": [*python, "ruff", "check", "."],
        "ruff format": [*python, "ruff", "format", "--check", "."],
        "mypy": [*python, "mypy"],
    }
    scripts = [str(script) for script in sorted(ROOT.glob("tests/*/*.test.js"))]
    if scripts and (shutil.which("node") or os.environ.get("CI") == "true"):
        steps["node"] = ["node", "--test", *scripts]
    elif scripts:
        print(
            "\n!! Node mangler: JavaScript prøves ikke · Node is missing: no JavaScript is tested"
        )
    return steps


def run(command: list[str], into: IO[str] | None = None) -> int:
    """Run one check in the kit's root; a program that is not there is a failure, too."""
    env = {**os.environ, "PYTHON": sys.executable}
    try:
        return subprocess.call(command, cwd=ROOT, env=env, stdout=into, stderr=into)
    except FileNotFoundError:
        print(f"{command[0]} mangler · {command[0]} is missing")
        return 1


def run_pytest(arguments: list[str]) -> int:
    """Run the tests: all of them in three shares side by side, a choice or a proof in one run."""
    pytest = [sys.executable, "-m", "pytest"]
    if arguments:
        return run([*pytest, *arguments])
    with ThreadPoolExecutor(2) as other, ExitStack() as files:
        late = []
        for share in ("first", "second"):
            said = files.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8"))
            pages = other.submit(run, [*pytest, f"--pages={share}"], said)
            late.append((pages, said))
        code = run([*pytest, "--pages=without"])
        for pages, said in late:
            code = pages.result() or code
            said.seek(0)
            print(said.read(), flush=True)
    return code


def main(arguments: list[str]) -> int:
    """Run all checks, however the first ones went; give pytest's exit code, or 1."""
    failed = []
    for name, command in before_pytest().items():
        print(f"\n== {name}", flush=True)
        if run(command):
            failed.append(name)
    print("\n== pytest", flush=True)
    code = run_pytest(arguments)
    if failed:
        print(f"\nFejl også i · Failed too: {', '.join(failed)}", flush=True)
    return code or bool(failed)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
