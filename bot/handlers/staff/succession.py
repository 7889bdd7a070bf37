"""Who goes on with what a colleague leaves behind: everything with one tap, or one by one."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, back, column, go
from bot.conversation.widgets.listing import turning
from bot.conversation.widgets.picker import picker
from bot.handlers.history.declared import act as acted
from bot.links.deals import HAND_OVER
from bot.links.inquiries import GIVE_INQUIRY
from bot.links.staff import COLLEAGUE, STAFF, SUCCEED, SUCCEED_OF, SUCCESSION, SUCCESSION_OF, UNLED
from domain.entities.people import StaffNumber
from domain.queries.handover import Left, LeftKind, left_by, successors, without_responsible
from domain.queries.staff import colleague
from domain.usecases.staff.handover import succeed
from domain.values.refusals import NotFound
from locales import COMMA, Joined, _, lines, n_
from locales.terms.staff import ROLES

routes = Routes()

PAGE = 8
DEALS = n_("{count} open deal", "{count} open deals")
INQUIRIES = n_("{count} inquiry", "{count} inquiries")
CLIENTS = n_("{count} client", "{count} clients")
TRIPS = n_("{count} trip to guide", "{count} trips to guide")
KINDS = {
    LeftKind.DEALS: _("🗂 Only the deals"),
    LeftKind.INQUIRIES: _("📥 Only inquiries"),
    LeftKind.CLIENTS: _("👥 Only the clients"),
    LeftKind.TRIPS: _("🚌 Only the trips"),
}
acted("staff", "clients_handed_over", _("Clients handed over to {name}: {count}"))


@routes.draws(SUCCESSION)
def succession(exchange: Exchange, number: StaffNumber) -> Screen:
    """Back is to the staff: what was asked before was whether they leave."""
    name, left = colleague(exchange.desk, number).name, left_by(exchange.desk, number)
    to_staff = go(_("◀ Staff"), STAFF)
    if not left:
        return Screen(_("Everything of {name}'s has been handed over.")(name=name), ((to_staff,),))
    asks = lines(
        _("<b>{name}</b> leaves behind: {things}.")(name=name, things=_things(left)), _("Who takes over?")
    )
    label = _("👤 {name} · {role}")
    several = left.kinds if len(left.kinds) > 1 else []
    single = go(_("📋 One by one"), UNLED, 0) if left.deals or left.inquiries else None
    by_kind = [go(KINDS[kind], SUCCESSION_OF, number, kind.value) for kind in several]
    return picker(
        asks,
        successors(exchange.desk, number)[: PAGE - len(by_kind) - 2],
        lambda one: act(label(name=one.name, role=ROLES[one.role]), SUCCEED, number, one.id),
        *by_kind,
        single,
        to_staff,
    )


@routes.draws(SUCCESSION_OF)
def succession_of(exchange: Exchange, number: StaffNumber, kind: str) -> Screen:
    """Of one kind alone: the rest may go to somebody else."""
    wanted = _kind(kind)
    name, left = colleague(exchange.desk, number).name, left_by(exchange.desk, number).only(wanted)
    if not left:
        return succession(exchange, number)
    label = _("👤 {name} · {role}")
    return picker(
        _("<b>{name}</b>: {things}. Who takes over?")(name=name, things=_things(left)),
        successors(exchange.desk, number, wanted)[: PAGE - 1],
        lambda one: act(label(name=one.name, role=ROLES[one.role]), SUCCEED_OF, number, one.id, kind),
        back(SUCCESSION, number),
    )


def _things(left: Left) -> Joined:
    counts = (
        (DEALS, len(left.deals)),
        (INQUIRIES, len(left.inquiries)),
        (CLIENTS, left.clients),
        (TRIPS, len(left.trips)),
    )
    parts = [words(count=count) if count else None for words, count in counts]
    return Joined([part for part in parts if part], by=COMMA)


@routes.does(SUCCEED)
def go_on_with(exchange: Exchange, number: StaffNumber, successor: int) -> None:
    _taken_over(exchange, number, successor, succeed(exchange.desk, number, successor))


@routes.does(SUCCEED_OF)
def go_on_with_some(exchange: Exchange, number: StaffNumber, successor: int, kind: str) -> None:
    _taken_over(exchange, number, successor, succeed(exchange.desk, number, successor, _kind(kind)))


def _kind(written: str) -> LeftKind:
    """Raises NotFound: out_of_date."""
    if written not in set(LeftKind):
        raise NotFound("out_of_date")
    return LeftKind(written)


def _taken_over(exchange: Exchange, number: int, successor: int, left: Left) -> None:
    """What is left for somebody else is asked for next."""
    name = colleague(exchange.desk, successor).name
    if left:
        exchange.note(_("{name} takes over {things}.")(name=name, things=_things(left)))
    if left_by(exchange.desk, number):
        exchange.show(SUCCESSION, number)
    else:
        exchange.show(COLLEAGUE, number)


@routes.draws(UNLED)
def unled(exchange: Exchange, page: int) -> Screen:
    """Open deals without anybody who looks after them: a tap chooses who does from now on."""
    found = without_responsible(exchange.desk, PAGE + 1, page * PAGE)
    of_deal, of_inquiry = _("🗂 #{number} · {client}"), _("📥 #{number} · {client}")
    inquiries = [
        go(of_inquiry(number=one.id, client=one.client.name), GIVE_INQUIRY, one.id)
        for one in found.inquiries[:PAGE]
    ]
    deals = [
        go(of_deal(number=deal.id, client=deal.client.name), HAND_OVER, deal.id)
        for deal in found.deals[:PAGE]
    ]
    text = _("<b>No one assigned</b>") if found else _("Everything is assigned.")
    turns = turning(lambda label, other: go(label, UNLED, other), page, more=len(found.deals) > PAGE)
    return Screen(text, (*column([*inquiries, *deals]), *turns, (go(_("◀ Staff"), STAFF),)))
