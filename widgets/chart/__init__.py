"""Chart: a plotly figure in the look of the kit, with its question, its key, and in words."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class Chart(View):
    """Draws `value`, a plain plotly figure: {"data": […], "layout": {…}, "config"?: {…}}.

    `layout` says by `width` and `height` (px of a 1920 × 1080 screen) for which size it is drawn;
    a smaller place scales strokes, marks and type. Colours are names of the look, if wanted with
    a strength: "var(--c-fjord) 80%". `layout.meta.ends` are words at the four ends of a map. Every
    other text is a plain text: no tags, links or formulas. Traces with a `uid` and a `name` can be
    picked when `options.pickable`; the pick comes back as `value.picked`: a uid, or "" to put it
    back.

    `options`: heading, eyebrow, key [{mark, word}], empty [sentences, shown instead of the figure],
    twin {sentences, heads, rows}, lifted (uid), pickable, plotly_url (plotly.js as a static file of
    this server; without it JupyterLab's plotly extension is used, never the kernel), locale.
    """

    _esm, _css = front_end(__file__)
