"""How a flow names the deal it is about."""

from domain.entities.deals import Deal
from locales import Sentence, _


def deal_named(deal: Deal) -> Sentence:
    """ "#1 · Anna · Ohrid 29.10"."""
    return _("#{number} · {client} · {title}")(number=deal.id, client=deal.client.name, title=deal.called)
