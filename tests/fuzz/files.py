"""A plain model of files of clients that are joined and taken apart: whose is what, and who reaches which file.

It knows nothing of tables: a thing is a name, and belongs to one file.
"""

from dataclasses import dataclass, field


@dataclass
class Joined:
    """One file became one with another; what went over."""

    left: int
    kept: int
    things: set[str]
    files: set[int]
    """Left behind earlier, and led on."""
    person: int | None = None
    undone: bool = False


@dataclass
class Files:
    """`owner` of each thing, `leads` from a file left behind to the other, `person` of each file that has a Telegram."""

    persons: dict[int, int | None]
    owner: dict[str, int] = field(default_factory=dict)
    leads: dict[int, int] = field(default_factory=dict)
    merges: list[Joined] = field(default_factory=list)

    def file(self, number: int) -> int:
        """The one that is reached by this number."""
        return self.leads.get(number, number)

    def of_person(self, person: int) -> int:
        return self.file(next(number for number, one in self.persons.items() if one == person))

    def things_of(self, file: int) -> set[str]:
        return {thing for thing, owner in self.owner.items() if owner == file}

    def comes(self, thing: str, number: int) -> None:
        self.owner[thing] = self.file(number)

    def may_join(self, left: int, kept: int) -> bool:
        return left != kept and left not in self.leads and kept not in self.leads

    def join(self, left: int, kept: int) -> None:
        behind = {number for number, into in self.leads.items() if into == left}
        merge = Joined(left, kept, self.things_of(left), behind)
        if self.persons[kept] is None and self.persons[left] is not None:
            merge.person = self.persons[kept] = self.persons[left]
            self.persons[left] = None
        self.owner |= dict.fromkeys(merge.things, kept)
        self.leads |= dict.fromkeys({*behind, left}, kept)
        self.merges.append(merge)

    def may_part(self, nth: int) -> bool:
        """Whatever was joined later with either of the two is taken apart first."""
        merge = self.merges[nth]
        both = {merge.left, merge.kept}
        return not merge.undone and not any(
            both & {one.left, one.kept} for one in self.merges[nth + 1 :] if not one.undone
        )

    def part(self, nth: int) -> None:
        """What came since stays where it is."""
        merge = self.merges[nth]
        merge.undone = True
        self.leads.pop(merge.left)
        self.leads |= dict.fromkeys(merge.files, merge.left)
        back = {thing for thing in merge.things if self.owner[thing] == merge.kept}
        self.owner |= dict.fromkeys(back, merge.left)
        if merge.person is not None and self.persons[merge.kept] == merge.person:
            self.persons[merge.left], self.persons[merge.kept] = merge.person, None
