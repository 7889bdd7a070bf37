"""The staff: who works here and in which branch, and one-time links that let somebody in with a role."""

from collections.abc import Sequence

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, ask, column, go, pages, pairs
from bot.conversation.slots import buttons_of, home_button, lines_of
from domain.entities.branches import Branch, BranchNumber
from domain.entities.people import InvitationNumber, Right, Role, StaffMember
from domain.queries.handover import without_responsible
from domain.queries.staff import branch_name
from domain.usecases.staff.staffing import invite, join_staff, withdraw
from locales import Link, Sentence, _, lines, n_
from locales.terms.staff import ROLES

routes = Routes(rank=400)

PAGE = 20
HEAD_OFFICE = _("Head office")
PEOPLE = n_("{count} colleague", "{count} colleagues")


@routes.command("staff", _("Who works here, and inviting somebody"), right=Right.INVITE_STAFF)
def staff(exchange: Exchange, _argument: str) -> None:
    exchange.show("staff")


@routes.view("staff")
def staff_list(exchange: Exchange) -> Screen:
    """Everybody; where there are branches, how many work in each."""
    desk = exchange.desk
    desk.must(Right.INVITE_STAFF)
    members, branches = desk.repositories.staff.active(), desk.repositories.branches.all()
    people = _by_branch(members, branches) if branches else _people(members[:PAGE])
    more = [go(_("Next ▶"), "branch", None, 1)] if not branches and len(members) > PAGE else []
    invites = [Button(_("➕ Invite: {role}")(role=ROLES[role]), "invite", (role.value,)) for role in Role]
    listed = [] if branches else [_line(member) for member in members[:PAGE]]
    text = lines(_("<b>Staff</b>"), PEOPLE(count=len(members)), *listed)
    return Screen(text, (*people, *column(more), *pairs(invites), *column(_more(exchange)), _HOME))


_HOME: Row = (go(_("◀ Home"), "home"),)


def _line(member: StaffMember) -> Sentence:
    return _("{name} · {role}")(name=member.name, role=ROLES[member.role])


def _people(members: Sequence[StaffMember]) -> tuple[Row, ...]:
    return pairs([go(_("👤 {name}")(name=member.name), "colleague", member.id) for member in members])


def _by_branch(members: Sequence[StaffMember], branches: Sequence[Branch]) -> tuple[Row, ...]:
    label = _("🏢 {branch} · {count}")
    named: list[tuple[int | None, Sentence | str]] = [(None, HEAD_OFFICE)]
    named += [(branch.id, branch.name) for branch in branches]
    counted = [(number, name, sum(one.branch == number for one in members)) for number, name in named]
    return column(go(label(branch=name, count=count), "branch", number, 0) for number, name, count in counted)


def _more(exchange: Exchange) -> list[Button | None]:
    desk = exchange.desk
    waiting = len(desk.repositories.invitations.open(desk.now))
    nobodys = bool(without_responsible(desk, limit=1))
    return [
        go(_("⚠️ Without a responsible"), "unled", 0) if nobodys else None,
        go(_("✉️ Open invitations · {count}")(count=waiting), "invitations") if waiting else None,
        ask(_("🏢 Open a branch"), "open_branch"),
    ]


@routes.view("branch")
def branch_card(exchange: Exchange, number: BranchNumber | None, page: int = 0) -> Screen:
    """Who works there. Without a number it is head office: everybody, as long as there are no branches."""
    desk = exchange.desk
    desk.must(Right.INVITE_STAFF)
    branch = desk.repositories.branches.get(number) if number is not None else None
    members = [one for one in desk.repositories.staff.active() if one.branch == number]
    shown = members[page * PAGE : (page + 1) * PAGE]
    text = lines(
        _("<b>{branch}</b>")(branch=branch.name if branch else HEAD_OFFICE),
        PEOPLE(count=len(members)),
        *(_line(member) for member in shown),
        *(lines_of(exchange, "branch", branch) if branch else []),
    )
    turns = pages("branch", (number,), page, len(members) > (page + 1) * PAGE)
    rename = ask(_("✏️ Rename"), "rename_branch", branch=number)
    own = pairs(buttons_of(exchange, "branch", branch, [(10, rename)])) if branch else ()
    return Screen(text, (*_people(shown), *turns, *own, (go(_("◀ Staff"), "staff"),)))


@routes.action("invite")
def invite_somebody(exchange: Exchange, role: str, *branch: int | None) -> None:
    """Where there are branches, one more tap says for which."""
    if not branch and exchange.desk.repositories.branches.all():
        exchange.show("inviting", role)
        return
    where = branch[0] if branch else None
    token = invite(exchange.desk, Role(role), where)
    link = exchange.deep_link(f"s_{token}")
    name = branch_name(exchange.desk, where)
    exchange.say(
        lines(
            _("Send this link to your new colleague: <b>{role}</b>.")(role=ROLES[Role(role)]),
            _("🏢 {branch}")(branch=name) if name else None,
            _("It lets one person in, once, within a day."),
            Link(link, link),
        )
    )


@routes.view("inviting")
def inviting(exchange: Exchange, role: str) -> Screen:
    exchange.desk.must(Right.INVITE_STAFF)
    places: list[tuple[int | None, Sentence | str]] = [(None, HEAD_OFFICE)]
    places += [(branch.id, branch.name) for branch in exchange.desk.repositories.branches.all()]
    buttons = [Button(_("🏢 {branch}")(branch=name), "invite", (role, number)) for number, name in places]
    asks = _("<b>{role}</b>: in which branch?")(role=ROLES[Role(role)])
    return Screen(asks, (*pairs(buttons), (go(_("◀ Back"), "staff"),)))


@routes.view("invitations")
def invitations(exchange: Exchange) -> Screen:
    """Links that were sent and still let somebody in."""
    desk = exchange.desk
    desk.must(Right.INVITE_STAFF)
    waiting = desk.repositories.invitations.open(desk.now)[:PAGE]
    told = [
        _("{role}, until {until}, by {name}")(
            role=ROLES[one.role],
            until=one.expires_at,
            name=one.created_by.name if one.created_by else desk.agency.name,
        )
        for one in waiting
    ]
    label = _("🚫 Withdraw: {role}")
    rows = column(Button(label(role=ROLES[one.role]), "withdraw", (one.id,)) for one in waiting)
    text = lines(_("<b>Open invitations</b>"), *(told or [_("There are none.")]))
    return Screen(text, (*rows, (go(_("◀ Staff"), "staff"),)))


@routes.action("withdraw")
def withdraw_invitation(exchange: Exchange, number: InvitationNumber) -> None:
    withdraw(exchange.desk, number)
    exchange.note(_("That link lets nobody in any more."))
    exchange.show("invitations")


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
    exchange.show("home")


@home_button(rank=70, right=Right.INVITE_STAFF)
def staff_at_home(_exchange: Exchange) -> Button:
    return go(_("👥 Staff"), "staff")
