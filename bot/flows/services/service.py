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

from datetime import date, time
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.flow import LINE, Flow
from bot.conversation.routes import Routes
from bot.flows.services.questions import QUESTIONS, SELDOM, ServiceAnswers, deal_of
from bot.links.services import SERVICE
from domain.entities.deals import Deal
from domain.entities.services import Service, ServicePlan, Stop
from domain.queries.services import deal_to_serve, service_to_change
from domain.queries.suppliers import supplier_card
from domain.usecases.services.booking import add_service, change_service
from locales import Sentence, _, lines
from locales.terms.cities import zone_named

routes = Routes()


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
    usual = _usual_zone(exchange, deal_of(exchange, answers))
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
