"""Personal links: what the tests that walk everything need to know of them."""

from datetime import timedelta
from hashlib import sha256
from itertools import count

from domain.entities.clients import Client
from domain.entities.personal_links import PersonalLink
from domain.notices.clients import LINK_OPENED, LINK_OPENED_AGAIN
from domain.queries import personal_links as queries
from domain.usecases.clients import personal_links
from tests.nouns.declared import (
    Branched,
    Facts,
    Few,
    Told,
    calls,
    everybodys,
    in_each_branch,
    new_one,
    notice_facts,
    one_more,
)
from tests.storage import things
from tests.storage.things import DAY, NOON

everybodys("personal_links")
_numbers = count(1)


@new_one
def link() -> PersonalLink:
    return PersonalLink(things.client("Rosa"), f"hash {next(_numbers)}", NOON, NOON + DAY)


@one_more
def link_of_ivan(few: Few) -> None:
    records = few.records
    records.personal_links.add(
        PersonalLink(
            few.client, f"hash {next(_numbers)}", NOON, NOON + DAY, few.member, NOON, few.client.person
        )
    )


@in_each_branch
def a_link_that_is_out(its: Branched) -> dict[str, int]:
    """Of Vesna, who is not in Telegram; Vela came by hers."""
    records, now = its.desk.repositories, its.desk.now
    vesna = Client("Vesna", None, now)
    records.clients.add(vesna)
    hashed = sha256(f"for {its.number}".encode()).hexdigest()
    records.personal_links.add(PersonalLink(vesna, hashed, now, now + timedelta(days=30), its.lead))
    came = Client("Vela", None, now, things.person())
    records.clients.add(came)
    used = PersonalLink(came, f"used {its.number}", now, now, its.lead, now, came.person)
    records.personal_links.add(used)
    before = PersonalLink(its.client, f"over {its.number}", now, now, its.lead)
    records.personal_links.add(before)
    records.flush()
    return {"awaited": vesna.id, "came": came.id}


@notice_facts
def opened(told: Told) -> Facts:
    facts = {"client": told.client.id, "by": told.person.id}
    return {LINK_OPENED: facts, LINK_OPENED_AGAIN: facts}


calls(
    {
        "clients.give_link": lambda d, _p, t: personal_links.give_link(d, t.awaited),
        "clients.close_link": lambda d, _p, t: personal_links.close_link(d, t.awaited),
        "clients.open_link": lambda d, _p, t: personal_links.open_link(d, f"for {t.branch}"),
        "clients.disconnect": lambda d, _p, t: personal_links.disconnect(d, t.came),
        "queries.personal_links.personal_link": lambda d, _p, t: queries.personal_link(d, t.awaited),
    }
)
