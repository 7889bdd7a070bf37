"""Deals as one works with them: mine that need me, what is overdue, all, by stage, and those that are closed."""

from bot.conversation.exchange import Exchange
from bot.conversation.links import HOME
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, apart, go
from bot.conversation.widgets.listing import chips, listing
from bot.handlers.staff.reach import branch_words
from bot.links.conversations import INBOX
from bot.links.deals import DEAL, DEAL_LIST, STAGES
from domain.entities.people import Right
from domain.queries.deal_lists import DealList, Listed, deals_listed
from locales import Sentence, _, lines
from locales.terms.deals import stage_words
from locales.terms.dues import due_thing
from locales.terms.reasons import reason_words

routes = Routes(rank=605)

SIZE = 7
"""Deals on a page: there is room for the questions that wait."""

LISTS: dict[DealList, Sentence] = {
    DealList.NEED: _("🙋 Need me"),
    DealList.OVERDUE: _("🔴 Overdue"),
    DealList.ALL: _("All"),
    DealList.SETTLE: _("🧾 To be settled"),
    DealList.CLOSED: _("🔒 Closed"),
}
NONE: dict[DealList, Sentence] = {
    DealList.NEED: _("None of your deals needs you right now."),
    DealList.OVERDUE: _("Nothing is overdue."),
    DealList.ALL: _("No open deals."),
    DealList.SETTLE: _("No trip waits to be settled."),
    DealList.CLOSED: _("No closed deals yet."),
}


@routes.draws(DEAL_LIST)
def deal_list(exchange: Exchange, which: str, page: int) -> Screen:
    chosen = DealList(which) if which in set(DealList) else DealList.NEED
    found = deals_listed(exchange.desk, chosen, SIZE + 1, page * SIZE)
    if page and not found:
        return deal_list(exchange, which, page - 1)
    row = chips(LISTS.items(), chosen, lambda label, one: go(label, DEAL_LIST, one.value, 0))
    return listing(
        lines(_("<b>Deals</b>"), *branch_words(exchange.desk.actor)),
        found,
        page,
        chips=(row[:3], row[3:]),
        line=lambda one: _line(exchange, one),
        opens=_opens,
        turns=lambda label, other: go(label, DEAL_LIST, which, other),
        empty=NONE[chosen],
        size=SIZE,
        below=_below(exchange),
    )


def _below(exchange: Exchange) -> tuple[Row, ...]:
    by_stage = apart(go(_("🗂 By stage"), STAGES, False))  # the same deals in another order
    answers = exchange.desk.actor.may(Right.ANSWER_CLIENTS)
    questions = (go(_("💬 Inbox"), INBOX, "", 0),) if answers else ()
    return ((by_stage, *questions), (go(_("◀ Home"), HOME),))


def _opens(one: Listed) -> Button:
    label = _("#{number} · {client}")(number=one.deal.id, client=one.deal.client.name)
    return go(label, DEAL, one.deal.id)


def _line(exchange: Exchange, one: Listed) -> Sentence:
    """What is overdue, else where it stands; of a lost one, why."""
    deal, names = one.deal, exchange.desk.agency.pipelines.names
    told = _("{sign} #{number} · {client} · {title} · {what}")
    facts = {"number": deal.id, "client": deal.client.name, "title": deal.called}
    if deal.is_lost:
        return told(
            sign="✖", what=reason_words(deal.lost_reason or "—", exchange.desk.agency.definitions), **facts
        )
    if one.overdue:
        return told(sign="🔴", what=due_thing(one.overdue[0]), **facts)
    sign = "⏳" if one.waits else "✅"
    return told(sign=sign, what=stage_words(deal.step_key, names), **facts)
