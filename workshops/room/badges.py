"""A group's badge as SVG: told by shape first, then number, then colour (the twin of badge.js)."""

from __future__ import annotations

from html import escape

SHAPES = (
    ('<circle class="shape" cx="12" cy="12" r="10.5"/>', 16),
    ('<rect class="shape" x="2.5" y="2.5" width="19" height="19" rx="2"/>', 16),
    ('<path class="shape" d="M12 1.5L23.5 21.5H.5z" stroke-linejoin="round"/>', 19),
    ('<path class="shape" d="M12 .8L23.2 12 12 23.2 .8 12z"/>', 16),
    ('<path class="shape" d="M6.3 2.2h11.4L23.5 12l-5.8 9.8H6.3L.5 12z"/>', 16),
)


def badge(table: str, name: str) -> str:
    """Give a group's badge and name as markup; 6–10 are the same shapes, hollow."""
    at = (int(table) - 1) % len(SHAPES)
    shape, y = SHAPES[at]
    hollow = " hollow" if int(table) > len(SHAPES) else ""
    number = f'<text x="12" y="{y}">{int(table)}</text>'
    svg = f'<svg viewBox="0 0 24 24" aria-hidden="true">{shape}{number}</svg>'
    return f'<span class="badge g{at + 1}{hollow}">{svg}<span>{escape(name)}</span></span>'
