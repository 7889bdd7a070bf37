"""A plain model of files of clients that are joined and taken apart: whose is what, and who reaches which file.

It knows nothing of tables: a thing is a name, and belongs to one file. What is told of it stays with the file of which it was
told, and a file is of one family at most.
"""

from dataclasses import dataclass, field
from itertools import count


@dataclass
class Joined:
    """One file became one with another; what went over."""

    left: int
    kept: int
    things: set[str]
    files: set[int]
    """Left behind earlier, and led on."""
    person: int | None = None
    family: int | None = None
    """In which the file left behind was, while the other was in one too."""
    place: int | None = None
    """In a family, which went over because the other had none."""
    undone: bool = False


@dataclass
class Files:
    """`owner` of each thing, `leads` from a file left behind to the other, `person` of each file that has a Telegram."""

    persons: dict[int, int | None]
    owner: dict[str, int] = field(default_factory=dict)
    leads: dict[int, int] = field(default_factory=dict)
    merges: list[Joined] = field(default_factory=list)
    told: dict[str, int] = field(default_factory=dict)
    """Of which file a thing was told."""
    kin: dict[int, tuple[int, int]] = field(default_factory=dict)
    """The family of a file, and its place there."""
    _places: "count[int]" = field(default_factory=count)

    def file(self, number: int) -> int:
        """The one that is reached by this number."""
        return self.leads.get(number, number)

    def of_person(self, person: int) -> int:
        return self.file(next(number for number, one in self.persons.items() if one == person))

    def things_of(self, file: int) -> set[str]:
        return {thing for thing, owner in self.owner.items() if owner == file}

    def comes(self, thing: str, number: int) -> None:
        self.owner[thing] = self.told[thing] = self.file(number)

    def told_of(self, file: int) -> set[str]:
        """Its own timeline, and those of the files that it became one with."""
        return {thing for thing, number in self.told.items() if self.file(number) == file}

    def families(self) -> set[frozenset[int]]:
        """Who is together in one."""
        found: dict[int, set[int]] = {}
        for file, (family, _place) in self.kin.items():
            found.setdefault(family, set()).add(file)
        return {frozenset(files) for files in found.values()}

    def may_be_kin(self, one: int, other: int) -> bool:
        return self.file(one) != self.file(other)

    def become_kin(self, one: int, other: int) -> None:
        """If each is in a family, the two become one."""
        first, second = sorted((self.file(one), self.file(other)))
        mine, theirs = (self.kin.get(file) for file in (first, second))
        if mine and theirs:
            for file, (family, place) in self.kin.items():
                if family == theirs[0]:
                    self.kin[file] = (mine[0], place)
            return
        family = (mine or theirs or (next(self._places), 0))[0]
        for file in (first, second):
            self.kin.setdefault(file, (family, next(self._places)))

    def may_leave(self, number: int) -> bool:
        return self.file(number) in self.kin

    def leave(self, number: int) -> None:
        """Who would be left alone is in no family either."""
        family, _place = self.kin.pop(self.file(number))
        alone = [file for file, (other, _place) in self.kin.items() if other == family]
        if len(alone) == 1:
            self.kin.pop(alone[0])

    def may_join(self, left: int, kept: int) -> bool:
        return left != kept and left not in self.leads and kept not in self.leads

    def join(self, left: int, kept: int) -> None:
        behind = {number for number, into in self.leads.items() if into == left}
        merge = Joined(left, kept, self.things_of(left), behind)
        if self.persons[kept] is None and self.persons[left] is not None:
            merge.person = self.persons[kept] = self.persons[left]
            self.persons[left] = None
        if left in self.kin and kept in self.kin:
            merge.family = self.kin.pop(left)[0]
        elif left in self.kin:
            self.kin[kept] = self.kin.pop(left)
            merge.place = self.kin[kept][1]
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
        if merge.place is not None and merge.place == self.kin.get(merge.kept, (0, None))[1]:
            self.kin[merge.left] = self.kin.pop(merge.kept)
        elif merge.family in {family for family, _place in self.kin.values()}:
            assert merge.family is not None
            self.kin[merge.left] = (merge.family, next(self._places))
        if merge.person is not None and self.persons[merge.kept] == merge.person:
            self.persons[merge.left], self.persons[merge.kept] = merge.person, None
