"""Invoices: what Telegram takes, who pays, and the ten seconds in which the bot agrees."""

import asyncio
from typing import Any

import pytest

from tests.sandbox.line import ANNA, BORIS, Line

TOKEN = "123456:TEST:abc-Def"
BILL = {
    "title": "Ohrid 29.10",
    "description": "Deposit for two",
    "payload": "deal-7",
    "currency": "EUR",
    "prices": [{"label": "Deposit", "amount": 9000}, {"label": "Insurance", "amount": 900}],
    "provider_token": TOKEN,
}
TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"


async def bill(line: Line, chat: int = ANNA, **more: Any) -> dict[str, Any]:
    sent: dict[str, Any] = await line.ok("sendInvoice", chat_id=chat, **(BILL | more))
    return sent


async def pays(line: Line, person: int = ANNA, **more: Any) -> Any:
    return await line.sim("POST", f"people/{person}/pay", {"wait": False, **more})


async def test_an_invoice_has_a_button_that_pays(line: Line) -> None:
    sent = await bill(line)

    assert sent["invoice"] == {
        "title": "Ohrid 29.10",
        "description": "Deposit for two",
        "start_parameter": "",
        "currency": "EUR",
        "total_amount": 9900,
    }
    assert sent["reply_markup"] == {"inline_keyboard": [[{"text": "Pay 99.00 EUR", "pay": True}]]}


async def test_who_pays_is_asked_about_and_then_told(line: Line) -> None:
    await bill(line)
    paying = asyncio.create_task(line.taps(ANNA, "Pay 99.00 EUR"))
    [update] = await line.news(timeout=5)
    query = update["pre_checkout_query"]
    await line.ok("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=True)

    assert (query["from"]["id"], query["invoice_payload"], query["total_amount"]) == (ANNA, "deal-7", 9900)
    told = await paying
    assert (told["answered"], told["paid"], told["error"]) == (True, True, None)
    message = (await line.news())[0]["message"]
    assert message["message_id"] == told["message_id"]
    payment = message["successful_payment"]
    assert (payment["invoice_payload"], payment["currency"], payment["total_amount"]) == (
        "deal-7",
        "EUR",
        9900,
    )
    assert payment["telegram_payment_charge_id"] != payment["provider_payment_charge_id"]
    assert await line.sim_refusal("POST", f"people/{ANNA}/pay", {}) == (
        409,
        "Anna Petrova has paid this invoice.",
    )
    seen = (await line.sees(ANNA))["messages"][-2:]
    assert (seen[0]["invoice"]["paid"], seen[1]["service"]) == (True, "Anna Petrova paid 99.00 EUR")


async def test_a_refusal_is_told_in_the_bots_words_and_no_money_moves(line: Line) -> None:
    await bill(line)
    query = (await pays(line))["pre_checkout_query_id"]
    paying = asyncio.create_task(line.sim("POST", f"people/{ANNA}/pay", {}))
    while len(updates := await line.ok("getUpdates", timeout=5)) < 2:
        pass
    second = updates[1]["pre_checkout_query"]["id"]
    await line.ok("answerPreCheckoutQuery", pre_checkout_query_id=second, ok=False, error_message="Sold out")

    told = await paying
    assert (told["paid"], told["error"]) == (False, "Sold out")
    await line.news()
    assert await line.news() == []
    assert await line.refusal("answerPreCheckoutQuery", pre_checkout_query_id=query, ok=False) == (
        '400 Bad Request: parameter "error_message" is required'
    )


async def test_the_bot_has_ten_seconds(line: Line) -> None:
    await bill(line)
    late = (await pays(line))["pre_checkout_query_id"]
    await line.sim("POST", "clock", {"advance": "10s"})

    assert await line.refusal("answerPreCheckoutQuery", pre_checkout_query_id=late, ok=True) == TOO_OLD
    assert await line.refusal("answerPreCheckoutQuery", pre_checkout_query_id="1", ok=True) == TOO_OLD
    assert len(await line.ok("getUpdates")) == 1
    await line.sim("POST", "clock", {"advance": "140s"})
    assert await line.ok("getUpdates") == []


async def test_money_moves_once(line: Line) -> None:
    await bill(line)
    query = (await pays(line))["pre_checkout_query_id"]
    for _ in range(2):
        await line.ok("answerPreCheckoutQuery", pre_checkout_query_id=query, ok=True)

    paid = [one for one in await line.news() if "successful_payment" in one.get("message", {})]
    assert len(paid) == 1


async def test_in_a_group_any_member_pays(line: Line) -> None:
    await line.sim("POST", "groups", {"id": -100, "title": "Trip", "members": [ANNA, BORIS]})
    await bill(line, chat=-100)
    query = (await pays(line, BORIS, chat=-100))["pre_checkout_query_id"]
    await line.ok("answerPreCheckoutQuery", pre_checkout_query_id=query, ok=True)

    message = (await line.news())[-1]["message"]
    assert (message["from"]["id"], message["chat"]["id"]) == (BORIS, -100)


async def test_stars_need_no_provider(line: Line) -> None:
    sent = await bill(line, currency="XTR", provider_token="", prices=[{"label": "x", "amount": 50}])

    assert sent["reply_markup"]["inline_keyboard"][0][0]["text"] == "Pay 50 XTR"


def keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"reply_markup": {"inline_keyboard": [[button] for button in buttons]}}


PAY = {"text": "Pay", "pay": True}
ASK = {"text": "Ask", "callback_data": "a"}


@pytest.mark.parametrize(
    ("more", "description"),
    [
        ({"title": ""}, 'parameter "title" is required'),
        ({"title": "x" * 33}, "invoice title must be at most 32 characters long"),
        ({"description": "x" * 256}, "invoice description must be at most 255 characters long"),
        ({"payload": "я" * 65}, "INVOICE_PAYLOAD_INVALID"),
        ({"currency": "XXX"}, "CURRENCY_INVALID"),
        ({"prices": [{"label": "x", "amount": 85}]}, "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ({"prices": [{"label": "x", "amount": 860_001}]}, "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ({"prices": [{"amount": 5}]}, "can't parse labeled price: Can't find field \"label\""),
        ({"prices": None}, 'parameter "prices" is required'),
        ({"provider_token": ""}, "PAYMENT_PROVIDER_INVALID"),
        ({"provider_token": "secret"}, "PAYMENT_PROVIDER_INVALID"),
        ({"currency": "XTR", "prices": [{"label": "x", "amount": 5}]}, "PAYMENT_PROVIDER_INVALID"),
        (keyboard(ASK), "REPLY_MARKUP_BUY_EMPTY"),
        (keyboard(ASK, PAY), "BUTTON_POS_INVALID"),
        ({"reply_markup": {"keyboard": [["x"]]}}, "inline keyboard expected"),
        ({"need_email": True}, "this sandbox does not know need_email of an invoice"),
    ],
)
async def test_an_invoice_telegram_refuses(line: Line, more: dict[str, Any], description: str) -> None:
    assert (
        await line.refusal("sendInvoice", chat_id=ANNA, **(BILL | more)) == f"400 Bad Request: {description}"
    )


async def test_the_paying_button_comes_first_and_on_invoices_alone(line: Line) -> None:
    await bill(line, **keyboard(PAY, ASK))

    assert await line.refusal("sendMessage", chat_id=ANNA, text="x", **keyboard(PAY)) == (
        "400 Bad Request: BUTTON_TYPE_INVALID"
    )


async def test_only_the_invoice_itself_is_paid(line: Line) -> None:
    sent = await bill(line)
    await line.ok("forwardMessage", chat_id=BORIS, from_chat_id=ANNA, message_id=sent["message_id"])

    assert (await line.sim_refusal("POST", f"people/{BORIS}/pay", {}))[0] == 409


async def test_a_transcript_tells_the_sum(line: Line) -> None:
    await bill(line)
    query = (await pays(line))["pre_checkout_query_id"]
    await line.ok("answerPreCheckoutQuery", pre_checkout_query_id=query, ok=True)

    async with line.http.get(f"/sim/people/{ANNA}/chat.txt") as response:
        assert (await response.text()).splitlines()[1:] == [
            "Tourdesk: ‹invoice Ohrid 29.10: 99.00 EUR›",
            "          [Pay 99.00 EUR]",
            "— Anna Petrova paid 99.00 EUR",
        ]
