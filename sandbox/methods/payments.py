"""Invoices, and the answer to the question before the money moves."""

import re
from typing import Any

from sandbox import membership
from sandbox.calls import Call
from sandbox.methods.reach import place_of
from sandbox.methods.register import method
from sandbox.money import check_total, money
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram
from sandbox.world import Json, Message, Person

LONGEST_TITLE = 32
LONGEST_DESCRIPTION = 255
MOST_PAYLOAD_BYTES = 128
STARS = "XTR"
_PROVIDER = re.compile(r"\d+:(TEST|LIVE):[\w-]+")
_UNKNOWN = (
    "max_tip_amount",
    "suggested_tip_amounts",
    "need_name",
    "need_phone_number",
    "need_email",
    "need_shipping_address",
    "send_phone_number_to_provider",
    "send_email_to_provider",
    "is_flexible",
)


@method("sendInvoice")
def send_invoice(telegram: Telegram, call: Call) -> Json:
    """Without a keyboard it gets a button that pays; one with a keyboard pays by the first button."""
    for name in _UNKNOWN:
        if call.params.get(name) not in (None, False, "", "false", 0, "0"):
            raise bad_request(f"this sandbox does not know {name} of an invoice")
    invoice, payload = _invoice(call), _required(call, "payload")
    if len(payload.encode()) > MOST_PAYLOAD_BYTES:
        raise bad_request("INVOICE_PAYLOAD_INVALID")
    _check_provider(call.text("provider_token"), invoice["currency"])
    place = place_of(telegram, call, pays=True)
    if place.markup is None:
        total = money(invoice["currency"], invoice["total_amount"])
        place.markup = {"inline_keyboard": [[{"text": f"Pay {total}", "pay": True}]]}
    telegram.limiter.spend(place.chat.id)
    return place.post(telegram, {"invoice": invoice}, payload=payload)


def _invoice(call: Call) -> Json:
    title = _measured(_required(call, "title"), LONGEST_TITLE, "title")
    description = _measured(_required(call, "description"), LONGEST_DESCRIPTION, "description")
    currency = _required(call, "currency")
    prices = _prices(call)
    if currency == STARS and len(prices) != 1:
        raise bad_request("STARS_INVOICE_INVALID")
    total = sum(prices)
    check_total(currency, total)
    return {
        "title": title,
        "description": description,
        "start_parameter": call.text("start_parameter"),
        "currency": currency,
        "total_amount": total,
    }


def _required(call: Call, name: str) -> str:
    value = call.text(name)
    if not value:
        raise bad_request(f'parameter "{name}" is required')
    return value


def _measured(text: str, most: int, what: str) -> str:
    """Telegram documents the limit; what it answers to more is not known, so the words are ours."""
    if len(text) > most:
        raise bad_request(f"invoice {what} must be at most {most} characters long")
    return text


def _prices(call: Call) -> list[int]:
    given: Any = call.json("prices")
    if given is None:
        raise bad_request('parameter "prices" is required')
    if not isinstance(given, list):
        raise bad_request("expected an Array of labeled prices")
    return [_price(one) for one in given]


def _price(given: Any) -> int:
    unread = "can't parse labeled price: "
    if not isinstance(given, dict):
        raise bad_request(unread + "LabeledPrice must be an Object")
    for name in ("label", "amount"):
        if given.get(name) in (None, ""):
            raise bad_request(f'{unread}Can\'t find field "{name}"')
    try:
        return int(given["amount"])
    except (TypeError, ValueError):
        raise bad_request(f'{unread}Field "amount" must be a valid Number') from None


def _check_provider(token: str, currency: str) -> None:
    """Stars are paid without a provider, all else with a token of one."""
    if (currency == STARS) is bool(token) or (token and not _PROVIDER.fullmatch(token)):
        raise bad_request("PAYMENT_PROVIDER_INVALID")


@method("answerPreCheckoutQuery")
def answer_pre_checkout_query(telegram: Telegram, call: Call) -> bool:
    ok, words = call.flag("ok"), call.text("error_message")
    if not ok and not words:
        raise bad_request('parameter "error_message" is required')
    query = telegram.checkouts.waiting(call.text("pre_checkout_query_id"))
    if query.answer.done():
        return True
    number = _paid(telegram, query.person, query.about) if ok else None
    if not ok:
        telegram.world.events.publish(kind="toast", person=query.person.id, text=words, alert=True)
    telegram.checkouts.answer(query.id, {"paid": ok, "error": None if ok else words, "message_id": number})
    return True


def _paid(telegram: Telegram, person: Person, message: Message) -> int:
    """The money has moved; the chat reads of it."""
    message.payers.add(person.id)
    invoice, charge = message.content["invoice"], telegram.world.new_charge()
    payment = {
        "currency": invoice["currency"],
        "total_amount": invoice["total_amount"],
        "invoice_payload": message.payload,
        "telegram_payment_charge_id": f"tg_{charge}",
        "provider_payment_charge_id": f"provider_{charge}",
    }
    return membership.service(telegram, message.chat, person, {"successful_payment": payment})
