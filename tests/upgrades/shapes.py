"""What an earlier program may count on: tables grow, and nothing it writes is refused by the tables of a later one."""

from typing import Any

from sqlalchemy import Connection, inspect

Shape = dict[str, dict[str, Any]]


def shape(connection: Connection) -> Shape:
    """Tables with their columns, keys and conditions; each asked for all tables at once."""
    seen = inspect(connection)
    columns, keys, checks = (
        seen.get_multi_columns(),
        seen.get_multi_pk_constraint(),
        seen.get_multi_check_constraints(),
    )
    unique, indexes, links = (
        seen.get_multi_unique_constraints(),
        seen.get_multi_indexes(),
        seen.get_multi_foreign_keys(),
    )
    return {
        table[1]: {
            "columns": {column["name"]: _plain(column) for column in columns[table]},
            "key": keys[table]["constrained_columns"],
            "unique": {_known(each["column_names"]) for each in unique[table]}
            | {_known(each["column_names"]) for each in indexes[table] if each["unique"]},
            "checks": {each["name"]: str(each["sqltext"]) for each in checks[table]},
            "links": {_known(each["constrained_columns"]) for each in links[table]},
        }
        for table in columns
        if table[1] != "alembic_version"
    }


def _plain(column: Any) -> dict[str, Any]:
    return {"type": str(column["type"]), "nullable": column["nullable"], "default": column["default"]}


def _known(names: Any) -> tuple[str, ...]:
    return tuple(sorted(name or "?" for name in names))


def breaches(before: Shape, after: Shape) -> list[str]:
    """What the program of before cannot live with; empty when the tables only grew."""
    found: list[str] = []
    for name, old in before.items():
        new = after.get(name)
        if new is None:
            found.append(f"{name} is gone")
            continue
        found += [f"{name}.{column} {fault}" for column, fault in _columns(old["columns"], new["columns"])]
        if old["key"] != new["key"]:
            found.append(f"{name} has another key")
        for kind in ("unique", "links"):
            fresh = new[kind] - old[kind]
            found += [
                f"{name} has a new rule ({kind}) on {names}"
                for names in fresh
                if set(names) & set(old["columns"])
            ]
        found += [
            f"{name} has a new condition {rule}" for rule in new["checks"].keys() - old["checks"].keys()
        ]
    return found


def _columns(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, str]]:
    found = []
    for name, column in old.items():
        if name not in new:
            found.append((name, "is gone"))
        elif new[name]["type"] != column["type"]:
            found.append((name, "has another type"))
        elif column["nullable"] and not new[name]["nullable"]:
            found.append((name, "may not be empty any more"))
    fresh = {name: new[name] for name in new.keys() - old.keys()}
    wanted = [name for name, it in fresh.items() if not it["nullable"] and it["default"] is None]
    return found + [(name, "is new, and may not be left out") for name in wanted]
