"""A person types words behind the bot's name, sees what it answers, and sends one of it into the chat."""

import asyncio
from typing import Any

from aiohttp import web

from sandbox import objects
from sandbox.control.answers import ControlError, answering, body_of, chat_for, person_of
from sandbox.control.saying import say, start_with
from sandbox.inline import InlineAnswer, InlineResult
from sandbox.telegram import Telegram
from sandbox.world import Chat, Json, Message, Person

PATIENCE = 5.0
LONGEST_QUERY = 256


def routes() -> list[web.RouteDef]:
    return [
        web.post("/sim/people/{id:\\d+}/inline", answering(_type)),
        web.post("/sim/people/{id:\\d+}/pick", answering(_pick)),
        web.patch("/sim/bot", answering(_switch)),
    ]


async def _switch(telegram: Telegram, request: web.Request) -> Json:
    """As BotFather does with /setinline; the bot learns it when it asks who it is."""
    body = await body_of(request)
    if not isinstance(body.get("inline"), bool):
        raise ControlError(400, "Inline mode is true or false.")
    telegram.world.bot.inline = body["inline"]
    return {"inline": telegram.world.bot.inline}


async def _type(telegram: Telegram, request: web.Request) -> Json:
    person = person_of(telegram, request)
    body = await body_of(request)
    chat = chat_for(telegram, person, body.get("chat"))
    return await ask(telegram, person, chat, str(body.get("query") or ""), body)


async def ask(telegram: Telegram, person: Person, chat: Chat, words: str, body: Json) -> Json:
    """Words the bot answered lately are answered by Telegram itself."""
    if not telegram.world.bot.inline:
        raise ControlError(409, "Inline mode is off: nobody told BotFather /setinline.")
    words, offset = words.strip(), str(body.get("offset") or "")
    if len(words) > LONGEST_QUERY:
        raise ControlError(400, f"An inline query has at most {LONGEST_QUERY} characters.")
    inline = telegram.world.inline
    kept = inline.kept(words, offset, person.id, telegram.clock.now())
    if kept is not None:
        inline.newest.pop(person.id, None)
        inline.shown[person.id] = kept
        return {"answered": True, "cached": True, "inline_query_id": None} | kept.as_json()
    query = telegram.inline_queries.new(person, (words, offset))
    inline.newest[person.id] = query.id
    inline.shown.pop(person.id, None)
    update = {"id": query.id, "from": objects.user(person), "query": words, "offset": offset}
    update["chat_type"] = "sender" if chat.person else chat.kind
    telegram.tell_bot("inline_query", update, chat=chat.id, lane=f"inline:{person.id}")
    told: Json = {"answered": False, "cached": False, "inline_query_id": query.id, "results": []}
    if body.get("wait") is False:
        return told
    try:
        async with asyncio.timeout(float(body.get("wait") or PATIENCE)):
            return told | {"answered": True} | await query.answer
    except TimeoutError:
        return told


async def _pick(telegram: Telegram, request: web.Request) -> Json:
    person = person_of(telegram, request)
    body = await body_of(request)
    answer = telegram.world.inline.shown.get(person.id)
    if answer is None:
        raise ControlError(404, f"{person.name} has no inline results before them.")
    if body.get("button"):
        return {"message_id": _press(telegram, person, answer).id}
    chat = chat_for(telegram, person, body.get("chat"))
    result = _result(answer, body.get("result"))
    more: Json = {name: body[name] for name in ("thread", "reply_to") if body.get(name)}
    inline_id = telegram.world.new_inline_id() if result.markup else ""
    extra: Json = {"via_bot": True, "inline": result.markup, "inline_id": inline_id}
    message = say(telegram, person, chat, [dict(result.content)], more, **extra)[0]
    telegram.world.inline.shown.pop(person.id, None)
    _tell_chosen(telegram, person, answer, result, message)
    return {"message_id": message.id, "inline_message_id": message.inline_id or None}


def _result(answer: InlineAnswer, wanted: Any) -> InlineResult:
    """By its id, its title, or the beginning of its title."""
    words = str(wanted)
    for fits in (
        lambda one: one.id == words,
        lambda one: one.title == words,
        lambda one: one.title.startswith(words),
    ):
        if found := next(filter(fits, answer.results), None):
            return found
    there_are = ", ".join(f"[{one.title}]" for one in answer.results) or "none"
    raise ControlError(404, f"There is no result [{words}]; there are {there_are}.")


def _press(telegram: Telegram, person: Person, answer: InlineAnswer) -> Message:
    if answer.button is None or "start_parameter" not in answer.button:
        raise ControlError(404, "There is no button above the results that opens the chat with the bot.")
    return start_with(telegram, person, answer.button["start_parameter"])


def _tell_chosen(
    telegram: Telegram, person: Person, answer: InlineAnswer, result: InlineResult, message: Message
) -> None:
    chosen = {"result_id": result.id, "from": objects.user(person), "query": answer.query}
    if message.inline_id:
        chosen["inline_message_id"] = message.inline_id
    telegram.tell_bot("chosen_inline_result", chosen, chat=message.chat.id, lane=f"chosen:{person.id}")
