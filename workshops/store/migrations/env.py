"""Alembic's way in: runs the steps on the connection that `schema.upgrade` gives."""

from alembic import context

from workshops.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a table by copying it
    transactional_ddl=True,  # a step that fails leaves the database as it was
)
with context.begin_transaction():
    context.run_migrations()
