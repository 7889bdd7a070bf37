"""Everything the bot can do, collected from its modules: routes, the words of refusals and of the history, and the rest."""

import sys
from functools import cache

from bot import flows, handlers
from bot.conversation.flow import buttons
from bot.conversation.routes import Routes
from domain.declarations import import_modules


@cache
def modules() -> tuple[str, ...]:
    """The modules with routes, in the order of the menu and of who is asked first: by rank, then by name."""
    names = [buttons.__name__]
    for package in (flows, handlers):
        names += import_modules(package.__name__, package.__path__)
    with_routes = [name for name in names if hasattr(sys.modules[name], "routes")]
    return tuple(sorted(with_routes, key=lambda name: (_routes(name).rank, name)))


def all_routes() -> Routes:
    """The whole table. Raises ValueError when two modules use one name."""
    joined = Routes()
    for name in modules():
        joined.include(_routes(name))
    return joined


def _routes(module: str) -> Routes:
    routes: Routes = sys.modules[module].routes
    return routes
