"""How long a client may wait for an answer, said in sentences, and what of it can be settled."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, ask, back, pairs
from bot.flows.settings.answer_time import AnswerTime
from bot.handlers.history.declared import act, reads
from bot.handlers.settings.kinds import named
from bot.links.agency import AGENCY_HOURS
from bot.links.conversations import ANSWER_TIME
from domain.entities.answer_clock import ANSWER_CLOCK, EVERY, USUAL, branch_key
from domain.queries.settings import agency_answer_clock
from domain.queries.staff import branches
from locales import Sentence, _, lines
from locales.sentence import verbatim
from locales.terms.conversations import QUEUES, WITHIN

routes = Routes()

BRANCHES = 3
"""So many have a button: there is room for the queues besides."""


@routes.draws(ANSWER_TIME)
def answer_time(exchange: Exchange) -> Screen:
    found = agency_answer_clock(exchange.desk)
    minutes = found.value.minutes
    offices = {branch_key(one.id): verbatim(one.name) for one in branches(exchange.desk)}
    named_: dict[str, Sentence] = {**QUEUES, **offices}
    text = lines(
        _("<b>💬 Time to answer</b>"),
        _("Every client hears from us within {time} of working time.")(
            time=WITHIN(count=minutes.get(EVERY, USUAL))
        ),
        *(
            _("{what}: within {time}.")(what=called, time=WITHIN(count=minutes[key]))
            for key, called in named_.items()
            if key in minutes
        ),
        "",
        _(
            "After half of it a client is yellow, then red: whoever has them is told. After twice as long their"
            " supervisor is told, then one colleague after the other is asked to answer."
        ),
    )
    wanted = [(EVERY, _("Everybody")), *QUEUES.items(), *[*offices.items()][:BRANCHES]]
    edits = [
        ask(_("✏️ {label}")(label=called), AnswerTime, seen=found.seen, which=key) for key, called in wanted
    ]
    return Screen(text, (*pairs(edits), (back(AGENCY_HOURS),)))


act("agency", "answer_time_changed", _("Time to answer: {clock}, {minutes}"))
act("agency", "answer_time_as_usual", _("Time to answer: {clock}, as for everybody"))
reads(lambda kept: WITHIN(count=kept), "minutes")
reads(lambda kept: {**QUEUES, EVERY: _("Everybody")}.get(kept, kept), "clock")
named(ANSWER_CLOCK, _("Time to answer"))
