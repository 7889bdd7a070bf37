"""Own kinds: lists that an agency makes up (coaches, schools, hotels it knows), their items, and where these hang."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated

from domain.entities.definitions import DefinitionKind, definition_kind
from domain.entities.fields import CLIENT, DEAL, INQUIRY, TRIP
from domain.entities.history import OF_ITS_BRANCH, history_of
from domain.entities.rights import Right
from domain.values.labels import Labels
from domain.values.numbers import NumberOf

history_of("own_item", reach=OF_ITS_BRANCH, right=Right.SEE_TRIPS)

ItemNumber = Annotated[int, NumberOf("item")]
OWN = "own:"
"""Before the key of a kind: the subject of its fields."""
HUNG_ON = (CLIENT, INQUIRY, DEAL, TRIP)
"""What an item can be hung on."""
MOST_KINDS = 20
LONGEST_ICON = 4
"""Characters: one sign may be made of several."""


@dataclass(frozen=True)
class OwnKind:
    """A list as the owner has defined it; its fields are extra fields of the subject `own:<key>`."""

    one: Labels
    """What an item is called: "Coach"."""
    many: Labels
    """What the list is called: "Coaches"."""
    icon: str = "🗃"
    retired: bool = False


OWN_KIND: DefinitionKind[OwnKind] = definition_kind("own_kind", OwnKind)


def subject_of(kind: str) -> str:
    return OWN + kind


@dataclass(eq=False)
class OwnItem:
    """One thing on a list. `kind` is the key of the list."""

    kind: str
    name: str
    created_at: datetime
    notes: str | None = None
    branch: int | None = None
    """Whose it is; None: everybody's."""
    retired_at: datetime | None = None
    extra: str | None = None
    """What was filled into its fields. It is the agency's own, and nobody's secret."""
    id: int = field(default=0)

    @property
    def is_retired(self) -> bool:
        return self.retired_at is not None


@dataclass(eq=False)
class OwnLink:
    """That an item hangs on a client, an inquiry, a deal or a trip."""

    item: OwnItem
    subject: str
    subject_id: int
    hung_at: datetime
    id: int = field(default=0)
