"""What the wall shows of an exercise whose picture is no plotted one: of groups, or of people.

As in `plenary`, it shows only what the store gives as released, or without names, and follows it
live.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workshops import figures, methods, questions
from workshops.plenary import Wall, made, set_trait

INSTRUMENTS = {
    "hierarchies": "hierarchy_wall",
    "loops": "loop_wall",
    "strips": "strip_wall",
    "timelines": "talk_wall",
    "matrix": "matrix",
    "bars": "bars",
    "stacks": "stacks",
    "dots": "dots",
    "points": "points",
    "questions": "question_wall",
    "shares": "shares",
}
"""The instrument that draws each kind of figure."""


class Pictures(Wall):
    """A picture where the other wall has its chart; spotlight and lines are its."""

    def _picture(self, plotly_url: str) -> Any:  # noqa: ARG002 - nothing is plotted here
        self.kind = methods.find(self.exercise.method).plenary([])["kind"]
        options = {"locale": self.options["locale"], "stage": "plenary"}
        return made(INSTRUMENTS[self.kind], words=self.words, options=options)

    def _draw(self, plain: dict[str, Any], groups: list[dict[str, Any]]) -> bool:
        figure, value = plain, _bare(plain)
        if figures.is_of_groups(self.kind, self.exercise.unnamed):
            method, answer = methods.find(self.exercise.method), self.exercise.answer
            answers = [answer.parse(group["value"]) for group in groups]
            figure = method.plenary(answers)
            value = _SHAPED[self.kind](method, answers, [group["table"] for group in groups])
        count = figures.count_of(figure)
        words = self.words
        told = {
            "heading": words["plenary_title"],
            "eyebrow": words["plenary_count"].format(n=count) if count else "",
            "empty": [] if count else self._waiting(),
        }
        set_trait(self.chart, "options", self.chart.options | told)
        set_trait(self.chart, "value", value)
        return bool(count)

    def _waiting(self) -> list[str]:
        """Give the sentences that stand where no picture is yet, or where there will be none."""
        if "plenary_few" in self.words and questions.were_too_few(self.store, self.exercise.id):
            return [self.words["plenary_few"]]
        return [self.words["plenary_empty"], self.words["plenary_too_few"]]


# ── what each instrument takes ────────────────────────────────────────────────
def _hierarchies(method: Any, answers: list[Any], tables: list[str]) -> dict[str, Any]:
    drawn = [
        {"table": table, **hierarchy}
        for table, one in zip(tables, answers, strict=True)
        for hierarchy in method.plenary([one])["hierarchies"]
    ]
    begun = [one for one in answers if method.plenary([one])["hierarchies"]]
    return {"groups": drawn, "highest": method.plenary(begun)["highest"]}


def _loops(method: Any, answers: list[Any], tables: list[str]) -> dict[str, Any]:
    loops = method.plenary(answers)["loops"]
    drawn = [
        {"table": table, **loop}
        for table, loop in zip(tables, loops, strict=True)
        if loop["actors"]
    ]
    return {"groups": drawn}


def _strips(method: Any, answers: list[Any], tables: list[str]) -> dict[str, Any]:
    strips = method.plenary(answers)["strips"]
    drawn = [
        {"table": table, **strip} for table, strip in zip(tables, strips, strict=True) if strip
    ]
    return {"groups": drawn}


def _timelines(method: Any, answers: list[Any], tables: list[str]) -> dict[str, Any]:
    lines = method.plenary(answers)["timelines"]
    drawn = [{"table": table, **line} for table, line in zip(tables, lines, strict=True) if line]
    return {"groups": drawn}


def _as_is(method: Any, answers: list[Any], tables: list[str]) -> dict[str, Any]:
    return _bare(method.plenary(answers)) | {"tables": tables}


def _bare(figure: dict[str, Any]) -> dict[str, Any]:
    return {key: part for key, part in figure.items() if key not in ("kind", "heads", "rows")}


_SHAPED: dict[str, Callable[[Any, list[Any], list[str]], dict[str, Any]]] = {
    "hierarchies": _hierarchies,
    "loops": _loops,
    "strips": _strips,
    "timelines": _timelines,
    "matrix": _as_is,
    "bars": _as_is,
    "stacks": _as_is,
    "dots": _as_is,
    "questions": _as_is,
}
