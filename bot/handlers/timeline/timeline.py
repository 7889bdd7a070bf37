"""The timeline of a client: the whole relationship in order, newest first, five entries a page, all or of one kind."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, apart, back, go
from bot.conversation.widgets.listing import NEXT, PREVIOUS, chips
from bot.handlers.history.words import change_told
from bot.handlers.staff.reach import branch_words
from bot.handlers.timeline.declared import SHOWN
from bot.links.clients import CLIENT, CLIENT_SLOTS, SAID
from bot.links.deals import DEAL
from bot.links.inquiries import INQUIRY
from bot.links.timeline import TIMELINE, TIMELINE_ENTRY
from domain.entities.clients import Client, ClientNumber
from domain.entities.history import HistoryEntry
from domain.entities.people import Right
from domain.entities.timeline import TALKS, told_as
from domain.queries.timeline import TimelinePage, timeline, timeline_entry
from locales import Sentence, _, lines, verbatim

routes = Routes()

ALL = ""
CHIPS_A_ROW = 3


@CLIENT_SLOTS.button(35, Right.SEE_DEALS)
def opens_timeline(_exchange: Exchange, client: Client) -> Button:
    return go(_("📖 Timeline"), TIMELINE, client.id, ALL, 0)


@routes.draws(TIMELINE)
def timeline_of_client(exchange: Exchange, number: ClientNumber, only: str, place: int) -> Screen:
    found = timeline(exchange.desk, number, only, place)
    head = _("<b>📖 Timeline: {name}</b>")(name=found.client.name)
    told = [_numbered(exchange, found, at, entry) for at, entry in enumerate(found.entries, 1)]
    text = lines(head, "", *(told or [_("Nothing yet.")]), *_short(exchange))
    numbers = tuple(_opens(exchange, found, at, entry) for at, entry in enumerate(found.entries, 1))
    rows = (*_chips(found, only), *((numbers,) if numbers else ()), *_turns(found, only))
    return Screen(text, (*rows, (back(CLIENT, number),)))


@routes.draws(SAID)
def all_that_was_said(exchange: Exchange, number: ClientNumber, _page: int) -> Screen:
    return timeline_of_client(exchange, number, TALKS.key, 0)


def _numbered(exchange: Exchange, found: TimelinePage, at: int, entry: HistoryEntry) -> Sentence:
    facts = {"number": at, "sign": _sign(exchange, entry), "at": entry.at, "who": _who(entry)}
    settled, taken_back = exchange.desk.agency.definitions, entry.id in found.taken_back
    return _("{number}. {sign} {at} · {who}\n{change}")(
        **facts, change=change_told(entry, settled, taken_back=taken_back)
    )


def _who(entry: HistoryEntry) -> Sentence | str:
    return entry.actor or _("the agency")


def _sign(exchange: Exchange, entry: HistoryEntry) -> str:
    return exchange.voice.plain(SHOWN[told_as(entry.subject, entry.what)].label).partition(" ")[0]


def _short(exchange: Exchange) -> list[Sentence | str]:
    """Why something may be missing."""
    words = branch_words(exchange.desk.actor)
    return ["", *words] if words else []


def _opens(exchange: Exchange, found: TimelinePage, at: int, entry: HistoryEntry) -> Button:
    label = verbatim(str(at))
    opened = SHOWN[told_as(entry.subject, entry.what)].opens(exchange, label, entry)
    return opened or go(label, TIMELINE_ENTRY, found.client.id, entry.id)


def _chips(found: TimelinePage, only: str) -> tuple[Row, ...]:
    options = [(ALL, _("All")), *((key, SHOWN[key].label) for key in found.kinds)]
    row = chips(options, only, lambda label, key: go(label, TIMELINE, found.client.id, key, 0))
    return tuple(row[start : start + CHIPS_A_ROW] for start in range(0, len(row), CHIPS_A_ROW))


def _turns(found: TimelinePage, only: str) -> tuple[Row, ...]:
    ways = ((PREVIOUS, found.newer), (NEXT, found.older))
    row = tuple(
        apart(go(label, TIMELINE, found.client.id, only, place)) for label, place in ways if place is not None
    )
    return (row,) if row else ()


@routes.draws(TIMELINE_ENTRY)
def entry_in_full(exchange: Exchange, number: ClientNumber, entry: int) -> Screen:
    found = timeline_entry(exchange.desk, number, entry)
    one, text = found.entry, found.entry.facts.get("text")
    told = change_told(one, exchange.desk.agency.definitions, taken_back=found.taken_back)
    if isinstance(text, str) and text and not found.taken_back:
        told = verbatim(text)
    head = _("<b>{name}</b>\n{at} · {who}")(name=found.client.name, at=one.at, who=_who(one))
    return Screen(lines(head, "", told), (*_about(one), (back(TIMELINE, number, ALL, 0),)))


def _about(entry: HistoryEntry) -> tuple[Row, ...]:
    """What was talked about."""
    deal, inquiry = entry.facts.get("deal"), entry.facts.get("inquiry")
    if isinstance(deal, int):
        return ((go(_("🗂 Deal #{number}")(number=deal), DEAL, deal),),)
    if isinstance(inquiry, int):
        return ((go(_("📥 Inquiry #{number}")(number=inquiry), INQUIRY, inquiry),),)
    return ()
