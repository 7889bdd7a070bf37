"""What is asked of a service, and what is heard: the answers of the flow that enters one, and its questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Amount, Find, Name, Time, Words
from bot.conversation.questions.days import Day
from bot.conversation.questions.zones import Zone
from bot.flows.services.line import KindOrLine, TitleOrLine
from domain.entities.deals import Deal
from domain.entities.services import ServiceKind
from domain.queries.services import deal_to_serve
from domain.queries.suppliers import supplier_card, suppliers_found, suppliers_shown
from domain.values.money import Money
from domain.values.reading.service_line import LONGEST
from locales import Fact, Sentence, _, verbatim
from locales.terms.services import KINDS

SELDOM = (
    "supplier",
    "from_place",
    "from_zone",
    "to_day",
    "to_clock",
    "to_place",
    "to_zone",
    "confirmation",
    "option_until",
    "free_until",
    "price",
    "net",
    "words",
)
"""Not asked for: they are added at the end, where they are known."""


@dataclass(kw_only=True)
class ServiceAnswers:
    deal: int
    service: int | None = None
    kind: ServiceKind = asked()
    title: str = asked()
    day: date | None = asked()
    clock: time | None = asked()
    from_place: str | None = asked()
    from_zone: str | None = asked()
    to_day: date | None = asked()
    to_clock: time | None = asked()
    to_place: str | None = asked()
    to_zone: str | None = asked()
    confirmation: str | None = asked()
    option_until: date | None = asked()
    free_until: date | None = asked()
    price: Money | None = asked()
    net: Money | None = asked()
    words: str | None = asked()
    supplier: int | None = asked()


def _has_day(answers: ServiceAnswers) -> bool:
    return answers.day is not None


def deal_of(exchange: Exchange, answers: ServiceAnswers) -> Deal:
    return deal_to_serve(exchange.desk, answers.deal)


def _currency(exchange: Exchange, answers: ServiceAnswers) -> str:
    return deal_of(exchange, answers).currency


def _near(exchange: Exchange, answers: ServiceAnswers) -> date:
    """The journey's first day; one that is over already may be entered, too."""
    return answers.day or deal_of(exchange, answers).first_day or exchange.desk.today


def _earliest(exchange: Exchange, answers: ServiceAnswers) -> date:
    return min(_near(exchange, answers), exchange.desk.today)


def _today(exchange: Exchange, _answers: ServiceAnswers) -> date:
    return exchange.desk.today


def _more(name: str, asks: Sentence, label: Sentence) -> dict[str, Any]:
    return {"name": name, "asks": asks, "label": label, "optional": True}


def _suppliers(
    exchange: Exchange, _answers: ServiceAnswers, text: str, limit: int, offset: int
) -> Sequence[tuple[int, Sentence]]:
    desk = exchange.desk
    shown = suppliers_found(desk, text, limit, offset) if text else suppliers_shown(desk, None, limit, offset)
    return [(one.id, verbatim(one.name)) for one in shown]


@dataclass(frozen=True, kw_only=True)
class SupplierOfService(Find):
    """One of those on file."""

    def shown_at(self, exchange: Exchange, value: int) -> Fact:
        return supplier_card(exchange.desk, value).supplier.name


QUESTIONS = (
    KindOrLine(
        name="kind",
        asks=_(
            "What was booked? Choose, or write or paste everything at once:"
            " “Flight FB 431 12.12 06:40 Sofia – Skopje, PNR X7Y2Z, net 250”."
        ),
        label=_("Service"),
        options=tuple(KINDS.items()),
        of=ServiceKind,
    ),
    TitleOrLine(
        name="title",
        asks=_("Which one? The number or name: “FB 431”, “Hotel Bellevue, double room”."),
        label=_("What is booked"),
        most=LONGEST,
    ),
    SupplierOfService(
        **_more(
            "supplier", _("Which supplier is it booked with? Write the beginning of the name."), _("Supplier")
        ),
        finds=_suppliers,
        page=5,
    ),
    Day(
        **_more("day", _("Which day does it begin?"), _("Begins on")),
        near=_near,
        first=_earliest,
        time_question="clock",
        last_question="to_day",
    ),
    Time(**_more("clock", _("At what hour, by the clock there?"), _("At what hour")), when=_has_day),
    Name(**_more("from_place", _("Where does it begin? A city, an airport, an address."), _("From"))),
    Zone(**_more("from_zone", _("By which city's clock does it begin?"), _("By the clock of"))),
    Day(
        **_more("to_day", _("Which day does it end?"), _("Ends on")),
        near=_near,
        first=_near,
        time_question="to_clock",
    ),
    Time(**_more("to_clock", _("At what hour does it end?"), _("Ends at"))),
    Name(**_more("to_place", _("Where does it end?"), _("To"))),
    Zone(**_more("to_zone", _("By which city's clock does it end?"), _("Ends by the clock of"))),
    Words(
        **_more("confirmation", _("What is the confirmation number?"), _("Confirmation number")),
        most=60,
    ),
    Day(**_more("option_until", _("Until which day is it held for us?"), _("Option until")), near=_today),
    Day(
        **_more("free_until", _("Until which day can it be cancelled free of charge?"), _("Free until")),
        near=_today,
    ),
    Amount(**_more("price", _("What does the client pay for it?"), _("Price")), currency=_currency),
    Amount(**_more("net", _("What do we pay?"), _("Net price")), currency=_currency),
    Words(
        **_more(
            "words",
            _("What does the supplier have to know? Names, wishes: they will read it."),
            _("For the supplier"),
        ),
        most=500,
    ),
)
