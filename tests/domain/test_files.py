"""Stored files: what a purpose takes, and what follows when a file came or is refused, once."""

from collections.abc import Iterator

import pytest

from domain.declarations import declare
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.documents import DOCUMENT_FILE, Document, DocumentKind, DocumentState
from domain.entities.files import (
    MEGABYTE,
    PHOTOS_AND_PDF,
    PURPOSES,
    FilePurpose,
    FileState,
    SentFile,
    file_purpose,
)
from domain.ports.desk import Actor, Desk
from domain.usecases.files.fetched import OUTCOMES, collect, file_arrived, file_refused, on_fetched
from domain.values.refusals import Refusal
from tests.domain.one_deal import AGENCY
from tests.domain.one_deal import NOW as NOON
from tests.memory import memory
from tests.things import a_file, eur

HASH, OTHER = "ab" * 32, "cd" * 32


@pytest.fixture
def voice() -> Iterator[FilePurpose]:
    """A purpose that only this test knows."""
    yield file_purpose("song", noun="message", accepts={"audio/ogg": "ogg"}, largest=MEGABYTE)
    del PURPOSES["song"]


@pytest.fixture
def office() -> tuple[Desk, Document]:
    papers = memory()
    deal = Deal(Client("Anna", None, NOON), "Vienna", 2, eur(600), eur(200), NOON, step_since=NOON)
    document = Document(deal, DocumentKind.PASSPORT, a_file(NOON))
    deal.documents.append(document)
    papers.deals.add(deal)
    papers.flush()
    collect()
    return Desk(Actor(), NOON, papers, AGENCY, lambda: "x"), document


def test_every_purpose_says_what_follows() -> None:
    collect()
    assert {DOCUMENT_FILE} <= PURPOSES.keys()
    assert PURPOSES.keys() == OUTCOMES.keys()


def test_a_purpose_is_declared_once(voice: FilePurpose) -> None:
    with pytest.raises(ValueError, match="declared twice"):
        file_purpose("song", noun="note", accepts={})
    with pytest.raises(ValueError, match="declared twice"):
        on_fetched(DOCUMENT_FILE, owner=lambda *_: None, arrived=lambda *_: None, refused=lambda *_: None)
    with pytest.raises(ValueError, match="declared twice"):
        declare(PURPOSES, voice, voice)


def test_each_purpose_takes_its_own_types_and_sizes(voice: FilePurpose) -> None:
    photo = SentFile("source", "key", "p.jpg", "image/jpeg", 2 * MEGABYTE, is_photo=True)
    note = SentFile("source", "key", "n.ogg", "audio/ogg", 1000, is_photo=False)
    photo.must_be_acceptable(DOCUMENT_FILE)
    note.must_be_acceptable(voice)
    with pytest.raises(Refusal, match="file_type_not_taken"):
        note.must_be_acceptable(DOCUMENT_FILE)
    with pytest.raises(Refusal, match="file_too_big") as refused:
        photo.must_be_acceptable(voice)
    assert refused.value.facts == {"most": 1}


def test_a_type_is_told_by_the_content_and_must_be_one_of_the_purpose(voice: FilePurpose) -> None:
    assert DOCUMENT_FILE.type_of(b"%PDF-1.7") == "application/pdf"
    assert DOCUMENT_FILE.accepts == PHOTOS_AND_PDF
    assert DOCUMENT_FILE.type_of(b"OggS") is None
    assert voice.type_of(b"%PDF-1.7") is None


def test_what_is_here_is_known_for_what_it_is(office: tuple[Desk, Document]) -> None:
    desk, document = office
    assert document.file.state is FileState.TO_FETCH
    file_arrived(desk, document.file.id, HASH, "image/png", b"")
    assert (document.file.state, document.file.mime) == (FileState.STORED, "image/png")
    file_arrived(desk, document.file.id, OTHER, "image/jpeg", b"")
    file_refused(desk, document.file.id, "content_gone")
    assert (document.file.content_hash, document.file.refused) == (HASH, None)
    assert document.state is DocumentState.SENT


def test_a_refused_file_rejects_its_document_once(office: tuple[Desk, Document]) -> None:
    desk, document = office
    for _time in range(2):
        file_refused(desk, document.file.id, "content_gone")
    file_arrived(desk, document.file.id, HASH, "image/png", b"")
    assert (document.file.state, document.file.refused) == (FileState.REFUSED, "content_gone")
    assert (document.state, document.reason) == (DocumentState.REJECTED, "content_gone")
    assert [entry.what for entry in desk.repositories.history.of("deal", document.deal.id)] == [
        "document_rejected"
    ]


def test_what_somebody_has_decided_stays_decided(office: tuple[Desk, Document]) -> None:
    desk, document = office
    document.accept(None, NOON)
    file_refused(desk, document.file.id, "content_gone")
    assert (document.file.state, document.state) == (FileState.REFUSED, DocumentState.ACCEPTED)
