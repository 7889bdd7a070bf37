"""Tests of the trade's rules need the trade only: no storage, no bot, no words."""

import ast
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
PURE = ("domain", "tests.domain", "tests.memory", "tests.things")
LIBRARIES = {"pytest", "hypothesis", *sys.stdlib_module_names}


def test_nothing_else_is_imported() -> None:
    files = [
        *(TESTS / "domain").glob("*.py"),
        *(TESTS / "memory").glob("*.py"),
        TESTS / "things.py",
    ]
    foreign = {
        f"{file.relative_to(TESTS)}: {name}"
        for file in files
        for name in _imported(file)
        if name.partition(".")[0] not in LIBRARIES
        and not any(name == one or name.startswith(f"{one}.") for one in PURE)
    }
    assert foreign == set()
    assert len(files) > 20


def _imported(file: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    plain = {one.name for node in nodes if isinstance(node, ast.Import) for one in node.names}
    return plain | {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
