"""Unchanged bots, pointed at the sandbox by base URL alone: aiogram and python-telegram-bot."""

import asyncio
from datetime import timedelta

import aiogram
import pytest
import telegram
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.filters import CommandStart
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)
from telegram.error import BadRequest, Conflict, Forbidden, RetryAfter
from telegram.ext import Application, ApplicationBuilder, CommandHandler, ContextTypes

from sandbox import Sandbox
from tests.sandbox.line import ANNA, CHEN, Line

GO = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Go", callback_data="go")]])


async def test_aiogram_polls_talks_and_answers_taps(line: Line, ours: aiogram.Bot) -> None:
    dispatcher = aiogram.Dispatcher()

    @dispatcher.message(CommandStart(deep_link=True))
    async def welcome(message: Message) -> None:
        await message.answer("Welcome, <b>Anna</b>", parse_mode="HTML", reply_markup=GO)

    @dispatcher.callback_query()
    async def go(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.message.edit_text("Gone")
        await query.answer("Have a good trip", show_alert=True)

    polling = asyncio.create_task(
        dispatcher.start_polling(ours, handle_signals=False, close_bot_session=False)
    )
    async with asyncio.timeout(5), line.http.get("/sim/events") as events:
        await line.says(ANNA, "/start trip-7")
        while b"chat" not in await events.content.readline() or not await has_button(line):
            pass
    answer = await line.taps(ANNA, "Go")
    await dispatcher.stop_polling()
    await polling

    assert (answer["text"], answer["alert"]) == ("Have a good trip", True)
    assert (await line.sees(ANNA))["messages"][-1]["text"] == "Gone"


async def has_button(line: Line) -> bool:
    return bool((await line.sees(ANNA))["messages"][-1]["buttons"])


async def test_aiogram_sends_files_and_fetches_them_back(line: Line, ours: aiogram.Bot) -> None:
    sent = await ours.send_document(ANNA, BufferedInputFile(b"%PDF", "ваучер.pdf"), caption="Voucher")
    assert sent.document is not None

    fetched = await ours.download(sent.document)

    assert fetched is not None
    assert fetched.read() == b"%PDF"
    assert (await line.sees(ANNA))["messages"][-1]["file"]["name"] == "ваучер.pdf"


async def test_aiogram_knows_the_refusals(line: Line, ours: aiogram.Bot) -> None:
    with pytest.raises(TelegramForbiddenError, match="bot can't initiate conversation with a user"):
        await ours.send_message(CHEN, "hi")
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await ours.send_message(404, "hi")
    await line.sim("POST", "faults", {"kind": "error", "retry_after": 3})
    with pytest.raises(TelegramRetryAfter) as refused:
        await ours.send_message(ANNA, "hi")
    assert refused.value.retry_after == 3


async def test_python_telegram_bot_talks_edits_and_deletes(line: Line, theirs: telegram.Bot) -> None:
    keyboard = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("Go", callback_data="go")]])
    sent = await theirs.send_message(ANNA, "<b>Hi</b>", parse_mode="HTML", reply_markup=keyboard)
    await theirs.edit_message_text("Bye", ANNA, sent.message_id)
    photos = [telegram.InputMediaPhoto(b"one"), telegram.InputMediaPhoto(b"two", caption="both")]
    album = await theirs.send_media_group(ANNA, photos)
    await theirs.delete_message(ANNA, sent.message_id)

    assert [message.caption for message in album] == [None, "both"]
    assert [one["text"] for one in (await line.sees(ANNA))["messages"]] == ["/start", "", "both"]


async def test_python_telegram_bot_fetches_what_was_sent(line: Line, theirs: telegram.Bot) -> None:
    await line.says(ANNA, document={"name": "a.pdf", "mime": "application/pdf", "size": 3})
    [update] = await theirs.get_updates()
    assert update.message is not None
    assert update.message.document is not None

    file = await update.message.document.get_file()

    assert await file.download_as_bytearray() == b"\0\0\0"


async def test_python_telegram_bot_knows_the_refusals(
    line: Line, theirs: telegram.Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await theirs.send_message(CHEN, "hi")
    sent = await theirs.send_message(ANNA, "hi")
    with pytest.raises(BadRequest, match=r"[Mm]essage is not modified"):
        await theirs.edit_message_text("hi", ANNA, sent.message_id)
    await line.ok("setWebhook", url="http://127.0.0.1:9/hook")
    with pytest.raises(Conflict):
        await theirs.get_updates()
    await line.sim("POST", "faults", {"kind": "error", "retry_after": 3})
    with pytest.raises(RetryAfter) as refused:
        await theirs.send_message(ANNA, "hi")
    assert refused.value.retry_after == timedelta(seconds=3)


async def test_a_python_telegram_bot_application_polls(line: Line, sandbox: Sandbox) -> None:
    heard = asyncio.Event()

    async def start(update: telegram.Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        await update.message.reply_text("hello")
        heard.set()

    url = sandbox.api_url
    builder = (
        ApplicationBuilder().token(sandbox.token).base_url(f"{url}/bot").base_file_url(f"{url}/file/bot")
    )
    application: Application = builder.build()  # type: ignore[type-arg]
    application.add_handler(CommandHandler("start", start))
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling()
        await line.says(ANNA, "/start")
        async with asyncio.timeout(5):
            await heard.wait()
        await application.updater.stop()
        await application.stop()

    assert (await line.sees(ANNA))["messages"][-1]["text"] == "hello"
