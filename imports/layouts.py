"""How a file is read, as plain JSON that stands with its import; and its first rows, for a person to see."""

import json
from collections.abc import Mapping
from typing import Any

from domain.entities.client_imports import Column
from imports.tables import Table, TableKind

LONGEST_SHOWN = 40
"""Characters of a cell."""


def layout_of(table: Table) -> dict[str, Any]:
    """Without its rows."""
    width = max((len(cells) for _, cells in table.first), default=0)
    columns = list(table.columns or ())[:width] + [None] * (width - len(table.columns or ()))
    return {
        "kind": table.kind,
        "encoding": table.encoding,
        "separator": table.separator,
        "columns": columns,
        "has_header": table.has_header,
    }


def table_of(layout: Mapping[str, Any]) -> Table:
    columns = tuple(Column(one) if one else None for one in layout["columns"])
    return Table(
        TableKind(layout["kind"]), layout["encoding"], layout["separator"], columns, layout["has_header"]
    )


def sample_of(table: Table) -> str:
    """The cells of the first rows, shortened."""
    rows = [[cell[:LONGEST_SHOWN] for cell in cells] for _, cells in table.first]
    return json.dumps(rows, ensure_ascii=False)


def sample_from(text: str) -> list[list[str]]:
    found: list[list[str]] = json.loads(text)
    return found
