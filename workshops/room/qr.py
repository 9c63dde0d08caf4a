"""QR codes as drawings."""

from __future__ import annotations

import io


def qr(text: str, *, alone: bool = False) -> str:
    """Give a QR code as SVG: black on white also in a dark room, four modules of quiet."""
    import segno  # noqa: PLC0415 - only needed when a code is drawn

    made = segno.make(text, error="m")
    drawing = io.BytesIO()
    made.save(
        drawing,
        kind="svg",
        border=4,
        light="#fff",
        omitsize=True,
        svgns=alone,
        xmldecl=False,
        nl=False,
    )
    return drawing.getvalue().decode()
