"""Topics of forums, as the bot makes and keeps them."""

from sandbox.calls import Call
from sandbox.methods.reach import chat_of, check_bot_is_there
from sandbox.methods.register import method
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram
from sandbox.topics import FIRST_COLOUR, Topic, change_topic, open_topic, remove_topic
from sandbox.world import Chat, Json

LONGEST_NAME = 128
COLOURS = (7_322_096, 16_766_590, 13_338_331, 9_367_192, 16_749_490, 16_478_047)


@method("createForumTopic")
def create_topic(telegram: Telegram, call: Call) -> Json:
    chat = _forum(telegram, call)
    name = call.text("name").strip()
    colour = call.integer("icon_color") or FIRST_COLOUR
    if not 1 <= len(name) <= LONGEST_NAME:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name else "TOPIC_TITLE_TOO_LONG")
    if colour not in COLOURS:
        raise bad_request("TOPIC_ICON_COLOR_INVALID")
    _refuse_icon(call)
    if not _manages(chat):
        raise bad_request("not enough rights to create a topic")
    telegram.limiter.spend(chat.id)
    number = open_topic(telegram, chat, name, colour, None)
    return {"message_thread_id": number, "name": name, "icon_color": colour}


@method("editForumTopic")
def edit_topic(telegram: Telegram, call: Call) -> bool:
    """An empty name keeps the one it has."""
    chat = _forum(telegram, call)
    number, topic = _topic(chat, call, "not enough rights to edit the topic")
    _refuse_icon(call)
    name = call.text("name").strip()[:LONGEST_NAME]
    if name == topic.name:
        raise bad_request("TOPIC_NOT_MODIFIED")
    if name:
        change_topic(telegram, chat, number, {"forum_topic_edited": {"name": name}}, None)
    return True


@method("closeForumTopic", "reopenForumTopic")
def turn_topic(telegram: Telegram, call: Call) -> bool:
    chat = _forum(telegram, call)
    number, topic = _topic(chat, call, "not enough rights to close or open the topic")
    closes = call.method.lower().startswith("close")
    if topic.closed is closes:
        raise bad_request("TOPIC_NOT_MODIFIED")
    content: Json = {"forum_topic_closed" if closes else "forum_topic_reopened": {}}
    change_topic(telegram, chat, number, content, None)
    return True


@method("deleteForumTopic")
def delete_topic(telegram: Telegram, call: Call) -> bool:
    chat = _forum(telegram, call)
    number = _number(chat, call)
    if "can_delete_messages" not in chat.bot_rights:
        raise bad_request("not enough rights to delete the topic")
    remove_topic(telegram, chat, number)
    return True


def _forum(telegram: Telegram, call: Call) -> Chat:
    chat = chat_of(telegram, call)
    check_bot_is_there(chat)
    if not chat.forum:
        raise bad_request("the chat is not a forum")
    return chat


def _topic(chat: Chat, call: Call, no_right: str) -> tuple[int, Topic]:
    number = _number(chat, call)
    topic = chat.topics[number]
    if topic.by and not _manages(chat):
        raise bad_request(no_right)
    return number, topic


def _number(chat: Chat, call: Call) -> int:
    number = call.integer("message_thread_id") or 0
    if number <= 0:
        raise bad_request("invalid forum topic identifier specified")
    if number not in chat.topics:
        raise bad_request("TOPIC_ID_INVALID")
    return number


def _manages(chat: Chat) -> bool:
    return "can_manage_topics" in chat.bot_rights


def _refuse_icon(call: Call) -> None:
    if call.text("icon_custom_emoji_id"):
        raise bad_request("this sandbox does not know icons of topics")
