"""One name for one thing, sizes, and what a page of the kit never holds (CONTRIBUTING.md)."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sorted([*ROOT.glob("workshops/**/*.py"), *ROOT.glob("widgets/**/*.py")])
SCRIPTS = sorted([*ROOT.glob("workshops/**/*.js"), *ROOT.glob("widgets/**/*.js")])
STYLES = sorted([*ROOT.glob("workshops/**/*.css"), *ROOT.glob("widgets/**/*.css")])
PAGES = sorted(file for end in ("html", "j2", "svg") for file in ROOT.glob(f"workshops/**/*.{end}"))
INSTRUMENTS = sorted(file.parent for file in ROOT.glob("widgets/*/view.js"))
METHODS = sorted(
    file for file in (ROOT / "workshops" / "methods").glob("*.py") if file.stem != "__init__"
)
EXERCISES = sorted(ROOT.glob("day*_*/exercises/*.toml"))

TOP = {
    "start.py", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "LICENSE-CONTENT",
    "SECURITY.md", "PRIVACY.md", "ACCESSIBILITY.md", "pyproject.toml", "requirements.lock",
    "environment.yml", "package.json", ".ci", ".gitignore", "workshops", "widgets", "day1_context",
    "day2_inquiry", "day3_facilitation", "day4_motivation", "tests", "docs", "deploy",
}  # fmt: skip
SAYS_NOTHING = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "core",
    "base",
    "shared_code",
}
NOT_AN_ADDRESS = ("http://www.w3.org/", "http://schemas.", "http://purl.org/", "http://127.0.0.1")
"""Names of XML dialects, never fetched; and this very machine."""

MODULE_MOST, FUNCTION_MOST, INIT_MOST = 250, 40, 15
VIEW_MOST, SCRIPT_MOST = 250, 300
LONGER = {"widgets/shared/kit.js": 360}
"""A third of the kit's script is the icons' paths."""


def text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def short(file: Path) -> str:
    return str(file.relative_to(ROOT))


def tracked() -> list[str]:
    """Give every path that is or would be in Git."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return listed.stdout.splitlines() or [short(file) for file in [*PYTHON, *SCRIPTS, *PAGES]]


def without_comments(file: Path) -> str:
    if file.suffix not in {".js", ".css"}:
        return text(file)
    return re.sub(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", "", text(file), flags=re.DOTALL)


def test_the_root_holds_what_the_design_names_and_nothing_else() -> None:
    assert {path.split("/")[0] for path in tracked()} - TOP == set()


def test_a_name_says_what_a_thing_owns() -> None:
    for file in [*PYTHON, *SCRIPTS]:
        assert not {*file.relative_to(ROOT).with_suffix("").parts} & SAYS_NOTHING, file
        assert re.fullmatch(r"[a-z][a-z0-9_]*|__\w+__", file.stem), file


def test_an_exercise_has_one_name_in_the_whole_kit() -> None:
    stems = [file.stem for file in EXERCISES]
    assert len(stems) == len(set(stems))


@pytest.mark.parametrize("file", METHODS, ids=lambda file: file.stem)
def test_a_method_has_three_public_names_and_its_own_tests(file: Path) -> None:
    tree = ast.parse(text(file))
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    classes = {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
    public = {name for name in functions if not name.startswith("_")}
    assert public - {"rows"} == {"plenary", "page"}
    assert "Answer" in classes
    assert (ROOT / "tests" / "methods" / f"test_{file.stem}.py").exists()


def test_every_method_has_an_instrument_and_every_exercise_a_method() -> None:
    methods = {file.stem: text(file) for file in METHODS}
    for name, source in methods.items():
        said = re.search(r'^INSTRUMENT = "(\w+)"', source, flags=re.MULTILINE)
        assert (said[1] if said else name) in {folder.name for folder in INSTRUMENTS}
    for file in EXERCISES:
        assert tomllib.loads(text(file))["method"] in methods


@pytest.mark.parametrize("folder", INSTRUMENTS, ids=lambda folder: folder.name)
def test_an_instrument_bears_its_folders_name(folder: Path) -> None:
    camel = "".join(part.capitalize() for part in folder.name.split("_"))
    assert re.search(rf"^class {camel}\(", text(folder / "__init__.py"), flags=re.MULTILINE)
    assert f".{folder.name}" in text(folder / "view.css")


@pytest.mark.parametrize("folder", INSTRUMENTS, ids=lambda folder: folder.name)
def test_an_instruments_style_stays_within_its_root(folder: Path) -> None:
    style = re.sub(r"/\*.*?\*/", "", text(folder / "view.css"), flags=re.DOTALL)
    style = re.sub(r"@keyframes[^{]+\{(?:[^{}]+\{[^}]*\}\s*)*\}", "", style)
    style = re.sub(r"@(?:media|container|supports)[^{]*\{", "", style)
    for selectors in re.findall(r"([^{}@;]+)\{", style):
        for selector in re.split(r",(?![^(]*\))", selectors):
            first = selector.strip()
            inside = rf"(?:\[[^\]]+\] )?(?:\.kit)?\.{folder.name}\b"
            assert re.match(inside, first) or not first, first
    assert ":has(" not in style


def breaches(files: list[Path], pattern: str) -> list[str]:
    """Give what matches in the files, comments aside, as `file: match`."""
    return [
        f"{short(file)}: {found[0]}"
        for file in files
        for found in re.finditer(pattern, without_comments(file))
    ]


def test_peoples_words_never_become_markup_or_code() -> None:
    risky = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc"
    assert breaches([*SCRIPTS, *PAGES], risky) == []


def test_a_script_uses_nothing_that_needs_https_or_a_mouse() -> None:
    absent = r"navigator\.clipboard|randomUUID|wakeLock|serviceWorker|dragstart|ondrop"
    # The big screen is the laptop's own page: 127.0.0.1 counts as safe, a phone's page does not.
    phones = [file for file in SCRIPTS if "dashboards" not in file.parts]
    assert breaches(phones, absent + r"|draggable\W*[:=]") == []


def test_nothing_that_reaches_a_page_names_another_host() -> None:
    address = r"(?:https?|wss?)://[\w.-]*\w\.[a-z]{2,}[\w./-]*|[\"'(]//[\w-]+\.[a-z]{2,}[\w./-]*"
    found = breaches([*PYTHON, *SCRIPTS, *STYLES, *PAGES], address)
    assert [one for one in found if not one.partition(": ")[2].startswith(NOT_AN_ADDRESS)] == []


def test_a_module_fits_in_a_head() -> None:
    long = {short(file): len(text(file).splitlines()) for file in [ROOT / "start.py", *PYTHON]}
    assert {name: lines for name, lines in long.items() if lines > MODULE_MOST} == {}


def test_a_function_fits_on_a_screen() -> None:
    long = {}
    for file in [ROOT / "start.py", *PYTHON]:
        for node in ast.walk(ast.parse(text(file))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                most = INIT_MOST if node.name == "__init__" else FUNCTION_MOST
                length = (node.end_lineno or 0) - node.lineno + 1
                if length > most and "migrations" not in file.parts:
                    long[f"{short(file)} {node.name}"] = length
    assert long == {}


def test_a_script_owns_one_gesture() -> None:
    lines = {short(file): len(text(file).splitlines()) for file in SCRIPTS}
    most = {name: VIEW_MOST if name.endswith("/view.js") else SCRIPT_MOST for name in lines}
    assert {name: n for name, n in lines.items() if n > LONGER.get(name, most[name])} == {}


def test_a_trainer_meets_few_names() -> None:
    import workshops  # noqa: PLC0415 - the package itself is what is looked at

    assert len(workshops.__all__) <= 10


def test_the_word_widgets_belongs_to_our_folder() -> None:
    assert breaches(PYTHON, r"import ipywidgets(?! as ipw)|import \*") == []


def test_an_exception_to_a_rule_names_the_rule_and_the_reason() -> None:
    bare = [
        f"{short(file)}: {line.strip()}"
        for file in PYTHON
        for line in text(file).splitlines()
        if "# noqa" in line and not re.search(r"# noqa: [A-Z]+\d+(, ?[A-Z]+\d+)* [-–] \w+", line)
    ]
    assert bare == []


def test_no_comment_leans_on_a_paper_that_is_not_here() -> None:
    papers = r"\b(?:design|style|domain|known-ground|cases)\.md\b|glossary\.csv|references\.csv"
    assert breaches([*PYTHON, *SCRIPTS, *STYLES, *PAGES], papers) == []
