"""A step that has what it waits for is passed by itself; the client hears what the step that was come to wants of them."""

from domain.entities.deals import Deal
from domain.entities.lateness import Expected, due_by
from domain.entities.notices import NoticeKind
from domain.notices.documents import PASSPORTS_WANTED
from domain.notices.payments import BALANCE_WANTED, DEPOSIT_WANTED
from domain.notices.travellers import TRAVELLERS_WANTED
from domain.ports.desk import Desk
from domain.queries.children import asked_for_documents
from domain.queries.deal_steps import passed_to, step_fact
from domain.values.money import Money


def pass_on(desk: Desk, deal: Deal, *, taken_up: bool = False) -> None:
    """To the first step that waits for something still, after a need was met just now, say."""
    while deal.is_open:
        came_from = deal.step_key
        following = passed_to(desk, deal, came_from, taken_up=taken_up)
        if following is None:
            return
        deal.move_to(following, desk.agency.pipelines.of(came_from), desk.now)
        moved = {"from": step_fact(desk, came_from), "to": step_fact(desk, deal.step_key)}
        desk.note("deal", deal.id, "passed", **moved)
        entered(desk, deal)


def entered(desk: Desk, deal: Deal) -> None:
    """The client hears what the step just entered wants of them."""
    for wanted in desk.agency.pipelines.of(deal.step_key).step(deal.step_key).enters:
        if news := _NEWS.get(wanted):
            news(desk, deal)


def _travellers_wanted(desk: Desk, deal: Deal) -> None:
    if not deal.all_told:
        desk.notify(asked_for_documents(desk, deal), TRAVELLERS_WANTED, f"{deal.id}", deal=deal.id)


def _passports_wanted(desk: Desk, deal: Deal) -> None:
    if deal.without_passport:
        desk.notify(asked_for_documents(desk, deal), PASSPORTS_WANTED, f"{deal.id}", deal=deal.id)


def _deposit_wanted(desk: Desk, deal: Deal) -> None:
    _money_wanted(desk, deal, DEPOSIT_WANTED, deal.deposit_owed, Expected.DEPOSIT)


def _balance_wanted(desk: Desk, deal: Deal) -> None:
    _money_wanted(desk, deal, BALANCE_WANTED, deal.owed, Expected.BALANCE)


def _money_wanted(desk: Desk, deal: Deal, kind: NoticeKind, amount: Money, what: Expected) -> None:
    """Nobody is asked for what they have paid already."""
    if amount.minor > 0:
        day = due_by(deal, what)
        due = day.isoformat() if day else None
        desk.notify(deal.client.person, kind, f"{deal.id}", deal=deal.id, amount=str(amount), due=due)


_NEWS = {
    "travellers_wanted": _travellers_wanted,
    "passports_wanted": _passports_wanted,
    "deposit_wanted": _deposit_wanted,
    "balance_wanted": _balance_wanted,
}
