"""The people and the trip these papers are about."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.entities.participants import Participant, ParticipantDeal, ParticipantList
from domain.entities.trip_plans import Point
from domain.values.language import Language
from domain.values.money import Money
from domain.values.translated import Translated
from locales import Voice
from papers.voucher import VoucherFacts

PRINTED_AT = datetime(2027, 10, 20, 9, 30, tzinfo=UTC)

ANNA = VoucherFacts(
    agency="Balkan Roads",
    agency_phone="+389 2 3111 222",
    agency_address="12 Makedonija Street, Skopje",
    agency_registered=("А-1234", "MK4030999123456"),
    number=41,
    trip="Ohrid 29.10.2027",
    client="Anna Petrova",
    travellers=("Anna Petrova", "Иван Петров"),
    seats=2,
    departs=datetime(2027, 10, 29, 6, 30),
    zone="Europe/Skopje",
    place="Skopje bus station, platform 5",
    point=Point(41.99112, 21.44677),
    returns=date(2027, 10, 31),
    price=Money(60000, "EUR"),
    paid=Money(20050, "EUR"),
    bring="Passport\nInsurance",
    issued_on=date(2027, 10, 20),
    staff="Marija Ilievska",
    staff_phone="+389 70 123 456",
)


def voucher_facts(**changed: Any) -> VoucherFacts:
    return replace(ANNA, **changed)


def voice(language: Language = Language.ENGLISH) -> Voice:
    """As it is spoken in the chat on the day on which the papers are printed."""
    return Voice(language, ZoneInfo("Europe/Skopje"), PRINTED_AT.date())


def seat(deal: int, traveller: str | None, **changed: Any) -> Participant:
    usual = Participant(deal, "Anna Petrova", "+359 88 765 4321", traveller, "deposit", confirmed=True)
    return replace(usual, **changed)


def two_deals(**changed: Any) -> ParticipantList:
    """Anna with Ivan and a seat without a name, owing 399.50; Wang Xiaoming alone, settled."""
    usual = ParticipantList(
        trip=Translated("Ohrid 29.10.2027"),
        departs=date(2027, 10, 29),
        seats=45,
        stage=None,
        participants=(
            seat(41, "Anna Petrova"),
            seat(41, "Иван Петров"),
            seat(41, None),
            seat(
                42,
                "王小明",
                client="王小明",
                phone=None,
                step="documents.received",
                confirmed=False,
            ),
        ),
        deals=(
            ParticipantDeal(41, "Anna Petrova", 3, Money(60000, "EUR"), Money(20050, "EUR")),
            ParticipantDeal(42, "王小明", 1, Money(20010, "EUR"), Money(20010, "EUR")),
        ),
        currency="EUR",
    )
    return replace(usual, **changed)


def one_overpaid() -> ParticipantList:
    """The same, but Wang Xiaoming has paid 20.10 too much."""
    anna, wang = two_deals().deals
    return two_deals(deals=(anna, replace(wang, price=Money(18000, "EUR"))))


def crowd(heads: int) -> ParticipantList:
    """A list of so many, two seats a deal."""
    people = tuple(seat(100 + head // 2, f"Пътник {head + 1}") for head in range(heads))
    deals = {one.deal for one in people}
    sums = Money(40000, "EUR"), Money(10000, "EUR")
    return two_deals(
        participants=people,
        deals=tuple(ParticipantDeal(deal, "Anna Petrova", 2, *sums) for deal in sorted(deals)),
    )
