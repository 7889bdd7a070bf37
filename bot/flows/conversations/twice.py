"""Nothing is answered twice unknowingly: what colleagues have done while somebody was writing is told before it is sent."""

from bot.conversation.contents import Content
from bot.conversation.exchange import Exchange
from domain.queries.answering import SeenBefore, meanwhile
from locales import Sentence, _, lines
from locales.terms.clients import MEDIA

SEND_ANYWAY = _("✉️ Send anyway")


def told_meanwhile(exchange: Exchange, client: int, shown: SeenBefore, content: Content) -> Sentence | None:
    """None: nobody has done anything, and it is sent at once."""
    found = meanwhile(exchange.desk, client, shown)
    if not found:
        return None
    return lines(
        *(_answered(one.staff.name if one.staff else "", one.text[:300]) for one in found.answers),
        _("✍️ {name} sees to it")(name=found.taken_by.name) if found.taken_by else None,
        "",
        _mine(content),
        _("Send it all the same?"),
    )


def _mine(content: Content) -> Sentence:
    enclosed, text = content.sent.enclosed, content.text[:1500]
    what = _("Your answer: “{text}”")(text=text) if text else None
    return lines(None if enclosed is None else MEDIA[enclosed.original.medium], what)


def _answered(name: str, text: str) -> Sentence:
    return _("{name} answers: “{text}”")(name=name, text=text)
