"""Today: papers to check."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.documents import Document
from domain.entities.people import Right, Role
from domain.ports.desk import Desk
from domain.queries.today.declared import Found, today_line
from domain.values.counts import MOST


@dataclass(frozen=True)
class PapersPage:
    """Some of the papers that wait; `more`: others come after them."""

    papers: Sequence[Document]
    count: int
    """Up to one more than is counted."""
    more: bool


def papers_to_check(desk: Desk, limit: int = 7, offset: int = 0) -> PapersPage:
    """Of open deals within reach, oldest first. Raises Forbidden."""
    desk.must(Right.CHECK_DOCUMENTS)
    today = desk.repositories.today
    found = today.papers(limit + 1, offset)
    return PapersPage(found[:limit], today.count_papers(MOST + 1), len(found) > limit)


@today_line("papers", {Role.MANAGER: 40, Role.OPERATOR: 40}, Right.CHECK_DOCUMENTS)
def _papers_line(desk: Desk) -> Found:
    page = papers_to_check(desk, limit=1)
    return Found(page.count, page.papers[0].id if page.count == 1 else None)
