"""To whom a notice may still be said: not to staff who left or work in another branch, nor to clients of the past."""

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.notices import Notice
from domain.entities.people import StaffMember
from domain.ports.desk import Desk
from scheduler.notices.message_content import NothingToSay


def for_staff(desk: Desk, notice: Notice, branch: int | None = None) -> StaffMember:
    """The colleague. Raises NothingToSay to whoever does not work here any more, or not in the branch it is about."""
    member = desk.repositories.staff.of(notice.person)
    if member is None or not member.active:
        raise NothingToSay("not on the staff any more")
    if not member.sees(branch):
        raise NothingToSay("of another branch")
    return member


def for_client(client: Client, notice: Notice) -> None:
    """Raises NothingToSay when the client's file has another person now."""
    if client.person is not notice.person:
        raise NothingToSay("not this client any more")


def client_deal(desk: Desk, notice: Notice) -> Deal:
    """The client's own deal. Raises NothingToSay when it is lost, or another's."""
    deal = desk.repositories.deals.get(notice.facts["deal"])
    for_client(deal.client, notice)
    if deal.is_lost:
        raise NothingToSay("the deal is lost")
    return deal


def staff_deal(desk: Desk, notice: Notice) -> Deal:
    """A deal for somebody on the staff. Raises NothingToSay."""
    deal = desk.repositories.deals.get(notice.facts["deal"])
    for_staff(desk, notice, deal.branch)
    return deal
