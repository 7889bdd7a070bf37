"""Offers: sent to the client, withdrawn, taken, declined."""

from dataclasses import replace

from domain.entities.notices import Notice
from domain.entities.offers import OfferState
from domain.notices.offers import OFFER_DECLINED, OFFER_GONE, OFFER_SENT, OFFER_TAKEN
from domain.ports.desk import Desk
from locales import Sentence, _, lines
from locales.terms.clients import whom_to_call
from locales.terms.offers import DECLINED_FOR, for_client
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import Attached, MessageContent, NothingToSay
from scheduler.notices.recipients import for_client as to_client
from scheduler.notices.recipients import for_staff, staff_deal

ANSWERS = (
    (_("✅ Take it"), "take_offer"),
    (_("💬 Ask"), "ask_about_offer"),
    (_("✖ No, thank you"), "decline_offer"),
)


@words_of(OFFER_SENT)
def sent(desk: Desk, notice: Notice) -> MessageContent:
    """As it stands in this version; a newer one says so itself."""
    offer = desk.repositories.offers.get(notice.facts["offer"])
    to_client(offer.inquiry.client, notice)
    if offer.version != notice.facts["version"] or not offer.waits(desk.now, desk.today):
        raise NothingToSay("changed, answered or over since")
    told = lines(*for_client(offer, desk.agency.zone))
    text = lines(_("❗️ The offer has changed:") if offer.version > 1 else None, told)
    content = MessageContent(text, ANSWERS, found={"offer": told})
    file = offer.file
    if file is None or file.refused is not None:
        return content
    photo = Attached(file.source, file.content_hash, file.name, file.is_photo, content)
    return replace(content, attached=photo)


@words_of(OFFER_GONE)
def gone(desk: Desk, notice: Notice) -> MessageContent:
    offer = desk.repositories.offers.get(notice.facts["offer"])
    to_client(offer.inquiry.client, notice)
    if not offer.inquiry.is_open:
        raise NothingToSay("the inquiry is over")
    text = _("ℹ️ {title} is no longer available. We will look for something else for you.")
    back = ((_("💬 Write back"), "ask_question"),)
    return MessageContent(text(title=offer.title), back, found={"offer": offer.title})


@words_of(OFFER_TAKEN)
def taken(desk: Desk, notice: Notice) -> MessageContent:
    deal = staff_deal(desk, notice)
    offer = desk.repositories.offers.of_deal(deal)
    if offer is None:
        raise NothingToSay("it came otherwise")
    text = lines(
        _("✅ <b>{client} takes {title}</b>")(client=deal.client.name, title=offer.title),
        whom_to_call(deal.client),
        _("💶 {price} · deal #{number} is yours")(price=deal.price, number=deal.id),
    )
    return MessageContent(text, ((_("📂 To the deal"), "open_deal"),))


@words_of(OFFER_DECLINED)
def declined(desk: Desk, notice: Notice) -> MessageContent:
    offer = desk.repositories.offers.get(notice.facts["offer"])
    for_staff(desk, notice, offer.branch)
    if offer.state is not OfferState.DECLINED:
        raise NothingToSay("taken or changed since")
    why: Sentence | None = None
    if offer.reason is not None:
        why = _("💬 Why not: {reason}")(reason=DECLINED_FOR[offer.reason])
    text = lines(
        _("✖ <b>{client} declines {title}</b>")(client=offer.inquiry.client.name, title=offer.title), why
    )
    return MessageContent(text, ((_("📂 To the inquiry"), "open_inquiry"),))
