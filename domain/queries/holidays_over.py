"""What was done about a colleague's deals while they were away: by whom, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.entities.deals import Deal
from domain.entities.people import StaffMember
from domain.ports.desk import Desk
from domain.queries.holidays import begins_at

LOOKED_AT = 60
"""Of their open deals."""
READ = 500
"""Entries of their history."""
SHOWN = 8


@dataclass(frozen=True)
class DoneOnDeal:
    """A deal, and who changed something about it."""

    deal: Deal
    names: Sequence[str]


@dataclass(frozen=True)
class DoneMeanwhile:
    """Some of the deals; `more`: there are others."""

    deals: Sequence[DoneOnDeal]
    more: bool


def done_meanwhile(desk: Desk, member: StaffMember, first: date, last: date) -> DoneMeanwhile:
    """For the agency to tell whoever comes back."""
    since, before = begins_at(desk, first), begins_at(desk, last + timedelta(days=1))
    led = {deal.id: deal for deal in desk.archive.today.led_by([member], LOOKED_AT)}
    by_deal: dict[int, list[str]] = {}
    for entry in desk.archive.history.of_several("deal", list(led), since, before, READ) if led else ():
        if entry.actor_person_id is not None and entry.actor_person_id != member.person.id:
            by_deal.setdefault(entry.subject_id, []).append(entry.actor)
    found = [DoneOnDeal(led[number], [*dict.fromkeys(names)]) for number, names in by_deal.items()]
    return DoneMeanwhile(found[:SHOWN], len(found) > SHOWN)
