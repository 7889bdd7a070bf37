"""Backups: made, restored on trial, kept, and restored in earnest; and moving house to PostgreSQL."""


class NotBackedUpError(Exception):
    """There is no new backup; the message says why in one line, without anybody's data."""
