"""Cards: a case to read, its roles to cut out, the cards one draws, a sheet for who observes."""

from __future__ import annotations

from workshops.cases import Case
from workshops.exercises import Exercise, exercise
from workshops.takeaway import document
from workshops.takeaway.document import Leaf, Part
from workshops.takeaway.gathered import day_name, legible
from workshops.takeaway.lessons import Block
from workshops.takeaway.script.day_content import Task
from workshops.words import words

QUARTER = 118.0
"""Millimetres: two cards above each other on A4."""


def case_card(case: Case, language: str) -> Leaf:
    """Give a case to read: its story, what is said in it, and questions to ask."""
    said, kit = case.said[language], words(language)
    parts: list[Part] = [document.heading(legible(said["title"]), 1)]
    parts += [document.line(legible(said["text"]), "lead", below=8)]
    parts.append(document.heading(kit["script_lines"], 2, "part"))
    for line in case.lines(language):
        if line.voice:
            parts.append(document.kept(document.line(legible(line.voice), "quiet", below=2)))
        spoken = kit["take_quote"].format(text=legible(line.text))
        parts.append(document.line(spoken, "voice", below=6))
    parts.append(document.heading(kit["script_questions"], 2, "part"))
    parts.append(document.bullets([document.said(legible(one)) for one in said["questions"]]))
    parts.append(document.line(kit["script_case_invented"], "quiet", above=12))
    number = kit["script_case"].format(n=case.number)
    return Leaf(parts, left=kit["take_kit"], right=number, whose=number)


def role_cards(case: Case, language: str) -> Leaf:
    """Give a case's role cards, four on a page."""
    said, kit = case.said[language], words(language)
    above = f"{kit['script_case'].format(n=case.number)} · {said['title']}"
    cells = [_card(above, role["name"], role["card"]) for role in said["roles"]]
    return Leaf([document.cards(cells, 2, QUARTER)], foot=False)


def deck(exercise: Exercise, cards: list[tuple[str, str]], language: str) -> Leaf:
    """Give the cards that are drawn in an exercise, four on a page."""
    above = legible(exercise.words[language]["title"])
    cells = [_card(above, title, text) for title, text in cards]
    return Leaf([document.cards(cells, 2, QUARTER)], foot=False)


def _card(above: str, title: str, text: str) -> list[Part]:
    first, *rest = legible(text).split("\n")
    return [
        document.line(legible(above), "quiet", below=10),
        document.heading(legible(title), 2, "part"),
        document.line(first, "lead", above=4),
        *(document.line(one, "voice", above=6) for one in rest),
    ]


def observer_sheet(task: Task, day: str, language: str) -> Leaf:
    """Give a sheet for whoever observes: the roles, the steps, and room for words as they fall."""
    kit, one = words(language), exercise(task.exercise)
    title = one.words[language].get("title_group") or one.words[language]["title"]
    parts: list[Part] = [
        document.heading(kit["script_observer"], 1),
        document.line(legible(title), "lead", below=6),
        *(_again(block) for block in (*task.roles, *task.steps)),
        document.line(kit["script_observer_lead"], "quiet", above=6, below=6),
    ]
    for key, rows in (("heard", 7), ("saw", 5), ("curious", 3)):
        label = document.line(kit[f"script_observer_{key}"], "strong", above=10, below=2)
        parts += [document.kept(label), document.blanks(rows)]
    left = f"{kit['take_kit']} · {task.title}"
    return Leaf(parts, left=left, right=day_name(day, language), whose=task.exercise)


def _again(block: Block) -> Part:
    return dict(block)
