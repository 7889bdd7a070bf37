"""Polls and their votes; one poll may stand in several messages, and shows the same counts in all of them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.world import Json


@dataclass(eq=False, slots=True)
class Poll:
    """`shown` is the object that every message with this poll holds; it is kept true by `redraw`."""

    id: str
    question: str
    options: list[str]
    anonymous: bool = True
    multiple: bool = False
    revoting: bool = True
    closed: bool = False
    votes: dict[int, list[int]] = field(default_factory=dict)
    shown: "Json" = field(default_factory=dict)

    def redraw(self) -> "Json":
        self.shown.update(
            id=self.id,
            question=self.question,
            options=[self._option(number) for number in range(len(self.options))],
            total_voter_count=len(self.votes),
            is_closed=self.closed,
            is_anonymous=self.anonymous,
            allows_multiple_answers=self.multiple,
            allows_revoting=self.revoting,
            members_only=False,
            type="regular",
        )
        return self.shown

    def vote(self, person: int, chosen: list[int]) -> bool:
        """Whether that changed anything; an empty choice takes the vote back."""
        if self.votes.get(person, []) == chosen:
            return False
        if chosen:
            self.votes[person] = chosen
        else:
            del self.votes[person]
        self.redraw()
        return True

    def _option(self, number: int) -> "Json":
        count = sum(number in chosen for chosen in self.votes.values())
        return {"persistent_id": str(number), "text": self.options[number], "voter_count": count}
