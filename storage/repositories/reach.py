"""How far somebody's eyes reach, as the database is told: the rule of `domain.entities.branches.within`."""

from collections.abc import Callable

from sqlalchemy import Column, ColumnElement, exists, or_

from domain.declarations import declare
from domain.entities.history import SUBJECTS, Reach
from storage.mapping import deals, inquiries

Conditions = tuple[ColumnElement[bool], ...]


def reached(branch: Column[int], reach: int | None) -> Conditions:
    """Conditions for rows of this branch column; none for who sees all, so that an agency without branches pays nothing."""
    return () if reach is None else (or_(branch.is_(None), branch == reach),)


def of_reached_deal(deal: Column[int], reach: int | None) -> Conditions:
    """Rows that are about no deal, or about one within reach."""
    if reach is None:
        return ()
    return (or_(deal.is_(None), exists().where(deals.c.id == deal, *reached(deals.c.branch_id, reach))),)


def of_reached_inquiry(inquiry: Column[int], reach: int | None) -> Conditions:
    """The same for inquiries."""
    if reach is None:
        return ()
    found = exists().where(inquiries.c.id == inquiry, *reached(inquiries.c.branch_id, reach))
    return (or_(inquiry.is_(None), found),)


BRANCHED: dict[str, Callable[[Column[int], int | None], Conditions]] = {}
"""For the subjects of the history that belong to a branch: the rows about such a thing within reach."""

declare(BRANCHED, "deal", of_reached_deal)
declare(BRANCHED, "inquiry", of_reached_inquiry)


def of_reached_subject(subject: str, number: Column[int], reach: int | None) -> Conditions:
    """Of a thing out of reach nothing is told at all. Raises KeyError for what is declared to have no history."""
    if SUBJECTS[subject].reach is Reach.EVERYBODYS:
        return ()
    return BRANCHED[subject](number, reach)
