"""Nothing stays with whoever left: every column that names a colleague says what becomes of it."""

from storage.held import HANDED_OVER, STAYS
from storage.mapping import metadata

WITHOUT_REFERENCE = {"staff_members.supervisor_id"}


def test_every_column_that_names_a_colleague_says_what_becomes_of_it() -> None:
    linked = {
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name == "staff_members"
    }
    assert {*HANDED_OVER, *STAYS} == linked | WITHOUT_REFERENCE
    assert not HANDED_OVER.keys() & STAYS.keys()
