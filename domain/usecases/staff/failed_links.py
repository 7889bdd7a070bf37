"""Guessing links: who tries several that never were ours is let in by none for an hour; the owners hear of many.

A link that was ours and is used, over or revoked is no guess: people do tap old links again and again.
"""

from datetime import timedelta

from domain.ports.desk import Desk
from domain.usecases.ops.alarms import Alarm, alarm
from domain.values.refusals import NotFound, Refusal

SPAN = timedelta(hours=1)
MOST = 5
"""Failed links of one person within the span, after which none is opened for as long again."""
MANY = 50
"""Failed links of all together within the span, of which the owners hear."""


class UnknownLink(NotFound):
    """It never was ours. Answered like one that is over."""

    def __init__(self) -> None:
        super().__init__("link_closed")


def must_not_guess(desk: Desk) -> None:
    """Raises Refusal: links_locked, also for a link that is right."""
    if desk.actor.person is None:
        return
    tried = desk.repositories.failed_links.latest(desk.actor.person, MOST)
    if len(tried) < MOST or tried[0] - tried[-1] > SPAN:
        return
    until = tried[0] + SPAN
    if desk.now < until:
        raise Refusal("links_locked", until=until.astimezone(desk.agency.zone).time())


def link_failed(desk: Desk) -> None:
    """Counts one, in a transaction of its own: the try itself was undone."""
    assert desk.actor.person is not None
    desk.repositories.failed_links.add(desk.actor.person, desk.now)
    count = desk.repositories.failed_links.count(desk.now - SPAN)
    if count >= MANY:
        alarm(desk, Alarm.GUESSING, f"{desk.now:%Y-%m-%dT%H}", count=count)
