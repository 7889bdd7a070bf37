"""Ideas, found by their words."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, go
from bot.conversation.searches import Page, finds
from bot.links.ideas import IDEA
from domain.entities.people import Right
from domain.queries.ideas import ideas_found
from locales import _
from locales.terms.ideas import short_idea


@finds(rank=80, right=Right.JUDGE_IDEAS, paged=True)
def by_words(exchange: Exchange, page: Page) -> list[Button]:
    some = ideas_found(exchange.desk, page.text, page.limit, page.offset)
    return [go(_("💡 {text}")(text=short_idea(one)), IDEA, one.id) for one in some]
