"""What client and staff write to each other."""

from domain.desk import Desk
from domain.notices import Notice
from locales import _, lines
from locales.phones import pretty_phone
from scheduler.letters import Letter, excerpt
from scheduler.notices.recipients import for_client, for_staff


def question(desk: Desk, notice: Notice) -> Letter:
    asked = desk.records.interactions.get(notice.facts["interaction"])
    deal = asked.deal
    for_staff(desk, notice, deal.branch if deal else None)
    about = _("№ {number} · {title}")(number=deal.id, title=deal.title) if deal else None
    text = lines(
        _("💬 <b>{client}</b> asks, {phone}")(
            client=asked.client.name, phone=pretty_phone(asked.client.phone)
        )
        if asked.client.phone
        else _("💬 <b>{client}</b> asks")(client=asked.client.name),
        about,
        _("<blockquote>{text}</blockquote>")(text=excerpt(asked.text, 3000)),
    )
    answer = (_("💬 Answer"), "answer_client")
    return Letter(text, (answer, (_("📂 Open the deal"), "open_deal")) if deal else (answer,))


def answer(desk: Desk, notice: Notice) -> Letter:
    said = desk.records.interactions.get(notice.facts["interaction"])
    for_client(said.client, notice)
    who = said.staff.name if said.staff else desk.agency.name
    text = lines(
        _("💬 <b>{name}</b>, {agency}")(name=who, agency=desk.agency.name)
        if said.staff
        else _("💬 <b>{agency}</b>")(agency=desk.agency.name),
        excerpt(said.text, 3000),
    )
    return Letter(text, ((_("💬 Write back"), "ask_question"),))
