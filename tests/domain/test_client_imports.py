"""How long an import of clients can be taken back, and which."""

from datetime import timedelta

import pytest

from domain.entities.client_imports import CLIENTS_FILE, UNDO_WITHIN, ClientImport, ImportState, RowState
from domain.entities.files import SentFile
from domain.entities.people import Person, Role, StaffMember
from domain.values.language import Language
from tests.domain.one_deal import NOW

OLGA = StaffMember(Person(1, "Olga", None, Language.ENGLISH, NOW), "Olga", Role.OWNER, NOW)
FILE = SentFile("x", "x", "clients.csv", "text/csv", 9, is_photo=False).wanted(CLIENTS_FILE, NOW)


@pytest.mark.parametrize(
    ("state", "row", "later", "undone"),
    [
        (ImportState.DONE, RowState.MADE, UNDO_WITHIN, True),
        (ImportState.DONE, RowState.FILLED, timedelta(0), True),
        (ImportState.DONE, RowState.MADE, UNDO_WITHIN + timedelta(seconds=1), False),
        (ImportState.DONE, RowState.LEFT, timedelta(0), False),
        (ImportState.UNDONE, RowState.STAYED, timedelta(0), False),
    ],
)
def test_what_was_done_is_taken_back_for_thirty_days(
    state: ImportState, row: RowState, later: timedelta, *, undone: bool
) -> None:
    one = ClientImport(OLGA, FILE, NOW, state=state, done_at=NOW)
    one.moved(None, row)
    assert one.can_be_undone(NOW + later) is undone
