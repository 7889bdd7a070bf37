"""The voucher, sent to the client as a file."""

from domain.entities.notices import Notice
from domain.notices.deals import VOUCHER_SENT
from domain.ports.desk import Desk
from domain.queries.contacts import contact
from locales import _, lines
from papers.voucher import facts_of, logo, voucher
from scheduler.notices.deals.for_client import MY_DEAL
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, Paper
from scheduler.notices.recipients import client_deal


@words_of(VOUCHER_SENT)
def voucher_sent(desk: Desk, notice: Notice) -> MessageContent:
    deal = client_deal(desk, notice)
    text = lines(
        _("🎫 <b>Your voucher: {title}</b>")(title=deal.called),
        _("Show it at the departure; on the phone is enough."),
    )
    facts = facts_of(deal, desk.agency, desk.today, contact(desk, deal))
    return MessageContent(text, (MY_DEAL,), Paper(f"voucher-{deal.id}.pdf", voucher, (facts,), (logo(desk),)))
