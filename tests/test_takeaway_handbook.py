"""The method handbook: every method in it, no one in it who did not say yes, and every edition."""

from __future__ import annotations

import io
import json
import re
import shutil
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from workshops import bots_made, cli, exercises, fields, theme
from workshops.store import Change, Declined, Store
from workshops.store.temporary import TemporaryStore
from workshops.takeaway import handbook
from workshops.takeaway.document import Document
from workshops.takeaway.handbook.asked import text_of
from workshops.takeaway.handbook.edition import PARTS, Edition, Piece
from workshops.takeaway.lessons import every_lesson

POSITIONING, EXERCISE = "day1_context/05_positioning", "stuck_episode"
LANGUAGES = ("da", "en")
SCRIBE = "00000000"
LONGEST = 15.0
"""Seconds of work for a handbook of all methods in all three formats."""


def sheet(store: Store, table: str, answer: dict[str, Any], exercise: str = EXERCISE) -> None:
    """Let a group write its sheet and share it in plenary."""
    kept = [
        store.submit(
            Change(exercise, f"g:{table}", SCRIBE, path, value, f"{exercise}{table}{path}")
        )
        for path, value in fields.leaves(answer).items()
    ]
    for one in kept:
        one.result()
    store.release(exercise, f"g:{table}", SCRIBE, "plenary", f"{exercise}{table} shared")


def say_yes(store: Store, table: str, exercise: str = EXERCISE) -> None:
    store.release(exercise, f"g:{table}", SCRIBE, "handbook", f"{exercise}{table} yes")


def check_out(store: Store, number: int, line: str) -> None:
    person = f"{number:08x}"
    seat = {"alias": f"Navn{number}x", "table": "1", "code": f"mose-ravn-{number}"}
    store.mark("seat", f"p:{person}", seat, person)
    store.put(Change("check_out_1", f"p:{person}", person, "line", line, f"line {number}"))
    store.release("check_out_1", f"p:{person}", person, "plenary", f"line {number} shared")


@pytest.fixture
def store() -> Iterator[TemporaryStore]:
    one = TemporaryStore()
    yield one
    one.close()


def said(document: Document) -> str:
    """Give all there is to read in a document."""
    return json.dumps(
        [[leaf.left, leaf.right, leaf.source, leaf.whose, leaf.parts] for leaf in document.leaves],
        ensure_ascii=False,
        default=lambda drawing: drawing.svg(),
    )


def built(store: Store, edition: Edition | None = None) -> str:
    """Give what is to be read in an edition; when none is named, in one of a single chapter."""
    return said(handbook.build(store, edition or of(Piece(POSITIONING), days=True)))


def of(*pieces: Piece, **more: Any) -> Edition:
    words = {language: {"title": "Prøve"} for language in LANGUAGES}
    return Edition("proeve", words, pieces=pieces, **more)


def headings(document: Document) -> list[tuple[int, str]]:
    parts = [part for leaf in document.leaves for part in leaf.parts]
    return [(part["level"], part["text"]) for part in parts if part["is"] == "heading"]


# ── every method ─────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_method_of_the_days_has_its_chapter(language: str, store: Store) -> None:
    chapters = handbook.chapters(store, handbook.edition("puf"), language)
    told = {one.method for chapter in chapters for one in chapter.exercises}
    assert told == {one.method for one in exercises.exercises()}
    titles = [chapter.title for chapter in chapters]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chapter_has_theory_steps_traps_floor_and_a_place_to_use_it(
    language: str, store: Store
) -> None:
    edition = handbook.edition("puf")
    whole = handbook.build(store, edition, language)
    leaves = {leaf.whose: said(replace(whole, leaves=[leaf])) for leaf in whole.leaves}
    for chapter in handbook.chapters(store, edition, language):
        leaf = leaves[chapter.title]
        for part in ("theory", "case", "task", "floor", "takeaway"):
            for block in chapter.lesson.parts.get(part, []):
                runs = block.get("runs") or [run for item in block.get("items", []) for run in item]
                for run in runs:
                    word = json.dumps(run["text"].strip(), ensure_ascii=False)[1:-1]
                    source = " · " in word or word.startswith(("Kilde", "Source"))
                    lead = run["bold"] or word.endswith(":")  # makes room for a heading of ours
                    assert source or lead or word in leaf, (chapter.title, word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_traps_stand_as_questions_and_once(language: str, store: Store) -> None:
    title = {"da": "Spørg jer selv undervejs", "en": "Ask yourselves along the way"}[language]
    for leaf in handbook.build(store, handbook.edition("puf"), language).leaves:
        heads = [at for at, part in enumerate(leaf.parts) if part.get("text") == title]
        assert len(heads) <= 1
        for at in heads:
            asked = [text_of(item) for item in leaf.parts[at + 1]["items"]]
            assert len(asked) >= 2
            assert sum("?" in one for one in asked) > len(asked) / 2
            rest = [*leaf.parts[:at], *leaf.parts[at + 2 :]]
            lists = [part["items"] for part in rest if part["is"] == "list"]
            others = {text_of(item) for items in lists for item in items}
            assert not others & set(asked)


def test_every_method_with_a_theory_has_traps(store: Store) -> None:
    whole = handbook.build(store, handbook.edition("puf"))
    told = {leaf.whose for leaf in whole.leaves for part in leaf.parts
            if part.get("text") == "Spørg jer selv undervejs"}  # fmt: skip
    theory = {one.title for one in every_lesson("da") if one.exercises and "theory" in one.parts}
    assert theory - told == set()


def test_the_headings_are_a_ladder_without_missing_steps(store: Store) -> None:
    sheet(store, "1", bots_made.made(exercises.exercise(EXERCISE), "group", 1))
    say_yes(store, "1")
    for name in handbook.editions():
        before = 0
        for level, text in headings(handbook.build(store, handbook.edition(name))):
            assert level <= before + 1, text
            before = level


def test_sources_are_named_once_a_chapter(store: Store) -> None:
    whole = handbook.build(store, of(Piece("day2_inquiry/04_cmm")))
    parts = whole.leaves[1].parts
    lines = [str(part["text"]) for part in parts if str(part.get("text", "")).startswith("Kilde")]
    assert len(lines) == 1
    names = lines[0].removeprefix("Kilder: ").split(" · ")
    assert len(names) == len(set(names)) >= 4
    kinds = [part["is"] for part in parts]
    assert kinds[-1] == "blanks"  # the line of sources never ends up alone on a page


def test_the_page_of_a_day_says_what_each_of_its_chapters_is_for(store: Store) -> None:
    (_front, day, _chapter) = handbook.build(store, of(Piece(POSITIONING), days=True)).leaves
    (told,) = (part["items"] for part in day.parts if part["is"] == "list")
    assert [text_of(item).startswith("Positionering\nAt høre, ") for item in told] == [True]


# ── examples ─────────────────────────────────────────────────────────────────
def test_only_what_a_group_said_yes_to_is_an_example(store: Store) -> None:
    sheet(store, "1", {"transfer": "det må alle se"})
    sheet(store, "2", {"transfer": "det er kun til plenum"})
    say_yes(store, "1")
    whole = built(store)
    assert "det må alle se" in whole
    assert "det er kun til plenum" not in whole


@pytest.mark.parametrize("audience", ["handbook", "plenary"])
def test_a_yes_taken_back_takes_the_example_out_of_every_file(
    audience: Any, store: Store, tmp_path: Path
) -> None:
    edition = of(Piece(POSITIONING))
    sheet(store, "1", {"transfer": "næste personalemøde"})
    say_yes(store, "1")
    for file in handbook.write(store, edition, tmp_path):
        assert "næste personalemøde" in opened(file), file.suffix
    store.withdraw(EXERCISE, "g:1", SCRIBE, audience, "back again")
    for file in handbook.write(store, edition, tmp_path):
        assert "næste personalemøde" not in opened(file), file.suffix
        assert "Eksempel" not in opened(file), file.suffix
    assert len([*tmp_path.iterdir()]) == len(handbook.FORMATS)


def test_what_the_trainer_holds_back_is_no_example(store: Store) -> None:
    sheet(store, "1", {"transfer": "det her er gemt væk"})
    say_yes(store, "1")
    (item,) = store.items(EXERCISE)
    store.hold(EXERCISE, item["item"], on=True)
    assert "det her er gemt væk" not in built(store)


def test_an_example_tells_neither_names_nor_the_groups_number(store: Store) -> None:
    for number in range(6):
        person = f"{number:08x}"
        seat = {"alias": f"Navn{number}x", "table": "3", "code": f"mose-ravn-{number}"}
        store.mark("seat", f"p:{person}", seat, person)
    sheet(store, "3", bots_made.made(exercises.exercise(EXERCISE), "group", 3))
    say_yes(store, "3")
    whole = built(store)
    assert "Eksempel 1" in whole
    for secret in ("Navn", "mose-ravn", "Gruppe 3", "g:3", SCRIBE):
        assert secret not in whole, secret


def test_the_order_of_examples_tells_nothing_of_the_groups(store: Store) -> None:
    texts = ["alfa her", "bravo her", "charlie her", "delta her"]
    for table, text in enumerate(texts, start=1):
        sheet(store, str(table), {"transfer": text})
        say_yes(store, str(table))
    one, other = built(store), TemporaryStore()
    for table, text in enumerate(reversed(texts), start=1):
        sheet(other, str(table), {"transfer": text})
        say_yes(other, str(table))
    again = built(other)
    other.close()
    assert sorted(texts, key=one.index) == sorted(texts, key=again.index)


def test_an_edition_may_leave_an_example_out(store: Store) -> None:
    sheet(store, "1", {"transfer": "med i bogen"})
    sheet(store, "2", {"transfer": "ude af bogen"})
    say_yes(store, "1")
    say_yes(store, "2")
    piece = Piece(POSITIONING, without=frozenset({f"{EXERCISE}/2"}))
    whole = said(handbook.build(store, of(piece)))
    assert "med i bogen" in whole
    assert "ude af bogen" not in whole


def test_nothing_private_is_in_the_handbook(store: Store) -> None:
    person = "0000000a"
    seat = {"alias": "Anna", "table": "1", "code": "mose-ravn-1"}
    store.mark("seat", f"p:{person}", seat, person)
    own = {EXERCISE: "episode", "check_out_1": "line", "try_outs": "trials.a.action"}
    for exercise, path in own.items():
        store.put(Change(exercise, f"p:{person}", person, path, "kun for mig", f"mine {exercise}"))
    sheet(store, "2", {"transfer": "delt"})
    store.put(Change(EXERCISE, "g:4", SCRIBE, "transfer", "kun ved bordet", "table only"))
    whole = built(store, handbook.edition("puf"))
    assert "kun for mig" not in whole
    assert "kun ved bordet" not in whole
    assert not re.search(r"\bAnna\b", whole)


def test_the_lines_of_a_check_out_come_without_names_and_not_before_there_are_six(
    store: Store,
) -> None:
    for number in range(5):
        check_out(store, number, f"linje nummer {number}")
    assert "linje nummer" not in built(store)
    check_out(store, 5, "linje nummer 5")
    whole = built(store)
    assert all(f"linje nummer {number}" in whole for number in range(6))
    assert "Navn" not in whole
    assert "linje nummer" not in built(store, of(Piece(POSITIONING)))
    person = f"{0:08x}"
    store.withdraw("check_out_1", f"p:{person}", person, "plenary", "line 0 back")
    assert "linje nummer" not in built(store)  # five are too few again


# ── one text ─────────────────────────────────────────────────────────────────
def test_a_sentence_changed_in_a_notebook_is_changed_in_the_next_handbook(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in exercises.DAYS:
        shutil.copytree(exercises.content() / day, tmp_path / day)
    monkeypatch.setenv("LAERINGSDAGE_CONTENT", str(tmp_path))
    file = tmp_path / f"{POSITIONING}.ipynb"
    old = "er et øjebliksbillede"
    assert old in built(store)
    file.write_text(file.read_text("utf-8").replace(old, "er et kort blik"), "utf-8")
    whole = built(store)
    assert "er et kort blik" in whole
    assert old not in whole


def test_what_a_desk_wrote_anew_is_in_the_handbook(store: Store) -> None:
    theme.rewrite({POSITIONING: {"theory-da": "## Ny overskrift\n\nNye ord fra bordet."}})
    try:
        assert "Nye ord fra bordet." in built(store)
    finally:
        theme.rewrite({})


# ── editions ─────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["puf", "newcomers", "vejledere"])
def test_every_edition_is_whole_in_both_languages(name: str, language: str, store: Store) -> None:
    edition = handbook.edition(name)
    for key in ("title", "whom", "about"):
        assert edition.said(key, language)
    for piece in edition.pieces:
        assert set(piece.words.get("da", {})) == set(piece.words.get("en", {}))
    assert len(handbook.build(store, edition, language).leaves) > len(edition.pieces)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_newcomer_has_five_short_pieces_that_end_in_a_try_out_with_a_buddy(
    language: str, store: Store
) -> None:
    edition = handbook.edition("newcomers")
    assert len(edition.pieces) <= 5
    assert all(piece.minutes <= 20 for piece in edition.pieces)
    whole = handbook.build(store, edition, language)
    for leaf in whole.leaves[1:]:
        heads = [part["text"] for part in leaf.parts if part["is"] == "heading"]
        assert heads[-1] == {"da": "Prøv det af", "en": "Try it out"}[language]
        end = said(replace(whole, leaves=[leaf]))
        assert {"da": "Aftal med din makker", "en": "Agree with your buddy"}[language] in end
        words = " ".join(
            text_of(part.get("runs") or [run for item in part.get("items", []) for run in item])
            for part in leaf.parts
        ).split()
        assert len(words) < 800  # four to six minutes; the rest is talk and trying out


def test_advisers_get_what_day_three_says_of_facilitation() -> None:
    pieces = [piece.of for piece in handbook.edition("vejledere").pieces]
    of_day_three = {f"{one.day}/{one.stem}" for one in every_lesson("da")
                    if one.day == "day3_facilitation" and "case" in one.parts}  # fmt: skip
    assert of_day_three <= set(pieces)


def own_edition(data: Path, more: str = "", name: str = "skole") -> Path:
    folder = data / "handbook"
    folder.mkdir(exist_ok=True)
    text = '[da]\ntitle = "Vores bog"\n[en]\ntitle = "Our book"\n'
    (folder / f"{name}.toml").write_text(more + text, encoding="utf-8")
    return data


def test_a_trainer_adds_an_edition_with_its_own_order_parts_and_words(
    store: Store, tmp_path: Path
) -> None:
    data = own_edition(tmp_path)
    file = data / "handbook" / "skole.toml"
    file.write_text(
        'shown = ["lead", "traps"]\n'
        + file.read_text("utf-8")
        + '[[chapter]]\nof = "day3_facilitation/05_idoart"\nminutes = 12\n'
        + '[chapter.da]\ntitle = "Rammen hos os"\nbefore = "Vi *begynder* sådan."\n'
        + 'after = "## Hos os\\n\\n- Skriv det på tavlen"\n'
        + f'[[chapter]]\nof = "{POSITIONING}"\nshown = ["floor"]\n',
        encoding="utf-8",
    )
    whole = handbook.build(store, handbook.edition("skole", data))
    assert [text for level, text in headings(whole) if level == 1] == [
        "Rammen hos os",
        "Positionering",
    ]
    text = said(whole)
    assert "12 minutter" in text
    assert '"begynder"' in text
    assert text.index("begynder") < text.index("Er intentionen") < text.index("Skriv det på tavlen")
    assert "Lav et kryds med malertape" in text
    assert "Hvorfor, før hvordan" not in text


def test_an_edition_in_the_data_folder_stands_instead_of_ours(store: Store, tmp_path: Path) -> None:
    data = own_edition(tmp_path, name="puf")
    assert handbook.build(store, handbook.edition("puf", data)).title == "Vores bog"
    assert handbook.build(store, handbook.edition("puf")).title == "Metodehåndbog"


@pytest.mark.parametrize(
    ("text", "said_to_be_wrong"),
    [
        ('whon = "x"\n', "whon"),
        ('shown = ["theroy"]\n', "theroy"),
        ("days = [\n", "line"),
        ("chapter = 3\n", "chapter"),
        ("[[chapter]]\nminutes = 3\n", "of"),
    ],
)
def test_a_slip_of_the_pen_in_an_edition_becomes_a_sentence(
    text: str, said_to_be_wrong: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = own_edition(tmp_path, text)
    out = str(tmp_path / "out")
    given = ["handbook", "--edition", "skole", "--data", str(data), "--out", out]
    assert cli.main(given) == 1
    told = capsys.readouterr().err
    assert "skole.toml" in told
    assert said_to_be_wrong in told


def test_a_chapter_that_is_nowhere_becomes_a_sentence(store: Store) -> None:
    with pytest.raises(Declined) as refused:
        handbook.build(store, of(Piece("day1_context/99_nowhere")))
    assert refused.value.word == "book_no_chapter"
    assert "99_nowhere" in str(refused.value.facts)


def test_a_name_of_an_edition_never_leaves_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.toml").write_text('[da]\ntitle="x"\n[en]\ntitle="x"\n')
    with pytest.raises(Declined):
        handbook.edition("../secret", tmp_path)


def test_the_parts_an_edition_may_show_are_named_in_its_file() -> None:
    text = handbook.editions()["puf"].read_text("utf-8")
    assert [part for part in (*PARTS, "notes") if part not in text] == []


# ── files ────────────────────────────────────────────────────────────────────
def opened(file: Path) -> str:
    """Give all there is to read in a file, on one line."""
    content = file.read_bytes()
    if file.suffix == ".docx":
        body = docx.Document(io.BytesIO(content)).element.body
        text = "\n".join(node.text or "" for node in body.iter(qn("w:t")))
    elif file.suffix == ".pdf":
        text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    else:
        text = content.decode()
    return " ".join(text.split())


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Path], float]:
    """Give the handbook of all methods with two examples of each, and the work it took."""
    store = TemporaryStore()
    for one in exercises.exercises():
        for table in ("1", "2") if one.instruments.get("group") else ():
            sheet(store, table, bots_made.made(one, "group", int(table)), one.id)
            say_yes(store, table, one.id)
    begun = time.process_time()
    out = tmp_path_factory.mktemp("book")
    files = handbook.write(store, handbook.edition("puf"), out)
    took = time.process_time() - begun
    store.close()
    return {file.suffix: file for file in files}, took


def test_a_handbook_of_all_methods_is_made_while_one_waits(
    whole: tuple[dict[str, Path], float],
) -> None:
    assert whole[1] <= LONGEST


def test_word_pdf_and_html_say_the_same(whole: tuple[dict[str, Path], float]) -> None:
    files, _took = whole
    assert set(files) == {".docx", ".pdf", ".html"}
    for form, file in files.items():
        text = opened(file)
        for one in every_lesson("da"):
            if one.exercises and "case" in one.parts:
                title = one.title.replace("ﬁ", "fi")
                assert title in text.replace("\u00ad", ""), (form, title)
        assert text.count("Eksempel 1") >= 20, form


def test_word_has_real_headings_and_a_list_of_them(whole: tuple[dict[str, Path], float]) -> None:
    document = docx.Document(str(whole[0][".docx"]))
    styles = {line.style.name for line in document.paragraphs if line.style}
    assert {"Heading 1", "Heading 2", "Heading 3", "TOC 1", "TOC 2", "List Bullet"} <= styles
    with zipfile.ZipFile(whole[0][".docx"]) as file:
        assert b'TOC \\o "1-2"' in file.read("word/document.xml").replace(b"&quot;", b'"')


def test_the_pdf_is_tagged_and_has_its_bookmarks(whole: tuple[dict[str, Path], float]) -> None:
    reader = PdfReader(whole[0][".pdf"])
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"].startswith("da")
    assert len(reader.outline) >= 4


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "]]> & &amp; {{7*7}} #let x", "\u202eslut"]
)
def test_hostile_words_are_words_in_every_format(text: str, store: Store, tmp_path: Path) -> None:
    sheet(store, "1", {"transfer": text, "rights": "hertil"})
    say_yes(store, "1")
    for file in handbook.write(store, of(Piece(POSITIONING)), tmp_path):
        found = opened(file)
        assert "hertil" in found
        if file.suffix == ".html":
            assert "<script>alert" not in found
            assert "\u202e" not in found


# ── the command ──────────────────────────────────────────────────────────────
def test_the_command_writes_the_edition_that_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "bog"
    given = ["handbook", "--edition", "newcomers", "--language", "en", "--formats", "html,docx"]
    assert cli.main([*given, "--data", str(tmp_path / "data"), "--out", str(out)]) == 0
    assert {file.name for file in out.iterdir()} == {"new-in-puf-en.html", "new-in-puf-en.docx"}
    assert capsys.readouterr().out.count("Written: ") == 2


def test_the_command_says_which_editions_and_formats_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = str(tmp_path)
    assert cli.main(["handbook", "--edition", "andre", "--data", data]) == 1
    assert cli.main(["handbook", "--formats", "xls", "--data", data]) == 1
    told = capsys.readouterr().err
    for word in ("newcomers", "puf", "vejledere", "docx", "pdf", "html"):
        assert word in told


def test_the_progress_goes_up_to_the_last_file(store: Store, tmp_path: Path) -> None:
    steps: list[tuple[int, int, str]] = []
    handbook.write(
        store, of(Piece(POSITIONING), Piece("day2_inquiry/04_cmm")), tmp_path,
        formats=("html",), progress=lambda *step: steps.append(step),
    )  # fmt: skip
    assert [step[0] for step in steps] == [0, 1, 2]
    assert {step[1] for step in steps} == {3}


def test_every_method_that_groups_share_may_have_examples(store: Store) -> None:
    for one in exercises.exercises():
        if one.instruments.get("group"):
            sheet(store, "1", bots_made.made(one, "group", 1), one.id)
            say_yes(store, "1", one.id)
    chapters = handbook.chapters(store, handbook.edition("puf"))
    shown = {example.of.exercise.method for chapter in chapters for example in chapter.examples}
    wanted = {one.method for one in exercises.exercises() if one.instruments.get("group")}
    assert shown == wanted
