"""Two files of one person: that there may be two, and that they were joined."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated

from domain.entities.people import StaffMember
from domain.values.numbers import NumberOf
from domain.values.refusals import Refusal

MergeNumber = Annotated[int, NumberOf("merge")]
OneFile = Annotated[int, NumberOf("same_one")]
OtherFile = Annotated[int, NumberOf("same_other")]

BACK_WITHIN = timedelta(days=30)
"""So long two files that were joined can be taken apart again."""


class Why(StrEnum):
    """What two files have in common."""

    PHONE = "phone"
    PASSPORT = "passport"
    BIRTHDAY = "birthday"
    """And the name."""
    EMAIL = "email"
    TELEGRAM = "telegram"
    CONTACT = "contact"
    """A contact that a colleague has shared has the phone of the one and the Telegram account of the other."""
    LINK = "link"
    """Who has the one opened the personal link of the other."""


@dataclass(eq=False)
class Doubt:
    """Two files may be one person's; `first` is the file with the lower number."""

    first: int
    second: int
    why: Why | None
    """None: nothing was noticed, somebody said by themselves that they are not the same."""
    noticed_at: datetime
    settled_at: datetime | None = None
    """Since when it is known that they are not."""
    id: int = field(default=0)

    @property
    def files(self) -> tuple[int, int]:
        return self.first, self.second


@dataclass
class TakenOver:
    """What the file that stays took over from the other, besides the rows that name it; plain JSON, and nothing personal."""

    person: int | None = None
    phone: bool = False
    muted: bool = False
    fields: list[str] = field(default_factory=list)
    """Their keys."""
    facts: list[str] = field(default_factory=list)
    """Their keys; of tags, "#" and the tag."""
    items: list[int] = field(default_factory=list)
    """The numbers of links that hang there from now on."""
    places: list[int] = field(default_factory=list)
    """Places in waiting lines that were given up, because both files waited there."""
    doubts: list[int] = field(default_factory=list)
    family: int | None = None
    """Of the file left behind, when the other had one too."""
    proposals: list[int] = field(default_factory=list)
    """The numbers of families that are proposed with the file from now on."""
    companions: list[int] = field(default_factory=list)
    """Whom both files knew: those for whom the other file's, or their own newer one, is shown."""


@dataclass(eq=False)
class Merge:
    """The file `left` behind became one with the file that is `kept`."""

    left: int
    kept: int
    at: datetime
    moved: dict[str, list[int]]
    """The numbers of the rows that named the file left behind, by table."""
    took: dict[str, object]
    """A `TakenOver`."""
    by: StaffMember | None = None
    """None: the phone was proof enough."""
    undone_at: datetime | None = None
    id: int = field(default=0)

    @property
    def taken_over(self) -> TakenOver:
        return TakenOver(**self.took)  # type: ignore[arg-type]

    def can_be_undone(self, now: datetime) -> bool:
        return self.undone_at is None and now <= self.at + BACK_WITHIN

    def must_be_undoable(self, now: datetime) -> None:
        """Raises Refusal: apart_already, merged_long_ago."""
        if self.undone_at is not None:
            raise Refusal("apart_already")
        if not self.can_be_undone(now):
            raise Refusal("merged_long_ago", day=self.at, days=BACK_WITHIN.days)


def pair(one: int, other: int) -> tuple[int, int]:
    """Two files in the order in which doubts name them."""
    return min(one, other), max(one, other)
