"""The token file: every pair of colours the kit puts together can be told apart, in every theme."""

import itertools
import math
import re

import pytest

from widgets.front_end import FOLDER

CSS = re.sub(
    r"/\*.*?\*/",
    "",
    (FOLDER / "shared" / "tokens.css").read_text(encoding="utf-8"),
    flags=re.DOTALL,
)
LIGHT, DARK = ':root, [data-theme="light"]', '[data-theme="dark"]'
SCREEN = '[data-surface="screen"]'
THEMES = {  # the rules a reader of that theme gets, in order
    "light": [LIGHT],
    "dark": [DARK],
    "projector light": [LIGHT, f'{SCREEN}[data-theme="light"]'],
    "projector dark": [DARK, f'{SCREEN}[data-theme="dark"]'],
    "paper": [LIGHT, '[data-surface="paper"]'],
}
GROUNDS = ("c-ground", "c-paper", "c-sunk")
TINTED = ("fjord", "amber", "moss", "brick")
INKS = ("c-ink", "c-ink-2", "c-ink-3", "c-fjord", *(f"c-{name}-text" for name in TINTED))
TEXT = [
    *itertools.product(INKS, GROUNDS),
    *((ink, f"c-{name}-tint") for name in TINTED for ink in (f"c-{name}-text", "c-ink", "c-ink-2")),
    *(("c-on-fjord", "c-fjord"), ("c-on-fjord", "c-fjord-2"), ("c-on-amber", "c-amber")),
    *(("c-ground", "c-ink"), ("c-ground", "c-ink-2")),
]
GROUPS = tuple(f"d-{number}" for number in range(1, 6))
DRAWN = ("c-edge", "c-fjord", "c-brick", "c-amber-edge", "c-focus", "d-rest", "d-axis", *GROUPS)
SHAPES = [
    *itertools.product(DRAWN, GROUNDS),
    *(("d-mark-edge", "d-mark"), ("c-fjord", "c-fjord-tint"), ("c-amber-edge", "c-amber-tint")),
]
SIGHT = {  # Machado et al. 2009, full strength
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}
CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
OKLAB = (
    (0.2104542553, 0.793617785, -0.0040720468),
    (1.9779984951, -2.428592205, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.808675766),
)


def colours(theme):
    found = {}
    for selector in THEMES[theme]:
        rule = rf"^{re.escape(selector)}\s*\{{(.*?)\}}"
        for body in re.findall(rule, CSS, flags=re.DOTALL | re.MULTILINE):
            found |= dict(re.findall(r"--([cd]-[\w-]+):\s*(#[0-9A-Fa-f]{6})", body))
    return found


def linear(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one, other):
    light = [sum(map(math.prod, zip((0.2126, 0.7152, 0.0722), linear(c), strict=True)))
             for c in (one, other)]  # fmt: skip
    return (max(light) + 0.05) / (min(light) + 0.05)


def times(matrix, vector):
    return [sum(map(math.prod, zip(row, vector, strict=True))) for row in matrix]


def seen(colour, sight):
    eye = [min(1, max(0, part)) for part in times(SIGHT[sight], linear(colour))]
    return times(OKLAB, [math.copysign(abs(part) ** (1 / 3), part) for part in times(CONES, eye)])


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read_and_shapes_can_be_seen(theme):
    has = colours(theme)
    weak = [pair for pair in TEXT if contrast(has[pair[0]], has[pair[1]]) < 4.5]
    weak += [pair for pair in SHAPES if contrast(has[pair[0]], has[pair[1]]) < 3]
    assert weak == []


@pytest.mark.parametrize("theme", THEMES)
def test_groups_are_told_apart_by_every_eye(theme):
    has = colours(theme)
    near = [
        (one, other, sight)
        for sight in SIGHT
        for one, other in itertools.combinations(GROUPS, 2)
        if math.dist(seen(has[one], sight), seen(has[other], sight)) < 0.08
    ]
    assert near == []


def test_following_the_device_gives_the_same_dark():
    automatic = CSS.split('[data-theme="auto"]')[1].split("}")[0]
    assert dict(re.findall(r"--([cd]-[\w-]+):\s*(#[0-9A-Fa-f]{6})", automatic)) == colours("dark")
