"""What client and staff write to each other."""

from domain.entities.clients import Interaction
from domain.entities.notices import Notice
from domain.notices.clients import ANSWER, QUESTION
from domain.ports.desk import Desk
from domain.queries.messages import PART
from domain.values.text import parts
from locales import Fact, Sentence, _, lines
from locales.terms.phones import pretty_phone
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, excerpt
from scheduler.notices.recipients import for_client, for_staff


@words_of(QUESTION)
def question(desk: Desk, notice: Notice) -> MessageContent:
    asked = desk.repositories.interactions.get(notice.facts["interaction"])
    about = asked.deal or asked.inquiry
    for_staff(desk, notice, about.branch if about else None)
    text = lines(
        _("💬 <b>{client}</b> ({phone}) asks")(
            client=asked.client.name, phone=pretty_phone(asked.client.phone)
        )
        if asked.client.phone
        else _("💬 <b>{client}</b> asks")(client=asked.client.name),
        _about(asked),
        _replied_to(desk, notice),
        _("<blockquote>{text}</blockquote>")(text=_words(asked, notice)),
        _place(asked, notice),
    )
    if _more_follows(asked, notice):
        return MessageContent(text)
    answer = (_("💬 Answer"), "answer_client")
    if asked.deal is not None:
        return MessageContent(text, (answer, (_("📂 Open the deal"), "open_deal")))
    return MessageContent(
        text, (answer, (_("📂 Open the inquiry"), "open_inquiry")) if asked.inquiry else (answer,)
    )


def _words(said: Interaction, notice: Notice) -> str:
    """Those of this notice, when they are told in several."""
    part = notice.facts.get("part")
    return excerpt(said.text, PART) if part is None else parts(said.text, PART)[part]


def _place(said: Interaction, notice: Notice) -> Sentence | None:
    part = notice.facts.get("part")
    if part is None:
        return None
    return _("Part {part} of {parts}")(part=part + 1, parts=len(parts(said.text, PART)))


def _more_follows(said: Interaction, notice: Notice) -> bool:
    part = notice.facts.get("part")
    return part is not None and part + 1 < len(parts(said.text, PART))


def _about(asked: Interaction) -> Sentence | None:
    if asked.deal is not None:
        return _("№ {number} · {title}")(number=asked.deal.id, title=asked.deal.called)
    inquiry = asked.inquiry
    if inquiry is None:
        return None
    wish = inquiry.about
    return _("Inquiry № {number} · {wish}")(number=inquiry.id, wish=wish)


def _replied_to(desk: Desk, notice: Notice) -> Sentence | None:
    """Our words to which it is the answer."""
    if "reply" not in notice.facts:
        return None
    ours = desk.repositories.interactions.get(notice.facts["reply"])
    name = ours.staff.name if ours.staff else desk.agency.name
    return _("↩️ {name}: “{text}”")(name=name, text=excerpt(ours.text, 200))


@words_of(ANSWER)
def answer(desk: Desk, notice: Notice) -> MessageContent:
    said = desk.repositories.interactions.get(notice.facts["interaction"])
    for_client(said.client, notice)
    who = said.staff.first_name if said.staff else desk.agency.name
    text = lines(
        _("💬 <b>{name}</b>, {agency}")(name=who, agency=desk.agency.name)
        if said.staff
        else _("💬 <b>{agency}</b>")(agency=desk.agency.name),
        _words(said, notice),
        _place(said, notice),
    )
    if _more_follows(said, notice):
        return MessageContent(text, own_words=False)
    found: dict[str, Fact] = {"text": _words(said, notice), "responsible": who}
    in_parts = "part" in notice.facts
    return MessageContent(text, ((_("💬 Write back"), "ask_question"),), found=found, own_words=not in_parts)
