"""`POST /intake`: somebody asks on a web site. Stored first; what becomes of it is seen to behind the chat."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from domain.entities.client_reading import read_email
from domain.entities.web_posts import PostedInquiry, PostKind
from domain.values.language import Language
from domain.values.reading.counts import read_count
from domain.values.reading.days import read_day
from domain.values.refusals import Refusal
from locales.phones import read_phone
from web.doors import Answer, Backend, Rejected, Visit, door, told
from web.handlers.posts.bodies import fields_of, idempotency_key
from web.handlers.posts.senders import known_origins, posting_source
from web.handlers.posts.storing import store

T = TypeVar("T")

TRAP = "contact_me_by_fax"
"""A field that nobody sees: whoever fills it in is a program."""
MOST_PEOPLE = 500
LONGEST_NAME = 80
LONGEST_TEXT = 10_000


@door("POST", "/intake", origins=known_origins)
async def intake(visit: Visit, backend: Backend) -> Answer:
    key, _source, token = await posting_source(visit, backend)
    fields = fields_of(visit)
    if TRAP in fields:
        return told(201, received=True)
    agency = backend.agency.latest
    posted = read_inquiry(fields, agency.region, backend.clock().astimezone(agency.zone).date())
    return await store(backend, token, PostKind.INQUIRY, key, idempotency_key(visit), posted.facts())


def read_inquiry(fields: Mapping[str, str], region: str, today: date) -> PostedInquiry:
    """Raises Rejected: 422, naming the field."""
    posted = PostedInquiry(
        " ".join(fields.get("name", "").split()),
        _field(fields, "phone", lambda text: read_phone(text, region, Language.ENGLISH)),
        _field(fields, "email", read_email),
        fields.get("text", ""),
        _field(fields, "people", lambda text: read_count(text, MOST_PEOPLE)),
        _field(fields, "from", read_day),
        _field(fields, "to", read_day),
    )
    if not (posted.phone or posted.email):
        raise Rejected(422, "no_contact", "A phone or an email is wanted.")
    for name, value, most in (("name", posted.name, LONGEST_NAME), ("text", posted.text, LONGEST_TEXT)):
        if len(value) > most:
            raise Rejected(422, "wrong_field", f"{name}: at most {most} characters.")
    if (posted.until or posted.since or today) < today:
        raise Rejected(422, "wrong_field", "from, to: these days are over.")
    if posted.since and posted.until and posted.until < posted.since:
        raise Rejected(422, "wrong_field", "to: before from.")
    return posted


_WANTED = {
    "phone": "a phone number, best with its country code: +359 88 812 3456",
    "email": "an address like anna@example.com",
    "people": f"a number from 1 to {MOST_PEOPLE}",
    "from": "a day like 2027-07-12",
    "to": "a day like 2027-07-19",
}


def _field(fields: Mapping[str, str], name: str, read: Callable[[str], T]) -> T | None:
    written = fields.get(name)
    if written is None:
        return None
    try:
        return read(written)
    except Refusal:
        raise Rejected(422, "wrong_field", f"{name}: {_WANTED[name]}.") from None
