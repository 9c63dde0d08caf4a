"""What a day's plan.toml is, and the README's table of blocks that is written from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workshops.checks.finding import Finding
from workshops.checks.tables import read
from workshops.programme import plan as programme
from workshops.words import LANGUAGES, sentence, words

TALKED = ("round", "line", "walk", "groups", "placeholder")
"""Kinds that need one question, because it is all the wall and the phones have to show."""
KNOWN = {
    "kind": programme.KINDS,
    "form": programme.FORMS,
    "tempo": programme.TEMPOS,
    "body": programme.BODIES,
}
SPARED = ("break", "dark")
"""Kinds that need no purpose."""

_TABLE = re.compile(r"^\|.+\|\n\|[-:| ]+\|\n(?:\|.*\|\n)*", re.MULTILINE)


def check_plan(file: Path) -> Iterator[Finding]:
    """Give what is wrong in one day's plan, and in its README's tables."""
    table = read(file)
    if "unreadable" in table:
        yield Finding(file, "check_unreadable", {"why": table["unreadable"]})
        return
    blocks = table.get("blocks", [])
    names = [str(one.get("id")) for one in blocks]
    for name in {one for one in names if names.count(one) > 1}:
        yield Finding(file, "check_plan_twice", {"block": name})
    for block in blocks:
        for word, facts in _block(file.parent, block):
            yield Finding(file, word, {"block": block.get("id"), **facts})
    yield from _length(file, table)
    readme = file.with_name("README.md")
    if readme.exists() and readme.read_text(encoding="utf-8") != with_tables(readme):
        yield Finding(readme, "check_readme")


def _block(day: Path, block: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for field, known in KNOWN.items():
        if field in block and block[field] not in known:
            yield "check_plan_what", {"field": field, "value": block[field]}
    notebook, asked = block.get("notebook"), block.get("exercise")
    if notebook and not (day / f"{notebook}.ipynb").exists():
        yield "check_plan_what", {"field": "notebook", "value": notebook}
    if asked and not list(day.parent.glob(f"*/exercises/{asked}.toml")):
        yield "check_plan_what", {"field": "exercise", "value": asked}
    sums = [one["minutes"] for one in block.get("stages", ())]
    if sums and sum(sums) != block["minutes"]:
        yield "check_plan_sum", {"sum": sum(sums), "minutes": block["minutes"]}
    kind = block.get("kind", "block")
    wanted = ["title", "cues", *([] if kind in SPARED else ["purpose"])]
    wanted += ["prompt"] * (kind in TALKED) + ["ends"] * (kind == "line")
    for field in wanted:
        for language in LANGUAGES:
            if not block.get(field, {}).get(language):
                yield "check_plan_prompt", {"field": field, "table": language}


def _length(file: Path, table: dict[str, Any]) -> Iterator[Finding]:
    if not {"start", "end"} <= table.keys():
        return
    minutes = _minutes(table["end"]) - _minutes(table["start"])
    total = sum(one["minutes"] for one in table.get("blocks", ()) if not one.get("optional"))
    if total > minutes:
        facts = {"sum": total, "minutes": minutes, "start": table["start"], "end": table["end"]}
        yield Finding(file, "check_plan_day", facts)


# ── the README's tables ──────────────────────────────────────────────────────
def write_tables(file: Path) -> bool:
    """Write the tables of a day's README from its plan; say whether that changed it."""
    readme = file.with_name("README.md")
    if not readme.exists():
        return False
    had, text = readme.read_text(encoding="utf-8"), with_tables(readme)
    if text != had:
        readme.write_text(text, encoding="utf-8")
    return text != had


def with_tables(readme: Path) -> str:
    """Give a day's README with its tables, one for each language in turn, as the plan has them."""
    today = read(readme.with_name("plan.toml"))
    tables = iter([table(today, language) for language in LANGUAGES])
    text = readme.read_text(encoding="utf-8")
    return _TABLE.sub(lambda found: next(tables, found[0]), text)


def table(today: dict[str, Any], language: str) -> str:
    """Give a day's blocks as a table of Markdown, with the times they begin at."""
    said = words(language)
    rows = [said["readme_heads"].split(" | "), ["---"] * 4]
    time = _minutes(today.get("start", programme.Plan.start))
    for block in today.get("blocks", ()):
        title, outside = block["title"][language], block.get("optional", False)
        begins = "–" if outside else f"{time // 60}.{time % 60:02}"
        title += f" ({said['readme_optional']})" if outside else ""
        rows.append([begins, title, str(block["minutes"]), _form(block, language)])
        time += 0 if outside else block["minutes"]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _form(block: dict[str, Any], language: str) -> str:
    """Give how a block is worked: its stages with their minutes, or in one word."""
    stages = [
        sentence(f"readme_stage_{one['stage']}", language, n=one["minutes"])
        for one in block.get("stages", ())
    ]
    kind = words(language).get(f"readme_kind_{block.get('kind')}")
    return ", ".join(stages) or kind or words(language)[f"readme_form_{block['form']}"]


def _minutes(clock: str) -> int:
    hour, minute = clock.split(".")
    return 60 * int(hour) + int(minute)
