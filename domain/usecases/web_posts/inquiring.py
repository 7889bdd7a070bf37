"""What was posted on a web site becomes an inquiry, of the client whose phone or address it is."""

from domain.entities.clients import Client
from domain.entities.inquiries import Channel, InquiryKind, Wish
from domain.entities.web_posts import PostedInquiry, WebPost
from domain.entities.web_sources import WEB_SOURCE, WebSource
from domain.notices.inquiries import INQUIRY_CONFIRMED
from domain.ports.desk import Desk
from domain.queries.destinations import KNOWN, names_ahead
from domain.usecases.clients.noticing import notice_facts, notice_phone
from domain.usecases.inquiries.intake import received_from
from domain.values.translated import Translated

LONGEST_PLACE = 60
"""Letters of what was written that stand for a place nobody knows."""


def take_inquiry_posted(desk: Desk, post: WebPost) -> int:
    """By the agency; the number of the inquiry. Whoever asked hears that it is here, where they can be reached."""
    posted = PostedInquiry.from_facts(post.facts)
    source = desk.agency.definitions.one(WEB_SOURCE, post.source)
    client = client_of_post(desk, posted)
    heads = posted.people or 1
    place = _place(desk, posted.text, source)
    wishes = _words(posted, client, place) or None
    wish = Wish(InquiryKind.for_so_many(heads), place, _when(posted), heads, wishes=wishes)
    inquiry = received_from(desk, client, wish, Channel.WEB, source.name, source.branch, post.received_at)
    desk.notify(client.person, INQUIRY_CONFIRMED, str(inquiry.id), inquiry=inquiry.id)
    return inquiry.id


def client_of_post(desk: Desk, posted: PostedInquiry) -> Client:
    """Nobody has proven a phone or an address that is typed: whoever has it and is called so is meant, or if no name is told.

    Of anybody else a new file is made, and colleagues are asked whether it is the same.
    """
    phones, emails = [posted.phone] if posted.phone else [], [posted.email] if posted.email else []
    alike = desk.archive.clients.reached_by(phones, emails)
    meant = [one for one in alike if not posted.name or desk.archive.clients.named_alike(one, posted.name)]
    if meant and (posted.name or len(meant) == 1):
        return desk.archive.clients.locked(meant[0].id)
    client = Client(posted.called, posted.phone, desk.now, email=posted.email)
    desk.archive.clients.add(client)
    desk.archive.flush()
    desk.note("client", client.id, "known", name=client.name)
    notice_phone(desk, client, client.phone)
    notice_facts(desk, client, "email")
    return client


def _words(posted: PostedInquiry, client: Client, place: str) -> str:
    """What was written, unless the place says all of it; and what the client's file does not have.

    Nobody who types something changes a file by it.
    """
    other = [way for way in (posted.phone, posted.email) if way and way not in (client.phone, client.email)]
    text = "" if place == posted.text else posted.text
    return "\n".join(part for part in (text, " · ".join(other)) if part)


def _place(desk: Desk, text: str, source: WebSource) -> str:
    """Where we go, if one of those places is named; else the beginning of what was written."""
    said = text.casefold()
    for name in names_ahead(desk, KNOWN):
        if any(one.casefold() in said for one in name.all()):
            return name
    first = next(iter(text.splitlines()), "")
    if len(first) <= LONGEST_PLACE:
        return Translated(first or source.name)
    return Translated(first[:LONGEST_PLACE].rsplit(" ", 1)[0].rstrip(" ,.;:") + " …")


def _when(posted: PostedInquiry) -> str | None:
    days = [f"{day:%d.%m.%Y}" for day in (posted.since, posted.until) if day is not None]
    return " – ".join(dict.fromkeys(days)) or None
