"""Branches: they are opened and renamed."""

from domain.entities.branches import Branch
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.values.refusals import Refusal


def open_branch(desk: Desk, name: str) -> Branch:
    """Raises Forbidden, Refusal: branch_exists."""
    desk.must(Right.INVITE_STAFF)
    must_be_new(desk, name)
    branch = Branch(name, desk.now)
    desk.repositories.branches.add(branch)
    desk.repositories.flush()
    desk.note("branch", branch.id, "branch_opened", name=name)
    return branch


def rename_branch(desk: Desk, number: int, name: str) -> Branch:
    """Raises Forbidden, NotFound, Refusal: branch_exists."""
    desk.must(Right.INVITE_STAFF)
    branch = desk.repositories.branches.get(number)
    if branch.name == name:
        return branch
    must_be_new(desk, name, apart_from=branch)
    desk.note("branch", branch.id, "branch_renamed", was=branch.name, name=name)
    branch.name = name
    return branch


def must_be_new(desk: Desk, name: str, apart_from: Branch | None = None) -> None:
    """Raises Refusal: branch_exists."""
    for other in desk.repositories.branches.all():
        if other is not apart_from and other.name.casefold() == name.casefold():
            raise Refusal("branch_exists", name=other.name)
