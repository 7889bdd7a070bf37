"""Keys of the reply keyboard: they send their words, or what they ask for."""

from sandbox.control.answers import ControlError
from sandbox.control.contents import contents_of, users_shared
from sandbox.control.saying import say
from sandbox.telegram import Telegram
from sandbox.world import Json, Message, Person

UNANSWERED = {"text": "", "alert": False, "answered": False}
_UNKNOWN_REQUESTS = ("request_chat", "request_poll", "request_managed_bot", "web_app")
_SOMEWHERE = {"latitude": 41.9981, "longitude": 21.4254}


def press(telegram: Telegram, person: Person, keyboard: Message, button: Json, body: Json) -> Json:
    """A button of the reply keyboard sends its words, or what it asks for; in a group it answers the keyboard."""
    chat = keyboard.chat
    more: Json = {} if chat.person or keyboard.removed else {"reply_to": keyboard.id}
    if keyboard.thread is not None:
        more["thread"] = keyboard.thread
    said = say(telegram, person, chat, _pressed(telegram, person, button, body), more)
    if keyboard.keyboard is not None and keyboard.keyboard.get("one_time_keyboard"):
        chat.keyboards.pop(person.id, None)
        telegram.world.changed(chat)
    return UNANSWERED | {"message_id": said[0].id}


def _pressed(telegram: Telegram, person: Person, button: Json, body: Json) -> list[Json]:
    if button.get("request_contact"):
        return contents_of(telegram, person, {"contact": True}, [])
    if button.get("request_location"):
        return contents_of(telegram, person, {"location": body.get("location") or _SOMEWHERE}, [])
    if asked := button.get("request_users"):
        chosen = body.get("user_ids") or []
        if not 1 <= len(chosen) <= int(asked.get("max_quantity") or 1):
            most = int(asked.get("max_quantity") or 1)
            raise ControlError(400, f"[{button['text']}] asks for 1 to {most} people, under user_ids.")
        return [{"users_shared": users_shared(telegram, int(asked["request_id"]), chosen)}]
    if unknown := next((name for name in _UNKNOWN_REQUESTS if button.get(name)), None):
        raise ControlError(409, f"Nobody here can answer {unknown}: this sandbox does not know it.")
    return contents_of(telegram, person, {"text": button["text"]}, [])
