"""A supplier keeps what was noticed of it under any name it has had, and is read out of what was pasted."""

import pytest

from domain.entities.observations import Noticed, Watched
from domain.entities.supplier_line import SupplierLine, read_supplier_line
from domain.entities.suppliers import SupplierKind
from domain.queries import suppliers as read
from domain.queries.observations import named_before
from domain.usecases.observations.noting import note_observation
from domain.usecases.suppliers import keeping
from domain.values.refusals import Forbidden, NotFound, Refusal
from domain.values.translated import Translated
from tests.domain.test_ideas import Office


def _phone(said: str) -> str | None:
    figures = "".join(filter(str.isdecimal, said))
    return f"+{figures}" if len(figures) == 11 else None


@pytest.mark.parametrize(
    ("pasted", "line"),
    [
        ("Hotel Bellevue", SupplierLine("Hotel Bellevue")),
        ("Hotel 24, Varna 9000", SupplierLine("Hotel 24", "Varna 9000")),
        (
            "Балкан Тур; Стоян; тел. 359 888 30041; office@balkan.example",
            SupplierLine("Балкан Тур", "Стоян", "+35988830041", "office@balkan.example"),
        ),
        (
            "酒店Bellevue，王芳\nTel: 35988830041\nE-mail: <Wang@Hotel.example>",
            SupplierLine("酒店Bellevue", "王芳", "+35988830041", "wang@hotel.example"),
        ),
        ("Aegean maria@aegean.example", SupplierLine("Aegean", email="maria@aegean.example")),
    ],
)
def test_a_signature_is_read(pasted: str, line: SupplierLine) -> None:
    assert read_supplier_line(pasted, _phone) == line


@pytest.mark.parametrize("nothing", ["", "👍", "35988830041", "maria@aegean.example"])
def test_without_a_name_it_is_no_supplier(nothing: str) -> None:
    with pytest.raises(Refusal):
        read_supplier_line(nothing, _phone)


def test_what_was_noticed_is_found_under_every_name_a_supplier_has_had() -> None:
    office = Office()
    boris = office.desk(office.boris)
    for name in ("Хотел Белвю", "Bellevue Palace"):
        note_observation(boris, Noticed(Watched.SUPPLIER, Translated(name), "the pool is shut"))
    hotel = keeping.add_supplier(boris, "Grand", SupplierKind.HOTEL)
    assert read.supplier_card(boris, hotel.id).count == 0
    keeping.change_supplier(boris, hotel.id, "name", "Хотел Белвю")
    assert read.supplier_card(boris, hotel.id).count == 1
    keeping.change_supplier(boris, hotel.id, "name", "Bellevue Palace")
    assert [one.name for one in read.observations_of_supplier(boris, hotel.id)] == [
        "Bellevue Palace",
        "Хотел Белвю",
    ]
    assert named_before(boris, Translated("BELLEVUE palace")) is Watched.SUPPLIER


def test_two_of_one_name_are_refused_and_a_retired_one_is_brought_back() -> None:
    office = Office()
    boris = office.desk(office.boris)
    bus = keeping.add_supplier(boris, "Балкан Тур", SupplierKind.CARRIER)
    with pytest.raises(Refusal, match="supplier_there"):
        keeping.add_supplier(boris, "БАЛКАН ТУР", SupplierKind.OPERATOR)
    keeping.change_supplier(boris, bus.id, "name", "Балкан тур")
    keeping.retire_supplier(boris, bus.id)
    assert (read.suppliers_shown(boris), read.suppliers_retired(boris)) == ([], [bus])
    keeping.bring_back_supplier(boris, bus.id)
    assert read.suppliers_shown(boris, SupplierKind.CARRIER) == [bus]
    assert read.suppliers_shown(boris, SupplierKind.HOTEL) == []


def test_one_branch_keeps_a_supplier_to_itself() -> None:
    office = Office()
    olga, boris = office.desk(office.olga), office.desk(office.boris)
    bus = keeping.add_supplier(olga, "Балкан Тур", SupplierKind.CARRIER)
    office.boris.branch = 7
    assert read.suppliers_shown(boris) == [bus]
    bus.branch = 8
    assert read.suppliers_shown(boris) == []
    with pytest.raises(NotFound):
        keeping.change_supplier(boris, bus.id, "terms", "10%")
    with pytest.raises(Forbidden):
        read.suppliers_shown(office.desk(office.anna))
