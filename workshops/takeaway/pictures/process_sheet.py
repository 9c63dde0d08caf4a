"""Two plans as ribbons of minutes, for six and for sixty; each phase in its own pattern."""

from __future__ import annotations

from functools import partial
from typing import Any

from workshops.methods.process_plan import PARTS, PLANS, Answer, Step
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards
from workshops.takeaway.pictures.cards import Said, plain, quiet, strong, voice
from workshops.takeaway.pictures.drawing import Box, Drawing, Line, Part, Pen, Point
from workshops.takeaway.pictures.lettering import leading, width_of
from workshops.takeaway.pictures.spoken import told

HIGH, BETWEEN = 9.0, 7.0
"""Millimetres: a ribbon, and the air between the two plans."""
USUAL = 60
"""Minutes of a meeting whose length nobody has set."""

_EDGE, _HATCH = Pen(paper.FJORD, 0.35, paper.PAPER), Pen(paper.FJORD, 0.25)
_FULL = Pen(paper.FJORD, 0.35, paper.FJORD)
_OTHER = Pen(paper.EDGE, 0.3, paper.PAPER, (1.0, 0.9))


def draw(answer: Any, words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give the ribbons of one answer; None while neither plan has a step."""
    if not isinstance(answer, Answer):
        return None
    plans = {plan: getattr(answer, plan).steps for plan in PLANS}
    there = {plan: steps for plan, steps in plans.items() if steps}
    if not there:
        return None
    build = partial(_drawn, answer, there, words)
    tries = (8.5, cards.SMALLEST, None)
    drawing = cards.first_fit(partial(build, size) for size in tries)
    drawing.title = plain(words["title_group"])
    drawing.twin = " ".join(_twin(plan, steps, words, language) for plan, steps in there.items())
    return drawing


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:
    """Give each phase's pattern, by its name."""
    found = {}
    for part in PARTS:
        sign = Drawing(8.0, 4.0)
        sign.add(*_segment(part, (0.3, 0.3), (7.4, 3.4)))
        found[words[f"phase_{part}"]] = sign
    return found


# ── the ribbons ──────────────────────────────────────────────────────────────
def _drawn(
    answer: Answer, plans: dict[str, list[Step]], words: dict[str, str], size: float | None
) -> Drawing:
    """Draw both plans; without a size for words the ribbons alone."""
    drawing = Drawing(paper.MEASURE, 0.0)
    head = [strong(words["purpose"]), voice(answer.purpose, 0.6, 10.0)]
    if answer.purpose.strip():
        drawing.add(*cards.laid(head, (0.0, 0.0), paper.MEASURE))
        drawing.height = cards.high(head, paper.MEASURE) + 4.0
    whole = answer.minutes or USUAL
    longest = max(whole, *(_sum(steps) for steps in plans.values()))
    there = {_part(step) for steps in plans.values() for step in steps if step.minutes}
    for plan, steps in plans.items():
        _ribbon(drawing, plan, steps, words, (whole, longest))
        told_of = [_told(at, step, words, size) for at, step in enumerate(steps, 1)] if size else []
        parts, high = cards.columns(told_of, (0.0, drawing.height + 2.0), paper.MEASURE)
        drawing.add(*parts)
        drawing.height += 2.0 + high + BETWEEN
    signs = {
        word: sign
        for part, (word, sign) in zip(PARTS, glyphs(words).items(), strict=True)
        if part in there
    }
    drawing.height -= BETWEEN - 2.0
    parts, high = cards.key(signs, (0.0, drawing.height), paper.MEASURE)
    drawing.add(*parts)
    drawing.height += high + 0.4
    return drawing


def _ribbon(
    drawing: Drawing,
    plan: str,
    steps: list[Step],
    words: dict[str, str],
    minutes: tuple[int, int],
) -> None:
    whole, longest = minutes
    said = words["sum"].format(n=_sum(steps), of=whole)
    name = [Said(f"{words[f'with_{plan}']} · {said}", size=10.0, bold=True)]
    drawing.add(*cards.laid(name, (0.0, drawing.height), paper.MEASURE))
    y = drawing.height + cards.high(name, paper.MEASURE) + 1.4
    scale = (paper.MEASURE - 1.0) / longest
    x = 0.5
    for number, step in enumerate(steps, start=1):
        wide = (step.minutes or 0) * scale
        if not wide:
            continue
        part = _part(step)
        drawing.add(*_segment(part, (x + 0.3, y), (max(0.3, wide - 0.6), HIGH)))
        if wide >= width_of(str(number), paper.KIT, 9.0, bold=True) + 1.6:
            drawing.add(*_number(number, part, (x + wide / 2, y + HIGH / 2)))
        x += wide
    if _sum(steps) != whole:
        limit = 0.5 + whole * scale
        drawing.add(Line(((limit, y - 1.0), (limit, y + HIGH + 1.0)), Pen(paper.INK, 0.6)))
    drawing.height = y + HIGH


def _segment(part: str, at: Point, size: Point) -> list[Part]:
    """Give a piece of a ribbon: open white, exploring striped, closing full, else dashed."""
    pen = {"close": _FULL, "other": _OTHER}.get(part, _EDGE)
    found: list[Part] = [Box(at, size, pen)]
    if part == "explore":
        many = int(size[0] / 1.3)
        xs = [at[0] + (n + 1) * size[0] / (many + 1) for n in range(many)]
        found += [Line(((x, at[1]), (x, at[1] + size[1])), _HATCH) for x in xs]
    return found


def _number(number: int, part: str, middle: Point) -> list[Part]:
    said = strong(str(number), size=9.0)
    wide, high = width_of(said.text, paper.KIT, 9.0, bold=True), leading(9.0)
    corner = (middle[0] - wide / 2, middle[1] - high / 2)
    ground: list[Part] = []
    if part == "explore":
        ground = [Box((corner[0] - 0.7, corner[1]), (wide + 1.4, high), Pen(fill=paper.PAPER), 0.8)]
    ink = paper.PAPER if part == "close" else paper.INK
    white = Said(said.text, size=9.0, bold=True, ink=ink)
    return [*ground, *cards.laid([white], corner, wide + 0.2)]


# ── the steps ────────────────────────────────────────────────────────────────
def _part(step: Step) -> str:
    return "other" if step.method == "pause" or not step.phase else step.phase


def _sum(steps: list[Step]) -> int:
    return sum(step.minutes or 0 for step in steps)


def _told(at: int, step: Step, words: dict[str, str], size: float) -> list[Said]:
    method = words[f"method_{step.method}"] if step.method and step.method != "own" else ""
    form = words[f"form_{step.form}"] if step.form else ""
    lasts = words["step_minutes"].format(n=step.minutes) if step.minutes else ""
    phase = words[f"phase_{step.phase}"] if _part(step) == step.phase else ""
    how = " · ".join(one for one in (lasts, phase, form, method) if one)
    title = step.title if step.title.strip() else words["step_number"].format(n=at)
    return [voice(f"{at} · {title}", 0.0, size), quiet(how, 0.2)]


def _twin(plan: str, steps: list[Step], words: dict[str, str], language: str) -> str:
    sums = {part: sum(one.minutes or 0 for one in steps if _part(one) == part) for part in PARTS}
    parts = [
        told("minutes", language, name=words[f"phase_{part}"], n=minutes)
        for part, minutes in sums.items()
        if minutes
    ]
    name = words[f"with_{plan}"]
    return told("ribbon", language, plan=name, n=_sum(steps), parts=", ".join(parts))
