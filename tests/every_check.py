"""Run every check of the kit, pytest last: its closing line closes the run.

`python3 start.py test` calls this after the set-up; the arguments go to pytest.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

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


def run(command: list[str]) -> int:
    """Run one check in the kit's root; a program that is not there is a failure, too."""
    env = {**os.environ, "PYTHON": sys.executable}
    try:
        return subprocess.call(command, cwd=ROOT, env=env)
    except FileNotFoundError:
        print(f"{command[0]} mangler · {command[0]} is missing")
        return 1


def pytest_command(arguments: list[str]) -> list[str]:
    """Give how the tests run: all of them side by side, a choice or a proof in one run."""
    pytest = [sys.executable, "-m", "pytest"]
    if arguments:
        return [*pytest, *arguments]
    # One more than there are cores: a test often waits for a room or a page. A file stays whole,
    # for what its tests share is made once.
    return [
        *pytest,
        "-n",
        str((os.cpu_count() or 1) + 1),
        "--dist",
        "loadfile",
        "--no-loadscope-reorder",
    ]


def main(arguments: list[str]) -> int:
    """Run all checks, however the first ones went; give pytest's exit code, or 1."""
    failed = []
    for name, command in before_pytest().items():
        print(f"\n== {name}", flush=True)
        if run(command):
            failed.append(name)
    print("\n== pytest", flush=True)
    code = run(pytest_command(arguments))
    if failed:
        print(f"\nFejl også i · Failed too: {', '.join(failed)}", flush=True)
    return code or bool(failed)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
