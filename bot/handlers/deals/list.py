"""Deals by stage: how many wait where, and the list a manager works down, longest waiting first."""

from collections.abc import Sequence
from datetime import date

from bot.conversation.exchange import Exchange
from bot.conversation.keyboard import keyboard_key
from bot.conversation.links import HOME
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, apart, column, go, pairs
from bot.conversation.widgets.listing import SIZE, listing
from bot.handlers.staff.reach import branch_words
from bot.links.deals import DEAL, DEAL_LIST, DEAL_OF_LIST, DEALS, STAGES, STAGES_OF
from domain.entities.people import Right
from domain.queries.deal_lists import DealList
from domain.queries.deals_by_stage import DealLine, StageCounts, deals_at, stage_counts
from domain.values.counts import MOST
from domain.values.numbers import number_named
from locales import Sentence, _, lines, n_
from locales.terms.deals import pipeline_words, stage_words
from locales.terms.today import counted

routes = Routes(rank=600)

COUNTED = n_("{count} deal, oldest first", "{count} deals, oldest first")
MORE_COUNTED = _("more than {count} deals, longest waiting first")
NONE = _("nothing here")
COUNTS = _("{stage} · {count}")
OPEN = n_("{count} open deal", "{count} open deals")
MORE_OPEN = _("more than {count} open deals")
ONLY_MINE = _("🙋 Only mine")
EVERYBODYS = _("👥 Everybody's")


keyboard_key(30, _("🗂 Deals"), "deals", Right.SEE_DEALS)


@routes.command("deals", _("Deals by stage"), right=Right.SEE_DEALS, rank=30)
def deals_command(exchange: Exchange, argument: str) -> None:
    number = number_named(argument)
    if number is None:
        exchange.show(DEAL_LIST, DealList.NEED, 0)
    else:
        exchange.show(DEAL, number)


@routes.draws(STAGES)
def stages(exchange: Exchange, mine: bool = False) -> Screen:  # noqa: FBT001 (as a button keeps it)
    """How many open deals stand at each stage; closed ones are not counted. Of several pipelines, one is chosen first."""
    counts = stage_counts(exchange.desk, mine=mine)
    toggle = go(EVERYBODYS if mine else ONLY_MINE, STAGES, not mine)
    below = column([toggle, go(_("◀ Home"), HOME)])
    if len(counts) == 1:
        told = lines(_head(mine=mine), _open(counts), *branch_words(exchange.desk.actor))
        return Screen(told, (*pairs(_stages(exchange, counts[0], mine=mine)), *below))
    pipelines = exchange.desk.agency.pipelines.all
    buttons = [
        go(
            COUNTS(stage=pipeline_words(one.pipeline, pipelines), count=_in_all(one)),
            STAGES_OF,
            one.pipeline,
            mine,
        )
        for one in counts
    ]
    told = lines(_head(mine=mine), _open(counts), *branch_words(exchange.desk.actor))
    return Screen(told, (*column(buttons), *below))


@routes.draws(STAGES_OF)
def stages_of(exchange: Exchange, pipeline: str, mine: bool) -> Screen:  # noqa: FBT001 (as a button keeps it)
    """Of one pipeline; of all, when nothing is left in it."""
    counts = [one for one in stage_counts(exchange.desk, mine=mine) if one.pipeline == pipeline]
    if not counts:
        return stages(exchange, mine)
    named = _("🗂 {name}")(name=pipeline_words(pipeline, exchange.desk.agency.pipelines.all))
    toggle = go(EVERYBODYS if mine else ONLY_MINE, STAGES_OF, pipeline, not mine)
    below = column([toggle, go(_("◀ Deals"), STAGES, mine)])
    text = lines(_head(mine=mine), named, _open(counts))
    return Screen(text, (*pairs(_stages(exchange, counts[0], mine=mine)), *below))


def _open(counts: Sequence[StageCounts]) -> Sentence:
    total = sum(one.total for one in counts)
    return MORE_OPEN(count=total) if any(one.more for one in counts) else OPEN(count=total)


def _in_all(counts: StageCounts) -> Sentence:
    return counted(MOST + 1 if counts.more else counts.total)


def _stages(exchange: Exchange, counts: StageCounts, *, mine: bool) -> list[Button]:
    names = exchange.desk.agency.pipelines.names
    return [
        go(COUNTS(stage=stage_words(stage, names), count=counted(count)), DEALS, stage, mine, 0)
        for stage, count in counts.stages.items()
    ]


def _head(*, mine: bool) -> Sentence:
    return _("<b>My deals</b>") if mine else _("<b>Deals</b>")


@routes.draws(DEALS)
def deals_page(exchange: Exchange, stage: str, mine: bool, page: int) -> Screen:  # noqa: FBT001 (as a button keeps it)
    found = deals_at(exchange.desk, stage, mine=mine, limit=SIZE + 1, offset=page * SIZE)
    zone = exchange.desk.agency.zone
    return listing(
        _("<b>{stage}</b> · {deals}")(
            stage=stage_words(stage, exchange.desk.agency.pipelines.names), deals=_waiting(found.count)
        ),
        [*enumerate(found.lines, page * SIZE)],
        page,
        line=lambda one: _line(one[1], one[1].since.astimezone(zone).date()),
        opens=lambda one: _opens(*one),
        turns=lambda label, other: go(label, DEALS, stage, mine, other),
        below=[_ways(exchange, stage, mine=mine)],
    )


def _waiting(count: int) -> Sentence:
    if count > MOST:
        return MORE_COUNTED(count=MOST)
    return COUNTED(count=count) if count else NONE


def _opens(place: int, deal: DealLine) -> Button:
    """The card remembers where in the list it was opened, and goes on from there."""
    label = _("#{number} · {client}")(number=deal.number, client=deal.client)
    return go(label, DEAL_OF_LIST, deal.number, place)


def _ways(exchange: Exchange, stage: str, *, mine: bool) -> Row:
    toggle = apart(go(EVERYBODYS if mine else ONLY_MINE, DEALS, stage, not mine, 0))
    pipelines = exchange.desk.agency.pipelines
    if len(pipelines.all) == 1:
        return (toggle, apart(go(_("◀ Deals"), STAGES, mine)))
    return (toggle, apart(go(_("◀ Deals"), STAGES_OF, pipelines.key_of(stage), mine)))


def _line(deal: DealLine, since: date) -> Sentence:
    """ "✅ № 12 · Anna Petrova · Ohrid 29.10.2027, since 1 March 2027": the tick when nothing keeps it there, nor is late."""
    return _("{sign} #{number} · {client} · {title}, since {since}")(
        sign="🔴" if deal.late else "⏳" if deal.waits else "✅",
        number=deal.number,
        client=deal.client,
        title=deal.title,
        since=since,
    )
