"""A Telegram to practise on: a Bot API server in memory, people who say and tap, and a clock to turn."""

from sandbox.limits import RateLimits
from sandbox.server import Sandbox

__all__ = ["RateLimits", "Sandbox"]
