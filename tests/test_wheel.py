"""The wheel: everything a trainer needs is in it, and it runs where no developer's package is."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("workshops/", "widgets/", "day")
TOOLS = ("pytest", "hypothesis", "mypy", "nbval", "openpyxl", "playwright", "ruff")

pytestmark = pytest.mark.long


def ours() -> list[str]:
    """Give the paths of the checkout, as Git knows them."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [path for path in listed.splitlines() if (ROOT / path).is_file()]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a clean copy of the checkout; give its file."""
    folder = tmp_path_factory.mktemp("wheel")
    for path in ours():
        (folder / "kit" / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, folder / "kit" / path)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "-q", "--no-deps"]
    subprocess.run([*pip, "-w", folder, folder / "kit"], check=True, timeout=300)
    (built,) = folder.glob("*.whl")
    return built


def runtime(wanted: Requirement, found: dict[str, set[str]]) -> None:
    """Note what a package and all it needs have put into site-packages: `name[extras]` → parts."""
    name = f"{wanted.name}{sorted(wanted.extras)}"
    if name in found:
        return
    one = distribution(wanted.name)
    parts = {file.parts[0] for file in one.files or () if ".." not in file.parts}
    found[name] = {part for part in parts if part != "__pycache__"}
    for line in one.requires or ():
        needs = Requirement(line)
        asked = [{"extra": extra} for extra in ("", *wanted.extras)]
        if needs.marker is None or any(needs.marker.evaluate(extra) for extra in asked):
            runtime(needs, found)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel among its runtime packages and no others; give the folder of commands."""
    venv = tmp_path_factory.mktemp("venv")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
    (packages,) = venv.glob("lib/*/site-packages")
    found: dict[str, set[str]] = {}
    with zipfile.ZipFile(wheel) as file:
        (about,) = [name for name in file.namelist() if name.endswith("/METADATA")]
        lines = file.read(about).decode().splitlines()
    for line in lines:
        if line.startswith("Requires-Dist: ") and "extra ==" not in line:
            runtime(Requirement(line.partition(": ")[2]), found)
    here = Path(distribution("pip").locate_file(""))
    for parts in found.values():
        for part in parts:
            if not (packages / part).exists():
                (packages / part).symlink_to(here / part)
    pip = [sys.executable, "-m", "pip", "--python", venv / "bin" / "python", "install", "-q"]
    subprocess.run([*pip, "--no-deps", "--no-index", wheel], check=True, timeout=300)
    return venv / "bin"


def run(command: list[object], folder: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def test_every_file_of_ours_is_in_the_wheel_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        inside = {name for name in file.namelist() if ".dist-info/" not in name}
    assert inside == {path for path in ours() if path.startswith(SHIPPED)}


def test_both_licences_are_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        names = {Path(name).name for name in file.namelist() if "/licenses/" in name}
    assert {"LICENSE", "LICENSE-CONTENT"} <= names


def test_the_command_answers_where_no_developers_package_is(
    installed: Path, tmp_path: Path
) -> None:
    said = run([installed / "laeringsdage", "--help"], tmp_path)
    assert "export" in said
    look = "import importlib.util as i, sys; print([n for n in sys.argv[1:] if i.find_spec(n)])"
    assert run([installed / "python", "-c", look, *TOOLS], tmp_path).strip() == "[]"


def test_every_module_can_be_imported_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    modules = [
        path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for path in ours()
        if path.startswith(("workshops/", "widgets/")) and path.endswith(".py")
        # What the library runs by path, and what starts at import because it is a program.
        if "/migrations/" not in path and not path.endswith("__main__.py")
    ]
    code = "import importlib, sys; [importlib.import_module(name) for name in sys.argv[1:]]"
    run([installed / "python", "-c", code, *modules], tmp_path)


def test_the_days_are_found_beside_the_installed_kit(installed: Path, tmp_path: Path) -> None:
    code = (
        "from workshops.exercises import exercises; from workshops.words import words;"
        "print([one.id for one in exercises()], words()['ui_saved'])"
    )
    said = run([installed / "python", "-c", code], tmp_path)
    assert "stuck_episode" in said


def test_the_cases_come_along(installed: Path, tmp_path: Path) -> None:
    code = "from workshops.cases import cases; print([one.id for one in cases()])"
    assert "who_asked" in run([installed / "python", "-c", code], tmp_path)
