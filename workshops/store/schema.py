"""The shape of the tables: a fresh database is made, an older one brought up, a newer refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import URL, Engine, insert, inspect, select

from workshops.store import Declined
from workshops.store.engine import bare, file_of
from workshops.store.tables import REVISION, metadata, stamp

SCRIPTS = Path(__file__).parent / "migrations"


def look(url: URL) -> str | None:
    """Give the revision a database is at, None for a fresh one; declines what is not ours.

    Nothing is changed by looking, not even the journal of a database that will be refused.
    """
    file = file_of(url)
    if file is not None and (not file.exists() or file.stat().st_size == 0):
        return None
    engine = bare(url)
    try:
        with engine.connect() as connection:
            tables = inspect(connection).get_table_names()
            if stamp.name in tables:
                return connection.scalar(select(stamp.c.version_num))
    finally:
        engine.dispose()
    if tables:
        raise Declined("refused_not_ours", file=_name(url))
    return None


def prepare(
    engine: Engine,
    before_change: Callable[[], object],
    scripts: Path = SCRIPTS,
    head: str = REVISION,
) -> None:
    """Bring the database to the program's shape; `before_change` comes before a migration."""
    revision = look(engine.url)
    if revision is None:
        create(engine)
    elif revision != head:
        if revision not in steps(scripts):
            raise Declined("refused_newer_database", file=_name(engine.url))
        before_change()
        upgrade(engine, scripts)


def create(engine: Engine) -> None:
    """Make the tables from the metadata: what the migrations come to, without loading Alembic."""
    with engine.begin() as connection:
        metadata.create_all(connection)
        stamp.create(connection)
        connection.execute(insert(stamp), {"version_num": REVISION})


def steps(scripts: Path = SCRIPTS) -> set[str]:
    """Give the revisions that the program knows."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - slow to load and rarely needed

    return {step.revision for step in ScriptDirectory(str(scripts)).walk_revisions()}


def upgrade(engine: Engine, scripts: Path = SCRIPTS) -> None:
    """Take the steps that are missing, all or none."""
    from alembic import command  # noqa: PLC0415 - slow to load and rarely needed
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _name(url: URL) -> str:
    file = file_of(url)
    return str(file) if file else url.render_as_string(hide_password=True)
