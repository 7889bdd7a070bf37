"""Run by Alembic: gives it our tables and the connection we are already on."""

from alembic import context

from storage.engine.columns import spell_out
from storage.mapping import metadata

spell_out(metadata)
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
    transaction_per_migration=False,
)
context.run_migrations()
