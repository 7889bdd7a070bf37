"""Who is responsible for a deal from now on: a colleague is chosen, and is told."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, back, go
from bot.conversation.widgets.picker import picker
from bot.handlers.staff.words import member_line
from bot.links.deals import DEAL, HAND_OVER, HAND_OVER_PAGE, HAND_OVER_TO
from domain.entities.deals import DealNumber
from domain.entities.people import StaffMember
from domain.queries.deals import hand_over_choice
from domain.usecases.deals import stages as deals
from locales import _, lines

routes = Routes()


@routes.draws(HAND_OVER)
def hand_over(exchange: Exchange, number: DealNumber, page: int = 0) -> Screen:
    choice = hand_over_choice(exchange.desk, number)
    deal = choice.deal
    now = deal.responsible.name if deal.responsible else _("nobody yet")
    text = lines(
        _("<b>#{number} · {title}</b>")(number=deal.id, title=deal.called),
        _("Responsible now: {name}. Who takes over?")(name=now),
    )

    def gives(member: StaffMember) -> Button:
        return act(member_line(member), HAND_OVER_TO, number, member.id)

    return picker(
        text,
        choice.able,
        gives,
        back(DEAL, number),
        page=page,
        turns=lambda label, other: go(label, HAND_OVER_PAGE, number, other),
    )


@routes.does(HAND_OVER_TO)
def hand_over_to(exchange: Exchange, number: DealNumber, staff: int) -> None:
    deal = deals.hand_over(exchange.desk, number, staff)
    assert deal.responsible is not None
    exchange.note(_("{name} is now responsible for #{number}.")(name=deal.responsible.name, number=number))
    exchange.show(DEAL, number)
