"""Clients as staff see them: the card, what was said with them, and what can be done for them."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, column, go, pages
from bot.conversation.slots import button_on, buttons_of, lines_of, lines_on
from domain.entities.clients import Client, ClientNumber, Interaction, Said
from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.people import Right
from locales import Joined, Sentence, _, lines
from locales.terms.clients import people
from locales.terms.languages import LANGUAGES
from locales.terms.phones import pretty_phone

routes = Routes()

SHOWN = 3
"""Lines of each kind on the card; the rest is behind buttons."""
PAGE = 8

_SIGNS = {Said.QUESTION: "❓", Said.ANSWER: "✉️", Said.CALL: "☎️", Said.NOTE: "📝"}


def short(text: str, most: int) -> str:
    """On one line, cut with an ellipsis."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def said_line(said: Interaction, most: int = 90) -> Sentence:
    """ "❓ 1 March 2027, 12:00 · Anna: May I bring my dog?" """
    return _("{sign} {at} · {name}: {text}")(
        sign=_SIGNS[said.how],
        at=said.at,
        name=said.staff.name if said.staff else said.client.name,
        text=short(said.text, most),
    )


def inquiry_line(inquiry: Inquiry) -> Sentence:
    """ "№ 7 · Anna Petrova · Lisbon · 2 people"; who has it comes before what a phone may cut off."""
    nobodys = _("№ {number} · {client} · {destination} · {people}")
    taken = _("№ {number} · ✍️ {name} · {client} · {destination} · {people}")
    return (taken if inquiry.taken_by else nobodys)(
        number=inquiry.id,
        name=inquiry.taken_by.name if inquiry.taken_by else None,
        client=inquiry.client.name,
        destination=inquiry.trip.title if inquiry.trip else inquiry.destination,
        people=people(inquiry.heads),
    )


def reached_by(client: Client) -> Sentence:
    """Whether a message of ours arrives."""
    if client.person is None:
        return _("not in Telegram")
    if not client.reachable:
        return _("does not let us write in Telegram")
    return _("in Telegram, {language}")(language=LANGUAGES[client.person.language])


@routes.view("client")
def client_card(exchange: Exchange, number: ClientNumber) -> Screen:
    desk = exchange.desk
    desk.must(Right.SEE_DEALS)
    client = desk.repositories.clients.get(number)
    deals, inquiries = desk.repositories.deals.of(client), desk.repositories.inquiries.of(client)
    waiting = [inquiry for inquiry in inquiries if inquiry.is_open]
    said = desk.repositories.interactions.of(client, SHOWN)
    text = lines(
        _("<b>{name}</b>")(name=client.name),
        _("📱 {phone} · {reach}")(phone=pretty_phone(client.phone), reach=reached_by(client)),
        _("🕓 Client since {day}")(day=client.known_since.astimezone(desk.agency.zone).date()),
        _("🗂 Deals: {deals}, inquiries: {inquiries}")(deals=len(deals), inquiries=len(inquiries)),
        *([_("<b>Said lately</b>"), *(said_line(one) for one in said)] if said else []),
        *lines_of(exchange, "client", client),
    )
    acts = [
        *_acts(exchange, client),
        (40, go(_("💬 All that was said"), "said", client.id, 0) if said else None),
    ]
    rows = column(
        [
            *[go(_deal_label(deal.id, deal.title), "deal", deal.id) for deal in deals[:SHOWN]],
            *[go(_("📥 {inquiry}")(inquiry=inquiry_line(one)), "inquiry", one.id) for one in waiting[:SHOWN]],
            *buttons_of(exchange, "client", client, acts),
            go(_("◀ Home"), "home"),
        ]
    )
    return Screen(text, rows)


def _deal_label(number: int, title: str) -> Sentence:
    return _("🗂 № {number} · {title}")(number=number, title=title)


def _acts(exchange: Exchange, client: Client) -> list[tuple[int, Button | None]]:
    may = exchange.desk.actor.may
    writes = may(Right.ANSWER_CLIENTS)
    writes_here = writes and client.reachable
    return [
        (10, ask(_("➕ New deal"), "deal", client=client.id) if may(Right.OPEN_DEALS) else None),
        (20, ask(_("✉️ Write to the client"), "write_client", client=client.id) if writes_here else None),
        (30, ask(_("☎️ Note a call"), "note_call", client=client.id) if writes else None),
    ]


@routes.view("said")
def all_that_was_said(exchange: Exchange, number: ClientNumber, page: int) -> Screen:
    exchange.desk.must(Right.SEE_DEALS)
    client = exchange.desk.repositories.clients.get(number)
    said = exchange.desk.repositories.interactions.of(client, PAGE + 1, page * PAGE)
    told = Joined([said_line(one, 400) for one in said[:PAGE]], by="\n\n")
    return Screen(
        lines(_("<b>{name}</b>")(name=client.name), "", told),
        (
            *pages("said", (number,), page, len(said) > PAGE),
            (go(_("◀ {name}")(name=client.name), "client", number),),
        ),
    )


@button_on("deal", rank=60, right=Right.SEE_DEALS)
def client_of_deal(_exchange: Exchange, deal: Deal) -> Button:
    return go(_("👤 Client"), "client", deal.client.id)


@button_on("deal", rank=70, right=Right.ANSWER_CLIENTS)
def write_about_deal(_exchange: Exchange, deal: Deal) -> Button | None:
    if not deal.client.reachable:
        return None
    return ask(_("✉️ Write to the client"), "write_client", client=deal.client.id, deal=deal.id)


@lines_on("deal", rank=10)
def said_about_deal(exchange: Exchange, deal: Deal) -> list[Sentence | str]:
    """The last words about this deal."""
    said = exchange.desk.repositories.interactions.about(deal, SHOWN)
    return ["", _("<b>Said lately</b>"), *(said_line(one) for one in said)] if said else []
