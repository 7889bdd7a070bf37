"""The bot's reactions to messages: one of Telegram's emoji on each at most, or none."""

from sandbox.calls import Call
from sandbox.methods.reach import message_of, writable_chat
from sandbox.methods.register import method
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram

_LISTED = """
    ❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚
    🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍
    🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡
"""
ALLOWED = frozenset(_LISTED.split())
"""As `ReactionTypeEmoji` lists them."""


@method("setMessageReaction")
def set_reaction(telegram: Telegram, call: Call) -> bool:
    message = message_of(writable_chat(telegram, call), call, "message to react not found")
    given = call.json("reaction") or []
    if len(given) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    for one in given:
        if one.get("type") != "emoji" or one.get("emoji") not in ALLOWED:
            raise bad_request("REACTION_INVALID")
    message.reaction = given[0]["emoji"] if given else ""
    telegram.world.changed(message.chat)
    return True
