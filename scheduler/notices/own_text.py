"""The agency's own words in place of ours, where it has given them: a text that cannot be filled gives way to ours."""

from dataclasses import replace

import structlog

from domain.entities.deals import Deal
from domain.entities.notices import Notice
from domain.entities.texts import TEXTS
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from locales import Voice
from locales.terms.own_texts import worded
from locales.terms.places import Told
from scheduler.notices.message_content import MessageContent

log = structlog.get_logger()


def in_own_words(desk: Desk, notice: Notice, content: MessageContent) -> MessageContent:
    """Buttons, pin and paper stay."""
    kind = content.worded_as or notice.kind
    own = desk.agency.definitions.all(TEXTS).get(kind)
    text = own.said.get(notice.person.language) if own else None
    if text is None or not content.own_words:
        return content
    try:
        told = _told(desk, notice, content)
        said = worded(kind, text, told)
        if said is not None:
            told.voice.html(said)  # what cannot be said fails here, not when it is sent
    except Exception:  # whatever is wrong with a text, its notice is not lost
        log.exception("own text not filled", notice=notice.id, kind=kind)
        return content
    if said is None:
        log.warning("own text not filled", notice=notice.id, kind=kind)
        return content
    return replace(content, text=said)


def _told(desk: Desk, notice: Notice, content: MessageContent) -> Told:
    deal = _deal(desk, notice)
    return Told(
        agency=desk.agency,
        voice=Voice.at(desk, notice.person.language),
        now=desk.now,
        client=_client_name(desk, notice, deal),
        deal=deal,
        trip=deal.trip if deal else _trip(desk, notice),
        facts=notice.facts,
        found=content.found,
    )


def _deal(desk: Desk, notice: Notice) -> Deal | None:
    number = notice.facts.get("deal")
    return desk.repositories.deals.get(number) if number is not None else None


def _trip(desk: Desk, notice: Notice) -> Trip | None:
    number = notice.facts.get("trip")
    return desk.repositories.trips.get(number) if number is not None else None


def _client_name(desk: Desk, notice: Notice, deal: Deal | None) -> str:
    if deal is not None:
        return deal.client.name
    client = desk.repositories.clients.of(notice.person)
    return client.name if client else notice.person.name
