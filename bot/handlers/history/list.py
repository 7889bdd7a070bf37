"""The history of a thing: who did what and when, newest first."""

from datetime import datetime

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, column, go, pages
from bot.handlers.history.declared import PAGES
from bot.handlers.history.words import change_told
from domain.entities.history import SUBJECTS, HistoryEntry
from domain.values.refusals import NotFound
from locales import Sentence, _, lines

routes = Routes()

PAGE = 10


@routes.view("history")
def history(exchange: Exchange, subject: str, number: int, page: int) -> Screen:
    """Raises NotFound: not_found for things without a readable history."""
    if subject not in PAGES or (right := SUBJECTS[subject].right) is None:
        raise NotFound("not_found")
    exchange.desk.must(right)
    page_of = PAGES[subject]
    found = exchange.desk.repositories.history.of(subject, number, PAGE + 1, page * PAGE)
    told = [_line(entry) for entry in found[:PAGE]] or [_("Nothing yet.")]
    text = lines(page_of.head(number=number), "", *told)
    back = go(_("◀ Back"), page_of.card, number)
    return Screen(text, (*pages("history", (subject, number), page, len(found) > PAGE), *column([back])))


def _line(entry: HistoryEntry) -> Sentence:
    who = entry.actor or _("the agency")
    at: datetime = entry.at
    return _("{at} · {who}\n{change}")(at=at, who=who, change=change_told(entry))
