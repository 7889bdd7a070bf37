"""The client's word on the departure: "I'll be there", "I can't come", "I'm late"; each can be said anew."""

from bot.conversation.exchange import Exchange
from bot.conversation.links import HOME
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go
from bot.conversation.widgets.confirm import confirm
from bot.flows.clients.question import QuestionFlow
from bot.links.deals import MY_DEAL, MY_DEAL_SLOTS
from bot.links.trips import CANNOT_COME, COME_LATE, CONFIRM_DEPARTURE, HOW_LATE, SAID_OF_DEPARTURE, STAY_AWAY
from domain.entities.deals import Deal, DealNumber
from domain.entities.notices import Notice
from domain.queries.my_deals import mine
from domain.usecases.trips import attending
from domain.values.text import first_name
from locales import Sentence, _, lines, n_
from locales.terms.trip_words import departure_words, place_words

routes = Routes()

CHOICES = (10, 20, 30, 45, 60)
"""Minutes; whoever is later than that writes it."""
MINUTES = n_("{count} minute", "{count} minutes")
LATE = n_("⏰ {count} minute late: we have passed it on.", "⏰ {count} minutes late: we have passed it on.")


@routes.verb("be_there")
def be_there(exchange: Exchange, notice: Notice) -> None:
    before = mine(exchange.desk, notice.facts["deal"])
    known = before.confirmed_at is not None and before.late_minutes is None
    deal = attending.confirm(exchange.desk, notice.facts["deal"], notice.facts.get("change"))
    trip = deal.trip
    assert trip is not None
    if known:
        exchange.note(_("We know already, thank you!"))
        return
    exchange.note(_("Thank you!"))
    exchange.say(
        lines(
            _("🙌 Thank you, {name}! See you there: {trip}.")(
                name=first_name(deal.client.name), trip=trip.words("name")
            ),
            departure_words(trip, exchange.voice),
            place_words(trip.words("place"), trip.point),
        )
    )


@routes.does(CONFIRM_DEPARTURE)
def confirm_departure(exchange: Exchange, number: DealNumber) -> None:
    """As the button under the notice does, from the client's own screens."""
    attending.confirm(exchange.desk, number)
    exchange.note(_("Thank you!"))
    exchange.show(SAID_OF_DEPARTURE, number)


@routes.verb("cannot_come")
def cannot_come(exchange: Exchange, notice: Notice) -> None:
    exchange.show(CANNOT_COME, notice.facts["deal"])


@routes.draws(CANNOT_COME)
def asks_whether_they_stay_away(exchange: Exchange, number: DealNumber) -> Screen:
    deal = mine(exchange.desk, number)
    if deal.absent_at is not None:
        return said_of_departure(exchange, number)
    asks = _("You cannot come: {trip}?")(trip=deal.called)
    return confirm(asks, act(_("🙅 Yes, I can't come"), STAY_AWAY, number), back(MY_DEAL, number))


@routes.does(STAY_AWAY)
def stay_away(exchange: Exchange, number: DealNumber) -> None:
    attending.stay_away(exchange.desk, number)
    exchange.show(SAID_OF_DEPARTURE, number)


@routes.verb("running_late")
def running_late(exchange: Exchange, notice: Notice) -> None:
    exchange.show(HOW_LATE, notice.facts["deal"])


@routes.draws(HOW_LATE)
def how_late(exchange: Exchange, number: DealNumber) -> Screen:
    deal = mine(exchange.desk, number)
    choices = [act(MINUTES(count=minutes), COME_LATE, number, minutes) for minutes in CHOICES]
    asks = _("{trip}: how late will you be?")(trip=deal.called)
    return Screen(asks, (tuple(choices[:3]), tuple(choices[3:]), (back(MY_DEAL, number),)))


@routes.does(COME_LATE)
def come_late(exchange: Exchange, number: DealNumber, minutes: int) -> None:
    attending.come_late(exchange.desk, number, minutes)
    exchange.show(SAID_OF_DEPARTURE, number)


@routes.draws(SAID_OF_DEPARTURE)
def said_of_departure(exchange: Exchange, number: DealNumber) -> Screen:
    """What they have said, and the way to say something else."""
    deal = mine(exchange.desk, number)
    takes_back = deal.absent_at is not None or deal.late_minutes is not None
    buttons = [
        act(_("✅ I'll be there"), CONFIRM_DEPARTURE, number) if takes_back else None,
        ask(_("💬 Write to us"), QuestionFlow, deal=number),
        go(_("🧳 My trip"), MY_DEAL, number),
        go(_("🏠 Home"), HOME),
    ]
    return Screen(_said(deal), column(buttons))


def _said(deal: Deal) -> Sentence:
    if deal.absent_at is not None:
        return _("🙅 You cannot come: we have passed it on.")
    if deal.late_minutes is not None:
        return LATE(count=deal.late_minutes)
    return _("✅ Noted: you will be there.")


@MY_DEAL_SLOTS.button(5)
def comes_after_all(exchange: Exchange, deal: Deal) -> Button | None:
    """Whoever has said that they cannot come finds the way back on the card of the trip."""
    trip = deal.trip
    if deal.absent_at is None or trip is None or not trip.is_ahead(exchange.desk.now):
        return None
    return act(_("✅ I'll be there"), CONFIRM_DEPARTURE, deal.id)
