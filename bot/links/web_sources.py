"""Web sources: which there are, one of them, and what the owner does with it."""

from bot.conversation.links import Action, View

WEB_SOURCES = View[[int]]("web_sources", place=0)
WEB_SOURCE = View[[str]]("web_source")
NEW_TOKEN = View[[str]]("new_web_token")
NEW_TOKEN_NOW = Action[[str, int]]("new_web_token_now")
NO_ORIGINS = Action[[str, int]]("no_web_origins")
"""With the revision that was seen."""
CLOSE_SOURCE = View[[str]]("close_web_source")
CLOSE_SOURCE_NOW = Action[[str]]("close_web_source_now")
