"""The script of a day (drejebog): what it is for, what it needs, and the day point by point.

Every sentence about the content is read where it stands: in the plan, the notebooks, the exercises
and the README, as a desk left them.
"""

from __future__ import annotations

from datetime import datetime

from workshops.exercises import DAYS, Exercise
from workshops.programme import planning
from workshops.programme.plan import Block, Plan, plan
from workshops.store import Store
from workshops.takeaway import document
from workshops.takeaway.document import Document, Leaf, Part
from workshops.takeaway.gathered import date_name, day_name, legible
from workshops.takeaway.lessons import Lesson, lessons
from workshops.takeaway.script import day_content
from workshops.takeaway.script.points import clocks, form_of, point
from workshops.words import sentence, words

DEBRIEF = ("silence", "notice", "surprise", "meaning", "line")
"""The talk in plenary, each time: the words of the trainer's own page for it."""
SPLIT = 35
"""A block of so many minutes with group work can well be held in two halves."""


def script(day: str, language: str = "da", store: Store | None = None) -> Document:
    """Give the script of a day, with what the desk changed where a store is given."""
    today = planning.today(store, day) if store else plan(day)
    writer = _Script(day, language, today, store)
    title = f"{words(language)['script_title']} · {day_name(day, language)}"
    made = datetime.now().astimezone()
    leaves = [writer.front(made), writer.points(), writer.short(), writer.after()]
    return Document(title, language, made, writer.name, leaves)


class _Script:
    """Writes the leaves of one day's script."""

    def __init__(self, day: str, language: str, today: Plan, store: Store | None) -> None:
        self.day = day
        self.language = language
        self.plan = today
        self.kit = words(language)
        self.people = day_content.people(store)
        self.name = f"{day_name(day, language)}: {legible(today.title[language])}"

    def front(self, made: datetime) -> Leaf:
        """Give the first pages: outcome, facts, what it needs, and the programme at a glance."""
        purpose, *needs = day_content.readme(self.day, self.language) or [("", [])]
        parts: list[Part] = [document.heading(self.kit["script_title"], 1)]
        parts.append(document.line(self.name, "lead", below=8))
        parts += self._titled(self.kit["script_purpose"], [dict(one) for one in purpose[1]])
        parts += self._titled(self.kit["script_facts"], [self._facts(made)])
        for title, blocks in needs:
            parts += self._titled(legible(title), [dict(one) for one in blocks])
        parts += self._titled(self.kit["script_to_print"], self._to_print())
        parts += self._titled(self.kit["script_programme"], [self._programme()])
        return self._leaf(parts)

    def points(self) -> Leaf:
        """Give the day block by block."""
        known = {one.stem: one for one in lessons(self.day, self.language)}
        tasks = day_content.tasks(self.day, self.language)
        parts: list[Part] = [document.heading(self.kit["script_points"], 1)]
        parts.append(document.line(self.kit["script_points_lead"], "quiet", below=6))
        parts += self._titled(self.kit["desk_debrief"], self._debrief())
        for begins, block in clocks(self.plan):
            if not block.skipped:
                lesson = known.get(block.notebook)
                parts += point(begins, block, lesson, tasks.get(block.exercise), self.language)
        return self._leaf(parts)

    def short(self) -> Leaf:
        """Give what may be left out when time is short, and what stands ready."""
        parts: list[Part] = [document.heading(self.kit["script_short"], 1)]
        parts.append(document.line(self.kit["script_short_lead"], below=4))
        return self._leaf([*parts, *self._short()])

    def after(self) -> Leaf:
        """Give what comes after the day."""
        title = document.heading(self.kit["script_after"], 1)
        return self._leaf([title, *self._follow_up()])

    # ── the first pages ──────────────────────────────────────────────────────
    def _facts(self, made: datetime) -> Part:
        breaks = sum(one.minutes for one in self._held() if one.kind == "break")
        minutes = sum(one.minutes for one in self._held())
        long = self.kit["script_long"].format(
            start=_clock(self.plan.start), end=_clock(self.plan.end),
            hours=minutes // 60, minutes=minutes % 60, breaks=breaks,
        )  # fmt: skip
        tables = len({one.table for one in self.people if one.table})
        here = self.kit["script_here"].format(n=len(self.people), tables=tables)
        leads = list(dict.fromkeys(one.lead for one in self.plan.blocks if one.lead))
        facts = {
            "script_duration": long,
            "script_participants": here if self.people else self.kit["script_here_open"],
            "script_leads": ", ".join(map(legible, leads)) or self.kit["script_leads_open"],
            "script_made": date_name(made, self.language),
        }
        pairs = [{"name": self.kit[name], "value": told} for name, told in facts.items()]
        return document.section({"is": "pairs", "title": "", "pairs": pairs}, 3)

    def _held(self) -> list[Block]:
        return [one for one in self.plan.blocks if not one.skipped]

    def _to_print(self) -> list[Part]:
        """Give what comes out of the print pack, and how many of each."""
        rows = [
            [legible(one.words[self.language]["title"]), self._many(one.instruments)]
            for one in self._exercises()
        ]
        extra = [
            [case.said[self.language]["title"], self.kit["script_print_case"]]
            for case in day_content.cases_of(self.day)
        ]
        heads = [self.kit["script_sheet"], self.kit["script_many"]]
        return [
            document.line(self.kit["script_to_print_lead"], below=4),
            document.grid(heads, [*rows, *extra], (0.6, 0.4), 0),
        ]

    def _exercises(self) -> list[Exercise]:
        wanted = [one.exercise for one in self._held() if one.exercise]
        known = {one.id: one for one in day_content.exercises_of(self.day, self.language)}
        return [known[one] for one in dict.fromkeys(wanted) if one in known]

    def _many(self, instruments: dict[str, list[str]]) -> str:
        stages = [one for one in ("individual", "group") if one in instruments]
        return self.kit["script_and"].join(self.kit[f"script_print_{one}"] for one in stages)

    def _programme(self) -> Part:
        heads = self.kit["readme_heads"].split(" | ")
        shares: tuple[float, ...] = (0.09, 0.4, 0.13, 0.38)
        rows = [
            [
                begins,
                legible(one.title[self.language]),
                str(one.minutes),
                form_of(one, self.language),
            ]
            for begins, one in clocks(self.plan)
            if not one.skipped
        ]
        leads = [legible(one.lead) for one in self._held()]
        if any(leads):
            heads.append(self.kit["script_lead"])
            shares = (0.09, 0.34, 0.13, 0.29, 0.15)
            rows = [[*row, lead] for row, lead in zip(rows, leads, strict=True)]
        return document.grid(heads, rows, shares, 0)

    def _titles(self, block: Block) -> str:
        return legible(block.title[self.language])

    # ── the last pages ───────────────────────────────────────────────────────
    def _debrief(self) -> list[Part]:
        steps = [document.said(self.kit[f"db_{one}"]) for one in DEBRIEF]
        return [document.bullets(steps, ordered=True)]

    def _short(self) -> list[Part]:
        taken = [one for one in self.plan.blocks if one.optional and not one.skipped]
        spare = [one for one in self.plan.blocks if one.optional and one.skipped]
        long = [one for one in self._held() if one.minutes_of("group") >= SPLIT - 15 and
                one.minutes >= SPLIT and one.stages]  # fmt: skip
        found: list[Part] = []
        for key, blocks in (("out", taken), ("split", long), ("spare", spare)):
            if blocks:
                label = document.line(self.kit[f"script_short_{key}"], "strong", above=8, below=2)
                found += [document.kept(label), self._listed(blocks)]
        return found

    def _listed(self, blocks: list[Block]) -> Part:
        told = [
            self.kit["script_block_minutes"].format(
                title=legible(one.title[self.language]), n=one.minutes,
                purpose=legible((one.purpose or {}).get(self.language, "")),
            )
            for one in blocks
        ]  # fmt: skip
        return document.bullets([document.said(one.rstrip(" –")) for one in told])

    def _follow_up(self) -> list[Part]:
        """Give the try-outs, the learning groups, and the day that comes next."""
        found: list[Part] = []
        lessons_of = self._try_outs()
        if lessons_of:
            found += self._titled(self.kit["script_try_outs"], [])
        for lesson in lessons_of:
            if len(lessons_of) > 1:
                found.append(document.heading(legible(lesson.title), 3, "head"))
            found += [dict(one) for one in lesson.parts.get("takeaway", [])]
        groups = self.kit["script_groups_told"]
        found += self._titled(self.kit["script_groups"], [document.line(groups)])
        at = DAYS.index(self.day) + 1
        if at < len(DAYS):
            coming = plan(DAYS[at])
            name = f"{day_name(coming.day, self.language)}: {legible(coming.title[self.language])}"
            purpose = next(iter(day_content.readme(coming.day, self.language)), ("", []))
            lines = [document.line(name, "strong"), *(dict(one) for one in purpose[1])]
            found += self._titled(self.kit["script_next"], lines)
        return found

    def _try_outs(self) -> list[Lesson]:
        wanted = {one.notebook for one in self._held() if one.kind == "try_out"}
        return [one for one in lessons(self.day, self.language) if one.stem in wanted]

    def _titled(self, title: str, parts: list[Part]) -> list[Part]:
        return [document.heading(title, 2, "part"), *parts]

    def _leaf(self, parts: list[Part]) -> Leaf:
        left = f"{self.kit['take_kit']} · {self.kit['script_title']}"
        return Leaf(
            parts, left=left, right=self.name, source=sentence("script_trainer", self.language)
        )


def _clock(time: str) -> str:
    return time.removeprefix("0")
