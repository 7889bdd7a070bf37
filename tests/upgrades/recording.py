"""Records what a program says to its databases while it plays a story: every statement with its parameters, in order.

A pytest plugin for the tree of a release, run once when the schema begins to change, never by the suite:

    git worktree add ../released <commit>
    cp tests/upgrades/recording.py ../released/ && cd ../released
    python -m pytest -p recording --record <folder> tests/stories/test_the_ohrid_trip.py::test_the_ohrid_trip

It leaves `<folder>/sqlite.json.gz` and `postgresql.json.gz`. Results are not kept: the replay compares tables of
then with tables of now.
"""

import gzip
import json
from collections import defaultdict
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

_conversations: dict[str, list[list[Any]]] = defaultdict(list)
_texts: dict[str, dict[str, int]] = defaultdict(dict)
_building: set[str] = set()
_ours = ("BEGIN", "PRAGMA")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--record", required=True, type=Path)


def pytest_sessionfinish(session: pytest.Session) -> None:
    folder: Path = session.config.getoption("--record")
    for address, steps in _conversations.items():
        if address in _building:
            continue
        told = {"texts": list(_texts[address]), "steps": steps}
        kind = address.partition("+")[0].partition(":")[0]
        with gzip.GzipFile(folder / f"{kind}.json.gz", "wb", compresslevel=9, mtime=0) as file:
            file.write(json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=_plain).encode())


@event.listens_for(Engine, "after_cursor_execute")
def _said(connection: Any, _cursor: Any, text: str, parameters: Any, _context: Any, _many: Any) -> None:
    address = _address(connection)
    if text.lstrip().startswith(("CREATE", "ALTER")):
        _building.add(address)
    if not text.startswith(_ours):
        number = _texts[address].setdefault(text, len(_texts[address]))
        _conversations[address].append([_who(connection), number, parameters])


@event.listens_for(Engine, "commit")
def _kept(connection: Any) -> None:
    _conversations[_address(connection)].append([_who(connection), "commit"])


@event.listens_for(Engine, "rollback")
def _undone(connection: Any) -> None:
    _conversations[_address(connection)].append([_who(connection), "rollback"])


def _address(connection: Any) -> str:
    """Of the database, whichever driver reaches it."""
    url = connection.engine.url
    return f"{url.get_backend_name()}:{url.database}"


def _who(connection: Any) -> int:
    """The same for all that one connection says."""
    return id(connection.connection.dbapi_connection)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date | time):
        return {type(value).__name__: value.isoformat()}
    raise TypeError(type(value).__name__)
