"""Declarations: what a module says about itself, beside its code. Collected once, into plain tables."""

import pkgutil
from collections.abc import Iterable
from importlib import import_module
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


def declare(table: dict[K, V], key: K, value: V) -> V:
    """Puts it into the table. Raises ValueError when the key is there already."""
    if key in table:
        raise ValueError(f"{key!r} is declared twice")
    table[key] = value
    return value


def import_modules(name: str, path: Iterable[str]) -> list[str]:
    """Imports every module of a package and below it, in order of name, so that all have declared what they have."""
    found = [module.name for module in pkgutil.walk_packages(path, f"{name}.")]
    for module in found:
        import_module(module)
    return found
