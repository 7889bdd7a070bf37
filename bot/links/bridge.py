"""The language bridge: the service that translates, and whether a client wants it."""

from bot.conversation.links import Action, View

BRIDGE = View[[]]("language_bridge")
NO_BRIDGE = Action[[int]]("no_language_bridge")
MAY_TRANSLATE = Action[[bool]]("may_translate")
