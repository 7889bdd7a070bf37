"""The offers of an inquiry, on its card and as a list; some of them are sent together."""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go, turn
from bot.conversation.widgets.listing import listing
from bot.flows.offers.offer import OfferFlow
from bot.links.inquiries import INQUIRY, INQUIRY_SLOTS
from bot.links.offers import OFFER, OFFERS, SEND_OFFERS, SENDING_OFFERS
from domain.entities.inquiries import Inquiry, InquiryNumber
from domain.entities.offers import AT_ONCE
from domain.entities.people import Right
from domain.queries.offers import count_offers, offers_of, offers_on_card, offers_to_send, standing
from domain.usecases.offers.sending import send_offers
from domain.values.numbers import number_named
from locales import Sentence, _, lines
from locales.terms.offers import offer_line

routes = Routes(rank=310)

SIZE = 5
"""Beside them stand two other buttons."""


@routes.command("offer", _("Add an offer to an inquiry"), right=Right.TAKE_INQUIRIES, rank=37)
def offer_command(exchange: Exchange, argument: str) -> None:
    number = number_named(argument)
    if number is None:
        begin(exchange, OfferFlow)
    else:
        exchange.show(OFFERS, number, 0)


@INQUIRY_SLOTS.lines(20, Right.TAKE_INQUIRIES)
def offers_told(exchange: Exchange, inquiry: Inquiry) -> list[Sentence]:
    return [offer_line(one, standing(exchange.desk, one)) for one in offers_on_card(exchange.desk, inquiry)]


@INQUIRY_SLOTS.button(30, Right.TAKE_INQUIRIES)
def offers_of_inquiry(exchange: Exchange, inquiry: Inquiry) -> Button | None:
    count = count_offers(exchange.desk, inquiry)
    if count:
        return go(_("🛍 Offers · {count}")(count=count), OFFERS, inquiry.id, 0)
    return ask(_("🛍 Add an offer"), OfferFlow, inquiry=inquiry.id) if inquiry.is_open else None


@routes.draws(OFFERS)
def offers(exchange: Exchange, number: InquiryNumber, page: int) -> Screen:
    found = offers_of(exchange.desk, number, SIZE + 1, page * SIZE)
    inquiry = found.inquiry
    adds = ask(_("➕ Add an offer"), OfferFlow, inquiry=number) if inquiry.is_open else None
    first = [one.id for one in found.sendable[-AT_ONCE:]]
    reachable = inquiry.client.reachable
    sends = go(_("📨 Send to the client"), SENDING_OFFERS, number, first) if first and reachable else None
    return listing(
        _("<b>🛍 Offers</b> · {client} · {destination}")(
            client=inquiry.client.name, destination=inquiry.about
        ),
        found.offers,
        page,
        opens=lambda one: go(offer_line(one, standing(exchange.desk, one)), OFFER, one.id),
        turns=lambda label, other: turn(label, OFFERS, number, other),
        empty=_("Nothing yet."),
        below=column([adds, sends, back(INQUIRY, number)]),
        size=SIZE,
    )


@routes.draws(SENDING_OFFERS)
def sending(exchange: Exchange, number: InquiryNumber, chosen: list[int]) -> Screen:
    found = offers_to_send(exchange.desk, number)
    there = [one.id for one in found.sendable]
    picked = [one for one in chosen if one in there]
    rows = [_toggle(number, one.id, one.title, picked) for one in found.sendable]
    send = _("📨 Send {count}")(count=len(picked))
    asks = _("Which of them does {name} get? Three at most.")(name=found.inquiry.client.name)
    full = len(picked) > AT_ONCE
    told = lines(asks, _("⚠️ Please choose three at most.") if full else None)
    sends = act(send, SEND_OFFERS, number, picked) if picked and not full else None
    return Screen(told, column([*rows, sends, back(OFFERS, number, 0)]))


def _toggle(number: int, offer: int, title: str, picked: list[int]) -> Button:
    if offer in picked:
        return turn(
            _("☑ {title}")(title=title), SENDING_OFFERS, number, [one for one in picked if one != offer]
        )
    return turn(_("☐ {title}")(title=title), SENDING_OFFERS, number, [*picked, offer])


@routes.does(SEND_OFFERS)
def sends(exchange: Exchange, number: InquiryNumber, chosen: list[int]) -> None:
    sent = send_offers(exchange.desk, number, chosen)
    name = sent[0].inquiry.client.name
    exchange.note(_("Sent to {name}.")(name=name))
    exchange.show(INQUIRY, number)
