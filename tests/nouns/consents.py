"""Consents: what the tests that walk everything need to know of them."""

from domain.entities.consents import Consent, ConsentKind, Given
from domain.queries import consents as queries
from domain.queries import my_data, settings
from domain.usecases.consents import mailings, privacy
from domain.usecases.settings import privacy as settling
from domain.values.language import Language
from tests.nouns.declared import (
    Branched,
    Few,
    asked_for,
    calls,
    everybodys,
    forged,
    in_each_branch,
    new_one,
    one_more,
)
from tests.storage.things import NOON

everybodys("consents")


@new_one
def consent() -> Consent:
    return Consent(ConsentKind.PRIVACY, Given.CHAT, NOON)


@one_more
def told_and_wanted(few: Few) -> None:
    person = few.client.person
    for kind in ConsentKind:
        few.records.consents.add(Consent(kind, Given.CHAT, NOON, person, few.client, 1, Language.ENGLISH))


@in_each_branch
def agreed(its: Branched) -> dict[str, int]:
    """By phone, and in the chat."""
    records = its.desk.repositories
    noted = Consent(ConsentKind.PRIVACY, Given.PHONE, its.desk.now, client=its.client, version=1, by=its.lead)
    records.consents.add(noted)
    records.consents.add(
        Consent(ConsentKind.MAILING, Given.CHAT, its.desk.now, its.client.person, its.client)
    )
    records.flush()
    return {"consent": noted.id}


asked_for(consents="consent")
forged("how", lambda _p, _t: [Given.PHONE.value, Given.PAPER.value, Given.CHAT.value])
forged("wanted", lambda _p, _t: [True, False])

calls(
    {
        "consents.agree_to_privacy": lambda d, _p, _t: privacy.agree_to_privacy(d),
        "consents.told_privacy": lambda d, _p, _t: privacy.told_privacy(d),
        "consents.note_privacy": lambda d, p, _t: privacy.note_privacy(d, p.client, Given.PHONE),
        "consents.want_mailings": lambda d, _p, _t: mailings.want_mailings(d),
        "consents.want_no_mailings": lambda d, _p, _t: mailings.want_no_mailings(d),
        "consents.note_mailings": lambda d, p, _t: mailings.note_mailings(d, p.client, Given.PAPER),
        "consents.note_no_mailings": lambda d, p, _t: mailings.note_no_mailings(d, p.client),
        "settings.change_privacy_link": lambda d, _p, _t: settling.change_privacy_link(
            d, 0, Language.ENGLISH, "https://example.com"
        ),
        "settings.change_privacy_text": lambda d, _p, _t: settling.change_privacy_text(
            d, 0, Language.ENGLISH, "We keep little."
        ),
        "queries.consents.client_consents": lambda d, p, _t: queries.client_consents(d, p.client),
        "queries.consents.may_be_mailed": lambda d, p, _t: queries.may_be_mailed(
            d, d.archive.clients.get(p.client)
        ),
        "queries.consents.my_consents": lambda d, _p, _t: queries.my_consents(d),
        "queries.my_data.my_data": lambda d, _p, _t: my_data.my_data(d),
        "queries.settings.agency_privacy": lambda d, _p, _t: settings.agency_privacy(d),
    }
)
