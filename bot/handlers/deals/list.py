"""Deals by stage: how many wait where, and the list a manager works down, longest waiting first."""

from datetime import date

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, column, go, pages, pairs
from bot.conversation.slots import home_button
from domain.entities.people import Right
from domain.queries.deals import DealLine, deals_at, stage_counts
from locales import Sentence, _, lines, n_
from locales.terms.deals import stage_words

routes = Routes(rank=600)

PAGE = 8
DEALS = n_("{count} deal, longest waiting first", "{count} deals, longest waiting first")
NONE = _("nothing waits here")
ONLY_MINE = _("🙋 Only mine")
EVERYBODYS = _("👥 Everybody's")


@routes.command("deals", _("Deals by stage"), right=Right.SEE_DEALS)
def deals_command(exchange: Exchange, argument: str) -> None:
    number = argument.strip().removeprefix("№").strip()
    if number.isascii() and number.isdigit() and len(number) <= 9:
        exchange.show("deal", int(number))
    else:
        exchange.show("stages")


@routes.view("stages")
def stages(exchange: Exchange, mine: bool = False) -> Screen:  # noqa: FBT001 (as a button keeps it)
    """How many open deals stand at each stage; closed ones are not counted."""
    counts = stage_counts(exchange.desk, mine=mine)
    label = _("{stage} · {count}")
    buttons = [
        go(label(stage=stage_words(stage), count=count), "deals", stage, mine, 0)
        for stage, count in counts.stages.items()
    ]
    head = _("<b>My deals</b>") if mine else _("<b>Deals</b>")
    told = n_("{count} open deal", "{count} open deals")(count=counts.total)
    toggle = go(EVERYBODYS if mine else ONLY_MINE, "stages", not mine)
    return Screen(lines(head, told), (*pairs(buttons), *column([toggle, go(_("◀ Home"), "home")])))


@routes.view("deals")
def deals_page(exchange: Exchange, stage: str, mine: bool, page: int) -> Screen:  # noqa: FBT001 (as a button keeps it)
    shown = deals_at(exchange.desk, stage, mine=mine, limit=PAGE, offset=page * PAGE)
    head = _("<b>{stage}</b> · {deals}")(
        stage=stage_words(stage), deals=DEALS(count=shown.count) if shown.count else NONE
    )
    zone = exchange.desk.agency.zone
    text = lines(head, "", *(_line(deal, deal.since.astimezone(zone).date()) for deal in shown.lines))
    rows = column(
        _opens(deal, stage, place, mine=mine) for place, deal in enumerate(shown.lines, start=page * PAGE)
    )
    turns = pages("deals", (stage, mine), page, shown.more)
    return Screen(text, (*rows, *turns, _ways(stage, mine=mine)))


def _opens(deal: DealLine, stage: str, place: int, *, mine: bool) -> Button:
    """The card remembers where in which list it was opened, and goes on from there."""
    label = _("№ {number} · {client}")(number=deal.number, client=deal.client)
    return go(label, "deal", deal.number, stage, mine, place)


def _ways(stage: str, *, mine: bool) -> Row:
    toggle = go(EVERYBODYS if mine else ONLY_MINE, "deals", stage, not mine, 0)
    return (toggle, go(_("◀ Deals"), "stages", mine))


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
    return go(_("🗂 Deals"), "stages")
