"""A group's one page, the plenary's record and one's own page: all words, and no others'."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest

from tests.test_takeaway_hostile import HOSTILE
from workshops import bots_made, exercises, fields, pieces
from workshops.exercises import Exercise
from workshops.identity import Person
from workshops.methods import Refused
from workshops.store import Change, Store
from workshops.store.temporary import TemporaryStore
from workshops.takeaway import record
from workshops.takeaway.document import Document
from workshops.takeaway.gathered import Gathered, gather, legible
from workshops.takeaway.newspaper import newspaper
from workshops.takeaway.newspaper.fitting import cut, lines_of
from workshops.takeaway.own import own, own_group
from workshops.takeaway.paper import BODY, VOICE
from workshops.takeaway.pdf import press
from workshops.takeaway.pictures.drawing import Box
from workshops.takeaway.word import worded
from workshops.words import words

DAY = "day1_context"
ALIASES = ("Åse", "Bo", "Ærø", "Dan", "Ida")
ADDRESS = "http://192.168.1.20:8880/return?c=mose-ravn-42"
LONG = ("medarbejdersamtale", "trivselsundersøgelsen", "igen", "igen.", "Det", "tid", "lytte!")


def put(store: Store, one: Exercise, subject: str, author: str, leaves: dict[str, Any]) -> None:
    for path, value in leaves.items():
        key = f"{subject} {one.id} {path} first"[:64]
        store.submit(Change(one.id, subject, author, path, value, key)).result()


def with_groups(day: str) -> list[Exercise]:
    return [one for one in exercises.exercises(day) if one.instruments.get("group")]


def seated(day: str) -> Store:
    store = TemporaryStore()
    store.mark("run", day, {"button": "go", "block": "welcome"}, "test")
    for number in range(10):
        table = f"{number // 5 + 2}"
        seat = {"alias": ALIASES[number % 5], "table": table, "code": f"mose-ravn-{number}"}
        seat["alias"] += " to" if table == "2" else ""
        store.mark("seat", f"p:{number:08x}", seat, f"{number:08x}")
    return store


@cache
def of_the_day(day: str, kind: str = "made", language: str = "da") -> tuple[Gathered, ...]:
    """Give what table 3 has written on a day; table 2 wrote, too."""
    store = seated(day)
    for number, one in enumerate(with_groups(day)):
        made = fields.leaves(bots_made.made(one, "group", number))
        put(store, one, "g:3", "00000005", made if kind == "made" else at_most(one, made))
        other = {path: "hos bord to" for path in ("transfer",) if path in made}
        put(store, one, "g:2", "00000000", other)
    sheets = [(one, store.group(one.id, "3", "00000005")[0]) for one in with_groups(day)]
    found = tuple(own_group.of_sheet(store, one, sheet, language) for one, sheet in sheets)
    store.close()
    return found


def at_most(one: Exercise, made: dict[str, Any]) -> dict[str, Any]:
    """Give an answer whose texts are as long as they may be."""
    return {path: longest(one, path, leaf) for path, leaf in made.items()}


def longest(one: Exercise, path: str, leaf: Any) -> Any:
    if not isinstance(leaf, str) or " " not in leaf:
        return leaf
    chance = random.Random(path)  # noqa: S311 - made, not secret
    text = " ".join(chance.choice(LONG) for _ in range(200))
    for most in (1200, 600, 400, 300, 240, 200, 160, 120, 80, 60, 40):
        try:
            return fields.checked(one.answer, path, text[:most].strip())
        except Refused:
            continue
    return leaf


def word_texts(document: Document) -> str:
    opened = docx.Document(io.BytesIO(worded.printed(document)))
    return " ".join(node.text or "" for node in opened.element.body.iter("{*}t"))


def pdf_pages(document: Document) -> list[str]:
    pages = pypdf.PdfReader(io.BytesIO(press.pressed(document))).pages
    return [" ".join(page.extract_text().split()) for page in pages]


def line(text: str) -> str:
    return " ".join(legible(text).split())


# ── the group's page ─────────────────────────────────────────────────────────
@pytest.mark.long
@pytest.mark.parametrize("kind", ["made", "long"])
@pytest.mark.parametrize("day", exercises.DAYS)
def test_a_groups_day_is_one_page_however_much_was_written(day: str, kind: str) -> None:
    several = of_the_day(day, kind)
    assert len(pdf_pages(newspaper.page(several, "da"))) == 1
    assert len(pdf_pages(newspaper.page(several[-1:], "da"))) == 1


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_word_has_one_page_of_it_too(tmp_path: Path) -> None:
    files = []
    for day in exercises.DAYS:
        for kind in ("made", "long"):
            file = tmp_path / f"{day}-{kind}.docx"
            file.write_bytes(worded.printed(newspaper.page(of_the_day(day, kind), "da")))
            files.append(file)
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=180)
    for file in files:
        assert len(pypdf.PdfReader(file.with_suffix(".pdf")).pages) == 1, file.name


def test_the_headline_is_the_groups_own_sentence_and_so_is_all_below_it() -> None:
    several = of_the_day(DAY)
    document = newspaper.page(several, "da")
    (leaf,) = document.leaves
    headline = leaf.parts[0]["text"].strip("”")
    positioning = next(one for one in several if one.exercise.id == "stuck_episode")
    said = positioning.outputs[0].answer
    assert headline in [one.counter for one in said.lines]
    told = line(word_texts(document))
    for one in several:
        transfer = getattr(one.outputs[0].answer, "transfer", "")
        assert line(transfer)[:40] in told, one.exercise.id
    assert words("da")["take_paper_with_us"] in told
    assert "hos bord to" not in told


def test_a_page_names_those_who_sat_at_the_table_and_nobody_else() -> None:
    told = word_texts(newspaper.page(of_the_day(DAY), "da"))
    assert "Bo, Dan, Ida, Ærø og Åse" in told
    assert "Bo to" not in told
    assert "mose-ravn" not in told


def test_what_may_not_leave_the_table_is_not_on_the_page_but_on_the_groups_own_sheet() -> None:
    store, one = seated("day4_motivation"), exercises.exercise("agreements")
    answer = {"easier": "kun ved bordet", "first": "Vi siger til", "transfer": "På mandag"}
    put(store, one, "g:3", "00000005", answer)
    sheet = store.group(one.id, "3", "00000005")[0]
    made = own_group.of_sheet(store, one, sheet, "da")
    store.close()
    page = word_texts(newspaper.page([made], "da"))
    assert "Vi siger til" in page
    assert "kun ved bordet" not in page
    assert "kun ved bordet" in word_texts(own_group.sheet_of(made))


def test_a_text_is_cut_after_a_whole_sentence() -> None:
    text = "Vi spørger først. Så venter vi, til nogen svarer. Derefter siger vi, hvad vi tænker."
    kept, shorter = cut(text, 2, 60, VOICE, BODY)
    assert shorter
    assert kept in {"Vi spørger først. …", "Vi spørger først. Så venter vi, til nogen svarer. …"}
    assert lines_of(kept, 60, VOICE, BODY) <= 2
    assert cut(text, 9, 60, VOICE, BODY) == (text, False)


def test_before_anything_is_written_the_page_says_what_will_come() -> None:
    document = own_group.day_of([], "en")
    assert words("en")["take_paper_nothing"] in word_texts(document)
    assert len(pdf_pages(document)) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_words_on_the_page(text: str) -> None:
    store, one = seated(DAY), exercises.exercise("power_lenses")
    answer = {"move": text, "transfer": text, "blind_spot": text}
    taken = {}
    for path, value in answer.items():
        try:
            taken[path] = fields.checked(one.answer, path, value)
        except Refused:
            continue
    put(store, one, "g:3", "00000005", taken)
    sheet = store.group(one.id, "3", "00000005")[0]
    made = own_group.of_sheet(store, one, sheet, "da")
    store.close()
    document = own_group.day_of([made], "da")
    first = next((line(value) for value in taken.values() if line(value)), "")
    assert first[:20] in line(word_texts(document))
    assert pdf_pages(document)


# ── the plenary's record ─────────────────────────────────────────────────────
@cache
def plenary() -> tuple[Gathered, ...]:
    """Give a day whose third table has shared, and whose second has not."""
    store = seated(DAY)
    for number, one in enumerate(with_groups(DAY)):
        for table, author in (("2", "00000000"), ("3", "00000005")):
            made = fields.leaves(bots_made.made(one, "group", number))
            put(store, one, f"g:{table}", author, made)
        put(store, one, "g:2", "00000000", {"transfer": "aldrig delt"} if has(one) else {})
        store.release(one.id, "g:3", "00000005", "plenary", f"{one.id} shared")
    found = tuple(gather(store, one, "da") for one in exercises.exercises(DAY))
    store.close()
    return found


def has(one: Exercise) -> bool:
    return "transfer" in one.answer.model_fields


def test_a_record_says_what_was_asked_what_was_seen_and_leaves_room_for_the_talk() -> None:
    for one in map(plenary_of, ("stuck_episode", "contract_card")):
        document = record.block(one)
        for told in (line(word_texts(document)), " ".join(pdf_pages(document))):
            assert line(one.words["plenary_title"]) in told
            for question in record.DEBRIEF:
                assert words("da")[question] in told
            transfer = line(getattr(one.outputs[0].answer, "transfer", ""))
            assert transfer in told
            assert "aldrig delt" not in told


def test_a_days_record_has_each_block_in_the_days_order() -> None:
    document = record.day(plenary(), "da")
    titles = [leaf.parts[0]["text"] for leaf in document.leaves[1:]]
    assert len(titles) == len([one for one in plenary() if one.outputs])
    assert titles[0] == plenary_of("shared_goals").method
    told = word_texts(document)
    assert "aldrig delt" not in told
    assert not any(alias in told for alias in ALIASES)


def plenary_of(exercise: str) -> Gathered:
    return next(one for one in plenary() if one.exercise.id == exercise)


def test_a_day_without_a_plenary_says_so() -> None:
    assert words("da")["take_record_none"] in word_texts(record.day([], "da"))


# ── one's own page ───────────────────────────────────────────────────────────
def test_ones_own_page_has_all_one_wrote_and_the_card_that_opens_it() -> None:
    store, mine = seated(DAY), {}
    for one in exercises.exercises():
        if one.instruments.get("individual") and not one.anonymous:
            mine[one.id] = fields.leaves(bots_made.made(one, "individual", 1))
            put(store, one, "p:00000001", "00000001", mine[one.id])
            other = fields.leaves(bots_made.made(one, "individual", 2))
            other = {path: leaf for path, leaf in other.items() if path == "transfer"}
            put(store, one, "p:00000002", "00000002", dict.fromkeys(other, "kun for Ærø"))
    found = pieces.pieces(store, "00000001", "da")
    store.close()
    person = Person("00000001", "Åse", "3", code="mose-ravn-42")
    document = own.page(person, found, "da", ADDRESS)
    for told in (line(word_texts(document)), " ".join(pdf_pages(document))):
        assert "mose-ravn-42" in told
        assert "kun for Ærø" not in told
        for piece in found:
            for section in piece.sections:
                if section["is"] == "text":
                    assert line(section["text"])[:30] in told, piece.exercise.id
    heads = [part["text"] for part in document.leaves[0].parts if part["is"] == "heading"]
    assert heads[1] == words("da")["mine_promise"]


def test_the_code_on_paper_is_the_one_a_phone_reads() -> None:
    import segno  # noqa: PLC0415 - only here

    made = segno.make(ADDRESS, error="m")
    modules = sum(sum(row) for row in made.matrix)
    side = own.QR / (len(made.matrix) + 2 * own.QUIET)
    boxes = [part for part in own.code_of(ADDRESS).parts if isinstance(part, Box)]
    black = [box for box in boxes if box.pen.fill == "#000000"]
    assert round(sum(box.size[0] for box in black) / side) == modules
