"""Everything the bot can do, joined from its modules. The order is that of the menu and of who is asked first."""

from bot.flows import engine
from bot.handlers import hall, staff
from bot.routes import Routes

MODULES = (hall, engine, staff)


def all_routes() -> Routes:
    """The whole table. Raises ValueError when two modules use one name."""
    routes = Routes()
    for module in MODULES:
        routes.include(module.routes)
    return routes
