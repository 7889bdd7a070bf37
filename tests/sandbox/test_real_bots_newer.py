"""The same unchanged bots with the newer means: what the sandbox emits is handled, what they send is taken."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiogram
import pytest
import telegram
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    ChatJoinRequest,
    ChatMemberUpdated,
    InlineQuery,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LabeledPrice,
    Message,
    PollAnswer,
    PreCheckoutQuery,
)
from telegram.error import BadRequest

from sandbox import Sandbox
from tests.sandbox.line import ANNA, BORIS, CHEN, Line

CLUB = -1_001_000_000_007


class Ears:
    """An aiogram bot that does what each update asks for, and writes down what it heard."""

    def __init__(self) -> None:
        self.heard: asyncio.Queue[str] = asyncio.Queue()
        self.dispatcher = aiogram.Dispatcher()
        for name in ("inline_query", "pre_checkout_query", "chat_join_request", "chat_member", "poll_answer"):
            self.dispatcher.observers[name].register(getattr(self, name))
        self.dispatcher.message.register(self.message)

    async def inline_query(self, query: InlineQuery) -> None:
        said = InputTextMessageContent(message_text=f"About {query.query}")
        await query.answer([InlineQueryResultArticle(id="1", title="Ohrid", input_message_content=said)])

    async def pre_checkout_query(self, query: PreCheckoutQuery) -> None:
        await query.answer(ok=query.invoice_payload == "deal-7", error_message="Sold out")

    async def chat_join_request(self, request: ChatJoinRequest) -> None:
        await request.approve()

    async def chat_member(self, change: ChatMemberUpdated) -> None:
        await self.heard.put(f"{change.new_chat_member.user.first_name} is {change.new_chat_member.status}")

    async def poll_answer(self, answer: PollAnswer) -> None:
        assert answer.user is not None
        await self.heard.put(f"{answer.user.first_name} chose {answer.option_ids}")

    async def message(self, message: Message) -> None:
        if message.successful_payment is not None:
            await self.heard.put(f"paid {message.successful_payment.total_amount}")
        elif message.via_bot is not None:
            await self.heard.put(f"via {message.via_bot.username}: {message.text}")

    async def hears(self, *words: str) -> None:
        async with asyncio.timeout(5):
            assert [await self.heard.get() for _ in words] == list(words)


@pytest.fixture
async def ears(ours: aiogram.Bot) -> AsyncIterator[Ears]:
    ears = Ears()
    polling = asyncio.create_task(
        ears.dispatcher.start_polling(
            ours,
            handle_signals=False,
            close_bot_session=False,
            allowed_updates=ears.dispatcher.resolve_used_update_types(),
        )
    )
    yield ears
    await ears.dispatcher.stop_polling()
    await polling


async def does(line: Line, person: int, what: str, **body: Any) -> Any:
    return await line.sim("POST", f"people/{person}/{what}", body)


async def listening(line: Line) -> None:
    """The bot's list of updates is known once its first long poll waits."""
    async with asyncio.timeout(5):
        while line.sandbox.telegram.polling._waiter is None or not line.sandbox.world.updates.allowed:
            await asyncio.sleep(0)


async def test_aiogram_holds_a_group(line: Line, ours: aiogram.Bot, ears: Ears) -> None:
    await listening(line)
    await line.sim("POST", "groups", {"id": CLUB, "title": "Club", "members": [ANNA], "bot": "administrator"})
    link = await ours.create_chat_invite_link(CLUB, creates_join_request=True)
    await does(line, BORIS, "join", link=link.invite_link)
    await ears.hears("Boris is member")
    await ours.send_poll(CLUB, "When?", ["Monday", "Tuesday"], is_anonymous=False)
    await does(line, BORIS, "vote", chat=CLUB, options=["Tuesday"])
    await ears.hears("Boris chose [1]")
    await ours.ban_chat_member(CLUB, BORIS)
    await ears.hears("Boris is kicked")
    with pytest.raises(TelegramBadRequest, match="HIDE_REQUESTER_MISSING"):
        await ours.approve_chat_join_request(CLUB, CHEN)


async def test_aiogram_answers_inline_and_takes_money(line: Line, ours: aiogram.Bot, ears: Ears) -> None:
    await listening(line)
    assert (await does(line, ANNA, "inline", query="ohrid"))["results"][0]["title"] == "Ohrid"
    await does(line, ANNA, "pick", result="Ohrid")
    await ears.hears("via tourdesk_demo_bot: About ohrid")
    for payload in ("deal-8", "deal-7"):
        await ours.send_invoice(
            ANNA,
            "Ohrid",
            "Deposit",
            payload,
            "EUR",
            [LabeledPrice(label="x", amount=9900)],
            provider_token="1:TEST:a",
        )
        paid = await does(line, ANNA, "pay")
        assert (paid["paid"], paid["error"]) == ((True, None) if payload == "deal-7" else (False, "Sold out"))
    await ears.hears("paid 9900")


async def test_python_telegram_bot_knows_them_too(
    line: Line,
    theirs: telegram.Bot,
    sandbox: Sandbox,
) -> None:
    forum = {"id": CLUB, "title": "Club", "members": [ANNA, BORIS], "forum": True, "bot": "administrator"}
    await line.sim("POST", "groups", forum)
    topic = await theirs.create_forum_topic(CLUB, "Ohrid")
    said = await theirs.send_message(CLUB, "hi", message_thread_id=topic.message_thread_id)
    assert said.is_topic_message
    poll = await theirs.send_poll(CLUB, "When?", ["Monday", "Tuesday"])
    assert (await theirs.stop_poll(CLUB, poll.message_id)).is_closed
    member = await theirs.get_chat_member(CLUB, sandbox.world.bot.id)
    assert isinstance(member, telegram.ChatMemberAdministrator)
    assert member.can_manage_topics
    with pytest.raises(BadRequest, match=r"[Tt]opic_not_modified|TOPIC_NOT_MODIFIED"):
        await theirs.reopen_forum_topic(CLUB, topic.message_thread_id)
    assert [one.user.id for one in await theirs.get_chat_administrators(CLUB)] == [ANNA, sandbox.world.bot.id]
