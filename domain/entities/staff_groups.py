"""Staff groups: a forum in Telegram with a topic for each client, of the whole agency or of one branch."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.entities.definitions import definition_kind
from domain.values.language import Language


class GroupState(StrEnum):
    """Where a group stands; of those that cannot be used, what is missing."""

    UNTIED = "untied"
    ASKED = "asked"
    """A colleague has the link, and has not chosen a group yet."""
    LOOKING = "looking"
    """Whether it can be used is being looked at."""
    TIED = "tied"
    SMALL = "small"
    """A group without topics, which becomes another one as soon as they are switched on."""
    NO_TOPICS = "no_topics"
    NO_RIGHT = "no_right"
    """The bot may not open topics, or not delete them."""
    GONE = "gone"
    """The bot is no longer there."""


@dataclass(frozen=True)
class StaffGroup:
    """As a colleague has tied it. What is said there is in the language of whoever did."""

    state: GroupState = GroupState.UNTIED
    link: int = 0
    """How many links were given: only the last one is good, and only as long as nobody has used it."""
    by: int | None = None
    """The number of the colleague who has asked for the link."""
    chat: int | None = None
    title: str = ""
    language: Language = Language.ENGLISH

    @property
    def is_tied(self) -> bool:
        return self.state is GroupState.TIED

    @property
    def shows(self) -> bool:
        """What is said while it is being looked at waits for it."""
        return self.state in (GroupState.TIED, GroupState.LOOKING)

    @property
    def is_chosen(self) -> bool:
        """Whether it is about a group that is there, fit for use or not."""
        return self.chat is not None and self.state not in (GroupState.UNTIED, GroupState.ASKED)


STAFF_GROUP = definition_kind("staff_group", StaffGroup, is_own=True)
"""By the number of the branch; 0: of the whole agency."""

WHOLE = 0


@dataclass(frozen=True)
class StaffGroups:
    """All of one agency."""

    settled: Mapping[str, StaffGroup]

    def of(self, branch: int) -> StaffGroup:
        return self.settled.get(str(branch), StaffGroup())

    def at(self, chat: int) -> int | None:
        """The branch whose group this chat is; None for any other chat."""
        found = (int(key) for key, group in self.settled.items() if group.is_chosen and group.chat == chat)
        return next(found, None)

    def showing(self, branch: int | None) -> StaffGroup | None:
        """Where clients of this branch have their topics: in the group of the branch, or else of the whole agency."""
        for key in dict.fromkeys((branch or WHOLE, WHOLE)):
            if (group := self.of(key)).shows:
                return group
        return None

    def in_state(self, state: GroupState) -> list[int]:
        return [int(key) for key, group in self.settled.items() if group.state is state]
