"""What client and staff write to each other."""

from domain.entities.interactions import CAPTIONED, Interaction
from domain.entities.merging import Why
from domain.entities.notices import Notice
from domain.notices.clients import ANSWER, QUESTION, SAME_PERSON, SENT_AGAIN, TAKEN_BACK
from domain.ports.desk import Desk
from domain.queries.messages import PART
from domain.values.text import parts
from locales import Fact, Sentence, _, lines, verbatim
from locales.terms.clients import what_was_sent
from locales.terms.merging import WHY
from locales.terms.phones import pretty_phone
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import Copied, Kept, MessageContent, NothingToSay, excerpt
from scheduler.notices.recipients import for_client, for_staff


@words_of(QUESTION)
def question(desk: Desk, notice: Notice) -> MessageContent:
    asked = desk.repositories.interactions.get(notice.facts["interaction"])
    for_staff(desk, notice, asked.branch)
    if asked.taken_back_at is not None:
        raise NothingToSay("taken back")
    text = lines(
        _headline(asked),
        _about(asked),
        _replied_to(desk, notice),
        _("<blockquote>{text}</blockquote>")(text=_words(asked, notice)) if asked.text else None,
        _place(asked, notice),
    )
    if _more_follows(asked, notice):
        return MessageContent(text)
    return MessageContent(text, _buttons(asked), copy_of=_original(asked), kept=_kept(asked))


@words_of(SENT_AGAIN)
def sent_again(desk: Desk, notice: Notice) -> MessageContent:
    """For whoever could not see it, or wants to see it once more."""
    sent = desk.repositories.interactions.get(notice.facts["interaction"])
    for_staff(desk, notice, sent.branch)
    if sent.original is None or sent.taken_back_at is not None:
        raise NothingToSay("taken back")
    buttons = [one for one in _buttons(sent) if one[1] in SENT_AGAIN.verbs]
    return MessageContent(_headline(sent), tuple(buttons), copy_of=_original(sent), kept=_kept(sent))


@words_of(TAKEN_BACK)
def taken_back(desk: Desk, notice: Notice) -> MessageContent:
    """Of what was told of it: the notice before this one to the same person has ended by now, one way or another."""
    return gone_again(desk, notice)


def gone_again(desk: Desk, notice: Notice) -> MessageContent:
    """The message of another notice, and its copy, disappear. Raises NothingToSay."""
    told = desk.repositories.notices.get(notice.facts["notice"])
    gone = tuple(one for one in (told.sent_as, told.copy_id) if one is not None)
    if not gone or told.person is not notice.person:
        raise NothingToSay("it was never told")
    return MessageContent(verbatim(""), takes_away=gone)


def _headline(said: Interaction) -> Sentence:
    name, phone = said.client.name, said.client.phone
    if said.original is not None:
        what = what_was_sent(said)
        if phone:
            return _("📨 <b>{client}</b> ({phone}): {what}")(
                client=name, phone=pretty_phone(phone), what=what
            )
        return _("📨 <b>{client}</b>: {what}")(client=name, what=what)
    if phone:
        return _("💬 <b>{client}</b> ({phone}) asks")(client=name, phone=pretty_phone(phone))
    return _("💬 <b>{client}</b> asks")(client=name)


def _buttons(said: Interaction) -> tuple[tuple[Sentence, str], ...]:
    found = [
        (_("✉️ Answer"), "answer_client"),
        (_("🔁 Show it again"), "open_sent") if said.original else None,
        (_("📂 To the deal"), "open_deal") if said.deal else None,
        (_("📂 To the inquiry"), "open_inquiry") if said.inquiry and not said.deal else None,
    ]
    return tuple(one for one in found if one is not None)


def _original(said: Interaction) -> tuple[int, int] | None:
    return (said.original.chat, said.original.message) if said.original else None


def _kept(said: Interaction) -> Kept | None:
    """As soon as it was fetched."""
    if said.original is None or said.file is None or said.file.content_hash is None:
        return None
    return Kept(said.file.content_hash, said.original.medium)


def _words(said: Interaction, notice: Notice) -> str:
    """Those of this notice, when they are told in several."""
    part = notice.facts.get("part")
    return excerpt(said.words, PART) if part is None else parts(said.text, PART)[part]


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
        return _("#{number} · {title}")(number=asked.deal.id, title=asked.deal.called)
    inquiry = asked.inquiry
    if inquiry is None:
        return None
    wish = inquiry.about
    return _("Inquiry #{number} · {wish}")(number=inquiry.id, wish=wish)


def _replied_to(desk: Desk, notice: Notice) -> Sentence | None:
    """Our words to which it is the answer."""
    if "reply" not in notice.facts:
        return None
    ours = desk.repositories.interactions.get(notice.facts["reply"])
    name = ours.staff.name if ours.staff else desk.agency.name
    return _("↩️ {name}: “{text}”")(name=name, text=excerpt(ours.in_short, 200))


@words_of(SAME_PERSON)
def same_person(desk: Desk, notice: Notice) -> MessageContent:
    for_staff(desk, notice, None)
    first, second = (desk.repositories.clients.get(notice.facts[name]) for name in ("first", "second"))
    if first is second:
        raise NothingToSay("joined by now")
    text = lines(
        _("<b>🪞 Same person?</b>"),
        *(
            _("{name} · {phone}")(name=one.name, phone=pretty_phone(one.phone)) if one.phone else one.name
            for one in (first, second)
        ),
        WHY[Why(notice.facts["why"])],
    )
    return MessageContent(text, ((_("🪞 Look at both"), "open_same"),))


@words_of(ANSWER)
def answer(desk: Desk, notice: Notice) -> MessageContent:
    said = desk.repositories.interactions.get(notice.facts["interaction"])
    for_client(said.client, notice)
    if said.taken_back_at is not None:
        raise NothingToSay("taken back")
    return answer_content(desk, notice, said)


def answer_content(desk: Desk, notice: Notice, said: Interaction) -> MessageContent:
    """As the client reads it."""
    who = said.staff.first_name if said.staff else desk.agency.name
    text = lines(
        _("💬 <b>{name}</b>, {agency}")(name=who, agency=desk.agency.name)
        if said.staff
        else _("💬 <b>{agency}</b>")(agency=desk.agency.name),
        _words(said, notice) or None,
        _place(said, notice),
    )
    if said.original is not None:
        write_back = ((_("💬 Write back"), "ask_question"),)
        copied = said.original.medium in CAPTIONED
        return MessageContent(
            text,
            write_back,
            own_words=False,
            copy_of=_original(said),
            kept=_kept(said),
            copied=Copied(what_was_sent(said)) if copied else None,
        )
    if _more_follows(said, notice):
        return MessageContent(text, own_words=False)
    found: dict[str, Fact] = {"text": _words(said, notice), "responsible": who}
    in_parts = "part" in notice.facts
    own = not in_parts and bool(said.text)
    back = ((_("💬 Write back"), "ask_question"),)
    return MessageContent(text, back, found=found, own_words=own, copy_of=_original(said))
