"""Knobs: the clock and its landmarks, faults, raw updates, and the log of the bot's calls."""

import re
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import available_timezones

from aiohttp import web

from sandbox.control.answers import ControlError, answering, body_of
from sandbox.faults import OF_CALLS, OF_UPDATES, Fault
from sandbox.telegram import Telegram
from sandbox.world import Json

_SPAN = re.compile(r"(-?\d+(?:\.\d+)?)\s*([smhdw])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def routes() -> list[web.RouteDef]:
    return [
        web.get("/sim/calls", answering(_calls)),
        web.post("/sim/faults", answering(_plan)),
        web.delete("/sim/faults", answering(_forgive)),
        web.post("/sim/clock", answering(_turn)),
        web.post("/sim/landmarks", answering(_landmarks)),
        web.post("/sim/guide", answering(_guide)),
        web.post("/sim/updates", answering(_inject)),
    ]


async def _calls(telegram: Telegram, request: web.Request) -> Json:
    since = int(request.query.get("since") or 0)
    return {"calls": telegram.calls.since(since), "next": telegram.calls.next}


async def _plan(telegram: Telegram, request: web.Request) -> Json:
    body = await body_of(request)
    if body.get("kind") not in (*OF_CALLS, *OF_UPDATES):
        raise ControlError(400, f"A fault's kind is one of {', '.join((*OF_CALLS, *OF_UPDATES))}.")
    try:
        telegram.faults.plan(Fault(**body))
    except TypeError as error:
        raise ControlError(400, str(error)) from None
    return {"planned": True}


async def _forgive(telegram: Telegram, _request: web.Request) -> Json:
    """No more faults; calls and updates that were held back go on their way."""
    telegram.faults.clear()
    telegram.world.updates.release()
    return {"planned": False}


async def _turn(telegram: Telegram, request: web.Request) -> Json:
    body = await body_of(request)
    if "set" in body:
        telegram.clock.set(_instant(body["set"]))
    elif "advance" in body:
        telegram.clock.advance(_span(str(body["advance"])))
    elif "zone" in body:
        telegram.clock.zone = _zone(str(body["zone"]))
    else:
        raise ControlError(400, "Turn the clock with set (an ISO instant) or advance (like 24h or 2d).")
    telegram.world.events.publish(kind="state")
    return {"clock": telegram.clock.now().isoformat()}


def _zone(name: str) -> str:
    if name not in available_timezones():
        raise ControlError(400, f"There is no zone {name}.")
    return name


def _instant(text: Any) -> datetime:
    try:
        instant = datetime.fromisoformat(str(text))
    except ValueError:
        raise ControlError(400, f"{text} is no ISO instant.") from None
    if instant.tzinfo is None:
        raise ControlError(400, "An instant needs its zone, like 2027-10-29T07:00:00Z.")
    return instant


def _span(text: str) -> timedelta:
    """`24h`, `30m`, `2d`, or several like `1d 12h`."""
    found = _SPAN.findall(text)
    if not found or _SPAN.sub("", text).strip():
        raise ControlError(400, f"{text} is no span of time like 24h, 30m or 2d.")
    return sum((timedelta(**{_UNITS[unit]: float(amount)}) for amount, unit in found), timedelta())


async def _landmarks(telegram: Telegram, request: web.Request) -> Json:
    """The whole list is replaced: a JSON array, or an object with it under `landmarks`."""
    given = await request.json()
    given = given.get("landmarks") if isinstance(given, dict) else given
    if not isinstance(given, list):
        raise ControlError(400, "Landmarks are a list of {label, at}.")
    marks = [{"label": str(one["label"]), "at": _instant(one["at"]).isoformat()} for one in given]
    telegram.world.landmarks = marks
    telegram.world.events.publish(kind="state")
    return {"landmarks": marks}


async def _guide(telegram: Telegram, request: web.Request) -> Json:
    """What the page says may be tried. It only keeps it."""
    body = await body_of(request)
    steps = body.get("steps")
    if not isinstance(steps, list) or not all(isinstance(step, dict) and step.get("text") for step in steps):
        raise ControlError(400, "A guide is steps, each with a text.")
    telegram.world.guide = body
    telegram.world.events.publish(kind="state")
    return {"steps": len(steps)}


async def _inject(telegram: Telegram, request: web.Request) -> Json:
    body = await body_of(request)
    if "raw" not in body:
        raise ControlError(400, "An injected update is given as raw.")
    return {"update_id": telegram.world.updates.add_raw(body["raw"])}
