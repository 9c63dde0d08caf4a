"""Meaning: what every method's `Answer` has in common, and how an answer becomes fields.

One module in this folder is one method with three public names: `Answer`, `plenary`, `page`.
"""

from __future__ import annotations

import importlib
import re
import unicodedata
from types import ModuleType
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

ORDER = "#"  # the field that holds the order of a list: `lines.#` = ["3f2", "a81"]
SEGMENT = re.compile(r"[a-z0-9_]{1,32}|#")
DEEPEST = 6

# Zero-width and bidi controls can hide or reorder words on the big screen, other controls break Word.
_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]"
)


class Refused(ValueError):
    """A value that is not taken; `word` names the sentence in words.toml, `facts` fill it."""

    def __init__(self, word: str, **facts: object) -> None:
        super().__init__(word)
        self.word = word
        self.facts = facts


def cleaned(text: object) -> object:
    """Give participants' words in NFC without controls; anything but text is left to pydantic."""
    if not isinstance(text, str):
        return text
    try:
        text.encode()
    except UnicodeEncodeError as broken:  # a lone surrogate cannot be stored or printed
        raise ValueError("broken text") from broken
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", " ")))


Text = Annotated[str, BeforeValidator(cleaned)]


class Shape(BaseModel):
    """The common ground of answers: frozen, nothing unknown, everything may be half-filled."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    @classmethod
    def parse(cls, value: object) -> Self:
        """Give the answer, or raise `Refused` with the one thing that is wrong."""
        try:
            return cls.model_validate(value)
        except ValidationError as wrong:
            raise _first(wrong) from None


def _first(wrong: ValidationError) -> Refused:
    fault = wrong.errors(include_url=False)[0]
    facts = fault.get("ctx", {})
    field = ".".join(str(part) for part in fault["loc"])
    if fault["type"] in {"string_too_long", "too_long"}:
        if isinstance(fault["input"], str):
            has = len(fault["input"])
            return Refused("refused_too_long", field=field, most=facts["max_length"], has=has)
        return Refused("refused_too_many", field=field, most=facts["max_length"])
    if fault["type"] in {"greater_than_equal", "less_than_equal", "finite_number"}:
        return Refused("refused_outside", field=field)
    if fault["type"] == "extra_forbidden":
        return Refused("refused_unknown_field", field=field)
    return Refused("refused_kind", field=field)


def leaves(value: dict[str, Any], at: str = "") -> dict[str, Any]:
    """Give an answer as fields: {'words.taken': '…', 'lines.#': ['3f2'], 'lines.3f2.counter': '…'}.

    A list of objects becomes its order and a branch for each item's `id`; any other list is a leaf.
    """
    found: dict[str, Any] = {}
    for name, part in value.items():
        path = f"{at}{name}"
        if isinstance(part, dict):
            found |= leaves(part, f"{path}.")
        elif isinstance(part, list) and any(isinstance(item, dict) for item in part):
            found[f"{path}.{ORDER}"] = [item["id"] for item in part]
            for item in part:
                rest = {key: inner for key, inner in item.items() if key != "id"}
                found |= leaves(rest, f"{path}.{item['id']}.")
        else:
            found[path] = part
    return found


def changes(fields: dict[str, Any], value: dict[str, Any]) -> dict[str, Any]:
    """Give the fields that must be written to get from `fields` to `value` (None empties one)."""
    wanted = leaves(value)
    for path in fields:
        if path in wanted:
            continue
        parent = path.rsplit(".", 1)[0]
        if path.endswith(f".{ORDER}"):
            wanted[path] = []
        elif f"{parent.rsplit('.', 1)[0]}.{ORDER}" not in fields or parent in _branches(wanted):
            wanted[path] = None
    for path in [path for path, leaf in wanted.items() if leaf == [] and f"{path}.{ORDER}" in fields]:
        del wanted[path]
    return {path: leaf for path, leaf in wanted.items() if not _same(fields.get(path), leaf)}


def _branches(fields: dict[str, Any]) -> set[str]:
    return {path.rsplit(".", 1)[0] for path in fields}


def _same(old: Any, new: Any) -> bool:
    return old == new or (old in (None, "", []) and new in (None, "", []))


def tree(fields: dict[str, Any]) -> dict[str, Any]:
    """Give the answer that `fields` describe: the inverse of `leaves`; empty fields fall out.

    Items that are not in their list's order are left out: that is how a line is removed.
    """
    root: dict[str, Any] = {}
    for path, leaf in fields.items():
        if leaf is None or leaf == "":
            continue
        parts = path.split(".")
        if len(parts) > DEEPEST or not all(SEGMENT.fullmatch(part) for part in parts):
            raise Refused("refused_unknown_field", field=path[:80])
        branch = root
        for part in parts[:-1]:
            branch = branch.setdefault(part, {})
            if not isinstance(branch, dict):
                raise Refused("refused_unknown_field", field=path[:80])
        if isinstance(branch.get(parts[-1]), dict):
            raise Refused("refused_unknown_field", field=path[:80])
        branch[parts[-1]] = leaf
    return {name: _lists(part) for name, part in root.items()}


def _lists(part: Any) -> Any:
    if not isinstance(part, dict):
        return part
    if ORDER not in part:
        return {name: _lists(inner) for name, inner in part.items()}
    order = part[ORDER]
    if not isinstance(order, list) or not all(isinstance(key, str) for key in order):
        raise Refused("refused_kind", field=ORDER)
    return [{"id": key, **_lists(part.get(key, {}))} for key in order]


def find(method: str) -> ModuleType:
    """Give the module of a method by its name."""
    if not SEGMENT.fullmatch(method):
        raise LookupError(method)
    return importlib.import_module(f"workshops.methods.{method}")
