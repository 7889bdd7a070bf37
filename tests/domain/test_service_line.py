"""What is plainly said of a service in one line, or in a confirmation that was pasted, is read; the rest is its name."""

from datetime import date, time

import pytest

from domain.values.money import Money
from domain.values.reading.around import Around
from domain.values.reading.service_line import ServiceLine, read_service_line

TODAY = date(2026, 11, 30)
TWELFTH, FIFTEENTH = date(2026, 12, 12), date(2026, 12, 15)


def read(text: str, kind: str | None = None) -> ServiceLine:
    return read_service_line(text, Around(today=TODAY, first=TODAY), "EUR", kind)


def eur(whole: int) -> Money:
    return Money(whole * 100, "EUR")


FLIGHT = ServiceLine(
    kind="flight",
    title="FB 431",
    days=[TWELFTH],
    times=[time(6, 40), time(7, 30)],
    places=["Sofia", "Skopje"],
    confirmation="X7Y2Z",
    option_until=date(2026, 12, 5),
    price=eur(300),
    net=eur(250),
)
HOTEL = ServiceLine(
    kind="hotel",
    title="Bellevue",
    days=[TWELFTH, FIFTEENTH],
    confirmation="55871",
    option_until=date(2026, 12, 5),
    price=eur(300),
    net=eur(250),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Flight FB 431 12.12 06:40 Sofia – Skopje 07:30, PNR X7Y2Z, option until 5.12, €300 net 250",
            FLIGHT,
        ),
        ("FB431 12.12 6:40 Sofia-Skopje 7:30 pnr X7Y2Z option 5.12 300 EUR net 250", FLIGHT),
        ("хотел Bellevue 12.12-15.12 потвърждение 55871 опция до 5.12 300€ нето 250", HOTEL),
        ("отель Bellevue 12–15.12, бронь 55871, опция до 5 декабря, цена 300, нетто 250", HOTEL),
        ("酒店 Bellevue 12月12日 12月15日 确认号 55871 保留至 12月5日 价格 300 净价 250", HOTEL),
    ],
)
def test_one_line_tells_all_of_it_in_any_language(text: str, found: ServiceLine) -> None:
    assert read(text) == found


def test_a_pasted_confirmation_keeps_what_it_says() -> None:
    pasted = """Hotel: Bellevue Ohrid
    Check-in: 12.12.2026
    Check-out: 15.12.2026
    Confirmation number: 8837-11
    Total: 300 EUR
    Free cancellation until 10.12.2026"""
    found = read(pasted)
    assert found.days == [TWELFTH, FIFTEENTH]
    assert (found.kind, found.title, found.confirmation) == ("hotel", "Bellevue Ohrid", "8837-11")
    assert (found.price, found.free_until) == (eur(300), date(2026, 12, 10))


def test_what_is_no_line_is_a_name_and_nothing_is_made_up() -> None:
    assert not read("Bellevue, double room").tells
    assert read("Bellevue, double room").title == "Bellevue, double room"
    assert read("👍") == ServiceLine()
    assert read("Tino 300 dollars", "hotel").price is None
    assert read("31.02 Tino", "hotel").days == []
    assert read("Room 512, Tino", "hotel").title == "Room 512, Tino"
