"""Whoever looks after a colleague: shown on the card, chosen by who invites staff."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, back, go
from bot.conversation.widgets.picker import picker
from bot.handlers.history.declared import act as acted
from bot.links.staff import COLLEAGUE, COLLEAGUE_SLOTS, COLLEAGUE_SUPERVISOR, SET_SUPERVISOR
from domain.entities.people import StaffMember, StaffNumber
from domain.queries.staff import colleague
from domain.queries.supervisors import can_supervise, supervisor_of
from domain.usecases.staff.supervising import set_supervisor
from locales import Sentence, _
from locales.terms.staff import ROLES

routes = Routes()

SIZE = 6
acted("staff", "supervisor_changed", _("Supervisor: {supervisor}"))


@COLLEAGUE_SLOTS.lines(30)
def supervisor_on_card(exchange: Exchange, member: StaffMember) -> list[Sentence]:
    above = supervisor_of(exchange.desk, member)
    return [_("👔 Supervisor: {name}")(name=above.name)] if above else []


@COLLEAGUE_SLOTS.button(25)
def supervisor_button(_exchange: Exchange, member: StaffMember) -> Button | None:
    return go(_("👔 Supervisor"), COLLEAGUE_SUPERVISOR, member.id, 0) if member.active else None


@routes.draws(COLLEAGUE_SUPERVISOR)
def who_supervises(exchange: Exchange, number: StaffNumber, page: int) -> Screen:
    member = colleague(exchange.desk, number)
    label = _("👤 {name} · {role}")
    return picker(
        _("Who is {name}'s supervisor? What nobody takes or answers goes there.")(name=member.name),
        [one for one in can_supervise(exchange.desk, number) if one.id != member.supervisor],
        lambda one: act(label(name=one.name, role=ROLES[one.role]), SET_SUPERVISOR, number, one.id),
        act(_("👔 The owners"), SET_SUPERVISOR, number, None) if member.supervisor else None,
        back(COLLEAGUE, number),
        page=page,
        turns=lambda words, other: go(words, COLLEAGUE_SUPERVISOR, number, other),
        size=SIZE,
    )


@routes.does(SET_SUPERVISOR)
def supervise(exchange: Exchange, number: StaffNumber, supervisor: int | None) -> None:
    set_supervisor(exchange.desk, number, supervisor)
    exchange.show(COLLEAGUE, number)
