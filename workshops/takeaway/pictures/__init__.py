"""Pictures of what was made: one module per picture, each with `draw` and `glyphs`.

A picture is found by the name a method's `page()` or `plenary()` gives it. `draw` gives a Drawing,
`glyphs` the small signs that explain it, by the name that stands beside them.
"""

from __future__ import annotations

import importlib
import re
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workshops.exercises import Exercise
    from workshops.takeaway.pictures.drawing import Drawing


def find(picture: str) -> ModuleType | None:
    """Give the module that draws a picture; None when it is told in words only."""
    name = f"{__name__}.{picture}"
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,31}", picture) or find_spec(name) is None:
        return None
    return importlib.import_module(name)


def of_sheet(exercise: Exercise, answer: Any, language: str) -> Iterator[Drawing]:
    """Give the pictures of what a group made, as the exercise's instruments showed it."""
    for name in exercise.instruments.get("group", ()):
        yield from _drawn(exercise, name, answer, language)


def _drawn(exercise: Exercise, name: str, answer: Any, language: str) -> Iterator[Drawing]:
    module = find(name)
    drawing = module.draw(answer, exercise.words[language], language) if module else None
    if drawing and drawing.title:  # a map on which nothing stands yet says nothing
        yield drawing


def beside_page(exercise: Exercise, answer: Any, language: str) -> Iterator[Drawing]:
    """Give the pictures that show more than the method's page says in words."""
    for name in exercise.instruments.get("group", ()):
        if not getattr(find(name), "WORDS_ALONE", False):
            yield from _drawn(exercise, name, answer, language)
