"""Who goes on with an inquiry: taking it, taking it over, and handing it over."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, back, go
from bot.conversation.widgets.picker import picker
from bot.handlers.staff.words import member_line
from bot.links.inquiries import GIVE_INQUIRY, GIVE_INQUIRY_PAGE, GIVE_INQUIRY_TO, INQUIRY, TAKE_INQUIRY
from domain.entities.inquiries import InquiryNumber
from domain.entities.people import StaffMember
from domain.queries.inquiries import who_can_take
from domain.usecases.inquiries.intake import take_charge
from locales import _

routes = Routes()


@routes.does(TAKE_INQUIRY)
def take_it(exchange: Exchange, number: InquiryNumber, over: int | None = None) -> None:
    take_charge(exchange.desk, number, over=over)
    exchange.note(_("It is yours."))
    exchange.show(INQUIRY, number)


@routes.draws(GIVE_INQUIRY)
def give_inquiry(exchange: Exchange, number: InquiryNumber, page: int = 0) -> Screen:
    def gives(member: StaffMember) -> Button:
        return act(member_line(member), GIVE_INQUIRY_TO, number, member.id)

    found = who_can_take(exchange.desk, number)
    asks = _("Who takes inquiry #{number}?")(number=number)
    return picker(
        asks,
        found.able,
        gives,
        back(INQUIRY, number),
        page=page,
        turns=lambda label, other: go(label, GIVE_INQUIRY_PAGE, number, other),
    )


@routes.does(GIVE_INQUIRY_TO)
def give_to(exchange: Exchange, number: InquiryNumber, staff: int) -> None:
    inquiry = take_charge(exchange.desk, number, staff)
    assert inquiry.taken_by is not None
    exchange.note(_("{name} takes inquiry #{number}.")(name=inquiry.taken_by.name, number=number))
    exchange.show(INQUIRY, number)
