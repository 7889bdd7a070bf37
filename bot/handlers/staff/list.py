"""The staff: who works here, or, where there are branches, how many in each."""

from bot.conversation.exchange import Exchange
from bot.conversation.links import HOME
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, act, ask, back, column, go, pairs
from bot.conversation.slots import home_button
from bot.flows.staff.open_branch import OpenBranch
from bot.handlers.staff.words import PAGE, PEOPLE, hand_lines, member_buttons, offices
from bot.links.staff import BRANCH, INVITATIONS, INVITE, INVITING_AS, STAFF, UNLED
from domain.entities.people import Right, Role
from domain.queries import staff as queries
from domain.queries.staff import StaffList
from locales import _, lines
from locales.terms.staff import ROLES

routes = Routes(rank=400)


@routes.command("staff", _("Colleagues and invitations"), right=Right.INVITE_STAFF, rank=60)
def staff(exchange: Exchange, _argument: str) -> None:
    exchange.show(STAFF)


@routes.draws(STAFF)
def staff_list(exchange: Exchange) -> Screen:
    found = queries.staff_list(exchange.desk)
    listed = [] if found.branches else hand_lines(exchange, found.members[:PAGE])
    return Screen(
        lines(_("<b>Staff</b>"), PEOPLE(count=len(found.members)), *listed),
        (
            *(_by_branch(found) if found.branches else _by_name(found)),
            (go(_("➕ Invite somebody"), INVITING_AS),),
            *column([*_more(found), go(_("◀ Home"), HOME)]),
        ),
    )


@routes.draws(INVITING_AS)
def as_what(_exchange: Exchange) -> Screen:
    invites = [act(_("➕ Invite: {role}")(role=ROLES[role]), INVITE, role.value) for role in Role]
    return Screen(_("What will their role be?"), (*pairs(invites), (back(STAFF),)))


def _by_name(found: StaffList) -> tuple[Row, ...]:
    """The other pages are those of head office: everybody works there while there are no branches."""
    more = [go(_("Next ▶"), BRANCH, None, 1)] if len(found.members) > PAGE else []
    return (*member_buttons(found.members[:PAGE]), *column(more))


def _by_branch(found: StaffList) -> tuple[Row, ...]:
    label = _("🏢 {branch} · {count}")
    return column(
        go(label(branch=name, count=len(found.of(number))), BRANCH, number, 0)
        for number, name in offices(found.branches)
    )


def _more(found: StaffList) -> list[Button | None]:
    waiting = _("✉️ Open invitations · {count}")(count=found.invitations)
    return [
        go(_("⚠️ No one assigned"), UNLED, 0) if found.somebody_left else None,
        go(waiting, INVITATIONS) if found.invitations else None,
        ask(_("🏢 Open a branch"), OpenBranch),
    ]


@home_button(rank=70, right=Right.INVITE_STAFF)
def staff_at_home(_exchange: Exchange) -> Button:
    return go(_("👥 Staff"), STAFF)
