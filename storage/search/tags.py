"""Tags of clients, kept with the words they are found by: whose a tag is, and which there are, is read from that index.

Among a million clients as quick as among ten: from tag to tag it jumps, and of each it counts no more than is shown.
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, select

from storage.mapping import search_tokens

SUBJECT = "tag"
"""Its number is the client's, its token the tag as it is."""


def numbers_tagged(tag: str) -> Select[Any]:
    """The newest client first."""
    theirs = select(search_tokens.c.subject_id).where(_is_a_tag(search_tokens), search_tokens.c.token == tag)
    return theirs.order_by(search_tokens.c.subject_id.desc())


def tags_counted(most: int) -> Select[Any]:
    """Each tag with its clients, up to `most`."""
    found = select(_next(literal("")).label("tag")).cte("tags", recursive=True)
    found = found.union_all(select(_next(found.c.tag)).where(found.c.tag.is_not(None)))
    theirs = search_tokens.alias("theirs")
    some = select(theirs.c.subject_id).where(_is_a_tag(theirs), theirs.c.token == found.c.tag)
    counted = select(func.count()).select_from(some.correlate(found).limit(most).subquery())
    return select(found.c.tag, counted.correlate(found).scalar_subquery()).where(found.c.tag.is_not(None))


def _next(after: ColumnElement[Any]) -> ColumnElement[Any]:
    """The tag that comes behind another."""
    later = search_tokens.alias("later")
    behind = select(later.c.token).where(_is_a_tag(later), later.c.token > after)
    return behind.order_by(later.c.token).limit(1).scalar_subquery()


def _is_a_tag(table: Any) -> ColumnElement[bool]:
    return table.c.subject == SUBJECT  # type: ignore[no-any-return]
