"""Twenty routers with ten handlers each, as many as a bot of this size has, and in the middle the one that is measured."""

from typing import cast

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import TelegramObject

from bench.typical.deals import deals
from bench.typical.middlewares import HasRole

BEFORE = ("start", "language", "home", "clients", "inquiries", "trips", "seats", "tasks", "calls", "papers")
AFTER = ("payments", "vouchers", "lists", "notices", "staff", "branches", "backups", "figures", "settings")
TAPS = ("list", "open", "new", "edit", "find", "close")
QUESTIONS = ("name", "day", "sum")
"""A router has a command, what follows each of these questions, and six taps."""


def routers() -> list[Router]:
    """In the order in which aiogram asks them."""
    measured = _router("deals")
    deals(measured)
    return [*map(_router, BEFORE), measured, *map(_router, AFTER)]


def _router(noun: str) -> Router:
    router = Router(name=noun)
    for observer in (router.message, router.callback_query):
        observer.filter(HasRole("manager", "owner"))
    tap = cast(
        "type[CallbackData]",
        type(f"{noun.title()}Tap", (CallbackData,), {"__annotations__": _FIELDS}, prefix=noun),
    )
    router.message.register(_elsewhere, Command(noun))
    for question in QUESTIONS:
        router.message.register(_elsewhere, StateFilter(f"{noun}:{question}"), F.text)
    for verb in TAPS:
        router.callback_query.register(_elsewhere, tap.filter(F.verb == verb))
    return router


_FIELDS = {"verb": str, "number": int, "stage": str}


async def _elsewhere(event: TelegramObject) -> None:
    raise RuntimeError(f"Not what is measured: {event!r}")
