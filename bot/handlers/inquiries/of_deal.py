"""What a deal's card has of the inquiry it was made of: what was wished for, and the way back to it."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, go
from bot.handlers.clients.words import short
from bot.links.deals import DEAL_SLOTS
from bot.links.inquiries import INQUIRY
from domain.entities.deals import Deal
from domain.entities.inquiries import InquiryKind
from domain.entities.people import Right
from domain.queries.taking_up import inquiry_of_deal
from locales import Sentence, _
from locales.terms.inquiries import INQUIRY_KINDS

SHOWN = 300


@DEAL_SLOTS.lines(rank=8, right=Right.TAKE_INQUIRIES)
def asked_for(exchange: Exchange, deal: Deal) -> list[Sentence]:
    inquiry = inquiry_of_deal(exchange.desk, deal)
    if inquiry is None:
        return []
    told = []
    if inquiry.kind is InquiryKind.GROUP:
        told.append(_("👥 {group}")(group=inquiry.group_name or INQUIRY_KINDS[inquiry.kind]))
    if inquiry.budget is not None:
        told.append(_("💶 Budget {budget}")(budget=inquiry.budget))
    if inquiry.wishes:
        told.append(_("💬 {wishes}")(wishes=short(inquiry.wishes, SHOWN)))
    return told


@DEAL_SLOTS.button(rank=160, right=Right.TAKE_INQUIRIES)
def inquiry_behind(exchange: Exchange, deal: Deal) -> Button | None:
    inquiry = inquiry_of_deal(exchange.desk, deal)
    return go(_("📥 Inquiry #{number}")(number=inquiry.id), INQUIRY, inquiry.id) if inquiry else None
