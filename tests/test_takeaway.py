"""What one takes home: everything the groups shared, in every file, and nothing else."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import docx
import openpyxl
import pptx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from workshops import bots, exercises, fields, takeaway
from workshops.store import Change, Store
from workshops.store.temporary import TemporaryStore
from workshops.takeaway import exercise_pages, export
from workshops.takeaway.gathered import gather
from workshops.takeaway.names import LONGEST, slug, unused
from workshops.takeaway.shelf import FORMATS
from workshops.takeaway.word import worded

A_T = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
"""A text on a slide."""
EXERCISE = "stuck_episode"
DAY = "day1_context"


def written(one: Any) -> bytes:
    """Give the Word file of one exercise."""
    return worded.printed(exercise_pages.alone(one))


def write(store: Store, subject: str, author: str, answer: dict[str, Any]) -> None:
    changes = [
        Change(EXERCISE, subject, author, path, value, f"{subject} {path} first")
        for path, value in fields.leaves(answer).items()
    ]
    for kept in [store.submit(change) for change in changes]:
        kept.result()


def share(store: Store, subject: str, author: str) -> None:
    store.release(EXERCISE, subject, author, "plenary", f"{subject} shared")


def sheets() -> dict[str, dict[str, Any]]:
    """Give the groups' answers by table, as the method takes them."""
    return {
        table: {name: part for name, part in sheet.items() if name != "table"}
        for table, sheet in bots.sheets().items()
    }


def a_day(shared: tuple[str, ...] = ("1", "2", "3", "4", "5")) -> Store:
    """Give a store with 25 people at five tables; the tables named have shared their sheet."""
    store = TemporaryStore()
    store.mark("run", DAY, {"button": "go", "block": "positioning"}, "trainer")
    own = ("invited", "taken", "wished", "given")
    for number, answer in enumerate(bots.answers(25)):
        person = f"{number:08x}"
        seat = {"alias": answer["alias"], "table": answer["table"], "code": f"mose-ravn-{number}"}
        store.mark("seat", f"p:{person}", seat, person)
        words = {name: f"kun mit {text}"[:60] for name, text in answer["words"].items()}
        texts = {"episode": "kun mit øjeblik", "transfer": f"kun for mig {number}", "words": words}
        write(store, f"p:{person}", person, texts | {name: answer[name] for name in own})
        share(store, f"p:{person}", person)
    for table, answer in sheets().items():
        write(store, f"g:{table}", "00000000", answer)
        if table in shared:
            share(store, f"g:{table}", "00000000")
    return store


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an export write the files of this one exercise: `whole` has those of all."""
    monkeypatch.setattr(takeaway, "exercises", lambda _day=None: [exercises.exercise(EXERCISE)])


def told(answer: dict[str, Any]) -> list[str]:
    """Give every text of an answer; a choice is no text and stands in Word by its own name."""
    leaves = fields.leaves(answer)
    texts = {path: leaf for path, leaf in leaves.items() if isinstance(leaf, str) and leaf}
    return [leaf for path, leaf in texts.items() if path != "second.response"]


def without_spaces(text: str) -> str:
    """Give a text as it is in every format: lines break where there is room for them."""
    return re.sub(r"[\s\u00ad\u200b\\]", "", text)


# ── what the files say ───────────────────────────────────────────────────────
def word_texts(file: Any) -> str:
    document = docx.Document(file)
    texts = [node.text or "" for node in document.element.body.iter(qn("w:t"))]
    alts = [node.get("descr") or "" for node in document.element.body.iter(qn("wp:docPr"))]
    edges = [part.text for page in document.sections for part in page.footer.paragraphs]
    return "\n".join([*texts, *alts, *edges])


def sheet_cells(file: Any) -> list[Any]:
    book = openpyxl.load_workbook(file)
    return [
        cell
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


def csv_rows(content: bytes) -> list[list[str]]:
    text = content.decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))


def slide_texts(file: Any) -> str:
    slides = pptx.Presentation(file).slides
    return "\n".join(node.text or "" for slide in slides for node in slide.element.iter(A_T))


def opened(file: Path) -> dict[str, str]:
    """Give all there is to read in each file of the zip."""
    found: dict[str, str] = {}
    with zipfile.ZipFile(file) as bundle:
        assert bundle.testzip() is None
        for name in bundle.namelist():
            content = bundle.read(name)
            if name.endswith(".docx"):
                found[name] = word_texts(io.BytesIO(content))
            elif name.endswith(".xlsx"):
                cells = sheet_cells(io.BytesIO(content))
                found[name] = "\n".join(str(cell.value) for cell in cells)
            elif name.endswith(".csv"):
                found[name] = "\n".join(cell for row in csv_rows(content) for cell in row)
            elif name.endswith(".pdf"):
                pages = PdfReader(io.BytesIO(content)).pages
                found[name] = "\n".join(page.extract_text() for page in pages)
            elif name.endswith(".pptx"):
                found[name] = slide_texts(io.BytesIO(content))
            elif name.endswith(".png"):
                assert content.startswith(b"\x89PNG"), name
            else:
                found[name] = content.decode()
    return found


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = a_day()
    file = export(store, tmp_path_factory.mktemp("out"))
    store.close()
    return file


def test_every_word_of_every_group_is_in_every_format(whole: Path) -> None:
    texts = opened(whole)
    complete = [name for name in texts if name.startswith(("laeringsdage.", "laeringsdage-pos"))]
    complete = [name for name in complete if "uden-navne" not in name]
    complete.append("laeringsdag-1-positionering.docx")
    assert {Path(name).suffix[1:] for name in complete} == {*FORMATS} - {"pictures", "ics"}
    for answer in sheets().values():
        for name in complete:
            bare = without_spaces(texts[name])
            assert [one for one in told(answer) if without_spaces(one) not in bare] == [], name


def test_nothing_private_is_in_any_file(whole: Path) -> None:
    for name, text in opened(whole).items():
        assert [one for one in ("kun for mig", "kun mit", "mose-ravn") if one in text] == [], name


def test_aliases_stand_on_their_groups_line_and_nowhere_else(whole: Path) -> None:
    aliases = {one["alias"] for one in bots.answers(25) if len(one["alias"]) > 3}
    with zipfile.ZipFile(whole) as bundle:
        document = docx.Document(io.BytesIO(bundle.read("laeringsdag-1-positionering.docx")))
    lines = [line.text for line in document.paragraphs if any(one in line.text for one in aliases)]
    assert len(lines) == 5
    assert "Anna, Birgitte, Leila, M.K. og Søren · delt i plenum" in lines[0]
    for name, text in opened(whole).items():
        if name.endswith(".csv"):
            assert [one for one in aliases if one in text] == []


@pytest.mark.usefixtures("alone")
def test_what_a_group_has_not_shared_or_has_withdrawn_is_gone(tmp_path: Path) -> None:
    store = a_day(shared=("1", "2"))
    export(store, tmp_path)
    store.withdraw(EXERCISE, "g:2", "00000000", "plenary", "take it back")
    for name, text in opened(export(store, tmp_path)).items():
        for table in ("2", "3", "4", "5"):
            assert [one for one in told(sheets()[table]) if one in text] == [], name
    for file in tmp_path.glob("*.csv"):
        assert "Gruppe 2" not in file.read_text(encoding="utf-8")


@pytest.mark.usefixtures("alone")
def test_arrows_come_from_six_only_and_without_words(tmp_path: Path) -> None:
    store = TemporaryStore()
    for number, answer in enumerate(bots.answers(5)):
        write(
            store, f"p:{number}", f"{number}", {key: answer[key] for key in ("invited", "wished")}
        )
        share(store, f"p:{number}", f"{number}")
    export(store, tmp_path)
    assert len(csv_rows((tmp_path / "laeringsdage-positionering-uden-navne.csv").read_bytes())) == 1
    assert "ingen navne" not in word_texts(tmp_path / "laeringsdag-1-positionering.docx")
    write(store, "p:5", "5", {"invited": [5.0, 5.0], "wished": [-0.5, 0.0]})
    share(store, "p:5", "5")
    export(store, tmp_path)
    rows = csv_rows((tmp_path / "laeringsdage-positionering-uden-navne.csv").read_bytes())
    assert len(rows) == 7
    assert ["5", "5", "-0,5", "0"] in [row[2:] for row in rows]
    assert "6 kort · ingen navne" in word_texts(tmp_path / "laeringsdag-1-positionering.docx")


def test_a_day_without_shares_gives_a_page_that_says_what_will_come(tmp_path: Path) -> None:
    texts = opened(export(TemporaryStore(), tmp_path))
    for name, text in texts.items():
        assert text.strip(), name
    assert "Her kommer gruppernes bud" in texts["laeringsdag-1-positionering.docx"]
    assert "Her kommer gruppernes bud" in texts["laeringsdage.xlsx"]


@pytest.mark.long
def test_one_day_alone_and_in_english(tmp_path: Path, whole: Path) -> None:
    file = export(a_day(), tmp_path, day=DAY, language="en")
    assert file.name == "learning-day-1.zip"
    english = opened(file)
    assert {name.split("/")[-1][:14] for name in english} == {"learning-day-1"}
    assert len(english) < len(opened(whole))
    assert "The group’s take: positioning" in english["learning-day-1-positioning.docx"]
    assert "Invited" in english["learning-day-1-positioning.docx"]


@pytest.mark.usefixtures("alone")
def test_a_second_export_replaces_the_first_and_leaves_nothing_behind(tmp_path: Path) -> None:
    store = a_day(shared=("1",))
    export(store, tmp_path)
    first = sorted(file.name for file in tmp_path.iterdir())
    export(store, tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == first
    assert all(file.stat().st_mode & 0o077 == 0 for file in tmp_path.iterdir())


@pytest.mark.usefixtures("alone")
def test_a_file_somebody_has_open_gets_a_neighbour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = a_day(shared=("1",))
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target.name == "laeringsdag-1-positionering.docx":
            raise PermissionError(target)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held)
    export(store, tmp_path)
    assert len(list(tmp_path.glob("laeringsdag-1-positionering-*.docx"))) == 1
    assert not list(tmp_path.glob(".*"))


@pytest.mark.usefixtures("alone")
def test_progress_counts_to_the_end(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    export(a_day(("1",)), tmp_path, progress=lambda done, total, _file: seen.append((done, total)))
    assert [done for done, _ in seen] == list(range(len(seen)))
    assert {total for _, total in seen} == {len(seen)}
    assert len(seen) == len(list(tmp_path.iterdir()))


# ── the page ─────────────────────────────────────────────────────────────────
@pytest.fixture(scope="module")
def document(whole: Path) -> Any:
    return docx.Document(whole.parent / "laeringsdag-1-positionering.docx")


def test_each_group_has_its_own_page_with_its_own_foot(document: Any) -> None:
    heads = [line.text for line in document.paragraphs if line.style.name == "Heading 1"]
    assert heads[:5] == ["Gruppens bud: positionering"] * 5
    assert len(document.sections) == len(heads)
    for number, page in enumerate(document.sections[:5], start=1):
        assert f"Gruppe {number} · side" in page.footer.paragraphs[0].text
        codes = [one.get(qn("w:instr")) for one in page.footer._element.iter(qn("w:fldSimple"))]
        assert [code.strip() for code in codes] == ["PAGE", "NUMPAGES"]


def test_paper_is_a4_danish_and_says_what_it_is(document: Any) -> None:
    page = document.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert {round(side.mm) for side in (page.left_margin, page.right_margin)} == {22}
    assert document.styles.element.find(".//" + qn("w:lang")).get(qn("w:val")) == "da-DK"
    assert document.core_properties.title == "Gruppens bud: positionering"
    assert document.core_properties.author == "Læringsdage"


def test_every_picture_has_its_words_or_is_decoration(document: Any) -> None:
    for about in document.element.body.iter(qn("wp:docPr")):
        decorative = "decorative" in (about[0].tag if len(about) else "") or len(about) > 0
        assert bool(about.get("descr")) != decorative
    alts = [one.get("descr") for one in document.element.body.iter(qn("wp:docPr"))]
    assert any("Inviteret: viden 4, støtte og udvikling 2,5" in alt for alt in alts)


def test_a_column_of_headings_holds_words_and_no_names_of_fields(whole: Path) -> None:
    grids = [csv_rows(file.read_bytes()) for file in whole.parent.glob("*.csv")]
    rows = [row for grid in grids if len(grid[0]) == 6 for row in grid[1:]]
    assert rows
    assert not [row for row in rows if row[4] == row[3] or "_" in row[4] or "{" in row[4]]


def test_every_table_of_words_names_its_columns_and_says_no_heading_twice(document: Any) -> None:
    heads = {one.text for one in document.paragraphs if one.style.name.startswith("Heading")}
    named = list(document.element.body.iter(qn("w:tblCaption")))
    tables = [table for table in document.tables if len(table.rows) > 1]
    assert len(named) == len(tables) > 0
    for table in tables:
        assert table._tbl.find(".//" + qn("w:tblHeader")) is not None
        caption = table._tbl.find(".//" + qn("w:tblCaption")).get(qn("w:val"))
        assert caption not in heads
        assert all(cell.text in caption for cell in table.rows[0].cells)


def test_people_speak_in_serif_and_rows_stay_whole(document: Any) -> None:
    voice = {line.text for line in document.paragraphs if line.style.name == "Stemme"}
    for table in document.tables:
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        voice |= {
            line.text
            for row in table.rows
            for cell in row.cells
            for line in cell.paragraphs
            if line.style.name == "Stemme"
        }
    for answer in sheets().values():
        assert set(told(answer)) <= voice
    assert document.styles["Stemme"].font.name == "Literata"


def test_the_file_carries_its_fonts(whole: Path) -> None:
    with zipfile.ZipFile(whole.parent / "laeringsdag-1-positionering.docx") as file:
        fonts = [name for name in file.namelist() if name.endswith(".odttf")]
        table = file.read("word/fontTable.xml").decode()
        assert len(fonts) == 3
        assert 'w:altName w:val="Segoe UI"' in table
        assert 'w:altName w:val="Georgia"' in table
        for name in fonts:
            assert file.read(name)[:4] != b"\x00\x01\x00\x00"  # as Office keeps them


def test_the_time_of_sharing_and_who_sat_there_then() -> None:
    noon = "2026-11-26T11:00:00+00:00"
    sheet = SimpleNamespace(
        subject="g:3",
        fields={"transfer": "i morgen"},
        shared={"plenary"},
        shared_at={"plenary": noon},
    )
    seats = [
        ("2026-11-26T08:00:00+00:00", "p:a", "Åse", "3"),
        ("2026-11-26T08:01:00+00:00", "p:b", "Bo", "3"),
        ("2026-11-26T08:02:00+00:00", "p:c", "Ærø", "3"),
        ("2026-11-26T11:30:00+00:00", "p:b", "Bo", "4"),
        ("2026-11-26T11:30:00+00:00", "p:d", "Dan", "3"),
    ]
    events = [
        SimpleNamespace(at=at, day=DAY, subject=who, value={"alias": name, "table": table})
        for at, who, name, table in seats
    ]
    store: Any = SimpleNamespace(
        released=lambda _exercise: [sheet],
        unnamed=lambda _exercise, _fields, _apart: [],
        events=lambda _kind: events,
    )
    gathered = gather(store, exercises.exercise(EXERCISE), "da")
    assert gathered.outputs[0].members == ("Bo", "Ærø", "Åse")
    assert gathered.date == datetime(2026, 11, 26, 11, tzinfo=UTC)
    local = datetime(2026, 11, 26, 11, tzinfo=UTC).astimezone()
    text = word_texts(io.BytesIO(written(gathered)))
    assert f"Bo, Ærø og Åse · delt i plenum kl. {local:%H.%M}" in text


# ── names and shapes ─────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Læringsdag 1 – Smørrebrød på Åen", "laeringsdag-1-smoerrebroed-paa-aaen"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\con", "c-windows-con"),
        ("CON", "fil-con"),
        ("", "fil"),
        ("مرحبا", "fil"),
        ("Crème brûlée", "creme-brulee"),
    ],
)
def test_a_file_name_is_made_of_plain_letters(text: str, name: str) -> None:
    assert slug(text) == name


def test_names_are_short_and_never_taken_twice() -> None:
    taken: set[str] = set()
    names = [unused(slug("æ" * 500), taken) for _ in range(12)]
    assert len(set(names)) == 12
    assert all(len(name) <= LONGEST for name in names)


@pytest.mark.usefixtures("alone")
def test_an_answer_half_filled_or_of_an_older_shape_is_no_obstacle(tmp_path: Path) -> None:
    store = TemporaryStore()
    for path, value in (("episode", "kun dette"), ("invited", "gamle ord"), ("mood", 3)):
        store.put(Change(EXERCISE, "g:1", "a", path, value, f"old {path}"))
    share(store, "g:1", "a")
    texts = opened(export(store, tmp_path))
    assert "kun dette" in texts["laeringsdag-1-positionering.docx"]
    assert json.dumps("gamle ord") not in texts["laeringsdage.xlsx"]
