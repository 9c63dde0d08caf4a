"""The database file: its journal, shape and copies; what is older, newer or somebody else's."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from workshops.store import Change, Declined, backup, schema
from workshops.store.database import DatabaseStore
from workshops.store.engine import address, journal_mode, open_engine
from workshops.store.tables import REVISION, metadata

FILE = "laeringsdage.sqlite3"


def opened(folder: Path) -> DatabaseStore:
    return DatabaseStore(folder / FILE, folder)


def filled(folder: Path) -> Path:
    """Give the file of a database with one row in it."""
    store = opened(folder)
    store.put(Change("e", "p:anna", "anna", "episode", "min", "key"))
    store.close()
    return folder / FILE


def sql(file: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as database, database:
        return database.execute(statement).fetchall()


def word(open_it: object, *args: object) -> str:
    with pytest.raises(Declined) as no:
        open_it(*args)  # type: ignore[operator]
    return no.value.word


@pytest.mark.parametrize(
    ("version", "mode"),
    [
        ((3, 40, 1), "TRUNCATE"),
        ((3, 44, 5), "TRUNCATE"),
        ((3, 44, 6), "WAL"),
        ((3, 45, 9), "TRUNCATE"),
        ((3, 50, 6), "TRUNCATE"),
        ((3, 50, 7), "WAL"),
        ((3, 51, 2), "TRUNCATE"),
        ((3, 51, 3), "WAL"),
        ((3, 52, 0), "WAL"),
        ((4, 0, 0), "WAL"),
    ],
)
def test_wal_only_where_it_is_mended(version: tuple[int, int, int], mode: str) -> None:
    assert journal_mode(version) == mode


def test_commits_are_synced_and_deleted_words_are_zeroed(tmp_path: Path) -> None:
    engine = open_engine(address(tmp_path / FILE))
    with engine.connect() as connection:
        for pragma, wanted in (("synchronous", 2), ("secure_delete", 1), ("busy_timeout", 10_000)):
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == wanted
    engine.dispose()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_only_the_owner_can_read_the_files(tmp_path: Path) -> None:
    file = filled(tmp_path)
    store = opened(tmp_path)
    copy = store.backup()
    store.close()
    assert [stat.S_IMODE(one.stat().st_mode) for one in (file, copy)] == [0o600, 0o600]
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700


def test_the_migrations_come_to_what_a_fresh_database_gets(tmp_path: Path) -> None:
    fresh, migrated = tmp_path / "fresh.sqlite3", tmp_path / "migrated.sqlite3"
    for file, make in ((fresh, schema.create), (migrated, schema.upgrade)):
        engine = open_engine(address(file))
        make(engine)
        engine.dispose()
    engine = create_engine(address(migrated))
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()
    shape = "SELECT type, name, tbl_name FROM sqlite_master ORDER BY name"
    assert sql(fresh, shape) == sql(migrated, shape)
    for table in ("entry", "event", "pooled", "alembic_version"):
        columns = f"PRAGMA table_info({table})"
        assert sql(fresh, columns) == sql(migrated, columns)
    assert sql(migrated, "SELECT version_num FROM alembic_version") == [(REVISION,)]
    assert REVISION in schema.steps()


def test_a_fresh_database_needs_no_alembic(tmp_path: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from workshops.store.database import DatabaseStore
DatabaseStore(Path({str(tmp_path)!r}) / "x.sqlite3", None).close()
DatabaseStore(Path({str(tmp_path)!r}) / "x.sqlite3", None).close()
assert "alembic" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[1])


def longer_scripts(folder: Path, body: str) -> Path:
    """Give the migrations with one more step."""
    scripts = folder / "migrations"
    shutil.copytree(schema.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    step = (
        f'from alembic import op\nrevision = "0002"\ndown_revision = "0001"\ndef upgrade():\n{body}'
    )
    (scripts / "versions" / "one_more.py").write_text(step, encoding="utf-8")
    return scripts


def test_an_older_database_is_copied_and_then_brought_up(tmp_path: Path) -> None:
    file = filled(tmp_path)
    scripts = longer_scripts(tmp_path, '    op.execute("ALTER TABLE entry ADD COLUMN mood TEXT")\n')
    engine = open_engine(address(file))
    copies = tmp_path / "backups"
    schema.prepare(engine, lambda: backup.copy(engine, copies), scripts, head="0002")
    engine.dispose()
    assert sql(file, "SELECT value, mood FROM entry") == [('"min"', None)]
    assert sql(file, "SELECT version_num FROM alembic_version") == [("0002",)]
    (copy,) = backup.copies(copies)
    assert sql(copy, "SELECT version_num FROM alembic_version") == [(REVISION,)]
    assert sql(copy, "SELECT value FROM entry") == [('"min"',)]


def test_a_step_that_fails_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    file = filled(tmp_path)
    body = (
        '    op.execute("ALTER TABLE entry ADD COLUMN mood TEXT")\n    raise RuntimeError("no")\n'
    )
    scripts = longer_scripts(tmp_path, body)
    engine = open_engine(address(file))
    with pytest.raises(RuntimeError):
        schema.prepare(engine, lambda: None, scripts, head="0002")
    engine.dispose()
    assert "mood" not in str(sql(file, "PRAGMA table_info(entry)"))
    assert sql(file, "SELECT version_num FROM alembic_version") == [(REVISION,)]


def test_a_newer_database_is_refused_untouched(tmp_path: Path) -> None:
    file = filled(tmp_path)
    sql(file, "UPDATE alembic_version SET version_num = '9999'")
    before = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    assert word(opened, tmp_path) == "refused_newer_database"
    assert {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()} == before


def test_somebody_elses_database_is_refused_untouched(tmp_path: Path) -> None:
    sql(tmp_path / FILE, "CREATE TABLE recipes (name TEXT)")
    before = (tmp_path / FILE).read_bytes()
    assert word(opened, tmp_path) == "refused_not_ours"
    assert (tmp_path / FILE).read_bytes() == before


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a database at all" * 500)
    assert word(opened, tmp_path) == "refused_not_opened"


def test_a_place_that_cannot_hold_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert word(opened, tmp_path / "file") == "refused_not_opened"


def test_a_database_server_without_its_driver_is_a_sentence(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "psycopg", None)
        assert word(DatabaseStore, "postgresql+psycopg://here/it", tmp_path) == "refused_no_driver"


def test_the_rows_of_another_program_are_taken_in(tmp_path: Path) -> None:
    one, two = opened(tmp_path), opened(tmp_path)
    first = one.put(Change("e", "p:anna", "anna", "episode", "a", "k1"))
    second = two.put(Change("e", "p:anna", "anna", "transfer", "b", "k2"))
    third = one.put(Change("e", "p:anna", "anna", "rights", "c", "k3"))
    assert [first.id, second.id, third.id] == [1, 2, 3]
    assert one.mine("e", "anna").fields == {"episode": "a", "transfer": "b", "rights": "c"}
    one.close()
    two.close()


def test_ids_do_not_go_back_when_the_newest_rows_are_forgotten(tmp_path: Path) -> None:
    filled(tmp_path)
    store = opened(tmp_path)
    last = store.last()
    store.forget("anna")
    store.close()
    store = opened(tmp_path)
    assert store.put(Change("e", "p:bo", "bo", "episode", "b", "k")).id > last
    store.close()


def test_copies_are_whole_named_by_the_clock_and_pruned(tmp_path: Path) -> None:
    filled(tmp_path)
    store = opened(tmp_path)
    made = [store.backup() for _ in range(backup.KEPT + 2)]
    store.close()
    kept = backup.copies(tmp_path / "backups")
    assert len(kept) == backup.KEPT
    assert made[-1] in kept
    assert all(one.name.startswith("laeringsdage-20") for one in kept)
    assert sql(made[-1], "SELECT value FROM entry") == [('"min"',)]
    assert list((tmp_path / "backups").glob("*.part")) == []


def test_a_copy_that_cannot_be_written_is_declined(tmp_path: Path) -> None:
    filled(tmp_path)
    (tmp_path / "backups").write_text("in the way", encoding="utf-8")
    store = opened(tmp_path)
    assert word(store.backup) == "refused_backup_failed"
    store.close()
