"""Observations are filed by anybody of the staff, and corrected or withdrawn by who filed them."""

from domain.entities.files import SentFile, StoredFile
from domain.entities.observations import OBSERVATION_FILE, Noticed, Observation
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries.observations import observation_to_change
from domain.usecases.files.fetched import on_fetched


def note_observation(desk: Desk, noticed: Noticed, sent: SentFile | None = None) -> Observation:
    """Raises Forbidden, Refusal: file_too_big, file_type_not_taken."""
    desk.must(Right.NOTE_MARKET)
    author = desk.actor.staff
    assert author is not None
    new = Observation.of(author, noticed, desk.now)
    if sent is not None:
        new.file = _wanted(desk, sent)
    desk.archive.observations.add(new)
    desk.note("observation", new.id, "noted", about=new.about.value, place=new.name)
    return new


def correct_observation(desk: Desk, number: int, text: str) -> Observation:
    """Raises Forbidden, NotFound."""
    one = _held(desk, number)
    if text != one.text:
        desk.note("observation", one.id, "corrected", text_was=one.text, text=text)
        one.text, one.changed_at = text, desk.now
        desk.archive.observations.corrected(one)
    return one


def add_photo(desk: Desk, number: int, sent: SentFile) -> Observation:
    """In place of the one before. Raises Forbidden, NotFound, Refusal: file_too_big, file_type_not_taken."""
    one = _held(desk, number)
    one.file = _wanted(desk, sent)
    desk.note("observation", one.id, "photo_added", file=sent.name)
    return one


def withdraw_observation(desk: Desk, number: int) -> Observation:
    """It is not shown any more. Raises Forbidden, NotFound, also when it was withdrawn before."""
    one = _held(desk, number)
    one.withdrawn_at = desk.now
    desk.note("observation", one.id, "withdrawn")
    return one


def _held(desk: Desk, number: int) -> Observation:
    observation_to_change(desk, number)
    return desk.archive.observations.locked(number)


def _wanted(desk: Desk, sent: SentFile) -> StoredFile:
    sent.must_be_acceptable(OBSERVATION_FILE)
    file = sent.wanted(OBSERVATION_FILE, desk.now)
    desk.archive.files.add(file)
    return file


def observation_with(desk: Desk, file: StoredFile) -> Observation | None:
    """Whose photo this file is."""
    return desk.archive.observations.with_file(file)


def photo_refused(desk: Desk, one: Observation, reason: str) -> None:
    """The words stay without it."""
    desk.note("observation", one.id, "photo_refused", why=reason)


on_fetched(OBSERVATION_FILE, owner=observation_with, refused=photo_refused)
