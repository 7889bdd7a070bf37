"""Conversations, on aiogram: everything said in answer to somebody."""

from bot.transport.calls.lazy_aiogram import import_lazily

# Here, so that nothing in this room can import aiogram before it.
import_lazily()
