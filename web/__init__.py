"""What comes in by HTTP, Telegram's updates apart: one server for all doors, with one way of limits, logs and errors."""
