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
IN_ORDER = "--no-loadscope-reorder"
"""What uses a browser comes last: its session keeps the loop that other tests want to run."""


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
    try:
        return subprocess.call(command, cwd=ROOT, env={**os.environ, "PYTHON": sys.executable})
    except FileNotFoundError:
        print(f"{command[0]} mangler · {command[0]} is missing")
        return 1


def at_once(arguments: list[str]) -> list[str]:
    """Give how pytest spreads over the cores (see conftest.py); what measures runs alone."""
    alone = any(one == "--long" or one.startswith(("-n", "--dist", "--pdb")) for one in arguments)
    return (
        [] if alone else ["-n", str(min(4, os.cpu_count() or 1)), "--dist", "loadgroup", IN_ORDER]
    )


def main(arguments: list[str]) -> int:
    """Run all checks, however the first ones went; give pytest's exit code, or 1."""
    failed = []
    for name, command in before_pytest().items():
        print(f"\n== {name}", flush=True)
        if run(command):
            failed.append(name)
    print("\n== pytest", flush=True)
    code = run([sys.executable, "-m", "pytest", *at_once(arguments), *arguments])
    if failed:
        print(f"\nFejl også i · Failed too: {', '.join(failed)}", flush=True)
    return code or bool(failed)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
