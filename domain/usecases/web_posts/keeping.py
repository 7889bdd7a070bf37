"""A post is stored as it came, before anything is made of it; the same once more is known by its key."""

from dataclasses import dataclass
from enum import StrEnum

from domain.entities.web_posts import KEPT, WebPost
from domain.entities.web_sources import source_with
from domain.ports.desk import Desk
from domain.usecases.ops.alarms import Alarm, alarm


class Kept(StrEnum):
    """What became of a post."""

    NEW = "new"
    REPEATED = "repeated"
    OTHER = "other"
    """Its key was used for something else before."""
    REFUSED = "refused"
    """Its token is good no more."""


@dataclass(frozen=True)
class Receipt:
    """`number` is of the post that is kept."""

    kept: Kept
    number: int = 0


def keep_post(desk: Desk, token: str, post: WebPost) -> Receipt:
    """By the agency, for whoever has this token."""
    known = source_with(desk.agency.definitions, token)
    if known is None or known[0] != post.source:
        return Receipt(Kept.REFUSED)
    if desk.archive.web_posts.add(post):
        return Receipt(Kept.NEW, post.id)
    assert post.key is not None
    there = desk.archive.web_posts.with_key(post.source, post.key)
    assert there is not None
    return Receipt(Kept.REPEATED if there.digest == post.digest else Kept.OTHER, there.id)


def post_failed(desk: Desk, number: int) -> None:
    """What fails again and again is set aside, and the owners hear of it."""
    post = desk.archive.web_posts.locked(number)
    if post.failed(desk.now):
        alarm(desk, Alarm.POST_SET_ASIDE, str(number), number=number)


def forget_posts(desk: Desk) -> int:
    """Those that were worked off long ago."""
    return desk.archive.web_posts.forget(desk.now - KEPT)
