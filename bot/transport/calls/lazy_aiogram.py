"""aiogram without its long start: the readers and writers of its 600 models are built when they are first used.

aiogram marks its types as "to be built when needed", and then builds all of them, one after the other, while it is
imported: four of its five seconds and a hundred megabytes, of which a bot like ours needs a twentieth. So while
aiogram is imported for the first time

- a call to `model_rebuild(_types_namespace=…)` only keeps the namespace, and
- every model made is one whose building waits, which is pydantic's own `defer_build`;

then the namespace is hung up where pydantic looks for names that are unknown in a model's module. From then on pydantic
builds a model by itself when it is first used, exactly as aiogram would have. `tests/bot/test_lazy_aiogram.py` builds all
of them both ways and compares. If anything here fails, aiogram is imported as it comes: slower, and just as well.

Imported by `bot/__init__.py`, and so before anything that imports aiogram. Not for two threads: models are used in the
loop's only.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import structlog
from pydantic import BaseModel

log = structlog.get_logger()

_LIBRARY = "aiogram"


def import_lazily() -> bool:
    """Imports aiogram so; False when it was there already, or had to be imported as it comes."""
    if _LIBRARY in sys.modules:
        return False
    try:
        with _building_put_off() as names:
            import_module(_LIBRARY)
        for model in models():
            model.__pydantic_parent_namespace__ = names  # type: ignore[assignment]
        build_one()
    except Exception as error:  # noqa: BLE001 (whatever a new version does differently: the bot must start)
        log.warning("aiogram cannot be imported lazily", why=repr(error)[:200])
        for name in [name for name in sys.modules if name.partition(".")[0] == _LIBRARY]:
            del sys.modules[name]
        import_module(_LIBRARY)
        return False
    return True


def build_one() -> None:
    """To see, while it can still be imported as it comes, that what was put off can be built."""
    from aiogram import methods

    methods.SendMessage.model_rebuild()


def warm() -> None:
    """Builds what reads updates, a tenth of a second: taps and plain words are read without, and come first."""
    from aiogram import types

    types.Update.model_rebuild()


def models() -> Iterator[type[BaseModel]]:
    """Every model of aiogram's."""
    seen: set[type[BaseModel]] = set()
    waiting = [BaseModel]
    while waiting:
        for model in waiting.pop().__subclasses__():
            if model not in seen:
                seen.add(model)
                waiting.append(model)
                if model.__module__.partition(".")[0] == _LIBRARY:
                    yield model


@contextmanager
def _building_put_off() -> Iterator[Mapping[str, Any]]:
    """While it lasts, models are only declared; gives the names their annotations are made of."""
    names: dict[str, Any] = {}
    rebuild = BaseModel.__dict__["model_rebuild"]
    BaseModel.model_rebuild = classmethod(_keeping(names, rebuild.__func__))  # type: ignore[method-assign,assignment]
    BaseModel.model_config["defer_build"] = True
    try:
        yield names
    finally:
        BaseModel.model_rebuild = rebuild  # type: ignore[method-assign]
        del BaseModel.model_config["defer_build"]


def _keeping(names: dict[str, Any], rebuild: Callable[..., bool | None]) -> Callable[..., bool | None]:
    """Only the one call aiogram is known to make is kept for later; any other is done as it comes."""

    def later(cls: type[BaseModel], **how: Any) -> bool | None:
        if set(how) != {"_types_namespace"}:
            return rebuild(cls, **how)
        names.update(how["_types_namespace"])
        return None

    return later
