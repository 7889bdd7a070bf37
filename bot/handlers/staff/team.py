"""The team: who has how much in hand, for whoever looks after people; and from there into other hands."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, back, column, go, pairs
from bot.conversation.slots import home_button
from bot.conversation.widgets.card import card
from bot.conversation.widgets.listing import turning
from bot.handlers.staff.words import HAND_OVER_SOME, hand_line
from bot.links.deals import HAND_OVER
from bot.links.home import HOME
from bot.links.inquiries import GIVE_INQUIRY
from bot.links.staff import COLLEAGUE_SLOTS, IN_HAND, TEAM, TEAM_MEMBER, TEAM_MEMBER_SLOTS
from domain.entities.people import Right, StaffMember, StaffNumber
from domain.queries.workload import colleague_in_hand, team, to_hand_over, workload_of
from locales import Sentence, _, lines
from locales.terms.staff import ROLES
from locales.terms.workload import SIGNS, work_lines

routes = Routes()

SIZE = 6


@home_button(rank=75, right=Right.SEE_TEAM)
def team_at_home(exchange: Exchange) -> Button | None:
    """Whoever has the list of the staff finds it there."""
    return None if exchange.desk.actor.may(Right.INVITE_STAFF) else go(_("🤝 Team"), TEAM, 0)


@routes.draws(TEAM)
def who_does_what(exchange: Exchange, page: int) -> Screen:
    found = team(exchange.desk)
    rest = found[page * SIZE :]
    shown = rest[:SIZE]
    text = lines(
        _("<b>🤝 Team</b>"),
        *(hand_line(exchange, one) for one in shown),
        "",
        SIGNS,
    )
    people = [go(_("👤 {name}")(name=one.member.name), TEAM_MEMBER, one.member.id) for one in shown]
    turns = turning(lambda words, other: go(words, TEAM, other), page, more=len(rest) > SIZE)
    return Screen(text, (*pairs(people), *turns, (back(HOME),)))


@routes.draws(TEAM_MEMBER)
def member_card(exchange: Exchange, number: StaffNumber) -> Screen:
    found = colleague_in_hand(exchange.desk, number)
    told = [
        _("<b>{name}</b> · {role}")(name=found.member.name, role=ROLES[found.member.role]),
        *(work_lines(found.work) or [_("Nothing is in hand.")]),
    ]
    hands = go(HAND_OVER_SOME, IN_HAND, number, 0) if found.work.deals or found.work.inquiries else None
    buttons = [(10, hands)] if hands else []
    return card(exchange, found.member, told, TEAM_MEMBER_SLOTS, buttons=buttons, away=(back(TEAM, 0),))


@routes.draws(IN_HAND)
def in_hand(exchange: Exchange, number: StaffNumber, page: int) -> Screen:
    """A tap chooses who goes on with one of them."""
    found = to_hand_over(exchange.desk, number, SIZE, page * SIZE)
    of_deal, of_inquiry = _("🗂 #{number} · {client}"), _("📥 #{number} · {client}")
    deals = [go(of_deal(number=one.id, client=one.client.name), HAND_OVER, one.id) for one in found.deals]
    inquiries = [
        go(of_inquiry(number=one.id, client=one.client.name), GIVE_INQUIRY, one.id) for one in found.inquiries
    ]
    turns = turning(lambda words, other: go(words, IN_HAND, number, other), page, more=found.more)
    text = (
        _("<b>{name}</b>: what should somebody else take over?")
        if deals or inquiries
        else _("<b>{name}</b>: nothing to hand over.")
    )
    return Screen(
        text(name=found.member.name), (*column([*deals, *inquiries]), *turns, (back(TEAM_MEMBER, number),))
    )


@COLLEAGUE_SLOTS.lines(20)
def work_on_card(exchange: Exchange, member: StaffMember) -> list[Sentence]:
    return work_lines(workload_of(exchange.desk, member)) if member.active else []
