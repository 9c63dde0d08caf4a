"""The notebooks the dashboards may show: the days' blocks and the desk's own, nothing else."""

from __future__ import annotations

import os
import re
from pathlib import Path

DESK = Path(__file__).parent / "desk"
KIT = DESK.parents[2]
"""The folder that `workshops` and `widgets` are imported from."""
_BLOCK = re.compile(r"[\w-]{1,60}")


def shelf(content: Path) -> dict[str, Path]:
    """Give address → file of every notebook that may be shown."""
    blocks = sorted(content.glob("day*_*/*.ipynb"))
    found = {f"{file.parent.name}/{file.name}": file for file in blocks}
    found |= {f"desk/{file.name}": file for file in sorted(DESK.glob("*.ipynb"))}
    return {
        address: file
        for address, file in found.items()
        if _BLOCK.fullmatch(file.stem) and file.stem != "index"  # that one is for stock Voilà
    }


def face(address: str) -> str:
    """Give the face a notebook has by its place: the desk's own are the desk, all else the wall."""
    return "desk" if address.startswith("desk/") else "wall"


def with_kit(path: str) -> str:
    """Give a PYTHONPATH that finds the kit from any folder, be it installed or a checkout."""
    return os.pathsep.join([str(KIT), *filter(None, [path])])
