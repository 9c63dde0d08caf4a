"""What the wall shows of an exercise with hierarchies: small multiples, the marks counted, lines.

As in `plenary`, it shows only what the store gives as released, and follows it live.
"""

from __future__ import annotations

from typing import Any

from workshops import methods
from workshops.plenary import Wall, made, set_trait


class Hierarchies(Wall):
    """The groups' hierarchies where the other wall has its chart; spotlight and lines are its."""

    def _picture(self, plotly_url: str) -> Any:  # noqa: ARG002 - nothing is plotted here
        options = {"locale": self.options["locale"], "stage": "plenary"}
        return made("hierarchy_wall", words=self.words, options=options)

    def _draw(self, plain: dict[str, Any], groups: list[dict[str, Any]]) -> bool:  # noqa: ARG002 - made of the sheets
        method, answer = methods.find(self.exercise.method), self.exercise.answer
        drawn, begun = [], []
        for group in groups:
            one = answer.parse(group["value"])
            for hierarchy in method.plenary([one])["hierarchies"]:
                drawn.append({"table": group["table"], **hierarchy})
                begun.append(one)
        words = self.words
        told = {
            "heading": words["plenary_title"],
            "eyebrow": words["plenary_count"].format(n=len(drawn)) if drawn else "",
            "empty": [] if drawn else [words["plenary_empty"], words["plenary_too_few"]],
        }
        set_trait(self.chart, "options", self.chart.options | told)
        highest = method.plenary(begun)["highest"]
        set_trait(self.chart, "value", {"groups": drawn, "highest": highest})
        return bool(drawn)
