"""How things of the trade are called in a line: the same words in a card, a list, a notice and on paper."""

from domain.clients import Client
from domain.deals import Deal
from domain.desk import Agency
from domain.trips import Trip
from locales.phones import pretty_phone
from locales.sentence import Sentence, _, n_, verbatim
from locales.terms import stage_words

SEATS = n_("{count} seat", "{count} seats")
PEOPLE = n_("{count} person", "{count} people")


def seats(count: int) -> Sentence:
    return SEATS(count=count)


def people(count: int) -> Sentence:
    return PEOPLE(count=count)


def deal_line(deal: Deal) -> Sentence:
    """ "№ 12 · Anna Petrova · Ohrid 29.10.2027 · Deposit"."""
    stage = stage_words(deal.stage, deal.substage)
    return _("№ {number} · {client} · {title} · {stage}")(
        number=deal.id, client=deal.client.name, title=deal.title, stage=stage
    )


def trip_line(trip: Trip, taken: int) -> Sentence:
    """ "Ohrid 29.10.2027 · 12 of 45 seats"."""
    return _("{trip} · {taken} of {seats} seats")(trip=trip.title, taken=taken, seats=trip.seats)


def whom_to_call(client: Client) -> Sentence:
    """ "Anna Petrova, +359 88 812 3456"; the name alone when we have no number."""
    if client.phone is None:
        return verbatim(client.name)
    return _("{client}, {phone}")(client=client.name, phone=pretty_phone(client.phone))


def how_to_pay(agency: Agency) -> Sentence | None:
    """As the owner tells it; None when they tell nothing."""
    return _("💳 How to pay: {how}")(how=agency.pay_to) if agency.pay_to else None
