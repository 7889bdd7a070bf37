"""Looking at chats and their members, leaving them; pins and reactions are taken politely."""

from sandbox import objects
from sandbox.calls import Call
from sandbox.methods.reach import chat_of, message_of
from sandbox.methods.register import method
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram
from sandbox.world import Chat, Json

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


@method("getChatMember")
def get_chat_member(telegram: Telegram, call: Call) -> Json:
    chat = chat_of(telegram, call)
    number = call.integer("user_id")
    if number == telegram.world.bot.id:
        return objects.member(telegram.world, chat.bot_status)
    person = telegram.world.people.get(number or 0)
    if person is None or person not in chat.onlookers:
        raise bad_request("member not found")
    return objects.member(telegram.world, _status(chat, person.id), person)


@method("getChatMemberCount")
def get_chat_member_count(telegram: Telegram, call: Call) -> int:
    return len(chat_of(telegram, call).onlookers) + 1


@method("getChatAdministrators")
def get_chat_administrators(telegram: Telegram, call: Call) -> list[Json]:
    chat = chat_of(telegram, call)
    if chat.person is not None:
        raise bad_request("there are no administrators in the private chat")
    return [objects.member(telegram.world, "creator", person) for person in chat.onlookers[:1]]


def _status(chat: Chat, person: int) -> str:
    """Whoever was named first when the group was made owns it."""
    return "creator" if next(iter(chat.members), None) == person else "member"


@method("leaveChat")
def leave_chat(telegram: Telegram, call: Call) -> bool:
    chat = chat_of(telegram, call)
    if chat.person is not None:
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot_status = "left"
    return True


@method("pinChatMessage", "setMessageReaction")
def touch_message(telegram: Telegram, call: Call) -> bool:
    pins = call.method.lower().startswith("pin")
    missing = "message to pin not found" if pins else "message to react not found"
    message_of(chat_of(telegram, call), call, missing)
    return True


@method("unpinChatMessage", "unpinAllChatMessages")
def unpin(telegram: Telegram, call: Call) -> bool:
    chat_of(telegram, call)
    return True
