"""An answer as fields: leaf paths like `words.taken` or `lines.3f2.counter`, and back again.

The twin on the phone is room/leaves.js.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, get_args, get_origin

from workshops.methods import SEGMENT, Refused, Shape

ORDER = "#"  # the field that holds the order of a list: `lines.#` = ["3f2", "a81"]
DEEPEST = 6


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
        if path.endswith(f".{ORDER}"):
            wanted[path] = []
        elif not _removed(path, fields, wanted):
            wanted[path] = None
    for path in [
        path for path, leaf in wanted.items() if leaf == [] and f"{path}.{ORDER}" in fields
    ]:
        del wanted[path]
    return {path: leaf for path, leaf in wanted.items() if not _same(fields.get(path), leaf)}


def _removed(path: str, fields: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Say whether the field went with its item: out of the order is enough, nothing is erased."""
    item = path.rpartition(".")[0]
    listed, _, name = item.rpartition(".")
    order = f"{listed}.{ORDER}"
    return order in fields and name not in wanted.get(order, ())


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


def checked(answer: type[Shape], path: str, leaf: Any) -> Any:
    """Give one field's value as `Answer.parse` takes it (cleaned), or raise `Refused`."""
    if leaf is None:
        leaf = _empty(answer, path)
    value = answer.parse(_around(answer, path.split("."), leaf, path)).model_dump()
    return leaves(value).get(path, [])


def _around(shape: type[Shape], parts: list[str], leaf: Any, path: str) -> dict[str, Any]:
    """Give the smallest answer that holds `leaf` at `parts`."""
    name, rest = parts[0], parts[1:]
    info = shape.model_fields.get(name)
    if info is None or name == "id":
        raise Refused("refused_unknown_field", field=path[:80])
    inner = _inner(info.annotation)
    if inner is None:
        if rest:
            raise Refused("refused_unknown_field", field=path[:80])
        return {name: leaf}
    if get_origin(info.annotation) is not list:
        if not rest:
            raise Refused("refused_unknown_field", field=path[:80])
        return {name: _around(inner, rest, leaf, path)}
    if rest == [ORDER]:
        if not isinstance(leaf, list) or not all(isinstance(key, str) for key in leaf):
            raise Refused("refused_kind", field=path[:80])
        if len(set(leaf)) != len(leaf):
            raise Refused("refused_kind", field=path[:80])
        return {name: [{"id": key} for key in leaf]}
    if len(rest) < 2:
        raise Refused("refused_unknown_field", field=path[:80])
    return {name: [{"id": rest[0], **_around(inner, rest[1:], leaf, path)}]}


def _inner(annotation: Any) -> type[Shape] | None:
    """Give the shape inside an annotation (`Words`, `list[Line]`), None for a leaf."""
    for part in (annotation, *get_args(annotation)):
        if isinstance(part, type) and issubclass(part, Shape):
            return part
    return None


def _empty(answer: type[Shape], path: str) -> Any:
    return [] if path.endswith(ORDER) else _default(answer, path.split("."))


def _default(shape: type[Shape], parts: list[str]) -> Any:
    info = shape.model_fields.get(parts[0])
    inner = _inner(info.annotation) if info else None
    if info is None or inner is None:
        return info.get_default() if info else None
    skip = 2 if get_origin(info.annotation) is list else 1
    return _default(inner, parts[skip:]) if len(parts) > skip else None


def limits(shape: type[Shape]) -> dict[str, int]:
    """Give the longest length of every text, by path; an item of a list is `*`."""
    return dict(_limits(shape, ""))


@cache
def _limits(shape: type[Shape], at: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, info in shape.model_fields.items():
        inner = _inner(info.annotation)
        if inner is None:
            most = [item.max_length for item in info.metadata if hasattr(item, "max_length")]
            if most and info.annotation is str:
                found[f"{at}{name}"] = most[0]
        else:
            star = "*." if get_origin(info.annotation) is list else ""
            found |= _limits(inner, f"{at}{name}.{star}")
    return found


LONG = 200
"""A text that may be this long is worth keeping twice when two people write at once."""


def is_long(shape: type[Shape], path: str) -> bool:
    """Say whether a lost race on this field must keep both texts."""
    return _long(shape).fullmatch(path) is not None


@cache
def _long(shape: type[Shape]) -> re.Pattern[str]:
    """Give what the paths of long texts look like."""
    paths = [path for path, most in _limits(shape, "").items() if most >= LONG]
    return re.compile("|".join(re.escape(path).replace(r"\*", "[^.]+") for path in paths) or "(?!)")
