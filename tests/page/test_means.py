"""Groups with their topics, polls, invoices, inline results and kept keyboards, as people use them on the page."""

from typing import Any

from aiohttp import ClientSession
from playwright.async_api import expect

from sandbox import Sandbox
from tests.page.bot import Bot, buttons
from tests.page.conftest import ANNA, ELENA, Desktop

GROUP = -1_001_000_000_008


async def sim(http: ClientSession, sandbox: Sandbox, path: str, body: Any) -> Any:
    async with http.post(f"{sandbox.url}/sim/{path}", json=body) as answer:
        assert answer.status == 200, await answer.text()
        return await answer.json()


async def group(http: ClientSession, sandbox: Sandbox, desktop: Desktop, **more: Any) -> None:
    """Both are in it and look at it."""
    body = {"id": GROUP, "title": "Охрид", "members": [ELENA["id"], ANNA["id"]], "bot": "administrator"}
    await sim(http, sandbox, "groups", body | more)
    for who in (ELENA, ANNA):
        await desktop.phone(who).get_by_role("tab", name="Охрид").click()


async def test_any_member_presses_a_button_in_the_group(
    desktop: Desktop, bot: Bot, http: ClientSession, sandbox: Sandbox
) -> None:
    await group(http, sandbox, desktop)
    await desktop.says(ANNA, "Кто встретит?")
    asked = await bot.hears()
    await bot.call(
        "sendMessage",
        chat_id=GROUP,
        text="Кто?",
        reply_parameters={"message_id": asked["message_id"]},
        reply_markup=buttons([("Я", "me")]),
    )
    for who in (ELENA, ANNA):
        await desktop.phone(who).get_by_role("button", name="Я", exact=True).click()
        query = await bot.hears("callback_query")
        await bot.call(
            "answerCallbackQuery", callback_query_id=query["id"], text=f"Записано: {who['first_name']}"
        )
        await expect(desktop.phone(who).locator(".toast")).to_have_text(f"Записано: {who['first_name']}")
        assert (query["from"]["id"], query["message"]["chat"]["id"]) == (who["id"], GROUP)
    await expect(desktop.phone(ELENA).locator(".sender").first).to_have_text("Анна Соколова")
    await expect(desktop.phone(ANNA).locator(".own")).to_contain_text("Кто встретит?")


async def test_news_of_another_chat_mark_its_tab(
    desktop: Desktop, bot: Bot, http: ClientSession, sandbox: Sandbox
) -> None:
    await desktop.starts(ANNA)
    await group(http, sandbox, desktop)
    await bot.call("sendMessage", chat_id=ANNA["id"], text="Только вам")
    tab = desktop.phone(ANNA).get_by_role("tab", name="Bot, something new")
    await expect(desktop.phone(ANNA).get_by_role("log")).not_to_contain_text("Только вам")
    await tab.click()
    await expect(desktop.phone(ANNA).get_by_role("log")).to_contain_text("Только вам")


async def test_topics_part_the_talk(
    desktop: Desktop, bot: Bot, http: ClientSession, sandbox: Sandbox
) -> None:
    await group(http, sandbox, desktop, forum=True)
    topic = await bot.call("createForumTopic", chat_id=GROUP, name="Оплаты")
    await desktop.says(ANNA, "мимо темы")
    phone = desktop.phone(ANNA)
    await phone.get_by_role("button", name="# Оплаты").click()
    await desktop.says(ANNA, "в теме")
    await expect(phone.get_by_role("log")).not_to_contain_text("мимо темы")
    await expect(phone.get_by_role("log")).to_contain_text("в теме")
    heard = [await bot.hears() for _ in range(3)][-1]
    assert heard["message_thread_id"] == topic["message_thread_id"]


async def test_a_poll_is_voted_in_and_the_vote_taken_back(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ANNA)
    await bot.hears()
    poll = {"question": "Когда?", "options": ["Понедельник", "Вторник"], "is_anonymous": False}
    await bot.call("sendPoll", chat_id=ANNA["id"], **poll)
    phone = desktop.phone(ANNA)
    await phone.get_by_role("button", name="Вторник").click()
    assert (await bot.hears("poll_answer"))["option_ids"] == [1]
    await expect(phone.locator(".poll-result.chosen")).to_contain_text("100%")
    await phone.get_by_role("button", name="Retract vote").click()
    assert (await bot.hears("poll_answer"))["option_ids"] == []
    await expect(phone.get_by_role("button", name="Понедельник")).to_be_visible()


async def test_several_answers_are_chosen_first(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ANNA)
    await bot.hears()
    poll = {"question": "Куда?", "options": ["Охрид", "Блед", "Вена"], "allows_multiple_answers": True}
    await bot.call("sendPoll", chat_id=ANNA["id"], **poll)
    phone = desktop.phone(ANNA)
    for name in ("Охрид", "Вена"):
        await phone.get_by_role("button", name=name).click()
    await phone.get_by_role("button", name="Vote").click()
    assert [one["voter_count"] for one in (await bot.hears("poll"))["options"]] == [1, 0, 1]


async def test_an_invoice_is_paid(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ANNA)
    await bot.hears()
    bill = {"title": "Охрид", "description": "Задаток", "payload": "deal-7", "currency": "EUR"}
    prices = [{"label": "Задаток", "amount": 9900}]
    await bot.call("sendInvoice", chat_id=ANNA["id"], provider_token="1:TEST:a", prices=prices, **bill)
    phone = desktop.phone(ANNA)
    await expect(phone.get_by_role("group", name="Invoice: Охрид")).to_contain_text("99.00 EUR")
    await phone.get_by_role("button", name="Pay 99.00 EUR").click()
    query = await bot.hears("pre_checkout_query")
    await bot.call("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=True)
    await expect(phone.locator(".service")).to_have_text("Анна Соколова paid 99.00 EUR")
    await expect(phone.locator(".invoice-paid")).to_be_visible()
    await expect(phone.get_by_role("button", name="Receipt")).to_be_disabled()


async def test_inline_results_are_found_and_sent(desktop: Desktop, bot: Bot, sandbox: Sandbox) -> None:
    await desktop.starts(ANNA)
    await bot.hears()
    phone = desktop.phone(ANNA)
    await phone.get_by_role("textbox", name="Message from").fill(f"@{sandbox.world.bot.username} охрид")
    query = await bot.hears("inline_query")
    assert query["query"] == "охрид"
    said = {"input_message_content": {"message_text": "Охрид 29.10"}}
    results = [{"type": "article", "id": "7", "title": "Охрид", "description": "12 мест", **said}]
    await bot.call("answerInlineQuery", inline_query_id=query["id"], results=results)
    await phone.get_by_role("option", name="Охрид").click()
    assert (await bot.hears())["via_bot"]["username"] == sandbox.world.bot.username
    await expect(phone.locator(".own").last).to_contain_text("Охрид 29.10")
    await expect(phone.get_by_role("textbox", name="Message from")).to_have_value("")


async def test_a_persistent_keyboard_stays_and_says_what_to_write(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ELENA)
    await bot.hears()
    keyboard = {"keyboard": [["☀️ Днес"]], "is_persistent": True, "resize_keyboard": True}
    keyboard |= {"input_field_placeholder": "Име или номер"}
    phone = desktop.phone(ELENA)
    await bot.call("sendMessage", chat_id=ELENA["id"], text="Меню", reply_markup=keyboard)
    await bot.call("sendMessage", chat_id=ELENA["id"], text="?", reply_markup=buttons([("☀️ Днес", "today")]))
    await expect(phone.get_by_placeholder("Име или номер")).to_be_visible()
    await expect(phone.get_by_role("button", name="Show or hide the keyboard")).to_be_hidden()
    await phone.get_by_role("group", name="Keyboard").get_by_role("button", name="☀️ Днес").click()
    assert (await bot.hears())["text"] == "☀️ Днес"


async def test_a_crowded_row_keeps_two_figures_on_one_line(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ANNA)
    await bot.hears()
    await desktop.page.set_viewport_size({"width": 320, "height": 700})
    days = buttons([(str(day), f"d{day}") for day in range(21, 29)])
    await bot.call("sendMessage", chat_id=ANNA["id"], text="Август", reply_markup=days)
    key = desktop.phone(ANNA).get_by_role("button", name="28", exact=True)
    await expect(key).to_be_visible()
    assert await key.locator("span").first.evaluate("span => span.offsetHeight") < 25
