"""Deals by stage: how many wait where, and the list a manager works down, longest waiting first."""

from datetime import date

from bot.conversation.exchange import Exchange
from bot.conversation.links import HOME
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, column, go, pairs
from bot.conversation.slots import home_button
from bot.conversation.widgets.listing import SIZE, listing
from bot.links.deals import DEAL, DEAL_OF_LIST, DEALS, STAGES
from domain.entities.people import Right
from domain.queries.deals import DealLine, deals_at, stage_counts
from locales import Sentence, _, lines, n_
from locales.terms.deals import stage_words

routes = Routes(rank=600)

COUNTED = n_("{count} deal, longest waiting first", "{count} deals, longest waiting first")
NONE = _("nothing waits here")
ONLY_MINE = _("🙋 Only mine")
EVERYBODYS = _("👥 Everybody's")


@routes.command("deals", _("Deals by stage"), right=Right.SEE_DEALS)
def deals_command(exchange: Exchange, argument: str) -> None:
    number = argument.strip().removeprefix("№").strip()
    if number.isascii() and number.isdigit() and len(number) <= 9:
        exchange.show(DEAL, int(number))
    else:
        exchange.show(STAGES, False)


@routes.draws(STAGES)
def stages(exchange: Exchange, mine: bool = False) -> Screen:  # noqa: FBT001 (as a button keeps it)
    """How many open deals stand at each stage; closed ones are not counted."""
    counts, names = stage_counts(exchange.desk, mine=mine), exchange.desk.agency.pipelines.names
    label = _("{stage} · {count}")
    buttons = [
        go(label(stage=stage_words(stage, names), count=count), DEALS, stage, mine, 0)
        for stage, count in counts.stages.items()
    ]
    head = _("<b>My deals</b>") if mine else _("<b>Deals</b>")
    told = n_("{count} open deal", "{count} open deals")(count=counts.total)
    toggle = go(EVERYBODYS if mine else ONLY_MINE, STAGES, not mine)
    return Screen(lines(head, told), (*pairs(buttons), *column([toggle, go(_("◀ Home"), HOME)])))


@routes.draws(DEALS)
def deals_page(exchange: Exchange, stage: str, mine: bool, page: int) -> Screen:  # noqa: FBT001 (as a button keeps it)
    found = deals_at(exchange.desk, stage, mine=mine, limit=SIZE + 1, offset=page * SIZE)
    zone = exchange.desk.agency.zone
    counted = COUNTED(count=found.count) if found.count else NONE
    return listing(
        _("<b>{stage}</b> · {deals}")(
            stage=stage_words(stage, exchange.desk.agency.pipelines.names), deals=counted
        ),
        [*enumerate(found.lines, page * SIZE)],
        page,
        line=lambda one: _line(one[1], one[1].since.astimezone(zone).date()),
        opens=lambda one: _opens(*one),
        turns=lambda label, other: go(label, DEALS, stage, mine, other),
        below=[_ways(stage, mine=mine)],
    )


def _opens(place: int, deal: DealLine) -> Button:
    """The card remembers where in the list it was opened, and goes on from there."""
    label = _("№ {number} · {client}")(number=deal.number, client=deal.client)
    return go(label, DEAL_OF_LIST, deal.number, place)


def _ways(stage: str, *, mine: bool) -> Row:
    toggle = go(EVERYBODYS if mine else ONLY_MINE, DEALS, stage, not mine, 0)
    return (toggle, go(_("◀ Deals"), STAGES, mine))


def _line(deal: DealLine, since: date) -> Sentence:
    """ "✅ № 12 · Anna Petrova · Ohrid 29.10.2027, since 1 March 2027": the tick when nothing keeps it there."""
    return _("{sign} № {number} · {client} · {title}, since {since}")(
        sign="⏳" if deal.waits else "✅",
        number=deal.number,
        client=deal.client,
        title=deal.title,
        since=since,
    )


@home_button(rank=30, right=Right.SEE_DEALS)
def deals_at_home(_exchange: Exchange) -> Button:
    return go(_("🗂 Deals"), STAGES, False)
