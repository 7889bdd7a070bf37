"""What the kinds of definitions are called, declared beside the screens where they are settled."""

from collections.abc import Mapping
from typing import Any

from domain.declarations import declare
from domain.entities.definitions import DefinitionKind
from domain.entities.profile import PROFILE
from domain.values.labels import said
from locales import Fact, Sentence, _

KIND_NAMES: dict[str, Sentence] = {}
"""By the key of the kind."""
_EACH: dict[str, Mapping[str, Sentence]] = {}


def named(kind: DefinitionKind[Any], name: Sentence, each: Mapping[str, Sentence] | None = None) -> None:
    """Declares what a kind of definition is called, in the plural where there are several.

    `each`, by their keys, are the names of definitions that carry no labels of their own.
    """
    declare(KIND_NAMES, kind.key, name)
    _EACH[kind.key] = each or {}


def definition_name(kind: DefinitionKind[Any], key: str, value: Any) -> Fact:
    """What people call this definition: by its labels, else by its key."""
    if labels := getattr(value, "labels", None) or getattr(value, "many", None):
        return said(labels)
    return _EACH[kind.key].get(key) or key or KIND_NAMES[kind.key]


named(PROFILE, _("Agency"))
