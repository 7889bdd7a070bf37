"""The client's own trips: where each stands, what to do next as the first button, and everything else at hand."""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, ask, column, go, pages, pairs
from bot.handlers.deals.client_words import MOST_NAMES, stands, trip_told
from bot.handlers.documents.party import paper_line, seats_to_enter
from bot.handlers.inquiries.client import Asked, asked_by
from domain.entities.deals import Deal, DealNumber
from domain.entities.notices import Notice
from domain.entities.travellers import Traveller
from domain.queries.deals import mine, serves, within_reach
from domain.queries.travellers import must_be_changeable
from domain.values.refusals import Refusal
from locales import Sentence, _, lines, n_

routes = Routes(rank=200)

PAGE = 8
EACH = 3
"""So many passports have a button each; more are chosen from a list."""


@routes.command("mytrips", _("My trips: papers, payments, voucher"), for_clients=True, for_staff=False)
def my_trips(exchange: Exchange, _argument: str) -> None:
    exchange.show("my_deals")


@routes.view("my_deals")
def my_deals(exchange: Exchange, page: int = 0) -> Screen:
    """What is asked for and waited for, then deals: open ones first, newest first; a single one is shown at once."""
    desk = exchange.desk
    own = list(desk.archive.deals.of(desk.actor.client)) if desk.actor.client else []
    asked = Asked() if page else asked_by(exchange)
    if len(own) == 1 and not asked:
        return my_deal(exchange, own[0].id)
    own.sort(key=lambda deal: not deal.is_open)
    shown = own[page * PAGE : (page + 1) * PAGE]
    told = [_("<b>{title}</b>: {stands}")(title=deal.title, stands=stands(deal)) for deal in shown]
    told = [*asked.told(), *told]
    text = lines(_("<b>My trips</b>"), "", *told) if told else _NONE_YET
    rows = column([*asked.buttons(), *(go(_label(deal), "my_deal", deal.id) for deal in shown)])
    first = () if told else column([ask(_("🏝 Ask for a tour"), "tour")])
    turns = pages("my_deals", (), page, len(own) > (page + 1) * PAGE)
    return Screen(text, (*first, *rows, *turns, (go(_("◀ Home"), "home"),)))


_NONE_YET = _("You have no trips with us yet.")


def _label(deal: Deal) -> Sentence:
    return _("🧳 {title}")(title=deal.title) if deal.is_open else _("📁 {title}")(title=deal.title)


@routes.view("my_deal")
def my_deal(exchange: Exchange, number: DealNumber) -> Screen:
    deal = mine(exchange.desk, number)
    next_steps = [*_to_enter(deal), *_passports(deal)] if deal.is_open else []
    return Screen(trip_told(exchange.desk, deal), (*column(next_steps), *pairs(_besides(exchange, deal))))


def _to_enter(deal: Deal) -> list[Button]:
    """What is missing of the travellers' data."""
    buttons = [
        ask(_("✍️ Data of {name}")(name=one.name), "traveller", deal=deal.id, traveller=one.id)
        for one in deal.party
        if not one.complete
    ][:EACH]
    if deal.seats_to_enter:
        label = _("✍️ Traveller {number} of {seats}")(number=len(deal.party) + 1, seats=deal.seats)
        buttons.append(ask(label, "traveller", deal=deal.id))
    return buttons


def _passports(deal: Deal) -> list[Button]:
    lacking = deal.without_passport
    if len(lacking) > EACH:
        return [ask(_("📷 Send a passport"), "passport", deal=deal.id)]
    return [_passport(deal, one) for one in lacking]


def _passport(deal: Deal, traveller: Traveller) -> Button:
    label = _("📷 Passport: {name}")(name=traveller.name)
    return ask(label, "passport", deal=deal.id, traveller=traveller.id)


def _besides(exchange: Exchange, deal: Deal) -> list[Button]:
    client = exchange.desk.actor.client
    offered = [
        Button(_("🎫 Voucher again"), "voucher_again", (deal.id,))
        if deal.voucher_sent_at and not deal.is_lost
        else None,
        go(_("👥 Travellers"), "my_travellers", deal.id, 0) if deal.party else None,
        ask(_("💬 Ask about this trip"), "question", deal=deal.id),
        ask(_("📱 Leave my number"), "my_phone") if client and client.phone is None else None,
        go(_("🧳 My trips"), "my_deals"),
        go(_("🏠 Home"), "home"),
    ]
    return [button for button in offered if button]


@routes.view("my_travellers")
def my_travellers(exchange: Exchange, number: DealNumber, page: int) -> Screen:
    """Everybody who travels: their data can be changed until the passport is accepted."""
    deal = mine(exchange.desk, number)
    shown = deal.party[page * MOST_NAMES : (page + 1) * MOST_NAMES]
    rows: list[Row] = []
    for one in shown:
        change = ask(_("✏️ {name}")(name=one.name), "traveller", deal=number, traveller=one.id)
        if _may_change(exchange, deal, one):
            rows.append((change, _passport(deal, one)))
    text = lines(
        _("<b>{title}</b>")(title=deal.title),
        *(paper_line(deal, one) for one in shown),
        seats_to_enter(deal) if deal.is_open else None,
    )
    turns = pages("my_travellers", (number,), page, len(deal.party) > (page + 1) * MOST_NAMES)
    back = (go(_("◀ Back"), "my_deal", number),)
    return Screen(text, (*rows, *turns, back))


def _may_change(exchange: Exchange, deal: Deal, traveller: Traveller) -> bool:
    try:
        must_be_changeable(exchange.desk, deal, traveller)
    except Refusal:
        return False
    return True


@routes.view("traveller_in")
def traveller_in(exchange: Exchange, number: DealNumber, traveller: int) -> Screen:
    """One is entered: the next of the party is one tap away, for the client and for staff."""
    deal = within_reach(exchange.desk, number)
    one = deal.going(traveller)
    left = deal.seats_to_enter
    told = _LEFT(count=left) if left else _("Everybody is in.")
    return Screen(
        lines(_("✅ {name} is in.")(name=one.name), told),
        column(
            [
                ask(
                    _("➕ Add the next one ({number} of {seats})")(
                        number=len(deal.party) + 1, seats=deal.seats
                    ),
                    "traveller",
                    deal=number,
                )
                if left
                else None,
                _sent_before(exchange, deal, one),
                *(_passport(deal, lacking) for lacking in _first(deal, one, left)),
                go(_("📄 Papers"), "papers", number) if serves(exchange.desk) else None,
                go(_("🧳 The trip"), "my_deal", number)
                if deal.client is exchange.desk.actor.client
                else None,
            ]
        ),
    )


_LEFT = n_("{count} more traveller is to be entered.", "{count} more travellers are to be entered.")


def _first(deal: Deal, traveller: Traveller, left: int) -> list[Traveller]:
    """Whose passport is asked for: of who was just entered, if it is not here; of all once everybody is in."""
    lacking = deal.without_passport
    if not left:
        return lacking[:MOST_NAMES]
    return [traveller] if traveller in lacking else lacking[:1]


def _sent_before(exchange: Exchange, deal: Deal, traveller: Traveller) -> Button | None:
    """A photo may have come before we knew who travels."""
    waiting = [one.id for one in exchange.desk.repositories.documents.unassigned(deal) if one.awaits_owner]
    if not waiting or traveller not in deal.without_passport:
        return None
    label = _("📎 The photo sent is {name}'s")(name=traveller.name)
    return Button(label, "assign_files", (waiting, deal.id, traveller.id))


@routes.verb("my_deal")
def my_deal_announced(exchange: Exchange, notice: Notice) -> None:
    exchange.show("my_deal", notice.facts["deal"])


@routes.verb("enter_travellers")
def enter_travellers(exchange: Exchange, notice: Notice) -> None:
    deal = mine(exchange.desk, notice.facts["deal"])
    if deal.is_open and deal.seats_to_enter:
        begin(exchange, "traveller", deal=deal.id)
    else:
        exchange.show("my_deal", deal.id)


@routes.verb("send_passport")
def send_passport(exchange: Exchange, notice: Notice) -> None:
    deal = mine(exchange.desk, notice.facts["deal"])
    number = notice.facts.get("traveller")
    if deal.is_open and any(one.id == number for one in deal.party):
        begin(exchange, "passport", deal=deal.id, traveller=number)
    elif deal.is_open and number is None and deal.without_passport:
        begin(exchange, "passport", deal=deal.id)
    else:
        exchange.show("my_deal", deal.id)
