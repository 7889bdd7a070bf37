"""Who goes on with what a colleague leaves behind: everything with one tap, or one by one."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, column, go
from bot.conversation.widgets.listing import turning
from bot.conversation.widgets.picker import picker
from bot.links.deals import HAND_OVER
from bot.links.inquiries import GIVE_INQUIRY
from bot.links.staff import COLLEAGUE, STAFF, SUCCEED, SUCCESSION, UNLED
from domain.entities.people import StaffNumber
from domain.queries.handover import Left, left_by, successors, without_responsible
from domain.queries.staff import colleague
from domain.usecases.staff.handover import succeed
from locales import COMMA, Joined, _, lines, n_
from locales.terms.staff import ROLES

routes = Routes()

PAGE = 8
DEALS = n_("{count} open deal", "{count} open deals")
INQUIRIES = n_("{count} inquiry", "{count} inquiries")


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
    return picker(
        asks,
        successors(exchange.desk, number)[:PAGE],
        lambda one: act(label(name=one.name, role=ROLES[one.role]), SUCCEED, number, one.id),
        go(_("📋 One by one"), UNLED, 0),
        to_staff,
    )


def _things(left: Left) -> Joined:
    deals, inquiries = len(left.deals), len(left.inquiries)
    parts = [DEALS(count=deals) if deals else None, INQUIRIES(count=inquiries) if inquiries else None]
    return Joined([part for part in parts if part], by=COMMA)


@routes.does(SUCCEED)
def go_on_with(exchange: Exchange, number: StaffNumber, successor: int) -> None:
    left = succeed(exchange.desk, number, successor)
    name = colleague(exchange.desk, successor).name
    if left:
        exchange.note(_("{name} takes over {things}.")(name=name, things=_things(left)))
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
