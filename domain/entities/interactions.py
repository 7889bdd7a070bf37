"""What was said between a client and the agency: messages, calls, meetings, e-mails and notes, each with who and when."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.entities.clients import Client
from domain.entities.files import SentFile, StoredFile, file_purpose
from domain.entities.people import StaffMember
from domain.entities.rights import Right
from domain.entities.timeline import CALLS, NOTES, TALKS
from domain.values.file_types import spoken_type
from domain.values.text import lasting

if TYPE_CHECKING:
    from domain.entities.deals import Deal
    from domain.entities.inquiries import Inquiry

TALKS.tells("client", "question", "answer", "email", "noted_email")
CALLS.tells("client", "call", "meeting", "noted_call", "noted_meeting")
NOTES.tells("client", "note", "noted_note")
TALKS.tells("client", "edited", "answer_edited", "taken_back", "answer_taken_back", "undelivered")
TALKS.tells("client", "note_taken_back")


class Said(StrEnum):
    """The ways a word passes between client and agency."""

    QUESTION = "question"
    """The client has written to us."""
    ANSWER = "answer"
    """We have written to the client."""
    CALL = "call"
    NOTE = "note"
    """What a colleague has written down: `form` says of what, if it is no plain note."""


MESSAGES = frozenset({Said.QUESTION, Said.ANSWER})
"""What was written from one to the other, not written down afterwards."""


class Form(StrEnum):
    """What a note tells of, when it is not a colleague's own thought."""

    MEETING = "meeting"
    EMAIL = "email"


class Direction(StrEnum):
    """From whom it came, of calls and e-mails."""

    INCOMING = "in"
    OUTGOING = "out"


class CallResult(StrEnum):
    """How a call ended."""

    TALKED = "talked"
    NO_ANSWER = "no_answer"
    CALL_BACK = "call_back"
    """They have asked to be called once more."""


class Medium(StrEnum):
    """What was sent other than words."""

    VOICE = "voice"
    VIDEO = "video"
    VIDEO_NOTE = "video_note"
    AUDIO = "audio"
    ANIMATION = "animation"
    STICKER = "sticker"
    PHOTO = "photo"
    DOCUMENT = "document"
    CONTACT = "contact"
    LOCATION = "location"
    OTHER = "other"


SIGNS = {
    Medium.VOICE: "🎤",
    Medium.VIDEO: "🎬",
    Medium.VIDEO_NOTE: "🎬",
    Medium.AUDIO: "🎵",
    Medium.ANIMATION: "🎬",
    Medium.STICKER: "🙂",
    Medium.PHOTO: "🖼",
    Medium.DOCUMENT: "📎",
    Medium.CONTACT: "👤",
    Medium.LOCATION: "📍",
    Medium.OTHER: "📎",
}
"""What stands for it where there is no room, or no language, for words."""


CAPTIONED = {
    Medium.VOICE,
    Medium.VIDEO,
    Medium.AUDIO,
    Medium.ANIMATION,
    Medium.PHOTO,
    Medium.DOCUMENT,
}
"""What may have words below it in Telegram."""


@dataclass(frozen=True)
class Original:
    """What was sent, and where Telegram has it: from there it is copied to whoever it is for."""

    medium: Medium
    chat: int
    message: int


@dataclass(frozen=True)
class Source:
    """The message in which it was written to the bot: what edits and replies in Telegram name."""

    chat: int
    message: int


@dataclass(frozen=True)
class Enclosed:
    """What somebody has sent besides words, before it is an interaction's."""

    original: Original
    seconds: int | None = None
    recording: SentFile | None = None
    """A voice, or a round video: what we keep ourselves."""
    album: str | None = None


@dataclass(frozen=True)
class Sent:
    """The message in which something was said to the bot, and what came in it besides words."""

    source: Source | None = None
    enclosed: Enclosed | None = None


VOICE_FILE = file_purpose(
    "voice",
    noun="interaction",
    accepts={"audio/ogg": "ogg", "audio/mpeg": "mp3", "video/mp4": "mp4"},
    tells=spoken_type,
)


class Undelivered(StrEnum):
    """Why a message of ours did not arrive."""

    BLOCKED = "blocked"
    ACCOUNT_DELETED = "account_deleted"
    NOT_TAKEN = "not_taken"
    """Telegram refused what was to be sent."""


TAKEN_BACK_WITHIN = timedelta(minutes=1)
"""So long a client may think better of what they have sent."""
DELETED_WITHIN = timedelta(hours=48)
"""So long Telegram lets us delete a message of ours."""


@dataclass(eq=False)
class Interaction:
    """One thing said between a client and the agency, kept with the inquiry or deal it was about."""

    client: Client
    how: Said
    text: str
    """The first words; what they were changed to stands in `now_reads`."""
    at: datetime
    staff: StaffMember | None = None
    inquiry: "Inquiry | None" = None
    deal: "Deal | None" = None
    answered_at: datetime | None = None
    """Of a client's question: since when nobody owes them an answer."""
    original: Original | None = None
    """When it was not words alone; `text` is then what was written with it, or what it says in words."""
    taken_back_at: datetime | None = None
    """Since when whoever sent it would rather not have."""
    source: Source | None = None
    form: Form | None = None
    direction: Direction | None = None
    result: CallResult | None = None
    album: tuple[int, ...] = ()
    """The messages with the further pictures of an album, in the chat of the original."""
    album_key: str | None = None
    """What Telegram calls the album, while its pictures come one by one."""
    seconds: int | None = None
    """How long a voice or a video lasts."""
    file: StoredFile | None = None
    """A voice, kept in our own store; loaded where one interaction is asked for."""
    answers: int | None = None
    """The number of the interaction that it answers, where it is known."""
    now_reads: str | None = None
    """What it reads since it was edited; all it ever read: `InteractionEdit`."""
    edited_at: datetime | None = None
    undelivered_at: datetime | None = None
    """Of a message of ours: since when we know that it did not arrive."""
    undelivered_why: Undelivered | None = None
    id: int = field(default=0)

    @property
    def words(self) -> str:
        """As they are now."""
        return self.text if self.now_reads is None else self.now_reads

    def enclose(self, enclosed: Enclosed, now: datetime) -> None:
        """It was not words alone. What is too large to be fetched stays where Telegram has it, and says so."""
        self.original, self.seconds, self.album_key = enclosed.original, enclosed.seconds, enclosed.album
        if enclosed.recording is not None:
            self.file = enclosed.recording.wanted(VOICE_FILE, now)
            if enclosed.recording.size > VOICE_FILE.largest:
                self.file.refuse("content_too_big")

    def came_in(self, sent: Sent, now: datetime) -> None:
        self.source = sent.source
        if sent.enclosed is not None:
            self.enclose(sent.enclosed, now)

    @property
    def in_short(self) -> str:
        """The words; of what has none, what it is and how long it lasts: "🎤 1:05"."""
        if self.words or self.original is None:
            return self.words
        sign = SIGNS[self.original.medium]
        return sign if self.seconds is None else f"{sign} {lasting(self.seconds)}"

    @property
    def waits(self) -> bool:
        """A client has asked, and nobody has answered. What colleagues wrote down for them is not a question to us."""
        return self.how is Said.QUESTION and self.staff is None and self.answered_at is None

    def can_be_taken_back(self, now: datetime) -> bool:
        """Nobody has answered, and it was sent a moment ago."""
        return self.waits and now - self.at <= TAKEN_BACK_WITHIN

    def can_be_deleted(self, now: datetime) -> bool:
        """Of a message of ours: Telegram still lets it disappear. A clock that was turned back changes nothing."""
        return self.taken_back_at is None and now - self.at < DELETED_WITHIN

    @property
    def branch(self) -> int | None:
        """Whose the deal or the inquiry is that it was about; None: nobody's."""
        about = self.deal or self.inquiry
        return about.branch if about else None

    def addressees(self, answered: "Interaction | None" = None) -> list[StaffMember]:
        """Of a question, whom it is for: who wrote what it replies to, and who looks after what it is about.

        Only those who can take it. Nobody: then it is for all who may answer.
        """
        looks_after = self.deal.leader if self.deal else self.inquiry.taken_by if self.inquiry else None
        wanted = [answered.staff if answered else None, looks_after]
        return [one for one in dict.fromkeys(wanted) if one is not None and self._can_be_taken_by(one)]

    def _can_be_taken_by(self, member: StaffMember) -> bool:
        there = member.may(Right.ANSWER_CLIENTS) and member.person.reachable
        return there and member.sees(self.branch)


@dataclass(eq=False)
class InteractionEdit:
    """What an interaction was changed to, and when; it stays beside the first words."""

    interaction: Interaction
    text: str
    at: datetime
    id: int = field(default=0)
