"""One look for room and dashboards: hashed files, and a notebook as a page of parts."""

from workshops.theme.alone import alone
from workshops.theme.files import Asset, asset, asset_url, assets
from workshops.theme.page import calls, cells, parts, render, rewrite, rewritten

__all__ = [
    "Asset",
    "alone",
    "asset",
    "asset_url",
    "assets",
    "calls",
    "cells",
    "parts",
    "render",
    "rewrite",
    "rewritten",
]
