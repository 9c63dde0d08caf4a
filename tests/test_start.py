"""The set-up: one command on a bare machine, and one sentence when something is in the way."""

from __future__ import annotations

import ast
import errno
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import sysconfig
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
KIT = (sys.executable, "-m", "workshops.cli")


def loaded(file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


start = loaded(ROOT / "start.py")
every_check = loaded(ROOT / "tests" / "every_check.py")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a folder that looks like the kit from outside."""
    (tmp_path / "requirements.lock").write_text("nothing==1\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let the set-up's slow steps only be noted; give the notes."""
    done: list[str] = []

    def make_venv(root: Path) -> None:
        shutil.rmtree(root / ".venv", ignore_errors=True)
        python = start.command_of(root, "python")
        python.parent.mkdir(parents=True)
        python.touch()
        done.append("venv")

    monkeypatch.setattr(start, "make_venv", make_venv)
    monkeypatch.setattr(start, "install", lambda _root: done.append("packages"))
    monkeypatch.setattr(start, "put_in_kit", lambda _root: done.append("kit"))
    return done


def in_both_languages(said: str) -> bool:
    lines = said.strip().splitlines()
    return bool(lines) and len(lines) % 2 == 0 and "Traceback" not in said


def test_an_old_python_can_read_the_file() -> None:
    ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def old_pythons() -> list[str]:
    names = [shutil.which(f"python3.{minor}") for minor in range(6, 11)]
    names += [str(one) for one in Path.home().glob(".pyenv/versions/3.[6-9].*/bin/python")]
    return [name for name in names if name and "shims" not in name]


@pytest.mark.parametrize("python", old_pythons())
def test_an_old_python_is_told_so(python: str) -> None:
    done = subprocess.run(
        [python, ROOT / "start.py"], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    assert "3.11" in done.stderr
    assert in_both_languages(done.stderr)


def test_a_too_old_python_stops_before_anything_is_made(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    assert start.main([], root) == 1
    said = capsys.readouterr().err
    assert "3.10.4" in said
    assert in_both_languages(said)
    assert not (root / ".venv").exists()


def test_the_second_start_sets_nothing_up(root: Path, steps: list[str]) -> None:
    start.set_up(root)
    assert steps == ["venv", "packages", "kit"]
    start.set_up(root)
    assert steps == ["venv", "packages", "kit"]


def test_a_new_lock_is_installed_into_the_old_venv(root: Path, steps: list[str]) -> None:
    start.set_up(root)
    (root / "requirements.lock").write_text("nothing==2\n", encoding="utf-8")
    start.set_up(root)
    assert steps[3:] == ["packages", "kit"]


def test_a_moved_kit_or_another_python_gets_a_new_venv(
    root: Path, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    start.set_up(root)
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    start.set_up(root)
    assert steps[3:] == ["venv", "packages", "kit"]


def test_a_set_up_that_was_cut_short_begins_anew(
    root: Path, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    start.set_up(root)
    (root / "requirements.lock").write_text("nothing==2\n", encoding="utf-8")

    def full(_root: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as now:
        now.setattr(start, "install", full)
        with pytest.raises(OSError, match="full"):
            start.set_up(root)
    start.set_up(root)
    assert steps[3:] == ["venv", "packages", "kit"]


PIP_SAYS = {
    "NO_NETWORK": [
        "NewConnectionError('…')\nERROR: Could not find a version that satisfies alembic==1.20.1",
        "NameResolutionError: Failed to resolve (Temporary failure in name resolution)",
        "[Errno 11001] getaddrinfo failed",
    ],
    "NO_PACKAGE": ["ERROR: No matching distribution found for alembic==1.20.1"],
    "WRONG_HASH": ["ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."],
    "FULL": [
        "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
        "OSError: [WinError 112] Der er ikke nok plads på disken",
    ],
    "NO_VENV": ["The virtual environment was not created because ensurepip is not available."],
    "NO_WRITING": ["PermissionError: [Errno 13] Permission denied: '/opt/kit/.venv'"],
}


@pytest.mark.parametrize("name", PIP_SAYS)
def test_what_pip_says_becomes_a_sentence(name: str) -> None:
    for said in PIP_SAYS[name]:
        assert start.cause(said) == getattr(start, name)
    assert in_both_languages(getattr(start, name))


def test_what_nobody_knows_is_shown_with_its_log(root: Path) -> None:
    (root / ".venv").mkdir()
    command = [sys.executable, "-c", "print('the dog ate it'); raise SystemExit(3)"]
    with pytest.raises(start.Stopped) as stop:
        start.run_logged(root, command)
    assert "the dog ate it" in str(stop.value)
    assert "set-up.log" in str(stop.value)
    log = root / ".venv" / "set-up.log"
    assert "the dog ate it" in log.read_text(encoding="utf-8")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_a_refusal_of_the_system_is_a_sentence(
    number: int,
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(_root: Path) -> None:
        raise OSError(number, os.strerror(number), str(root / ".venv"))

    monkeypatch.setattr(start, "set_up", refuse)
    assert start.main([], root) == 1
    said = capsys.readouterr().err
    assert in_both_languages(said)
    assert ("fuld" in said) == (number == errno.ENOSPC)


@pytest.fixture
def no_network(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pip find nothing anywhere."""
    (root / "requirements.lock").write_text(f"alembic==1 --hash=sha256:{'0' * 64}\n")
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PYTHONUTF8", "1")


@pytest.mark.usefixtures("no_network")
def test_without_network_and_wheels_pip_gives_up_with_one_sentence(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / ".venv").mkdir()
    monkeypatch.setattr(start, "command_of", lambda _root, _name: sys.executable)
    with pytest.raises(start.Stopped) as stop:
        start.install(root)
    assert str(stop.value) == start.NO_NETWORK


@pytest.mark.usefixtures("no_network")
def test_wheels_are_used_when_the_folder_is_there(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / ".venv").mkdir()
    (root / "wheels").mkdir()
    monkeypatch.setattr(start, "command_of", lambda _root, _name: sys.executable)
    with pytest.raises(start.Stopped) as stop:
        start.install(root)
    assert "wheels/" in str(stop.value)
    assert str(stop.value) != start.NO_NETWORK


@pytest.mark.long
@pytest.mark.usefixtures("no_network")
def test_a_bare_machine_without_network_gets_one_sentence(root: Path) -> None:
    shutil.copy(ROOT / "start.py", root)
    done = subprocess.run(
        [sys.executable, root / "start.py", "--no-browser"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.strip() == start.NO_NETWORK
    assert not (root / ".venv" / "installed").exists()


def test_the_kit_can_be_imported_and_called_from_anywhere(root: Path) -> None:
    for folder in ("workshops", "widgets"):
        (root / folder).symlink_to(ROOT / folder)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", root / ".venv"], check=True)
    start.put_in_kit(root)
    kit = next((root / ".venv").rglob("laeringsdage.pth"))
    kit.with_name("packages.pth").write_text(sysconfig.get_paths()["purelib"], encoding="utf-8")
    command = start.command_of(root, "laeringsdage").with_suffix(".cmd" if start.WINDOWS else "")
    done = subprocess.run(
        [command, "--help"], cwd=root.parent, capture_output=True, encoding="utf-8", check=True
    )
    assert "export" in done.stdout


@pytest.mark.parametrize(
    ("asked", "handed"),
    [
        ([], ["workshops.cli", "start"]),
        (["--no-browser", "--port", "81"], ["start", "--no-browser", "--port", "81"]),
        (["lab"], ["workshops.cli", "lab"]),
        (["test", "--long", "-k", "x"], ["every_check.py", "--long", "-k", "x"]),
    ],
)
def test_options_pass_through(
    asked: list[str], handed: list[str], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr(start, "set_up", lambda _root: None)
    monkeypatch.setattr(start, "hand_over", lambda command: seen.append(command) or 7)
    assert start.main(asked, root) == 7
    end = [Path(part).name for part in seen[0][-len(handed) :]]
    assert end == handed


def test_a_port_in_use_is_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("0.0.0.0", 0))  # noqa: S104 - as the room itself listens
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [*KIT, "start", "--no-browser", "--port", port, "--data", str(tmp_path / "data")],
            cwd=ROOT,
            env={**os.environ, "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
    assert done.returncode != 0
    assert port in done.stderr
    assert "Traceback" not in done.stderr
    assert in_both_languages(done.stderr)


def test_pytest_closes_the_run_of_every_check(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []

    def run(command: list[str]) -> int:
        ran.append(" ".join(command))
        return 0

    monkeypatch.setattr(every_check, "run", run)
    assert every_check.main(["--long"]) == 0
    assert ran[-1].endswith("-m pytest --long")
    assert any("ruff check" in one for one in ran)
    assert any("ruff format --check" in one for one in ran)
    assert any("mypy" in one for one in ran)
    assert capsys.readouterr().out.strip().endswith("== pytest")


def test_a_check_that_fails_fails_the_run_though_pytest_passes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(every_check, "run", lambda command: int("mypy" in command))
    assert every_check.main([]) == 1
    assert "mypy" in capsys.readouterr().out.splitlines()[-1]


def test_all_tests_run_side_by_side_and_a_choice_alone() -> None:
    assert "-n" in every_check.pytest_command([])
    assert every_check.pytest_command(["--long"])[-2:] == ["pytest", "--long"]


def test_a_test_that_fails_fails_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(every_check, "run", lambda command: 3 * ("pytest" in command))
    assert every_check.main([]) == 3
