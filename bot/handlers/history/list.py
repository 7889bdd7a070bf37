"""The history of a thing: who did what and when, newest first."""

from datetime import datetime

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, column, go, pages
from bot.handlers.history.words import change_told
from domain.entities.history import HistoryEntry
from domain.entities.people import Right
from domain.values.refusals import NotFound
from locales import Sentence, _, lines

routes = Routes()

PAGE = 10

MAY_SEE: dict[str, Right] = {
    "deal": Right.SEE_DEALS,
    "client": Right.SEE_DEALS,
    "trip": Right.PLAN_TRIPS,
    "inquiry": Right.TAKE_INQUIRIES,
    "staff": Right.INVITE_STAFF,
    "branch": Right.INVITE_STAFF,
}
"""Whose history can be read, and by whom."""
HEADS: dict[str, Sentence] = {
    "deal": _("<b>History of deal № {number}</b>"),
    "client": _("<b>History of client № {number}</b>"),
    "trip": _("<b>History of trip № {number}</b>"),
    "inquiry": _("<b>History of inquiry № {number}</b>"),
    "staff": _("<b>History of colleague № {number}</b>"),
    "branch": _("<b>History of branch № {number}</b>"),
}
_CARDS = {"staff": "colleague"}
"""The view of a thing, where it is called otherwise."""


@routes.view("history")
def history(exchange: Exchange, subject: str, number: int, page: int) -> Screen:
    """Raises NotFound: not_found for things without a readable history."""
    if subject not in MAY_SEE:
        raise NotFound("not_found")
    exchange.desk.must(MAY_SEE[subject])
    found = exchange.desk.repositories.history.of(subject, number, PAGE + 1, page * PAGE)
    told = [_line(entry) for entry in found[:PAGE]] or [_("Nothing yet.")]
    text = lines(HEADS[subject](number=number), "", *told)
    back = go(_("◀ Back"), _CARDS.get(subject, subject), number)
    return Screen(text, (*pages("history", (subject, number), page, len(found) > PAGE), *column([back])))


def _line(entry: HistoryEntry) -> Sentence:
    who = entry.actor or _("the agency")
    at: datetime = entry.at
    return _("{at} · {who}\n{change}")(at=at, who=who, change=change_told(entry))
