"""Looking at chats; pins are taken politely."""

from sandbox import objects
from sandbox.calls import Call
from sandbox.methods.reach import chat_of, message_of
from sandbox.methods.register import method
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram
from sandbox.world import Json

_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


@method("getChat")
def get_chat(telegram: Telegram, call: Call) -> Json:
    chat = chat_of(telegram, call)
    if chat.person is not None and not chat.person.started:
        raise bad_request("chat not found")
    return objects.chat(chat) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, chat.person is not None),
    }


@method("pinChatMessage")
def pin(telegram: Telegram, call: Call) -> bool:
    message_of(chat_of(telegram, call), call, "message to pin not found")
    return True


@method("unpinChatMessage", "unpinAllChatMessages")
def unpin(telegram: Telegram, call: Call) -> bool:
    chat_of(telegram, call)
    return True
