"""Today: deals that are late, due or to be decided."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, back, go
from bot.conversation.today import today_opens
from bot.conversation.widgets.listing import listing
from bot.handlers.staff.reach import branch_words
from bot.links.deals import DEAL
from bot.links.home import HOME
from bot.links.today import LATE_OR_DUE, TO_DECIDE
from domain.entities.deals import Deal
from domain.queries.today import TodayLine
from domain.queries.today.late import late_or_due, to_decide
from locales import Sentence, _, lines

routes = Routes()

SIZE = 7


@today_opens("overdue")
def overdue_line(label: Sentence, line: TodayLine) -> Button:
    return go(label, DEAL, line.found.only) if line.found.only else go(label, LATE_OR_DUE, True, 0)


@today_opens("due_today")
def due_line(label: Sentence, line: TodayLine) -> Button:
    return go(label, DEAL, line.found.only) if line.found.only else go(label, LATE_OR_DUE, False, 0)


@today_opens("decide")
def decide_line(label: Sentence, line: TodayLine) -> Button:
    return go(label, DEAL, line.found.only) if line.found.only else go(label, TO_DECIDE, 0)


@today_opens("owed")
def owed_line(label: Sentence, _line: TodayLine) -> Button:
    return go(label, LATE_OR_DUE, True, 0)


@routes.draws(LATE_OR_DUE)
def late_deals(exchange: Exchange, overdue: bool, page: int) -> Screen:  # noqa: FBT001 (as a button keeps it)
    found = late_or_due(exchange.desk, overdue=overdue, limit=SIZE, offset=page * SIZE)
    return listing(
        lines(
            _("<b>🔴 Overdue</b>") if overdue else _("<b>⏰ Due today</b>"),
            *branch_words(exchange.desk.actor),
        ),
        [*found.lines, *found.lines[: found.more]],
        page,
        opens=lambda one: _opens(one.deal),
        turns=lambda label, other: go(label, LATE_OR_DUE, overdue, other),
        empty=_("There is none."),
        below=((back(HOME),),),
        size=SIZE,
    )


@routes.draws(TO_DECIDE)
def undecided(exchange: Exchange, page: int) -> Screen:
    """The one whose trip is over longest comes first."""
    return listing(
        lines(
            _("<b>🏁 To be decided</b>"),
            _("Their trip is over. Did they travel?"),
            *branch_words(exchange.desk.actor),
        ),
        to_decide(exchange.desk, SIZE + 1, page * SIZE),
        page,
        opens=_opens,
        turns=lambda label, other: go(label, TO_DECIDE, other),
        empty=_("There is none."),
        below=((back(HOME),),),
        size=SIZE,
    )


def _opens(deal: Deal) -> Button:
    label = _("#{number} · {client} · {title}")(number=deal.id, client=deal.client.name, title=deal.called)
    return go(label, DEAL, deal.id)
