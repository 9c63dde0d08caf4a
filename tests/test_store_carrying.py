"""A copy that leaves the machine: whole, locked when asked, readable elsewhere."""

from __future__ import annotations

import io
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_store import TOKEN, Room, change, declines
from workshops.store import Declined, sealing
from workshops.store.backup import copies
from workshops.store.carrying import Contents, carry, unpack
from workshops.store.client import RoomClient
from workshops.store.opening import FILE, KEY_FILE, KIT, open_database

WORDS = "blå hest på grøn eng"
KEY = b"ab" * 32


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a passphrase cost next to nothing; the first test below pays in full."""
    monkeypatch.setattr(sealing, "COST", 2**10)


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """Give a data folder with a row in its database and a key."""
    folder = tmp_path / "data"
    store = open_database(folder)
    store.put(change("episode", "Annas hemmelighed"))
    store.close()
    (folder / KEY_FILE).write_bytes(KEY)
    return folder


def carried(data: Path, to: Path | None, passphrase: str = "") -> Path:
    store = open_database(data)
    try:
        return carry(store, data, to, passphrase)
    finally:
        store.close()


def word(file: Path, passphrase: str = "") -> str:
    with pytest.raises(Declined) as no:
        unpack(file, passphrase)
    return no.value.word


# ── sealing ──────────────────────────────────────────────────────────────────
def test_what_is_sealed_opens_with_the_passphrase_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert sealing.COST >= 2**17
    whole = sealing.seal(b"Annas hemmelighed" * 50, WORDS)
    assert sealing.is_sealed(whole)
    assert b"hemmelighed" not in whole
    assert sealing.unseal(whole, f" {unicodedata.normalize('NFD', WORDS)} ")[:5] == b"Annas"
    declines("refused_passphrase", sealing.unseal, whole, WORDS.upper())
    declines("refused_passphrase_needed", sealing.unseal, whole, "")


def test_the_same_is_never_sealed_alike() -> None:
    one, two = (sealing.seal(b"Annas", WORDS) for _ in "ab")
    assert one[len(sealing.MAGIC) :] != two[len(sealing.MAGIC) :]
    assert b"Annas" not in one + two


@pytest.mark.parametrize("at", [-1, -20, sealing.HEAD, sealing.HEAD - 1])
def test_a_changed_byte_is_a_damaged_copy_and_not_a_wrong_passphrase(at: int) -> None:
    whole = bytearray(sealing.seal(b"Annas hemmelighed", WORDS))
    whole[at] ^= 1
    with pytest.raises(ValueError, match="damaged"):
        sealing.unseal(bytes(whole), WORDS)


def test_a_torn_copy_is_a_damaged_one() -> None:
    whole = sealing.seal(b"Annas hemmelighed", WORDS)
    for short in (whole[:20], whole[: sealing.HEAD], whole[:-1]):
        with pytest.raises(ValueError, match=r"damaged|short"):
            sealing.unseal(short, WORDS)


def test_a_copy_sealed_by_a_newer_version_says_so() -> None:
    whole = sealing.MAGIC[:-1] + b"\x02" + bytes(100)
    assert sealing.is_sealed(whole)
    declines("refused_newer_copy", sealing.unseal, whole, WORDS)


# ── carrying ─────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("passphrase", ["", WORDS])
def test_a_copy_holds_the_database_and_the_key(data: Path, tmp_path: Path, passphrase: str) -> None:
    file = carried(data, tmp_path / "stick" / "kopier", passphrase)
    assert file.suffix == (".locked" if passphrase else ".zip")
    assert unpack(file, passphrase) == Contents(copies(data / "backups")[-1].read_bytes(), KEY)
    assert [one.name for one in file.parent.iterdir()] == [file.name]
    if passphrase:
        assert b"hemmelighed" not in file.read_bytes()
        assert word(file) == "refused_passphrase_needed"
        assert word(file, "en anden sætning") == "refused_passphrase"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_only_the_owner_can_read_it(data: Path, tmp_path: Path) -> None:
    assert carried(data, tmp_path / "stick").stat().st_mode & 0o077 == 0


def test_a_copy_is_made_while_the_room_runs(data: Path, tmp_path: Path) -> None:
    store = open_database(data)
    room = Room(store)
    client = RoomClient(room.address, TOKEN)
    client.put(change("episode", "midt i dagen", who="bo"))
    file = carry(client, data, tmp_path / "stick")
    assert b"midt i dagen" in unpack(file).database
    client.close()
    room.fall()
    store.close()


def test_without_a_folder_it_lies_with_the_other_copies(data: Path) -> None:
    assert carried(data, None, WORDS).parent == data / "backups"


def test_an_open_anonymous_question_is_in_no_copy(data: Path, tmp_path: Path) -> None:
    store = open_database(data)
    store.ask("tempo")
    store.answer("tempo", "device-of-anna", "plantet svar")
    whole = unpack(carry(store, data, tmp_path))
    store.close()
    for planted in (b"device-of-anna", b"plantet svar"):
        assert planted not in whole.database
    assert b"tempo" in whole.database


def test_a_short_passphrase_is_declined_before_anything_is_written(
    data: Path, tmp_path: Path
) -> None:
    declines("refused_passphrase_short", carried, data, tmp_path / "stick", "hest")
    assert not (tmp_path / "stick").exists()
    assert copies(data / "backups") == []


def test_a_copy_never_lies_in_the_kit(data: Path) -> None:
    declines("refused_copy_in_kit", carried, data, KIT / "exports")
    assert not list(KIT.glob("exports/laeringsdage-*"))


def test_a_stick_that_cannot_be_written_is_a_sentence(data: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").write_text("in the way", encoding="utf-8")
    declines("refused_backup_failed", carried, data, tmp_path / "stick")


def zipped(**parts: bytes) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as packed:
        for name, part in parts.items():
            packed.writestr(name.replace("_", "."), part)
    return whole.getvalue()


@pytest.mark.parametrize(
    ("whole", "wanted"),
    [
        (b"", "refused_copy_unknown"),
        (b"not a copy", "refused_copy_unknown"),
        (zipped(gruppe3_docx=b"words"), "refused_copy_unknown"),
        (zipped(laeringsdage_sqlite3=b"x", secret_key=b"../../etc"), "refused_copy_broken"),
        (zipped(laeringsdage_sqlite3=b"x" * 99)[:-30], "refused_copy_unknown"),
        (zipped(laeringsdage_sqlite3=b"x").replace(b"x", b"y", 1), "refused_copy_broken"),
        (sealing.MAGIC + b"short", "refused_copy_broken"),
    ],
)
def test_what_is_no_whole_copy_is_a_sentence(tmp_path: Path, whole: bytes, wanted: str) -> None:
    file = tmp_path / "copy.zip"
    file.write_bytes(whole)
    assert word(file, WORDS) == wanted


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    assert word(tmp_path / "nowhere.zip") == "refused_copy_unread"
    assert word(tmp_path) == "refused_copy_unread"


def test_forgetting_cleans_or_destroys_every_copy_of_the_data_folder(
    data: Path, tmp_path: Path
) -> None:
    away = carried(data, tmp_path / "stick")
    sealed, packed = carried(data, None, WORDS), carried(data, None)
    (data / "backups" / "laeringsdage-2026-01-01T10-00-00.damaged").write_bytes(b"hemmelighed")
    store = open_database(data)
    store.forget("anna")
    store.close()
    assert not sealed.exists()
    assert not packed.exists()
    assert away.exists()  # out of the kit's reach; PRIVACY.md says so
    held = [file.read_bytes() for file in data.rglob("*") if file.is_file()]
    assert not [one for one in held if b"hemmelighed" in one]
    assert copies(data / "backups")
    assert (data / FILE).is_file()
