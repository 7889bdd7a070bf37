"""Branches of the agency: a handful, in the order in which they were opened."""

from collections.abc import Sequence

from domain.branches import Branch
from storage.records.shelf import Shelf
from storage.tables import branches


class SqlBranches(Shelf[Branch]):
    kind, table, missing = Branch, branches, "no_such_branch"

    def all(self) -> Sequence[Branch]:
        return self._list(self._all().order_by(branches.c.opened_at, branches.c.id))
