"""A service is entered for a deal, question by question or in one line; what is seldom known is added at the end.

Boris: [➕ Add a service]
Bot:   What was booked?
Boris: [Flight]
Bot:   Which one?
Boris: FB 431
Bot:   Which day does it begin?
Boris: 12.05.2027
Bot:   At what hour?
Boris: 06:40
Bot:   Flight FB 431
Boris: [✅ Save]

Boris: [➕ Add a service]
Bot:   What was booked?
Boris: Flight FB 431 12.05 06:40 Sofia – Skopje 07:30, PNR X7Y2Z, option until 5.05, 300 EUR net 250
Bot:   Confirmation number: X7Y2Z
Boris: [✅ Save]
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.flow.flow import LINE, Flow
from bot.conversation.questions.basic import Amount, Find, Name, Time, Words
from bot.conversation.questions.days import Day
from bot.conversation.questions.zones import Zone
from bot.conversation.routes import Routes
from bot.flows.services.line import KindOrLine, TitleOrLine
from bot.links.services import SERVICE
from domain.entities.deals import Deal
from domain.entities.services import Service, ServiceKind, ServicePlan, Stop
from domain.queries.services import deal_to_serve, service_to_change
from domain.queries.suppliers import supplier_card, suppliers_found, suppliers_shown
from domain.usecases.services.booking import add_service, change_service
from domain.values.money import Money
from domain.values.reading.service_line import LONGEST
from locales import Fact, Sentence, _, lines, verbatim
from locales.terms.cities import zone_named
from locales.terms.services import KINDS

routes = Routes()

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


def _deal(exchange: Exchange, answers: ServiceAnswers) -> Deal:
    return deal_to_serve(exchange.desk, answers.deal)


def _currency(exchange: Exchange, answers: ServiceAnswers) -> str:
    return _deal(exchange, answers).currency


def _near(exchange: Exchange, answers: ServiceAnswers) -> date:
    """The journey's first day; one that is over already may be entered, too."""
    return answers.day or _deal(exchange, answers).first_day or exchange.desk.today


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


@routes.flow
class EnterService(Flow[ServiceAnswers]):
    """Of a new service, or of one that is there: then everything is known, and is changed."""

    name = "service"
    called = _("service of a deal")
    answers_type = ServiceAnswers
    questions = QUESTIONS
    send = _("✅ Save")
    changes_known = ("kind", "title", "day", "clock", *SELDOM)

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        if known.get("service"):
            everything = dict.fromkeys(self.changes_known)
            return everything | super().opens(exchange, known)
        return dict.fromkeys(SELDOM) | super().opens(exchange, known)

    def prepare(self, exchange: Exchange, answers: ServiceAnswers) -> None:
        if answers.service:
            _as_it_is(answers, service_to_change(exchange.desk, answers.service))
        else:
            deal_to_serve(exchange.desk, answers.deal)

    def review(self, exchange: Exchange, answers: ServiceAnswers) -> Sentence:
        told = ((one, getattr(answers, one.name)) for one in self.due(answers))
        known = [
            LINE(label=one.label, value=one.shown_at(exchange, value))
            for one, value in told
            if value is not None
        ]
        return lines(*known)

    def finish(self, exchange: Exchange, answers: ServiceAnswers) -> None:
        plan = _plan(exchange, answers)
        if answers.service:
            one = change_service(exchange.desk, answers.service, plan)
        else:
            one = add_service(exchange.desk, answers.deal, plan)
        exchange.head(_("Saved."))
        exchange.show(SERVICE, one.id)


def _as_it_is(answers: ServiceAnswers, one: Service) -> None:
    plan = one.plan
    begins, ends = plan.begins, plan.ends
    answers.supplier = plan.supplier.id if plan.supplier else None
    answers.deal, answers.kind, answers.title = one.deal.id, plan.kind, plan.title
    answers.day, answers.clock, answers.from_place = begins.day, begins.time, begins.place
    answers.to_day, answers.to_clock, answers.to_place = ends.day, ends.time, ends.place
    answers.from_zone, answers.to_zone = _told_zone(begins), _told_zone(ends)
    for name in ("confirmation", "option_until", "free_until", "price", "net", "words"):
        setattr(answers, name, getattr(plan, name))


def _told_zone(stop: Stop) -> str | None:
    """None where the place tells it: with another place it is another."""
    return None if stop.place and stop.zone == zone_named(stop.place) else stop.zone


def _plan(exchange: Exchange, answers: ServiceAnswers) -> ServicePlan:
    usual = _usual_zone(exchange, _deal(exchange, answers))
    to_day = answers.to_day or (answers.day if answers.to_clock else None)
    begins = _stop(answers.day, answers.clock, answers.from_place, answers.from_zone, usual)
    ends = _stop(to_day, answers.to_clock, answers.to_place, answers.to_zone, begins.zone or usual)
    return ServicePlan(
        kind=answers.kind,
        title=answers.title,
        begins=begins,
        ends=ends,
        confirmation=answers.confirmation,
        option_until=answers.option_until,
        free_until=answers.free_until,
        price=answers.price,
        net=answers.net,
        words=answers.words,
        supplier=supplier_card(exchange.desk, answers.supplier).supplier if answers.supplier else None,
    )


def _stop(day: date | None, clock: time | None, place: str | None, zone: str | None, usual: str) -> Stop:
    """An hour has a clock: the one that was named, that of the city, or the usual one."""
    if clock is not None and zone is None:
        zone = (zone_named(place) if place else None) or usual
    return Stop(day, f"{clock:%H:%M}" if clock else None, zone if clock else None, place)


def _usual_zone(exchange: Exchange, deal: Deal) -> str:
    return deal.trip.zone if deal.trip is not None else exchange.desk.agency.zone.key
