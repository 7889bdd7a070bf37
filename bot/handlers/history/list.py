"""The history of a thing: who did what and when, newest first."""

from datetime import datetime

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, back, go
from bot.conversation.widgets.listing import turning
from bot.handlers.history.declared import PAGES
from bot.handlers.history.words import change_told
from bot.links.history import HISTORY
from domain.entities.definitions import Definitions
from domain.entities.history import HistoryEntry
from domain.queries.history import history_page
from domain.values.refusals import NotFound
from locales import Sentence, _, lines

routes = Routes()

PAGE = 10


@routes.draws(HISTORY)
def history(exchange: Exchange, subject: str, number: int, page: int) -> Screen:
    """Raises NotFound: not_found for things without a readable history."""
    if subject not in PAGES:
        raise NotFound("not_found")
    found = history_page(exchange.desk, subject, number, PAGE, page * PAGE)
    read_on = PAGES[subject]
    settled = exchange.desk.agency.definitions
    told = [_line(entry, settled, taken_back=entry.id in found.taken_back) for entry in found.entries]
    turns = turning(lambda label, other: go(label, HISTORY, subject, number, other), page, more=found.more)
    leads_back = back(read_on.card) if read_on.only else back(read_on.card, number)
    return Screen(
        lines(read_on.head(number=number), "", *(told or [_("Nothing yet.")])), (*turns, (leads_back,))
    )


def _line(entry: HistoryEntry, settled: Definitions, *, taken_back: bool) -> Sentence:
    who = entry.actor or _("the agency")
    at: datetime = entry.at
    return _("{at} · {who}\n{change}")(
        at=at, who=who, change=change_told(entry, settled, taken_back=taken_back)
    )
