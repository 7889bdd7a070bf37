"""Of which supplier a service was booked."""

from alembic import op

from storage.migrations.shape import add_index, add_link

revision = "0051"
down_revision = "0050"


def upgrade() -> None:
    add_link("services", "supplier_id", "suppliers")
    add_index("ix_services_supplier_id", "services", "supplier_id")


def downgrade() -> None:
    op.drop_index("ix_services_supplier_id", "services")
    with op.batch_alter_table("services") as services:
        services.drop_column("supplier_id")
