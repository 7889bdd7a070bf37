"""The inbox: every client who waits for an answer, the longest first, by whose they are."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, back, go
from bot.conversation.slots import home_button
from bot.conversation.today import today_opens
from bot.conversation.widgets.listing import chips, listing
from bot.handlers.staff.reach import branch_words
from bot.links.conversations import CONVERSATION, INBOX
from bot.links.home import HOME
from domain.entities.conversations import Conversation
from domain.entities.people import Right
from domain.queries.conversations import InboxPage, Shown
from domain.queries.conversations import inbox as read
from domain.queries.today import TodayLine
from locales import Sentence, _, lines
from locales.terms.conversations import waits_label, waits_line, words_line
from locales.terms.today import counted

routes = Routes(rank=305)

SIZE = 7
_HEADS = {
    Shown.MINE: _("<b>💬 Waiting for your answer</b>"),
    Shown.NOBODYS: _("<b>💬 Waiting, and nobody has them</b>"),
    Shown.ALL: _("<b>💬 Waiting for an answer</b>"),
    Shown.CLIENTS: _("<b>⏳ Waiting for the client</b>"),
}
_CHIPS = {
    Shown.MINE: _("Mine · {count}"),
    Shown.NOBODYS: _("Nobody's · {count}"),
    Shown.ALL: _("All · {count}"),
    Shown.CLIENTS: _("Their turn · {count}"),
}


@routes.command("inbox", _("Who waits for an answer"), right=Right.ANSWER_CLIENTS, rank=15)
def inbox_command(exchange: Exchange, _argument: str) -> None:
    exchange.show(INBOX, "", 0)


@home_button(rank=305, right=Right.ANSWER_CLIENTS)
def inbox_at_home(_exchange: Exchange) -> Button:
    return go(_("💬 Inbox"), INBOX, "", 0)


@today_opens("to_answer")
def to_answer(label: Sentence, line: TodayLine) -> Button:
    return go(label, CONVERSATION, line.found.only) if line.found.only else go(label, INBOX, "", 0)


@today_opens("late_answers")
def late_answers(label: Sentence, _line: TodayLine) -> Button:
    return go(label, INBOX, Shown.ALL.value, 0)


@routes.draws(INBOX)
def inbox(exchange: Exchange, shown: str, page: int) -> Screen:
    wanted = Shown(shown) if shown in set(Shown) else None
    found = read(exchange.desk, wanted, SIZE, page * SIZE)
    now, chosen = exchange.desk.now, found.shown.value

    def line(one: Conversation) -> Sentence:
        return lines(waits_line(one, now), words_line(one))

    return listing(
        lines(_HEADS[found.shown], *branch_words(exchange.desk.actor)),
        [*found.conversations, *found.conversations[: found.more]],
        page,
        line=line,
        opens=lambda one: go(waits_label(one, now), CONVERSATION, one.client.id),
        turns=lambda label, other: go(label, INBOX, chosen, other),
        empty=_("Nobody is waiting."),
        chips=_filters(found),
        below=((back(HOME),),),
        size=SIZE,
    )


def _filters(found: InboxPage) -> list[Row]:
    """How many of each; two in a row, so that no phone cuts them."""
    counts = found.waiting
    numbers = (counts.mine, counts.nobodys, counts.everybodys, counts.clients)
    options = [
        (shown, _CHIPS[shown](count=counted(number))) for shown, number in zip(Shown, numbers, strict=True)
    ]
    rows = options[:2], options[2:]
    return [chips(some, found.shown, lambda label, shown: go(label, INBOX, shown.value, 0)) for some in rows]
