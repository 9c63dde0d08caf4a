"""What a phone takes home at any second: the own group's sheets and day, and one's own page."""

from __future__ import annotations

import asyncio
import io
import time
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest

from tests.rooms import EXERCISE, address, in_a_room, seated
from workshops.bots import Bot
from workshops.exercises import exercises
from workshops.fields import leaves
from workshops.room.starting import Room
from workshops.store import Change

KINDS = ("docx", "pdf")
OWN = {"goals": [{"id": "a1b", "aim": "At spørge, før jeg svarer", "signs": "Nogen tænker højt"}]}


def words_of(answer: Any, kind: str) -> str:
    """Give all there is to read in a file, on one line."""
    if kind == "docx":
        document = docx.Document(io.BytesIO(answer.body))
        edges = [p.text for page in document.sections for p in page.footer.paragraphs]
        found = [node.text or "" for node in document.element.body.iter("{*}t")]
        return " ".join([*found, *edges])
    pages = pypdf.PdfReader(io.BytesIO(answer.body)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


async def write(
    room: Room, subject: str, author: str, exercise: str, value: dict[str, Any]
) -> None:
    for path, leaf in leaves(value).items():
        change = Change(exercise, subject, author, path, leaf, f"{subject} {path} home"[:60])
        await asyncio.wrap_future(room.store.submit(change))


async def two_tables(room: Room) -> tuple[Bot, Bot]:
    anna, eve = await seated(room, "Anna", "1"), await seated(room, "Eve", "2")
    for table, said in (("1", "Kun bord et"), ("2", "Kun bord to")):
        line = {"id": "a1b", "counter": f"{said} svarer sådan"}
        value = {"episode": f"{said} sad fast", "lines": [line], "transfer": f"{said} tager med"}
        await write(room, f"g:{table}", "00000000", EXERCISE, value)
    return anna, eve


def test_a_group_gets_its_own_sheet_before_it_is_shared_and_never_anothers(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        anna, eve = await two_tables(room)
        assert room.store.released(EXERCISE) == []
        for kind in KINDS:
            got = await anna.get(f"/take/{EXERCISE}/group.{kind}")
            assert got.code == 200
            told = words_of(got, kind)
            for said in ("sad fast", "svarer sådan", "tager med"):
                assert f"Kun bord et {said}" in told
            assert "Kun bord to" not in told
            assert "Anna" in told
            assert "Eve" not in told
            assert "delt i plenum" not in told
            assert "Kun bord to" in words_of(await eve.get(f"/take/{EXERCISE}/group.{kind}"), kind)
        await asyncio.gather(anna.leave(), eve.leave())

    in_a_room(tmp_path, play)


def test_a_groups_day_is_its_front_page_and_its_sheets(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        anna, eve = await two_tables(room)
        await write(room, "g:1", "00000000", "power_lenses", {"move": "Vi begynder hos dem"})
        for kind in KINDS:
            got = await anna.get(f"/take/day.{kind}")
            told = words_of(got, kind)
            assert told.count("Kun bord et svarer sådan") == 2  # the headline, and the sheet
            assert "Vi begynder hos dem" in told
            assert "Kun bord to" not in told
            named = f'attachment; filename="gruppe-1-laeringsdag-1.{kind}"'
            assert got.headers["content-disposition"] == named
        await asyncio.gather(anna.leave(), eve.leave())

    in_a_room(tmp_path, play)


def test_who_moves_to_another_table_takes_that_tables_sheet_and_no_longer_the_old(
    tmp_path: Path,
) -> None:
    async def play(room: Room) -> None:
        anna, eve = await two_tables(room)
        await anna.get("/seat", "POST", "table=2")
        told = words_of(await anna.get(f"/take/{EXERCISE}/group.docx"), "docx")
        assert "Kun bord to" in told
        assert "Kun bord et" not in told
        await asyncio.gather(anna.leave(), eve.leave())

    in_a_room(tmp_path, play)


def test_what_one_has_written_alone_is_in_ones_own_file_and_in_nobody_elses(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        anna, eve = await two_tables(room)
        person = next(one for one in room.hall.people.values() if one.alias == "Anna")
        await write(room, f"p:{person.id}", person.id, "own_goals", OWN)
        for kind in KINDS:
            told = words_of(await anna.get(f"/mine.{kind}"), kind)
            for said in ("At spørge, før jeg svarer", "Nogen tænker højt", person.code, "Anna"):
                assert said in told
            for path in (f"/mine.{kind}", f"/take/{EXERCISE}/group.{kind}", f"/take/day.{kind}"):
                other = words_of(await eve.get(path), kind)
                assert "At spørge, før jeg svarer" not in other
                assert person.code not in other
            group = words_of(await anna.get(f"/take/day.{kind}"), kind)
            assert "At spørge, før jeg svarer" not in group
            assert person.code not in group
        await asyncio.gather(anna.leave(), eve.leave())

    in_a_room(tmp_path, play)


def test_nobody_without_a_seat_gets_a_file(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        anna, eve = await two_tables(room)
        stranger = Bot(address(room), "Mallory", "1")
        for kind in KINDS:
            for path in (f"/mine.{kind}", f"/take/{EXERCISE}/group.{kind}", f"/take/day.{kind}"):
                got = await stranger.get(path)
                assert got.code == 302, path
                assert not got.body.startswith((b"PK", b"%PDF"))
        await asyncio.gather(anna.leave(), eve.leave())

    in_a_room(tmp_path, play)


def test_every_exercise_a_group_works_in_can_be_taken_home_empty(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        anna = await seated(room, "Anna", "1")
        for one in exercises():
            with_group = bool(one.instruments.get("group"))
            got = await anna.get(f"/take/{one.id}/group.docx")
            poster = "docx" in one.settings.get("files", ())
            assert got.code == (200 if with_group or poster else 404), one.id
        for kind in KINDS:
            assert (await anna.get(f"/take/day.{kind}")).code == 200
            assert "Du har ikke skrevet noget endnu" in words_of(
                await anna.get(f"/mine.{kind}"), kind
            )
        await anna.leave()

    in_a_room(tmp_path, play)


def test_the_pages_lead_to_the_files(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        anna = await seated(room, "Anna", "1")
        page = (await anna.get("/mine")).text
        for href in ("/mine.docx", "/mine.pdf", "/take/day.docx", "/take/day.pdf"):
            assert f'href="{href}"' in page
        await anna.leave()

    in_a_room(tmp_path, play)


@pytest.mark.parametrize("kind", KINDS)
def test_the_room_goes_on_while_a_file_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    from workshops.room import take  # noqa: PLC0415 - only to slow it down

    print_it = take._print

    def slow(*given: Any) -> bytes:
        time.sleep(0.6)  # as a library that is loaded for the first time
        return print_it(*given)

    monkeypatch.setattr(take, "_print", slow)

    async def play(room: Room) -> None:
        anna, eve = await two_tables(room)
        file = asyncio.create_task(anna.get(f"/take/{EXERCISE}/group.{kind}"))
        await asyncio.sleep(0.05)
        for _ in range(3):
            assert (await eve.get("/card")).code == 200
        assert not file.done()
        assert (await file).code == 200
        await asyncio.gather(anna.leave(), eve.leave())

    in_a_room(tmp_path, play)
