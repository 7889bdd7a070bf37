"""What was learnt on a client's last journey, among the first lines of their card."""

from bot.conversation.exchange import Exchange
from bot.conversation.slots import Lines
from bot.links.clients import CLIENT_SLOTS
from domain.entities.clients import Client
from domain.entities.people import Right
from domain.queries.settling import last_record_of
from locales import _
from locales.terms.settling import usual_words


@CLIENT_SLOTS.lines(6, Right.SEE_DEALS)
def last_record(exchange: Exchange, client: Client) -> Lines:
    one = last_record_of(exchange.desk, client)
    if one is None or one.deal is None:
        return
    yield _("📝 {trip}: {mark}/5")(trip=one.deal.called, mark=one.mark)
    if one.annoyed:
        yield _("👎 {what}")(what=usual_words(one.annoyed))
    if one.wants_next:
        yield _("▶ Next: {what}")(what=usual_words(one.wants_next))
