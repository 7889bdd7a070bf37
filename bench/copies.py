"""The same agency many times over in one database: each row once more for each block, by one statement a table.

Numbers are moved on by what a block has of them; names, phones and keys are each block's own. The manager who is measured
leads deals of the first block only: their own work does not grow with the agency.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, text

from bench.region import BLOCK_0, STAFF, letters
from domain.entities.people import Role
from storage import SqlUnit
from storage import mapping as tables

COPIED = (
    "persons",
    "clients",
    "companions",
    "trips",
    "deals",
    "travellers",
    "payments",
    "documents",
    "inquiries",
    "interactions",
    "history",
    "notices",
    "search_tokens",
)
_APART = 100_000
"""A block has fewer rows of anything."""
_NAMED = f"substr({{0}}, 1, length({{0}}) - {len(BLOCK_0)}) || letters"
_TOKEN = (
    f"CASE WHEN token LIKE '%{BLOCK_0}' THEN {_NAMED.format('token')}"
    " WHEN token LIKE '+%' THEN '+' || digits || substr(token, 4) ELSE token END"
)
_OTHERWISE: Mapping[tuple[str, str], str] = {
    ("persons", "telegram_id"): f"telegram_id + block * {_APART}",
    ("persons", "name"): _NAMED.format("name"),
    ("clients", "name"): _NAMED.format("name"),
    ("clients", "email"): _NAMED.format("email"),
    ("companions", "name"): _NAMED.format("name"),
    ("clients", "phone"): "substr(phone, 1, length(phone) - 2) || number",
    ("travellers", "name"): _NAMED.format("name"),
    (
        "deals",
        "responsible_id",
    ): f"CASE responsible_id WHEN {STAFF[Role.MANAGER]} THEN 10 ELSE responsible_id END",
    ("history", "subject_id"): f"subject_id + block * {_APART}",
    ("notices", "key"): "key || '-' || number",
    ("search_tokens", "subject_id"): f"subject_id + block * {_APART}",
    ("search_tokens", "token"): _TOKEN,
}


_STAFF = 1_000
"""Persons up to this number work here, and are not copied."""


def copy(unit: SqlUnit, blocks: int) -> None:
    """So many blocks in all; the first is there."""
    rows = ", ".join(_row(block) for block in range(1, blocks))
    for name in COPIED:
        table = tables.metadata.tables[name]
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        values = ", ".join(_value(column) for column in table.columns)
        which = f" WHERE {name}.id > {_STAFF}" if name == "persons" else ""
        unit.session.connection().execute(
            text(
                f"WITH blocks(block, letters, number, digits) AS (VALUES {rows})"
                f" INSERT INTO {name} ({names}) SELECT {values} FROM {name}, blocks{which}"
            )
        )


def _row(block: int) -> str:
    number = f"{block:02d}"
    return f"({block}, '{letters(block)}', '{number}', '{number[::-1]}')"


def _value(column: Column[Any]) -> str:
    name = f'{column.table.name}."{column.name}"'
    if (column.table.name, column.name) in _OTHERWISE:
        return _OTHERWISE[column.table.name, column.name]
    of = {key.column.table.name for key in column.foreign_keys}
    moves = (column.primary_key and column.name == "id") or of & {*COPIED}
    return f"{name} + block * {_APART}" if moves else name
