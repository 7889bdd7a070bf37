"""What the owner changes about a colleague: the branch, the role, and that they leave."""

from bot.conversation.exchange import Exchange
from bot.conversation.links import HOME
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, back, pairs
from bot.conversation.widgets.confirm import confirm
from bot.handlers.staff.succession import DEALS
from bot.handlers.staff.words import HEAD_OFFICE, offices
from bot.links.staff import (
    CHANGE_ROLE,
    COLLEAGUE,
    COLLEAGUE_BRANCH,
    COLLEAGUE_ROLE,
    DISMISS,
    LEAVING,
    STAFF,
    SUCCESSION,
    TRANSFER,
)
from domain.entities.people import Role, StaffNumber
from domain.queries import staff
from domain.queries.handover import left_by
from domain.queries.staff import branch_name
from domain.usecases.staff.staffing import change_role, dismiss, transfer
from locales import _, lines
from locales.terms.staff import ROLES

routes = Routes()


@routes.draws(COLLEAGUE_BRANCH)
def which_branch(exchange: Exchange, number: StaffNumber) -> Screen:
    member = staff.colleague(exchange.desk, number)
    buttons = [
        act(_("🏢 {branch}")(branch=name), TRANSFER, number, branch)
        for branch, name in offices(staff.branches(exchange.desk))
        if branch != member.branch
    ]
    text = lines(
        _("Where will {name} work from now on?")(name=member.name),
        _("Deals and inquiries stay with the branch they belong to."),
    )
    return Screen(text, (*pairs(buttons), (back(COLLEAGUE, number),)))


@routes.does(TRANSFER)
def move(exchange: Exchange, number: StaffNumber, branch: int | None) -> None:
    member = transfer(exchange.desk, number, branch)
    where = branch_name(exchange.desk, branch) or HEAD_OFFICE
    exchange.note(_("{name} now works here: {branch}.")(name=member.name, branch=where))
    if not _asks_who_goes_on(exchange, number):
        exchange.show(COLLEAGUE, number)


@routes.draws(COLLEAGUE_ROLE)
def which_role(exchange: Exchange, number: StaffNumber) -> Screen:
    member = staff.colleague(exchange.desk, number)
    buttons = [act(ROLES[role], CHANGE_ROLE, number, role.value) for role in Role if role is not member.role]
    asks = _("{name} is now: <b>{role}</b>. And from now on?")(name=member.name, role=ROLES[member.role])
    return Screen(asks, (*pairs(buttons), (back(COLLEAGUE, number),)))


@routes.does(CHANGE_ROLE)
def give_role(exchange: Exchange, number: StaffNumber, role: str) -> None:
    member = change_role(exchange.desk, number, Role(role))
    exchange.note(_("{name} is now: {role}.")(name=member.name, role=ROLES[member.role]))
    if member is exchange.desk.actor.staff:
        _begin_anew(exchange)
    elif not _asks_who_goes_on(exchange, number):
        exchange.show(COLLEAGUE, number)


@routes.draws(LEAVING)
def leaving(exchange: Exchange, number: StaffNumber) -> Screen:
    found = staff.colleague_card(exchange.desk, number)
    member, leads = found.member, found.leads
    text = lines(
        _("Is {name} ({role}) leaving the agency?")(name=member.name, role=ROLES[member.role]),
        _("Somebody else then takes over {deals}.")(deals=DEALS(count=leads)) if leads else None,
    )
    return confirm(text, act(_("Yes, leaves"), DISMISS, number), back(COLLEAGUE, number))


@routes.does(DISMISS)
def let_go(exchange: Exchange, number: StaffNumber) -> None:
    member = dismiss(exchange.desk, number)
    exchange.note(_("{name} has left.")(name=member.name))
    if member is exchange.desk.actor.staff:
        _begin_anew(exchange)
    elif not _asks_who_goes_on(exchange, number):
        exchange.show(STAFF)


def _begin_anew(exchange: Exchange) -> None:
    """Of themselves: the menu and the home screen are others now."""
    exchange.refresh_menu()
    exchange.screen = None
    exchange.show(HOME)


def _asks_who_goes_on(exchange: Exchange, number: int) -> bool:
    """At once, when something was left behind."""
    left = left_by(exchange.desk, number)
    if left:
        exchange.show(SUCCESSION, number)
    return bool(left)
