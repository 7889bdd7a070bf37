"""The catalogue of all tables, the registry of mapped classes, and the words in which a mapping is written.

Constraints and indexes are named by rule, so that migrations can name them.
"""

from typing import Any

from sqlalchemy import Column, MetaData, Table, event
from sqlalchemy.orm import Composite, Mapper, Relationship, composite, registry, relationship
from sqlalchemy.orm.attributes import instance_dict

from domain.values.money import Money

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

mappers = registry(metadata=metadata)


def mapped(kind: type, table: Table, leave_out: tuple[str, ...] = (), **how: Any) -> Mapper[Any]:
    """Maps a class of the trade onto its table: columns by their names, and `how` tells what is not simply a column."""
    mapper: Mapper[Any] = mappers.map_imperatively(kind, table, properties=how, exclude_properties=leave_out)
    event.listen(mapper, "before_insert", _number_is_the_databases)
    return mapper


def one(kind: type, column: Column[Any] | None = None) -> Relationship[Any]:
    """Another thing; its number stands in the column called `<attribute>_id`. Loaded only when a repository asks for it.

    The `column` is named where several of them refer to things of this kind.
    """
    return relationship(kind, lazy="raise", foreign_keys=column)


def several(kind: type, owner: Column[Any], **more: Any) -> Relationship[Any]:
    """A list of things that are in nobody else's, in order of number; `owner` is the column that tells whose they are."""
    table = owner.table
    return relationship(
        kind, lazy="raise", foreign_keys=owner, order_by=table.c.id, passive_deletes="all", **more
    )


def money(minor: Column[int], currency: Column[str]) -> Composite[Money]:
    """An amount in two columns; None when both are empty."""
    return value(Money, minor, currency)


def value(kind: type, *columns: Column[Any]) -> Composite[Any]:
    """A value that fills several columns; None when all of them are empty."""
    return composite(kind, *columns, return_none_on=_all_empty)


def _all_empty(*values: Any) -> bool:
    return all(each is None for each in values)


def _number_is_the_databases(_mapper: Any, _connection: Any, thing: Any) -> None:
    """The trade says 0 for "no number yet"."""
    instance_dict(thing).pop("id", None)
