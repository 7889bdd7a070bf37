"""Today: papers to check, of all deals."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, back, go
from bot.conversation.today import today_opens
from bot.conversation.widgets.listing import listing
from bot.handlers.staff.reach import branch_words
from bot.links.documents import LOOK_AT
from bot.links.home import HOME
from bot.links.today import PAPERS_TO_CHECK
from domain.entities.documents import Document
from domain.queries.today import TodayLine
from domain.queries.today.documents import papers_to_check
from locales import Sentence, _, lines

routes = Routes()

SIZE = 7


@today_opens("papers")
def papers_line(label: Sentence, line: TodayLine) -> Button:
    only = line.found.only
    return act(label, LOOK_AT, only) if only else go(label, PAPERS_TO_CHECK, 0)


@routes.draws(PAPERS_TO_CHECK)
def papers(exchange: Exchange, page: int) -> Screen:
    found = papers_to_check(exchange.desk, SIZE, page * SIZE)
    if page and not found.papers:
        return papers(exchange, page - 1)
    return listing(
        lines(_("<b>📄 Documents to check</b>"), *branch_words(exchange.desk.actor)),
        [*found.papers, *found.papers[: found.more]],
        page,
        opens=lambda one: act(_label(one), LOOK_AT, one.id),
        turns=lambda label, other: go(label, PAPERS_TO_CHECK, other),
        empty=_("All documents are checked."),
        below=((back(HOME),),),
        size=SIZE,
    )


def _label(paper: Document) -> Sentence:
    whose = paper.traveller.name if paper.traveller else paper.deal.client.name
    return _("📄 {name} · {title}")(name=whose, title=paper.deal.called)
