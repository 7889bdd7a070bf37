"""Tags that clients have, in order, each with how many: a tap on one lists its clients."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, back, column, go, turn
from bot.conversation.widgets.listing import turning
from bot.links.clients import CLIENT_TAGS, CLIENTS
from domain.ports.client_lists import TagCounted
from domain.queries.client_lists import ClientsWho, tags_of_clients
from locales import _, lines
from locales.terms.today import counted

routes = Routes()

SIGN = "#"
SIZE = 8


def tag_of(which: str) -> str | None:
    """Of a list of clients, as a button names it; None for a list of others."""
    return which.removeprefix(SIGN) if which.startswith(SIGN) else None


@routes.draws(CLIENT_TAGS)
def tags(exchange: Exchange, page: int) -> Screen:
    found = tags_of_clients(exchange.desk, SIZE + 1, page * SIZE)
    turns = turning(lambda label, other: turn(label, CLIENT_TAGS, other), page, more=len(found) > SIZE)
    told = _("Choose a tag to see its clients.") if found else _("No client has a tag yet.")
    return Screen(
        lines(_("<b>🏷 Tags</b>"), told),
        (*column(map(_opens, found[:SIZE])), *turns, (back(CLIENTS, ClientsWho.NEWEST, 0),)),
    )


def _opens(one: TagCounted) -> Button:
    label = _("{tag} · {count}")(tag=f"{SIGN}{one.tag}", count=counted(one.clients))
    return go(label, CLIENTS, f"{SIGN}{one.tag}", 0)
