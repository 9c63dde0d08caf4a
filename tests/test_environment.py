"""The three lists of packages agree: pyproject.toml, requirements.lock, environment.yml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
OTHER_NAME = {"playwright-python": "playwright"}
"""Conda's name, where it must differ, and PyPI's."""


def wanted() -> dict[str, str]:
    lines = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]
    found = [Requirement(line) for line in lines]
    return {canonicalize_name(one.name): str(one.specifier) for one in found}


def locked() -> dict[str, list[str]]:
    """Give every pinned package of the lock with its hashes."""
    entries = re.split(r"^(?=[a-z0-9])", LOCK, flags=re.MULTILINE)
    return {
        re.split(r"[=\[ ]", entry)[0]: re.findall(r"--hash=sha256:[0-9a-f]{64}", entry)
        for entry in entries
        if "==" in entry
    }


def test_conda_installs_the_same_packages_and_lower_bounds() -> None:
    conda = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    *lines, last = conda["dependencies"]
    found = [Requirement(line) for line in [*lines, *last["pip"]] if line not in {"pip", "-e ."}]
    bounds = {OTHER_NAME.get(one.name, one.name): str(one.specifier) for one in found}
    assert bounds.pop("python") == PROJECT["requires-python"]
    assert bounds == wanted()
    assert conda["channels"][0] == "conda-forge"


def test_every_dependency_is_locked_within_its_bounds() -> None:
    pins = dict(re.findall(r"^([a-z0-9.-]+)(?:\[\w+\])?==([^ ;\\]+)", LOCK, flags=re.MULTILINE))
    for name, bound in wanted().items():
        assert Requirement(f"{name}{bound}").specifier.contains(pins[name]), name


def test_every_locked_package_has_hashes() -> None:
    assert len(locked()) > 100
    assert [name for name, hashes in locked().items() if not hashes] == []


def test_the_lock_holds_no_address() -> None:
    assert "://" not in LOCK
    assert "--index-url" not in LOCK
    assert "--find-links" not in LOCK


def test_test_tools_are_not_among_the_runtime_packages() -> None:
    names = [Requirement(line).name for line in PROJECT["dependencies"]]
    assert not {"pytest", "playwright", "hypothesis", "mypy", "ruff", "nbval"} & set(names)
