"""What nobody does by accident goes into the person's history: forged taps, things without a right, made-up links."""

from datetime import timedelta

import structlog

from bot.conversation.exchange import Exchange

TRIES, AN_HOUR = 30, timedelta(hours=1)
"""So many tries of one person within so long go into the history, which is kept for ever; the log has all."""

log = structlog.get_logger()


def record(exchange: Exchange, what: str) -> None:
    person = exchange.desk.actor.person
    assert person is not None
    tap = exchange.event.tap
    log.warning(what, update=exchange.event.update_id, person=person.id)
    before = exchange.desk.repositories.history.of("person", person.id, 1, TRIES - 1)
    if before and before[0].at > exchange.desk.now - AN_HOUR:
        return
    exchange.desk.note("person", person.id, what, data=(tap.data[:64] if tap else ""))
