"""Forgetting clients: that one asked for it while deals are open or money is owed, and to them that it is done."""

from domain.entities.notices import Notice
from domain.notices.forgetting import FORGET_ASKED, FORGOTTEN
from domain.ports.desk import Desk
from domain.queries.forgetting import forgetting_of
from locales import _, lines
from locales.terms.forgetting import goes_and_stays
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay
from scheduler.notices.recipients import for_staff


@words_of(FORGET_ASKED)
def asked(desk: Desk, notice: Notice) -> MessageContent:
    for_staff(desk, notice)
    client = desk.repositories.clients.get(notice.facts["client"])
    found = forgetting_of(desk, client)
    if found.asked is None:
        raise NothingToSay("done, or taken back")
    text = _("🗑 {name} wants to be forgotten, and has open deals. It waits for these, or for you.")
    if found.unsettled and not found.open_deals:
        text = _("🗑 {name} wants to be forgotten, and money is still owed. It waits for that, or for you.")
    return MessageContent(text(name=client.name), ((_("👁 What would go"), "open_consents"),))


@words_of(FORGOTTEN)
def done(desk: Desk, notice: Notice) -> MessageContent:  # noqa: ARG001 (they are all alike)
    text = lines(
        _("🗑 It is done: {agency} has forgotten you.")(agency=desk.agency.name),
        *goes_and_stays(desk.agency),
        _("If you write again, we meet you anew."),
    )
    return MessageContent(text)
