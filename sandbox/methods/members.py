"""Members of groups: who they are, and how the bot takes rights, throws people out, lets them back, and leaves."""

from sandbox import membership, objects
from sandbox.calls import Call
from sandbox.methods.reach import chat_of, check_bot_is_there
from sandbox.methods.register import method
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram
from sandbox.world import Chat, Json, Person

_NO_RIGHT = "not enough rights to restrict/unrestrict chat member"


@method("getChatMember")
def get_chat_member(telegram: Telegram, call: Call) -> Json:
    chat = chat_of(telegram, call)
    if _user_id(call) == telegram.world.bot.id:
        return objects.bot_member_of(telegram.world, chat)
    person = telegram.world.people.get(_user_id(call))
    if chat.person is not None:
        if person is not chat.person:
            raise bad_request("member not found")
        return objects.member(telegram.world, "member", person)
    check_bot_is_there(chat)
    if person is None or (person.id not in chat.members and person.id not in chat.former):
        raise bad_request("member not found")
    return objects.member_of(telegram.world, chat, person)


@method("getChatMemberCount")
def get_chat_member_count(telegram: Telegram, call: Call) -> int:
    chat = chat_of(telegram, call)
    check_bot_is_there(chat)
    return len(chat.onlookers) + 1


@method("getChatAdministrators")
def get_chat_administrators(telegram: Telegram, call: Call) -> list[Json]:
    """The owner first, and the bot itself if it is one; there are no others here."""
    chat = chat_of(telegram, call)
    if chat.person is not None:
        raise bad_request("there are no administrators in the private chat")
    check_bot_is_there(chat)
    people = [one for one in chat.members.values() if chat.status_of(one.id) in ("creator", "administrator")]
    people.sort(key=lambda one: one.id != chat.owner)
    told = [objects.member_of(telegram.world, chat, one) for one in people]
    own = [objects.bot_member_of(telegram.world, chat)] if chat.bot_status == "administrator" else []
    return told + own


@method("banChatMember")
def ban_chat_member(telegram: Telegram, call: Call) -> bool:
    """For good: a date until when is refused, because nobody here comes back by the clock."""
    if call.integer("until_date"):
        raise bad_request("this sandbox does not know bans that end by themselves")
    chat, person = _target(telegram, call)
    if person.id == chat.owner:
        raise bad_request("can't remove chat owner")
    if person.id in chat.administrators:
        raise bad_request("user is an administrator of the chat")
    membership.part(telegram, chat, person, by=None, status="kicked")
    return True


@method("unbanChatMember")
def unban_chat_member(telegram: Telegram, call: Call) -> bool:
    """Without `only_if_banned` a member is thrown out by this, and may come back: Telegram is like that."""
    chat, person = _target(telegram, call)
    if person.id in chat.members:
        if not call.flag("only_if_banned"):
            membership.part(telegram, chat, person, by=None, status="left")
    elif chat.former.get(person.id) == "kicked":
        membership.forgive(telegram, chat, person)
    return True


@method("leaveChat")
def leave_chat(telegram: Telegram, call: Call) -> bool:
    chat = chat_of(telegram, call)
    if chat.person is not None:
        raise bad_request("chat member status can't be changed in private chats")
    check_bot_is_there(chat)
    membership.move_bot(telegram, chat, "left", by=None)
    return True


def _target(telegram: Telegram, call: Call) -> tuple[Chat, Person]:
    chat = chat_of(telegram, call)
    if chat.person is not None:
        raise bad_request("can't ban members in private chats")
    check_bot_is_there(chat)
    if _user_id(call) == telegram.world.bot.id:
        raise bad_request("can't restrict self")
    person = telegram.world.people.get(_user_id(call))
    if person is None:
        raise bad_request("user not found")
    if "can_restrict_members" not in chat.bot_rights:
        raise bad_request(_NO_RIGHT)
    return chat, person


def _user_id(call: Call) -> int:
    number = call.integer("user_id")
    if not number or number < 0:
        raise bad_request("invalid user_id specified")
    return number
