"""PDF: what the groups shared, set for print and for whoever listens, and nothing else."""

from __future__ import annotations

import io
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from tests.test_takeaway import a_day
from tests.test_takeaway_hostile import HOSTILE, MARKS, everywhere, expected
from workshops import bots_made, exercises, fields, methods
from workshops.exercises import Exercise
from workshops.programme.plan import plan
from workshops.store import Change, Store
from workshops.store.temporary import TemporaryStore
from workshops.takeaway import document, exercise_pages, paper
from workshops.takeaway.document import Document, Leaf
from workshops.takeaway.gathered import Gathered, answer_of, gather, legible
from workshops.takeaway.pdf import press
from workshops.takeaway.pictures import badge

MADE = datetime(2026, 11, 26, 11, tzinfo=UTC)
ALIASES = ("Åse", "Bo", "Ærø", "Dan", "Ida")


def written(one: Gathered) -> bytes:
    """Give the PDF of one exercise."""
    return press.pressed(exercise_pages.alone(one))


def book(several: list[Gathered], language: str) -> bytes:
    """Give the PDF of several exercises."""
    return press.pressed(exercise_pages.book(several, language))


@cache
def shared(exercise: str, language: str = "da", groups: int = 5) -> Gathered:
    """Give what so many groups of five have shared of an exercise, with names and without."""
    one, store = exercises.exercise(exercise), TemporaryStore()
    for number in range(5 * groups):
        table = f"{number // 5 + 1}"
        seat = {"alias": ALIASES[number % 5], "table": table, "code": "mose-ravn"}
        store.mark("seat", f"p:{number}", seat, f"{number}")
        if one.unnamed:
            put(store, one, f"p:{number}", bots_made.made(one, "individual", number))
    for number in range(groups if one.instruments.get("group") else 0):
        put(store, one, f"g:{number + 1}", bots_made.made(one, "group", number))
    gathered = gather(store, one, language)
    store.close()
    return gathered


def put(store: Store, one: Exercise, subject: str, answer: dict[str, Any]) -> None:
    """Write an answer and share it in plenary."""
    author = subject.split(":")[1]
    for path, leaf in fields.leaves(answer).items():
        store.put(Change(one.id, subject, author, path, leaf, f"{subject} {path}"))
    store.release(one.id, subject, author, "plenary", f"{subject} shared")


def hostile(texts: dict[str, str], alias: str = "Anna") -> Gathered:
    """Give what a store would give that had let everything in."""
    one, method = shared("stuck_episode", groups=1), methods.find("positioning")
    answer = answer_of(one.exercise, {**MARKS, "lines.#": ["a1"], **texts})
    output = replace(
        one.outputs[0],
        answer=answer,
        sections=method.page(answer, one.words),
        members=(legible(alias),),
    )
    return replace(one, outputs=(output,), figure=method.plenary([answer]))


@cache
def of_the_day(language: str = "da") -> tuple[Gathered, ...]:
    """Give eight exercises of a day as 25 people at five tables shared them."""
    day = [one for one in exercises.exercises("day1_context") if one.instruments.get("group")]
    return tuple(shared(one.id, language) for one in day[:8])


# ── reading a PDF ────────────────────────────────────────────────────────────
def opened(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def bare(text: str) -> str:
    """Give a text without what a line break does to it: the order of its letters alone."""
    return re.sub(r"[\s\u00ad\u200b]+", "", text)


def text_of(content: bytes) -> str:
    return bare("".join(page.extract_text() for page in opened(content).pages))


def tags(content: bytes) -> Iterator[DictionaryObject]:
    """Give every element of the structure tree, in the order it is read out."""
    left: list[Any] = [opened(content).trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while left:
        node = left.pop(0)
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, ArrayObject):
            left = [*node, *left]
        elif isinstance(node, DictionaryObject):
            if "/S" in node:
                yield node
            left = [node["/K"], *left] if "/K" in node else left


def kinds(content: bytes) -> Counter[str]:
    return Counter(str(tag["/S"])[1:] for tag in tags(content))


def alts(content: bytes) -> list[str]:
    return [str(tag["/Alt"]) for tag in tags(content) if "/Alt" in tag]


def told(one: Gathered) -> set[str]:
    """Give every text of the groups' answers that a page shows."""
    texts = set()
    for output in one.outputs:
        for section in output.sections:
            texts |= {section["text"]} if "text" in section else set()
            texts |= {cell for row in section.get("rows", ()) for cell in row}
            for pair in (*section.get("pairs", ()), *section.get("twin", ())):
                texts |= {pair["name"], pair["value"]}
    return {text for text in texts if text}


# ── what it says ─────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    "exercise",
    [one.id for one in exercises.exercises() if one.instruments.get("group") or one.unnamed],
)
def test_every_word_of_every_group_and_of_the_plenary_is_there(exercise: str) -> None:
    one = shared(exercise, groups=2)
    content = written(one)
    text = text_of(content)
    assert [said for said in told(one) if bare(said) not in text] == []
    assert [cell for row in one.figure["rows"] for cell in row if bare(cell) not in text] == []
    assert ("Bo,Dan,Ida,ÆrøogÅse·deltiplenumkl." in text) == bool(one.outputs)
    assert "mose-ravn" not in text
    assert kinds(content)["H1"] == 1


def test_a_choice_is_told_by_its_own_name_and_own_words_are_not_lost() -> None:
    one = shared("stuck_episode")
    text = text_of(written(one))
    for output in one.outputs:
        leaves = fields.leaves(output.answer.model_dump()).items()
        said = [leaf for path, leaf in leaves if isinstance(leaf, str) and "response" not in path]
        assert [leaf for leaf in said if bare(leaf) not in text] == []


def test_what_is_not_shared_is_not_there() -> None:
    text = text_of(written(shared("stuck_episode", groups=0)))
    assert bare("Her kommer gruppernes bud") in text
    assert "Gruppe1" not in text


def test_nothing_private_is_there() -> None:
    store = a_day(shared=("1", "2"))
    text = text_of(written(gather(store, exercises.exercise("stuck_episode"), "da")))
    store.close()
    assert "Gruppe2" in text
    assert [one for one in ("kunformig", "kunmit", "mose-ravn", "Gruppe3") if one in text] == []


def test_a_sheet_shared_empty_says_so() -> None:
    one = shared("many_talks", groups=1)
    empty = replace(one, outputs=(replace(one.outputs[0], sections=[]),))
    assert bare("Gruppen har ikke skrevet noget") in text_of(written(empty))


def test_in_english() -> None:
    content = written(shared("stuck_episode", "en", groups=1))
    assert bare("The group’s take: positioning") in text_of(content)
    assert opened(content).trailer["/Root"]["/Lang"] == "en-GB"


# ── whoever listens ──────────────────────────────────────────────────────────
@pytest.fixture(scope="module")
def alone() -> bytes:
    return written(shared("stuck_episode"))


def test_it_says_that_it_is_pdf_ua_and_what_it_is(alone: bytes) -> None:
    reader = opened(alone)
    root = reader.trailer["/Root"]
    about = root["/Metadata"].get_data().decode()
    assert re.search(r"<pdfuaid:part>1</pdfuaid:part>", about)
    assert reader.metadata is not None
    assert reader.metadata.title == "Gruppens bud: positionering"
    assert "Gruppens bud: positionering" in about
    assert root["/Lang"] == "da-DK"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/StructTreeRoot"]["/ParentTree"]


def test_headings_come_in_their_order_without_a_gap(alone: bytes) -> None:
    levels = [int(tag["/S"][2:]) for tag in tags(alone) if re.fullmatch(r"/H\d", tag["/S"])]
    assert levels[0] == 1
    assert levels.count(1) == 1  # the title is seen on each group's sheet, and read out once
    assert levels.count(2) == 6  # five groups and the plenary
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_name_their_heads_and_pictures_say_what_they_show(alone: bytes) -> None:
    found = kinds(alone)
    assert found["Table"] == 6
    assert found["THead"] == 6
    assert found["TH"] == 5 * 3 + 2
    assert found["P"] > found["TD"]
    assert found["Figure"] == len(alts(alone)) == 6  # badges and signs are decoration
    assert sum("Inviteret: viden" in alt for alt in alts(alone)) >= 3


def test_the_fonts_are_in_the_file_and_are_ours(alone: bytes) -> None:
    names = set()
    for page in opened(alone).pages:
        for font in page["/Resources"]["/Font"].values():
            held = font["/DescendantFonts"][0]["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(held)
            names.add(str(font["/BaseFont"]).split("+")[1])
    assert {name.split("-")[0] for name in names} == {"Figtree", "Literata"}


def test_a_sheet_is_a4_and_its_foot_counts(alone: bytes) -> None:
    pages = opened(alone).pages
    for number, page in enumerate(pages, start=1):
        assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [210, 297]
        assert f"ide {number} af {len(pages)}" in page.extract_text()
    assert "Gruppe 1 · side 1 af" in pages[0].extract_text()


# ── a day ────────────────────────────────────────────────────────────────────
def test_a_day_is_one_book_with_its_contents_and_one_heading_for_each_exercise() -> None:
    content = book([*of_the_day()], "da")
    reader = opened(content)
    assert reader.metadata is not None
    assert reader.metadata.title == "Læringsdag 1 · Konsulent i kontekst"
    found = kinds(content)
    assert found["TOCI"] == 8
    assert found["H1"] == 8 + 1  # and the contents' own
    front = bare(reader.pages[0].extract_text())
    assert [one.method for one in of_the_day() if bare(one.method) not in front] == []
    assert str(reader.outline[0].title) == "Indhold"
    last = bare("".join(page.extract_text() for page in reader.pages[-24:]))
    in_plan = [block.exercise for block in plan("day1_context").blocks]
    end = max(of_the_day(), key=lambda one: in_plan.index(one.exercise.id))
    assert [said for said in told(end) if bare(said) not in last] == []


def test_a_book_follows_the_plan_and_leaves_out_what_nobody_shared() -> None:
    planned = [block.exercise for block in plan("day1_context").blocks]
    first, last = sorted(("stuck_episode", "contract_card"), key=planned.index)
    day = [shared(last, groups=1), shared("draw_loop", groups=0), shared(first, groups=1)]
    text = bare(opened(book(day, "da")).pages[0].extract_text())
    assert text.index(bare(day[2].method)) < text.index(bare(day[0].method))
    assert bare(day[1].method) not in text


def test_a_book_of_nothing_says_what_will_come() -> None:
    assert bare("Her kommer gruppernes bud") in text_of(book([], "da"))
    assert bare("The groups’ work appears here") in text_of(
        book([shared("draw_loop", "en", groups=0)], "en")
    )


def test_a_day_is_printed_in_three_seconds() -> None:
    day = [*of_the_day()]
    began = time.process_time()
    book(day, "da")
    assert time.process_time() - began < 3


# ── hostile words ────────────────────────────────────────────────────────────
MARKUP = [
    "*fed* _kursiv_ `kode` = Titel",
    '#read("/etc/passwd")',
    "#panic()",
    r"$x^2$ -- --- ~ \ \u{41}",
    '#import "@preview/x:1.0.0": y',
    "]] #[ ]( <mærke> @henvisning",
    "// væk /* væk */",
    '"\'\\"',
]


@pytest.mark.parametrize("text", [*HOSTILE, *MARKUP], ids=range(len(HOSTILE) + len(MARKUP)))
def test_words_are_words_and_no_markup(text: str) -> None:
    one = hostile(everywhere(text), alias=text)
    content = written(one)
    found = text_of(content)
    plain = re.compile("[^\n -~\u00a0-\u017f–—‘’“”…]")
    for said in expected(one):
        # Letters no font here has stand as □, and right-to-left is read out in its own order.
        whole = [bare(one) for one in plain.split(said)]
        assert [one for one in whole if one.lower() not in found.lower()] == []
    reader = opened(content)
    assert [page["/Annots"] for page in reader.pages if "/Annots" in page] == []
    assert kinds(content)["H1"] == 1
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", "".join(alts(content)))
    assert "/JavaScript" not in str(reader.trailer["/Root"].get("/Names", ""))


def test_a_letter_no_font_has_gets_a_stand_in_and_the_sheet_says_so() -> None:
    one = hostile({"rights": "før \U0010fffd efter", "duties": "\ue000"})
    text = text_of(written(one))
    assert "før□efter" in text
    assert bare("□ står for et tegn") in text
    assert "□" not in text_of(written(hostile({"rights": "før → efter"})))


def test_a_picture_with_letters_no_font_has_is_drawn_all_the_same() -> None:
    one = hostile({"words.wished": "så \U0010fffd her", "axes.top": "\U0010fffc"})
    assert "så□her" in text_of(written(one))
    assert any("\U0010fffc" in alt for alt in alts(written(one)))


def test_a_megabyte_is_set_to_its_last_letter() -> None:
    text = "æ" * 300_000 + " " + "ord " * 170_000 + "slut"
    pages = [Leaf([document.heading("Alt", 1), document.line(text, "voice")])]
    table = {"is": "table", "title": "T", "heads": ["a", "b"], "rows": [[text[-9000:], "x" * 9000]]}
    pages.append(Leaf([document.section(table, 2)]))
    reader = opened(press.pressed(Document("Alt", "da", MADE, leaves=pages)))
    assert bare("".join(page.extract_text() for page in reader.pages[-24:])).count("slut") >= 1
    assert len(reader.pages) > 100


def test_a_long_word_stays_in_its_column() -> None:
    heads = ["a", "b", "c", "d"]
    rows = [["medarbejderudviklingssamtaleskemaer", "x" * 60, "kort", "også " * 20]]
    table = {"is": "table", "title": "T", "heads": heads, "rows": rows}
    leaf = Leaf([document.heading("H", 1), document.section(table, 2)])
    content = press.pressed(Document("T", "da", MADE, leaves=[leaf]))
    text = opened(content).pages[0].extract_text()
    assert "medarbejderudviklingssamtaleskemaer" in bare(text)
    assert bare(text).count("x") == 60
    assert max(len(run) for run in re.findall("x+", text)) < 25


def test_every_kind_of_part_is_set_and_tagged_whatever_is_in_it() -> None:
    text = "a\x00b #c *d* \u202ee " + "f" * 90
    run = {"text": text, "bold": True, "italic": False}
    run_on = {"text": text, "bold": False, "italic": True}
    parts = [
        document.cover(text, text, [text]),
        document.contents("Indhold"),
        document.heading(text, 1),
        document.prose([run, run_on]),
        document.prose([run], "voice"),
        document.bullets([[run], [run_on]]),
        document.bullets([[run], document.said("kort")], ordered=True),
        document.beside([document.line(text)], [document.frame(text), document.blanks(2)]),
        document.signed(badge.draw("1"), text, text, 2),
        document.picture(badge.draw("2"), text, places=[{"name": text, "value": text}], title="T"),
    ]
    leaves = [Leaf(parts, text, text, text, text, sheet=sheet) for sheet in paper.SHEETS]
    content = press.pressed(Document(text, "en", MADE, text, leaves))
    assert text_of(content).count(bare("ab #c *d* e")) >= 3 * 17
    found = kinds(content)
    assert (found["L"], found["LI"], found["Figure"]) == (6, 12, 3)
    assert {round(float(page.mediabox[2]) / 72 * 25.4) for page in opened(content).pages} == {
        210,
        297,
        420,
    }


@given(st.text(max_size=80), st.text(max_size=40))
@settings(max_examples=12, deadline=None)
def test_any_text_at_all_comes_through(text: str, alias: str) -> None:
    one = hostile(everywhere(text), alias)
    assert opened(written(one)).pages
    assert legible(text) is not None
