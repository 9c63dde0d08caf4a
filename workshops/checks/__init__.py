"""Looking over the content: notebooks, exercises and words. `laeringsdage check` prints it."""

from __future__ import annotations

from pathlib import Path

from workshops.checks.finding import Finding
from workshops.checks.notebooks import check_notebook, clean
from workshops.checks.plans import check_plan, write_tables
from workshops.checks.tables import check_exercises, check_tables, read
from workshops.exercises import content
from workshops.words import both

TWINS = {"check_no_twin", "check_word_twin"}
"""What may wait in daily work, but not at a release."""

_KIT = Path(__file__).resolve().parent.parent


def notebooks(root: Path) -> list[Path]:
    """Give the days' notebooks."""
    return sorted(root.glob("day*_*/*.ipynb"))


def exercises(root: Path) -> list[Path]:
    """Give the days' exercises."""
    return sorted(root.glob("day*_*/exercises/*.toml"))


def plans(root: Path) -> list[Path]:
    """Give the days' plans."""
    return sorted(root.glob("day*_*/plan.toml"))


def check(root: Path) -> list[Finding]:
    """Give everything that is to be put right in the content that lies in `root`."""
    found = [one for file in notebooks(root) for one in check_notebook(file)]
    found += check_exercises(exercises(root))
    found += [one for file in plans(root) for one in check_plan(file)]
    for file in sorted(_KIT.glob("words*.toml")):
        found += check_tables(file, read(file))
    return found


def look_over(*, fix: bool = False, release: bool = False) -> tuple[list[str], bool]:
    """Give what there is to say of the content, and whether it may go on as it is."""
    root = content()
    cleaned = [file for file in notebooks(root) if clean(file)] if fix else []
    written = [file for file in plans(root) if write_tables(file)] if fix else []
    found = check(root)
    done = [Finding(file, "check_cleaned") for file in cleaned]
    done += [Finding(file.with_name("README.md"), "check_written") for file in written]
    said = [str(one) for one in (*done, *found)]
    twins = [one for one in found if one.word in TWINS]
    faults = [one for one in found if release or one.word not in TWINS]
    if twins:
        said.append(both("check_twins", n=len(twins)))
    if faults:
        said.append(both("check_faults", n=len(faults)))
    if not found:
        counts = {"notebooks": len(notebooks(root)), "exercises": len(exercises(root))}
        said.append(both("check_fine", **counts))
    return said, not faults
