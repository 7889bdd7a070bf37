"""Calls of Telegram: how they travel, and which failures pass."""
