"""What Kalina found in Rome for Emily: two hotels, which she has and may still take."""

from collections.abc import Iterator
from datetime import timedelta

from domain.entities.client_facts import Board
from domain.entities.inquiries import InquiryKind, Wish
from domain.entities.offers import Option
from domain.ports.desk import Desk
from domain.queries.offers import end_of
from domain.queries.suppliers import supplier_called
from domain.usecases.inquiries.intake import Introduction, ask_for_tour
from domain.usecases.offers.keeping import add_offer
from domain.usecases.offers.sending import send_offers
from tourdesk.cast import character
from tourdesk.season.acts import Act, Season, euros

FOUND = (
    ("Hotel Trastevere 4*", 980, 860, "Quiet, ten minutes from the Vatican"),
    ("Residenza Navona 3*", 760, 655, "In the very centre, breakfast on the terrace"),
)


def acts() -> Iterator[Act]:
    yield Act(-4, "12:10", "emily", _asked)
    yield Act(-4, "16:15", "kalina", _found)


def _asked(desk: Desk, season: Season) -> None:
    one = character("emily")
    wish = Wish(InquiryKind.INDIVIDUAL, "Rome", None, 2, wishes="A long weekend in spring, in the centre")
    season.inquiries["rome"] = ask_for_tour(desk, wish, Introduction(one.name, one.phone, vouched=True)).id


def _found(desk: Desk, season: Season) -> None:
    supplier = supplier_called(desk, "Эгей Трэвел")
    first = season.opening.next_day(3, 12, not_before=31)
    until = end_of(desk, season.opening.on(4))
    offers = [
        add_offer(
            desk,
            season.inquiries["rome"],
            Option(
                title,
                euros(price),
                first,
                first + timedelta(days=3),
                Board.BREAKFAST,
                until,
                words=words,
                supplier=supplier.id if supplier else None,
                net=euros(net),
            ),
        )
        for title, price, net, words in FOUND
    ]
    send_offers(desk, season.inquiries["rome"], [one.id for one in offers])
