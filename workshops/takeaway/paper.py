"""The look of paper: colours, sizes and faces, as tokens.css has them for the paper surface."""

from __future__ import annotations

from pathlib import Path

FONTS = Path(__file__).parent / "fonts"

KIT = "Figtree"
VOICE = "Literata"
"""The kit speaks in sans, people speak in serif."""

FALLBACK = {KIT: "Segoe UI", VOICE: "Georgia"}
"""What every Windows has instead; both also stand on a Mac with Office."""

FILES = {
    (KIT, False): FONTS / "figtree-regular.ttf",
    (KIT, True): FONTS / "figtree-bold.ttf",
    (VOICE, False): FONTS / "literata-regular.ttf",
}

INK, INK_2, INK_3 = "#111B1E", "#3B484C", "#4F5C60"
LINE, EDGE, REST = "#BFC4C0", "#76868A", "#6C7C81"
PAPER, FJORD, AMBER, ON_AMBER = "#FFFFFF", "#0B5663", "#F3B63F", "#13262B"
GROUPS = ("#1B55A5", "#9A3412", "#3C8E82", "#572654", "#8F7C00")
"""Five colours for ten groups: the first five are filled, the next five hollow."""

TINY, SMALL, BODY, LEAD, H2, H1 = 8.0, 9.0, 10.5, 12.0, 14.0, 22.0
"""Points."""

WIDTH, HEIGHT, MARGIN = 210.0, 297.0, 22.0
"""A4 in millimetres."""
MEASURE = WIDTH - 2 * MARGIN

SHEETS = {
    "a4": (WIDTH, HEIGHT),
    "a4 across": (HEIGHT, WIDTH),
    "a3 across": (2 * WIDTH, HEIGHT),
}
"""Widths and heights in millimetres."""

POINT = 25.4 / 72
"""One point in millimetres."""
