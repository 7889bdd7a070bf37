"""Forgetting a client: asked for by them or for them, a day later done by the agency; until then it can be taken back."""

from datetime import datetime

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.forgets import GRACE, Forget
from domain.entities.people import Right
from domain.notices.forgetting import FORGET_ASKED, FORGOTTEN
from domain.ports.desk import Desk
from domain.queries.forgetting import Forgetting, client_forgetting, forgetting_of, my_forgetting
from domain.queries.staff import colleagues
from domain.usecases.staff_groups.showing import forget_topics


def ask_to_be_forgotten(desk: Desk) -> Forget:
    """A client asks for it; while deals are open or money is owed it waits, and whoever may confirm it is told. Twice is fine.

    Raises Forbidden, NotFound: nothing_kept.
    """
    found = my_forgetting(desk)
    if found.asked is not None:
        return found.asked
    forget = Forget(found.client, desk.now)
    if not found.waits:
        forget.due_at = desk.now + GRACE
    desk.archive.forgets.add(forget)
    desk.note("client", found.client.id, "forget_asked")
    if found.waits:
        _tell_who_may_confirm(desk, found.client)
    return forget


def keep_my_data(desk: Desk) -> None:
    """The client thinks better of it. Twice is fine. Raises Forbidden, NotFound: nothing_kept."""
    found = my_forgetting(desk)
    _take_back(desk, found.client, found.asked)


def forget_client(desk: Desk, number: int) -> Forget:
    """A colleague was asked for it, or confirms what waits: it is done in a day.

    Raises Forbidden, NotFound, Refusal: forgotten_already.
    """
    found = client_forgetting(desk, number)
    found.client.must_not_be_forgotten()
    forget = found.asked or Forget(found.client, desk.now)
    if forget.due_at is None:
        forget.by, forget.due_at = desk.actor.staff, desk.now + GRACE
        desk.note("client", found.client.id, "forget_confirmed")
    if found.asked is None:
        desk.archive.forgets.add(forget)
    return forget


def keep_client(desk: Desk, number: int) -> None:
    """A colleague takes it back for the client. Twice is fine. Raises Forbidden, NotFound."""
    found = client_forgetting(desk, number)
    _take_back(desk, found.client, found.asked)


def _take_back(desk: Desk, client: Client, asked: Forget | None) -> None:
    if asked is not None:
        asked.taken_back_at = desk.now
        desk.note("client", client.id, "forget_taken_back")


def _tell_who_may_confirm(desk: Desk, client: Client) -> None:
    for member in colleagues(desk, Right.GIVE_OUT_DATA, None):
        desk.notify(member.person, FORGET_ASKED, f"{client.id}:{desk.now.isoformat()}", client=client.id)


def let_grace_begin(desk: Desk) -> int:
    """By the agency: what waited is done in a day, now that no deal is open and no money owed; how many."""
    begun = desk.archive.forgets.hindered_no_more()
    for forget in begun:
        forget.due_at = desk.now + GRACE
    return len(begun)


def goes_ahead(desk: Desk, number: int) -> bool:
    """By the agency, before the first word goes: whether it is still wanted, and nothing was opened since it was asked for.

    Such a deal, or money owed since, makes it wait as others do, unless a colleague has said that it is done all the same.
    """
    forget = desk.archive.forgets.locked(number)
    if not forget.is_open or forget.due_at is None:
        return False
    found = forgetting_of(desk, forget.client)
    if forget.by is not None or not _opened_since(found, forget.asked_at):
        return True
    forget.due_at = None
    desk.note("client", forget.client.id, "forget_put_off")
    _tell_who_may_confirm(desk, forget.client)
    return False


def _opened_since(found: Forgetting, at: datetime) -> bool:
    """What a restored backup brings back was there before, and does not count."""
    moments = [deal.created_at for deal in found.open_deals] + [
        _money_moved(deal) for deal in found.unsettled
    ]
    return any(moment >= at for moment in moments)


def _money_moved(deal: Deal) -> datetime:
    """When it last came to be owed what is owed: by closing the deal, by a payment, or by taking one back."""
    moments = [deal.closed_at, *(one.recorded_at for one in deal.payments)]
    moments += [one.cancelled_at for one in deal.payments]
    return max(moment for moment in moments if moment is not None)


def forgotten(desk: Desk, number: int, hashes: list[str]) -> None:
    """By the agency, in the transaction in which the client's data went: they are told once more, by their chat alone."""
    forget = desk.archive.forgets.locked(number)
    client = forget.client
    forget.done_at, forget.hashes = desk.now, hashes
    forget.person, client.person = client.person, None
    client.forgotten_at = desk.now
    forget_topics(desk, client)
    desk.note("client", client.id, "forgotten")
    if not desk.notify(forget.person, FORGOTTEN, str(forget.id)):
        forget.person = None
