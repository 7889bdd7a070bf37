"""The staff: who works here, and one-time links that let somebody in with a role."""

from bot.routes import Routes
from bot.screen import Button, Screen, column, go
from bot.talk import Talk
from domain.people import Right, Role
from domain.usecases.staffing import dismiss, invite, join_staff
from locales import Link, _, lines
from locales.terms import ROLES

routes = Routes()


@routes.command("staff", _("Who works here, and inviting somebody"), right=Right.INVITE_STAFF)
def staff(talk: Talk, _argument: str) -> None:
    talk.show("staff")


@routes.view("staff")
def staff_list(talk: Talk) -> Screen:
    talk.desk.must(Right.INVITE_STAFF)
    members = talk.desk.records.staff.active()
    listed = [_("{name} · {role}")(name=member.name, role=ROLES[member.role]) for member in members]
    others = [member for member in members if member is not talk.desk.actor.staff]
    rows = column(
        [
            *[Button(_("➕ Invite: {role}")(role=ROLES[role]), "invite", (role.value,)) for role in Role],
            *[go(_("✖ {name} leaves")(name=member.name), "leaving", member.id) for member in others],
            go(_("◀ Home"), "home"),
        ]
    )
    return Screen(lines(_("<b>Staff</b>"), *listed), rows)


@routes.action("invite")
def invite_somebody(talk: Talk, role: str) -> None:
    token = invite(talk.desk, Role(role))
    link = talk.deep_link(f"s_{token}")
    talk.say(
        lines(
            _("Send this link to your new colleague: <b>{role}</b>.")(role=ROLES[Role(role)]),
            _("It lets one person in, once, within a day."),
            Link(link, link),
        )
    )


@routes.view("leaving")
def leaving(talk: Talk, number: int) -> Screen:
    talk.desk.must(Right.INVITE_STAFF)
    member = talk.desk.records.staff.get(number)
    return Screen(
        _("{name} ({role}) leaves the agency?")(name=member.name, role=ROLES[member.role]),
        ((Button(_("Yes, leaves"), "dismiss", (number,)), go(_("◀ Back"), "staff")),),
    )


@routes.action("dismiss")
def let_go(talk: Talk, number: int) -> None:
    member = dismiss(talk.desk, number)
    talk.note(_("{name} has left.")(name=member.name))
    talk.show("staff")


@routes.link("s")
def join(talk: Talk, token: str) -> None:
    member = join_staff(talk.desk, token)
    talk.become_staff(member)
    talk.say(
        _("Welcome to {agency}! You are now: <b>{role}</b>.")(
            agency=talk.desk.agency.name, role=ROLES[member.role]
        )
    )
    talk.refresh_menu()
    talk.show("home")
