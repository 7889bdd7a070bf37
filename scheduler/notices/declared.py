"""Which function has the words of which kind of notice: declared beside the function."""

from collections.abc import Callable

from domain.declarations import declare
from domain.entities.notices import NoticeKind
from scheduler.notices.message_content import Words

WORDS: dict[NoticeKind, Words] = {}
"""Complete as soon as `scheduler.notices` is imported."""


def words_of(kind: NoticeKind) -> Callable[[Words], Words]:
    """Declares the function (desk, notice) -> MessageContent that words this kind."""

    def register(words: Words) -> Words:
        return declare(WORDS, kind, words)

    return register
