"""What a note is of: seen in its words, or said by one tap."""

import pytest

from domain.entities.clients import Client
from domain.entities.files import SentFile
from domain.entities.interactions import Direction, Enclosed, Interaction, Medium, Original, Said
from domain.entities.note_lines import NoteLine, called_so
from domain.entities.notes import NoteKind, kind_of, likely_kind, tell_as
from domain.entities.taking_back import wants_back
from domain.values.text import lasting
from tests.domain.one_deal import NOW as NOON

ANNA = Client("Anna", None, NOON)


@pytest.mark.parametrize(
    "pasted",
    [
        "From: anna@example.com\nSubject: Lisbon\n\nHello",
        "От кого: anna@example.com\nТема: Лиссабон\nЗдравствуйте",
        "发件人:王芳\n主题:里斯本\n您好",
    ],
)
def test_a_pasted_email_says_so_itself(pasted: str) -> None:
    assert likely_kind(pasted) is NoteKind.EMAIL_IN
    assert likely_kind("From: the sea, she said") is NoteKind.NOTE


def test_every_kind_is_told_and_read_again() -> None:
    said = Interaction(ANNA, Said.NOTE, "Rang", NOON)
    for kind in NoteKind:
        tell_as(said, kind)
        assert kind_of(said) is kind
    tell_as(said, NoteKind.CALL_IN)
    assert (said.how, said.direction) == (Said.CALL, Direction.INCOMING)
    assert kind_of(Interaction(ANNA, Said.CALL, "Rang", NOON)) is None, "an earlier release told no more"


def test_a_voice_is_told_by_its_length() -> None:
    said = Interaction(ANNA, Said.ANSWER, "", NOON)
    said.original, said.seconds = Original(Medium.VOICE, 1, 1), 65
    assert said.in_short == "🎤 1:05"
    assert lasting(3600) == "1:00:00"
    said.text = "Listen"
    assert said.in_short == "Listen"


@pytest.mark.parametrize(("size", "refused"), [(60_000, None), (29_000_000, "content_too_big")])
def test_an_hour_of_voice_stays_where_telegram_has_it(size: int, refused: str | None) -> None:
    said = Interaction(ANNA, Said.QUESTION, "", NOON)
    recording = SentFile("x", "y", "voice.ogg", "audio/ogg", size, is_photo=False)
    said.enclose(Enclosed(Original(Medium.VOICE, 1, 1), 3600, recording), NOON)
    assert said.original is not None
    assert said.file is not None
    assert said.file.refused == refused
    assert said.in_short == "🎤 1:00:00"


@pytest.mark.parametrize(
    ("written", "name", "words"),
    [
        ("Anna: a ground floor room", "Anna", "a ground floor room"),
        ("王芳：要一楼", "王芳", "要一楼"),
        ("Anna:", "Anna", ""),
        ("the coach leaves at 10:30", None, "the coach leaves at 10:30"),
        ("Anna: the coach, 10:30", "Anna", "the coach, 10:30"),
    ],
)
def test_whom_a_note_names_stands_before_its_colon(written: str, name: str | None, words: str) -> None:
    assert NoteLine.of(written) == NoteLine(name, words)
    assert not name or not list(NoteLine.of(written).beginnings())


def test_without_a_colon_it_may_begin_with_a_name() -> None:
    starts = list(NoteLine.of("Anna Petrova, needs a lift").beginnings())
    assert ("Anna Petrova", "needs a lift") in starts
    assert ("王芳", "要一楼的房间") in list(NoteLine.of("王芳要一楼的房间").beginnings())
    assert list(NoteLine.of("Anna").beginnings()) == [], "of whom nothing is said"


def test_a_client_is_called_by_whole_words_in_any_script() -> None:
    petrova, annabel = Client("Anna Petrova", None, NOON), Client("Annabel Stone", None, NOON)
    ivanova = Client("Иванова", None, NOON, latin_name="Anna Ivanova")
    everybody = [petrova, annabel, ivanova]
    assert called_so(everybody, "Анна") == [petrova, ivanova]
    assert called_so(everybody, "petrova anna") == [petrova]
    assert called_so(everybody, "Pet") == called_so(everybody, " ") == []


@pytest.mark.parametrize("said", ["🗑", "🗑️", "Take back!", "отзови", "Оттегли.", "撤回。"])
def test_what_takes_back_stands_alone(said: str) -> None:
    assert wants_back(said)
    assert not wants_back(f"{said} the second room")
    assert not wants_back(None)
