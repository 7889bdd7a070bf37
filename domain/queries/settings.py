"""Settings as they are read: each with the revision that a change of it must still find."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from domain.entities.answer_clock import ANSWER_CLOCK, AnswerClock
from domain.entities.books import BOOKS, Books
from domain.entities.deals import Deal
from domain.entities.definitions import DefinitionKind
from domain.entities.files import StoredFile
from domain.entities.hours import HOURS, WORKING_HOURS, Hours, WorkingHours
from domain.entities.morning import MORNING, Morning
from domain.entities.notices import KINDS, NoticeKind
from domain.entities.people import Right, StaffMember
from domain.entities.privacy import PRIVACY, PrivacyNotice
from domain.entities.profile import LOGO, PROFILE, Profile
from domain.entities.reasons import REASONS, Reasons
from domain.entities.texts import TEXTS, OwnText, kind_with_text
from domain.entities.timing import TIMING, Timing
from domain.ports.desk import Desk
from domain.values.language import Language
from domain.values.refusals import Forbidden, NotFound

T = TypeVar("T")

SAMPLES = 20
"""Deals among which one is looked for to show a text with."""


@dataclass(frozen=True)
class Settled(Generic[T]):
    """What holds, and its revision."""

    value: T
    seen: int


def agency_profile(desk: Desk) -> Settled[Profile]:
    """Raises Forbidden."""
    return _settled(desk, PROFILE)


def languages_to_choose(desk: Desk) -> list[Language]:
    """Those the agency offers; what somebody speaks already, and all of them for its own staff."""
    person, offered = desk.actor.person, desk.agency.profile.languages
    own = person.language if person else None
    return [one for one in Language if one in offered or one is own or desk.actor.is_staff]


def agency_logo(desk: Desk) -> StoredFile | None:
    """None too for a number that is no logo's here: it came with the profile from elsewhere. Raises Forbidden."""
    agency_profile(desk)
    return _logo(desk)


def printed_logo(desk: Desk) -> str | None:
    """Its name in our own store, once it is there; for whoever may have a paper that shows it."""
    file = _logo(desk)
    return None if file is None else file.content_hash


def _logo(desk: Desk) -> StoredFile | None:
    number = desk.agency.profile.logo
    try:
        file = None if number is None else desk.archive.files.get(number)
    except NotFound:
        return None
    return file if file is not None and file.purpose == LOGO else None


def hours_to_change(desk: Desk) -> Settled[Hours]:
    """Raises Forbidden."""
    return _settled(desk, HOURS)


def agency_hours(desk: Desk) -> Settled[Hours]:
    """For every colleague. Raises Forbidden."""
    _colleague(desk)
    return Settled(desk.agency.hours, desk.agency.definitions.revision(HOURS))


def own_hours(desk: Desk) -> Settled[WorkingHours]:
    """A colleague's own. Raises Forbidden."""
    return hours_of_colleague(desk, _colleague(desk))


def hours_of_colleague(desk: Desk, member: StaffMember) -> Settled[WorkingHours]:
    """With the revision that a change must still find."""
    return Settled(hours_of(desk, member), desk.agency.definitions.revision(WORKING_HOURS, str(member.id)))


def hours_of(desk: Desk, member: StaffMember) -> WorkingHours:
    """As a colleague has said; the office's, as long as they have said nothing."""
    own = desk.agency.definitions.all(WORKING_HOURS).get(str(member.id))
    return own or WorkingHours(desk.agency.hours.days)


def own_morning(desk: Desk) -> Settled[Morning]:
    """When the actor is told what waits for them. Raises Forbidden."""
    member = _colleague(desk)
    return Settled(morning_of(desk, member), desk.agency.definitions.revision(MORNING, str(member.id)))


def morning_of(desk: Desk, member: StaffMember) -> Morning:
    """As a colleague has said, or as it is for whoever has said nothing."""
    return desk.agency.definitions.all(MORNING).get(str(member.id)) or Morning()


def agency_privacy(desk: Desk) -> Settled[PrivacyNotice]:
    """Raises Forbidden."""
    return _settled(desk, PRIVACY)


def agency_books(desk: Desk) -> Settled[Books]:
    """Raises Forbidden."""
    return _settled(desk, BOOKS)


def agency_timing(desk: Desk) -> Settled[Timing]:
    """Raises Forbidden."""
    return _settled(desk, TIMING)


def agency_answer_clock(desk: Desk) -> Settled[AnswerClock]:
    """Raises Forbidden."""
    return _settled(desk, ANSWER_CLOCK)


def agency_reasons(desk: Desk, of: str) -> Settled[Reasons]:
    """Of "deal" or "inquiry". Raises Forbidden, NotFound."""
    return _settled(desk, REASONS, of)


def texts_changed(desk: Desk) -> Mapping[str, OwnText]:
    """By kind of notice, those that are in the agency's own words. Raises Forbidden."""
    desk.must(Right.CHANGE_SETTINGS)
    own = desk.agency.definitions.all(TEXTS)
    return {key: text for key, text in own.items() if key in KINDS}


def notice_text(desk: Desk, key: str) -> tuple[NoticeKind, Settled[Mapping[Language, str]]]:
    """The kind, and its own texts by language. Raises Forbidden, NotFound."""
    own = texts_changed(desk).get(key)
    said = own.said if own else {}
    return kind_with_text(key), Settled(said, desk.agency.definitions.revision(TEXTS, key))


def deal_to_show(desk: Desk, language: Language) -> Deal | None:
    """A real one to show a text with: the newest whose client reads this language, else the newest of all; on a trip if any.

    Raises Forbidden.
    """
    desk.must(Right.CHANGE_SETTINGS)
    newest = [deal for deal in desk.repositories.deals.newest(SAMPLES) if not deal.is_lost]

    def fits(deal: Deal) -> tuple[bool, bool, bool]:
        trip, person = deal.trip, deal.client.person
        ahead = trip is not None and trip.departs_at > desk.now
        return person is not None and person.language is language, ahead, trip is not None

    return max(newest, key=fits, default=None)


def _settled(desk: Desk, kind: DefinitionKind[T], key: str = "") -> Settled[T]:
    desk.must(Right.CHANGE_SETTINGS)
    return Settled(desk.agency.definitions.one(kind, key), desk.agency.definitions.revision(kind, key))


def _colleague(desk: Desk) -> StaffMember:
    member = desk.actor.staff
    if member is None or not member.active:
        raise Forbidden("forbidden")
    return member
