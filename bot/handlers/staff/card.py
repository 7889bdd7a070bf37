"""A colleague's card, for the owner."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, back, go
from bot.conversation.widgets.card import card
from bot.handlers.staff.succession import DEALS
from bot.handlers.staff.words import HAND_OVER_SOME, HEAD_OFFICE
from bot.links.staff import (
    COLLEAGUE,
    COLLEAGUE_BRANCH,
    COLLEAGUE_ROLE,
    COLLEAGUE_SLOTS,
    IN_HAND,
    LEAVING,
    STAFF,
    SUCCESSION,
)
from domain.entities.people import StaffNumber
from domain.queries.staff import ColleagueCard, colleague_card
from locales import _
from locales.terms.staff import ROLES

routes = Routes()


@routes.draws(COLLEAGUE)
def colleague(exchange: Exchange, number: StaffNumber) -> Screen:
    found = colleague_card(exchange.desk, number)
    member, zone = found.member, exchange.desk.agency.zone
    shown_lines = [
        _("<b>{name}</b> · {role}")(name=member.name, role=ROLES[member.role]),
        _("🏢 {branch}")(branch=found.branch or HEAD_OFFICE) if found.branches else None,
        _("🕓 Here since {day}")(day=member.joined_at.astimezone(zone).date()),
        _("🗂 Responsible for {deals}")(deals=DEALS(count=found.leads))
        if found.leads and not member.active
        else None,
        _("✖ Left on {at}")(at=member.left_at) if member.left_at else None,
    ]
    return card(exchange, member, shown_lines, COLLEAGUE_SLOTS, buttons=_buttons(found), away=(back(STAFF),))


def _buttons(found: ColleagueCard) -> list[tuple[int, Button]]:
    member, number = found.member, found.member.id
    offered = [
        (10, member.active and found.branches, go(_("🏢 Another branch"), COLLEAGUE_BRANCH, number)),
        (20, member.active, go(_("🎭 Another role"), COLLEAGUE_ROLE, number)),
        (30, found.left, go(_("🤝 Who takes over?"), SUCCESSION, number)),
        (31, member.active and found.leads and not found.left, go(HAND_OVER_SOME, IN_HAND, number, 0)),
        (900, member.active, go(_("✖ {name} leaves")(name=member.name), LEAVING, number)),
    ]
    return [(rank, button) for rank, fits, button in offered if fits]
