"""The poster of a meeting's frame: five fields on an A3 page, and every word as it was written."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from tests.test_takeaway_hostile import HOSTILE
from workshops.exercises import exercise
from workshops.takeaway.gathered import legible
from workshops.takeaway.word import poster

ONE = exercise("next_meeting")


def meeting(count: int = 5, **given: Any) -> dict[str, Any]:
    """Give a meeting as people write it, with so many points of ten minutes."""
    rows = [
        {"id": f"p{at}", "what": f"Punkt {at}: det, vi vil prøve", "how": "to og to", "minutes": 10}
        for at in range(count)
    ]
    return {
        "meeting": "Teammøde om forældresamtaler",
        "intention": "Vi mødes, fordi forældre går hjem med flere spørgsmål, end de kom med. " * 2,
        "product": "Tre aftaler om, hvordan vi begynder og slutter en samtale.",
        "knowledge": "Hvad de andre gør, når en samtale går i stå.",
        "feeling": "At det er noget, vi har sammen.",
        "points": rows,
        "roles": [{"id": f"r{at}", "role": "Referent", "who": "MS"} for at in range(3)],
        "rules": "Alle er hørt, før vi beslutter noget.",
        "date": "2026-11-26",
        "start": "14.15",
        "place": "Personalerummet",
        **given,
    }


def made(value: dict[str, Any], language: str = "da") -> Any:
    whole = poster.poster(ONE.answer.parse(value), ONE.words[language], language)
    return docx.Document(io.BytesIO(whole))


def texts(document: Any) -> list[str]:
    """Give every paragraph in reading order, a break inside one as a line break."""
    breaks = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    runs = [line.findall(f"{qn('w:r')}/*") for line in document.element.body.iter(qn("w:p"))]
    return ["".join(breaks.get(part.tag, part.text or "") for part in run) for run in runs]


def headings(document: Any) -> list[str]:
    own = {style.style_id: style.name for style in document.styles}
    lines = list(document.element.body.iter(qn("w:p")))
    names = [own.get(line.style or "", "") for line in lines]
    told = zip(names, texts(document), strict=True)
    return [text for name, text in told if name.startswith("Heading")]


@pytest.mark.parametrize("language", ["da", "en"])
def test_it_is_an_a3_page_with_five_fields_in_their_order(language):
    document = made(meeting(), language)
    (page,) = document.sections
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (420, 297)
    own = ONE.words[language]
    letters = [("I", "i"), ("DO", "do"), ("A", "a"), ("R", "r"), ("T", "t")]
    fields = [f"{letter}\u2002{own[f'letter_{key}']}" for letter, key in letters]
    assert headings(document) == ["Teammøde om forældresamtaler", *fields]


def test_it_says_what_it_is_and_in_which_language():
    about = made(meeting(), "en").core_properties
    assert about.title == "I DO ART: Teammøde om forældresamtaler"
    assert about.language == "en-GB"
    assert about.author == "Læringsdage"


def test_the_agenda_has_the_time_of_each_point_and_heads_that_come_again():
    document = made(meeting())
    table = document.tables[1]
    assert [row.cells[0].text for row in table.rows] == [
        "Kl.", "14.15", "14.25", "14.35", "14.45", "14.55", "",
    ]  # fmt: skip
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    caption = table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
    assert caption == f"Tabel: {', '.join(cell.text for cell in table.rows[0].cells)}"
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_roles_rules_and_times_stand_on_it():
    told = texts(made(meeting()))
    for line in ("Referent\tMS", "Spilleregler\tAlle er hørt, før vi beslutter noget.",
                 "Dato\t26. november 2026", "Begynder\t14.15", "Slutter\t15.05",
                 "Sted\tPersonalerummet"):  # fmt: skip
        assert line in told


def test_without_minutes_nobody_says_when_it_ends():
    points = [{"id": "a", "what": "Vi lander"}]
    assert "Slutter\t" in texts(made(meeting(points=points)))


def test_an_empty_one_has_all_labels_and_room_to_write():
    document = made({})
    told = texts(document)
    labels = ["Det har vi\t", "Det ved vi\t", "Det føler vi\t", "Dato\t", "Begynder\t", "Slutter\t"]
    assert [one for one in [*labels, "Rolle\t", "Spilleregler\t"] if one not in told] == []
    assert len(document.tables[1].rows) == 1 + poster.ROWS
    assert document.core_properties.title == "I DO ART"


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stand_on_it_as_words(text):
    safe = text.encode("utf-8", "ignore").decode()  # the store refuses a broken letter
    value = meeting(
        meeting=safe[:80],
        intention=safe[:300],
        product=safe[:200],
        rules=safe[:300],
        place=safe[:80],
        points=[{"id": "a", "what": safe[:120], "lead": safe[:40], "minutes": 5}],
        roles=[{"id": "a", "role": safe[:40], "who": safe[:60]}],
    )
    document = made(value)
    told = texts(document)
    for wanted in (safe[:80], safe[:300]):
        assert legible(wanted) in told
    for label, most in (("Det har vi", 200), ("Spilleregler", 300), ("Sted", 80)):
        assert f"{label}\t{legible(safe[:most])}" in told
    body = document.element.body
    fields = [one.get(qn("w:instr")) for one in body.iter(qn("w:fldSimple"))]
    assert not [one for one in fields if "DDE" in one]
    assert not list(body.iter(qn("w:hyperlink")))


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice to count pages")
def test_a_usual_meeting_stands_on_one_page_and_a_long_one_goes_on(tmp_path: Path) -> None:
    for points in (0, 5, 8, 14):
        answer = ONE.answer.parse(meeting(points) if points else {})
        whole = poster.poster(answer, ONE.words["da"], "da")
        (tmp_path / f"{points}.docx").write_bytes(whole)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    files = sorted(tmp_path.glob("*.docx"))
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=120)
    read = {file.stem: pypdf.PdfReader(file) for file in tmp_path.glob("*.pdf")}
    pages = {name: len(one.pages) for name, one in read.items()}
    assert pages == {"0": 1, "5": 1, "8": 1, "14": 2}
    assert "Roller og regler" in read["14"].pages[1].extract_text()
