"""Nothing is answered twice unknowingly: what colleagues have done while somebody was writing is told before it is sent."""

from bot.conversation.exchange import Exchange
from domain.queries.answering import SeenBefore, meanwhile
from locales import Sentence, _, lines

SEND_ANYWAY = _("✉️ Send anyway")


def told_meanwhile(exchange: Exchange, client: int, shown: SeenBefore, text: str) -> Sentence | None:
    """None: nobody has done anything, and it is sent at once."""
    found = meanwhile(exchange.desk, client, shown)
    if not found:
        return None
    return lines(
        *(_answered(one.staff.name if one.staff else "", one.text[:300]) for one in found.answers),
        _("✍️ {name} sees to it")(name=found.taken_by.name) if found.taken_by else None,
        "",
        _("Your answer: “{text}”")(text=text[:1500]),
        _("Send it all the same?"),
    )


def _answered(name: str, text: str) -> Sentence:
    return _("{name} answers: “{text}”")(name=name, text=text)
