"""A person pays an invoice; the money moves when the bot agrees, within ten seconds of the sandbox's clock."""

import asyncio

from aiohttp import web

from sandbox import objects
from sandbox.control.answers import ControlError, answering, body_of, chat_for, may_tap, newest, person_of
from sandbox.telegram import Telegram
from sandbox.world import Json, Message, Person

PATIENCE = 10.0


def routes() -> list[web.RouteDef]:
    return [web.post("/sim/people/{id:\\d+}/pay", answering(_pay))]


async def _pay(telegram: Telegram, request: web.Request) -> Json:
    person = person_of(telegram, request)
    body = await body_of(request)
    chat = chat_for(telegram, person, body.get("chat"))
    return await pay(telegram, person, newest(chat, "invoice", body.get("message_id")), body)


async def pay(telegram: Telegram, person: Person, message: Message, body: Json) -> Json:
    may_tap(person, message.chat)
    if message.origin is not None or not message.payload:
        raise ControlError(409, "A forwarded invoice cannot be paid here.")
    if person.id in message.payers:
        raise ControlError(409, f"{person.name} has paid this invoice.")
    invoice = message.content["invoice"]
    query = telegram.checkouts.new(person, message)
    update = {
        "id": query.id,
        "from": objects.user(person),
        "currency": invoice["currency"],
        "total_amount": invoice["total_amount"],
        "invoice_payload": message.payload,
    }
    telegram.tell_bot("pre_checkout_query", update, chat=message.chat.id, lane=f"checkout:{person.id}")
    told: Json = {"answered": False, "paid": False, "pre_checkout_query_id": query.id}
    if body.get("wait") is False:
        return told
    try:
        async with asyncio.timeout(float(body.get("wait") or PATIENCE)):
            return told | {"answered": True} | await query.answer
    except TimeoutError:
        return told
