"""Invite links, and what becomes of those who ask to be let in."""

from sandbox import membership, objects
from sandbox.calls import Call
from sandbox.invites import Invite, JoinRequest
from sandbox.methods.reach import chat_of, check_bot_is_there
from sandbox.methods.register import method
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram
from sandbox.world import Chat, Json

MOST_USES = 99_999
LONGEST_NAME = 32


@method("createChatInviteLink")
def create_invite(telegram: Telegram, call: Call) -> Json:
    chat = _managed(telegram, call)
    invite = Invite(telegram.world.new_invite())
    _fill(telegram, call, invite)
    chat.invites[invite.link] = invite
    return _told(telegram, chat, invite)


@method("editChatInviteLink")
def edit_invite(telegram: Telegram, call: Call) -> Json:
    """What is not told is set to nothing, as Telegram does."""
    chat = _managed(telegram, call)
    invite = _invite(chat, call)
    if invite.revoked:
        raise bad_request("INVITE_HASH_EXPIRED")
    _fill(telegram, call, invite)
    return _told(telegram, chat, invite)


@method("revokeChatInviteLink")
def revoke_invite(telegram: Telegram, call: Call) -> Json:
    chat = _managed(telegram, call)
    invite = _invite(chat, call)
    invite.revoked = True
    return _told(telegram, chat, invite)


@method("approveChatJoinRequest")
def approve(telegram: Telegram, call: Call) -> bool:
    """The bot lets them in: the chat reads that they joined, by the link they asked with."""
    chat, request = _request(telegram, call)
    link = request.invite.as_json(objects.bot_user(telegram.world.bot))
    request.invite.used += 1
    membership.join(telegram, chat, request.person, by=None, link=link)
    return True


@method("declineChatJoinRequest")
def decline(telegram: Telegram, call: Call) -> bool:
    _request(telegram, call)
    return True


def _managed(telegram: Telegram, call: Call) -> Chat:
    chat = chat_of(telegram, call)
    if chat.person is not None:
        raise bad_request("can't invite members to a private chat")
    check_bot_is_there(chat)
    if "can_invite_users" not in chat.bot_rights:
        raise bad_request("not enough rights to manage chat invite link")
    return chat


def _fill(telegram: Telegram, call: Call, invite: Invite) -> None:
    expires, limit = call.integer("expire_date") or 0, call.integer("member_limit") or 0
    asks = call.flag("creates_join_request")
    if asks and limit:
        told = "member limit can't be specified for links requiring administrator approval"
        raise bad_request(told)
    if not 0 <= limit <= MOST_USES:
        raise bad_request("USAGE_LIMIT_INVALID")
    if expires and expires <= telegram.clock.timestamp():
        raise bad_request("EXPIRE_DATE_INVALID")
    invite.name = call.text("name").strip()[:LONGEST_NAME]
    invite.expires, invite.limit, invite.asks = expires, limit, asks


def _invite(chat: Chat, call: Call) -> Invite:
    invite = chat.invites.get(call.text("invite_link"))
    if invite is None:
        raise bad_request("INVITE_HASH_EXPIRED")
    return invite


def _told(telegram: Telegram, chat: Chat, invite: Invite) -> Json:
    waiting = sum(request.invite is invite for request in chat.requests.values())
    return invite.as_json(objects.bot_user(telegram.world.bot), waiting)


def _request(telegram: Telegram, call: Call) -> tuple[Chat, JoinRequest]:
    """The request of that person, which is answered by this."""
    chat = chat_of(telegram, call)
    if chat.person is not None:
        raise bad_request("the chat can't have join requests")
    check_bot_is_there(chat)
    if "can_invite_users" not in chat.bot_rights:
        raise bad_request("not enough rights to manage chat join requests")
    number = call.integer("user_id")
    if not number or number < 0:
        raise bad_request("invalid user_id specified")
    if number in chat.members:
        raise bad_request("USER_ALREADY_PARTICIPANT")
    request = chat.requests.pop(number, None)
    if request is None:
        raise bad_request("HIDE_REQUESTER_MISSING")
    return chat, request
