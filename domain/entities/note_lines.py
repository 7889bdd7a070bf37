"""A note in one line: "Anna: would like the ground floor". Whom it names, and what it says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.entities.clients import Client
from domain.values.spelling import is_chinese, spellings

_NAMED = re.compile(r"\s*([^:：\n]{1,60}?)\s*(?:(?<!\d)[:：]|[:：](?!\d))\s*(.*)", re.DOTALL)
"""What stands before a colon; "10:30" has none."""
_MOST_WORDS = 4
_LONGEST_CHINESE_NAME = 4
_EDGES = ",;.!?–—-"


@dataclass(frozen=True)
class NoteLine:
    """`name` is what stands before the colon; None without one."""

    name: str | None
    words: str

    @classmethod
    def of(cls, text: str) -> "NoteLine":
        found = _NAMED.fullmatch(text)
        return cls(None, text.strip()) if found is None else cls(found[1], found[2].strip())

    def beginnings(self) -> Iterator[tuple[str, str]]:
        """How it may begin with somebody's name, the longest first, each with the words behind it."""
        if self.name is not None:
            return
        words = self.words.split()
        for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
            yield " ".join(words[:count]).strip(_EDGES), self.words.split(maxsplit=count)[count]
        start = self.words[:_LONGEST_CHINESE_NAME]
        if len(start) > 1 and all(map(is_chinese, start)):
            yield from ((self.words[:count], self.words[count:]) for count in range(len(start), 1, -1))


def called_so(clients: Sequence[Client], name: str) -> list[Client]:
    """Those of whose names these are whole words, in any script: "Anna" is not Annabel."""
    wanted = [spellings(word) for word in name.split()]
    return [one for one in clients if wanted and all(not _words_of(one).isdisjoint(word) for word in wanted)]


def _words_of(client: Client) -> set[str]:
    names = (client.name, client.latin_name or "")
    return {spelt for name in names for word in name.split() for spelt in spellings(word)}
