"""Passing on: what is due and is for a colleague who is away by now is said to whoever stands in for them."""

from domain.entities.notices import Notice, NoticeState
from domain.ports.desk import Desk
from domain.ports.routing import STANDS_FOR, route_now


def pass_on(desk: Desk, notice: Notice) -> None:
    """In place of this one, which is not said. Who has heard it already does not hear it twice."""
    leads = route_now(desk, notice)
    key = notice.key.removeprefix(f"{notice.kind}:").removesuffix(f":{notice.person.id}")
    facts = {name: fact for name, fact in notice.facts.items() if name != STANDS_FOR}
    if leads.stands_for is not None:
        facts[STANDS_FOR] = leads.stands_for
    there = desk.archive.notices.by_key(f"{notice.kind}:{key}:{leads.person.id}")
    if there is not None and there.state is NoticeState.DROPPED:
        key = f"{key}:{notice.id}"  # theirs was passed on before, and comes back
    desk.tell(leads.person, notice.kind, key, at=leads.at, useless_after=notice.useless_after, facts=facts)
