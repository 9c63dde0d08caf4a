"""The page "Is everything ready?": findings go in, presses come out."""

from __future__ import annotations

from traitlets import Dict

from widgets.front_end import front_end
from widgets.view import View


class Readiness(View):
    """Before the doors open; `words` holds both languages: {"da": {…}, "en": {…}}.

    `value` (in only): {findings: [{key, state: ok | look | wrong, title, say, do}], looked: time,
    days: [{day, number, title}], people, drives: [path], can, busy: null | copy | see | bring,
    trying, copied: null | {name: null | text, say}, copies: [{file, locked, when, size}],
    seen: null | {file, people, sheets, written, older}, waiting: null | {people, sheets, written,
    older}, rehearsal: null | {far, report, people}, links: {desk, wall, groups, begin}, lines:
    {start, restore}, note: null | {da, en}, heard: n}; texts are {da, en}.
    `pressed` (out only): {n, button, …what the button needs}: look {browser, screen, now}, copy
    {to, passphrase}, see {file, passphrase}, bring, cancel, rehearse {days, people}, stop. `heard`
    answers `n`; the kernel takes a passphrase out of `pressed` at once.
    """

    _esm, _css = front_end(__file__)
    pressed = Dict(help="The last press, with a serial number.").tag(sync=True)
