"""A post is worked off, by what was posted."""

from domain.entities.web_posts import PostKind, PostState
from domain.ports.desk import Desk
from domain.usecases.web_posts.inquiring import take_inquiry_posted

_TAKES = {PostKind.INQUIRY: take_inquiry_posted}


def take_post(desk: Desk, number: int) -> bool:
    """By the agency. False when somebody has done it meanwhile."""
    post = desk.archive.web_posts.locked(number)
    if post.state is not PostState.WAITING:
        return False
    post.done(_TAKES[post.kind](desk, post), desk.now)
    return True
