"""A colleague's card for the owner: another branch, another role, leaving, and who goes on with what they leave behind."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, column, go, pages, pairs
from bot.conversation.slots import buttons_of, lines_of
from bot.handlers.staff.list import HEAD_OFFICE
from domain.entities.people import Right, Role, StaffMember, StaffNumber
from domain.queries.handover import Left, left_by, successors, without_responsible
from domain.queries.staff import branch_name
from domain.usecases.staff.handover import succeed
from domain.usecases.staff.staffing import change_role, dismiss, transfer
from locales import COMMA, Joined, Sentence, _, lines, n_
from locales.terms.staff import ROLES

routes = Routes()

PAGE = 8
DEALS = n_("{count} open deal", "{count} open deals")
INQUIRIES = n_("{count} inquiry", "{count} inquiries")


@routes.view("colleague")
def colleague(exchange: Exchange, number: StaffNumber) -> Screen:
    desk = exchange.desk
    desk.must(Right.INVITE_STAFF)
    member = desk.repositories.staff.get(number)
    left, leads = left_by(desk, number), len(desk.repositories.deals.led_by(member))
    text = lines(
        _("<b>{name}</b> · {role}")(name=member.name, role=ROLES[member.role]),
        _where(exchange, member),
        _("🕓 Here since {day}")(day=member.joined_at.astimezone(desk.agency.zone).date()),
        _("🗂 Leads {deals}")(deals=DEALS(count=leads)) if leads else None,
        _("✖ Left on {at}")(at=member.left_at) if member.left_at else None,
        *lines_of(exchange, "colleague", member),
    )
    places = (
        go(_("🏢 Another branch"), "colleague_branch", number) if desk.repositories.branches.all() else None
    )
    acts = [
        (10, places if member.active else None),
        (20, go(_("🎭 Another role"), "colleague_role", number) if member.active else None),
        (30, go(_("🤝 Who goes on?"), "succession", number) if left else None),
        (900, go(_("✖ {name} leaves")(name=member.name), "leaving", number) if member.active else None),
    ]
    buttons = buttons_of(exchange, "colleague", member, acts)
    return Screen(text, column([*buttons, go(_("◀ Staff"), "staff")]))


def _where(exchange: Exchange, member: StaffMember) -> Sentence | None:
    if not exchange.desk.repositories.branches.all():
        return None
    return _("🏢 {branch}")(branch=branch_name(exchange.desk, member.branch) or HEAD_OFFICE)


@routes.view("colleague_branch")
def which_branch(exchange: Exchange, number: StaffNumber) -> Screen:
    desk = exchange.desk
    desk.must(Right.INVITE_STAFF)
    member = desk.repositories.staff.get(number)
    places: list[tuple[int | None, Sentence | str]] = [(None, HEAD_OFFICE)]
    places += [(branch.id, branch.name) for branch in desk.repositories.branches.all()]
    buttons = [
        Button(_("🏢 {branch}")(branch=name), "transfer", (number, place))
        for place, name in places
        if place != member.branch
    ]
    text = lines(
        _("Where does {name} work from now on?")(name=member.name),
        _("Deals and inquiries stay with the branch they belong to."),
    )
    return Screen(text, (*pairs(buttons), (go(_("◀ Back"), "colleague", number),)))


@routes.action("transfer")
def move(exchange: Exchange, number: StaffNumber, branch: int | None) -> None:
    member = transfer(exchange.desk, number, branch)
    where = branch_name(exchange.desk, branch) or HEAD_OFFICE
    exchange.note(_("{name} works here now: {branch}.")(name=member.name, branch=where))
    _go_on(exchange, number, "colleague")


@routes.view("colleague_role")
def which_role(exchange: Exchange, number: StaffNumber) -> Screen:
    desk = exchange.desk
    desk.must(Right.INVITE_STAFF)
    member = desk.repositories.staff.get(number)
    buttons = [
        Button(ROLES[role], "change_role", (number, role.value)) for role in Role if role is not member.role
    ]
    asks = _("{name} is now: <b>{role}</b>. And from now on?")(name=member.name, role=ROLES[member.role])
    return Screen(asks, (*pairs(buttons), (go(_("◀ Back"), "colleague", number),)))


@routes.action("change_role")
def give_role(exchange: Exchange, number: StaffNumber, role: str) -> None:
    member = change_role(exchange.desk, number, Role(role))
    exchange.note(_("{name} is now: {role}.")(name=member.name, role=ROLES[member.role]))
    if member is exchange.desk.actor.staff:
        exchange.refresh_menu()
        exchange.screen = None
        exchange.show("home")
    else:
        _go_on(exchange, number, "colleague")


@routes.view("leaving")
def leaving(exchange: Exchange, number: StaffNumber) -> Screen:
    desk = exchange.desk
    desk.must(Right.INVITE_STAFF)
    member = desk.repositories.staff.get(number)
    leads = len(desk.repositories.deals.led_by(member))
    text = lines(
        _("{name} ({role}) leaves the agency?")(name=member.name, role=ROLES[member.role]),
        _("Then somebody else goes on with {deals}.")(deals=DEALS(count=leads)) if leads else None,
    )
    return Screen(
        text, ((Button(_("Yes, leaves"), "dismiss", (number,)), go(_("◀ Back"), "colleague", number)),)
    )


@routes.action("dismiss")
def let_go(exchange: Exchange, number: StaffNumber) -> None:
    member = dismiss(exchange.desk, number)
    exchange.note(_("{name} has left.")(name=member.name))
    if member is exchange.desk.actor.staff:
        exchange.refresh_menu()
        exchange.screen = None
        exchange.show("home")
    else:
        _go_on(exchange, number, "staff")


def _go_on(exchange: Exchange, number: int, else_show: str) -> None:
    """Straight to the question who goes on, when something was left behind."""
    if left_by(exchange.desk, number):
        exchange.show("succession", number)
    elif else_show == "colleague":
        exchange.show("colleague", number)
    else:
        exchange.show(else_show)


@routes.view("succession")
def succession(exchange: Exchange, number: StaffNumber) -> Screen:
    """One tap hands over everything; or it is done one by one."""
    desk = exchange.desk
    left = left_by(desk, number)
    name = desk.repositories.staff.get(number).name
    if not left:
        text = _("Everything of {name} is in other hands.")(name=name)
        return Screen(text, ((go(_("◀ Staff"), "staff"),),))
    asks = lines(
        _("<b>{name}</b> has left behind: {things}.")(name=name, things=_things(left)), _("Who goes on?")
    )
    takes = [
        Button(_("👤 {name} · {role}")(name=one.name, role=ROLES[one.role]), "succeed", (number, one.id))
        for one in successors(desk, number)[:PAGE]
    ]
    ways = [go(_("📋 One by one"), "unled", 0), go(_("◀ Staff"), "staff")]
    return Screen(asks, (*column(takes), tuple(ways)))


def _things(left: Left) -> Joined:
    deals, inquiries = len(left.deals), len(left.inquiries)
    parts = [DEALS(count=deals) if deals else None, INQUIRIES(count=inquiries) if inquiries else None]
    return Joined([part for part in parts if part], by=COMMA)


@routes.action("succeed")
def go_on_with(exchange: Exchange, number: StaffNumber, successor: int) -> None:
    left = succeed(exchange.desk, number, successor)
    name = exchange.desk.repositories.staff.get(successor).name
    if left:
        exchange.note(_("{name} goes on with {things}.")(name=name, things=_things(left)))
    exchange.show("colleague", number)


@routes.view("unled")
def unled(exchange: Exchange, page: int) -> Screen:
    """Open deals without anybody who looks after them: a tap chooses who does from now on."""
    found = without_responsible(exchange.desk, PAGE + 1, page * PAGE)
    label, asked = _("🗂 № {number} · {client}"), _("📥 № {number} · {client}")
    deals = [
        go(label(number=deal.id, client=deal.client.name), "hand_over", deal.id)
        for deal in found.deals[:PAGE]
    ]
    inquiries = [
        go(asked(number=one.id, client=one.client.name), "give_inquiry", one.id)
        for one in found.inquiries[:PAGE]
    ]
    text = _("<b>Without a responsible</b>") if found else _("Everything has a responsible.")
    turns = pages("unled", (), page, len(found.deals) > PAGE)
    return Screen(text, (*column([*inquiries, *deals]), *turns, (go(_("◀ Staff"), "staff"),)))
