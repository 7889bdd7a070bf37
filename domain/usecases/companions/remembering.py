"""Who travels with a deal is kept on the client's file, for the next deal. By the agency, for whoever entered them."""

from collections.abc import Sequence

from domain.entities.companions import Circle
from domain.entities.deals import Deal
from domain.entities.travellers import Traveller
from domain.ports.desk import Desk


def remember(desk: Desk, deal: Deal, travellers: Sequence[Traveller]) -> None:
    """Each is a companion that is known, with what is newer by now, or one more."""
    if not travellers:
        return
    companions = desk.archive.companions
    circle = Circle(deal.client, companions.of(deal.client))
    for one in travellers:
        learnt = circle.learn(one, deal.party, desk.now)
        one.remembered = True
        if learnt.is_new:
            companions.add(learnt.companion)
            desk.note_within(
                deal.branch, "client", deal.client.id, "companion_known", name=one.name, deal=deal.id
            )
        elif learnt.renewed:
            desk.note_within(
                deal.branch, "client", deal.client.id, "passport_renewed", name=one.name, deal=deal.id
            )
    desk.archive.flush()
