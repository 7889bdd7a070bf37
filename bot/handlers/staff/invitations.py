"""Invitations: one-time links that let somebody in with a role."""

from bot.conversation.exchange import Exchange
from bot.conversation.links import HOME
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, back, column, pairs
from bot.handlers.staff.words import PAGE, offices
from bot.links.staff import INVITATIONS, INVITE, INVITE_TO, INVITING, STAFF, WITHDRAW
from domain.entities.people import Invitation, InvitationNumber, Role
from domain.queries.staff import branch_name, branches, open_invitations
from domain.usecases.staff.staffing import invite, join_staff, withdraw
from locales import Link, Sentence, _, lines
from locales.terms.staff import ROLES

routes = Routes()


@routes.does(INVITE)
def invite_somebody(exchange: Exchange, role: str) -> None:
    """Where there are branches, one more tap says for which."""
    if branches(exchange.desk):
        exchange.show(INVITING, role)
    else:
        invite_to(exchange, role, None)


@routes.draws(INVITING)
def inviting(exchange: Exchange, role: str) -> Screen:
    buttons = [
        act(_("🏢 {branch}")(branch=name), INVITE_TO, role, number)
        for number, name in offices(branches(exchange.desk))
    ]
    asks = _("<b>{role}</b>: in which branch?")(role=ROLES[Role(role)])
    return Screen(asks, (*pairs(buttons), (back(STAFF),)))


@routes.does(INVITE_TO)
def invite_to(exchange: Exchange, role: str, branch: int | None) -> None:
    """The link comes in a message of its own; a second tap of this button finds it out of date."""
    token = invite(exchange.desk, Role(role), branch)
    link = exchange.deep_link(f"s_{token}")
    name = branch_name(exchange.desk, branch)
    exchange.say(
        lines(
            _("Send this link to your new colleague: <b>{role}</b>.")(role=ROLES[Role(role)]),
            _("🏢 {branch}")(branch=name) if name else None,
            _("It works once, for one person, within a day."),
            Link(link, link),
        )
    )
    exchange.show(STAFF)


@routes.draws(INVITATIONS)
def invitations(exchange: Exchange) -> Screen:
    """Links that were sent and still let somebody in."""
    waiting = open_invitations(exchange.desk)[:PAGE]
    shown_lines = [_line(one, exchange.desk.agency.name) for one in waiting]
    label = _("🚫 Withdraw: {role}")
    buttons = [act(label(role=ROLES[one.role]), WITHDRAW, one.id) for one in waiting]
    text = lines(_("<b>Open invitations</b>"), *(shown_lines or [_("None.")]))
    return Screen(text, column([*buttons, back(STAFF)]))


def _line(one: Invitation, agency: str) -> Sentence:
    return _("{role}, until {until}, by {name}")(
        role=ROLES[one.role], until=one.expires_at, name=one.created_by.name if one.created_by else agency
    )


@routes.does(WITHDRAW)
def withdraw_invitation(exchange: Exchange, number: InvitationNumber) -> None:
    withdraw(exchange.desk, number)
    exchange.note(_("This link no longer works."))
    exchange.show(INVITATIONS)


@routes.link("s")
def join(exchange: Exchange, token: str) -> None:
    member = join_staff(exchange.desk, token)
    exchange.become_staff(member)
    exchange.say(
        _("Welcome to {agency}! You are now: <b>{role}</b>.")(
            agency=exchange.desk.agency.name, role=ROLES[member.role]
        )
    )
    exchange.refresh_menu()
    exchange.show(HOME)
