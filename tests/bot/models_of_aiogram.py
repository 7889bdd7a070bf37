"""Tells how every model of aiogram's reads what it is given, in a process of its own: `python -m … lazily|plainly`."""

import gc
import json
import re
import sys
from typing import Any

import pydantic
from pydantic import BaseModel

from bot.transport.calls import lazy_aiogram

GARBAGE: tuple[Any, ...] = ("x", 1, None, [{}], {"type": "x", "status": "member", "source": "user"})


def main(how: str) -> None:
    gc.disable()  # it lives for a few seconds, and makes nothing but what it tells
    if how == "plainly":
        fall_back()
    from aiogram import __version__, methods, types

    made = {
        f"{module.__name__}.{name}": model
        for module in (types, methods)
        for name in module.__all__
        if isinstance(model := getattr(module, name), type) and issubclass(model, BaseModel)
    }
    unbuilt = sum(not model.__pydantic_complete__ for model in made.values())
    told = {name: told_of(model) for name, model in made.items()}
    versions = f"aiogram {__version__}, pydantic {pydantic.VERSION}"
    print(json.dumps({"versions": versions, "unbuilt": unbuilt, "told": told}))


def fall_back() -> None:
    """As if the first import had gone wrong half-way: aiogram is imported once more, as it comes."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "aiogram"]:
        del sys.modules[name]

    def broken() -> None:
        raise RuntimeError("not as expected")

    lazy_aiogram.build_one = broken
    assert lazy_aiogram.import_lazily() is False


def told_of(model: type[BaseModel]) -> list[Any]:
    """What it makes of garbage, which is its first use; and the schema it has then."""
    return [*(verdict(model, value) for value in GARBAGE), shape(model.__pydantic_core_schema__)]


def verdict(model: type[BaseModel], value: Any) -> Any:
    """Every field is given the same: what it makes of it, or what is wrong with it."""
    try:
        read = model.model_validate(
            {field.alias or name: value for name, field in model.model_fields.items()}, context={}
        )
    except pydantic.ValidationError as error:
        return [[fault["type"], str(fault["loc"]), fault["msg"]] for fault in error.errors()]
    except TypeError as error:  # the one that is abstract
        return str(error)
    return read.model_dump_json(warnings=False, fallback=repr)


def shape(schema: Any) -> Any:
    """A schema in a form that does not tell whether a part stands where it is used or somewhere else."""
    parts: dict[str, Any] = {}
    inside: list[str] = []

    def plain(node: Any, *, top: bool = False) -> Any:
        if isinstance(node, (list, tuple)):
            return [plain(each, top=top) for each in node]
        if not isinstance(node, dict):
            return nameless(node if isinstance(node, str) else repr(node))
        match node.get("type"):
            case "definitions":
                parts.update({part["ref"]: part for part in node["definitions"]})
                return plain(node["schema"], top=top)
            case "definition-ref":
                return plain(parts[node["schema_ref"]], top=top)
            case "model" if not top:
                return repr(node["cls"])
        ref = nameless(node.get("ref", ""))
        if ref and ref in inside:
            return ref
        inside.append(ref)
        below = top and node.get("type") != "model"
        told = {str(key): plain(part, top=below) for key, part in node.items() if key not in UNTOLD}
        inside.pop()
        return told

    return plain(schema, top=True)


UNTOLD = {"ref", "metadata"}


def nameless(text: str) -> str:
    """Without the addresses of things in memory."""
    return re.sub(r" at 0x\w+|:\d{6,}", "", text)


if __name__ == "__main__":
    main(sys.argv[1])
