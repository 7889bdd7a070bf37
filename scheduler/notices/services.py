"""Services: an option runs out, and a supplier has answered behind a link."""

from domain.entities.notices import Notice
from domain.entities.services import Service, SupplierAnswer
from domain.notices.services import OPTION_RUNS_OUT, SUPPLIER_ANSWERED
from domain.ports.desk import Desk
from locales import Sentence, _, lines
from locales.terms.services import ANSWERED, option_words, service_lines, service_named
from scheduler.notices.deals.for_staff import OPEN as OPEN_DEAL
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay, excerpt
from scheduler.notices.recipients import staff_deal

OPEN = (_("📂 To the service"), "open_service")


@words_of(OPTION_RUNS_OUT)
def option(desk: Desk, notice: Notice) -> MessageContent:
    one = _of(desk, notice)
    told = option_words(one, desk.today)
    if told is None or not one.deal.is_open:
        raise NothingToSay("it is confirmed, or given up")
    text = lines(
        told,
        *_about(one),
        _("Have it confirmed, or ask for more time."),
    )
    return MessageContent(text, (OPEN, OPEN_DEAL))


@words_of(SUPPLIER_ANSWERED)
def answered(desk: Desk, notice: Notice) -> MessageContent:
    """As it is by now: the supplier may have said something else since."""
    one = _of(desk, notice)
    if one.answer is None:
        raise NothingToSay("it is asked anew")
    text = lines(
        ANSWERED[one.answer],
        *_about(one),
        _("🔢 Confirmation number: {number}")(number=one.confirmation)
        if one.confirmation and one.answer is SupplierAnswer.CONFIRMED
        else None,
        _("Instead: {at}")(at=one.proposed) if one.proposed else None,
        _("“{text}”")(text=excerpt(one.supplier_words)) if one.supplier_words else None,
        _("Does that fit? Please decide.") if one.proposed else None,
    )
    return MessageContent(text, (OPEN, OPEN_DEAL))


def _of(desk: Desk, notice: Notice) -> Service:
    staff_deal(desk, notice)
    return desk.archive.services.get(notice.facts["service"])


def _about(one: Service) -> list[Sentence]:
    deal = one.deal
    named = _("#{number} · {client} · {title}")(number=deal.id, client=deal.client.name, title=deal.called)
    return [_("🔖 {service}")(service=service_named(one)), named, *service_lines(one)]
