"""Words, buttons and answers between a person on the page and the bot."""

import asyncio

from playwright.async_api import expect

from sandbox import Sandbox
from tests.page.bot import Bot, buttons
from tests.page.conftest import ANNA, ELENA, Desktop


async def test_a_person_starts_and_types_and_the_bot_hears(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ANNA)
    assert (await bot.hears())["text"] == "/start"
    await desktop.says(ANNA, "Хотим в Охрид, вдвоём")
    heard = await bot.hears()
    assert heard["text"] == "Хотим в Охрид, вдвоём"
    assert heard["from"]["id"] == ANNA["id"]
    await expect(desktop.phone(ANNA).get_by_role("log")).to_contain_text("Хотим в Охрид, вдвоём")


async def test_an_answer_comes_with_buttons_and_a_tap_shows_a_toast(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ANNA)
    await bot.hears()
    await bot.call(
        "sendMessage",
        chat_id=ANNA["id"],
        text="Есть группа <b>29 октября</b>",
        parse_mode="HTML",
        reply_markup=buttons([("Записаться", "join"), ("Позже", "later")]),
    )
    phone = desktop.phone(ANNA)
    await expect(phone.locator(".words strong")).to_have_text("29 октября")
    join = phone.get_by_role("button", name="Записаться")
    await join.click()
    await expect(join).to_have_attribute("aria-busy", "true")
    query = await bot.hears("callback_query")
    assert query["data"] == "join"
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Вы записаны")
    await expect(phone.locator(".toast")).to_have_text("Вы записаны")
    await expect(join).not_to_have_attribute("aria-busy", "true")


async def test_an_alert_waits_for_ok(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ELENA)
    await bot.hears()
    await bot.call("sendMessage", chat_id=ELENA["id"], text="?", reply_markup=buttons([("Отмени", "cancel")]))
    phone = desktop.phone(ELENA)
    await phone.get_by_role("button", name="Отмени").click()
    query = await bot.hears("callback_query")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Не може", show_alert=True)
    alert = phone.get_by_role("alertdialog")
    await expect(alert).to_contain_text("Не може")
    await expect(alert.get_by_role("button", name="OK")).to_be_focused()
    await alert.get_by_role("button", name="OK").click()
    await expect(alert).to_have_count(0)


async def test_an_edit_changes_the_bubble_in_place(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ELENA)
    await bot.hears()
    sent = await bot.call(
        "sendMessage", chat_id=ELENA["id"], text="1/2", reply_markup=buttons([("›", "next")])
    )
    phone = desktop.phone(ELENA)
    await expect(phone.locator(".theirs .words")).to_have_text("1/2")
    await bot.call("editMessageText", chat_id=ELENA["id"], message_id=sent["message_id"], text="2/2")
    await expect(phone.locator(".theirs .words")).to_have_text("2/2")
    await expect(phone.locator(".theirs .key")).to_have_count(0)


async def test_a_key_of_the_reply_keyboard_is_said(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ELENA)
    await bot.hears()
    keyboard = {"keyboard": [[{"text": "Сделки"}, {"text": "Клиенти"}]], "resize_keyboard": True}
    await bot.call("sendMessage", chat_id=ELENA["id"], text="Меню", reply_markup=keyboard)
    await desktop.phone(ELENA).get_by_role("button", name="Сделки").click()
    assert (await bot.hears())["text"] == "Сделки"


async def test_a_double_click_edits_ones_own_words(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ANNA)
    await desktop.says(ANNA, "Нас двое")
    await desktop.phone(ANNA).get_by_text("Нас двое", exact=True).dblclick()
    await desktop.says(ANNA, "Нас трое")
    assert (await bot.hears("edited_message"))["text"] == "Нас трое"
    await expect(desktop.phone(ANNA).locator(".own").last).to_contain_text("edited")


async def test_a_reply_names_what_it_answers(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ANNA)
    asked = await bot.call("sendMessage", chat_id=ANNA["id"], text="Сколько вас?")
    await desktop.phone(ANNA).get_by_text("Сколько вас?").click(button="right")
    await desktop.page.get_by_role("menuitem", name="Reply").click()
    await desktop.says(ANNA, "Двое")
    await bot.hears()
    assert (await bot.hears())["reply_to_message"]["message_id"] == asked["message_id"]


async def test_a_message_is_forwarded_from_another_phone(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ANNA)
    await desktop.says(ANNA, "Я в Вене")
    await desktop.phone(ANNA).get_by_text("Я в Вене").click(button="right")
    await desktop.page.get_by_role("menuitem", name="Forward").click()
    await desktop.page.get_by_role("menuitem", name="Елена").click()
    await bot.hears()
    await bot.hears()
    forwarded = await bot.hears()
    assert forwarded["from"]["id"] == ELENA["id"]
    assert forwarded["forward_origin"]["sender_user"]["id"] == ANNA["id"]
    await expect(desktop.phone(ELENA).get_by_role("log")).to_contain_text("Forwarded from Анна Соколова")


async def test_a_start_link_is_opened_by_whom_it_is_for(desktop: Desktop, bot: Bot, sandbox: Sandbox) -> None:
    await desktop.starts(ELENA)
    await bot.hears()
    link = f"https://t.me/{sandbox.world.bot.username}?start=deal42"
    await bot.call("sendMessage", chat_id=ELENA["id"], text=f"За клиента: {link}")
    await desktop.phone(ELENA).get_by_role("link", name=link).click()
    await desktop.page.get_by_role("menuitem", name="Анна Соколова").click()
    heard = await bot.hears()
    assert (heard["from"]["id"], heard["text"]) == (ANNA["id"], "/start deal42")


async def test_what_the_bot_says_is_never_markup(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ANNA)
    nasty = "<img src=x onerror=alert(1)> & <b>"
    await bot.call("sendMessage", chat_id=ANNA["id"], text=nasty)
    await expect(desktop.phone(ANNA).locator(".theirs .words")).to_have_text(nasty)


async def test_typing_is_seen(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ANNA)
    await bot.hears()
    status = desktop.phone(ANNA).locator(".bot-status")
    await asyncio.gather(
        expect(status).to_contain_text("typing"),
        bot.call("sendChatAction", chat_id=ANNA["id"], action="typing"),
    )
