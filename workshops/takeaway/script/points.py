"""One point of a day's script: when, what for, who does what, cue notes, and how it may vary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workshops.exercises import Exercise, exercise, is_known
from workshops.programme.plan import Block, Plan
from workshops.takeaway import document
from workshops.takeaway.document import Part
from workshops.takeaway.gathered import legible
from workshops.takeaway.lessons import Lesson
from workshops.takeaway.script.day_content import Task
from workshops.words import sentence, words


def clocks(plan: Plan) -> Iterator[tuple[str, Block]]:
    """Give the blocks with the times they begin at; one outside the day's time has none."""
    hour, minute = plan.start.split(".")
    time = 60 * int(hour) + int(minute)
    for block in plan.blocks:
        yield "–" if block.skipped else f"{time // 60}.{time % 60:02}", block
        time += 0 if block.skipped else block.minutes


def form_of(block: Block, language: str) -> str:
    """Give how a block is worked, as the README's table says it."""
    stages = [
        sentence(f"readme_stage_{one.stage}", language, n=one.minutes) for one in block.stages
    ]
    kind = words(language).get(f"readme_kind_{block.kind}")
    return ", ".join(stages) or kind or words(language)[f"readme_form_{block.form}"]


def point(
    begins: str, block: Block, lesson: Lesson | None, task: Task | None, language: str
) -> list[Part]:
    """Give the parts of one block."""
    kit = words(language)
    title = f"{begins}  {legible(block.title[language])}"
    about = [
        sentence("script_minutes", language, n=block.minutes),
        kit[f"readme_form_{block.form}"],
    ]
    about += [kit[f"script_tempo_{block.tempo}"], kit[f"script_body_{block.body}"]]
    if block.lead:
        about.append(sentence("script_led_by", language, name=legible(block.lead)))
    parts: list[Part] = [document.heading(title, 2, "part")]
    if block.kind == "break":
        return [*parts, document.line(about[0], "quiet"), *_cues(block, language)]
    parts.append(document.kept(document.line(" · ".join(about), "quiet", below=4)))
    parts += [document.kept(one) for one in _said(block, language)]
    known = exercise(block.exercise) if block.exercise and is_known(block.exercise) else None
    if block.stages:
        parts.append(_stages(block, known, lesson, language))
    parts += _cues(block, language)
    if task and task.blocks:
        parts.append(document.heading(legible(task.title), 3, "head"))
        parts += _again(task.blocks)
    if task and task.floor:
        parts.append(document.heading(kit["script_floor"], 3, "head"))
        parts += _again(task.floor)
    return parts


def _again(blocks: list[dict[str, Any]]) -> list[Part]:
    """Give a notebook's blocks; a line that is all strong is the heading of what comes after."""
    return [
        document.heading("".join(run["text"] for run in one["runs"]), 4, "head")
        if one["is"] == "prose" and all(run["bold"] for run in one["runs"])
        else dict(one)
        for one in blocks
    ]


def _said(block: Block, language: str) -> list[Part]:
    parts: list[Part] = []
    purpose = legible((block.purpose or {}).get(language, ""))
    if purpose:
        parts.append(document.line(sentence("script_for", language, purpose=purpose), below=4))
    prompt = legible((block.prompt or {}).get(language, ""))
    if prompt:
        parts.append(document.line(prompt, "voice", below=4))
    ends = (block.ends or {}).get(language, [])
    if ends:
        parts.append(document.line(" – ".join(map(legible, ends)), "quiet", below=4))
    return parts


def _stages(block: Block, known: Exercise | None, lesson: Lesson | None, language: str) -> Part:
    kit = words(language)
    said = known.words[language] if known else {}
    rows = [
        [kit[f"desk_stage_{one.stage}"], str(one.minutes), _happens(one.stage, lesson, said)]
        for one in block.stages
    ]
    heads = [kit["script_stage"], kit["script_min"], kit["script_happens"]]
    return document.grid(heads, rows, (0.18, 0.1, 0.72), 0)


def _happens(stage: str, lesson: Lesson | None, said: dict[str, str]) -> str:
    """Give what is done in a stage: the lesson's own heading, the exercise's own task."""
    if stage == "talk":
        return legible(lesson.heads.get("theory", lesson.title)) if lesson else ""
    if stage == "plenary":
        return legible(said.get("plenary_title", ""))
    group = stage == "group"
    task = said.get("task_group", "") if group else said.get("task", "")
    return legible(task or said.get("title", ""))


def _cues(block: Block, language: str) -> list[Part]:
    cues = (block.cues or {}).get(language, [])
    if not cues:
        return []
    head = document.heading(words(language)["script_cues"], 3, "head")
    return [head, document.bullets([document.said(legible(one)) for one in cues])]
