"""Pictures of what was made: one module per picture, each with `draw` and `glyphs`.

A picture is found by the name a method's `page()` or `plenary()` gives it. `draw` gives a Drawing,
`glyphs` the small signs that explain it, by the name that stands beside them.
"""

from __future__ import annotations

import importlib
import re
from importlib.util import find_spec
from types import ModuleType


def find(picture: str) -> ModuleType | None:
    """Give the module that draws a picture; None when it is told in words only."""
    name = f"{__name__}.{picture}"
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,31}", picture) or find_spec(name) is None:
        return None
    return importlib.import_module(name)
