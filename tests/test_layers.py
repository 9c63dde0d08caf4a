"""Who may import whom (CONTRIBUTING.md): arrows point one way, and the room stays light."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted([*ROOT.glob("workshops/**/*.py"), *ROOT.glob("widgets/**/*.py")])

LEAVES = {
    "workshops.words", "workshops.fields", "workshops.exercises", "workshops.identity",
    "workshops.cases",
}  # fmt: skip
DOWN = {"workshops.methods", "workshops.store", *LEAVES}
MIDDLE = {
    *DOWN, "workshops.binding", "workshops.programme", "workshops.theme", "workshops.figures",
    "workshops.twins", "workshops.questions", "workshops.pieces",
}  # fmt: skip

WRITERS = {"docx", "icalendar", "pptx", "typst", "xlsxwriter"}
"""What makes files."""

# Who → (ours it may import, others' it may import). The longest name that fits a module counts.
MAY = {
    "widgets": (set(), {"anywidget", "traitlets"}),
    "workshops.methods": (set(), {"pydantic"}),
    "workshops.store": (set(), {"sqlalchemy", "alembic", "platformdirs", "psutil", "cryptography"}),
    "workshops.words": (set(), set()),
    "workshops.cases": (set(), set()),
    "workshops.fields": ({"workshops.methods"}, set()),
    "workshops.exercises": ({"workshops.methods", "workshops.fields"}, set()),
    "workshops.identity": ({"workshops.methods"}, set()),
    "workshops.figures": ({"workshops.methods", "workshops.words"}, set()),
    "workshops.twins": ({"workshops.figures"}, set()),
    "workshops.questions": ({"workshops.exercises", "workshops.store"}, set()),
    "workshops.pieces": (DOWN, set()),
    "workshops.programme": (DOWN, set()),
    "workshops.binding": (DOWN, set()),
    "workshops.theme": ({*DOWN, "widgets.front_end"}, {"nbconvert", "nbformat", "jinja2"}),
    "workshops.plenary": (
        {
            *MIDDLE,
            "workshops.plenary_pictures",
            "workshops.plenary_lines",
            "workshops.plenary_spots",
            "widgets.chart",
            "widgets.quotes",
        },
        {"pandas", "plotly", "ipywidgets"},
    ),
    "workshops.plenary_spots": (MIDDLE, {"ipywidgets"}),
    "workshops.plenary_lines": (
        {*MIDDLE, "workshops.plenary", "workshops.plenary_spots"},
        {"ipywidgets"},
    ),
    "workshops.plenary_pictures": ({*MIDDLE, "workshops.plenary"}, set()),
    "workshops.kernel": ({*MIDDLE, "workshops.plenary", "widgets"}, {"ipywidgets"}),
    "workshops.takeaway": (
        MIDDLE,
        {*WRITERS, "lxml", "mistune", "pandas", "PIL", "resvg_py", "segno"},
    ),
    "workshops.tidy": ({"workshops.methods", "workshops.fields"}, set()),
    "workshops.frames": (
        {*MIDDLE, "workshops.kernel", "workshops.plotted", "workshops.takeaway", "workshops.tidy"},
        {"pandas"},
    ),
    "workshops.plotted": ({*MIDDLE, "workshops.takeaway"}, {"plotly"}),
    "workshops.frames_files": (
        {*MIDDLE, "workshops.frames", "workshops.takeaway"},
        {"pandas"},
    ),
    "workshops.room": ({*MIDDLE, "widgets.front_end"}, {"tornado", "psutil", "segno"}),
    # The one page of the room that makes files, and loads what makes them when somebody asks.
    "workshops.room.take": ({*MIDDLE, "workshops.room", "workshops.takeaway"}, {"tornado"}),
    # Paper typed in: the order of its fields is the printed sheet's.
    "workshops.room.typed": ({*MIDDLE, "workshops.room", "workshops.takeaway"}, {"tornado"}),
    # The one module that starts the rest, and so knows that there are dashboards.
    "workshops.room.starting": ({*MIDDLE, "workshops.room", "workshops.dashboards"}, {"tornado"}),
    "workshops.readiness": ({"workshops.room.addresses", "workshops.words"}, set()),
    "workshops.checks": ({*DOWN, "workshops.programme"}, set()),
    "workshops": ({"workshops.frames", "workshops.kernel", "workshops.plenary"}, {"ipywidgets"}),
}
ANYTHING = (
    "workshops.dashboards",
    "workshops.cli",
    "workshops.bots",
    "workshops.bench",
    "workshops.rehearse",
)
"""What stands on top may import all there is below it."""

HEAVY = (
    "IPython", "PIL", "alembic", "anywidget", "docx", "ipykernel", "ipywidgets", "jupyter_server",
    "icalendar", "jupyterlab", "mistune", "nbconvert", "numpy", "pandas", "plotly", "pptx",
    "traitlets", "typst", "voila", "xlsxwriter",
)  # fmt: skip
ONLY_WHERE_IT_IS = {
    "workshops.bench_wall": {"playwright"},
    "workshops.bench_follow": {"playwright"},
}
"""Measurements that need the tests' browser, imported when they are asked for."""
COMES_WITH_VOILA = {"jupyter-client", "jupyter-server", "jupyterlab-server", "jinja2"}
"""Whose classes our dashboards extend; a version of their own could only disagree with Voilà's."""


def name_of(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(file: Path) -> set[str]:
    """Give every name a module imports, wherever in it; what only the type checker reads, not."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    unread = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
        for inner in ast.walk(node)
    }
    found = set()
    for node in ast.walk(tree):
        if id(node) in unread:
            continue
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are written in full"
            base = str(node.module)
            inside = base in {"workshops", "widgets"}
            found |= {f"{base}.{one.name}" for one in node.names} if inside else {base}
    return {name for name in found if name.split(".")[0] not in sys.stdlib_module_names}


def is_in(name: str, places: set[str] | tuple[str, ...]) -> bool:
    return any(name == place or name.startswith(f"{place}.") for place in places)


def row(module: str) -> str:
    return max((place for place in MAY if is_in(module, {place})), key=len)


BELOW = [file for file in MODULES if not is_in(re.sub(r"_\w+$", "", name_of(file)), ANYTHING)]


@pytest.mark.parametrize("file", BELOW, ids=name_of)
def test_a_module_imports_only_what_lies_below_it(file: Path) -> None:
    module = name_of(file)
    place = row(module)
    ours, others = MAY[place]
    upwards = {
        name
        for name in imports(file)
        if not is_in(name, {*ours, *others, place if place != "workshops" else module})
    }
    assert upwards == set(), f"{module} must not import these"


def test_no_module_imports_what_pyproject_does_not_name() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {re.split(r"[>=<;\[ ]", line)[0].lower() for line in project["dependencies"]}
    known = packages_distributions()
    for file in MODULES:
        for name in imports(file):
            root = name.split(".")[0]
            if root in {"workshops", "widgets"}:
                continue
            names = {one.lower().replace("_", "-") for one in known.get(root, [root])}
            allowed = named | COMES_WITH_VOILA | ONLY_WHERE_IT_IS.get(name_of(file), set())
            assert names & allowed, f"{name_of(file)} imports {root}"


def loaded_by(*modules: str) -> set[str]:
    code = f"import sys, {', '.join(modules)}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return {name.split(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize(
    "module", ["workshops", "workshops.cli", "workshops.room.starting", "workshops.binding"]
)
def test_what_starts_a_day_is_light(module: str) -> None:
    assert loaded_by(module) & set(HEAVY) == set()


def test_the_command_line_imports_what_it_runs_when_it_runs_it() -> None:
    assert loaded_by("workshops.cli") & {"tornado", "sqlalchemy", "platformdirs"} == set()


def test_exports_are_loaded_when_somebody_exports() -> None:
    assert loaded_by("workshops.takeaway") & {"docx", "pandas", "xlsxwriter", "PIL"} == set()


def test_the_days_are_content_and_nobody_imports_them() -> None:
    days = {day.name for day in ROOT.glob("day*_*")}
    for file in MODULES:
        assert not {name.split(".")[0] for name in imports(file)} & days, file
