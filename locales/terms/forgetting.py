"""What goes and what stays when a client is forgotten, and why, before it is done and after; and what is owed meanwhile."""

from collections.abc import Iterable, Sequence

from domain.entities.deals import Deal
from domain.ports.agency import Agency
from domain.values.money import Money
from locales.sentence import Sentence, _, n_

SHOWN = 5
"""So many deals are told one by one."""

_STAYS = n_(
    "What stays, without any name: what was booked and paid. The law asks for the books for {count} year.",
    "What stays, without any name: what was booked and paid. The law asks for the books for {count} years.",
)
_MORE = n_("… and {count} more deal", "… and {count} more deals")


def goes_and_stays(agency: Agency) -> list[Sentence]:
    return [
        _("What goes: names, phones, messages, travellers with their passports, photos and files."),
        _STAYS(count=agency.books.years),
        _("Backups of {agency} forget it when they are replaced by newer ones.")(agency=agency.name),
    ]


def owed_to_client(deals: Sequence[Deal]) -> Iterable[Sentence]:
    """As they read it themselves: of each closed deal what they owe, or what is owed to them."""
    return _owed(deals, _("💶 {title}: you still owe us {sum}."), _("💶 {title}: we still owe you {sum}."))


def owed_to_staff(deals: Sequence[Deal]) -> Iterable[Sentence]:
    return _owed(
        deals,
        _("💶 #{number} {title}: {sum} not paid yet."),
        _("💶 #{number} {title}: {sum} not given back yet."),
    )


def _owed(deals: Sequence[Deal], owes: Sentence, is_owed: Sentence) -> Iterable[Sentence]:
    for deal in deals[:SHOWN]:
        left = deal.unsettled
        words, amount = (owes, left) if left.minor > 0 else (is_owed, Money.zero(left.currency) - left)
        yield words(number=deal.id, title=deal.called, sum=amount)
    if len(deals) > SHOWN:
        yield _MORE(count=len(deals) - SHOWN)
