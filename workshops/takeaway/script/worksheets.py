"""Worksheets: each exercise as paper, with the codes that the screen's form has."""

from __future__ import annotations

from workshops.exercises import Exercise
from workshops.takeaway import document
from workshops.takeaway.document import Leaf, Part
from workshops.takeaway.gathered import day_name, legible
from workshops.takeaway.script import grounds
from workshops.takeaway.script.paper_order import PaperBlock, paper_blocks
from workshops.takeaway.script.scaling import scaled
from workshops.takeaway.script.sheet_parts import fields_of, key_of, wants_a3
from workshops.words import words

LARGE = 2.2
"""A map on A3 is so many times as large: for a whole table to stand around."""
STAGES = ("individual", "group")


def worksheets(exercise: Exercise, language: str) -> list[Leaf]:
    """Give the sheets of an exercise: one's own, the group's, and a large map where it has one."""
    found = [_sheet(exercise, language, stage) for stage in _stages(exercise, language)]
    return [*found, *_maps(exercise, language)]


def keys(every: list[Exercise], language: str) -> Leaf:
    """Give the key to all codes: what each field is called in the files.

    It stands once, behind the sheets: who fills one in has no use for it.
    """
    kit = words(language)
    parts: list[Part] = [
        document.heading(kit["script_keys"], 1),
        document.line(kit["script_keys_lead"], "lead", below=4),
    ]
    for one in every:
        for stage in _stages(one, language):
            sheet = f"{legible(one.words[language]['title'])} · {kit[f'script_sheet_{stage}']}"
            key = key_of(paper_blocks(one, language, stage))
            parts += [document.heading(sheet, 2, "head"), document.line(key, "quiet")]
    return Leaf(parts, left=f"{kit['take_kit']} · {kit['script_keys']}")


def _stages(exercise: Exercise, language: str) -> list[str]:
    some = [stage for stage in STAGES if stage in exercise.instruments]
    return [stage for stage in some if paper_blocks(exercise, language, stage)]


def _sheet(exercise: Exercise, language: str, stage: str) -> Leaf:
    said, kit = exercise.words[language], words(language)
    blocks = paper_blocks(exercise, language, stage)
    group = stage == "group"
    title = said.get("title_group") if group else said["title"]
    task = said.get("task_group" if group else "task", "")
    parts: list[Part] = [
        document.heading(legible(title or said["title"]), 1),
        document.line(legible(task), "lead", below=4),
    ]
    if group:
        heads = [kit["script_group"], kit["script_people"], kit["script_scribe"]]
        parts.append(document.grid(heads, [["", "", ""]], (0.2, 0.5, 0.3), 9))
    else:
        whose = kit["script_anonymous" if exercise.anonymous else "script_own"]
        parts.append(document.line(whose, "quiet", above=4, below=4))
    wide = wants_a3(blocks)
    for block in blocks:
        parts += _block(block, exercise, language, wide=wide)
    return _leaf(exercise, language, parts, "a3 across" if wide else "a4", stage)


def _block(block: PaperBlock, exercise: Exercise, language: str, *, wide: bool) -> list[Part]:
    parts: list[Part] = []
    if block.title:
        parts.append(document.heading(f"{block.letter}  {block.title}", 2, "part"))
    if block.hint:
        parts.append(document.kept(document.line(block.hint, "quiet")))
    drawing = grounds.draw(block.ground, exercise, language) if block.ground else None
    if drawing:
        kit = words(language)
        how = kit.get(f"script_draw_{block.ground}")
        parts += [document.kept(document.line(how, "quiet"))] if how else []
        alt = kit["script_ground"].format(title=block.title)
        parts.append(document.picture(drawing, alt))
    return [*parts, *fields_of(block, language, wide=wide)]


def _maps(exercise: Exercise, language: str) -> list[Leaf]:
    """Give the map of the group's sheet alone on A3."""
    stage = "group" if "group" in exercise.instruments else "individual"
    found = []
    for block in paper_blocks(exercise, language, stage):
        if block.ground not in grounds.MAPS:
            continue
        drawing = grounds.draw(block.ground, exercise, language)
        alt = words(language)["script_ground"].format(title=block.title)
        if drawing:
            marks = () if block.rows else block.fields
            places = [{"name": f"{one.code}  {one.label}", "value": one.hint} for one in marks]
            parts = [document.picture(scaled(drawing, LARGE), alt, places=places)]
            found.append(_leaf(exercise, language, parts, "a3 across", stage))
    return found


def _leaf(exercise: Exercise, language: str, parts: list[Part], sheet: str, stage: str) -> Leaf:
    kit, said = words(language), exercise.words[language]
    whose = kit[f"script_sheet_{stage}"]
    return Leaf(
        parts,
        left=f"{kit['take_kit']} · {legible(said['title'])}",
        right=f"{day_name(exercise.day, language)} · {whose}",
        source=legible(said.get("source", "")),
        whose=exercise.id,
        sheet=sheet,
    )
