"""Payments: the list of a deal's."""

from bot.conversation.links import View

PAYMENTS = View[[int]]("payments")
