"""Whether a picture on a slide says what a table says, so that the table need not follow it."""

from __future__ import annotations

import re
from typing import Any

from workshops.takeaway.pictures.drawing import Drawing, Words

SHORT = 4
"""Letters: what is shorter may be a part of another word by chance."""


def say(drawings: list[Drawing], section: dict[str, Any]) -> bool:
    """Say whether every cell of a table stands in drawings, so that it need not come again."""
    if section["is"] != "table" or not section["rows"]:
        return False
    parts = [part for drawing in drawings for part in drawing.parts]
    texts = [_bare("".join(part.lines)) for part in parts if isinstance(part, Words)]
    whole, alone = "".join(texts), {*texts}

    def stands(text: str) -> bool:
        return text in (alone if len(text) < SHORT else whole)

    cells = [str(cell) for row in section["rows"] for cell in row if _bare(cell)]
    return all(
        stands(_bare(cell)) or all(stands(_bare(part)) for part in re.split(r"\n|, ", cell))
        for cell in cells
    )


def _bare(text: object) -> str:
    """Give letters and numbers alone: lines are broken and words parted at another place."""
    return re.sub(r"[\W_]+", "", str(text)).casefold()
