"""Branches of the agency: a handful, in the order in which they were opened."""

from collections.abc import Sequence

from domain.entities.branches import Branch
from storage.mapping import branches
from storage.repositories.repository import Repository


class SqlBranches(Repository[Branch]):
    kind, table, missing = Branch, branches, "no_such_branch"

    def all(self) -> Sequence[Branch]:
        return self._list(self._all().order_by(branches.c.opened_at, branches.c.id))
