"""Items of the agency's own lists, found by words of their name, note and values."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, go
from bot.conversation.searches import Page, finds
from bot.links.own_kinds import OWN_ITEM
from domain.entities.people import Right
from domain.queries.own_kinds import all_kinds, has_lists, items_found
from locales import _


@finds(rank=85, right=Right.SEE_TRIPS, paged=True)
def by_words(exchange: Exchange, page: Page) -> list[Button]:
    if not has_lists(exchange.desk):
        return []
    icons = {key: one.icon for key, one in all_kinds(exchange.desk).items()}
    found = items_found(exchange.desk, page.text, page.limit, page.offset)
    return [go(_("{icon} {label}")(icon=icons[one.kind], label=one.name), OWN_ITEM, one.id) for one in found]
