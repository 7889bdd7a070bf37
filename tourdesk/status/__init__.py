"""The house seen from outside: is it alive, is it ready, and in figures."""

from tourdesk.status.house import House
from tourdesk.status.pages import open_pages

__all__ = ["House", "open_pages"]
