"""Observations: what colleagues notice of the market, each under a destination or a supplier, and found there again."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from domain.entities.deals import Deal
from domain.entities.files import PHOTOS_AND_PDF, StoredFile, file_purpose
from domain.entities.history import EVERYBODYS, history_of
from domain.entities.inquiries import Inquiry
from domain.entities.people import StaffMember
from domain.entities.rights import Right
from domain.entities.trips import Trip
from domain.values.language import Language
from domain.values.numbers import NumberOf
from domain.values.spelling import spellings
from domain.values.translated import Translated

history_of("observation", reach=EVERYBODYS, right=Right.NOTE_MARKET)

OBSERVATION_FILE = file_purpose("observation", noun="observation", accepts=PHOTOS_AND_PDF)
ObservationNumber = Annotated[int, NumberOf("observation")]


class Watched(StrEnum):
    """What an observation is about."""

    DESTINATION = "destination"
    SUPPLIER = "supplier"


@dataclass(frozen=True)
class Noticed:
    """What a colleague has to say, before it is filed. `place` is a destination's name, or a supplier's."""

    about: Watched
    place: Translated
    text: str


@dataclass(eq=False)
class Observation:
    """A colleague's own words. `name` as it was written; by its `key` whatever is called so is found together."""

    author: StaffMember
    about: Watched
    name: str
    key: str
    text: str
    noted_at: datetime
    translations: dict[str, str] = field(default_factory=dict)
    """The name by language code, where it is a destination that we know."""
    file: StoredFile | None = None
    changed_at: datetime | None = None
    withdrawn_at: datetime | None = None
    id: int = field(default=0)

    @classmethod
    def of(cls, author: StaffMember, noticed: Noticed, now: datetime) -> "Observation":
        place = noticed.place
        others = {language.value: text for language, text in place.others.items()}
        return cls(author, noticed.about, str(place), key_of(place), noticed.text, now, others)

    @property
    def place(self) -> Translated:
        """The name, for whoever reads it."""
        return Translated(self.name, {Language(code): text for code, text in self.translations.items()})

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None


def key_of(name: str) -> str:
    """The same for a name in whatever script and case: "Ohrid", "ОХРИД"."""
    words = [min(spelt) for word in name.split() if (spelt := spellings(word))]
    return " ".join(words)[:LONGEST_KEY] or name[:LONGEST_KEY]


LONGEST_KEY = 100


def keys_of(names: Iterable[str]) -> list[str]:
    """Under which of these names something may have been filed, each once."""
    return list(dict.fromkeys(key_of(name) for name in names if name.strip()))


def places_of(thing: Trip | Deal | Inquiry) -> list[str]:
    """Where it goes, in every language: a tailor-made journey is called by its destination and when."""
    if isinstance(thing, Trip):
        return thing.words("name").all()
    if thing.trip is not None:
        return places_of(thing.trip)
    if isinstance(thing, Inquiry):
        return thing.asked_place.all()
    titles = thing.called.all()
    return [*titles, *(title.rpartition(",")[0] for title in titles)]
