"""Payments: weeks of them. What is not here is owed: a balance and a deposit are overdue."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from domain.entities.payments import PaymentMethod
from domain.ports.desk import Desk
from domain.usecases.payments.payments import record_payment
from tourdesk.season.acts import Act, Season, euros

CASH, CARD, BANK = PaymentMethod.CASH, PaymentMethod.CARD, PaymentMethod.BANK


class Received(NamedTuple):
    """Money that came for a deal, recorded on the day it came."""

    deal: str
    day: int
    amount: int
    how: PaymentMethod
    by: str = "boris"


RECEIVED = (
    Received("plovdiv", -24, 80, CASH, "kalina"),
    Received("plovdiv_dineva", -24, 40, CASH, "kalina"),
    Received("ohrid_petrovi", -21, 360, BANK),
    Received("ohrid_anna", -20, 270, BANK),
    Received("ohrid_georgi", -20, 180, CARD),
    Received("plovdiv", -19, 160, CASH, "kalina"),
    Received("plovdiv_dineva", -19, 80, CASH, "kalina"),
    Received("ohrid_elena", -18, 180, CASH, "kalina"),
    Received("ohrid_kolevi", -16, 450, BANK),
    Received("istanbul_weber", -14, 450, BANK),
    Received("ohrid_petrovi", -9, 840, BANK),
    Received("istanbul_mei", -8, 300, CARD),
    Received("ohrid_anna", -8, 630, BANK),
    Received("ohrid_kolevi", -7, 1050, BANK),
    Received("istanbul_todorova", -5, 450, CASH, "kalina"),
    Received("lisbon_wang", -2, 500, BANK, "petya"),
    Received("ohrid_elena", -1, 420, CARD, "petya"),
)


def acts() -> Iterator[Act]:
    for one in RECEIVED:
        yield Act(one.day, "13:45", one.by, _recording(one))


def _recording(one: Received) -> Callable[[Desk, Season], None]:
    def does(desk: Desk, season: Season) -> None:
        record_payment(desk, season.deals[one.deal], euros(one.amount), one.how, desk.today)

    return does
