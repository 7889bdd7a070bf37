"""Deals by stage: how many wait where, and the list a manager works down, longest waiting first."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, column, go, pages, pairs
from bot.conversation.slots import home_button
from domain.entities.deals import Deal
from domain.entities.people import Right, StaffMember
from domain.ports.desk import Desk
from domain.usecases.deals.stages import waits_for
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
    desk = exchange.desk
    desk.must(Right.SEE_DEALS)
    counts = desk.repositories.deals.count_by_stage(_whose(desk, mine=mine))
    last = desk.agency.pipeline.last.stage
    buttons = [
        go(
            _("{stage} · {count}")(stage=stage_words(stage), count=counts.get(stage, 0)),
            "deals",
            stage,
            mine,
            0,
        )
        for stage in desk.agency.pipeline.stages
        if stage != last
    ]
    head = _("<b>My deals</b>") if mine else _("<b>Deals</b>")
    told = n_("{count} open deal", "{count} open deals")(count=sum(counts.values()))
    toggle = go(EVERYBODYS if mine else ONLY_MINE, "stages", not mine)
    return Screen(lines(head, told), (*pairs(buttons), *column([toggle, go(_("◀ Home"), "home")])))


@routes.view("deals")
def deals_at(exchange: Exchange, stage: str, mine: bool, page: int) -> Screen:  # noqa: FBT001 (as a button keeps it)
    desk = exchange.desk
    desk.must(Right.SEE_DEALS)
    whose = _whose(desk, mine=mine)
    found = desk.repositories.deals.at_stage(stage, whose, PAGE + 1, page * PAGE)
    shown = found[:PAGE]
    count = desk.repositories.deals.count_by_stage(whose).get(stage, 0)
    head = _("<b>{stage}</b> · {deals}")(
        stage=stage_words(stage), deals=DEALS(count=count) if count else NONE
    )
    text = lines(head, "", *(_line(desk, deal) for deal in shown))
    rows = column(
        _opens(deal, stage, place, mine=mine) for place, deal in enumerate(shown, start=page * PAGE)
    )
    turns = pages("deals", (stage, mine), page, len(found) > PAGE)
    return Screen(text, (*rows, *turns, _ways(stage, mine=mine)))


def _opens(deal: Deal, stage: str, place: int, *, mine: bool) -> Button:
    """The card remembers where in which list it was opened, and goes on from there."""
    label = _("№ {number} · {client}")(number=deal.id, client=deal.client.name)
    return go(label, "deal", deal.id, stage, mine, place)


def _ways(stage: str, *, mine: bool) -> Row:
    toggle = go(EVERYBODYS if mine else ONLY_MINE, "deals", stage, not mine, 0)
    return (toggle, go(_("◀ Deals"), "stages", mine))


def _line(desk: Desk, deal: Deal) -> Sentence:
    """ "✅ № 12 · Anna Petrova · Ohrid 29.10.2027, since 1 March 2027": the tick when nothing keeps it there."""
    since = (deal.step_since or deal.created_at).astimezone(desk.agency.zone).date()
    return _("{sign} № {number} · {client} · {title}, since {since}")(
        sign="⏳" if waits_for(desk, deal) else "✅",
        number=deal.id,
        client=deal.client.name,
        title=deal.title,
        since=since,
    )


def _whose(desk: Desk, *, mine: bool) -> StaffMember | None:
    return desk.actor.staff if mine else None


@home_button(rank=30, right=Right.SEE_DEALS)
def deals_at_home(_exchange: Exchange) -> Button:
    return go(_("🗂 Deals"), "stages")
