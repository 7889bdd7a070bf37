"""Formatted text: how a bot's words become text and entities, and how these are shown again."""
