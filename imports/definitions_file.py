"""All definitions of an agency as one TOML file that a person can read, change and give to another agency.

```
tourdesk = 1                      # the format of this file
agency = "Balkan Tours"           # whose it was

[profile]                         # of a kind with one definition
currency = "EUR"

[pipeline.pilgrimage]             # of a kind with several: its key
…
```
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from domain.entities.definitions import KINDS, ONLY, DefinitionKind, Definitions
from domain.queries.definition_imports import Proposal
from domain.values.refusals import Refusal
from storage.engine.bodies import NotSuchAValue, body_of, value_of

FORMAT = 1
NAME = "agency.toml"
_HEAD = (
    "# What this agency has settled, written by Tourdesk. Change what you like and send the file back to the bot:\n"
    "# it shows what would change before anything does. What is not in the file stays as it is.\n\n"
)
_PLACE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")


def written(definitions: Definitions, agency: str) -> bytes:
    """What holds now, of every kind."""
    import tomli_w

    told: dict[str, Any] = {"tourdesk": FORMAT, "agency": agency}
    for kind in KINDS.values():
        bodies = {
            key: _without_nothing(body_of(kind.of, value)) for key, value in definitions.all(kind).items()
        }
        if bodies:
            told[kind.key] = bodies[ONLY] if kind.is_single else bodies
    return (_HEAD + tomli_w.dumps(told, multiline_strings=True)).encode()


def read(text: str) -> tuple[Proposal, ...]:
    """What the file would settle, in its order.

    Raises Refusal: import_broken (with the line, None: the end is missing), import_not_ours, import_other_version,
    import_unknown_kind, import_unknown_word, import_wrong_value.
    """
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.search(str(error))
        raise Refusal("import_broken", line=int(found[1]) if found and found[1] else None) from None
    version = told.pop("tourdesk", None)
    if version is None:
        raise Refusal("import_not_ours")
    if version != FORMAT:
        raise Refusal("import_other_version", version=str(version), known=FORMAT)
    told.pop("agency", None)
    return tuple(proposal for name, body in told.items() for proposal in _of_kind(name, body))


def _of_kind(name: str, told: Any) -> Iterator[Proposal]:
    kind = KINDS.get(name)
    if kind is None:
        raise Refusal("import_unknown_kind", name=name)
    if kind.is_single:
        told = {ONLY: told}
    if not isinstance(told, dict):
        raise Refusal("import_wrong_value", where=name)
    for key, body in told.items():
        yield Proposal(kind, key, _value(kind, key, body))


def _value(kind: DefinitionKind[Any], key: str, body: Any) -> Any:
    where = f"{kind.key}.{key}" if key else kind.key
    try:
        value = value_of(kind.of, body)
    except NotSuchAValue as error:
        raise Refusal("import_wrong_value", where=".".join([where, *error.place])) from None
    if unknown := next(_unknown(body, body_of(kind.of, value)), None):
        raise Refusal("import_unknown_word", where=where, name=unknown)
    return value


def _unknown(told: Any, understood: Any) -> Iterator[str]:
    """Words of the file that were left out: a slip of the pen must not be lost in silence."""
    if isinstance(told, Mapping) and isinstance(understood, Mapping):
        for name, body in told.items():
            if name not in understood:
                yield str(name)
            else:
                yield from _unknown(body, understood[name])
    elif isinstance(told, list) and isinstance(understood, list):
        for one, other in zip(told, understood, strict=False):
            yield from _unknown(one, other)


def _without_nothing(body: Any) -> Any:
    """TOML has no word for nothing: what has no value is not there, and has its default when it is read."""
    if isinstance(body, dict):
        return {name: _without_nothing(value) for name, value in body.items() if value is not None}
    return [_without_nothing(value) for value in body] if isinstance(body, list) else body
