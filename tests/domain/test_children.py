"""A child with a file of their own is never written to for names and documents; of money they hear, and a colleague calls."""

import ast
from datetime import date, timedelta
from pathlib import Path

import pytest

from domain import usecases
from domain.entities.clients import Client
from domain.entities.documents import DocumentState
from domain.entities.people import Person
from domain.usecases.deals.passing import entered
from domain.usecases.documents.documents import reject_document
from domain.values.language import Language
from tests.domain.one_deal import NOW, OneDeal
from tests.domain.test_reminders import DAY, Watching
from tests.domain.test_travellers import a_deal
from tests.things import OHRID, enter

FOURTEEN = date(2013, 10, 29)
"""Whoever is born then is fourteen on the day of departure, and asked themselves."""
ASKS = {"TRAVELLERS_WANTED", "PASSPORTS_WANTED", "DOCUMENT_REJECTED"}
"""By their names: what asks a client for names or documents, reminders apart, which go one way only."""


def tom(born_on: date) -> Client:
    return Client("Tom", None, NOW, Person(7, "Tom", None, Language.ENGLISH, NOW), born_on=born_on)


@pytest.mark.parametrize(("born_on", "asked"), [(FOURTEEN, True), (FOURTEEN + timedelta(days=1), False)])
def test_reminders_of_documents_go_to_nobody_and_a_colleague_calls(born_on: date, asked: bool) -> None:  # noqa: FBT001
    agency, due = Watching(), OHRID.documents_due
    agency.deal(client=tom(born_on), paid=300)
    written = agency.days(due - 10 * DAY, due + 5 * DAY)
    kinds = {kind for told in written.values() for kind in told}
    assert ("names_due" in kinds) is asked
    assert kinds & {"names_due", "names_overdue", "passports_due", "passports_overdue"} == (
        {"names_due", "names_overdue"} if asked else set()
    )
    assert "call_client" in kinds
    assert asked or min(written) < due, "as soon as of a client without Telegram"


def test_a_child_hears_of_money_all_the_same() -> None:
    agency, due = Watching(), OHRID.deposit_due
    agency.deal(client=tom(FOURTEEN + DAY))
    assert "deposit_due" in {kind for told in agency.days(due - 8 * DAY, due).values() for kind in told}


@pytest.mark.parametrize(("born_on", "asked"), [(FOURTEEN, True), (FOURTEEN + DAY, False)])
def test_nothing_is_asked_of_a_child_by_a_stage_or_a_colleague(born_on: date, asked: bool) -> None:  # noqa: FBT001
    there = OneDeal(a_deal(1))
    deal, desk = there.deal, there.desk()
    deal.client = tom(born_on)
    there.memory.flush()
    deal.step_key = "documents.data"
    entered(desk, deal)
    enter(deal, "Tom", DocumentState.SENT, NOW)
    there.memory.flush()
    reject_document(desk, deal.documents[0].id, "blurred")
    deal.step_key = "documents.sent"
    entered(desk, deal)
    told = [str(one.kind) for one in there.told if one.person is deal.client.person]
    assert bool(told) is asked
    if asked:
        assert {"travellers_wanted", "document_rejected"} <= {*told}


def test_whatever_asks_for_documents_asks_first_whom() -> None:
    """So a new way of asking does not forget the children."""
    found = []
    for file in sorted(Path(usecases.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "desk.notify":
                whom, kind = (ast.unparse(one) for one in node.args[:2])
                if kind in ASKS:
                    found.append((kind, whom.partition("(")[0]))
    assert {kind for kind, _whom in found} == ASKS
    assert {whom for _kind, whom in found} == {"asked_for_documents"}
