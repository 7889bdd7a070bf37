"""An offer is read out of a line, taken once, and says why it cannot be; what only colleagues know reaches no client."""

from datetime import date, datetime, timedelta

import pytest

from domain.entities.client_facts import Board
from domain.entities.inquiries import Channel, Inquiry, InquiryKind, InquiryState
from domain.entities.notices import Notice
from domain.entities.observations import key_of
from domain.entities.offer_line import OfferLine, read_offer_line, read_offer_lines
from domain.entities.offers import Declined, Offer, OfferState, Option
from domain.entities.people import StaffMember
from domain.entities.services import Stop
from domain.entities.suppliers import Supplier, SupplierKind
from domain.ports.desk import Desk
from domain.queries import offers as read
from domain.queries.offers import Standing, end_of
from domain.usecases.inquiries.intake import close_inquiry, take_charge
from domain.usecases.offers import answering, keeping, sending
from domain.usecases.suppliers.keeping import add_supplier
from domain.values.reading.around import Around
from domain.values.refusals import Forbidden, NotFound, Refusal
from tests.domain.one_deal import NOW
from tests.domain.test_ideas import Office
from tests.things import eur

TODAY = date(2026, 12, 1)
AROUND = Around(today=TODAY, first=TODAY)
JUNE, LATER = date(2027, 6, 12), date(2027, 6, 19)
UNTIL = date(2026, 12, 20)


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (
            "Hotel Bellevue HB, 12.06-19.06, 900, net 780, till 20.12, https://x.example/a",
            OfferLine(
                "Hotel Bellevue", eur(900), JUNE, LATER, Board.HALF, eur(780), UNTIL, "https://x.example/a"
            ),
        ),
        (
            "Бельвю, полупансион, 12-19.06, 1200 евро, нетто 1000, до 20.12",
            OfferLine("Бельвю", eur(1200), JUNE, LATER, Board.HALF, eur(1000), UNTIL),
        ),
        (
            "Хотел Гранд 5*\t12.06.2027 – 19.06.2027\t1 200 €",
            OfferLine("Хотел Гранд 5*", eur(1200), JUNE, LATER),
        ),
        ("Гранд; 12.06; 7 нощувки; нето 900", OfferLine("Гранд", None, JUNE, LATER, None, eur(900))),
        (
            "奥赫里德别墅酒店，6月12日-19日，含早，980欧元，净价 800，有效期至12月20日",
            OfferLine("奥赫里德别墅酒店", eur(980), JUNE, LATER, Board.BREAKFAST, eur(800), UNTIL),
        ),
        ("Bellevue 12.06-19.06 1,200", OfferLine("Bellevue", eur(1200), JUNE, LATER)),
        ("Hotel 24", OfferLine("Hotel 24")),
        ("Apartment 12, Varna", OfferLine("Apartment 12, Varna")),
    ],
)
def test_a_line_is_read_as_far_as_it_can_be_told(said: str, line: OfferLine) -> None:
    assert read_offer_line(said, AROUND, "EUR") == line


AEGEAN = Supplier("Эгей Трэвел", SupplierKind.OPERATOR, NOW, id=3)
BELVEDERE = Supplier("Hotel Belvedere", SupplierKind.HOTEL, NOW, id=4)


@pytest.mark.parametrize(
    ("said", "title", "supplier"),
    [
        ("Эгей Трэвел, Hotel Marina, 10-17.07.2027, 7 нощувки закуски, 1650 евро", "Hotel Marina", 3),
        (
            "Hotel Marina, 10-17.07.2027, 7 ночей, с завтраком, 1650, Aegean Travel, ЭГЕЙ ТРЭВЕЛ",
            "Hotel Marina, Aegean Travel",
            3,
        ),
        ("Эгей Трэвел: Marina, завтраки, 1650", "Marina", 3),
        ("Эгей Трэвел Marina BB, 1650", "Marina", 3),
        ("hotel belvedere, BB, 900", "hotel belvedere", 4),
        ("Hotel Marina, BB, 900", "Hotel Marina", None),
    ],
)
def test_a_supplier_we_know_stands_in_no_title_that_clients_read_unless_it_is_the_hotel(
    said: str, title: str, supplier: int | None
) -> None:
    all_ = {one.key: one for one in (AEGEAN, BELVEDERE)}
    line = read_offer_line(said, AROUND, "EUR", lambda name: all_.get(key_of(name)))
    assert (line.title, line.supplier, line.board) == (title, supplier, Board.BREAKFAST)
    with pytest.raises(Refusal, match="nothing_written"):
        read_offer_line("Эгей Трэвел, 900", AROUND, "EUR", lambda name: all_.get(key_of(name)))


def test_several_lines_are_several_offers_and_nothing_is_none() -> None:
    found = read_offer_lines("Bellevue, 900\n\nGrand, 12.06-19.06, 1100", AROUND, "EUR")
    assert [(one.title, one.is_whole) for one in found] == [("Bellevue", True), ("Grand", True)]
    with pytest.raises(Refusal, match="nothing_written"):
        read_offer_line("12.06, 900", AROUND, "EUR")


class Shop(Office):
    """Anna has asked for Nessebar; Boris has found two hotels and sent both."""

    def __init__(self) -> None:
        super().__init__()
        self.inquiry = Inquiry(self.anna, Channel.CHAT, InquiryKind.INDIVIDUAL, "Nessebar", None, 2, NOW)
        self.memory.inquiries.add(self.inquiry)
        self.memory.flush()
        self.bellevue, self.grand = (self.found(title) for title in ("Bellevue", "Grand"))
        self.sent = sending.send_offers(
            self.desk(self.boris), self.inquiry.id, [self.bellevue.id, self.grand.id]
        )

    def found(self, title: str, **more: object) -> Offer:
        boris = self.desk(self.boris)
        supplier = add_supplier(boris, f"{title} and partners", SupplierKind.HOTEL)
        days = {"starts": NOW.date() + timedelta(days=60), "ends": NOW.date() + timedelta(days=67)}
        facts = days | {"supplier": supplier.id, "net": eur(777), "note": "they owe us a room"} | more
        return keeping.add_offer(boris, self.inquiry.id, Option(title, eur(900), **facts))  # type: ignore[arg-type]

    def clients(self, now: datetime = NOW) -> Desk:
        return self.desk(self.anna, now)


def test_taking_one_makes_the_deal_and_sets_the_others_aside() -> None:
    shop = Shop()
    unsent = shop.found("Unsent")
    deal = answering.take_offer(shop.clients(), shop.bellevue.id, 1)
    assert (deal.seats, deal.price, deal.deposit, deal.responsible) == (2, eur(900), eur(270), shop.boris)
    assert (deal.starts, deal.ends) == (shop.bellevue.starts, shop.bellevue.ends)
    assert deal.title.startswith("Bellevue ")
    [service] = shop.memory.services.of_deal(deal)
    assert (service.title, service.net, service.begins) == ("Bellevue", eur(777), Stop(deal.starts))
    assert (shop.inquiry.state, shop.inquiry.deal) == (InquiryState.CONVERTED, deal)
    assert {shop.grand.state, unsent.state} == {OfferState.SET_ASIDE}
    assert shop.told("offer_taken") == ["Person 2"]
    assert shop.told("deal_assigned") == []
    assert read.offer_of_deal(shop.desk(shop.boris), deal) is shop.bellevue
    assert answering.take_offer(shop.clients(), shop.bellevue.id, 1) is deal
    with pytest.raises(Refusal, match="inquiry_done"):
        answering.take_offer(shop.clients(), shop.grand.id, 1)


def test_one_that_is_over_changed_or_gone_is_not_taken_unseen() -> None:
    shop = Shop()
    until = NOW + timedelta(days=3)
    shop.bellevue.valid_until = until
    with pytest.raises(Refusal, match="offer_expired"):
        answering.take_offer(shop.clients(until), shop.bellevue.id, 1)
    assert read.offer_of_mine(shop.clients(until), shop.bellevue.id).standing is Standing.EXPIRED
    keeping.change_offer(shop.desk(shop.boris), shop.bellevue.id, price=eur(950))
    with pytest.raises(Refusal, match="offer_changed"):
        answering.take_offer(shop.clients(), shop.bellevue.id, 1)
    keeping.withdraw_offer(shop.desk(shop.boris), shop.grand.id)
    with pytest.raises(Refusal, match="offer_over"):
        answering.take_offer(shop.clients(), shop.grand.id, 1)
    assert shop.told("offer_gone") == ["Anna"] or shop.told("offer_gone") == ["Person 3"]
    assert answering.take_offer(shop.clients(until - timedelta(seconds=1)), shop.bellevue.id, 2).price == eur(
        950
    )


def test_who_has_it_now_hears_of_it_and_leads_the_deal() -> None:
    shop = Shop()
    take_charge(shop.desk(shop.olga), shop.inquiry.id, over=shop.boris.id)
    for reason in (None, Declined.PRICE, Declined.PRICE):
        answering.decline_offer(shop.clients(), shop.grand.id, reason)
    assert shop.told("offer_declined") == ["Person 1"]
    assert shop.grand.reason is Declined.PRICE
    assert answering.take_offer(shop.clients(), shop.grand.id, 1).responsible is shop.olga


def test_a_closed_inquiry_sells_nothing_and_nobody_else_reaches_it() -> None:
    shop = Shop()
    close_inquiry(shop.desk(shop.boris), shop.inquiry.id, "went elsewhere")
    with pytest.raises(Refusal, match="inquiry_done"):
        answering.take_offer(shop.clients(), shop.grand.id, 1)
    unsent = Offer(shop.inquiry, shop.boris, NOW, "Unsent", eur(1))
    shop.memory.offers.add(unsent)
    shop.memory.flush()
    with pytest.raises(NotFound):
        read.offer_of_mine(shop.clients(), unsent.id)
    with pytest.raises(NotFound):
        read.offer_of_mine(shop.desk(shop.boris), shop.grand.id)
    with pytest.raises(Forbidden):
        read.offer_card(shop.clients(), shop.grand.id)


def test_the_facts_a_client_is_sent_hold_nothing_that_only_colleagues_know() -> None:
    shop = Shop()
    facts = [str(one.facts) for one in shop.things.of(Notice) if one.person is shop.anna.person]
    assert len(facts) == 2
    assert not [one for one in facts if "777" in one or "partners" in one]


def test_each_is_sent_once_and_again_only_when_it_has_changed() -> None:
    shop = Shop()
    boris = shop.desk(shop.boris)
    assert len(shop.told("offer_sent")) == 2
    with pytest.raises(Refusal, match="nothing_to_offer"):
        sending.send_offers(boris, shop.inquiry.id, [shop.bellevue.id])
    keeping.change_offer(boris, shop.bellevue.id, net=eur(800), note="paid")
    assert len(shop.told("offer_sent")) == 2
    keeping.change_offer(boris, shop.bellevue.id, words="with a pool")
    assert len(shop.told("offer_sent")) == 3
    more = [shop.found(title).id for title in ("A", "B", "C", "D")]
    with pytest.raises(Refusal, match="too_many_offers"):
        sending.send_offers(boris, shop.inquiry.id, more)


def test_a_day_is_over_at_its_end_by_the_agencys_clock() -> None:
    shop = Shop()
    desk = shop.desk(shop.boris)
    shop.grand.valid_until = end_of(desk, date(2027, 3, 28))  # clocks are put forward on that night
    assert shop.grand.last_day(desk.agency.zone) == date(2027, 3, 28)
    assert isinstance(shop.grand.author, StaffMember)
